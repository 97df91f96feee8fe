"""The figures that a task promises."""

from __future__ import annotations

import re

from chiso.documents.letters import LOWER, lettered
from chiso.plans.plan import Operator, Quantity
from chiso.plans.reading.counted import COUNTED
from chiso.plans.reading.figures import NUMBER, number
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.units import does_work

_BEFORE = (
    (r"không\s+quá|tối\s+đa|nhiều\s+nhất|không\s+vượt(?:\s+quá)?|chậm\s+nhất(?:\s+(?:sau|trong))?", Operator.AT_MOST),
    (r"ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+ít\s+hơn|không\s+thấp\s+hơn", Operator.AT_LEAST),
    (r"dưới|ít\s+hơn|nhỏ\s+hơn|thấp\s+hơn", Operator.LESS_THAN),
    (r"trên|(?<!sớm )(?<!nhanh )hơn|cao\s+hơn|vượt", Operator.MORE_THAN),
)
_COMPARE = "|".join(words for words, _ in _BEFORE)
_COUNTED = "|".join(sorted(COUNTED.split("|"), key=len, reverse=True))
_PER = rf"(?:{_COUNTED}|số)\s*/\s*(?:năm|tháng|quý|tuần|ngày|đơn vị|phòng|lần|kỳ|hồ sơ)(?!\w)"
_EMPTY = (
    "và|hoặc|của|trong|trên|dưới|theo|trở|đến|để|cho|với|tại|từ|mỗi|là|đã|sẽ|được|bị|cùng|nhằm|so|ngoài|sau|trước|khi|về|do|vào|có|"
    "không|như|này|đó|gồm|tham|thực|cấp|mức|lên|xuống|còn|đạt|giờ|năm|tháng|quý|ngày|thuộc|phải|đối|chưa|đang|các|những|một|hai|luôn|cùng|cả|đều|mới|lại|ra|đi|tới|rất|hơn|xin|nên|vì|nếu|mà|thì"
)
_SMALL = rf"(?!(?:{_EMPTY})\b)[{LOWER}]+"
_PATTERN = re.compile(
    rf"(?P<compare>(?:(?:{_COMPARE}|từ|đạt từ)(?:\s+|(?=\d)))+)?"
    rf"(?:(?<![\w.,/-])|(?<=thiểu)|(?<=nhất)|(?<=trên)|(?<=đạt))(?P<value>{NUMBER})(?P<mark>\s*%)?(?:\s*(?:-|–|đến)\s*(?P<upper>{NUMBER})(?=\s*%|\s+\w))?"
    rf"(?:(?P<percent>\s*%)|\s*(?P<unit>(?:tháng|quý|năm)\s*/\s*lần|{_PER})|\s*(?P<noun>{_COUNTED})(?!\w)|\s+(?P<other>{_SMALL}(?:\s+{_SMALL})?))?"
    rf"(?:(?:(?!\btừ\b)[^.;:\d]){{0,70}}?\btrở\s+(?P<up>lên|xuống)\b)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:số|điều|khoản|(?<!dứt )điểm|mức(?: độ)?|cấp độ|lần thứ|thứ|nhóm|ISO|TCVN|QCVN|năm|tháng|ngày|quý|công nghệ|giai đoạn|mô hình|bảo vệ|kiến trúc|"
    r"loại|hạng|phần|chương|mục|phiên bản|bậc|IPv|Office|hệ|mẫu|quý|khóa|nhiệm kỳ|(?<!báo )trước|từ ngày|sau)\s*:?\s*$",
    re.IGNORECASE,
)
_AT_LATEST = re.compile(r"chậm nhất sau\s+$", re.IGNORECASE)
_BEYOND = re.compile(r"\bkhông\b[^.;:]{0,60}\bquá\s+$", re.IGNORECASE)
_LOOK_BACK = 60
_LEVELS = re.compile(r"^\s*(?:cấp chính quyền|cấp\b|giờ sáng|tuổi\b)", re.IGNORECASE)
_CALENDAR_NOUNS = {"năm", "tháng", "tuần"}
_AMBIGUOUS_NOUNS = {"điểm", "số", "bộ", "nhóm", "tổ", "kỳ"}
_LABELLED = lettered(
    r"(?:đề án|chỉ thị|nghị định|nghị quyết|quyết định|thông tư|kế hoạch|công văn|luật|tổng đài|đường dây nóng|đầu số|cấp|khu vực|vùng|"
    r"lớp|khối|phiên|kỳ|tầng|phòng|tổ|đội|thôn|bản|ấp|khu|lô|quốc lộ|đường|mẫu|biểu|phụ lục|bảng|bước|giờ|lúc|từ|đến|và|chương trình|dự án|"
    r"[-–/(:\d]|[:upper:]\S*)\s*$"
)
_A_PLACE = re.compile(
    r"\s*điểm\s+(?:tiếp nhận|tập kết|cầu|giao dịch|trường|bán|thu gom|hỗ trợ|hướng dẫn|phát|sạc|đọc|truy cập|du lịch|dừng)\b"
)
_MOST_BARE = 100_000
_SPAN = re.compile(r"\d{1,2}/\d{1,2}|\d{4}")


def quantities_in(sentence: Passage) -> list[Noted[Quantity]]:
    """The quantities of a task's text in their order, equal ones once each time."""
    found = (_quantity(sentence, match) for match in _PATTERN.finditer(sentence.text))
    return [quantity for quantity in found if quantity]


def _quantity(sentence: Passage, match: re.Match[str]) -> Noted[Quantity] | None:
    is_percent = bool(match["mark"] or match["percent"])
    unit = "%" if is_percent else _unit(match)
    if not unit or not _is_promise(sentence.text, match, unit):
        return None
    upper = number(match["upper"], is_count=not is_percent) if match["upper"] else None
    operator = Operator.RANGE if upper is not None else _operator(sentence.text, match)
    end = match.end() if match["up"] or not is_percent else match.end("percent" if match["percent"] else "mark")
    start = match.start("compare") if match["compare"] else match.start("value")
    words = sentence.part(start, end).trimmed(" ,;.")
    value = number(match["value"], is_count=not is_percent)
    return Noted(Quantity(operator, value, unit, words.text, upper), (words.place,))


def _unit(match: re.Match[str]) -> str:
    """The unit: a frequency's rest, a noun that is often counted, or what follows a figure that is plainly one."""
    if match["unit"]:
        return re.sub(r"\s*/\s*", "/", match["unit"])
    is_plain = bool(match["compare"]) or match["value"].startswith("0") or _is_bare_count(match)
    return match["noun"] or (match["other"] if is_plain and match["other"] else "")


def _is_bare_count(match: re.Match[str]) -> bool:
    """Whether a whole number counts the noun after it: not the number of a document, a line, a place or a year."""
    if not match["value"].replace(".", "").isdigit() or number(match["value"], is_count=True) > _MOST_BARE:
        return False
    start = match.start("value")
    before = match.string[max(0, start - _LOOK_BACK) : start].rstrip()
    return bool(before) and not _LABELLED.search(before) and not does_work(match["other"] or "")


def _is_promise(text: str, match: re.Match[str], unit: str) -> bool:
    start = match.start("value")
    before, after = text[max(0, start - _LOOK_BACK) : start], text[match.end("value") : match.end("value") + _LOOK_BACK]
    if unit == "%":
        return True
    if (_NAMED.search(before) and not _AT_LATEST.search(before)) or _LEVELS.match(after):
        return False
    if unit.lower() in _CALENDAR_NOUNS and not match["compare"]:
        return False
    is_place = bool(_A_PLACE.match(text[match.end("value") :]))
    if unit.lower() == "điểm" and not match["compare"] and not is_place:
        return False
    is_counted = match["compare"] or match["value"].startswith("0") or is_place
    if unit.lower() in _AMBIGUOUS_NOUNS and not is_counted:
        return False
    return not (_SPAN.fullmatch(match["value"]) and int(match["value"]) > 1900)  # noqa: PLR2004 (a year)


def _operator(text: str, match: re.Match[str]) -> Operator:
    if match["up"]:
        return Operator.AT_LEAST if match["up"].lower() == "lên" else Operator.AT_MOST
    compare = match["compare"] or ""
    start = match.start("value")
    if _BEYOND.search(text[max(0, start - 2 * _LOOK_BACK) : start]):
        return Operator.AT_MOST
    for words, operator in _BEFORE:
        if re.search(words, compare, re.IGNORECASE):
            return operator
    return Operator.AT_LEAST if re.search(r"\btừ\b", compare, re.IGNORECASE) and not match["upper"] else Operator.EQUAL
