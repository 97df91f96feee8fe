"""Plans whose components and work stand in unusual places, each in a few lines."""

from __future__ import annotations

import pytest

from chiso.documents import read as read_document
from chiso.plans import Plan, read

HEAD = "UBND TỈNH HÀ NAM\nSỞ XÂY DỰNG\nSố: 12/KH-SXD\nHà Nam, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nNâng cao Chỉ số DDCI năm 2024\n\n"


def plan_of(body: str) -> Plan:
    return read(read_document((HEAD + body).encode(), "ke-hoach.txt")).plan


def shape(plan: Plan) -> dict[str, list[str]]:
    return {component.name: [task.text for task in component.tasks] for component in plan.components}


def test_one_table_can_mix_components_and_their_work_under_headings_of_its_own():
    plan = plan_of(
        "TT\tNội dung\tĐiểm năm 2023\tMục tiêu năm 2024\tChủ trì\tThời gian\n"
        "I\tCác chỉ số thành phần\n"
        "1\tChi phí thời gian\t6,10\t7,00\tVăn phòng Sở\t\n"
        "1.1\tBỏ phiếu giấy khi nhận hồ sơ.\t\t\tThanh tra Sở\tQuý II/2024\n"
        "2\tTính minh bạch\t5,90\t6,50\tThanh tra Sở\t\n"
        "2.1\tĐăng lịch tiếp doanh nghiệp.\t\t\tVăn phòng Sở\tHằng tháng\n"
        "II\tNhiệm vụ chung\n"
        "1\tTreo bảng điểm tại sảnh.\t\t\tVăn phòng Sở\tTháng 4/2024\n"
    )

    assert {
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ."],
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
    } == shape(plan)
    assert ["Treo bảng điểm tại sảnh."] == [task.text for task in plan.general_tasks]


def test_criteria_counted_anew_under_each_component_of_a_table_are_its_work():
    plan = plan_of(
        "STT\tLĩnh vực, tiêu chí\tĐiểm năm 2023\tMục tiêu năm 2024\tGiải pháp\tChủ trì\n"
        "I\tCải cách thể chế\t8,0\t9,0\t\t\n"
        "1\tTheo dõi thi hành pháp luật\t1,0\t2,0\tMời luật sư góp ý.\tThanh tra Sở\n"
        "II\tChính quyền số\t6,0\t8,0\t\t\n"
        "1\tHồ sơ trực tuyến\t1,5\t3,0\tĐặt máy quét tại quầy.\tVăn phòng Sở\n"
    )

    assert {"Cải cách thể chế": ["Mời luật sư góp ý."], "Chính quyền số": ["Đặt máy quét tại quầy."]} == shape(plan)


def test_tasks_can_be_sorted_by_unit_with_a_column_for_their_component():
    plan = plan_of(
        "Chủ trì\tTT\tNhiệm vụ\tThuộc chỉ số\tThời gian\n"
        "Văn phòng Sở\t1\tIn tờ gấp hướng dẫn.\tTính minh bạch\tQuý I/2024\n"
        "\t2\tHọp rút kinh nghiệm.\tCả 02 chỉ số\tHằng quý\n"
        "Thanh tra Sở\t3\tGhép hai đoàn kiểm tra.\tChi phí thời gian\tThường xuyên\n"
    )

    assert {"Tính minh bạch": ["In tờ gấp hướng dẫn."], "Chi phí thời gian": ["Ghép hai đoàn kiểm tra."]} == shape(plan)
    assert ["Văn phòng Sở"] == [task.assignment.lead for task in plan.general_tasks]


def test_components_can_be_columns_and_units_rows():
    plan = plan_of(
        "I. MA TRẬN\nBảng theo thang điểm 10:\n"
        "Nội dung\t(1) Tính minh bạch\t(2) Chi phí thời gian\t(3) Hỗ trợ doanh nghiệp\n"
        "Điểm năm 2023\t7,10\t6,40\t5,90\n"
        "Điểm phấn đấu năm 2024\t7,50\t7,00\t6,60\n"
        "Lãnh đạo phụ trách\tLê Văn Tú\tHồ Thị Nga\tLê Văn Tú\n"
        "Văn phòng Sở\tC\tP\t\n"
        "Thanh tra Sở\tP\tC\tC\n\n"
        "II. NHIỆM VỤ CỤ THỂ\n"
        "1. Chỉ số “Tính minh bạch”\n- Đăng lịch tiếp doanh nghiệp.\n"
        "2. Chỉ số “Chi phí thời gian”\n- Ghép hai đoàn kiểm tra.\n"
        "3. Chỉ số “Hỗ trợ doanh nghiệp”\n- Mở quầy tư vấn.\n"
    )
    second = plan.components[1]

    assert (6.4, 7.0, 10) == (second.baseline.score, second.target.score, second.target.scale)
    assert ("Thanh tra Sở", ("Văn phòng Sở",), "Hồ Thị Nga") == (
        second.assignment.lead,
        second.assignment.coordinating,
        second.assignment.leader,
    )


def test_work_by_quarter_names_its_component_in_brackets_and_takes_its_time_from_the_heading():
    plan = plan_of(
        "I. KẾT QUẢ VÀ MỤC TIÊU\n"
        "- Tính minh bạch: năm 2023 đạt 7,10 điểm; năm 2024 phấn đấu đạt 7,50 điểm;\n"
        "- Chi phí thời gian: năm 2023 đạt 6,40 điểm; năm 2024 phấn đấu đạt 7,00 điểm.\n\n"
        "II. NHIỆM VỤ THEO QUÝ\n"
        "1. Quý I năm 2024\n- Đăng lịch tiếp doanh nghiệp (chỉ số Tính minh bạch).\n"
        "2. Quý II năm 2024\n- Ghép hai đoàn kiểm tra (chỉ số Chi phí thời gian).\n- Sơ kết (tất cả các chỉ số).\n"
    )

    assert ["2024-03", "2024-06"] == [component.tasks[0].timing.due for component in plan.components]
    assert ["Sơ kết (tất cả các chỉ số)."] == [task.text for task in plan.general_tasks]


@pytest.mark.parametrize(
    "caption", ["Bảng 1. Nhiệm vụ cải thiện chỉ số “Tính minh bạch”", "Danh mục nhiệm vụ của chỉ số “Tính minh bạch”"]
)
def test_a_caption_can_name_the_component_of_the_table_under_it(caption):
    plan = plan_of(
        f"I. NHIỆM VỤ\n**{caption}**\n\nTT\tNhiệm vụ\tChủ trì\n1\tĐăng lịch tiếp doanh nghiệp.\tVăn phòng Sở\n"
        "**Bảng 2. Nhiệm vụ của chỉ số “Chi phí thời gian”**\n\nTT\tNhiệm vụ\tChủ trì\n1\tGhép hai đoàn kiểm tra.\tThanh tra Sở\n"
    )

    assert {
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
        "Chi phí thời gian": ["Ghép hai đoàn kiểm tra."],
    } == shape(plan)


def test_what_is_weak_is_listed_under_a_component_without_becoming_its_work():
    plan = plan_of(
        "I. NHIỆM VỤ\n1. Chỉ số “Tính minh bạch”\n"
        "Năm 2023 đạt 7,10 điểm. Phấn đấu năm 2024 đạt 7,50 điểm. Các chỉ tiêu bị đánh giá thấp gồm:\n"
        "+ Khả năng tìm tài liệu (31%);\n+ Chất lượng trang tin (44%).\nNhiệm vụ cụ thể:\n- Đăng lịch tiếp doanh nghiệp.\n"
        "2. Chỉ số “Chi phí thời gian”\nPhấn đấu năm 2024 đạt 7,00 điểm. Giao Thanh tra Sở chủ trì, phối hợp với Văn phòng Sở thực hiện:\n"
        "- Ghép hai đoàn kiểm tra.\n"
    )

    assert {
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp."],
        "Chi phí thời gian": ["Ghép hai đoàn kiểm tra."],
    } == shape(plan)
    assert (7.1, "Thanh tra Sở") == (plan.components[0].baseline.score, plan.components[1].assignment.lead)


def test_head_and_signature_run_together_by_a_site_are_taken_apart():
    text = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- |\n"
        "Số: 77/KH-UBND | Hà Nam, ngày 04 tháng 5 năm 2024 |\nKẾ HOẠCH\nNÂNG CAO CHỈ SỐ PAPI NĂM 2024\nI. NHIỆM VỤ\n1. Họp dân.\n"
        "Nơi nhận: - Bộ Nội vụ (b/c); - Các sở; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lò Văn Páo |\n"
    )
    document = read(read_document(text.encode(), "ke-hoach.txt")).plan.document

    assert ("ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "Hà Nam") == (document.issuer, document.place)
    assert ("Bộ Nội vụ (b/c)", "Các sở", "Lưu: VT") == document.recipients
    assert ("Lò Văn Páo", "PHÓ CHỦ TỊCH", "KT.") == (
        document.signer.name,
        document.signer.position,
        document.signer.capacity,
    )


def test_in_plain_paragraphs_the_work_of_a_component_follows_the_paragraph_that_names_it():
    plan = plan_of(
        "Thực hiện chỉ đạo của tỉnh, Sở ban hành Kế hoạch này.\n\n"
        "Về chỉ số “Tính minh bạch”, năm 2023 Sở đạt 7,10 điểm; năm 2024 phấn đấu đạt 7,50 điểm. "
        "Chỉ số này do Phó Giám đốc Lê Văn Tú phụ trách, Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở.\n\n"
        "Đăng lịch tiếp doanh nghiệp ngay khi có thay đổi.\n\n"
        "Đối với chỉ số “Chi phí thời gian”, năm 2023 đạt 6,40 điểm; năm 2024 phấn đấu đạt 7,00 điểm.\n\n"
        "Ghép hai đoàn kiểm tra thành một.\n\n"
        "Trên đây là Kế hoạch của Sở./.\n"
    )
    first = plan.components[0].assignment

    assert {
        "Tính minh bạch": ["Đăng lịch tiếp doanh nghiệp ngay khi có thay đổi."],
        "Chi phí thời gian": ["Ghép hai đoàn kiểm tra thành một."],
    } == shape(plan)
    assert ("Văn phòng Sở", ("Thanh tra Sở",), "Lê Văn Tú") == (first.lead, first.coordinating, first.leader)


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
