"""What may be wrong with a table of peers."""

from chiso.problems import ProblemKind, Text

NO_ROWS = ProblemKind(
    "results.peers.no_rows",
    Text("Bảng chưa có số liệu của đơn vị nào", "The table has no figures of any unit"),
    Text(
        "Dòng đầu là tên cột, mỗi dòng sau là một đơn vị và điểm của đơn vị đó.",
        "The first line names the columns, each line below is a unit and its scores.",
    ),
)
NO_UNIT = ProblemKind(
    "results.peers.no_unit",
    Text("{where}: chưa ghi tên đơn vị", "{where}: the unit has no name"),
    Text("Ghi tên đơn vị hoặc bỏ cả dòng.", "Name the unit, or leave the line out."),
)
UNIT_TWICE = ProblemKind(
    "results.peers.unit_twice",
    Text("{where}: “{given}” đã có ở một dòng trên", "{where}: “{given}” stands in a line above already"),
    Text("Mỗi đơn vị chỉ một dòng.", "Each unit has one line."),
)
NO_SOURCE = ProblemKind(
    "results.peers.no_source",
    Text("Chưa ghi nguồn của bảng", "The source of the table is not given"),
    Text(
        "Ghi số, ký hiệu, ngày của văn bản hoặc tên ấn phẩm và trang.",
        "Give number and date of the document, or the publication and page.",
    ),
)
NOT_COVERED = ProblemKind(
    "results.peers.not_covered",
    Text("Bộ chỉ số {wanted} không áp dụng cho năm {given}", "The index {wanted} does not hold for {given}"),
    Text("Chọn phiên bản của năm đó.", "Choose the edition of that year."),
)
