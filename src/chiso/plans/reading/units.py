"""Names of units in a sentence: lists of coordinating units taken apart, what follows them dropped."""

from __future__ import annotations

import re

from chiso.documents.letters import lettered
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.unit_ends import end_of_units

_KINDS = (
    "sở(?! hữu)|phòng(?!,? chống| ngừa| tránh)|văn phòng|thanh tra(?!,)|chi cục|cục|tổng cục|trung tâm|ban(?! hành)|bộ phận|ubnd|"
    "ủy ban nhân dân|uỷ ban nhân dân|công an|bộ chỉ huy|bảo hiểm|bhxh|kho bạc|ngân hàng|"
    "hội(?! nghị| thảo| nhập)|hiệp hội|liên đoàn|đoàn (?:thanh niên|tncs)|đảng ủy|đảng uỷ|cơ quan|đơn vị|"
    "tổ (?:công|giúp|chuyên|một|kiểm|phản ứng|hỗ trợ|tư vấn|hòa giải|liên ngành|đề án)|viện|trường(?! hợp)|quỹ|báo(?! cáo| chí)|đài (?:phát|truyền|PT)|tỉnh đoàn|cục thuế|thuế tỉnh|"
    "đội(?! ngũ)|hạt kiểm|trạm|hội đồng|ủy ban|uỷ ban|mặt trận|viện kiểm|khoa(?! học)|"
    "(?:công chức|cán bộ) (?:văn hóa|tư pháp|địa chính|tài chính|văn phòng|lao động|kế toán|xã|phường)|"
    "thư viện|bảo tàng|thành đoàn|vnpt|viettel|mobifone|vcci|bến xe|nhà máy|tập đoàn|chi nhánh|bệnh viện|công đoàn|huyện đoàn|đoàn (?:xã|phường|khối|cơ sở)|đồn (?:biên|công)|hợp tác xã|câu lạc bộ|hải quan|tòa án|toà án|lãnh đạo|"
    "các (?:phòng|đơn vị|sở|ban|cơ quan|tổ chức|trung tâm|chi cục|ngành|huyện|xã|địa phương|bộ phận|cấp|hội|doanh nghiệp|trường|khoa|đội|thôn|ấp|bản|tổ dân phố|khu phố|công chức)|"
    "tt|vp|mặt trận|bưu điện|quản lý thị trường|điện lực|công ty|doanh nghiệp|hđnd|trưởng|thủ trưởng|giám đốc|bql|"
    "bộ (?:nội|tài|kế|khoa|công|tư|y|giáo|thông|xây|văn|ngoại|quốc|lao|nông|tài)"
)
_STARTS = re.compile(rf"^(?:{_KINDS})\b", re.IGNORECASE)
_COLLECTIVE = re.compile(r"^(?:các|những)\b", re.IGNORECASE)
_NAMED = lettered(
    r"^(?:Sở|Văn phòng|Thanh tra|Chi cục|Cục|Tổng cục|Trung tâm|Ban|UBND|Ủy ban|Uỷ ban|Công an|Phòng|Bảo hiểm|BHXH|Kho bạc|"
    r"Đảng|Bộ phận|TT|VP|Hội|Hiệp hội|Liên|Tỉnh|Thuế|Hải quan|Đội(?= [:upper:])|Hạt|Trạm|Hội đồng|Công chức|Đoàn|Khoa|Tổ(?= [:upper:])|Chi nhánh|Bệnh viện|Công đoàn|Huyện đoàn|Đồn|Hợp tác xã|Câu lạc bộ|Công ty|Tòa án|Toà án|Viện|Trường|Quỹ|Báo|Đài|Bộ|Mặt trận|Bưu điện|"
    r"[A-ZĐ&]{2,})\b(?!\s+(?:trực thuộc|thuộc|có liên quan|liên quan|chuyên môn|nghiệp vụ|khác))"
    r"|^(?:trung tâm|văn phòng|thanh tra|phòng|chi cục|sở|ban|cục)\s+[:upper:]|^cơ quan có thẩm quyền"
)
_DOES = (
    "theo dõi|đôn đốc|phối hợp|tham mưu|triển khai|thực hiện|chủ động|(?<!ác )tổ chức|để|trong việc|chịu trách nhiệm|có trách nhiệm|"
    "căn cứ|(?<!phòng )(?<!mưu )(?<!ành chính )(?<!òng Kế hoạch )(?<!ghiệp vụ )tổng hợp|hướng dẫn|(?<!đầu tư )(?<!sở )(?<!lý )(?<!hoạch và )(?<!tế và )xây dựng(?=\\s+\\w)|rà soát|(?<!ban )kiểm tra|tăng cường|nâng cao|đẩy mạnh|(?<!dục )thường xuyên|"
    "tiếp tục|cùng thực hiện|nghiên cứu|đề xuất|báo cáo|giải quyết|tiến hành|lập|bố trí|cung cấp|đăng tải|khảo sát|tuyên truyền|"
    "công khai|niêm yết|cập nhật|duy trì|vận hành|trình|ban hành|hoàn thành|hoàn thiện|bảo đảm|đảm bảo|xử lý|trả lời|(?<!rợ )giúp|"
    "quán triệt|phổ biến|chuẩn bị|đánh giá|cải thiện|khắc phục|mở|nhằm|tập huấn|rút ngắn|cắt giảm|thống kê|đề nghị|lấy ý kiến|"
    "kiểm soát (?:chặt|việc|tốt)|rà|gỡ|(?<!cơ quan )(?<!đơn vị )soạn thảo|(?<!đồng )thẩm định|lựa chọn|phân công|tham gia|thu thập|thu hút|thành lập|mời|lắng nghe|tháo gỡ|nắm|chấn chỉnh|"
    "chấp hành|(?<!ban )chỉ đạo|chú trọng|chuyển (?:giao|đến|hồ sơ)|cụ thể hóa|(?<!bầu )(?<!ứng )cử|dự thảo|đối thoại|điều chỉnh|động viên|gắn|(?<!cắt )giảm|góp ý|khuyến khích|"
    "kiện toàn|làm việc|lồng ghép|nhắc nhở|phát động|phát hành|phát hiện|phát huy|phản hồi|phân bổ|phấn đấu|sắp xếp|sửa|(?<!ào )(?<!áng )(?<!hế )tạo|thăm|"
    "thông báo|thúc đẩy|tìm hiểu|trang bị|vận động|viết|xác định|xin|nhân rộng|đơn giản|giải đáp|giải ngân|loại bỏ|bãi bỏ|"
    "tái cấu trúc|nâng|đưa|áp dụng|(?<!công ty )khai thác|sử dụng|tôn vinh|khen thưởng|thay thế|thuê|lắp đặt|sớm|nghiêm túc|tích cực|tập trung|"
    "đồng thời|từng bước|đầy đủ|trước ngày|(?:h[àằ]ng|trong|đến|chậm nhất) (?:ngày|tháng|quý|năm|hết)|"
    "gửi|giám sát|thống nhất|trao đổi|kịp thời|định kỳ|làm tốt|quan tâm|ưu tiên|đổi mới|số hóa|kết nối|theo"
)
_AFTER = re.compile(
    rf"\s*,?\s*\b(?:{_DOES})\b.*$",
    re.DOTALL,  # with its case: "Sở Xây dựng" is a unit, "xây dựng …" is what a unit does
)
_VERB = re.compile(rf"\s*(?:{_DOES})\b")
_NOTHING_MORE = re.compile(
    r"\s*,?\s*(?:(?:để|tổ chức|triển khai|thực hiện|tham mưu)\s*,?\s*(?:và\s+)?)+(?:(?:chỉ số|nội dung|nhiệm vụ)(?: này| trên| nêu trên)?)?[\s.;:/]*"
)
_NEXT_SENTENCE = lettered(r"\.+\s+[:upper:].*$|…\s.*$", re.DOTALL)
_AND = re.compile(r"\s+(?:và|cùng)\s+(?:với\s+)?")
_OFFICE_OF_TWO = re.compile(r"văn phòng (?:HĐND|hội đồng nhân dân|đoàn [^,;]{3,30}?)$", re.IGNORECASE)
_KIND_ALONE = re.compile(r"Trung tâm|Phòng|Ban|Chi cục|Cục|Khoa|Trạm|Đội|Hạt|Viện|Trường")  # `các phòng, Trung tâm`
_REMARK = re.compile(r"\s*\((?![^()]*\bqua\b)[^()]*\)?\s*$")
_SPLIT = re.compile(r"\s*[,;\n]\s*")


def looks_like_unit(text: str) -> bool:
    """Whether the words begin as the name of a unit does.

    >>> looks_like_unit("Văn phòng Sở"), looks_like_unit("Nhiệm vụ cụ thể")
    (True, False)
    """
    return bool(_STARTS.match(text.strip()))


def does_work(text: str) -> bool:
    """Whether the words begin with a verb of work: `rà soát thủ tục`."""
    return bool(_VERB.match(text))


def _end_in_prose(text: str) -> int:
    """Where the units end: before a verb that says nothing of its own, else where no name goes on."""
    verb = _AFTER.search(text)
    if verb and _NOTHING_MORE.fullmatch(verb.group()):
        return verb.start()
    return min(end_of_units(text), verb.start() if verb and verb.start() else len(text))


def unit_only(passage: Passage, *, in_prose: bool = False) -> Passage:
    """The unit at the start of the words, without what it is to do and what follows.

    in_prose: whether a sentence goes on after it, so that it ends where words begin that no name is made of
    """
    cut = _NEXT_SENTENCE.sub("", passage.text)
    if in_prose:
        cut = cut[: _end_in_prose(cut)]
    shorter = _AFTER.sub("", cut)
    kept = passage.part(0, len(shorter if shorter.strip() else cut))
    return kept.trimmed(" ,;:.")


def unit_list(passage: Passage, *, in_prose: bool = False) -> list[Passage]:
    """The units in a list, one each; what stands under one "các" without a unit of its own stays together."""
    units: list[Passage] = []
    if in_prose:
        passage = passage.part(0, _end_in_prose(passage.text) or None)
    for sentence in _pieces(passage, re.compile(r"\s*[;\n]\s*")):
        if units and does_work(sentence.text):
            break
        listed = unit_only(sentence)
        own: list[Passage] = []
        for piece in _pieces(listed, _SPLIT):
            _add(own, _without_remark(piece), listed)
        units += own
    return [unit for unit in units if unit]


def _without_remark(unit: Passage) -> Passage:
    """The unit without brackets after it that say what it does."""
    remark = _REMARK.search(unit.text)
    return unit.part(0, remark.start()) if remark else unit


def _add(units: list[Passage], piece: Passage, whole: Passage) -> None:
    for part in _at_and(piece):
        before = units[-1] if units else None
        if before and _goes_on(before, part) and before.block == part.block:
            joined_end = part.start + len(part.text)
            offset = before.start - whole.start
            units[-1] = whole.part(offset, joined_end - whole.start) if offset >= 0 else before
        elif part:
            units.append(part.trimmed(" ,;:.-"))


def _goes_on(before: Passage, part: Passage) -> bool:
    """`đơn vị liên quan` after `các phòng` belongs to it; a unit with a name of its own does not."""
    if _COLLECTIVE.match(before.text) and _KIND_ALONE.fullmatch(part.text):
        return True
    if _COLLECTIVE.match(part.text) or _NAMED.match(part.text):
        return False
    if _COLLECTIVE.match(before.text):
        return True
    return not looks_like_unit(part.text)


def _at_and(piece: Passage) -> list[Passage]:
    """The piece cut at "và" where a unit of its own follows."""
    at = 0
    parts: list[Passage] = []
    for match in _AND.finditer(piece.text):
        after = piece.text[match.end() :]
        if _OFFICE_OF_TWO.search(piece.text[: match.start()]):
            continue
        if _NAMED.match(after) or _COLLECTIVE.match(after):
            parts.append(piece.part(at, match.start()))
            at = match.end()
    parts.append(piece.part(at))
    return [part.trimmed(" ,;:.") for part in parts if part]


def _pieces(passage: Passage, at: re.Pattern[str]) -> list[Passage]:
    pieces, start, depth = [], 0, 0
    for match in at.finditer(passage.text):
        depth = passage.text.count("(", 0, match.start()) - passage.text.count(")", 0, match.start())
        if depth <= 0:
            pieces.append(passage.part(start, match.start()))
            start = match.end()
    pieces.append(passage.part(start))
    return [piece for piece in pieces if piece]
