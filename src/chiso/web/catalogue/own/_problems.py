"""What may be wrong with an agency's own edition."""

from chiso.problems import ProblemKind, Text

NOT_A_DRAFT = ProblemKind(
    "catalogue.not_a_draft",
    Text("Phiên bản {given} không còn ở bước lập", "The edition {given} is no longer being made"),
    Text(
        "Bản đã áp dụng không sửa được nữa: lập phiên bản sau",
        "What has been in force stays as it is: make the next version",
    ),
)
NOT_IN_FORCE = ProblemKind(
    "catalogue.not_in_force",
    Text("Phiên bản {given} không đang áp dụng", "The edition {given} is not in force"),
    Text("Mở lại trang để xem trạng thái mới", "Open the page again to see how it stands"),
)
NO_REASON = ProblemKind(
    "catalogue.no_reason",
    Text("Chưa ghi lý do", "No reason is given"),
    Text("Ghi vì sao thôi áp dụng", "Say why it is withdrawn"),
)
UNCITED = ProblemKind(
    "catalogue.uncited",
    Text(
        "Nguồn này chưa tra được: thiếu số, ngày hoặc nơi công bố",
        "Nobody could look this source up: number, day or place of publication is missing",
    ),
    Text(
        "Ghi số, ký hiệu và ngày ban hành; không có số thì ghi nơi công bố (hoặc địa chỉ) và ngày công bố",
        "Give number and day of issue; without a number, where (or at which address) and when it was published",
    ),
)
