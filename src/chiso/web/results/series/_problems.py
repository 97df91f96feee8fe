"""What may be wrong with a table of results through the years."""

from chiso.problems import ProblemKind, Text

NO_YEAR = ProblemKind(
    "results.series.no_year",
    Text("{where}: “{given}” không phải là năm được đánh giá", "{where}: “{given}” is no year that was judged"),
    Text("Ghi năm bốn chữ số, từ {wanted}.", "Write a year of four digits, from {wanted}."),
)
UNKNOWN_NODE = ProblemKind(
    "results.series.unknown_node",
    Text(
        "{where}: “{given}” không phải là mã hay tên chỉ số của “{wanted}”",
        "{where}: “{given}” is no code or name of “{wanted}”",
    ),
    Text(
        "Lấy mã ở tệp mẫu; điểm chung thì ghi “Điểm chung” hoặc để trống cột Mã và Chỉ số.",
        "Take the code from the template; for the whole write “Điểm chung”, or leave code and name empty.",
    ),
)
TWICE = ProblemKind(
    "results.series.twice",
    Text("{where}: “{given}” đã có ở một dòng trên", "{where}: “{given}” stands in a line above already"),
    Text(
        "Mỗi năm, mỗi chỉ số và loại số liệu (chính thức, tạm tính) một dòng.",
        "Each year, indicator and standing has one line.",
    ),
)
UNKNOWN_STANDING = ProblemKind(
    "results.series.unknown_standing",
    Text("{where}: “{given}” không phải là loại số liệu", "{where}: “{given}” is no standing of a figure"),
    Text("Ghi “Chính thức” hoặc “Tạm tính”, hoặc để trống.", "Write “Chính thức” or “Tạm tính”, or leave it empty."),
)
ANOTHER_UNIT = ProblemKind(
    "results.series.another_unit",
    Text(
        "{where}: “{given}” không phải là “{wanted}”, đối tượng đã chọn",
        "{where}: “{given}” is not “{wanted}”, the subject chosen",
    ),
    Text(
        "Chọn lại đối tượng, hoặc tách các dòng ra tệp khác.",
        "Choose another subject, or move the lines to another file.",
    ),
)
