"""What may be wrong with a number that somebody types."""

from chiso.problems import ProblemKind, Text

NO_NUMBER = ProblemKind(
    "results.typed.no_number",
    Text("{where}: “{given}” không phải là số", "{where}: “{given}” is no number"),
    Text(
        "Ô này chưa được tính đến. Ghi số như 7,95 hoặc 7.95, hoặc để trống.",
        "This field is left out for now. Write 7,95 or 7.95, or leave it empty.",
    ),
)
NOT_WHOLE = ProblemKind(
    "results.typed.not_whole",
    Text("{where}: “{given}” không phải là số nguyên", "{where}: “{given}” is no whole number"),
    Text(
        "Ô này chưa được tính đến. Ghi số nguyên từ {wanted} trở lên, hoặc để trống.",
        "This field is left out for now. Write a whole number of {wanted} or more, or leave it empty.",
    ),
)
TOO_LOW = ProblemKind(
    "results.typed.too_low",
    Text("{where}: {given} nhỏ hơn mức thấp nhất là {wanted}", "{where}: {given} is below the lowest, {wanted}"),
    Text(
        "Ô này chưa được tính đến. Ghi số từ {wanted} trở lên, hoặc để trống.",
        "This field is left out for now. Write {wanted} or more, or leave it empty.",
    ),
)
TOO_HIGH = ProblemKind(
    "results.typed.too_high",
    Text("{where}: {given} lớn hơn mức cao nhất là {wanted}", "{where}: {given} is above the highest, {wanted}"),
    Text(
        "Kết quả dưới đây tính với {wanted}. Ghi số từ {wanted} trở xuống.",
        "What is shown is computed with {wanted}. Write {wanted} or less.",
    ),
)
