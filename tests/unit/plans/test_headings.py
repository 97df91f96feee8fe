"""Headings that are components without the words or looks that headings have, and results told beside them."""

from __future__ import annotations

import pytest
from tests.unit.plans.short_plans import plan_of, shape


def test_bullets_of_two_kinds_stand_one_under_the_other():
    plan = plan_of(
        "I. NỘI DUNG\n• Chi phí thời gian (năm 2023: 6,1/10 điểm)\n- Bỏ phiếu giấy khi nhận hồ sơ.\n- Trả hồ sơ qua mạng.\n"
        "• Nâng cao chất lượng điều hành (năm 2023: 5,2/10 điểm)\n- Đăng lịch tiếp doanh nghiệp.\n"
        "• Thiết chế pháp lý (năm 2023: 7/10 điểm)\n- Trả lời đơn thư trong tuần.\n"
    )

    assert {
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ.", "Trả hồ sơ qua mạng."],
        "Nâng cao chất lượng điều hành": ["Đăng lịch tiếp doanh nghiệp."],
        "Thiết chế pháp lý": ["Trả lời đơn thư trong tuần."],
    } == shape(plan)


def test_headings_are_components_by_a_table_that_misspells_their_names_and_by_those_beside_them():
    plan = plan_of(
        "I. MỤC TIÊU\nTT\tNội dung\tMục tiêu năm 2024\n1\tTiêp cân thông tin\t8,1\n2\tChi phi thơi gian\t7,5\n"
        "II. GIẢI PHÁP\n1. Tiếp cận thông tin\na) Đăng lịch tiếp doanh nghiệp.\n"
        "2. Tăng cường đối thoại\na) Gặp doanh nghiệp mỗi tháng.\n"
        "3. Chi phí thời gian\na) Bỏ phiếu giấy khi nhận hồ sơ.\n"
        "4. Thiết chế pháp lý\na) Trả lời đơn thư trong tuần.\n"
    )

    assert ["Tiếp cận thông tin", "Tăng cường đối thoại", "Chi phí thời gian", "Thiết chế pháp lý"] == list(shape(plan))


WORK = (
    "III. GIẢI PHÁP\n1. Chỉ số Chi phí thời gian\na) Bỏ phiếu giấy khi nhận hồ sơ.\n"
    "2. Chỉ số Tính minh bạch\na) Đăng lịch tiếp doanh nghiệp.\n"
)


def test_results_of_several_components_stand_in_one_list_under_the_year_and_scale_of_its_heading():
    plan = plan_of(
        "I. KẾT QUẢ NĂM 2023 (thang điểm 10)\n"
        f"- Hai chỉ số tăng: Chi phí thời gian (6,7 điểm, hạng 9); Tính minh bạch (5,9 điểm, hạng 4).\n{WORK}"
    )

    assert [(2023, 6.7, 10, 9), (2023, 5.9, 10, 4)] == [
        (each.baseline.year, each.baseline.score, each.baseline.scale, each.baseline.rank) for each in plan.components
    ]


HEADINGS = (
    "HẠN CHẾ VÀ GIẢI PHÁP KHẮC PHỤC THEO TỪNG CHỈ SỐ",
    "KHÓ KHĂN, VƯỚNG MẮC VÀ HƯỚNG XỬ LÝ",
    "KẾT QUẢ CẦN ĐẠT",
    "MỤC TIÊU ĐỐI VỚI TỪNG CHỈ SỐ",
    "YÊU CẦU ĐỐI VỚI TỪNG CHỈ SỐ",
    "TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ ĐỐI VỚI TỪNG CHỈ SỐ",
    "TỔ CHỨC THỰC HIỆN CÁC CHỈ SỐ THÀNH PHẦN",
)


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("word", ["Chỉ số", "Nội dung:"])
def test_components_are_found_whatever_the_heading_over_them_announces(heading, word):
    plan = plan_of(
        f"I. MỤC ĐÍCH\nNâng hạng của tỉnh.\nII. {heading}\n1. {word} Chi phí thời gian\n- Bỏ phiếu giấy khi nhận hồ sơ.\n"
        f"- Trả hồ sơ qua mạng.\n2. {word} Tính minh bạch\n- Đăng lịch tiếp doanh nghiệp.\nIII. TỔ CHỨC THỰC HIỆN\n"
        "Giao Văn phòng Sở theo dõi.\n"
    )

    assert {
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ.", "Trả hồ sơ qua mạng."],
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
    } == shape(plan)


def test_a_heading_of_results_stays_one_where_the_work_stands_under_another():
    plan = plan_of(
        "I. KẾT QUẢ NĂM 2023\n1. Chỉ số Chi phí thời gian\n- Đạt 6,7 điểm do hồ sơ chậm.\n2. Chỉ số Tính minh bạch\n"
        f"- Đạt 5,9 điểm do ít công khai.\n{WORK}"
    )

    assert {
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ."],
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
    } == shape(plan)


def test_a_band_beside_the_points_of_an_aim_is_an_aim_too():
    plan = plan_of(
        "II. MỤC TIÊU\nTT\tThành phần\tĐiểm 2023\tLoại\tMục tiêu 2024\tXếp loại\n"
        f"1\tChi phí thời gian\t6,7\tKhá\t7,5\tTốt\n2\tTính minh bạch\t5,9\tTrung bình\t6,5\tKhá\n{WORK}"
    )

    assert [("khá", "tốt"), ("trung bình", "khá")] == [
        (each.baseline.band, each.target.band) for each in plan.components
    ]


def test_the_rank_of_the_whole_index_stands_in_a_row_of_its_own_or_beside_the_total():
    plan = plan_of(
        "II. KẾT QUẢ\nTT\tChỉ số thành phần\tNăm 2022\tNăm 2023\tMục tiêu 2024\n1\tChi phí thời gian\t6,1\t6,7\t7,5\n"
        f"2\tTính minh bạch\t5,5\t5,9\t6,5\n\tTổng điểm (phấn đấu xếp thứ 3)\t60,1\t61,5\t66\n\tXếp hạng\t9/15\t7/15\t\n{WORK}"
    )

    assert (2023, 61.5, 7, 15, 9) == (
        plan.baseline.year,
        plan.baseline.score,
        plan.baseline.rank,
        plan.baseline.rank_of,
        plan.baseline.previous_rank,
    )
    assert (66, 3) == (plan.target.score, plan.target.rank)
    assert 2 == len(plan.components)


def test_a_heading_of_other_words_ends_what_the_one_beside_it_announced():
    plan = plan_of(
        "I. NỘI DUNG\n1. Chi phí thời gian\na) Kết quả và chỉ tiêu:\nNăm 2023 đạt 6,7/10 điểm. Năm 2024 phấn đấu đạt 7,5/10 điểm.\n"
        "b) Cần làm ngay:\n- Bỏ phiếu giấy khi nhận hồ sơ.\nc) Phân công: Giao Văn phòng Sở chủ trì, phối hợp với các phòng thực hiện Mục này.\n"
        "2. Tính minh bạch\na) Kết quả và chỉ tiêu:\nNăm 2023 đạt 5,9/10 điểm. Năm 2024 phấn đấu đạt 6,5/10 điểm.\n"
        "b) Cần làm ngay:\n- Đăng lịch tiếp doanh nghiệp.\nVăn phòng Sở chủ trì, phối hợp với các phòng thực hiện Mục này.\n"
    )

    assert {
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ."],
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
    } == shape(plan)
    assert [("Văn phòng Sở", ("các phòng",))] * 2 == [
        (each.assignment.lead, each.assignment.coordinating) for each in plan.components
    ]


def test_words_alone_over_results_are_components():
    plan = plan_of(
        "A. NHIỆM VỤ CỤ THỂ\nChi phí thời gian\nNăm 2023: 6,7 điểm, hạng 9. Năm 2024: phấn đấu 7,5 điểm.\n1. Bỏ phiếu giấy khi nhận hồ sơ.\n"
        "Tính minh bạch\nNăm 2023: 5,9 điểm, hạng 4. Năm 2024: phấn đấu 6,5 điểm.\n1. Đăng lịch tiếp doanh nghiệp.\n"
    )

    assert {
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ."],
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
    } == shape(plan)


def test_the_first_heading_of_a_run_is_a_component_where_it_is_built_as_the_others_are():
    parts = "{n}.1. Hiện trạng: đạt {a} điểm.\n{n}.2. Mục tiêu: đạt {b} điểm.\n{n}.3. Nhiệm vụ:\n- {work}\n"
    plan = plan_of(
        "II. NHIỆM VỤ\n1. Chỉ đạo điều hành\n"
        + parts.format(n=1, a="10/13", b="12/13", work="Họp giao ban cải cách mỗi tháng.")
        + "2. Thủ tục hành chính\n"
        + parts.format(n=2, a="14/18", b="17/18", work="Bỏ phiếu giấy khi nhận hồ sơ.")
        + "3. Hiện đại hóa hành chính\n"
        + parts.format(n=3, a="9,5/15", b="12,5/15", work="Ký số mọi văn bản đi.")
    )

    assert ["Chỉ đạo điều hành", "Thủ tục hành chính", "Hiện đại hóa hành chính"] == list(shape(plan))
    assert [10, 14, 9.5] == [each.baseline.score for each in plan.components]


@pytest.mark.parametrize("colon", [": năm 2023 đạt 6,7 điểm; năm 2024 phấn đấu 7,5 điểm.", ""])
def test_lines_that_name_their_index_are_components_without_number_or_look(colon):
    plan = plan_of(
        f"II. NHIỆM VỤ\nChỉ số Chi phí thời gian{colon}\na) Bỏ phiếu giấy khi nhận hồ sơ.\nb) Trả hồ sơ qua mạng.\n"
        f"Chỉ số Tính minh bạch{colon}\na) Đăng lịch tiếp doanh nghiệp.\n"
    )

    assert {
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ.", "Trả hồ sơ qua mạng."],
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
    } == shape(plan)


def test_a_table_of_a_scan_repeats_its_head_and_prints_its_first_numeral_as_a_figure():
    head = "STT\tNội dung công việc\tChủ trì\tPhối hợp\tThời gian\n"
    plan = plan_of(
        f"II. NHIỆM VỤ CỤ THỂ\n{head}1\tTiếp cận dịch vụ\t\t\t\n1\tĐăng lịch tiếp doanh nghiệp\tVăn phòng Sở\tcác phòng\tQuý 11/2024\n"
        f"II\tChi phí thời gian\t\t\t\n1\tBỏ phiếu giấy\tVăn phòng Sở\tcác phòng\tQuý 111/2024\n{head}"
        "2\tTrả hồ sơ qua mạng\tThanh tra Sở\tcác phòng\tquý 12024\n"
    )

    assert {
        "Tiếp cận dịch vụ": ["Đăng lịch tiếp doanh nghiệp"],
        "Chi phí thời gian": ["Bỏ phiếu giấy", "Trả hồ sơ qua mạng"],
    } == shape(plan)
    assert ["2024-06", "2024-09", "2024-03"] == [task.timing.due for each in plan.components for task in each.tasks]
