"""What robustness may complain of: roads to a target first, then assumptions."""

from chiso.problems import ProblemKind, Text

NO_SUCH_UNIT = ProblemKind(
    "road.no_such_unit",
    Text("Không có đơn vị “{given}” trong bảng", "There is no unit “{given}” in the table"),
    Text("Các đơn vị gần giống: {wanted}.", "Units like it: {wanted}."),
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
TOO_MANY_DRAWS = ProblemKind(
    "robustness.too_many_draws",
    Text(
        "{given} lượt tính với số liệu này cần khoảng {where} GB bộ nhớ, quá mức 4 GB",
        "{given} draws with these data would take about {where} GB of memory, more than 4 GB",
    ),
    Text(
        "Với số liệu này, tính nhiều nhất {wanted} lượt; 1000 đến 10000 lượt thường đã đủ.",
        "With these data ask for {wanted} at most; 1000 to 10000 will do for most purposes.",
    ),
)
BAD_EFFORT = ProblemKind(
    "road.bad_effort",
    Text("{where}: {given} không dùng được (cho: {wanted})", "{where}: {given} cannot be used (for: {wanted})"),
    Text(
        "Công sức và mức nâng tối đa từ 0 trở lên; bước điểm lớn hơn 0.",
        "Efforts and limits are zero or more; steps are above zero.",
    ),
)
NO_LEADS = ProblemKind(
    "road.no_leads",
    Text(
        "Chưa biết chỉ số nào do đơn vị nào chủ trì, nên không đặt được mức cho “{given}”",
        "Nobody is known to lead any component, so that “{given}” cannot be limited",
    ),
    Text(
        "Ghi tên đơn vị chủ trì vào cột lead của bảng công sức (--effort).",
        "Name the lead units in the column lead of the table of efforts (--effort).",
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
NOT_COMPUTED = ProblemKind(
    "robustness.not_computed",
    Text(
        "“{given}” không được tính từ chỉ số nào nên không có gì để thay đổi",
        "“{given}” is not computed out of anything, so that nothing can vary",
    ),
    Text("Các mã được tính: {wanted}.", "Codes that are computed: {wanted}."),
)
NO_ASSUMPTION = ProblemKind(
    "robustness.no_assumption",
    Text("Chưa chọn giả định nào để thay đổi", "No assumption has been chosen"),
    Text("Chọn ít nhất một, như trọng số (--weights 0.25).", "Choose at least one, such as weights (--weights 0.25)."),
)
ASSUMED_TWICE = ProblemKind(
    "robustness.assumed_twice",
    Text("“{given}” bị thay đổi hai lần", "“{given}” varies twice"),
    Text("Giữ lại một giả định cho mỗi bước.", "Keep one assumption for each step."),
)
BAD_SHARE = ProblemKind(
    "robustness.bad_share",
    Text("Mức thay đổi trọng số {given} không dùng được", "Weights cannot vary by a share of {given}"),
    Text("Ghi số lớn hơn 0, không quá 1, như 0.25.", "Write a number above 0 up to 1, such as 0.25."),
)
NO_SUCH_STEP = ProblemKind(
    "robustness.no_such_step",
    Text("Không có bước “{given}”", "There is no step “{given}”"),
    Text("Các bước: {wanted}.", "The steps: {wanted}."),
)
NO_CHOICE = ProblemKind(
    "robustness.no_choice",
    Text("“{given}”: không có gì để chọn", "“{given}”: there is nothing to choose between"),
    Text("Nêu ít nhất hai cách tính, hoặc một mã để bỏ ra.", "Name two methods at least, or a code to leave out."),
)
NOTHING_WEIGHS = ProblemKind(
    "robustness.nothing_weighs",
    Text("“{given}” không có trọng số nào để thay đổi", "“{given}” has no weights that could vary"),
    Text(
        "Bỏ giả định này: bộ chỉ số cộng điểm, không lấy trung bình.", "Leave it out: points are added, not averaged."
    ),
)
NO_WEIGHT = ProblemKind(
    "robustness.no_weight",
    Text("“{given}” không có trọng số", "“{given}” has no weight"),
    Text("Các mã có trọng số: {wanted}.", "Codes that have one: {wanted}."),
)
NEGATIVE_WEIGHT = ProblemKind(
    "robustness.negative_weight",
    Text("Có trọng số âm hoặc để trống", "Some weights are negative or missing"),
    Text("Trọng số là số từ 0 trở lên.", "Weights are zero or more."),
)
WRONG_SHAPE = ProblemKind(
    "robustness.wrong_shape",
    Text("Bảng số có kích thước {given}, cần {wanted}", "The table is {given}, and should be {wanted}"),
    Text(
        "Xếp số theo đúng thứ tự đơn vị và mã của phiên bản.",
        "Put the numbers in the order of the units and of the edition's codes.",
    ),
)
NO_INDICATORS = ProblemKind(
    "robustness.no_indicators",
    Text("Không có số liệu ở cấp chỉ tiêu cho bước “{given}”", "There are no indicator values for the step “{given}”"),
    Text("Bỏ giả định này, hoặc dùng số liệu ở cấp chỉ tiêu.", "Leave it out, or use data of indicators."),
)
NOTHING_TO_IMPUTE = ProblemKind(
    "robustness.nothing_to_impute",
    Text(
        "Số liệu không thiếu giá trị nào nên không có gì để ước lượng bù",
        "No value is missing: there is nothing to impute",
    ),
    Text("Bỏ giả định về ước lượng bù.", "Leave the assumption on imputation out."),
)
NO_PART = ProblemKind(
    "robustness.no_part",
    Text(
        "Không thể bỏ “{given}”: mã này không nằm trong điểm đang xét",
        "“{given}” is no part of the score and cannot be left out",
    ),
    Text("Các mã bỏ được: {wanted}.", "Codes that can be left out: {wanted}."),
)
ONLY_PART = ProblemKind(
    "robustness.only_part",
    Text(
        "Không thể bỏ “{given}”: nhóm của nó không còn chỉ số nào",
        "“{given}” cannot be left out: nothing would be left beside it",
    ),
    Text("Bỏ cả nhóm thay vì mã này.", "Leave the whole group out instead."),
)
NO_ERRORS = ProblemKind(
    "robustness.no_errors",
    Text("Không có sai số nào khác 0", "No sampling error differs from zero"),
    Text(
        "Cho sai số chuẩn của ít nhất một giá trị khảo sát.", "Give the standard error of at least one surveyed value."
    ),
)
NEGATIVE_ERROR = ProblemKind(
    "robustness.negative_error",
    Text("Sai số {given} là số âm", "The sampling error {given} is negative"),
    Text("Sai số chuẩn là số từ 0 trở lên.", "Standard errors are zero or more."),
)
ERROR_WITHOUT_VALUE = ProblemKind(
    "robustness.error_without_value",
    Text(
        "“{given}” có sai số nhưng không có giá trị khảo sát",
        "“{given}” has sampling errors but lacks a surveyed value",
    ),
    Text("Bỏ sai số đó, hoặc bổ sung giá trị.", "Take the errors out, or add the value."),
)
NO_SCORE = ProblemKind(
    "robustness.no_score",
    Text("{where} không còn điểm với giả định {given}", "{where} gets no score under {given}"),
    Text(
        "Chọn cách tính hợp với số liệu; trung bình nhân chẳng hạn cần giá trị dương.",
        "Choose methods that the data allow; a geometric mean, for one, needs values above zero.",
    ),
)
NOT_WITH = ProblemKind(
    "robustness.not_with",
    Text("Không tính được với giả định {given}", "Nothing can be computed under {given}"),
    Text("Bỏ lựa chọn gây ra lỗi dưới đây.", "Leave out the choice behind the fault that follows."),
)
EMPTY_DESIGN = ProblemKind(
    "robustness.empty_design",
    Text("Mẫu gồm {given} điểm không dùng được", "A sample of {given} points cannot be used"),
    Text("Ghi số điểm là lũy thừa của 2, như 64.", "Ask for a power of two, such as 64."),
)
EFFORT_COLUMN = ProblemKind(
    "road.effort_column",
    Text("Bảng công sức: cột “{given}” không đúng", "Table of efforts: the column “{given}” is not right"),
    Text("Các cột: {wanted}; bắt buộc có node.", "The columns: {wanted}; node must be there."),
)
ERROR_COLUMNS = ProblemKind(
    "robustness.error_columns",
    Text("Bảng sai số có các cột {given}", "The table of sampling errors has the columns {given}"),
    Text("Cần đúng các cột: {wanted}.", "It must have just these: {wanted}."),
)
NOT_A_NUMBER = ProblemKind(
    "robustness.not_a_number",
    Text("{where}: “{given}” không phải là số", "{where}: “{given}” is not a number"),
    Text("Ghi số thập phân bằng dấu chấm.", "Write decimals with a dot."),
)
UNKNOWN_UNIT = ProblemKind(
    "robustness.unknown_unit",
    Text(
        "Bảng sai số: không có đơn vị “{given}” trong số liệu",
        "Sampling errors: there is no unit “{given}” in the data",
    ),
    Text("Trong số liệu có: {wanted}.", "In the data there are: {wanted}."),
)
UNKNOWN_NODE = ProblemKind(
    "robustness.unknown_node",
    Text(
        "Bảng sai số: không có mã “{given}” trong phiên bản này",
        "Sampling errors: there is no code “{given}” in this edition",
    ),
    Text("Trong phiên bản có: {wanted}.", "In the edition there are: {wanted}."),
)
ERROR_TWICE = ProblemKind(
    "robustness.error_twice",
    Text("Bảng sai số: {where} có {given} dòng", "Sampling errors: {where} stands in {given} rows"),
    Text("Giữ lại một dòng.", "Keep one of them."),
)
REPLICATE_LACKS = ProblemKind(
    "robustness.replicate_lacks",
    Text(
        "Bộ quyền số lặp {where} thiếu giá trị của {given}, bộ khác thì có",
        "Replicate {where} lacks the value of {given} that others have",
    ),
    Text("Ghi giá trị cho mọi bộ.", "Give the value by every replicate."),
)
BAD_SCALE = ProblemKind(
    "robustness.bad_scale",
    Text("Bộ quyền số lặp {where}: hệ số scale không dùng được", "Replicate {where}: its scale cannot be used"),
    Text("Mỗi bộ một hệ số, là số từ 0 trở lên.", "Give each replicate one scale, a number from zero up."),
)
WITHOUT_EACH_ALONE = ProblemKind(
    "robustness.without_each_alone",
    Text("--without-each không đi cùng {given}", "--without-each does not go with {given}"),
    Text(
        "Chạy riêng; --without-each chỉ nhận thêm --drop để chọn mã.",
        "Run them apart; --without-each takes --drop only, to choose codes.",
    ),
)
NO_YEAR = ProblemKind(
    "road.no_year",
    Text("{given}: không biết là số liệu năm nào", "{given}: the year of this table is not known"),
    Text(
        "Thêm cột period, hoặc ghi năm vào tên tệp, như pci_2016.csv.",
        "Add a column period, or the year to the file's name, such as pci_2016.csv.",
    ),
)
BAD_TARGET = ProblemKind(
    "road.bad_target",
    Text("{given} không phải là một tổng điểm", "{given} is no total"),
    Text("Ghi một số, như 68.5.", "Write a number, such as 68.5."),
)
OFF_SCALE = ProblemKind(
    "road.off_scale",
    Text(
        "{where}: mục tiêu {given} nằm ngoài thang điểm {wanted}",
        "{where}: the target {given} is off the scale {wanted}",
    ),
    Text("Ghi mục tiêu trong thang điểm của chỉ số.", "Write a target on the scale of the component."),
)
WITHOUT_PAST = ProblemKind(
    "road.without_past",
    Text("{given} cần các năm trước (--past)", "{given} needs earlier years (--past)"),
    Text(
        "Thêm --past với bảng của hai năm liền nhau, hoặc bỏ {given}.",
        "Add --past with tables of two years that follow each other, or leave {given} out.",
    ),
)
CHANCE_OF_RANK = ProblemKind(
    "road.chance_of_rank",
    Text(
        "--chance là xác suất đạt một thứ hạng, không đi cùng --score",
        "--chance is that of a rank and does not go with --score",
    ),
    Text("Dùng --rank, hoặc bỏ --chance.", "Use --rank, or leave --chance out."),
)
RANK_OR_SCORE = ProblemKind(
    "road.rank_or_score",
    Text("Cần nêu một mục tiêu: --rank hoặc --score", "Name one target: --rank or --score"),
    Text("Ghi --rank 10, hoặc --score 68.5.", "Write --rank 10, or --score 68.5."),
)
BAD_PAIR = ProblemKind(
    "robustness.bad_pair",
    Text("“{given}” không đúng dạng {wanted}", "“{given}” is not of the form {wanted}"),
    Text("Viết lại theo dạng đó.", "Write it in that form."),
)
