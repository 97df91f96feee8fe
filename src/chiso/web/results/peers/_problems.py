"""What may be wrong with a table of peers."""

from chiso.problems import ProblemKind, Text

NO_ROWS = ProblemKind(
    "results.peers.no_rows",
    Text("Bảng chưa có dòng số liệu nào", "The table has no row of figures"),
    Text(
        "Dòng đầu là tên cột, mỗi dòng sau là một đơn vị.",
        "The first line names the columns, each line below is a unit.",
    ),
)
NO_UNIT_COLUMN = ProblemKind(
    "results.peers.no_unit_column",
    Text("Dòng {where}: thiếu cột “Đơn vị”", "Line {where}: there is no column “unit”"),
    Text(
        "Lấy tệp mẫu ở trang này để có đủ tên cột.", "Take the sample file of this page for the names of the columns."
    ),
)
UNKNOWN_COLUMN = ProblemKind(
    "results.peers.unknown_column",
    Text("Cột “{given}” không có trong bộ chỉ số", "The column “{given}” is not in the index"),
    Text("Các cột dùng được: {wanted}.", "Columns that can be used: {wanted}."),
)
COLUMN_TWICE = ProblemKind(
    "results.peers.column_twice",
    Text("Cột “{given}” có hai lần", "The column “{given}” stands there twice"),
    Text("Giữ một cột.", "Keep one of them."),
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
NOT_A_NUMBER = ProblemKind(
    "results.peers.not_a_number",
    Text("{where}: “{given}” không phải là số", "{where}: “{given}” is no number"),
    Text(
        "Ghi số như 7,95 hoặc 7.95; chưa có số liệu thì để trống.",
        "Write 7,95 or 7.95; leave it empty where nothing is known.",
    ),
)
OFF_THE_SCALE = ProblemKind(
    "results.peers.off_the_scale",
    Text("{where}: {given} nằm ngoài thang điểm {wanted}", "{where}: {given} is off the scale {wanted}"),
    Text("Xem lại số trong bản công bố.", "Check the figure in the publication."),
)
NOT_A_RANK = ProblemKind(
    "results.peers.not_a_rank",
    Text("{where}: “{given}” không phải là thứ hạng", "{where}: “{given}” is no rank"),
    Text("Hạng là số nguyên từ 1.", "A rank is a whole number from 1 on."),
)
TOO_MANY_CELLS = ProblemKind(
    "results.peers.too_many_cells",
    Text(
        "{where}: có {given} ô, dòng đầu chỉ có {wanted} cột",
        "{where}: {given} cells, but the first line has {wanted} columns",
    ),
    Text(
        "Số có dấu phẩy thì các ô cách nhau bằng dấu chấm phẩy.",
        "Where numbers have a decimal comma, separate cells by semicolons.",
    ),
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
NOT_TEXT = ProblemKind(
    "results.peers.not_text",
    Text("Tệp “{given}” không phải là bảng dạng văn bản (CSV)", "The file “{given}” is no table as text (CSV)"),
    Text(
        "Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, hoặc chép các ô rồi dán vào ô bên dưới.",
        "In Excel save as “CSV UTF-8”, or copy the cells and paste them below.",
    ),
)
