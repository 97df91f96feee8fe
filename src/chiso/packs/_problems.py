"""What may be wrong with a pack folder or a scenario."""

from chiso.problems import ProblemKind, Text

NO_SUCH_EDITION = ProblemKind(
    "packs.no_such_edition",
    Text("Không có phiên bản “{given}”", "There is no edition “{given}”"),
    Text("Các phiên bản hiện có: {wanted}.", "Editions there are: {wanted}."),
)
NO_FRAMEWORK = ProblemKind(
    "packs.no_framework",
    Text(
        "Phiên bản “{given}” chưa có tệp mô tả bộ chỉ số ({where})",
        "The edition “{given}” has no framework file ({where})",
    ),
    Text("Thêm tệp {where}, xem docs/packs.md.", "Add {where}, see docs/packs.md."),
)
NO_EDITIONS = ProblemKind(
    "packs.no_editions",
    Text("{where}: không có phiên bản nào", "{where}: there is no edition"),
    Text(
        "Đặt phiên bản ở frameworks/<bộ chỉ số>/<phiên bản>/framework.yaml trong thư mục này.",
        "Put editions at frameworks/<index>/<edition>/framework.yaml in this folder.",
    ),
)
SCENARIO_FAILS = ProblemKind(
    "packs.scenario_fails",
    Text(
        "{where}: tính được {given}, tình huống nêu {wanted}", "{where}: computed {given}, the scenario says {wanted}"
    ),
    Text(
        "Xem lại công thức của phiên bản hoặc số liệu của tình huống.",
        "Look at the edition's rule or the scenario's figures.",
    ),
)
NO_SCENARIOS = ProblemKind(
    "packs.no_scenarios",
    Text("{where}: chưa có tình huống kiểm chứng", "{where}: there are no scenarios"),
    Text("Thêm tệp scenarios/<tên>.yaml cạnh framework.yaml.", "Add scenarios/<name>.yaml beside framework.yaml."),
)
UNKNOWN_PROVINCE = ProblemKind(
    "packs.unknown_province",
    Text("{where}: không có tỉnh, thành phố “{given}”", "{where}: there is no province “{given}”"),
    Text("Ghi tên như trong units/provinces.yaml.", "Write the name as in units/provinces.yaml."),
)
NO_SUCH_SUCCESSOR = ProblemKind(
    "packs.no_such_successor",
    Text(
        "units/provinces.yaml, {where}: không có mã “{given}”",
        "units/provinces.yaml, {where}: there is no code “{given}”",
    ),
    Text("Ghi mã của một tỉnh trong tệp.", "Write the code of a province in the file."),
)
PROVINCE_SOURCE = ProblemKind(
    "packs.province_source",
    Text(
        "units/provinces.yaml, {where}: không có nguồn “{given}”",
        "units/provinces.yaml, {where}: there is no source “{given}”",
    ),
    Text("Khai báo nguồn trong thư mục legal.", "Describe the source in the folder legal."),
)
COIN_COLUMNS = ProblemKind(
    "packs.coin_columns",
    Text("Bảng khung thiếu cột {given}", "The framework table lacks the columns {given}"),
    Text(
        "Cho bảng iMeta của COINr, với iCode, Parent, Weight, Direction, Type.",
        "Give COINr's iMeta, with iCode, Parent, Weight, Direction, Type.",
    ),
)
COIN_NO_TREE = ProblemKind(
    "packs.coin_no_tree",
    Text("Bảng khung không thành một cây: {given}", "The framework table is no tree: {given}"),
    Text(
        "Đúng một chỉ số không có Parent, các chỉ số khác nối lên đến nó.",
        "Let exactly one node have no Parent and all others lead up to it.",
    ),
)
COIN_RECIPE_KEY = ProblemKind(
    "packs.coin_recipe_key",
    Text("Công thức không có mục “{given}”", "A recipe has no key “{given}”"),
    Text("Các mục: {wanted}.", "The keys: {wanted}."),
)
COIN_VALUE = ProblemKind(
    "packs.coin_value",
    Text("Bảng khung, {where}: “{given}” không dùng được", "The framework table, {where}: “{given}” cannot be used"),
    Text("Ghi {wanted}.", "Write {wanted}."),
)
COIN_NOTHING_UNDER = ProblemKind(
    "packs.coin_nothing_under",
    Text(
        "Bảng khung: “{given}” là Aggregate nhưng không có phần nào có trọng số bên dưới",
        "The framework table: “{given}” is an Aggregate without a part that has a weight",
    ),
    Text("Thêm các phần có Parent là {given}, hoặc bỏ dòng đó.", "Add parts whose Parent is {given}, or take it out."),
)
COIN_NO_AGGREGATE = ProblemKind(
    "packs.coin_no_aggregate",
    Text(
        "Công thức: aggregate nêu “{given}”, không có Aggregate nào có mã đó",
        "The recipe aggregates “{given}”, which is no Aggregate",
    ),
    Text("Các mã: {wanted}.", "The codes: {wanted}."),
)
YEARS_OVERLAP = ProblemKind(
    "packs.years_overlap",
    Text("{where}: các năm áp dụng trùng với “{given}”", "{where}: its years overlap with those of “{given}”"),
    Text(
        "Mỗi năm một phiên bản; bản chi tiết hơn ghi `refines`.",
        "One edition a year; a finer one says what it `refines`.",
    ),
)
UNEXPLAINED_CODE = ProblemKind(
    "packs.unexplained_code",
    Text(
        "{where}: mã “{given}” chỉ có ở một phiên bản hoặc đổi cấp, không nơi nào giải thích",
        "{where}: the code “{given}” is in one of the two only, or of another kind, and nothing tells why",
    ),
    Text(
        "Ghi vào crosswalks.yaml: added, dropped, renamed, split hoặc merged.",
        "Say in crosswalks.yaml whether it was added, dropped, renamed, split or merged.",
    ),
)
NOT_IN_EDITION = ProblemKind(
    "packs.not_in_edition",
    Text("{where}: không có mã “{given}” ở {wanted}", "{where}: there is no code “{given}” in {wanted}"),
    Text("Sửa mã đó.", "Mend the code."),
)
CROSSWALK_SOURCE = ProblemKind(
    "packs.crosswalk_source",
    Text(
        "crosswalks.yaml, {where}: không có nguồn “{given}”", "crosswalks.yaml, {where}: there is no source “{given}”"
    ),
    Text("Dùng một nguồn của một trong hai phiên bản.", "Cite a source of one of the two editions."),
)
ORDER_OF_ALL = ProblemKind(
    "packs.order_of_all",
    Text(
        "crosswalks.yaml, {where}: thứ tự phải nêu đủ các chỉ số thành phần ({given})",
        "crosswalks.yaml, {where}: an order names every component once ({given})",
    ),
    Text("Nêu mỗi chỉ số thành phần một lần.", "Name each component once."),
)
NOT_A_PACK = ProblemKind(
    "packs.not_a_pack",
    Text("Tệp “{where}” không phải là một phiên bản bộ chỉ số", "The file “{where}” holds no edition of an index"),
    Text(
        "Chọn tệp framework.yaml, hoặc tệp .zip có đúng một phiên bản như trang này xuất ra; dưới 100 KB, YAML không dùng bí danh (*).",
        "Choose framework.yaml, or a .zip with exactly one edition as this page gives out; below 100 KB, YAML without aliases (*).",
    ),
)
BASE_UNKNOWN = ProblemKind(
    "packs.base_unknown",
    Text("Tệp “{where}”: không có bản gốc “{given}”", "The file “{where}”: there is no base “{given}”"),
    Text(
        "Ghi `base` là một phiên bản đi cùng chương trình: {wanted}.",
        "Let `base` be an edition that comes with the program: {wanted}.",
    ),
)
