"""What may be wrong with observations."""

from chiso.problems import ProblemKind, Text

NO_UNIT_COLUMN = ProblemKind(
    "scoring.no_unit_column",
    Text("Không có cột “{given}” ghi tên đơn vị", "There is no column “{given}” with the units"),
    Text(
        "Các cột có trong số liệu: {wanted}. Chọn cột bằng --unit-column.",
        "Columns there are: {wanted}. Choose one with --unit-column.",
    ),
)
UNKNOWN_COLUMN = ProblemKind(
    "scoring.unknown_column",
    Text("Cột “{given}” không phải là mã của phiên bản này", "The column “{given}” is no code of this edition"),
    Text(
        "Bỏ cột đó bằng --ignore {where}, hoặc đặt tên theo mã: {wanted}.",
        "Leave it out with --ignore {where}, or name it by a code: {wanted}.",
    ),
)
UNKNOWN_IGNORED = ProblemKind(
    "scoring.unknown_ignored",
    Text("Không có cột “{given}” để bỏ qua", "There is no column “{given}” to ignore"),
    Text("Các cột có trong số liệu: {wanted}.", "Columns there are: {wanted}."),
)
NO_OBSERVATIONS = ProblemKind(
    "scoring.no_observations",
    Text("Số liệu không có dòng nào", "There are no observations"),
    Text(
        "Ghi mỗi đơn vị một dòng, hoặc mỗi đơn vị và mã một dòng.",
        "Give a line for each unit, or for each unit and code.",
    ),
)
UNKNOWN_CODE = ProblemKind(
    "scoring.unknown_code",
    Text("Không có mã “{given}” trong phiên bản này", "There is no code “{given}” in this edition"),
    Text("Các mã: {wanted}.", "The codes: {wanted}."),
)
UNKNOWN_STATUS = ProblemKind(
    "scoring.unknown_status",
    Text(
        "{where}: “{given}” không phải là trạng thái của số liệu", "{where}: “{given}” is no status of an observation"
    ),
    Text("Chọn một trong: {wanted}.", "Choose one of: {wanted}."),
)
NOT_A_NUMBER = ProblemKind(
    "scoring.not_a_number",
    Text("{where}: “{given}” không phải là số", "{where}: “{given}” is not a number"),
    Text(
        "Chỉ ghi số, thập phân bằng dấu chấm, như 7.95, không kèm % hay đơn vị; để trống nếu chưa có số liệu.",
        "Write numbers only, decimals with a dot, like 7.95, without % or units; leave it empty where there is no value.",
    ),
)
NO_UNIT = ProblemKind(
    "scoring.no_unit",
    Text("Dòng {given}: không ghi tên đơn vị", "Row {given}: no unit"),
    Text("Ghi tên đơn vị hoặc bỏ dòng đó.", "Name the unit or take the row out."),
)
OFF_SCALE = ProblemKind(
    "scoring.off_scale",
    Text("{where}: {given} nằm ngoài thang điểm {wanted}", "{where}: {given} is off the scale {wanted}"),
    Text("Kiểm tra lại số liệu, hoặc đánh dấu là missing.", "Check the value, or mark it as missing."),
)
OFF_DOMAIN = ProblemKind(
    "scoring.off_domain",
    Text(
        "{where}: {given} không thể là số liệu của quy tắc chấm điểm này",
        "{where}: {given} cannot be a fact of the rule that awards points for it",
    ),
    Text(
        "Giá trị dùng được: {wanted}. Kiểm tra lại số liệu, hoặc đánh dấu là missing.",
        "What it may be: {wanted}. Check the value, or mark it as missing.",
    ),
)
GIVEN_TWICE = ProblemKind(
    "scoring.given_twice",
    Text("{where}: có {given} giá trị", "{where}: there are {given} values"),
    Text("Giữ lại một giá trị cho mỗi đơn vị và mã.", "Keep one value for each unit and code."),
)
VALUE_AND_STATUS = ProblemKind(
    "scoring.value_and_status",
    Text(
        "{where}: giá trị và trạng thái “{given}” không đi với nhau",
        "{where}: the value and the status “{given}” do not go together",
    ),
    Text(
        "missing và not_applicable không có giá trị; các trạng thái khác phải có.",
        "missing and not_applicable have no value; all others need one.",
    ),
)
SEVERAL_PERIODS = ProblemKind(
    "scoring.several_periods",
    Text("Số liệu có nhiều kỳ: {given}", "There are several periods: {given}"),
    Text("Mỗi lần tính một kỳ.", "Score one period at a time."),
)
COMPUTED_AND_GIVEN = ProblemKind(
    "scoring.computed_and_given",
    Text(
        "“{given}” được tính từ {wanted} nhưng cũng có trong số liệu",
        "“{given}” is computed from {wanted}, but the data give it too",
    ),
    Text("Bỏ “{given}” khỏi số liệu (--ignore {given}).", "Take “{given}” out of the data (--ignore {given})."),
)
NO_SUCH_UNIT = ProblemKind(
    "scoring.no_such_unit",
    Text("Không có đơn vị “{given}” trong số liệu", "There is no unit “{given}” in the data"),
    Text("Các đơn vị gần giống: {wanted}.", "Units like it: {wanted}."),
)
NOT_A_TABLE = ProblemKind(
    "scoring.not_a_table",
    Text("{where}: không đọc được như một bảng ({given})", "{where}: cannot be read as a table ({given})"),
    Text(
        "Dòng đầu là tên cột, mỗi cột một tên; CSV thì lưu kiểu UTF-8, dấu phẩy ngăn cột, mỗi dòng đủ số cột.",
        "The first line names the columns, each by its own name; CSV is UTF-8 with commas, as many columns in each line.",
    ),
)
NOT_UTF8 = ProblemKind(
    "scoring.not_utf8",
    Text(
        "{where}, dòng {wanted}: tệp không lưu bằng mã UTF-8 (có thể là {given})",
        "{where}, line {wanted}: the file is not UTF-8 ({given} perhaps)",
    ),
    Text(
        "Lưu lại kiểu “CSV UTF-8 (Comma delimited)”, hoặc dùng tệp .xlsx.",
        "Save it as “CSV UTF-8 (Comma delimited)”, or use .xlsx.",
    ),
)
EMPTY_TABLE = ProblemKind(
    "scoring.empty_table",
    Text("{where}: tệp không có dòng nào ngoài ghi chú", "{where}: the file has no lines besides comments"),
    Text("Ghi tên cột ở dòng đầu, rồi mỗi đơn vị một dòng.", "Name the columns in the first line, then a line a unit."),
)
WRONG_SEPARATOR = ProblemKind(
    "scoring.wrong_separator",
    Text("{where}: các cột ngăn nhau bằng “{given}”", "{where}: the columns are separated by “{given}”"),
    Text(
        "Ngăn cột bằng dấu phẩy và ghi số thập phân bằng dấu chấm, hoặc dùng tệp .xlsx.",
        "Separate columns by commas and write decimals with a dot, or use .xlsx.",
    ),
)
WRONG_HEAD = ProblemKind(
    "scoring.wrong_head",
    Text(
        "{where}: cột thứ {given} không có tên riêng (“{wanted}”)",
        "{where}: column {given} has no name of its own (“{wanted}”)",
    ),
    Text("Đặt cho mỗi cột một tên khác nhau, hoặc xóa cột.", "Name each column differently, or take it out."),
)
WRONG_WIDTH = ProblemKind(
    "scoring.wrong_width",
    Text(
        "{where}, dòng {given}: số ô trên số cột là {wanted}",
        "{where}, line {given}: cells over columns are {wanted}",
    ),
    Text(
        "Ghi đủ số ô; để trống ô chưa có số liệu; số có dấu phẩy thì đổi thành dấu chấm.",
        "Give as many cells, empty where there is no value; decimals have a dot, no comma.",
    ),
)
UNIT_TWICE = ProblemKind(
    "scoring.unit_twice",
    Text("Đơn vị “{where}” có {given} dòng", "The unit “{where}” has {given} lines"),
    Text(
        "Giữ lại một dòng cho mỗi đơn vị; nhiều kỳ thì ghi cột period.",
        "Keep one line for each unit; several periods need a column period.",
    ),
)
MISNAMED_COLUMN = ProblemKind(
    "scoring.misnamed_column",
    Text("Cột “{given}” không phải là mã của phiên bản này", "The column “{given}” is no code of this edition"),
    Text(
        "Nếu là “{wanted}” thì đổi tên cột, nếu không thì bỏ cột đó bằng --ignore {where}.",
        "Rename it where “{wanted}” is meant, else leave it out with --ignore {where}.",
    ),
)
SEVERAL_SHEETS = ProblemKind(
    "scoring.several_sheets",
    Text(
        "{where}: có {given} trang tính đang hiện ({wanted}), phải có đúng một",
        "{where}: there are {given} visible sheets ({wanted}), one is wanted",
    ),
    Text("Giữ một trang, ẩn hoặc xóa các trang khác.", "Keep one sheet, hide or delete the others."),
)
WIDER_THAN_ITS_HEAD = ProblemKind(
    "scoring.wider_than_its_head",
    Text(
        "Trang tính {where}, dòng {given}: có ô nằm ngoài các cột có tên",
        "Sheet {where}, row {given}: there are cells beyond the named columns",
    ),
    Text("Đặt tên cột ở dòng đầu, hoặc xóa ô đó.", "Name the column in the first row, or delete the cell."),
)
UNKNOWN_METHOD = ProblemKind(
    "scoring.unknown_method",
    Text("{where}: không có cách tính “{given}”", "{where}: there is no method “{given}”"),
    Text("Chọn một trong: {wanted}.", "Choose one of: {wanted}."),
)
BAD_SHARE = ProblemKind(
    "scoring.bad_share",
    Text("{where}: {given} không phải là một phần từ 0 đến 1", "{where}: {given} is no share from 0 to 1"),
    Text("Ghi số từ 0 đến 1, như 0.65.", "Write a number from 0 to 1, such as 0.65."),
)
NOTHING_LEFT = ProblemKind(
    "scoring.nothing_left",
    Text(
        "Bỏ {given} thì không còn gì để tính “{wanted}”", "Without {given} nothing is left of which “{wanted}” is made"
    ),
    Text("Giữ lại ít nhất một phần.", "Keep one part at least."),
)
BAD_EXPONENT = ProblemKind(
    "scoring.bad_exponent",
    Text("{where}: số mũ “{given}” không dùng được", "{where}: the exponent “{given}” cannot be used"),
    Text(
        "Ghi một số khác 0, như {wanted}; số mũ 0 là geometric_mean.",
        "Write a number other than 0, such as {wanted}; an exponent of 0 is geometric_mean.",
    ),
)
STEP_TWICE = ProblemKind(
    "scoring.step_twice",
    Text("{where}: hai mục cùng dành cho “{given}”", "{where}: two entries are for “{given}”"),
    Text("Mỗi mã chỉ ghi ở `nodes` của một mục.", "Name each code under `nodes` of one entry."),
)
STEP_ON_COMPUTED = ProblemKind(
    "scoring.step_on_computed",
    Text(
        "{where}: “{given}” được tính từ các phần của nó, bước này chỉ dành cho số liệu đo được",
        "{where}: “{given}” is computed from its parts, the step is for what is measured",
    ),
    Text("Ghi mã các chỉ tiêu bên dưới.", "Name the indicators under it."),
)
NO_YEAR = ProblemKind(
    "scoring.no_year",
    Text(
        "Chuẩn hóa theo cực trị của {given} năm gần nhất nhưng không rõ số liệu là của năm nào",
        "Normalised by the extremes of the last {given} years, but nothing tells of which year the data are",
    ),
    Text("Ghi năm ở cột period, hoặc dùng --as-of.", "Give the year in a column period, or with --as-of."),
)
BELOW_ZERO = ProblemKind(
    "scoring.below_zero",
    Text(
        "{where}: {given} chỉ tính được từ các giá trị không âm, mà đơn vị thứ {wanted} có giá trị âm",
        "{where}: {given} needs values from zero up, and unit no. {wanted} has one below",
    ),
    Text(
        "Chuẩn hóa về một thang không âm, như minmax từ 1 đến 100, hoặc dùng weighted_mean.",
        "Normalise to a scale from zero up, such as minmax from 1 to 100, or use weighted_mean.",
    ),
)
WEIGHT_WITHOUT_EFFECT = ProblemKind(
    "scoring.weight_without_effect",
    Text("“{given}” không có trọng số để thay", "“{given}” has no weight to change"),
    Text("Các mã có trọng số: {wanted}.", "Codes that have one: {wanted}."),
)
BAD_WEIGHT = ProblemKind(
    "scoring.bad_weight",
    Text("{where}: trọng số {given} không dùng được", "{where}: the weight {given} cannot be used"),
    Text(
        "Trọng số là số không âm, không phải tất cả bằng 0.", "Weights are numbers from zero up, not all of them zero."
    ),
)
NO_HISTORY = ProblemKind(
    "scoring.no_history",
    Text(
        "{where}: chuẩn hóa theo cực trị các năm trước nhưng không có số liệu các năm đó",
        "{where}: normalised by the extremes of earlier years, of which there are no data",
    ),
    Text(
        "Cho số liệu các năm trước bằng --history, hoặc ghi minima và maxima trong phiên bản.",
        "Give earlier years with --history, or minima and maxima in the edition.",
    ),
)
NO_ATTRIBUTE = ProblemKind(
    "scoring.no_attribute",
    Text(
        "Số liệu thiếu cột phân nhóm “{given}” mà cách tính cần",
        "The data lack the column “{given}” that the method needs",
    ),
    Text("Thêm cột đó, mỗi đơn vị một giá trị.", "Add it, one value for each unit."),
)
ATTRIBUTE_TWICE = ProblemKind(
    "scoring.attribute_twice",
    Text("{where}: cột “{given}” có nhiều giá trị", "{where}: the column “{given}” has several values"),
    Text("Mỗi đơn vị một giá trị.", "Give one value for each unit."),
)
NO_PERIOD = ProblemKind(
    "scoring.no_period",
    Text(
        "Số liệu các năm trước phải có cột period ghi năm", "Data of earlier years need a column period with the year"
    ),
    Text("Thêm cột period, như 2013.", "Add the column period, such as 2013."),
)
NO_REFERENCE = ProblemKind(
    "scoring.no_reference",
    Text("Không có đơn vị “{given}” để làm mốc so sánh", "There is no unit “{given}” to refer to"),
    Text("Các đơn vị: {wanted}.", "The units: {wanted}."),
)
NO_BOUND = ProblemKind(
    "scoring.no_bound",
    Text("Cách chuẩn hóa thiếu mốc của: {given}", "The normalisation has no target or goalpost for: {given}"),
    Text("Ghi mốc cho từng mã, hoặc một mốc chung.", "Give one for each code, or one for all."),
)
