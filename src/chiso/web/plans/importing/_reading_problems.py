"""What reading an upload in a process of its own may complain of."""

from chiso.problems import ProblemKind, Text

NOT_A_PLAN = ProblemKind(
    "web.plans.not_a_plan",
    Text(
        "“{where}” đọc được nhưng không phải kế hoạch: không thấy chỉ số thành phần và cũng không thấy nhiệm vụ nào.",
        "“{where}” can be read but is no plan: it has neither a component of an index nor a task.",
    ),
    Text(
        "Kiểm tra đã chọn đúng văn bản kế hoạch cải thiện chỉ số, có cả phần nhiệm vụ hoặc phụ lục.",
        "Check that the file is a plan to improve an index, with its tasks or its annex.",
    ),
)
READING_TOO_SLOW = ProblemKind(
    "web.plans.reading_too_slow",
    Text(
        "Đọc tệp “{where}” quá {wanted} giây mà chưa xong nên đã dừng.",
        "Reading “{where}” took longer than {wanted} seconds and was stopped.",
    ),
    Text(
        "Chia tệp, bỏ ảnh và phụ lục không cần đọc, hoặc dùng bản Word thay bản quét.",
        "Divide the file, take out pictures and annexes that need not be read, or use the Word file instead of a scan.",
    ),
)
READING_TOO_LARGE = ProblemKind(
    "web.plans.reading_too_large",
    Text(
        "Đọc tệp “{where}” cần nhiều bộ nhớ hơn mức cho phép.",
        "Reading “{where}” needs more memory than it may have.",
    ),
    Text("Chia tệp hoặc bỏ ảnh, phụ lục không cần đọc.", "Divide the file or take out what need not be read."),
)
READING_FAILED = ProblemKind(
    "web.plans.reading_failed",
    Text(
        "Tệp “{where}” làm chương trình đọc bị dừng giữa chừng; có thể tệp hỏng.",
        "The file “{where}” made its reader stop half way; it may be damaged.",
    ),
    Text(
        "Mở bằng phần mềm soạn thảo, lưu lại thành .docx rồi tải lên.",
        "Open it in an editor, save it as .docx and upload that.",
    ),
)
READING_BUSY = ProblemKind(
    "web.plans.reading_busy",
    Text("Đang có nhiều tệp chờ đọc.", "Many files are waiting to be read."),
    Text("Đợi một phút rồi tải lại “{where}”.", "Wait a minute and upload “{where}” again."),
)
