"""When work is to be done: columns, labelled lines, dates and frequencies in sentences."""

from __future__ import annotations

import re

from chiso.plans.plan import Timing, TimingKind
from chiso.plans.reading.dates import iso, iso_date
from chiso.plans.reading.passage import Noted, Passage

LABEL = re.compile(
    r"^(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ)(?:\s+(?:thực hiện|hoàn thành|triển khai|thực hiện và hoàn thành))*\s*:\s*",
    re.IGNORECASE,
)
TIME_HEADING = re.compile(
    r"(?:(?:các )?(?:nhiệm vụ|công việc) )?(?:trong |của |thực hiện )*(?:quý (?:IV|I{1,3}|[1-4])\b|tháng \d|thường xuyên|h[àằ]ng (?:tháng|quý|năm)|"
    r"6 tháng (?:đầu|cuối))[^.;:,]{0,30}$",
    re.IGNORECASE,
)
_KINDS = (
    (TimingKind.CONTINUOUS, r"thường xuyên|liên tục|trong năm|cả năm|suốt năm|thường kỳ"),
    (TimingKind.AS_NEEDED, r"theo tình hình|khi (?:có|phát sinh|cần)|đột xuất|theo yêu cầu|theo thực tế|theo quy định"),
    (TimingKind.HALF_YEARLY, r"(?:0?6|sáu) tháng|nửa năm"),
    (
        TimingKind.QUARTERLY,
        r"(?:h[àằ]ng|mỗi|các|theo|0?1) quý|(?:0?3|ba) tháng|^quý$|^quý\s+(?:0?1|một) lần|(?:0?1|một) lần\s*/\s*quý",
    ),
    (
        TimingKind.MONTHLY,
        r"(?:h[àằ]ng|mỗi|các) tháng|0?1 tháng\s*/\s*lần|^tháng\s+(?:0?1|một) lần|(?:0?1|một) lần\s*/\s*tháng",
    ),
    (
        TimingKind.YEARLY,
        r"(?:h[àằ]ng|mỗi) năm|định kỳ năm|(?:0?1|một) (?:lần\s*/\s*năm|năm\s*/\s*lần)|^năm\s+(?:0?1|một) lần",
    ),
)
_COMPILED = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_QUARTER = re.compile(
    r"quý\s+(?P<quarter>IV|III|II|I|[1l]V|(?:[IHl1]{1,3})(?=\W|$|20\d\d(?!\d))|[1-4])(?:(?!\w)|(?=20\d\d(?!\d)))"
    r"(?:\s*(?:[/-]|năm|)\s*(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"tháng\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>20\d\d)|\b(?P<m2>\d{1,2})/(?P<y2>20\d\d)", re.IGNORECASE
)
_DAY_MONTH = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
_MONTH_ONLY = re.compile(r"tháng\s*(?P<month>\d{1,2})(?![\d/])", re.IGNORECASE)
_YEAR_ONLY = re.compile(r"năm\s+(?P<year>20\d\d)|^(?P<y2>20\d\d)$", re.IGNORECASE)
_ORDER = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TORN_YEAR = re.compile(r"/ ?2 ?0 ?\d ?\d(?!\d)")  # by the edge of a narrow column
_BEFORE = re.compile(r"\btrước\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:chậm nhất|muộn nhất|đến|vào)\s+(?:là\s+)?(?:hết\s+)?(?:ngày|trước)?|\bxong ngày", re.IGNORECASE)
_DATED = (
    r"(?:ngày\s*)?\d{1,2}/\d{1,2}(?:/20\d\d)?|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+20\d\d)?|"
    r"(?:hết\s+)?tháng\s+\d{1,2}(?:\s*(?:/|năm)\s*20\d\d)?|quý\s+(?:IV|III|II|I|[1l]V|[IHl1]{1,3}|[1-4])\b(?:\s*(?:/|năm)\s*20\d\d)?"
)
_SENTENCE_DATE = re.compile(
    rf"(?<![\w])(?P<timing>(?:trước|chậm nhất|muộn nhất|đến hết|trong)(?:\s+(?:là|đến|vào|hết|đầu|cuối))*\s+(?:{_DATED}))(?!\s*(?:của|về|và các))",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(r"(?P<timing>(?<!\d)(?P<count>\d{1,3})\s*(?P<unit>tháng|quý|năm)\s*/\s*lần)", re.IGNORECASE)
_PERIODICAL = re.compile(
    r"(?P<timing>định kỳ\s+(?:h[àằ]ng|mỗi)\s+(?:tháng|quý|năm)|định kỳ\s+0?6 tháng)", re.IGNORECASE
)
_FREQUENCIES = {
    ("tháng", 1): TimingKind.MONTHLY,
    ("tháng", 3): TimingKind.QUARTERLY,
    ("tháng", 6): TimingKind.HALF_YEARLY,
    ("tháng", 12): TimingKind.YEARLY,
    ("quý", 1): TimingKind.QUARTERLY,
    ("quý", 2): TimingKind.HALF_YEARLY,
    ("năm", 1): TimingKind.YEARLY,
}


def timing_of(words: Passage, plan_year: int | None) -> Noted[Timing] | None:
    """The timing that a cell or a labelled line states; None where its words are of no kind that is known."""
    words = words.trimmed(" .,;:")
    if not words:
        return None
    due = _due(words.text, plan_year)
    if due and not re.match(r"(?:h[àằ]ng|mỗi)\s", words.text, re.IGNORECASE):
        return Noted(Timing(TimingKind.BY_DATE, words.text, due, _is_inclusive(words.text)), (words.place,))
    for kind, pattern in _COMPILED:
        if pattern.search(words.text):
            return Noted(Timing(kind, words.text), (words.place,))
    year = _YEAR_ONLY.search(words.text)
    if year:
        due = year["year"] or year["y2"]
        return Noted(Timing(TimingKind.BY_DATE, words.text, due, _is_inclusive(words.text)), (words.place,))
    return None


def timing_in(sentence: Passage, plan_year: int | None) -> Noted[Timing] | None:
    """The timing inside a task's sentence: a frequency, a periodical duty, or a date to be done by."""
    frequency = _FREQUENCY.search(sentence.text)
    if frequency:
        kind = _FREQUENCIES.get((frequency["unit"].lower(), int(frequency["count"])))
        if kind:
            return _noted(sentence, frequency, kind)
    periodical = _PERIODICAL.search(sentence.text)
    if periodical:
        kind = next(kind for kind, pattern in _COMPILED if pattern.search(periodical.group()))
        return _noted(sentence, periodical, kind)
    dated = _SENTENCE_DATE.search(sentence.text)
    if dated:
        words = sentence.group(dated, "timing").trimmed(" .,;:")
        due = _due(words.text, plan_year)
        if due:
            return Noted(Timing(TimingKind.BY_DATE, words.text, due, _is_inclusive(words.text)), (words.place,))
    return None


def _noted(sentence: Passage, match: re.Match[str], kind: TimingKind) -> Noted[Timing]:
    words = sentence.group(match, "timing")
    return Noted(Timing(kind, words.text), (words.place,))


def _due(text: str, plan_year: int | None) -> str | None:
    """The last day, month or year-month named; the plan's year where the words name none."""
    text = _TORN_YEAR.sub(lambda match: match.group().replace(" ", ""), text)
    full = iso_date(text)
    if full:
        return full if "-" in full else None
    quarters = list(_QUARTER.finditer(text))
    if quarters:
        year = quarters[-1]["year"] or plan_year
        return iso(year, 3 * _quarter(quarters[-1]["quarter"])) if year else None
    month = _MONTH.search(text)
    if month:
        return iso(month["year"] or month["y2"], month["month"] or month["m2"])
    bare = _DAY_MONTH.search(text) or _MONTH_ONLY.search(text)
    if bare is None or plan_year is None:
        return None
    return iso(plan_year, bare["month"], bare.groupdict().get("day"))


def _quarter(printed: str) -> int:
    """The number of a quarter; a scan takes the strokes of II and III for 11, ll, H or HI."""
    known = _ORDER.get(printed.upper())
    if known is not None:
        return known
    return 4 if printed.endswith("V") else min(3, sum(2 if stroke == "H" else 1 for stroke in printed))


def _is_inclusive(text: str) -> bool | None:
    if _BEFORE.search(text):
        return False
    return True if _BY.search(text) else None
