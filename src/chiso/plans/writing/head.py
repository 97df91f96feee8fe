"""What stands over and under a plan: place and day, legal bases, who signs, and the body above the issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chiso.documents import Block, BlockKind, Document
from chiso.documents.writing import PlaceAndDay, Signature
from chiso.plans.plan import Citation, Head, Plan, Signer
from chiso.plans.reading.citations import read_citations
from chiso.plans.reading.drafts import PlanDraft
from chiso.plans.writing.figures import day_in_words

_KINDS = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TC": "Thông cáo",
    "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án",
    "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "CĐ": "Công điện", "NĐ": "Nghị định",
    "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "KL": "Kết luận",
}  # fmt: skip
_ISSUERS = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ"}
BLANK = "……"
"""What stands where the office has to fill something in."""
_CITIES = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ"})
_HUE, _HUE_IS_CITY_FROM = "Huế", 2025
_HEADS = (
    (r"ủy ban|uỷ ban|ubnd", "CHỦ TỊCH"),
    (r"sở|trung tâm|bảo hiểm|kho bạc|công an", "GIÁM ĐỐC"),
    (r"chi cục", "CHI CỤC TRƯỞNG"),
    (r"tổng cục", "TỔNG CỤC TRƯỞNG"),
    (r"cục", "CỤC TRƯỞNG"),
    (r"văn phòng", "CHÁNH VĂN PHÒNG"),
    (r"thanh tra", "CHÁNH THANH TRA"),
    (r"ban", "TRƯỞNG BAN"),
    (r"bộ", "BỘ TRƯỞNG"),
)
_ANY_HEAD = "THỦ TRƯỞNG"
_COMMITTEE = re.compile(r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\b", re.IGNORECASE)
_BLANK_SIGNATURE = Signature("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "Họ và tên")


def place_and_day(head: Head) -> PlaceAndDay | None:
    """Place and day, as far as they are filled in; None where the plan states neither."""
    if head.place is None and head.date is None:
        return None
    parts = [int(part) for part in head.date.split("-")] if head.date else []
    year, month, day = (*parts, None, None, None)[:3]
    return PlaceAndDay(head.place or BLANK, year, month, day)


def issuer_in_sentence(plan: Plan) -> str:
    """The issuer's name as sentences of the plan spell it, where its head prints it in capitals."""
    issuer = plan.document.issuer or BLANK
    if not issuer.isupper():
        return issuer
    pattern = re.compile(re.escape(issuer), re.IGNORECASE)
    spelled = (match.group() for text in _texts(plan) for match in pattern.finditer(text))
    return next((name for name in spelled if not name.isupper()), issuer)


def _texts(plan: Plan) -> Iterable[str]:
    """The sentences that the plan brings along, in the order in which they are written."""
    yield plan.document.title or ""
    for component in plan.components:
        yield from (component.name, *(task.text for task in component.tasks))
    yield from (task.text for task in plan.general_tasks)
    yield from plan.document.recipients


def parent_of(issuer: str, plan: Plan) -> str:
    """The body right above the issuer: of a provincial department its province's committee, else nothing is known."""
    province = plan.index.province
    if province is None or not re.match(r"sở\b", issuer, re.IGNORECASE):
        return ""
    return f"UBND {province_with_kind(province, plan.index.year)}"


def province_with_kind(province: str, year: int | None) -> str:
    """`tỉnh Lào Cai`, `thành phố Đà Nẵng`: the five central cities, and Huế since 2025 (Resolution 175/2024/QH15)."""
    is_city = province in _CITIES or (province == _HUE and (year or _HUE_IS_CITY_FROM) >= _HUE_IS_CITY_FROM)
    return f"{'thành phố' if is_city else 'tỉnh'} {province}"


def signature(signer: Signer | None, issuer: str) -> Signature:
    """The signature block after the decree's article 13: TM., KT., TL., TUQ. over the position, Q. before it."""
    if signer is None or not signer.position:
        return _BLANK_SIGNATURE
    position, name = signer.position, signer.name or ""
    committee = ("TM. ỦY BAN NHÂN DÂN",) if _COMMITTEE.match(issuer) else ()
    above = {
        "KT.": (*committee, f"KT. {position.removeprefix('PHÓ ')}"),
        "TM.": committee or (f"TM. {issuer}",),
        "TL.": (f"TL. {head_of(issuer)}",),
        "TUQ.": (f"TUQ. {head_of(issuer)}",),
    }
    if signer.capacity == "Q.":
        return Signature(f"Q. {position}", name)
    return Signature(position, name, above.get(signer.capacity or "", ()))


def head_of(issuer: str) -> str:
    """The title of who heads a body of that name.

    >>> head_of("Sở Nội vụ"), head_of("UBND tỉnh Lào Cai")
    ('GIÁM ĐỐC', 'CHỦ TỊCH')
    """
    return next((title for names, title in _HEADS if re.match(rf"(?:{names})\b", issuer, re.IGNORECASE)), _ANY_HEAD)


def bases(plan: Plan) -> tuple[str, ...]:
    """The legal bases to be printed: the cited documents, but for the last ones that the plan's sentences cite by themselves."""
    cited = plan.document.based_on
    own = _cited_in(_texts(plan))
    kept = next((n for n in range(len(cited)) if _with_own(cited[:n], own) == cited), len(cited))
    return tuple(_basis(citation) for citation in cited[:kept])


def _with_own(first: tuple[Citation, ...], own: tuple[Citation, ...]) -> tuple[Citation, ...]:
    numbers = {citation.number for citation in first}
    return (*first, *(citation for citation in own if citation.number not in numbers))


def _cited_in(texts: Iterable[str]) -> tuple[Citation, ...]:
    draft = PlanDraft()
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    read_citations(Document("", "", blocks), draft)
    return tuple(Citation(number.value, date.value if date else None) for number, date in draft.citations)


def _basis(citation: Citation) -> str:
    """A basis as the decree's Phụ lục I wants it: a plan does not hold who issued it on what, which is left to fill in."""
    symbols = re.split(r"[/-]", citation.number)
    kind = next((_KINDS[symbol] for symbol in symbols if symbol in _KINDS), "Công văn")
    day = f" {day_in_words(citation.date)}" if citation.date else ""
    issuer = next((_ISSUERS[symbol] for symbol in reversed(symbols) if symbol in _ISSUERS), BLANK)
    return f"Căn cứ {kind} số {citation.number}{day} của {issuer} về {BLANK}"
