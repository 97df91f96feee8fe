"""What a line under a component is by its form: a title, a result, a remark, a piece of work."""

from __future__ import annotations

import re

from chiso.documents import BlockKind
from chiso.plans.plan import Timing
from chiso.plans.reading.assignments import clause, label_of, unbracketed
from chiso.plans.reading.body import Body
from chiso.plans.reading.outline import Line, title_of
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.score_figures import Statement
from chiso.plans.reading.scores import Context, statements
from chiso.plans.reading.tasks import LABELLED
from chiso.plans.reading.timings import LABEL, TIME_HEADING, timing_of

_ASIDE = re.compile(
    r"^\(.*\)\W*$|^(?:các|chi tiết|nội dung|nhiệm vụ|phân công|danh mục|cụ thể)\b[^.;]{0,90}\b(?:phụ lục|(?:biểu|bảng)(?=\W*$|[\s,]+(?:số|mẫu|kèm|dưới|sau|phân|chi tiết|tổng|\d)))\b[^.;]{0,60}[.;:]?$",
    re.IGNORECASE,
)
_ANNEXED = re.compile(r"\b(?:tại|theo|ở|trong|xem) (?:các )?(?:phụ lục|biểu|bảng)\b[^.;]*$", re.IGNORECASE)
_TOLD_ELSEWHERE = re.compile(
    r"^(?:kết quả|mục tiêu|chỉ tiêu|tiến độ|giải pháp|nội dung|nhiệm vụ|biện pháp)\b[^.;:]{0,180}\b(?:tại|theo|ở|trong|xem)\s+"
    r"(?:các\s+)?(?:phụ lục|biểu|bảng)\b[^.;]{0,80}[.;:]?$",
    re.IGNORECASE,
)
_OF_INDEX = re.compile(r"hài lòng|chỉ số|năm 20\d\d\s*(?:,|:|đạt|là)", re.IGNORECASE)
SHORT = 90
INTRODUCES = re.compile(r":\s*$")


def title_and_rest(line: Line) -> tuple[Passage, Passage]:
    """The words before the first colon and those after it; the whole line and nothing where it has none."""
    match = LABELLED.match(line.text)
    if match:
        return line.words.group(match, "label"), line.words.group(match, "rest")
    return title_of(line), Passage("", line.number)


def is_result_line(passage: Passage, stated: list[Statement]) -> bool:
    """A line that opens with a year, a result or an aim, and names points, a rank or a band."""
    opens = re.match(
        r"\(?\s*(?:năm\s+20\d\d|kết quả|điểm|chỉ tiêu|mục tiêu|ph[ấầ]n\s+đ[ấầ]u|xếp hạng|thứ hạng|hạng|đạt|duy trì|giữ vững|giữ|"
        r"nâng|tăng|(?:theo )?kế hoạch (?:của )?năm 20\d\d|từ (?:(?:vị trí|thứ|hạng|mức)\s+)+\d|trong năm 20\d\d|chỉ số|tỷ lệ hài lòng|mức độ hài lòng|sự hài lòng)",
        passage.text,
        re.IGNORECASE,
    )
    keys = {key for s in stated for key in s.score.values}
    if not opens or not keys & {"score", "rank", "band", "score_is_maximum_points"}:
        return False
    return not _only_percent(passage) or (_compares_years(stated) and bool(_OF_INDEX.search(passage.text)))


def _compares_years(stated: list[Statement]) -> bool:
    """Whether a result of one year stands beside an aim: percentages then are results (of a satisfaction index)."""
    return any(s.aims for s in stated) and any(s.year and not s.aims for s in stated)


def _only_percent(passage: Passage) -> bool:
    """Percentages alone are commitments of tasks, not the component's score."""
    return "%" in passage.text and not re.search(r"điểm|hạng|thứ\s+\d|vị trí|xếp", passage.text, re.IGNORECASE)


def only_assigns(line: Line, after: Line) -> bool:
    """Whether the words do nothing but tell who works or when: `Đơn vị chủ trì: …`, `X chủ trì` before plain words."""
    if label_of(line.words) or LABEL.match(line.text):
        return True
    found = clause(line.words) if after.style == "prose" else None
    return found is not None and found.is_whole


def says_work(line: Line) -> bool:
    """Whether the line stops in the middle of what it says."""
    return bool(re.search(r"[,:;]\s*$", line.text))


def is_aside(line: Line) -> bool:
    """A remark in brackets or a reference to an annex, where it assigns nothing."""
    if _TOLD_ELSEWHERE.match(line.text):
        return True
    if not _ASIDE.match(line.text):
        return False
    inside = unbracketed(line.words)
    if _ANNEXED.search(inside.text):
        return True
    if inside.text == line.text:
        return True
    told = [each for each in statements(inside, Context(None)) if each.score.is_stated]
    return label_of(inside) is None and clause(inside) is None and not is_result_line(inside, told)


def is_sentence(line: Line) -> bool:
    """A line with a full stop that nothing makes a title is a sentence, whatever its first words."""
    ends = line.text.rstrip().endswith((".", ";"))
    return ends and not line.block.bold and line.block.kind is not BlockKind.HEADING and len(line.text.split()) > 6  # noqa: PLR2004


def stands_alone(line: Line) -> bool:
    """Whether the look of a line makes it a heading: numbered, bold, before a list, or short without an end."""
    short = line.block.italic or len(line.text.split()) <= 4  # noqa: PLR2004 (`Nhiệm vụ, giải pháp`)
    stands_out = line.is_numbered or line.style == "title" or line.block.bold or bool(INTRODUCES.search(line.text))
    return stands_out or (short and line.style == "prose" and line.text[-1].isalpha())


def stands_beside(line: Line, head: Line) -> bool:
    """Whether a line is a heading of other words on the level of `head`, whose lines it ends: `b) Việc phải làm:`."""
    if head.style != line.style or not line.is_numbered or line.number < head.end:
        return False
    return head.end > head.number + 1 and line.end > line.number + 1 and len(line.text) <= SHORT


def timing_over(body: Body, line: Line) -> Noted[Timing] | None:
    """The time that a heading over the line names, which is all that it names: `Quý I năm 2024`."""
    for above in body.above(line):
        if TIME_HEADING.match(above.text) and len(above.text) < SHORT:
            return timing_of(title_of(above), body.plan_year)
    return None
