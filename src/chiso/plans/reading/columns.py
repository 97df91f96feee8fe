"""What the columns of a table hold, by the words of their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from chiso.documents import Block
from chiso.plans.reading.passage import Passage


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    COMPONENT = "component"
    CONTENT = "content"
    LEAD = "lead"
    COORDINATING = "coordinating"
    LEADER = "leader"
    TIMING = "timing"
    PRODUCT = "product"
    SCALE = "scale"
    SCORE = "score"
    RANK = "rank"
    BAND = "band"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its role, and for figures the year and whether it is an aim.

    with_ranks: "after" or "before" where one cell holds points and a rank, which stands after or before them
    """

    role: Role
    head: str
    year: int | None = None
    aims: bool = False
    with_ranks: str = ""


_ROLES = (
    (Role.NUMBER, r"^(?:tt|stt|số tt|số thứ tự|mã(?: số)?(?: (?:tiêu chí|chỉ số|nội dung|nhiệm vụ))?|#)$"),
    (
        Role.ASIDE,
        r"^(?:ghi chú|kinh phí|nguồn|tồn tại|nguyên nhân|hạn chế|chênh lệch|tăng|giảm|so (?:với|sánh)|căn cứ|đơn vị tính|đvt)",
    ),
    (Role.LEADER, r"lãnh đạo|người phụ trách|chỉ đạo phụ trách|đồng chí"),
    (Role.COORDINATING, r"phối hợp"),
    (Role.TIMING, r"thời gian|thời hạn|tiến độ|thời điểm|hoàn thành"),
    (
        Role.LEAD,
        r"chủ trì|đầu mối|(?:đơn vị|cơ quan|bộ phận|phòng)(?:,? \w+)* (?:thực hiện|phụ trách|chịu|tham mưu)|phân công|trách nhiệm|^(?:đơn vị|cơ quan) (?:thực|chịu)|^thực hiện$",
    ),
    (
        Role.SCORE,
        r"^(?:số )?điểm(?: số)?(?: (?:đạt|đạt được|thực tế|tự chấm))?\s*/\s*(?:điểm |thang )?(?:tối đa|chuẩn|điểm)$",
    ),
    (Role.SCALE, r"điểm tối đa|điểm chuẩn|thang điểm|tối đa|điểm trần"),
    (Role.BAND, r"xếp loại|phân loại|mức xếp|^loại$|^(?:phân )?nhóm$"),
    (Role.RANK, r"xếp thứ|\bhạng\b(?! mục(?! tiêu))|vị thứ|vị trí|thứ bậc"),
    (
        Role.CONTENT,
        r"^(?:các )?(?:nội dung|nhiệm vụ|công việc|giải pháp|hoạt động|tên nhiệm vụ|biện pháp|nhóm nhiệm vụ)(?!.*thành phần$)",
    ),
    (
        Role.COMPONENT,
        (
            r"^(?:thuộc|phục vụ|liên quan(?: đến)?|góp phần(?: cải thiện| nâng cao)?|tác động (?:đến|tới)|ứng với|cho) (?:các )?"
            r"(?:chỉ số|nội dung|lĩnh vực|tiêu chí|trục|yếu tố)"
        ),
    ),
    (
        Role.COMPONENT,
        r"^(?:tên )?(?:các )?(?:chỉ số|lĩnh vực|trục|tiêu chí|yếu tố|khía cạnh|nhân tố|cstp|thành phần(?! hồ sơ)|nội dung thành phần|chỉ số thành phần|tên)",
    ),
    (
        Role.PRODUCT,
        r"sản phẩm|đầu ra|kết quả (?:dự kiến|đầu ra|cần đạt|hoàn thành|đạt được)|dự kiến kết quả|minh chứng",
    ),
    (Role.SCORE, r"điểm|kết quả|20\d\d|mục tiêu|phấn đấu|chỉ tiêu|kế hoạch"),
)
_NARROW = re.compile(r"^S\s*T\s*T$|^T\s*T$", re.IGNORECASE)  # broken by a narrow column
_COMPILED = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES)
_AIMS = re.compile(r"mục\s*tiêu|ph[ấầ]n\s*đấu|chỉ\s*tiêu|kế\s*hoạch|cam\s*kết|dự\s*kiến", re.IGNORECASE)
_AND = r"(?:\s+số)?\s*(?:[/,;(&+–-]|và)\s*(?:(?:xếp|thứ|vị)\s+)?"
_POINTS_AND_RANK = re.compile(
    rf"\bđiểm{_AND}(?P<after>hạng\b(?! mục(?! tiêu)))|\bhạng{_AND}(?P<before>điểm\b)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NEXT_UNIT = re.compile(
    r"(?<![,;:/-])\n(?=(?:Sở|Phòng|Chi cục|Cục|Trung tâm|Ban|UBND|Văn phòng|Thanh tra|Công an|Hội|Đoàn|Các|Viện|Trường|Khoa|Trạm)\s+\S)"
)
_COUNTING = re.compile(r"^\(?(?:\d{1,2}|[A-Z])\)?$")
_LEAST_COUNTED = 3
FIGURES = {Role.SCORE, Role.RANK, Role.BAND, Role.SCALE}
_SQUEEZED = tuple(
    (role, re.compile(words.replace(" ", ""), re.IGNORECASE)) for role, words in _ROLES if role in FIGURES
)


def head_rows(rows: list[Block]) -> int:
    """How many rows at the top are heads: the first, further ones under its merged cells, a row that counts columns."""
    count = 1
    while count < min(4, len(rows)):
        cells = rows[count].cells
        filled = [cell for cell in cells if cell]
        above_blank = sum(1 for top, cell in zip(rows[0].cells, cells, strict=False) if cell and not top)
        if (
            (len(filled) >= _LEAST_COUNTED and all(_COUNTING.match(cell) for cell in filled))
            or rows[count].is_table_head
            or _is_second_head(rows[0], cells, above_blank)
        ):
            count += 1
        else:
            break
    return count


def _is_second_head(first: Block, cells: tuple[str, ...], above_blank: int) -> bool:
    """A row without first cell whose words name kinds of figures under a merged head."""
    words = [cell for cell in cells if cell]
    named = sum(1 for cell in words if role_of(cell) in FIGURES | {Role.LEAD, Role.COORDINATING, Role.TIMING})
    return bool(above_blank and not cells[0] and first.cells[0] and words and named == len(words))


def role_of(head: str) -> Role | None:
    """The role that a head's words tell."""
    head = " ".join(head.split())
    if _NARROW.match(head):
        return Role.NUMBER
    return next((role for role, pattern in _COMPILED if pattern.search(head)), None)


def columns_of(heads: list[Block], plan_year: int | None) -> list[Column]:
    """The columns of a table from its head rows; a merged head holds for the blank ones after it."""
    width = max(len(row.cells) for row in heads)
    columns: list[Column] = []
    for number in range(width):
        parts = [part for part in (_head_at(row, number, heads) for row in heads) if part and not _COUNTING.match(part)]
        columns.append(_column(parts, plan_year))
    return _with_components(_with_figures_beside(columns))


def _with_figures_beside(columns: list[Column]) -> list[Column]:
    """A rank or band without year or aim in its own head is of the points to its left."""
    whole: list[Column] = []
    for column in columns:
        left = whole[-1] if whole else column
        beside = column.role in {Role.RANK, Role.BAND} and left.role in {Role.SCORE, Role.RANK}
        is_open = beside and column.year is None and not column.aims
        whole.append(replace(column, year=left.year, aims=left.aims) if is_open else column)
    return whole


def _with_components(columns: list[Column]) -> list[Column]:
    """Of two columns of contents the first names what the second divides: `Nội dung | Nhiệm vụ`."""
    contents = [n for n, column in enumerate(columns) if column.role is Role.CONTENT]
    if len(contents) < 2 or any(column.role is Role.COMPONENT for column in columns):  # noqa: PLR2004
        return columns
    first = contents[0]
    return [*columns[:first], replace(columns[first], role=Role.COMPONENT), *columns[first + 1 :]]


def _head_at(row: Block, number: int, heads: list[Block]) -> str:
    """The head over a column; a blank one takes the merged head to its left if a row below divides it."""
    cell = row.cells[number] if number < len(row.cells) else ""
    below = heads[heads.index(row) + 1 :]
    divided = any(number < len(b.cells) and b.cells[number] for b in below)
    if cell or not divided:
        return " ".join(cell.split())
    return next((" ".join(row.cells[n].split()) for n in range(number - 1, -1, -1) if row.cells[n]), "")


def _column(parts: list[str], plan_year: int | None) -> Column:
    whole = " ".join(dict.fromkeys(parts))
    printed = whole
    own = parts[-1] if parts else ""
    role = role_of(own) or role_of(whole)
    if role is None:  # words that a narrow column broke apart
        whole = "".join(whole.split())
        role = next((role for role, pattern in _SQUEEZED if pattern.search(whole)), Role.ASIDE)
    if role is Role.SCORE and len(parts) > 1 and role_of(parts[0]) is Role.RANK:
        role = Role.RANK
    both = _POINTS_AND_RANK.search(own) if role in {Role.RANK, Role.SCORE} else None
    role = Role.SCORE if both else role
    year = next((int(y) for y in _YEAR.findall(whole)), None)
    aims = role in FIGURES and (bool(_AIMS.search(whole)) or bool(year and plan_year and year >= plan_year))
    return Column(role, printed, year, aims, both.lastgroup or "" if both else "")


def ranks_of(columns: list[Column]) -> list[Column]:
    """The columns as a row of ranks under the points fills them."""
    return [replace(column, role=Role.RANK) if column.role is Role.SCORE else column for column in columns]


def cell(block: Block, number: int, column: int) -> Passage:
    """The words of one cell with their place in the row's text."""
    start = sum(len(each) + 3 for each in block.cells[:column])
    return Passage(block.cells[column].replace("\n", " "), number, start).part(0)


def cell_of_units(block: Block, number: int, column: int) -> Passage:
    """As `cell`, a semicolon standing between units that have a line each."""
    start = sum(len(each) + 3 for each in block.cells[:column])
    listed = _NEXT_UNIT.sub(";", block.cells[column]).replace("\n", " ")
    return Passage(listed, number, start).part(0)


def cell_lines(block: Block, number: int, column: int) -> list[Passage]:
    """The paragraphs of one cell, each with its place."""
    start = sum(len(each) + 3 for each in block.cells[:column])
    lines: list[Passage] = []
    for line in block.cells[column].split("\n"):
        lines.append(Passage(line, number, start).part(0))
        start += len(line) + 1
    return [line for line in lines if line]
