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
