"""What may be wrong with keeping a road, and with the targets of a plan."""

from chiso.problems import ProblemKind, Text

NO_NAME = ProblemKind(
    "roads.no_name",
    Text("Chưa đặt tên cho lộ trình", "The road has no name"),
    Text("Đặt tên để nhận ra trong danh sách", "Give it a name by which it is found in the list"),
)
LONG_NAME = ProblemKind(
    "roads.long_name",
    Text(
        "Tên lộ trình dài {given} ký tự, tối đa {wanted}", "The name of the road has {given} letters, at most {wanted}"
    ),
    Text("Viết gọn lại", "Write it shorter"),
)
NOTHING_WORKED_OUT = ProblemKind(
    "roads.nothing_worked_out",
    Text("Chưa tính được lộ trình nên không có gì để lưu", "No road could be worked out, so there is nothing to keep"),
    Text("Xem các điều cần bổ sung ở trang lộ trình", "See on the page of the road what is missing"),
)
BEYOND_THE_SCALE = ProblemKind(
    "roads.beyond_the_scale",
    Text(
        "{where}: mục tiêu {given} nằm ngoài thang điểm 0–{wanted}", "{where}: {given} lies beyond the scale 0–{wanted}"
    ),
    Text("Ghi một mức trên thang điểm", "Write a score on the scale"),
)
NO_RANK = ProblemKind(
    "roads.no_rank",
    Text("Không có hạng {given}", "There is no rank {given}"),
    Text("Ghi hạng từ 1 trở lên", "Write a rank of 1 or more"),
)
NOTHING_TO_START_FROM = ProblemKind(
    "roads.nothing_to_start_from",
    Text("{where}: chưa có điểm của năm trước", "{where}: there is no score of the year before"),
    Text(
        "Ô này chưa được tính đến. Nhập điểm của năm trước ở trang Kết quả rồi thử lại.",
        "This field is left out for now. Enter the score of the year before among the results, then try again.",
    ),
)
NOBODY_TO_RANK_WITH = ProblemKind(
    "roads.nobody_to_rank_with",
    Text(
        "{where}: chưa có điểm của các đơn vị khác nên chưa tính được theo hạng",
        "{where}: without the scores of the other units no rank can be told",
    ),
    Text(
        "Ô này chưa được tính đến. Chọn “Tổng điểm”, hoặc nhập bảng điểm các đơn vị trước.",
        "This field is left out for now. Choose a total, or enter the table of the units first.",
    ),
)
