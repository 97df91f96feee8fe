"""What the pages of units and accounts may complain of."""

from chiso.problems import ProblemKind, Text

NAME_TAKEN = ProblemKind(
    "directory.name_taken",
    Text("Tên “{given}” đã là tên của đơn vị “{wanted}”", "The name “{given}” already means the unit “{wanted}”"),
    Text("Chọn tên khác, hoặc gộp hai đơn vị nếu là một", "Choose another name, or merge the units if they are one"),
)
SLUG_TAKEN = ProblemKind(
    "directory.slug_taken",
    Text("Địa chỉ “{given}” đã là của một cơ quan khác", "The address “{given}” belongs to another agency"),
    Text("Chọn địa chỉ khác, chỉ gồm chữ không dấu, số và gạch nối", "Choose another of letters, digits and hyphens"),
)
MERGED_WITH_ITSELF = ProblemKind(
    "directory.merged_with_itself",
    Text("Không thể gộp đơn vị “{given}” với chính nó", "The unit “{given}” cannot be merged with itself"),
    Text("Chọn một đơn vị khác để gộp vào", "Choose another unit to merge it into"),
)
UNIT_NEEDED = ProblemKind(
    "directory.unit_needed",
    Text("Vai trò “{given}” phải thuộc một đơn vị", "The role “{given}” belongs to a unit"),
    Text("Chọn đơn vị của người này", "Choose the unit of this person"),
)
USERNAME_TAKEN = ProblemKind(
    "directory.username_taken",
    Text("Tên đăng nhập “{given}” đã có người dùng", "The sign-in name “{given}” is taken"),
    Text("Chọn tên đăng nhập khác", "Choose another sign-in name"),
)
LAST_ADMINISTRATOR = ProblemKind(
    "directory.last_administrator",
    Text(
        "{given} là người quản trị duy nhất còn dùng của cơ quan", "{given} is the agency's only active administrator"
    ),
    Text("Giao vai trò quản trị cho một người khác trước", "Make another person administrator first"),
)
OF_OTHER_AGENCIES = ProblemKind(
    "directory.of_other_agencies",
    Text("Tài khoản {given} còn thuộc cơ quan khác", "The account {given} belongs to other agencies too"),
    Text(
        "Người này tự đổi mật khẩu ở trang Đổi mật khẩu; cơ quan chỉ đổi được vai trò và đơn vị",
        "This person changes the password on the page for it; the agency can only change role and unit",
    ),
)
