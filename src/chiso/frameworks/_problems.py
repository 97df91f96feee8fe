"""What a pack may have wrong with it."""

from chiso.problems import ProblemKind, Text

_SEE_GUIDE = Text("Xem docs/packs.md.", "See docs/packs.md.")

NOT_YAML = ProblemKind(
    "frameworks.not_yaml",
    Text("{where}: không đọc được như một tệp YAML: “{given}”", "{where}: cannot be read as YAML: “{given}”"),
    Text(
        "Sửa dấu hai chấm, dấu ngoặc, dấu nháy, thụt đầu dòng (không dùng phím Tab), hoặc số, ngày không có thật ở chỗ đó hay dòng trên.",
        "Mend the colon, bracket, quote or indent (no tabs) there or in the line above, or the number or day that there is not.",
    ),
)
DUPLICATE_KEY = ProblemKind(
    "frameworks.duplicate_key",
    Text("{where}: khóa “{given}” được ghi hai lần", "{where}: the key “{given}” is given twice"),
    Text("Giữ lại một giá trị duy nhất.", "Keep one of the two values."),
)
UNKNOWN_KEY = ProblemKind(
    "frameworks.unknown_key",
    Text("{where}: không có khóa nào tên là “{given}”", "{where}: there is no key “{given}”"),
    Text("Các khóa dùng được: {wanted}.", "Keys that may stand there: {wanted}."),
)
MISSING_KEY = ProblemKind(
    "frameworks.missing_key",
    Text("{where}: thiếu khóa “{given}”", "{where}: the key “{given}” is missing"),
    Text(
        "Bổ sung khóa này; điều không nguồn nào nêu thì ghi vào `absent`.",
        "Add it; what no source gives goes into `absent`.",
    ),
)
NOT_ONE_OF = ProblemKind(
    "frameworks.not_one_of",
    Text(
        "{where}: “{given}” không phải là giá trị dùng được", "{where}: “{given}” is not a value that may stand there"
    ),
    Text("Chọn một trong: {wanted}.", "Choose one of: {wanted}."),
)
WRONG_SHAPE = ProblemKind(
    "frameworks.wrong_shape",
    Text("{where}: “{given}” không đúng khuôn mẫu", "{where}: “{given}” does not have the right shape"),
    Text("Khuôn mẫu đòi hỏi {wanted}. Xem docs/packs.md.", "The schema wants {wanted}. See docs/packs.md."),
)
BAD_DAY = ProblemKind(
    "frameworks.bad_day",
    Text("{where}: không có ngày {given}", "{where}: there is no day {given}"),
    Text("Ghi ngày theo mẫu 2019-12-31.", "Write days like 2019-12-31."),
)
NO_SUCH_SOURCE = ProblemKind(
    "frameworks.no_such_source",
    Text("{where}: không tìm thấy nguồn “{given}”", "{where}: the source “{given}” is not known"),
    Text(
        "Khai báo nguồn này trong `sources` của phiên bản hoặc trong thư mục legal.",
        "Describe it under `sources` of the edition or in the folder legal.",
    ),
)
NO_SUCH_NODE = ProblemKind(
    "frameworks.no_such_node",
    Text("{where}: không có mã “{given}”", "{where}: there is no code “{given}”"),
    Text("Các mã đã khai báo: {wanted}.", "Codes that are declared: {wanted}."),
)
NO_SUCH_THEME = ProblemKind(
    "frameworks.no_such_theme",
    Text("{where}: không có chủ đề “{given}”", "{where}: there is no theme “{given}”"),
    Text("Các chủ đề: {wanted}.", "The themes: {wanted}."),
)
NO_SUCH_BAND = ProblemKind(
    "frameworks.no_such_band",
    Text("{where}: không có mức xếp loại “{given}”", "{where}: there is no band “{given}”"),
    Text("Các mức đã khai báo: {wanted}.", "Bands that are declared: {wanted}."),
)
CODE_TWICE = ProblemKind(
    "frameworks.code_twice",
    Text("{where}: mã “{given}” được dùng hai lần", "{where}: the code “{given}” is used twice"),
    Text("Đặt cho mỗi chỉ số một mã riêng.", "Give every node a code of its own."),
)
NAME_TWICE = ProblemKind(
    "frameworks.name_twice",
    Text(
        "{where}: tên “{given}” chỉ hai chỉ số khác nhau: {wanted}",
        "{where}: the name “{given}” means two nodes: {wanted}",
    ),
    Text("Bỏ tên đó ở một trong hai chỉ số.", "Take the name from one of the two."),
)
ONE_HEADLINE = ProblemKind(
    "frameworks.one_headline",
    Text(
        "{where}: phải có đúng một chỉ số tổng hợp, đứng đầu danh sách; tìm thấy: {given}",
        "{where}: there must be exactly one headline, the first of the nodes; found: {given}",
    ),
    Text("Chỉ nút đầu tiên không có `parent`.", "Only the first node has no `parent`."),
)
PARENT_LATER = ProblemKind(
    "frameworks.parent_later",
    Text("{where}: “{given}” đứng trước nút cấp trên của nó", "{where}: “{given}” stands before the node above it"),
    Text("Xếp nút cấp trên lên trước.", "Put the upper node first."),
)
WEIGHTS_SUM = ProblemKind(
    "frameworks.weights_sum",
    Text("{where}: tổng trọng số là {given}, không phải 100", "{where}: the weights add up to {given}, not to 100"),
    Text("Ghi trọng số bằng phần trăm, tổng đúng bằng 100.", "Give weights as percentages that add up to 100."),
)
FOUR_BANDS = ProblemKind(
    "frameworks.four_bands",
    Text(
        "{where}: tứ phân vị cần đúng bốn mức xếp loại, tìm thấy {given}",
        "{where}: quartiles need four bands, found {given}",
    ),
    Text("Ghi bốn mức trong `band_names`, tốt nhất trước.", "Write four under `band_names`, best first."),
)
SCALE_UPSIDE_DOWN = ProblemKind(
    "frameworks.scale_upside_down",
    Text(
        "{where}: mức thấp nhất không nhỏ hơn mức cao nhất ({given})",
        "{where}: the minimum is not below the maximum ({given})",
    ),
    Text("Ghi [thấp nhất, cao nhất].", "Write [minimum, maximum]."),
)
BAD_OPTION = ProblemKind(
    "frameworks.bad_option",
    Text(
        "{where}: “{given}” không phải là giá trị dùng được", "{where}: “{given}” is not a value that may stand there"
    ),
    Text("Giá trị dùng được: {wanted}.", "What may stand there: {wanted}."),
)
DATES_CLASH = ProblemKind(
    "frameworks.dates_clash",
    Text(
        "{where}: các khoảng thời gian chồng nhau hoặc ngược ({given})",
        "{where}: the times overlap or run backwards ({given})",
    ),
    Text("Mỗi ngày chỉ có một quy định.", "Let each day have one rule."),
)
INTERVALS_CLASH = ProblemKind(
    "frameworks.intervals_clash",
    Text(
        "{where}: các khoảng điểm xếp loại chồng nhau hoặc ngược ({given})",
        "{where}: the intervals of the bands overlap or run backwards ({given})",
    ),
    Text("Xếp từ mức cao nhất xuống, không chồng nhau.", "Write them from the best down, without overlap."),
)
KEY_AND_FOLDER = ProblemKind(
    "frameworks.key_and_folder",
    Text(
        "{where}: khóa “{given}” khác với thư mục “{wanted}”",
        "{where}: the key “{given}” differs from the folder “{wanted}”",
    ),
    Text("Đặt tên thư mục theo khóa của phiên bản.", "Name the folder after the key of the edition."),
)
YEARS_BACKWARDS = ProblemKind(
    "frameworks.years_backwards",
    Text("{where}: năm đầu sau năm cuối ({given})", "{where}: the first year is after the last ({given})"),
    Text("Ghi [năm đầu, năm cuối].", "Write [first year, last year]."),
)
BAD_SOURCE_NUMBER = ProblemKind(
    "frameworks.bad_source_number",
    Text("{where}: “{given}” không phải là số, ký hiệu văn bản", "{where}: “{given}” is not the number of a document"),
    _SEE_GUIDE,
)
BAD_FORMULA = ProblemKind(
    "frameworks.bad_formula",
    Text(
        "Công thức “{given}” sai ở ký tự thứ {where}",
        "The formula “{given}” goes wrong at character {where}",
    ),
    Text("Ở đó cần có: {wanted}.", "Wanted there: {wanted}."),
)
FORMULA_NAMES = ProblemKind(
    "frameworks.formula_names",
    Text(
        "{where}: công thức nêu “{given}” nhưng không có trong `parts`",
        "{where}: the formula names “{given}”, which is not in `parts`",
    ),
    Text("Các phần đã khai báo: {wanted}.", "Parts that are declared: {wanted}."),
)
TOO_MANY_PARTS = ProblemKind(
    "frameworks.too_many_parts",
    Text(
        "{where}: có {given} phần, cách tính này nhận nhiều nhất {wanted}",
        "{where}: {given} parts, the method takes {wanted} at most",
    ),
    Text("Bớt các phần.", "Take parts out."),
)
NO_SUCH_ATTRIBUTE = ProblemKind(
    "frameworks.no_such_attribute",
    Text("{where}: không có cột phân nhóm “{given}”", "{where}: there is no attribute “{given}”"),
    Text("Khai báo trong `attributes`; đã có: {wanted}.", "Declare it under `attributes`; there are: {wanted}."),
)
STEPS_DESCEND = ProblemKind(
    "frameworks.steps_descend",
    Text(
        "{where}: các bậc phải ghi từ cao xuống thấp ({given})",
        "{where}: steps are written from the highest down ({given})",
    ),
    Text("Xếp lại các bậc, bậc cao nhất trước.", "Write the highest first."),
)
BASE_IN_A_CIRCLE = ProblemKind(
    "frameworks.base_in_a_circle",
    Text(
        "{where}: các phiên bản dựa vòng quanh lên nhau: {given}",
        "{where}: the editions are based on each other in a circle: {given}",
    ),
    Text(
        "Đặt `base` là một phiên bản không dựa vào phiên bản này.",
        "Let `base` be an edition that does not rest on this one.",
    ),
)
NOTHING_TO_DROP = ProblemKind(
    "frameworks.nothing_to_drop",
    Text("{where}: phiên bản gốc không có mã “{given}” để bỏ", "{where}: the base has no code “{given}” to drop"),
    Text("Các mã của phiên bản gốc: {wanted}.", "Codes of the base: {wanted}."),
)
DROPPED_WITHOUT_SOURCE = ProblemKind(
    "frameworks.dropped_without_source",
    Text(
        "{where}: bỏ “{given}” nhưng chưa nêu đủ lý do và nguồn", "{where}: “{given}” is dropped without why and source"
    ),
    Text("Ghi {{code, why, source}}, hoặc chỉ ghi mã.", "Write {{code, why, source}}, or the code alone."),
)
STEP_TWICE = ProblemKind(
    "frameworks.step_twice",
    Text("{where}: hai mục cùng dành cho “{given}”", "{where}: two entries are for “{given}”"),
    Text(
        "Mỗi mã chỉ ghi ở `nodes` của một mục; nhiều nhất một mục không có `nodes`, dành cho các mã còn lại.",
        "Name each code under `nodes` of one entry; one at most goes without `nodes`, for the rest.",
    ),
)
STEP_ON_COMPUTED = ProblemKind(
    "frameworks.step_on_computed",
    Text(
        "{where}: “{given}” được tính từ các phần của nó, bước này chỉ dành cho số liệu đo được",
        "{where}: “{given}” is computed from its parts, the step is for what is measured",
    ),
    Text("Ghi mã các chỉ tiêu bên dưới.", "Name the indicators under it."),
)
ENDS_CLASH = ProblemKind(
    "frameworks.ends_clash",
    Text("{where}: hai đầu không dùng được ({given})", "{where}: the two ends cannot be used ({given})"),
    Text(
        "Đầu thấp phải nhỏ hơn đầu cao, kể cả khi càng thấp càng tốt (mã: {wanted}).",
        "The lower end is less than the higher, also where less is better (code: {wanted}).",
    ),
)
