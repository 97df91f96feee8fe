"""What the package may complain of."""

from chiso.problems import ProblemKind, Text

BAD_NUMBER = ProblemKind(
    "legal.bad_number",
    Text("“{given}” không phải là số, ký hiệu văn bản", "“{given}” is not the number of a document"),
    Text(
        "Viết theo Nghị định 30/2020/NĐ-CP: số, dấu gạch chéo, ký hiệu nối bằng gạch ngang, không có dấu cách: "
        "843/QĐ-UBND, 07/KH-SKHCN; văn bản quy phạm pháp luật có thêm năm ở giữa: 30/2020/NĐ-CP.",
        "Write it as Decree 30/2020/NĐ-CP asks: the number, a slash, the symbol with hyphens and no spaces: "
        "843/QĐ-UBND, 07/KH-SKHCN; normative documents have the year between: 30/2020/NĐ-CP.",
    ),
)

NOT_IN_FORCE = ProblemKind(
    "legal.not_in_force",
    Text("Không có quy định nào về {where} cho ngày {given}", "No rule on {where} applies on {given}"),
    Text(
        "Quy định đã biết: {wanted}. Chọn phiên bản áp dụng cho ngày đó, hoặc bổ sung quy định kèm nguồn.",
        "Rules known: {wanted}. Take the edition for that day, or add the rule with its source.",
    ),
)

SEVERAL_RULES = ProblemKind(
    "legal.several_rules",
    Text(
        "Có nhiều quy định về {where}, mỗi quy định áp dụng cho một thời gian",
        "There are several rules on {where}, each for its own time",
    ),
    Text("Cho biết ngày áp dụng: {wanted}.", "Say on which day: {wanted}."),
)
