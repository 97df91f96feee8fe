"""The figures that a task promises."""

from __future__ import annotations

import re

from chiso.plans.plan import Operator, Quantity
from chiso.plans.reading.figures import NUMBER, number
from chiso.plans.reading.passage import Noted, Passage

_BEFORE = (
    (r"không\s+quá|tối\s+đa|nhiều\s+nhất|không\s+vượt(?:\s+quá)?", Operator.AT_MOST),
    (r"dưới|ít\s+hơn|nhỏ\s+hơn|thấp\s+hơn", Operator.LESS_THAN),
    (r"ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+ít\s+hơn|không\s+thấp\s+hơn", Operator.AT_LEAST),
    (r"trên|hơn|cao\s+hơn|vượt", Operator.MORE_THAN),
)
_COMPARE = "|".join(words for words, _ in _BEFORE)
_COUNTED = "|".join(
    sorted(
        """
        sáng kiến|nhiệm vụ|hội nghị|hội thảo|lớp|cuộc|buổi|lần|đợt|tin|bài|tin bài|phóng sự|chuyên mục|chuyên đề|mô hình|
        doanh nghiệp|hồ sơ|thủ tục|TTHC|đề tài|dự án|kế hoạch|văn bản|báo cáo|lượt|người|cán bộ|công chức|giải pháp|
        đơn vị|phòng|ngày|giờ|phút|điểm|sản phẩm|hợp đồng|dịch vụ|cơ sở|hộ|xã|huyện|kỳ|chỉ tiêu|chương trình|tổ|nhóm|
        ý kiến|phiếu|đoàn|thôn|khu|trường|bộ|video|clip|tờ rơi|bản|cuốn|số|kênh|quy trình|phiên|đối tượng|học viên|
        hội chợ|gian hàng|câu lạc bộ|đường dây|năm|tháng|tuần|tỷ đồng|triệu đồng|đồng|tiêu chí|bậc|tổ chức|trang|
        chuyến|chuyên trang|cơ quan|bản tin|tài liệu|tọa đàm|diễn đàn|đề án|nội dung|thành viên|tiểu phẩm|hạng mục
        """.replace("\n", "")
        .replace(" " * 8, "")
        .split("|"),
        key=len,
        reverse=True,
    )
)
_PER = r"(?:lần|buổi|cuộc|kỳ|đợt|tin|bài|lớp|hội nghị|tin bài|ngày|số|phiên|hồ sơ|doanh nghiệp)\s*/\s*(?:năm|tháng|quý|tuần|ngày|đơn vị|phòng|lần|kỳ|hồ sơ)"
_PATTERN = re.compile(
    rf"(?P<compare>(?:(?:{_COMPARE}|từ|đạt từ)\s+)+)?"
    rf"(?<![\w.,/-])(?P<value>{NUMBER})(?P<mark>\s*%)?(?:\s*(?:-|–|đến)\s*(?P<upper>{NUMBER})(?=\s*%|\s+\w))?"
    rf"(?:(?P<percent>\s*%)|\s*(?P<unit>(?:tháng|quý|năm)\s*/\s*lần|{_PER})|\s+(?P<noun>{_COUNTED})(?!\w))?"
    rf"(?:(?:(?!\btừ\b)[^.;:\d]){{0,70}}?\btrở\s+(?P<up>lên|xuống)\b)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:số|điều|khoản|điểm|mức(?: độ)?|cấp(?: độ)?|lần thứ|thứ|nhóm|ISO|TCVN|QCVN|năm|tháng|ngày|quý|công nghệ|giai đoạn|"
    r"loại|hạng|phần|chương|mục|phiên bản|bậc|tại|IPv|Office|hệ|mẫu|quý|khóa|nhiệm kỳ|trước|từ ngày|sau)\s*:?\s*$",
    re.IGNORECASE,
)
_LOOK_BACK = 60
_LEVELS = re.compile(r"^\s*(?:cấp chính quyền|cấp\b|giờ sáng)", re.IGNORECASE)
_CALENDAR_NOUNS = {"năm", "tháng", "tuần", "số", "điểm", "bộ", "nhóm", "tổ", "kỳ"}
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
    operator = Operator.RANGE if upper is not None else _operator(match)
    end = match.end() if match["up"] or not is_percent else match.end("percent" if match["percent"] else "mark")
    start = match.start("compare") if match["compare"] else match.start("value")
    words = sentence.part(start, end).trimmed(" ,;.")
    value = number(match["value"], is_count=not is_percent)
    return Noted(Quantity(operator, value, unit, words.text, upper), (words.place,))


def _unit(match: re.Match[str]) -> str:
    return re.sub(r"\s*/\s*", "/", match["unit"]) if match["unit"] else match["noun"] or ""


def _is_promise(text: str, match: re.Match[str], unit: str) -> bool:
    start = match.start("value")
    before, after = text[max(0, start - _LOOK_BACK) : start], text[match.end("value") : match.end("value") + _LOOK_BACK]
    if unit == "%":
        return True
    if _NAMED.search(before) or _LEVELS.match(after):
        return False
    if unit.lower() in _CALENDAR_NOUNS and not match["compare"]:
        return False
    return not (_SPAN.fullmatch(match["value"]) and int(match["value"]) > 1900)  # noqa: PLR2004 (a year)


def _operator(match: re.Match[str]) -> Operator:
    if match["up"]:
        return Operator.AT_LEAST if match["up"].lower() == "lên" else Operator.AT_MOST
    compare = match["compare"] or ""
    for words, operator in _BEFORE:
        if re.search(words, compare, re.IGNORECASE):
            return operator
    return Operator.AT_LEAST if re.search(r"\btừ\b", compare, re.IGNORECASE) and not match["upper"] else Operator.EQUAL
