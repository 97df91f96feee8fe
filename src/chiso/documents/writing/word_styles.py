"""The styles of a written Word document, named as a secretary looks for them, each with the decree's type and spacing."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordDocument

from chiso.documents.writing import form
from chiso.documents.writing.form import Look
from chiso.documents.writing.word_elements import Element, element, list_number, twips

HEADINGS, ITEMS = 1, 2  # the numbers of Word's lists
_LINE = 240  # a single line in Word's unit


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; spaces in points, indents in millimetres."""

    identity: str
    name: str
    look: Look
    alignment: str = "center"
    before: float = 0
    after: float = 0
    lines: float = 1.0
    first_line: float = 0
    left: float = 0
    keeps_with_next: bool = False
    outline: int | None = None
    in_list: tuple[int, int] | None = None
    then: str | None = None


def _body(identity: str, name: str, look: Look, **more: object) -> _Style:
    values = {
        "alignment": "both",
        "after": form.PARAGRAPH_GAP,
        "lines": form.LINE_SPACING,
        "first_line": form.INDENT,
    } | more
    return _Style(identity, name, look, **values)  # type: ignore[arg-type]  # the names are those of the fields above


_BOLD = Look(form.TEXT.size, bold=True)
_TITLED = {"keeps_with_next": True, "then": "NoiDung"}
_STYLES = (
    _Style("QuocHieu", "Quốc hiệu", form.NATION),
    _Style("TieuNgu", "Tiêu ngữ", form.MOTTO),
    _Style("CoQuanChuQuan", "Cơ quan chủ quản", form.PARENT),
    _Style("CoQuanBanHanh", "Cơ quan ban hành", form.ISSUER),
    _Style("SoKyHieu", "Số, ký hiệu", form.NUMBER, before=4),
    _Style("DiaDanh", "Địa danh và thời gian", form.PLACE, before=4),
    _Style("VeViec", "Về việc", form.SUBJECT, before=form.PARAGRAPH_GAP),
    _Style("DuongKe", "Đường kẻ", Look(2), keeps_with_next=True),
    _Style("TenLoai", "Tên loại văn bản", form.KIND, before=18, keeps_with_next=True, then="TrichYeu"),
    _Style("TrichYeu", "Trích yếu", form.TITLE, keeps_with_next=True, then="NoiDung"),
    _Style("KinhGui", "Kính gửi", form.ADDRESSEE, before=12, after=12, then="NoiDung"),
    _Style("CacNoiKinhGui", "Các nơi kính gửi", form.ADDRESSEE, alignment="left", before=12, left=form.ADDRESSED_AT),
    _Style("NoiKinhGui", "Nơi kính gửi", form.ADDRESSEE, alignment="left", left=form.ADDRESSED_AT + 22),
    _body("CanCu", "Căn cứ", form.BASIS),
    _body("NoiDung", "Nội dung", form.TEXT),
    _body("Khoan", "Khoản", form.TEXT),
    _body("GachDauDong", "Gạch đầu dòng", form.TEXT, in_list=(ITEMS, 0)),
    _body("DauCong", "Dấu cộng", form.TEXT, in_list=(ITEMS, 1)),
    _body("Heading1", "heading 1", form.HEADING_LOOKS[1], outline=0, in_list=(HEADINGS, 0), **_TITLED),
    _body("Heading2", "heading 2", form.HEADING_LOOKS[2], outline=1, in_list=(HEADINGS, 1), **_TITLED),
    _body("Heading3", "heading 3", form.HEADING_LOOKS[3], outline=2, in_list=(HEADINGS, 2), **_TITLED),
    _body("Heading4", "heading 4", form.HEADING_LOOKS[4], outline=3, in_list=(HEADINGS, 3), **_TITLED),
    _body("Heading5", "heading 5", form.HEADING_LOOKS[5], outline=4, **_TITLED),
    _Style("QuyenHanChucVu", "Quyền hạn, chức vụ", form.AUTHORITY),
    _Style("NguoiKy", "Họ tên người ký", form.SIGNER, before=form.ROOM_TO_SIGN * form.POINTS_PER_MILLIMETRE),
    _Style("NoiNhan", "Nơi nhận", form.RECIPIENTS_HEAD, alignment="left"),
    _Style("DanhSachNoiNhan", "Danh sách nơi nhận", form.RECIPIENT, alignment="left"),
    _Style("PhuLuc", "Phụ lục", form.ANNEX_NUMBER, keeps_with_next=True, outline=0),
    _Style("TenPhuLuc", "Tên phụ lục", form.ANNEX_TITLE, keeps_with_next=True),
    _Style("DanChieuPhuLuc", "Dẫn chiếu phụ lục", form.ANNEX_REFERENCE, after=2, keeps_with_next=True),
    _Style("TenBang", "Tên bảng", _BOLD, before=6, after=6, keeps_with_next=True),
    _Style("DauBang", "Đầu bảng", Look(form.CELL.size, bold=True), before=3, after=3),
    _Style("OBang", "Ô bảng", form.CELL, alignment="left", before=2, after=2),
    _Style("OBangGiua", "Ô bảng giữa", form.CELL, before=2, after=2),
    _Style(
        "OBangDam",
        "Ô bảng đậm",
        Look(form.CELL.size, bold=True),
        alignment="left",
        before=2,
        after=2,
        keeps_with_next=True,
    ),
    _Style("SoTrang", "Số trang", form.PAGE_NUMBER),
)


def put_styles(word: WordDocument) -> None:
    """Replace the template's styles by ours: one font, Vietnamese as the language, no colours."""
    root = word.styles.element
    for child in list(root):
        root.remove(child)
    root.append(_defaults())
    root.append(_named("paragraph", "Normal", "Normal", element("qFormat"), default=1))
    root.append(_named("character", "DefaultParagraphFont", "Default Paragraph Font", default=1))
    root.append(_named("table", "TableNormal", "Normal Table", _margins(), default=1))
    root.append(_named("numbering", "NoList", "No List", default=1))
    root.append(_named("table", "KhongKe", "Bảng không kẻ", element("basedOn", val="TableNormal")))
    root.append(_named("table", "TableGrid", "Table Grid", element("basedOn", val="TableNormal"), _ruled()))
    for style in _STYLES:
        root.append(_paragraph_style(style))


def _defaults() -> Element:
    fonts = element("rFonts", ascii=form.FONT, hAnsi=form.FONT, eastAsia=form.FONT, cs=form.FONT)
    size = round(form.TEXT.size * 2)
    language = element("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    runs = element(
        "rPr", fonts, element("color", val="000000"), element("sz", val=size), element("szCs", val=size), language
    )
    spacing = element("pPr", element("spacing", before=0, after=0, line=_LINE, lineRule="auto"))
    return element("docDefaults", element("rPrDefault", runs), element("pPrDefault", spacing))


def _named(kind: str, identity: str, name: str, *more: Element, **attributes: object) -> Element:
    return element("style", element("name", val=name), *more, type=kind, **attributes, styleId=identity)


def _margins() -> Element:
    sides = (element("top", w=0, type="dxa"), element("left", w=twips(1.5), type="dxa"))
    others = (element("bottom", w=0, type="dxa"), element("right", w=twips(1.5), type="dxa"))
    return element("tblPr", element("tblInd", w=0, type="dxa"), element("tblCellMar", *sides, *others))


def _ruled() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return element(
        "tblPr", element("tblBorders", *(element(s, val="single", sz=4, space=0, color="000000") for s in sides))
    )


def _paragraph_style(style: _Style) -> Element:
    look = style.look
    size = round(look.size * 2)
    is_own = "heading" not in style.name
    return _named(
        "paragraph",
        style.identity,
        style.name,
        element("basedOn", val="Normal"),
        element("next", val=style.then) if style.then else None,
        element("qFormat"),
        _paragraph_properties(style),
        element(
            "rPr",
            element("b") if look.bold else None,
            element("i") if look.italic else None,
            element("sz", val=size),
            element("szCs", val=size),
        ),
        **({"customStyle": 1} if is_own else {}),
    )


def _paragraph_properties(style: _Style) -> Element:
    return element(
        "pPr",
        element("keepNext") if style.keeps_with_next else None,
        list_number(*style.in_list) if style.in_list else None,
        element(
            "spacing",
            before=round(style.before * 20),
            after=round(style.after * 20),
            line=round(_LINE * style.lines),
            lineRule="auto",
        ),
        element("ind", left=twips(style.left), firstLine=twips(style.first_line)),
        element("jc", val=style.alignment),
        element("outlineLvl", val=style.outline) if style.outline is not None else None,
    )
