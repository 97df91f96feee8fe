"""Results and targets in sentences: points, scales, ranks, bands, told for a year or as an aim."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chiso.plans import _problems as problems
from chiso.plans.plan import ScorePart
from chiso.plans.reading.drafts import ScoreDraft
from chiso.plans.reading.figures import NUMBER, number
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.ranks import note_ranks

STRIVE = r"ph[ấầ]n\s+đ[ấầ]u"
_YEAR = re.compile(
    r"(?P<not>(?:so với|với|hơn|bằng|của|từ|hết|như)\s+(?:kết quả\s+)?)?\bnăm\s+(?P<year>20\d\d)", re.IGNORECASE
)
_COMPARED = re.compile(r"so với năm\s+(?P<year>20\d\d)\s*(?P<bracket>\((?!\s*năm)[^()]*\))", re.IGNORECASE)
AIM = re.compile(rf"\b(?:{STRIVE}|mục tiêu|chỉ tiêu(?!\s+chí)|kế hoạch đạt|cam kết|đặt ra|nâng lên)\b", re.IGNORECASE)
_AIMED = re.compile(rf"(?:{STRIVE}|mục tiêu|chỉ tiêu|kế hoạch|đặt ra)[^.;,:]{{0,12}}$", re.IGNORECASE)
_RESULT = re.compile(r"\b(?:kết quả|thực tế|thực hiện được)\b", re.IGNORECASE)
_LOOK_BACK = 300  # characters before a figure that can tell what it is
_OTHERS = re.compile(
    r"(?<!\d)\d{1,4}\s*/\s*\d{1,4}\s*(?:chỉ số|tiêu chí|lĩnh vực|nội dung|trục)[^.;]*|"
    r"(?:trung bình|trung vị|bình quân|mức chung)\s+(?:chung\s+|của\s+)?(?:cả nước|toàn quốc|toàn tỉnh|các\s+\w+|khu vực|vùng|63)"
    r"[^.;,()]*|(?<![\d.,])\d{1,9}(?:[.,]\d{1,6})?\s*%?\s*(?:số\s+)?(?:phiếu|người được|doanh nghiệp trả lời)[^.;,]*",
    re.IGNORECASE,
)
_SCORE = re.compile(
    rf"(?P<before>(?:từ|tối thiểu|ít nhất|trên|không dưới|không thấp hơn|khoảng)\s+)*"
    rf"(?<![\d.,/])(?P<score>{NUMBER})(?:\s*(?:-|–|đến)\s*(?P<upper>{NUMBER}))?"
    rf"(?:\s*(?P<percent>%)|\s*/\s*(?P<scale>{NUMBER}))?(?:\s*(?P<points>điểm(?!\s+(?:nóng|cầu|sáng|đen|trường|bán|giao dịch|tiếp nhận|truy cập|du lịch))))?(?![\d/])"
    rf"(?:\s*/\s*(?P<scale2>{NUMBER})(?:\s*điểm)?)?(?P<after>\s+trở lên)?",
    re.IGNORECASE,
)
_MOVE = re.compile(
    rf"từ\s+(?P<from>{NUMBER})\s*(?:%|điểm)[^.;\d]{{0,40}}?\s+(?:lên|tới|đến)\s+(?P<score>{NUMBER})\s*(?:%|điểm)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:\bđạt|\bđiểm(?:\s+(?:số|của chỉ số(?:\s+này)?|chỉ số|tổng hợp|trung bình))?|\blên|\blà|\bmức|\btỷ lệ|:|=)"
    r"(?:\s+(?:đạt|được|là|mức|tỷ lệ|số điểm|điểm số|tổng điểm|điểm|khoảng|từ|trên|tối thiểu|ít nhất|lên|không dưới))*\s*:?\s*$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?:tăng|giảm|cao hơn|thấp hơn|hơn|kém|chênh|tụt|mất|thêm|cải thiện|trừ|nâng)"
    r"(?:\s+(?:thêm|ít nhất|tối thiểu|khoảng|được|từ|đi|trên))*\s*$",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"^\s*(?:bậc|hạng|sở|ban|ngành|tỉnh|thành phố|địa phương|đơn vị|cơ quan|huyện|xã|phường|quận)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s*(?:$|[,.;()/]|(?:số điểm|điểm|trở lên|xếp|đứng|và|tăng|giảm|so với|năm|hạng|thứ|thuộc)\b)", re.IGNORECASE
)
_RANK_WORD = re.compile(
    r"(?:hạng|thứ|vị trí|vị trí số|xếp|đứng|bậc|nhóm|top|tốp|năm|tháng|quý|số)\s*(?:thứ\s*)?0*$", re.IGNORECASE
)
_A_YEAR = re.compile(r"\bnăm\s*$", re.IGNORECASE)
_MAXIMUM = re.compile(r"\bđiểm\s+tối\s+đa\b(?!\s*(?:là|:)?\s*\d)|\btối đa\s+(?:số\s+)?điểm\b", re.IGNORECASE)
_SCALE = re.compile(
    rf"(?:điểm\s+tối\s+đa|điểm chuẩn|thang(?:\s+điểm)?)\s*(?:là|:)?\s*(?P<scale>{NUMBER})", re.IGNORECASE
)
_BAND = re.compile(
    r"(?:xếp\s+loại|xếp\s+mức|xếp\s+hạng|\bloại|\bmức|\bnhóm(?:\s+điều hành)?)(?:\s+xếp\s+loại)?(?:\s+(?:mức|đạt|là|loại))*\s*:?\s*[“\"]?"
    r"(?P<band>xuất sắc|rất tốt|tốt|khá|trung bình khá|trung bình thấp|trung bình cao|trung bình|cao nhất|thấp nhất|tương đối thấp|tương đối tốt|rất thấp|thấp|yếu|kém|[ABCD])"
    r"(?!\w)(?!\s+(?:của|cả nước|chung|toàn|hơn|nhất|các))",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:\bđiểm|\btrong đó|\bgồm|[(;,]|\bvà)\s*:?\s*(?P<name>(?:(?!điểm\b|trong đó|gồm\b|và điểm)[^\d:;,.()]){2,50}?)"
    r"\s*(?:đạt|là|:|được)?\s*$",
    re.IGNORECASE,
)
_NO_PART = re.compile(r"^(?:đạt|xếp|bình quân|trung bình|tổng|chung|mục tiêu|phấn đấu|tương ứng|chỉ|còn|được|so)\b", re.IGNORECASE)
_IN_PARTS = re.compile(r"trong đó|gồm|bao gồm|\([^)]*$", re.IGNORECASE)


@dataclass(slots=True)
class Statement:
    """What is told of one year; `aims` where the words speak of an aim."""

    year: Noted[int] | None
    aims: bool
    score: ScoreDraft = field(default_factory=ScoreDraft)
    from_rank: Noted[int] | None = None
    from_score: Noted[float] | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the sentence: the plan's year, the heading's year, and whether it announces aims."""

    plan_year: int | None
    year: Noted[int] | None = None
    aims: bool = False


def statements(passage: Passage, context: Context) -> list[Statement]:
    """The statements of a passage in their order, empty ones left out."""
    found: list[Statement] = []
    for year, aims, piece in _segments(passage, context):
        statement = Statement(year=year, aims=aims)
        _note(statement, piece)
        if statement.score.values or statement.score.parts or statement.from_rank or statement.from_score:
            found.append(statement)
    return found


def years_in(passage: Passage) -> Noted[int] | None:
    """The first year that the words name."""
    match = re.search(r"\b(20\d\d)\b", passage.text)
    return Noted(int(match[1]), (passage.group(match).place,)) if match else None


def _segments(passage: Passage, context: Context) -> list[tuple[Noted[int] | None, bool, Passage]]:
    """The passage cut where another year or an aim begins."""
    opens = _openings(passage)
    year, aims = context.year, context.aims
    cuts: list[tuple[Noted[int] | None, bool, Passage]] = []
    outer = (year, aims)
    at = 0
    for position, what, value in opens:
        if position > at:
            cuts.append((year, aims, passage.part(at, position)))
            at = position
        if what == "bracket":
            outer, year, aims = (year, aims), value, False
        elif what == "close":
            year, aims = outer
        else:
            year, aims = _opened(passage, context, (year, aims), (position, what, value))
    cuts.append((year, aims, passage.part(at)))
    return [(y, a or _is_ahead(y, context), p) for y, a, p in cuts]


def _opened(
    passage: Passage,
    context: Context,
    before: tuple[Noted[int] | None, bool],
    opening: tuple[int, str, Noted[int] | None],
) -> tuple[Noted[int] | None, bool]:
    """The year and aim that hold from an opening on."""
    year, aims = before
    position, what, value = opening
    if what == "year":
        is_past = value is not None and _is_past(value.value, context)
        return value, aims and (not is_past or _is_aim_of_then(passage, position))
    if what == "aim":
        if year and _is_past(year.value, context) and _is_aim_of_year(passage, year, position):
            return year, True
        return (None if year and _is_past(year.value, context) else year), True
    return year, context.aims


def _is_aim_of_then(passage: Passage, position: int) -> bool:
    """Whether an aim is named right before a past year: what an earlier plan aimed at."""
    return bool(_AIMED.search(passage.text[max(0, position - _LOOK_BACK) : position]))


def _is_aim_of_year(passage: Passage, year: Noted[int], position: int) -> bool:
    """Whether nothing but words stand between a past year and an aim: `Kế hoạch năm 2019 đề ra mục tiêu`."""
    starts = [place.start - passage.start for place in year.places if place.block == passage.block]
    between = passage.text[starts[0] + 4 : position] if starts and 0 <= starts[0] < position else ","
    return bool(re.fullmatch(r"[^\d.;:,()]{0,60}", between)) and not re.search(r"\bvà\b|\bđạt\b", between)


def _is_past(year: int, context: Context) -> bool:
    return context.plan_year is not None and year < context.plan_year


def _is_ahead(year: Noted[int] | None, context: Context) -> bool:
    return year is not None and context.plan_year is not None and year.value >= context.plan_year


def _openings(passage: Passage) -> list[tuple[int, str, Noted[int] | None]]:
    found: list[tuple[int, str, Noted[int] | None]] = []
    for match in _YEAR.finditer(passage.text):
        if not match["not"] or match["not"].lower().startswith(("của", "từ")):
            place = passage.group(match, "year").place
            found.append((match.start(), "year", Noted(int(match["year"]), (place,))))
    for match in _COMPARED.finditer(passage.text):
        found.append(
            (match.start("bracket"), "bracket", Noted(int(match["year"]), (passage.group(match, "year").place,)))
        )
        found.append((match.end() - 1, "close", None))
    found += [(match.start(), "aim", None) for match in AIM.finditer(passage.text)]
    found += [(match.start(), "result", None) for match in _RESULT.finditer(passage.text)]
    return sorted(found, key=lambda each: each[0])


def _note(statement: Statement, piece: Passage) -> None:
    """Write down what one segment says."""
    hidden = _OTHERS.sub(lambda m: "\x00" * len(m.group()), piece.text)
    piece = Passage(hidden, piece.block, piece.start)
    statement.from_rank = note_ranks(statement.score, piece)
    _note_scores(statement, piece)
    full = _MAXIMUM.search(piece.text)
    if full:
        statement.score.put("score_is_maximum_points", Noted(value=True, places=(piece.group(full).place,)))
    scale = _SCALE.search(piece.text)
    if scale:
        statement.score.put("scale", _figure(piece, scale, "scale"))
    band = _BAND.search(piece.text)
    if band:
        name = f"nhóm {band['band'].upper()}" if len(band["band"]) == 1 else band["band"].lower()
        statement.score.put("band", Noted(name, (piece.group(band, "band").place,)))


def _figure(piece: Passage, match: re.Match[str], name: str) -> Noted[float]:
    return Noted(number(match[name]), (piece.group(match, name).place,))


def _note_scores(statement: Statement, piece: Passage) -> None:
    move = _MOVE.search(piece.text)
    if move:
        statement.from_score = _figure(piece, move, "from")
        statement.score.put("score", _figure(piece, move, "score"))
        return
    for match in _SCORE.finditer(piece.text):
        before = piece.text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not _is_score(match, before, piece.text[match.end() : match.end() + _LOOK_BACK]):
            continue
        part = _PART.search(before)
        name = re.sub(r"^(?:và|điểm)\s+", "", part["name"].strip()) if part else ""
        if name and not _NO_PART.match(name) and _is_part(statement, before):
            _note_part(statement, piece, match, name)
            continue
        if "score" in statement.score.values:
            continue
        _put_score(statement.score, piece, match)


def _is_part(statement: Statement, before: str) -> bool:
    """Whether a figure is a part of a total: told after it, or one of those that `gồm` announces."""
    if "score" in statement.score.values:
        return bool(_IN_PARTS.search(before))
    return bool(re.search(r"\bgồm\b", before, re.IGNORECASE))


def _is_score(match: re.Match[str], before: str, after: str) -> bool:
    whole = before + match.group().split(match["score"])[0]
    if _CHANGE.search(before) or _CHANGE.search(whole):
        return False
    if _RANKED.match(after) and not match["points"]:
        return False
    if _A_YEAR.search(before) and len(match["score"]) == 4:  # noqa: PLR2004 (`năm 2021 điểm … đạt`)
        return False
    scale = match["scale"] or match["scale2"]
    if match["points"] or (scale and re.search(r"[.,]", match["score"])):
        return True
    if _RANK_WORD.search(before):
        return False
    if match["percent"]:
        return bool(_TOLD.search(before) and _ENDS.match(after))
    has_decimals = bool(re.search(r"[.,]\d", match["score"]))
    return bool(_TOLD.search(whole)) and (has_decimals or bool(scale))


def _put_score(draft: ScoreDraft, piece: Passage, match: re.Match[str]) -> None:
    doubt = problems.RANGE_WORSE_END.code if match["upper"] else None
    figure = _figure(piece, match, "score")
    draft.put("score", Noted(figure.value, figure.places, doubt))
    scale = "scale" if match["scale"] else "scale2"
    if match[scale]:
        draft.put("scale", _figure(piece, match, scale))
    least = re.search(r"từ|tối thiểu|ít nhất|trên|không", match.group().split(match["score"])[0], re.IGNORECASE)
    if match["after"] or match["upper"] or least:
        draft.put("score_is_minimum", Noted(value=True, places=(piece.group(match).place,)))


def _note_part(statement: Statement, piece: Passage, match: re.Match[str], name: str) -> None:
    scale = match["scale"] or match["scale2"]
    part = ScorePart(name=name, score=number(match["score"]), scale=number(scale) if scale else None)
    statement.score.parts.append(Noted(part, (piece.group(match).place,)))


def settled(found: list[Statement], context: Context) -> tuple[ScoreDraft, ScoreDraft]:
    """The baseline (the last year told before the plan's) and the target among the statements."""
    target, baseline = ScoreDraft(), ScoreDraft()
    aims = [s for s in found if s.aims and not (s.year and _is_past(s.year.value, context))]
    told = [s for s in found if not s.aims]
    for statement in aims:
        target.fill(_with_year(statement))
    last = max((s.year.value for s in told if s.year), default=None)
    for statement in told:
        if statement.year is None or statement.year.value == last:
            baseline.fill(_with_year(statement))
    _note_previous(baseline, found, last)
    _note_plan_year(target, context)
    return baseline, target


def _with_year(statement: Statement) -> ScoreDraft:
    draft = ScoreDraft(dict(statement.score.values), list(statement.score.parts))
    if statement.year and draft.is_stated:
        draft.values = {
            "year": Noted(statement.year.value, statement.year.places, statement.year.doubt),
            **draft.values,
        }
    return draft


def _note_previous(baseline: ScoreDraft, found: list[Statement], last: int | None) -> None:
    """The rank of the year before the baseline's, and ranks told as `từ hạng 20 lên hạng 12`."""
    for statement in found:
        year = statement.year.value if statement.year else None
        if statement.from_rank is not None:
            name = "rank" if statement.aims else "previous_rank"
            baseline.put(name, Noted(statement.from_rank.value, statement.from_rank.places))
        if statement.from_score is not None and statement.aims:
            baseline.put("score", statement.from_score)
        if last is not None and year == last - 1 and "rank" in statement.score.values and baseline.is_stated:
            baseline.put("previous_rank", statement.score.values["rank"])


def _note_plan_year(target: ScoreDraft, context: Context) -> None:
    if target.is_stated and "year" not in target.values and context.plan_year is not None:
        target.put("year", Noted(context.plan_year, doubt=problems.YEAR_ASSUMED.code))
