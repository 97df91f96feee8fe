"""All that the pages of plans may complain of."""

from chiso.problems import ProblemKind, Text

# Progress of tasks

PROGRESS_IN_FUTURE = ProblemKind(
    "web.plans.progress_in_future",
    Text("Ngày {given} chưa tới.", "The day {given} has not come yet."),
    Text("Ghi ngày đã có kết quả, muộn nhất là {wanted}.", "Give the day of the result, {wanted} at the latest."),
)
PROGRESS_BEFORE_PLAN = ProblemKind(
    "web.plans.progress_before_plan",
    Text("Ngày {given} trước khi năm của kế hoạch bắt đầu.", "The day {given} lies before the plan's year."),
    Text("Ghi ngày từ {wanted} trở đi.", "Give a day from {wanted} on."),
)
PERCENT_OUT_OF_RANGE = ProblemKind(
    "web.plans.percent_out_of_range",
    Text("Không có tiến độ {given}%.", "There is no progress of {given} per cent."),
    Text("Nhập số nguyên từ 0 đến 100.", "Give a whole number from 0 to 100."),
)
PROGRESS_SAYS_NOTHING = ProblemKind(
    "web.plans.progress_says_nothing",
    Text("Cập nhật này chưa nói gì.", "This update says nothing."),
    Text(
        "Nhập phần trăm, đánh dấu đã xong, ghi một giá trị, một câu ghi chú hoặc chọn một tệp.",
        "Give a per cent, mark it done, enter a value, write a note or choose a file.",
    ),
)
NOT_A_COMMITMENT_OF_THE_TASK = ProblemKind(
    "web.plans.not_a_commitment_of_the_task",
    Text("Có giá trị của một chỉ tiêu không thuộc nhiệm vụ này.", "A value belongs to a figure of another task."),
    Text("Tải lại trang rồi nhập lại.", "Load the page again and enter it anew."),
)
NOT_YOUR_UNITS_TASK = ProblemKind(
    "web.plans.not_your_units_task",
    Text(
        "Đơn vị của bạn không chủ trì và không phối hợp nhiệm vụ này.",
        "Your unit neither leads nor coordinates this task.",
    ),
    Text(
        "Đề nghị {wanted} cập nhật, hoặc đề nghị đầu mối sửa phân công.",
        "Ask {wanted} to report, or the focal unit to change the assignment.",
    ),
)
EVIDENCE_TOO_LARGE = ProblemKind(
    "web.plans.evidence_too_large",
    Text("Tệp “{where}” nặng {given} MB.", "The file “{where}” has {given} MB."),
    Text("Chọn tệp không quá {wanted} MB.", "Choose a file of {wanted} MB at most."),
)
EVIDENCE_OF_WRONG_KIND = ProblemKind(
    "web.plans.evidence_of_wrong_kind",
    Text("Tệp “{where}” thuộc loại không nhận.", "The file “{where}” is of a kind that is not taken."),
    Text("Chọn tệp thuộc một trong các loại: {wanted}.", "Choose a file of one of these kinds: {wanted}."),
)
EVIDENCE_NOT_WHAT_IT_CLAIMS = ProblemKind(
    "web.plans.evidence_not_what_it_claims",
    Text("Nội dung tệp “{where}” không phải là {given}.", "The content of “{where}” is not {given}."),
    Text(
        "Mở tệp để kiểm tra rồi lưu lại đúng loại, hoặc chọn tệp khác.",
        "Open the file, save it in the right kind, or choose another one.",
    ),
)

# Changes to a running plan

NOT_OF_THIS_AGENCY = ProblemKind(
    "web.plans.not_of_this_agency",
    Text("“{given}” không thuộc cơ quan này.", "“{given}” does not belong to this agency."),
    Text("Chọn trong danh sách của cơ quan.", "Choose from the agency's own list."),
)
LEAD_ALSO_COORDINATES = ProblemKind(
    "web.plans.lead_also_coordinates",
    Text("“{given}” vừa chủ trì vừa phối hợp.", "“{given}” both leads and coordinates."),
    Text("Bỏ đơn vị này khỏi danh sách phối hợp.", "Take the unit off the list of coordinating units."),
)
RANK_BEYOND_THE_RANKED = ProblemKind(
    "web.plans.rank_beyond_the_ranked",
    Text("Hạng {given} lớn hơn số đơn vị được xếp hạng.", "The rank {given} is beyond the number of those ranked."),
    Text("Nhập hạng từ 1 đến {wanted}.", "Give a rank from 1 to {wanted}."),
)
SCORE_BEYOND_THE_SCALE = ProblemKind(
    "web.plans.score_beyond_the_scale",
    Text("Điểm {given} nằm ngoài thang điểm {wanted}.", "The score {given} is beyond the scale of {wanted}."),
    Text("Nhập điểm từ 0 đến {wanted}.", "Give a score from 0 to {wanted}."),
)
COUNTED_NOWHERE_IN_ITS_PLAN = ProblemKind(
    "web.plans.counted_nowhere_in_its_plan",
    Text(
        "Nhiệm vụ đang thuộc một thành phần của kế hoạch gốc; bỏ hết thì không còn thành phần nào để tính.",
        "The task belongs to a component of its own plan; without any it would count for none.",
    ),
    Text("Giữ ít nhất một thành phần của kế hoạch gốc.", "Keep at least one component of its own plan."),
)
