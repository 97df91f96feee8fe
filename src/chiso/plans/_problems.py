"""All that reading and taking up plans may complain of: faults, and the codes of doubtful values."""

from chiso.problems import ProblemKind, Text

BAD_JSON = ProblemKind(
    "plans.bad_json",
    Text("Giá trị tại {where} không đúng mẫu: {given}.", "The value at {where} does not fit the schema: {given}."),
    Text("Cần {wanted}.", "Wanted: {wanted}."),
)
YEAR_ASSUMED = ProblemKind(
    "plans.year_assumed",
    Text(
        "Không ghi năm; lấy theo năm của kế hoạch hoặc năm của kết quả chung.",
        "No year is written; the plan's own is taken, or that of the whole index's result.",
    ),
    Text("Đối chiếu với văn bản.", "Compare with the document."),
)
LIST_MERGED = ProblemKind(
    "plans.list_merged",
    Text("Lấy từ danh sách ở phần khác của văn bản.", "Taken from a list in another part of the document."),
    Text("Đối chiếu hai chỗ.", "Compare both places."),
)
RANGE_WORSE_END = ProblemKind(
    "plans.range_worse_end",
    Text("Văn bản ghi một khoảng; lấy đầu kém hơn.", "The document gives a range; its worse end is taken."),
    Text("Sửa nếu cơ quan hiểu khác.", "Change it if the agency means something else."),
)
LEAD_FROM_SENTENCE = ProblemKind(
    "plans.lead_from_sentence",
    Text("Suy từ câu văn, không có dòng phân công riêng.", "Taken from a sentence, not from a line of assignment."),
    Text("Xác nhận đơn vị chủ trì.", "Confirm the lead unit."),
)
ISSUER_FROM_TEXT = ProblemKind(
    "plans.issuer_from_text",
    Text("Phần đầu văn bản không ghi cơ quan; lấy từ nội dung.", "The head names no agency; taken from the text."),
    Text("Xác nhận tên cơ quan.", "Confirm the agency's name."),
)
NAME_UNQUOTED = ProblemKind(
    "plans.component_by_layout",
    Text("Nhận là chỉ số thành phần do cách trình bày.", "Taken for a component because of the layout."),
    Text("Xác nhận tên chỉ số thành phần.", "Confirm the component's name."),
)
SEVERAL_INDICES = ProblemKind(
    "plans.several_indices",
    Text("Văn bản nêu nhiều bộ chỉ số.", "The document names several indices."),
    Text("Chọn bộ chỉ số cần đọc.", "Choose the index to read."),
)
SCANNED_UNSURELY = ProblemKind(
    "plans.scanned_unsurely",
    Text("Chữ quét không rõ ở chỗ này.", "The scan is not clear here."),
    Text("Đối chiếu với trang gốc.", "Compare with the page."),
)

DOUBTS = {
    kind.code: kind
    for kind in (
        YEAR_ASSUMED,
        LIST_MERGED,
        RANGE_WORSE_END,
        LEAD_FROM_SENTENCE,
        ISSUER_FROM_TEXT,
        NAME_UNQUOTED,
        SEVERAL_INDICES,
        SCANNED_UNSURELY,
    )
}
