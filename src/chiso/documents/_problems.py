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
NO_TESSERACT = ProblemKind(
    "documents.no_tesseract",
    Text(
        "“{where}” là bản quét; máy này chưa có chương trình nhận dạng chữ Tesseract với tiếng Việt.",
        "“{where}” is a scan, and Tesseract with Vietnamese, which recognises its letters, is not installed here.",
    ),
    Text(
        "Cài bằng lệnh: apt-get install tesseract-ocr tesseract-ocr-vie; hoặc dùng bản Word hay PDF xuất từ Word.",
        "Install it: apt-get install tesseract-ocr tesseract-ocr-vie; or use the Word file or a PDF exported from it.",
    ),
)
RECOGNITION_FAILED = ProblemKind(
    "documents.recognition_failed",
    Text(
        "Tesseract không nhận dạng được chữ trong “{where}”: {given}.",
        "Tesseract could not recognise the letters of “{where}”: {given}.",
    ),
    Text(
        "Quét lại rõ hơn, hoặc dùng bản Word hay PDF xuất từ Word.",
        "Scan it again more clearly, or use the Word file or a PDF exported from it.",
    ),
)
NO_LIBREOFFICE = ProblemKind(
    "documents.no_libreoffice",
    Text(
        "Tệp “{where}” thuộc loại {given}; máy này chưa có LibreOffice để đọc loại đó.",
        "The file “{where}” is of the kind {given}; LibreOffice, which reads that kind, is not installed here.",
    ),
    Text(
        "Mở tệp, lưu thành .docx rồi tải lại; hoặc cài bằng lệnh: apt-get install libreoffice-writer.",
        "Open the file and save it as .docx; or install it: apt-get install libreoffice-writer.",
    ),
)
CANNOT_CONVERT = ProblemKind(
    "documents.cannot_convert",
    Text(
        "LibreOffice không mở được tệp “{where}” ({given}).",
        "LibreOffice could not open the file “{where}” ({given}).",
    ),
    Text(
        "Mở tệp bằng phần mềm soạn thảo để kiểm tra, lưu thành .docx rồi tải lại.",
        "Open the file in an editor to check it, save it as .docx and try again.",
    ),
)
TOO_SLOW = ProblemKind(
    "documents.too_slow",
    Text(
        "Đọc tệp “{where}” quá {wanted} giây mà chưa xong nên đã dừng.",
        "Reading “{where}” took longer than {wanted} seconds and was stopped.",
    ),
    Text(
        "Bỏ ảnh và phụ lục không cần đọc, hoặc chia tệp rồi tải lại.",
        "Take out pictures and annexes that need not be read, or divide the file.",
    ),
)
MACROS = ProblemKind(
    "documents.macros",
    Text("Tệp “{where}” có chứa macro nên không nhận.", "The file “{where}” holds macros and is not taken."),
    Text(
        "Mở tệp, lưu thành .docx (không macro) rồi tải lại.",
        "Open the file, save it as .docx (without macros) and try again.",
    ),
)
UNREADABLE_FONT = ProblemKind(
    "documents.unreadable_font",
    Text(
        "Chữ trong “{where}” dùng phông không kèm bảng mã, không biết là chữ gì; cũng không có Tesseract để nhận dạng.",
        "The letters of “{where}” are of a font that does not say which they are, and Tesseract is not here to recognise them.",
    ),
    Text(
        "Dùng bản Word; hoặc cài bằng lệnh: apt-get install tesseract-ocr tesseract-ocr-vie.",
        "Use the Word file; or install it: apt-get install tesseract-ocr tesseract-ocr-vie.",
    ),
)
UNPACKED_TOO_LARGE = ProblemKind(
    "documents.unpacked_too_large",
    Text(
        "Tệp “{where}” giải nén ra {given} MB; tối đa {wanted} MB.",
        "The file “{where}” unpacks to {given} MB; at most {wanted} MB.",
    ),
    Text(
        "Bỏ ảnh và phần không cần đọc, hoặc chia tệp rồi tải lại.",
        "Take out pictures and parts that need not be read, or divide the file.",
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
TOO_MANY_PAGES = ProblemKind(
    "documents.too_many_pages",
    Text("Tệp “{where}” có {given} trang; tối đa {wanted}.", "The file “{where}” has {given} pages; at most {wanted}."),
    TOO_LARGE.remedy,
)
TOO_MANY_SCANS = ProblemKind(
    "documents.too_many_scans",
    Text(
        "Tệp “{where}” có {given} trang quét; tối đa {wanted}.",
        "The file “{where}” has {given} scanned pages; at most {wanted}.",
    ),
    TOO_LARGE.remedy,
)
TOO_MANY_DOTS = ProblemKind(
    "documents.too_many_dots",
    Text(
        "Ảnh “{where}” có {given} điểm ảnh; tối đa {wanted} triệu.",
        "The picture “{where}” has {given} dots; at most {wanted} million.",
    ),
    Text("Quét lại ở 200–300 dpi.", "Scan it again at 200–300 dpi."),
)
NOT_TEXT = ProblemKind(
    "documents.not_text",
    Text("Không nhận ra bảng mã của tệp “{where}”.", "The encoding of the file “{where}” is not known."),
    Text("Lưu lại tệp với bảng mã UTF-8 rồi tải lên.", "Save the file as UTF-8 and try again."),
)
ENTITIES = ProblemKind(
    "documents.entities",
    Text(
        "Tệp “{where}” có khai báo thực thể XML, thứ mà Word không bao giờ ghi; có thể là tệp phá hoại.",
        "The file “{where}” declares XML entities, which Word never writes; it may be an attack.",
    ),
    Text(
        "Hỏi lại nơi gửi; mở bằng phần mềm soạn thảo và lưu lại nếu tin cậy.",
        "Ask the sender; open it in an editor and save it again if you trust it.",
    ),
)
TOO_DEEP = ProblemKind(
    "documents.too_deep",
    Text(
        "Tệp “{where}” lồng bảng hoặc khung vào nhau quá nhiều tầng.",
        "Tables or frames of the file “{where}” are nested too deeply.",
    ),
    Text("Mở tệp, bỏ bớt các bảng lồng nhau rồi tải lại.", "Open the file, take nested tables apart and try again."),
)
NO_WORKBOOK = ProblemKind(
    "documents.no_workbook",
    Text(
        "Nội dung của tệp “{where}” không phải là bảng tính .xlsx.",
        "The content of the file “{where}” is no .xlsx workbook.",
    ),
    Text(
        "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”.",
        "Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.",
    ),
)
WORKBOOK_MACROS = ProblemKind(
    "documents.workbook_macros",
    Text("Bảng tính “{where}” có chứa macro nên không nhận.", "The workbook “{where}” holds macros and is not taken."),
    Text(
        "Mở tệp, lưu thành .xlsx (không macro) rồi tải lại.",
        "Open the file, save it as .xlsx (without macros) and try again.",
    ),
)
TOO_MANY_SHEETS = ProblemKind(
    "documents.too_many_sheets",
    Text(
        "Tệp “{where}” có quá {wanted} trang tính.",
        "The file “{where}” has more than {wanted} sheets.",
    ),
    Text(
        "Chép trang có bảng sang một tệp riêng.",
        "Copy the sheet with the table into a file of its own.",
    ),
)
WORKBOOK_TOO_LONG = ProblemKind(
    "documents.workbook_too_long",
    Text(
        "Tệp “{where}” trải quá {wanted} ô, tính đến trang tính “{given}”.",
        "The file “{where}” spans more than {wanted} cells up to its sheet “{given}”.",
    ),
    Text(
        "Xóa các dòng và cột trống đã định dạng ở cuối trang, hoặc lưu bảng thành CSV.",
        "Delete formatted empty rows and columns at its end, or save the table as CSV.",
    ),
)
NO_SHEET = ProblemKind(
    "documents.no_sheet",
    Text("Bảng tính “{where}” không có trang nào có nội dung.", "No sheet of the workbook “{where}” says anything."),
    Text("Chọn đúng tệp rồi tải lại.", "Choose the right file and try again."),
)
