"""What may be wrong with a result that somebody enters."""

from chiso.problems import ProblemKind, Text

NOT_OF_THE_AGENCY = ProblemKind(
    "results.not_of_the_agency",
    Text("“{given}” không phải là đối tượng đánh giá của cơ quan này", "“{given}” is not a subject of this agency"),
    Text(
        "Chỉ ghi kết quả của chính cơ quan hoặc của tỉnh, thành phố nơi cơ quan đặt.",
        "Enter results of the agency itself or of its province only.",
    ),
)
NOTHING_STATED = ProblemKind(
    "results.nothing_stated",
    Text("{where}: chưa có điểm, hạng hay xếp loại", "{where}: there is no score, rank or band"),
    Text(
        "Nhập ít nhất một trong ba; chưa có số liệu thì bỏ trống cả dòng.",
        "Enter at least one of the three; leave the whole line empty where nothing is known.",
    ),
)
ABOVE_THE_SCALE = ProblemKind(
    "results.above_the_scale",
    Text("{where}: điểm {given} lớn hơn thang điểm {wanted}", "{where}: the score {given} is above the scale {wanted}"),
    Text("Xem lại điểm hoặc thang điểm trong văn bản công bố.", "Check the score or the scale in the publication."),
)
BELOW_ZERO = ProblemKind(
    "results.below_zero",
    Text("{where}: điểm {given} nhỏ hơn 0", "{where}: the score {given} is below 0"),
    Text("Xem lại điểm trong văn bản công bố.", "Check the score in the publication."),
)
RANK_IMPOSSIBLE = ProblemKind(
    "results.rank_impossible",
    Text("{where}: hạng {given} trong số {wanted} là không thể có", "{where}: rank {given} of {wanted} cannot be"),
    Text("Hạng phải từ 1 đến số đơn vị được xếp hạng.", "A rank lies between 1 and the number of units ranked."),
)
NO_SOURCE = ProblemKind(
    "results.no_source",
    Text("{where}: chưa ghi nguồn", "{where}: no source is given"),
    Text(
        "Ghi số, ký hiệu, ngày của văn bản hoặc tên ấn phẩm và trang đã công bố số liệu.",
        "Give number and date of the document, or the publication and page.",
    ),
)
OFFICIAL_STANDS = ProblemKind(
    "results.official_stands",
    Text(
        "{where}: đã có kết quả chính thức, không ghi đè bằng số tạm tính",
        "{where}: there is an official result; a provisional one does not replace it",
    ),
    Text(
        "Muốn sửa kết quả chính thức, chọn “Chính thức” và ghi nguồn.",
        "To correct the official one, choose “official” and give its source.",
    ),
)
DOCUMENT_TOO_LARGE = ProblemKind(
    "results.document_too_large",
    Text("Văn bản kèm theo nặng {given} MB, tối đa {wanted} MB", "The document has {given} MB, at most {wanted} MB"),
    Text(
        "Nén ảnh trong văn bản, hoặc chỉ kèm các trang có số liệu.",
        "Compress it, or attach the pages with the figures.",
    ),
)
DOCUMENT_OF_WRONG_KIND = ProblemKind(
    "results.document_of_wrong_kind",
    Text("“{given}” không phải là loại tệp nhận được", "“{given}” is no kind of file that is taken"),
    Text("Chọn tệp {wanted}, nội dung đúng với đuôi tệp.", "Choose {wanted}, with a content of its ending."),
)
