"""What stands over and under the text of a Word document: head, kind and title, bases, signature, recipients."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.documents.writing import form
from chiso.documents.writing.official import OfficialDocument, Signature
from chiso.documents.writing.widths import last_line_of, width_of
from chiso.documents.writing.word_elements import Element, cell, element, paragraph, row, rule, table, twips

_CELL_EDGE = 1.5


def head(document: OfficialDocument) -> Iterator[Element]:
    """Issuer and national heading side by side, then kind and title, or the addressees of a letter."""
    left, right = (twips(width) for width in form.HEAD_WIDTHS)
    yield table(
        (left, right),
        (
            row((cell(left, _issuer(document)), cell(right, _nation()))),
            row((cell(left, _number(document)), cell(right, _place(document)))),
        ),
        style="KhongKe",
    )
    if not document.is_letter:
        yield paragraph("TenLoai", document.kind.upper())
        yield paragraph("TrichYeu", document.title)
        yield _rule_under(document.title, form.TITLE, form.text_width(), after=12)
    yield from _addressees(document.addressees)
    for number, basis in enumerate(document.bases, start=1):
        yield paragraph("CanCu", basis + ("." if number == len(document.bases) else ";"))


def _issuer(document: OfficialDocument) -> Iterator[Element]:
    if document.parent:
        yield paragraph("CoQuanChuQuan", document.parent.upper())
    yield paragraph("CoQuanBanHanh", document.issuer.upper())
    yield _rule_under(document.issuer.upper(), form.ISSUER, form.HEAD_WIDTHS[0])


def _nation() -> Iterator[Element]:
    yield paragraph("QuocHieu", form.NATION_WORDS)
    yield paragraph("TieuNgu", form.MOTTO_WORDS)
    room = form.HEAD_WIDTHS[1] - 2 * _CELL_EDGE
    yield rule(width_of(form.MOTTO_WORDS, form.MOTTO), room, form.RULE_POINTS)


def _rule_under(words: str, look: form.Look, room: float, after: float = 0) -> Element:
    """The decree's rule: a third to a half of the line above it."""
    room = room if room == form.text_width() else room - 2 * _CELL_EDGE
    length = form.RULE_SHARE * width_of(last_line_of(words, look, room), look)
    return rule(length, room, form.RULE_POINTS, after=after)


def _number(document: OfficialDocument) -> Iterator[Element]:
    yield paragraph("SoKyHieu", document.number_line)
    if document.is_letter:
        yield paragraph("VeViec", f"V/v {document.title}")


def _place(document: OfficialDocument) -> Iterator[Element]:
    yield paragraph("DiaDanh", document.place_and_day.line if document.place_and_day else "")


def _addressees(addressees: tuple[str, ...]) -> Iterator[Element]:
    if len(addressees) == 1:
        yield paragraph("KinhGui", f"Kính gửi: {addressees[0]}.")
        return
    if not addressees:
        return
    yield paragraph("CacNoiKinhGui", "Kính gửi:")
    *others, last = addressees
    yield from (paragraph("NoiKinhGui", f"- {name};") for name in others)
    yield paragraph("NoiKinhGui", f"- {last}.", properties=(element("spacing", after=240),))


def foot(document: OfficialDocument) -> Iterator[Element]:
    """Recipients on the left, signature on the right, on one page."""
    left, right = (twips(width) for width in form.FOOT_WIDTHS)
    yield paragraph("DuongKe")
    cells = (
        cell(left, _recipients(document.recipients) or [paragraph("DanhSachNoiNhan")]),
        cell(right, _signature(document.signature) if document.signature else [paragraph("QuyenHanChucVu")]),
    )
    yield table((left, right), (row(cells),), style="KhongKe")


def _recipients(recipients: tuple[str, ...]) -> list[Element]:
    if not recipients:
        return []
    ends = [";"] * (len(recipients) - 1) + ["."]
    listed = [paragraph("DanhSachNoiNhan", f"- {name}{end}") for name, end in zip(recipients, ends, strict=True)]
    return [paragraph("NoiNhan", "Nơi nhận:"), *listed]


def _signature(signature: Signature) -> Iterator[Element]:
    for line in (*signature.authority, signature.position):
        yield paragraph("QuyenHanChucVu", line.upper())
    yield paragraph("NguoiKy", signature.name)
