"""What the command line itself may complain of."""

from chiso.problems import ProblemKind, Text

SAME_NAME = ProblemKind(
    "cli.same_name",
    Text("{given} cùng cho ra tệp {where}.", "{given} would both be written to {where}."),
    Text("Đổi tên một tệp hoặc đọc chúng vào hai thư mục khác nhau.", "Rename one of them or use two output folders."),
)
NO_FILE = ProblemKind(
    "cli.no_file",
    Text("Không có tệp {given}.", "There is no file {given}."),
    Text("Kiểm tra lại tên và thư mục của tệp.", "Check the file's name and folder."),
)
NOT_A_PLAN = ProblemKind(
    "cli.not_a_plan",
    Text(
        "{where} đọc được nhưng không phải kế hoạch: không thấy chỉ số thành phần và cũng không thấy nhiệm vụ nào.",
        "{where} can be read but is no plan: it has neither a component of an index nor a task.",
    ),
    Text(
        "Kiểm tra đã chọn đúng văn bản kế hoạch cải thiện chỉ số, có cả phần nhiệm vụ hoặc phụ lục.",
        "Check that the file is a plan to improve an index, with its tasks or its annex.",
    ),
)
CANNOT_WRITE = ProblemKind(
    "cli.cannot_write",
    Text("Không ghi được vào {where}: {given}.", "Cannot write to {where}: {given}."),
    Text("Chọn thư mục khác hoặc xin quyền ghi.", "Choose another folder or ask for the right to write there."),
)
PORT_TAKEN = ProblemKind(
    "cli.port_taken",
    Text("Cổng {given} đang có chương trình khác dùng.", "Port {given} is in use by another program."),
    Text(
        "Dừng chương trình kia, hoặc chạy với --port và một số khác.",
        "Stop that program, or use --port with another number.",
    ),
)
NOT_CONFIGURED = ProblemKind(
    "cli.not_configured",
    Text("Chương trình chưa được cấu hình: {given}", "The program is not configured: {given}"),
    Text(
        "Đặt biến môi trường theo docs/settings.md; dùng thử trên máy này thì chạy `make run`.",
        "Set the environment variables as docs/settings.md says; for a trial on this computer use `make run`.",
    ),
)
NOT_JSON = ProblemKind(
    "cli.not_json",
    Text("{where} không phải là JSON đúng: {given}.", "{where} is not valid JSON: {given}."),
    Text("Dùng tệp do `chiso read --format json` ghi ra.", "Use a file that `chiso read --format json` wrote."),
)
FILE_EXISTS = ProblemKind(
    "cli.file_exists",
    Text("Đã có tệp {given}.", "There already is a file {given}."),
    Text("Ghi tên tệp muốn ghi bằng --out.", "Name the file to be written by --out."),
)
NOT_WRITTEN_SO = ProblemKind(
    "cli.not_written_so",
    Text("Không ghi được văn bản thành tệp {given}.", "Documents cannot be written as {given}."),
    Text("Chọn {wanted}.", "Choose {wanted}."),
)
NOT_RESULTS_SO = ProblemKind(
    "cli.not_results_so",
    Text("Không ghi được kết quả thành tệp {given}.", "Results cannot be written as {given}."),
    Text(
        "Đặt tên tệp có đuôi {wanted}; tệp .csv mở được bằng Excel.",
        "Give the file one of the endings {wanted}; a workbook opens .csv.",
    ),
)
PACK_EXISTS = ProblemKind(
    "cli.pack_exists",
    Text("Đã có phiên bản {given} ở đó.", "There already is an edition {given}."),
    Text(
        "Đặt khóa khác bằng --key, chọn thư mục khác bằng --out, hoặc thêm --force để ghi đè.",
        "Choose another --key or --out, or add --force to write over it.",
    ),
)
NOT_A_RECIPE = ProblemKind(
    "cli.not_a_recipe",
    Text("{where}: không phải là một công thức gồm các mục có tên.", "{where} is no recipe of named keys."),
    Text("Xem ví dụ ở docs/commands.md.", "See the example in docs/commands.md."),
)
