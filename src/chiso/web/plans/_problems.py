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
        "Đề nghị đơn vị chủ trì ({wanted}) cập nhật, hoặc đề nghị đầu mối sửa phân công.",
        "Ask the lead unit ({wanted}) to report, or the focal unit to change the assignment.",
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

# What is typed in the review of an import

NOT_A_NUMBER = ProblemKind(
    "web.plans.not_a_number",
    Text("“{given}” không phải là số.", "“{given}” is not a number."),
    Text("Gõ như 7,95.", "Write it like 7,95."),
)
UNCLEAR_NUMBER = ProblemKind(
    "web.plans.unclear_number",
    Text("“{given}” có thể hiểu hai cách.", "“{given}” can mean two things."),
    Text("Gõ rõ một trong hai: {wanted}.", "Write one of the two: {wanted}."),
)
NOT_A_WHOLE_NUMBER = ProblemKind(
    "web.plans.not_a_whole_number",
    Text("“{given}” không dùng được ở đây.", "“{given}” cannot stand here."),
    Text("Gõ số nguyên trong khoảng {wanted}.", "Write a whole number within {wanted}."),
)
NOT_A_DAY = ProblemKind(
    "web.plans.not_a_day",
    Text("Không có ngày “{given}”.", "There is no day “{given}”."),
    Text("Gõ như 31/12/2022, 12/2022 hoặc 2022.", "Write it like 31/12/2022, 12/2022 or 2022."),
)
NOT_A_CHOICE = ProblemKind(
    "web.plans.not_a_choice",
    Text("“{given}” không có trong danh sách.", "“{given}” is not in the list."),
    Text("Chọn lại trong danh sách.", "Choose from the list."),
)
TOO_LONG = ProblemKind(
    "web.plans.too_long",
    Text("Dài {given} ký tự.", "This has {given} characters."),
    Text("Rút gọn còn tối đa {wanted} ký tự.", "Shorten it to {wanted} characters at most."),
)
VALUE_NEEDED = ProblemKind(
    "web.plans.value_needed",
    Text("Còn thiếu: {where}.", "Missing: {where}."),
    Text("Điền vào, hoặc xóa trống cả mục này.", "Fill it in, or empty the whole entry."),
)
FORM_CUT_OFF = ProblemKind(
    "web.plans.form_cut_off",
    Text("Biểu mẫu gửi lên không trọn vẹn nên chưa lưu gì.", "The form did not arrive whole; nothing was kept."),
    Text("Quay lại trang vừa rồi và gửi lại.", "Go back to the page and send it again."),
)

# Import of a plan

FILE_NEEDED = ProblemKind(
    "web.plans.file_needed",
    Text("Chưa chọn tệp nào.", "No file was chosen."),
    Text("Chọn tệp {wanted}, hoặc một văn bản mẫu.", "Choose a {wanted} file, or one of the samples."),
)
FILE_TOO_LARGE = ProblemKind(
    "web.plans.file_too_large",
    Text("Tệp “{where}” nặng {given} MB.", "The file “{where}” has {given} MB."),
    Text(
        "Bỏ ảnh, phụ lục không cần đọc để còn tối đa {wanted} MB rồi tải lại.",
        "Take out pictures and annexes until it has {wanted} MB at most.",
    ),
)
SAME_FILE = ProblemKind(
    "web.plans.same_file",
    Text("Văn bản này đã được tải lên: “{given}”.", "This very document is here already: “{given}”."),
    Text("Mở bản đã có để rà soát tiếp.", "Open the one that is here and go on."),
)
NO_SUCH_SAMPLE = ProblemKind(
    "web.plans.no_such_sample",
    Text("Không có văn bản mẫu “{given}”.", "There is no sample “{given}”."),
    Text("Chọn trong danh sách.", "Choose from the list."),
)
DRAFT_CHANGED = ProblemKind(
    "web.plans.draft_changed",
    Text(
        "Có người đã lưu bản nháp này sau khi bạn mở. Những gì bạn gõ còn nguyên dưới đây nhưng chưa được lưu.",
        "Somebody kept this draft after you opened it. All that you typed still stands below, but is not kept.",
    ),
    Text(
        "Mở bản đang lưu ở cửa sổ khác để đối chiếu, rồi bấm lưu lần nữa nếu muốn thay bằng bản của bạn.",
        "Open the kept one in another window to compare; save again to put yours in its place.",
    ),
)
DRAFT_CLOSED = ProblemKind(
    "web.plans.draft_closed",
    Text("Bản nháp “{given}” không còn được rà soát nữa.", "The draft “{given}” is no longer under review."),
    Text("Mở danh sách nhập kế hoạch để xem nó ở đâu.", "Open the list of imports to see where it is."),
)
FRAMEWORK_NEEDED = ProblemKind(
    "web.plans.framework_needed",
    Text("Chưa biết kế hoạch thuộc bộ chỉ số nào.", "It is not known to which index the plan belongs."),
    Text("Chọn bộ chỉ số.", "Choose the index."),
)
YEAR_NEEDED = ProblemKind(
    "web.plans.year_needed",
    Text("Chưa biết năm của kế hoạch.", "The plan's year is not known."),
    Text("Điền năm kế hoạch.", "Fill in the plan's year."),
)
NOTHING_TO_DO = ProblemKind(
    "web.plans.nothing_to_do",
    Text("Kế hoạch chưa có chỉ số thành phần nào và nhiệm vụ nào.", "The plan has no component and no task."),
    Text("Thêm ít nhất một chỉ số thành phần hoặc một nhiệm vụ.", "Add at least one component or one task."),
)
PLAN_EXISTS = ProblemKind(
    "web.plans.plan_exists",
    Text("Cơ quan đã có kế hoạch {given}.", "The agency has a plan already: {given}."),
    Text(
        "Mở kế hoạch đó để sửa; hoặc đổi năm, bộ chỉ số hay đối tượng nếu đã nhận nhầm.",
        "Open that plan to change it; or correct the year, index or subject here.",
    ),
)

# Check of a plan

FINDING_GONE = ProblemKind(
    "web.plans.finding_gone",
    Text("Phát hiện này không còn trong bản hiện tại.", "This finding is no longer in the plan as it stands."),
    Text("Xem lại danh sách vừa kiểm tra.", "Look at the list as it is now."),
)
REASON_NEEDED = ProblemKind(
    "web.plans.reason_needed",
    Text("Chưa ghi lý do.", "The reason is missing."),
    Text(
        "Ghi vì sao để như vậy; lý do được giữ trong lịch sử của kế hoạch.",
        "Say why it may stay as it is; the reason is kept with the plan.",
    ),
)
DISMISSED_ALREADY = ProblemKind(
    "web.plans.dismissed_already",
    Text("Phát hiện này đã được bỏ qua rồi.", "This finding has been put aside already."),
    Text("Xem lý do trong mục “Đã bỏ qua”.", "See the reason under those put aside."),
)
DRAFT_DISCARDED = ProblemKind(
    "web.plans.draft_discarded",
    Text("Bản nháp “{given}” đã bỏ.", "The draft “{given}” was put away."),
    Text("Tải lại tệp để rà soát lần nữa.", "Upload the file again to review it."),
)
ERRORS_NOT_SEEN = ProblemKind(
    "web.plans.errors_not_seen",
    Text("Kế hoạch còn {given} lỗi chưa xem.", "The plan has {given} errors that nobody has looked at."),
    Text(
        "Sửa, bỏ qua có lý do, hoặc đánh dấu đã xem rồi chấp nhận lại.",
        "Mend them, put them aside with a reason, or tick that you have seen them and accept again.",
    ),
)
NOTHING_TO_MERGE = ProblemKind(
    "web.plans.nothing_to_merge",
    Text("Chỉ có một nhiệm vụ được chọn.", "Only one task is chosen."),
    Text("Chọn ít nhất hai nhiệm vụ để gộp.", "Choose at least two tasks to make one of them."),
)
KEPT_NOT_CHOSEN = ProblemKind(
    "web.plans.kept_not_chosen",
    Text(
        "Nhiệm vụ giữ lại không nằm trong những nhiệm vụ được chọn.", "The task to be kept is not among those chosen."
    ),
    Text("Chọn nhiệm vụ giữ lại trong số đó.", "Keep one of those chosen."),
)
TASKS_GONE = ProblemKind(
    "web.plans.tasks_gone",
    Text(
        "Có nhiệm vụ không còn trong kế hoạch này; có thể vừa được gộp.",
        "Some of the tasks are no longer in this plan; they may just have been merged.",
    ),
    Text("Xem lại danh sách rồi chọn lại.", "Look at the list as it is now and choose again."),
)
