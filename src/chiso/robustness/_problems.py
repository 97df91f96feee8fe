"""What robustness may complain of: roads to a target first, then assumptions."""

from chiso.problems import ProblemKind, Text

NO_SUCH_UNIT = ProblemKind(
    "road.no_such_unit",
    Text("Không có đơn vị “{given}” trong bảng", "There is no unit “{given}” in the table"),
    Text("Các đơn vị có trong bảng: {wanted} …", "Units of the table: {wanted} …"),
)
NO_TOTAL = ProblemKind(
    "road.no_total",
    Text("“{given}” không có điểm tổng hợp vì thiếu: {wanted}", "“{given}” has no total for want of: {wanted}"),
    Text("Bổ sung điểm còn thiếu rồi tính lại.", "Add the missing scores and try again."),
)
NO_FORMULA = ProblemKind(
    "road.no_formula",
    Text(
        "{where}: không có công thức tính “{given}” từ các chỉ số thành phần",
        "{where}: there is no formula that leads from the components to “{given}”",
    ),
    Text(
        "Chưa nguồn nào công bố trọng số, hoặc số liệu đã cho sẵn điểm tổng hợp; bỏ cột đó, hoặc dùng phiên bản riêng có trọng số.",
        "No source has published weights, or the data give the total itself; leave that column out, or use an edition of "
        "your own that has weights.",
    ),
)
NO_LEVER = ProblemKind(
    "road.no_lever",
    Text("“{given}” không phải là chỉ số thành phần có thể nâng điểm", "“{given}” is no component that can be raised"),
    Text("Chọn trong các mã: {wanted}.", "Choose one of the codes: {wanted}."),
)
LEVER_UNDER_LEVER = ProblemKind(
    "road.lever_under_lever",
    Text(
        "“{given}” nằm trong “{wanted}”, không thể nâng cả hai",
        "“{given}” lies under “{wanted}”: both cannot be raised",
    ),
    Text("Bỏ một trong hai mã.", "Leave one of the two out."),
)
BAD_STEP = ProblemKind(
    "road.bad_step",
    Text("Mức tăng {given} không dùng được", "The step {given} cannot be used"),
    Text("Mức tăng phải lớn hơn 0.", "Take a step above zero."),
)
NO_PEERS = ProblemKind(
    "road.no_peers",
    Text(
        "Không nói được hạng {given}: bảng không có điểm của đơn vị nào khác",
        "Rank {given} cannot be told: the table has no scores of other units",
    ),
    Text("Nhập bảng điểm của các đơn vị cùng xếp hạng.", "Enter the table of the units that are ranked together."),
)
NO_SUCH_RANK = ProblemKind(
    "road.no_such_rank",
    Text(
        "Không có hạng {given} trong bảng có {wanted} đơn vị", "There is no rank {given} in a table of {wanted} units"
    ),
    Text("Chọn hạng từ 1 đến {wanted}.", "Choose a rank from 1 to {wanted}."),
)
NO_MOVES = ProblemKind(
    "road.no_moves",
    Text(
        "Không có hai năm liền nhau trong các năm đã cho: {given}", "No two of these years follow each other: {given}"
    ),
    Text("Cho bảng điểm của hai năm liền nhau.", "Give the tables of two years that follow each other."),
)
TOO_FEW_MOVES = ProblemKind(
    "road.too_few_moves",
    Text("Chỉ có {given} đơn vị đủ điểm ở cả hai năm", "Only {given} units have all scores in both years"),
    Text("Cần ít nhất {wanted} đơn vị.", "At least {wanted} are needed."),
)
OTHER_LEVERS = ProblemKind(
    "road.other_levers",
    Text(
        "Các năm không cùng bộ chỉ số thành phần: {given} và {wanted}",
        "The years do not have the same components: {given} and {wanted}",
    ),
    Text("Chỉ so sánh các năm của cùng một phiên bản.", "Compare years of one edition only."),
)
BAD_PROBABILITY = ProblemKind(
    "road.bad_probability",
    Text("{given} không phải là một xác suất", "{given} is no probability"),
    Text("Ghi số lớn hơn 0 và nhỏ hơn 1, như 0.8.", "Write a number between 0 and 1, such as 0.8."),
)
NO_DRAWS = ProblemKind(
    "robustness.no_draws",
    Text("Số lượt tính {given} không dùng được", "{given} draws cannot be made"),
    Text("Ghi số lượt từ 1 trở lên, như 1000.", "Ask for one or more, such as 1000."),
)
BAD_EFFORT = ProblemKind(
    "road.bad_effort",
    Text("{where}: {given} không dùng được", "{where}: {given} cannot be used"),
    Text(
        "Công sức và mức nâng tối đa từ 0 trở lên; bước điểm lớn hơn 0.",
        "Efforts and limits are zero or more; steps are above zero.",
    ),
)
NO_LEAD = ProblemKind(
    "road.no_lead",
    Text("Không chỉ số nào do “{given}” chủ trì", "“{given}” leads no component"),
    Text("Các đơn vị chủ trì: {wanted}.", "Lead units: {wanted}."),
)
NOT_CONCAVE = ProblemKind(
    "road.not_concave",
    Text(
        "“{given}” được tính theo cách không tìm được đường đi rẻ nhất bằng quy hoạch tuyến tính",
        "“{given}” is made in a way for which linear programming finds no cheapest road",
    ),
    Text(
        "Thử từng mức điểm bằng phép tính giá trị của mỗi bước.", "Try single steps with the worth of each component."
    ),
)
NOT_SETTLED = ProblemKind(
    "road.not_settled",
    Text("Chưa tìm được lời giải sau {given} vòng", "No answer was found within {given} rounds"),
    Text("Bớt ràng buộc, hoặc đặt mục tiêu thấp hơn.", "Take fewer limits, or a lower target."),
)
