"""What the reading of periods, days and calendars may complain of."""

from chiso.problems import ProblemKind, Text

UNKNOWN_PERIOD = ProblemKind(
    "periods.unknown_period",
    Text("“{given}” không phải là một kỳ", "“{given}” is not a period"),
    Text(
        "Viết như một trong các mẫu: {wanted}",
        "Write it like one of these: {wanted}",
    ),
)
NO_SUCH_NUMBER = ProblemKind(
    "periods.no_such_number",
    Text("Không có kỳ thứ {given} trong năm", "There is no period number {given} in a year"),
    Text("Số thứ tự của kỳ phải từ 1 đến {wanted}", "The number of the period must be from 1 to {wanted}"),
)
NO_SUCH_YEAR = ProblemKind(
    "periods.no_such_year",
    Text("Năm {given} nằm ngoài khoảng tính được", "The year {given} is outside what can be reckoned"),
    Text("Nhập năm từ {wanted}", "Give a year from {wanted}"),
)
NO_SUCH_DUE_DAY = ProblemKind(
    "periods.no_such_due_day",
    Text("Không có ngày {given} trong tháng", "There is no day {given} in a month"),
    Text("Ngày hạn báo cáo phải từ 1 đến 31", "The day of a deadline must be from 1 to 31"),
)
NO_SUCH_DUE_MONTH = ProblemKind(
    "periods.no_such_due_month",
    Text("Không có tháng {given} trong năm", "There is no month {given} in a year"),
    Text("Tháng hạn báo cáo phải từ 1 đến 12", "The month of a deadline must be from 1 to 12"),
)
NO_SUCH_DATE = ProblemKind(
    "periods.no_such_date",
    Text("“{given}” không phải là ngày có thật", "“{given}” is not a real date"),
    Text(
        "Viết ngày theo mẫu 2021-01-05, tháng theo mẫu 2021-01, năm theo mẫu 2021",
        "Write a day like 2021-01-05, a month like 2021-01, a year like 2021",
    ),
)
NEGATIVE_TERM = ProblemKind(
    "periods.negative_term",
    Text("Thời hạn không thể là {given}", "A term cannot be {given}"),
    Text("Nhập số từ 1 trở lên", "Give a number from 1 on"),
)
DECISION_WITHOUT = ProblemKind(
    "periods.decision_without",
    Text("{where}: thiếu “{wanted}”", "{where}: “{wanted}” is missing"),
    Text("Bổ sung “{wanted}” theo mẫu trong docs/periods.md", "Add “{wanted}” as docs/periods.md shows"),
)
DECISION_WRONG = ProblemKind(
    "periods.decision_wrong",
    Text("{where}: “{given}” không hợp lệ", "{where}: “{given}” does not fit"),
    Text("Cần {wanted}", "Wanted: {wanted}"),
)
DECISION_REPEATED = ProblemKind(
    "periods.decision_repeated",
    Text("{where}: ngày {given} đã được quyết định", "{where}: the day {given} has been decided already"),
    Text("Chỉ giữ một dòng cho mỗi ngày", "Keep one line for each day"),
)
