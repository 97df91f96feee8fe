"""One document with every part that Decree 30/2020/NĐ-CP, appendix I, sets rules for."""

from chiso.documents.writing import (
    Annex,
    Clause,
    Column,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    PlaceAndDay,
    Row,
    Signature,
    Table,
)

COLUMNS = (Column("TT", 1, is_centred=True), Column("Việc phải làm", 8), Column("Đơn vị chủ trì", 4, is_centred=True))
ROWS = tuple(
    Row((f"1.{n}", "Ghi nhận góp ý của khách vào sổ, trả lời trong ngày. " * 3, "Văn phòng")) for n in range(1, 31)
)
PLAN = OfficialDocument(
    issuer="Sở Khoa học và Công nghệ",
    parent="UBND tỉnh Lào Cai",
    number="7/KH-SKHCN",
    kind="Kế hoạch",
    title="Nâng điểm Chỉ số DDCI năm 2025",
    place_and_day=PlaceAndDay("Lào Cai", 2025, 1, 9),
    bases=("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2025", "Căn cứ Kế hoạch số 34/KH-UBND"),
    body=(
        Paragraph(
            "Sở lập Kế hoạch với các phần việc dưới đây, giao cho từng phòng một đầu việc rõ ràng để cuối năm soát lại."
        ),
        Heading(1, "MỤC TIÊU", "I"),
        Heading(2, "Mức điểm phải đạt", "1"),
        Heading(3, "Điểm của từng phòng", "1.1"),
        Heading(4, "Phòng một cửa", "a"),
        Item("Trả lời khách trong ngày; việc nào phải chờ thì hẹn rõ giờ và người trả lời, ghi vào sổ trực của phòng."),
        Item("Sổ trực do trưởng phòng ký.", level=2),
        Heading(1, "TỔ CHỨC THỰC HIỆN", "II"),
        Clause(2, "1", "Các phòng tự soát việc của mình mỗi tháng một lần."),
        Clause(2, "2", "Văn phòng gom kết quả./."),
    ),
    signature=Signature("PHÓ GIÁM ĐỐC", "Lê Văn Kỷ", ("KT. GIÁM ĐỐC",)),
    recipients=("UBND tỉnh", "Các phòng", "Lưu: VT, KHTC"),
    annexes=(
        Annex("Danh mục việc", (Table(COLUMNS, ROWS),)),
        Annex("Mẫu sổ", (Paragraph("Sổ có ba cột."),), is_landscape=False),
    ),
)
LETTER = OfficialDocument(
    issuer="Sở Khoa học và Công nghệ",
    parent="UBND tỉnh Lào Cai",
    number="15/SKHCN-VP",
    title="nhắc gửi báo cáo quý I",
    place_and_day=PlaceAndDay("Lào Cai", 2025, 4, 20),
    addressees=("Phòng Tổ chức", "Thanh tra Sở"),
    body=(Paragraph("Mời hai đơn vị gửi báo cáo về Văn phòng trong tuần này./."),),
    signature=Signature("CHÁNH VĂN PHÒNG", "Lê Thị Mỵ", ("TL. GIÁM ĐỐC",)),
    recipients=("Như trên", "Lưu: VT"),
)
