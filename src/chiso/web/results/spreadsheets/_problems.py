"""What may be wrong with a table that somebody brings."""

from chiso.problems import ProblemKind, Text

NO_ROWS = ProblemKind(
    "results.table.no_rows",
    Text("Bảng chưa có dòng số liệu nào", "The table has no row of figures"),
    Text(
        "Dòng đầu là tên cột, mỗi dòng sau là số liệu.",
        "The first line names the columns, each line below has figures.",
    ),
)
TOO_MANY_ROWS = ProblemKind(
    "results.table.too_many_rows",
    Text("Bảng có {given} dòng, tối đa {wanted}", "The table has {given} lines, at most {wanted}"),
    Text("Xóa các dòng thừa ở cuối, hoặc chia bảng.", "Delete lines at its end, or divide the table."),
)
NO_COLUMN = ProblemKind(
    "results.table.no_column",
    Text("{where}: thiếu cột “{wanted}”", "{where}: there is no column “{wanted}”"),
    Text("Lấy tệp mẫu ở trang này để có đủ tên cột.", "Take the template of this page for the names of the columns."),
)
UNKNOWN_COLUMN = ProblemKind(
    "results.table.unknown_column",
    Text("{where}: cột “{given}” không có trong bộ chỉ số", "{where}: the column “{given}” is not in the index"),
    Text("Các cột dùng được: {wanted}.", "Columns that can be used: {wanted}."),
)
COLUMN_TWICE = ProblemKind(
    "results.table.column_twice",
    Text("{where}: cột “{given}” có hai lần", "{where}: the column “{given}” stands there twice"),
    Text("Giữ một cột.", "Keep one of them."),
)
NO_HEAD = ProblemKind(
    "results.table.no_head",
    Text("{where}: cột có số liệu nhưng không có tên", "{where}: the column has figures but no name"),
    Text(
        "Ghi tên hoặc mã chỉ số vào ô tiêu đề của cột; ô tiêu đề gộp thì bỏ gộp, mỗi cột một tên.",
        "Write the name or code into the head of the column; split merged heads, each column has its own name.",
    ),
)
TOO_MANY_CELLS = ProblemKind(
    "results.table.too_many_cells",
    Text(
        "{where}: có {given} ô, dòng tên cột chỉ có {wanted}",
        "{where}: {given} cells, but the line of names has {wanted}",
    ),
    Text(
        "Số có dấu phẩy thì các ô cách nhau bằng dấu chấm phẩy; ô thừa thì xóa.",
        "Where numbers have a decimal comma, separate cells by semicolons; delete cells that are too many.",
    ),
)
NOT_A_NUMBER = ProblemKind(
    "results.table.not_a_number",
    Text("{where}: “{given}” không phải là số", "{where}: “{given}” is no number"),
    Text(
        "Ghi số như 7,95 hoặc 7.95; chưa có số liệu thì để trống.",
        "Write 7,95 or 7.95; leave it empty where nothing is known.",
    ),
)
TOO_HIGH = ProblemKind(
    "results.table.too_high",
    Text("{where}: {given} quá lớn, phải dưới {wanted}", "{where}: {given} is too large, it must be below {wanted}"),
    Text("Xem lại số trong bản công bố.", "Check the figure in the publication."),
)
A_DATE = ProblemKind(
    "results.table.a_date",
    Text("{where}: “{given}” là ngày tháng, không phải là số", "{where}: “{given}” is a date, no number"),
    Text(
        "Bảng tính hay tự đổi 7.5 hoặc 3/6 thành ngày: đặt ô ở dạng Số rồi ghi lại.",
        "Spreadsheets turn 7.5 or 3/6 into a date: format the cell as a number and write it again.",
    ),
)
A_PERCENTAGE = ProblemKind(
    "results.table.a_percentage",
    Text("{where}: “{given}” là phần trăm, không rõ bao nhiêu điểm", "{where}: “{given}” is a percentage, not points"),
    Text(
        "Ghi điểm bằng số thường, theo thang điểm {wanted}.",
        "Write the points as a plain number on the scale {wanted}.",
    ),
)
A_CELL_ERROR = ProblemKind(
    "results.table.a_cell_error",
    Text("{where}: ô đang báo lỗi {given}", "{where}: the cell shows the error {given}"),
    Text(
        "Sửa công thức của ô, hoặc ghi thẳng giá trị vào ô.",
        "Mend the formula of the cell, or write the value into it.",
    ),
)
A_FORMULA = ProblemKind(
    "results.table.a_formula",
    Text("{where}: công thức {given} chưa có kết quả", "{where}: the formula {given} has no value yet"),
    Text(
        "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc dán giá trị thay cho công thức.",
        "Open the file in Excel or LibreOffice and save it again, or paste the value instead of the formula.",
    ),
)
TOO_LONG = ProblemKind(
    "results.table.too_long",
    Text("{where}: dài {given} ký tự, tối đa {wanted}", "{where}: {given} letters, at most {wanted}"),
    Text("Viết gọn lại.", "Write it shorter."),
)
OFF_THE_SCALE = ProblemKind(
    "results.table.off_the_scale",
    Text("{where}: {given} nằm ngoài thang điểm {wanted}", "{where}: {given} is off the scale {wanted}"),
    Text("Xem lại số trong bản công bố.", "Check the figure in the publication."),
)
NOT_A_RANK = ProblemKind(
    "results.table.not_a_rank",
    Text("{where}: “{given}” không phải là thứ hạng", "{where}: “{given}” is no rank"),
    Text("Hạng là số nguyên từ 1.", "A rank is a whole number from 1 on."),
)
A_LONG_CELL = ProblemKind(
    "results.table.a_long_cell",
    Text("Bảng có ô dài quá {wanted} ký tự", "A cell of the table has more than {wanted} letters"),
    Text("Chọn đúng tệp, hoặc xóa ô đó.", "Choose the right file, or delete the cell."),
)
OPEN_QUOTE = ProblemKind(
    "results.table.open_quote",
    Text('Bảng có dấu nháy kép (") mở mà không đóng', "A double quote is opened in the table and never closed"),
    Text(
        'Trong ô có dấu nháy kép thì viết hai lần (""), hoặc bỏ dấu đó.',
        'Write a double quote within a cell twice (""), or leave it out.',
    ),
)
SEVERAL_TABLES = ProblemKind(
    "results.table.several_tables",
    Text(
        "Tệp “{where}” có {given} trang tính đều là bảng: {wanted}", "{given} sheets of “{where}” are tables: {wanted}"
    ),
    Text(
        "Mỗi lần nhập một bảng: xóa hoặc ẩn các trang khác rồi tải lại.",
        "One table at a time: delete or hide the other sheets and try again.",
    ),
)
NO_TABLE = ProblemKind(
    "results.table.no_table",
    Text(
        "Không trang tính nào của tệp “{where}” ({given}) có cột “{wanted}” trong 20 dòng đầu",
        "No sheet of “{where}” ({given}) has a column “{wanted}” in its first 20 rows",
    ),
    Text("Lấy tệp mẫu ở trang này để có đủ tên cột.", "Take the template of this page for the names of the columns."),
)
NOT_TEXT = ProblemKind(
    "results.table.not_text",
    Text("Tệp “{given}” không phải là bảng .xlsx hoặc CSV", "The file “{given}” is no table as .xlsx or CSV"),
    Text(
        "Trong Excel chọn Lưu thành, kiểu “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”.",
        "In Excel save as “Excel Workbook (.xlsx)” or “CSV UTF-8”.",
    ),
)
TOO_LARGE = ProblemKind(
    "results.table.too_large",
    Text("Tệp “{where}” nặng {given} MB, tối đa {wanted} MB", "The file “{where}” has {given} MB, at most {wanted} MB"),
    Text(
        "Bỏ ảnh và trang không cần, hoặc lưu bảng thành CSV.", "Take out pictures and sheets, or save the table as CSV."
    ),
)
