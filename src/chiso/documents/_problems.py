"""All that the reader of documents may complain of."""

from chiso.problems import ProblemKind, Text

EMPTY = ProblemKind(
    "documents.empty",
    Text("Tệp “{where}” không có nội dung.", "The file “{where}” is empty."),
    Text("Chọn đúng tệp văn bản rồi tải lại.", "Choose the right file and try again."),
)
UNKNOWN_KIND = ProblemKind(
    "documents.unknown_kind",
    Text("Không đọc được loại tệp “{given}” ({where}).", "Files of the kind “{given}” cannot be read ({where})."),
    Text("Lưu văn bản thành {wanted} rồi tải lại.", "Save the document as {wanted} and try again."),
)
WRONG_EXTENSION = ProblemKind(
    "documents.wrong_extension",
    Text(
        "Tệp “{where}” mang đuôi {given} nhưng nội dung là {wanted}.",
        "The file “{where}” is named {given} but its content is {wanted}.",
    ),
    Text("Đổi đuôi tệp cho đúng nội dung rồi tải lại.", "Give the file the ending of its content and try again."),
)
ENCRYPTED = ProblemKind(
    "documents.encrypted",
    Text("Tệp “{where}” có mật khẩu hoặc bị mã hóa.", "The file “{where}” is encrypted or has a password."),
    Text("Mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.", "Open the file, remove its password, save it and try again."),
)
DAMAGED = ProblemKind(
    "documents.damaged",
    Text("Tệp “{where}” bị hỏng hoặc bị cắt cụt.", "The file “{where}” is damaged or cut off."),
    Text(
        "Xin lại bản gốc, hoặc mở bằng phần mềm soạn thảo và lưu lại.",
        "Ask for the original again, or open it in an editor and save it.",
    ),
)
NO_TEXT_LAYER = ProblemKind(
    "documents.no_text_layer",
    Text(
        "Tệp “{where}” là bản quét, không có lớp chữ để đọc.",
        "The file “{where}” is a scan without a layer of text.",
    ),
    Text(
        "Dùng bản Word hoặc PDF xuất từ Word; hoặc nhận dạng chữ (OCR) trước khi tải lên.",
        "Use the Word file or a PDF exported from it; or recognise its text (OCR) first.",
    ),
)
TOO_LARGE = ProblemKind(
    "documents.too_large",
    Text(
        "Tệp “{where}” quá lớn: {given}; tối đa {wanted}.",
        "The file “{where}” is too large: {given}; at most {wanted}.",
    ),
    Text(
        "Bỏ ảnh và phụ lục không cần đọc, hoặc chia tệp rồi tải lại.",
        "Take out pictures and annexes that need not be read, or divide the file.",
    ),
)
NOT_TEXT = ProblemKind(
    "documents.not_text",
    Text("Không nhận ra bảng mã của tệp “{where}”.", "The encoding of the file “{where}” is not known."),
    Text("Lưu lại tệp với bảng mã UTF-8 rồi tải lên.", "Save the file as UTF-8 and try again."),
)
