"""What the reporting pages may complain of."""

from chiso.problems import ProblemKind, Text

NO_SUCH_PERIOD = ProblemKind(
    "reporting.no_such_period",
    Text("Kế hoạch không yêu cầu báo cáo kỳ “{given}”", "The plan asks for no report of the period “{given}”"),
    Text("Chọn kỳ báo cáo trong trang Lịch", "Choose the report on the calendar page"),
)
FILED_ALREADY = ProblemKind(
    "reporting.filed_already",
    Text(
        "Báo cáo {given} đã được ghi nhận là gửi ngày {wanted}",
        "The report of {given} is already recorded as sent on {wanted}",
    ),
    Text("Muốn ghi lại, hãy bỏ ghi nhận cũ trước", "To record it anew, undo the old record first"),
)
NOT_FILED = ProblemKind(
    "reporting.not_filed",
    Text("Báo cáo {given} chưa được ghi nhận là đã gửi", "The report of {given} is not recorded as sent"),
    Text(
        "Không có gì phải bỏ; tải lại trang để xem tình trạng mới",
        "There is nothing to undo; reload the page to see how it stands",
    ),
)
FILED_IN_FUTURE = ProblemKind(
    "reporting.filed_in_future",
    Text("Ngày gửi {given} còn ở phía trước", "The day of sending, {given}, lies ahead"),
    Text("Nhập ngày gửi không muộn hơn hôm nay, {wanted}", "Give a day of sending not after today, {wanted}"),
)
