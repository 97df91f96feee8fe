"""What a careful head of office would want to be told of the five specification plans: all of it, and nothing else.

Each line is a finding: its code, the lines of the text on which it must stand, and words that its message must hold.
"""

from functools import cache

import pytest

from chiso import documents, packs, plans
from chiso.cli.check import edition_of
from chiso.periods import WorkingCalendar

FINDINGS = {
    "000": (
        ("head.number_missing", {3}, "/KH-SKHCN"),
        ("head.day_missing", {5}, "07/2020"),
        ("citations.undated", {166}, "257/KH-UBND và 16/CT-TTg"),
        ("sums.total_of_subset", {10}, "1.1, 1.2, 1.3, 1.4, 1.5; tính cả 7 chỉ số thì được 81,14"),
        ("targets.whole_without", {174}, "chỉ ghi cao hơn năm trước"),
        ("assignments.split", {64, 92}, "1.4 (Phòng Quản lý công nghệ và Thị trường công nghệ; Phòng Thanh tra)"),
        ("names.unit_spellings", {122}, "Phòng Thanh tra Sở (“phòng Thanh tra”)"),
        ("tasks.not_measurable", {40, 166}, "21/21"),
        ("tasks.no_time", {40, 166}, "20/21"),
        ("names.index_spellings", {10}, "“năng lực điều hành” và “năng lực cạnh tranh”"),
        ("tasks.no_cadence", {42, 112, 136, 154}, "4/21"),
        ("reporting.before_close", {178}, "Tháng 7/2020 (hạn 14/07/2020). Nộp khi chưa hết kỳ, chỉ kịp nếu chốt số liệu ngày 14"),
        ("wording.scanning_fault", {20, 36, 50, 68, 96, 128, 146, 162, 178}, "“phần đầu” → “phấn đấu” (7 chỗ)"),
        ("wording.word_lost", {112, 180}, "“trách nhiệm giải trình”; “thuận trong về”"),
        ("wording.punctuation", {102}, ".."),
        ("wording.decimal_mark", {10}, "chấm (80.56)"),
    ),
    "001": (
        ("head.number_missing", {3}, "/KH-SKHCCN"),
        ("head.day_missing", {5}, "06/2022"),
        ("head.symbol_and_issuer", {3}, "SKHCCN"),
        ("citations.undated", {101}, "54/KH-UBND"),
        ("citations.spellings", {17, 45}, "Nên thống nhất là 41/KH-SKHCN"),
        ("targets.nothing_measured", {9}, "7 chỉ số thành phần"),
        ("framework.not_covered", {9}, "“Tiếp cận đất đai”, “Đào tạo lao động”"),
        ("names.unit_misspelt", {67}, "Đổi mới sáng tạo"),
        ("tasks.not_measurable", {29, 135}, "24/28"),
        ("tasks.no_cadence", {35, 51, 69, 93, 111, 127, 141}, "27/28"),
        ("tasks.only_refers", {45, 63, 87, 105, 121, 135}, "6 nhiệm vụ"),
        ("repetition.same_task", {87, 105}, "(4, 5)"),
        ("references.other_component", {105}, "5 “Chi phí không chính thức” lại dẫn chỉ số 4 “Chi phí thời gian”"),
        ("reporting.before_close", {145}, "Quý II/2022 (hạn 14/06/2022)"),
        ("reporting.past", {145}, "Quý I/2022 (14/03/2022)"),
        ("reporting.quarter_missing", {145}, "thiếu quý IV"),
        ("wording.scanning_fault", {27}, "nhũng nhiễu"),
        ("wording.abbreviation", {73}, "KH&CN"),
    ),
    "002": (
        ("head.number_missing", {3}, "/KH-STTTT"),
        ("citations.year_doubtful", {11}, "31/KH-UBND ghi ngày 10/02/2022 nhưng nói về năm 2023"),
        ("scores.same_score_and_rank", {164, 192}, "cùng 6,79 điểm và cùng hạng 24"),
        ("targets.below_baseline", {126}, "8 điểm thấp hơn kết quả năm trước 8,01 điểm"),
        ("targets.whole_without", {9}, "kết quả năm trước"),
        ("targets.component_without", {103}, "1.3"),
        ("targets.without_year", {61, 79}, "1.1"),
        ("assignments.collective_lead", {117, 182, 224}, "5 chỗ"),
        ("assignments.not_coordinating", {75, 188, 222}, "Thanh tra Sở (1.1, 2.1) và Văn phòng Sở (2.3)"),
        ("names.component_spellings", {59}, "“Tính minh bạch và tiếp cận thông tin”"),
        ("names.unit_spellings", {168, 214}, "Phòng Hạ tầng số (“Hạ tầng số”)"),
        ("tasks.not_measurable", {69, 228}, "29/35"),
        ("tasks.no_time", {69, 228}, "32/35"),
        ("tasks.no_cadence", {69}, "1/35"),
        ("repetition.same_task", {95, 134, 150}, "1.2, 1.4, 1.5"),
        ("repetition.same_task", {97, 158}, "1.2, 1.5"),
        ("repetition.same_task", {121, 226}, "1.3, 2.3"),
        ("clashes.cadence", {91, 152, 222}, "1.2: 6 tháng/Lần; 1.5: 01 Quý/Lần; 2.3: 06 tháng/Lần"),
        ("reporting.no_day", {234}, "tháng"),
        ("wording.doubled_word", {130}, "chủ trì chủ trì"),
        ("wording.scanning_fault", {121, 174, 226}, "“bứt phá” (2 chỗ)"),
        ("wording.punctuation", {63, 99, 142}, "Yến,."),
    ),
    "003": (
        ("head.number_missing", {3}, "/KH-SKHCN"),
        ("head.day_missing", {5}, "07/2022"),
        ("numbering.repeated", {122}, "phải là 3.3"),
        ("sums.maxima_differ", {13}, "cộng lại là 118, không phải 100; điểm đạt cộng lại là 102,73"),
        ("scores.rank_without_count", {39, 73, 101, 131, 156, 181, 211, 254}, "ghi trên 19"),
        ("targets.whole_without", {8}, "mục tiêu bằng số"),
        ("assignments.told_differently", {276}, "Văn phòng Sở"),
        ("names.index_spellings", {8, 15, 23, 28}, "“PARINDEX” và “PAR INDEX”"),
        ("tasks.not_measurable", {59, 116}, "18/50"),
        ("tasks.no_time", {47, 261}, "50/50"),
        ("quantities.impossible", {191}, "98% - 100%"),
        ("quantities.left_out", {116}, "thiếu con số tỷ lệ"),
        ("repetition.same_requirement", {28, 31}, "2 lần"),
        ("clashes.threshold", {57, 145, 261}, "1: “tối thiểu từ 95% trở lên”; 4: “tối thiểu 90%”; 8: “đạt từ 99% trở lên”"),
        ("reporting.no_day", {284}, "quý, 6 tháng và năm"),
        ("wording.doubled_word", {23}, "của của"),
        ("wording.scanning_fault", {77, 83, 116, 141, 193, 225}, "“thu thập thông tin”"),
        ("wording.punctuation", {49, 87}, "'"),
        ("wording.decimal_mark", {101}, "14.30"),
    ),
    "004": (
        ("citations.kind_and_symbol", {11}, "5959/QĐ-UBND"),
        ("numbering.repeated", {156}, "phải là 3.3"),
        ("numbering.out_of_place", {182, 183, 185}, "1 → 7.1, 2 → 7.2 và – → 8.1"),
        ("targets.nothing_measured", {9}, "8 chỉ số thành phần"),
        ("assignments.split", {47, 55, 61, 71, 79, 89}, "Ban Thanh tra nhân dân"),
        ("assignments.two_leads", {156, 164}, "“Đảng ủy, BGD” (2 chỗ)"),
        ("assignments.task_without_unit", {37, 107}, "25/53"),
        ("names.index_spellings", {11, 21}, "“hiệu quả quản trị hành chính công”"),
        ("references.other_index", {39, 43}, "PCI và PAR INDEX"),
        ("names.unit_spellings", {138, 157}, "“TT NCUD & TT KH&CN”"),
        ("names.body_and_annex", {146, 167}, "“Thủ tục hành chính công” ↔ “Cải cách thủ tục hành chính”"),
        ("tasks.not_measurable", {37, 185}, "52/53"),
        ("tasks.no_time", {37, 107}, "25/53"),
        ("tasks.no_cadence", {69, 139, 185}, "23/53"),
        ("tasks.plan_itself", {138}, "chính là kế hoạch này"),
        ("repetition.same_task", {87, 93}, "(5, 6)"),
        ("repetition.body_and_annex", {99, 101, 182, 183}, "5 nhiệm vụ"),
        ("reporting.before_close", {117}, "kể cả nếu chốt số liệu ngày 14 theo Nghị định 09/2019/NĐ-CP: Quý I/2021 (hạn 04/03/2021)"),
        ("reporting.quarter_missing", {117}, "thiếu quý IV"),
        ("wording.scanning_fault", {57, 133}, "“cán bộ, công chức”; “cường cố” → “củng cố”"),
        ("wording.punctuation", {147, 165}, "phòng ,"),
        ("wording.abbreviation", {43}, "PAR INDEX"),
    ),
}  # fmt: skip
EACH = [(seed, *finding) for seed, found in FINDINGS.items() for finding in found]


@cache
def findings(folder, seed):
    path = next((folder / "seeds").glob(f"{seed}_*.txt"))
    document = documents.read(path.read_bytes(), path.name)
    reading = plans.read(document, names=packs.names())
    calendar = WorkingCalendar.of(packs.decided_days())
    return plans.check(reading, document, edition=edition_of(reading.plan), calendar=calendar)


@pytest.mark.parametrize(("seed", "code", "lines", "words"), EACH, ids=[f"{s}-{c}-{min(n)}" for s, c, n, _ in EACH])
def test_a_finding_of_a_seed_is_found_with_its_lines_and_figures(shared, seed, code, lines, words):
    told = [finding for finding in findings(shared, seed) if finding.code == code and lines <= set(finding.lines)]
    assert [True] == [words in finding.message() for finding in told]


@pytest.mark.parametrize("seed", FINDINGS)
def test_nothing_else_is_found_in_a_seed(shared, seed):
    assert sorted(code for code, *_ in FINDINGS[seed]) == sorted(finding.code for finding in findings(shared, seed))
