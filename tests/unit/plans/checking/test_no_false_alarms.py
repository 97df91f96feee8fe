from dataclasses import replace

import pytest
from tests.unit.plans.checking.faults import led_by, work
from tests.unit.plans.checking.sound_plan import Draft, item, line

from chiso.plans import Assignment, Operator, Quantity, Score, check


def codes(draft: Draft) -> set[str]:
    return {finding.code for finding in check(draft.reading, draft.document)}


@pytest.mark.parametrize(
    "words",
    [
        "Xử lý nghiêm các hành vi vi phạm",
        "Hai việc làm song song, và báo nhau",
        "Sau cuộc giao ban ban hành thông báo kết luận",
        "Phòng Tổng hợp tổng hợp, báo cáo Giám đốc",
        "Nêu ở phần đầu văn bản",
        "Gửi số liệu vào đầu mỗi quý",
        "Đăng tin trên Báo Cao Bằng",
        "Gửi thư về địa chỉ BAN HANH DU AN",
        "Hoàn thành 100% (nếu có), báo cáo theo điểm a) và b)",
        "Các việc khác...",
        "Tỉnh đạt 1.000 điểm và 7,5 điểm thưởng",
        "Theo Nghị định số 61/2018/NĐ-CP và Quyết định số 45/2016/QĐ-TTg",
        "Kế hoạch số 9/KH-UBND ngày 20/12/2023 về DDCI năm 2024",
        "Kế hoạch số 9/KH-UBND ngày 20/3/2023 về chuyển đổi số đến năm 2024, nhiệm vụ 2023",
        "Công văn số 201/UBND-TN ngày 02/01/2024",
        "Kế hoạch số 5/KH-UBND ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 02/01/2024, Kế hoạch số 5/KH-UBND ngày 02/01/2024",
        "Nâng hạng PAR INDEX, PAPI và PCI của tỉnh",
        "Nêu rõ trách nhiệm giải quyết và trách nhiệm giải trình",
    ],
)
def test_right_words_are_left_alone(words):
    assert set() == codes(Draft().text(line(words)))


def test_lists_that_begin_anew_and_nested_ones_are_rightly_numbered():
    nested = [item("Việc", marker) for marker in ("1", "a", "b", "c", "d", "đ", "2", "1", "2", "3", "3")]
    assert set() == codes(Draft().text(item("PHỤ TRÁCH", "IV"), *nested[:8]))


@pytest.mark.parametrize("markers", [("a", "b", "i", "ii", "c"), ("o", "o", "o"), ("15", "1", "2"), ("1", "30", "2")])
def test_bullets_and_figures_at_the_beginning_of_a_line_are_no_numbers(markers):
    assert set() == codes(Draft().text(item("PHỤ TRÁCH", "IV"), *(item("Việc", marker) for marker in markers)))


def test_bands_are_not_counted_where_a_component_has_none():
    some = Draft().baseline(0, band="khá").baseline(1, band="tốt")
    assert set() == codes(some.text(line("Có 2/3 chỉ số thành phần xếp loại tốt.")))


def test_a_total_rounded_after_its_components_is_right():
    assert set() == codes(Draft().whole(baseline=replace(Draft().plan.baseline, score=70.04)))


def test_an_issuer_gathered_from_the_text_is_not_held_against_the_symbol():
    draft = Draft().head(number="12/KH-STC")
    gathered = replace(draft.reading, doubts={"document/issuer": "plans.issuer_from_text"})
    assert {"head.symbol_and_issuer"} == codes(draft)
    assert () == check(gathered, draft.document)


def test_a_first_rank_that_is_kept_is_no_target_to_raise():
    draft = Draft().baseline(0, rank=1).target(0, rank=1, score=6.5)
    assert set() == codes(draft)


def test_two_components_may_both_come_first():
    first = Draft().baseline(0, score=9.0, rank=1).baseline(1, score=9.0, rank=1)
    assert "scores.same_score_and_rank" not in codes(first)


def test_bands_are_not_contradicted_between_known_ones():
    draft = Draft().baseline(0, band="khá").baseline(1, band="tốt").baseline(2, band="tốt")
    assert set() == codes(draft)


def test_growth_may_be_over_a_hundred_percent():
    quantity = replace(work("").quantities[0], value=120, text="120%")
    task = work("Tăng số hồ sơ trực tuyến lên 120% so với năm trước", quantities=(quantity,))
    assert set() == codes(Draft().more_tasks(0, task))


def test_rooms_in_general_include_each_room_but_not_the_office():
    coordinated = Draft().component(1, assignment=led_by("Thanh tra Sở", "các phòng chuyên môn"))
    room = coordinated.task(1, assignment=led_by("Phòng Cải cách hành chính"))
    office = coordinated.task(1, assignment=led_by("Văn phòng Sở"))
    assert set() == codes(room)
    assert {"assignments.not_coordinating"} == codes(office)


def test_all_units_in_general_include_the_office():
    draft = Draft().component(1, assignment=led_by("Thanh tra Sở", "các phòng, đơn vị thuộc Sở"))
    assert set() == codes(draft.task(1, assignment=led_by("Văn phòng Sở")))


def test_a_component_led_by_one_unit_through_its_tasks_is_not_split():
    draft = Draft().component(0, assignment=Assignment())
    assert set() == codes(draft.task(0, assignment=led_by("Thanh tra Sở")))


def test_a_plan_that_covers_part_of_an_index_is_not_held_to_its_total():
    whole = Score(year=2023, score=90, scale=100, rank=9, rank_of=20)
    assert "sums.total_differs" not in codes(Draft().whole(baseline=whole))


def test_a_plan_that_names_no_year_in_any_target_means_its_own():
    draft = Draft().target(0, year=None).target(1, year=None).target(2, year=None)
    whole = replace(draft.plan.target, year=None)
    assert set() == codes(draft.whole(target=whole))


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ đúng hạn đạt từ 96% trở lên, trong đó hồ sơ đất đai đúng hạn đạt từ 98% trở lên trong quý II",
        "Hồ sơ giải quyết đúng hạn từ 98% trở lên, hồ sơ trễ hạn dưới 2% trong quý II",
        "Giải ngân vốn sửa chữa từ 96% trở lên, vốn xây mới từ 98% trở lên trong quý II",
    ],
)
def test_the_threshold_of_a_part_and_a_ceiling_contradict_nothing(text):
    first, _, second = text.partition(", ")
    promised = tuple(
        Quantity(operator, value, "%", words)
        for operator, value, words in (
            (Operator.AT_LEAST, 96, "từ 96% trở lên"),
            (Operator.AT_LEAST, 98, "từ 98% trở lên"),
            (Operator.LESS_THAN, 2, "dưới 2%"),
        )
        if words in first or words in second
    )
    assert "clashes.threshold" not in codes(Draft().task(0, text=text, quantities=promised))


def test_a_target_rank_is_of_as_many_as_the_result_beside_it():
    assert set() == codes(Draft().target(0, rank_of=None))


@pytest.mark.parametrize("text", ["Chi thường xuyên đúng dự toán trong quý II", "Việc này là nhiệm vụ thường xuyên"])
def test_standing_work_is_not_every_use_of_the_word(text):
    assert "tasks.no_cadence" not in codes(Draft().task(0, text=text, timing=None))


def test_numerals_that_a_scan_may_have_misread_are_no_fault():
    scanned = replace(item("TỔ CHỨC THỰC HIỆN", "II"), doubtful=((0, 2),))
    assert set() == codes(Draft().text(scanned))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đối thoại với doanh nghiệp 01 lần/quý", "Gặp mặt các doanh nghiệp 03 tháng/lần"),
        ("Đối thoại với doanh nghiệp 01 lần/quý", "Mở hội nghị kết nối ngân hàng - doanh nghiệp 6 tháng/lần"),
    ],
)
def test_cadences_of_one_rhythm_and_of_two_meetings_do_not_clash(one, other):
    assert "clashes.cadence" not in codes(Draft().more_tasks(0, work(one), work(other)))


@pytest.mark.parametrize(
    "text",
    [
        "Mức độ hài lòng về thủ tục đạt từ khá trở lên",
        "Tỷ lệ số hóa đạt từ 90% trở lên trong năm 2024",
        "Phấn đấu các chỉ số đạt trên mức trung bình của tỉnh",
        "Công trình đạt trong năm 2024",
        "Mở lớp cho cán bộ cấp phòng trở lên",
    ],
)
def test_a_threshold_with_its_figure_or_in_words_lacks_nothing(text):
    assert "quantities.left_out" not in codes(Draft().more_tasks(0, work(text)))


def test_headings_that_count_a_part_of_the_components_each_are_right():
    first, second = item("CHỈ SỐ CỐT LÕI (02 chỉ số)", "II"), item("CHỈ SỐ MỞ RỘNG (01 chỉ số)", "III")
    assert "sums.component_count" not in codes(Draft().line(8, first).text(second))


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hồ sơ đúng hạn đạt 98% trong năm 2024",
        "Kiểm tra công vụ 02 lần/quý",
        "Sao lưu 100% dữ liệu hằng tuần",
    ],
)
def test_a_task_that_tells_its_time_in_its_own_words_lacks_none(text):
    assert "tasks.no_time" not in codes(Draft().task(0, text=text, timing=None))


def test_scores_over_ten_are_no_slip_where_several_are_or_the_component_has_more_points():
    plain = Draft().each_scale(None)
    several = plain.target(0, score=10.5).target(1, score=11.5)
    larger = plain.baseline(0, score=10.2).target(0, score=10.5)
    assert "scores.beyond_scale" not in codes(several) | codes(larger)


@pytest.mark.parametrize(
    ("one", "other"), [("Xã Tân Lam", "Xã Tân Lan"), ("Đội Hai", "Đội Ba"), ("Phòng Đầu tư", "Phòng Đấu thầu")]
)
def test_units_of_other_names_are_not_misspelt(one, other):
    draft = Draft().component(0, assignment=led_by(one, "Xã Tân Lam")).component(1, assignment=led_by(one))
    assert "names.unit_misspelt" not in codes(draft.component(2, assignment=led_by(other)))


@pytest.mark.parametrize(
    "text", ["Nâng chỉ số “Chi phí thời gian” của Sở.", "Nâng chỉ số “Chi phí không chính thức” của Sở."]
)
def test_a_component_or_another_one_is_rightly_cited(text):
    draft = Draft().component(0, name="Chi phí thời gian làm thủ tục")
    assert "names.component_spellings" not in codes(draft.text(line(text)))


@pytest.mark.parametrize("text", ["Giám đốc TRẦN VĂN HOÀN", "Ông Trần Văn Hùng theo dõi.", "Bà Trần Vân Hoàng Anh"])
def test_the_same_name_in_capitals_and_names_of_others_are_left_alone(text):
    assert "names.person_spellings" not in codes(Draft().text(line(text)))
