"""What may be wrong with keeping a road."""

from chiso.problems import ProblemKind, Text

NO_NAME = ProblemKind(
    "roads.no_name",
    Text("Chưa đặt tên cho lộ trình", "The road has no name"),
    Text("Đặt tên để nhận ra trong danh sách", "Give it a name by which it is found in the list"),
)
NOTHING_WORKED_OUT = ProblemKind(
    "roads.nothing_worked_out",
    Text("Chưa tính được lộ trình nên không có gì để lưu", "No road could be worked out, so there is nothing to keep"),
    Text("Xem các điều cần bổ sung ở trang lộ trình", "See on the page of the road what is missing"),
)
NOTHING_TO_ADOPT = ProblemKind(
    "roads.nothing_to_adopt",
    Text(
        "Lộ trình “{given}” không nâng chỉ số nào mà kế hoạch giao",
        "The road “{given}” raises no component of the plan",
    ),
    Text("Chọn lộ trình khác", "Choose another road"),
)
