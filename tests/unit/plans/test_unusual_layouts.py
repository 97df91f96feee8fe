"""Plans whose components and work stand in unusual places, each in a few lines."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.unit.plans.short_plans import plan_of, shape

from chiso.documents import read as read_document
from chiso.plans import read


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


CELLS = {
    "TT": ("1", "2"),
    "Chỉ số thành phần": ("Tính minh bạch", "Chi phí thời gian"),
    "Kết quả 2023": ("7,1", "6,4"),
    "Mục tiêu 2024": ("7,5", "7,0"),
    "Nội dung nhiệm vụ": ("In tờ gấp hướng dẫn.", "Họp rút kinh nghiệm."),
    "Đơn vị chủ trì": ("Văn phòng Sở", "Thanh tra Sở"),
}


@pytest.mark.parametrize("heads", [(*heads, "Đơn vị chủ trì") for heads in permutations([*CELLS][:-1])], ids=" | ".join)
def test_columns_of_components_figures_and_work_stand_in_any_order(heads):
    rows = "".join("\t".join(CELLS[head][row] for head in heads) + "\n" for row in range(2))
    plan = plan_of("\t".join(heads) + "\n" + rows)

    assert {"Tính minh bạch": ["In tờ gấp hướng dẫn."], "Chi phí thời gian": ["Họp rút kinh nghiệm."]} == shape(plan)
    assert [("1", 7.1, 7.5), ("2", 6.4, 7.0)] == [
        (component.code, component.baseline.score, component.target.score) for component in plan.components
    ]
    assert [(None, "Văn phòng Sở"), (None, "Thanh tra Sở")] == [
        (task.code, task.assignment.lead) for component in plan.components for task in component.tasks
    ]


def test_a_number_beside_several_tasks_is_their_components():
    plan = plan_of(
        "Nhiệm vụ\tChỉ số thành phần\tChủ trì\tTT\n"
        "In tờ gấp hướng dẫn.\tTính minh bạch\tVăn phòng Sở\t1\n"
        "Đăng lịch tiếp dân.\t\tVăn phòng Sở\t\n"
        "Họp rút kinh nghiệm.\tChi phí thời gian\tThanh tra Sở\t2\n"
    )

    assert ["1", "2"] == [component.code for component in plan.components]
    assert [None, None, None] == [task.code for component in plan.components for task in component.tasks]


def test_numbers_that_go_on_within_a_component_are_its_tasks():
    plan = plan_of(
        "TT\tChỉ số thành phần\tNhiệm vụ\tChủ trì\n"
        "1\tTính minh bạch\tIn tờ gấp hướng dẫn.\tVăn phòng Sở\n"
        "2\tTính minh bạch\tĐăng lịch tiếp dân.\tVăn phòng Sở\n"
        "3\tChi phí thời gian\tHọp rút kinh nghiệm.\tThanh tra Sở\n"
    )

    assert [None, None] == [component.code for component in plan.components]
    assert ["1", "2", "3"] == [task.code for component in plan.components for task in component.tasks]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("Mục tiêu điểm 2024", "Mục tiêu hạng 2024"), ("7,5", "8/20")),
        (("Mục tiêu 2024 (điểm)", "Mục tiêu 2024 (hạng)"), ("7,5", "8/20")),
        (("Điểm mục tiêu", "Hạng mục tiêu"), ("7,5", "8/20")),
        (("Mục tiêu 2024 (điểm/hạng)",), ("7,5/8/20",)),
        (("Điểm, xếp hạng 2024",), ("7,5 (8/20)",)),
        (("Hạng và điểm 2024",), ("8/20; 7,5",)),
    ],
)
def test_points_and_ranks_aimed_at_stand_in_two_columns_or_in_one(heads, cells):
    plan = plan_of(
        "TT\tChỉ số thành phần\tĐiểm 2023\t" + "\t".join(heads) + "\n"
        "1\tTính minh bạch\t7,1\t" + "\t".join(cells) + "\n"
        "2\tChi phí thời gian\t6,4\t" + "\t".join(cells) + "\n"
    )

    target = plan.components[0].target
    assert (7.5, 8, 20, None) == (target.score, target.rank, target.rank_of, target.scale)


def test_the_caption_of_a_table_is_no_work():
    plan = plan_of(
        "1. Chỉ số “Tính minh bạch”\n- Thanh tra Sở chủ trì.\n- Treo bảng giá dịch vụ.\n"
        "2. Chỉ số “Chi phí thời gian”\n- Thanh tra Sở chủ trì.\n- Bỏ phiếu giấy khi nhận hồ sơ.\n"
        "Bảng 1. Mục tiêu\n"
        "Chỉ số\tĐiểm 2023\tMục tiêu 2024\nTính minh bạch\t7,1\t7,5\nChi phí thời gian\t6,4\t7,0\n"
    )

    assert {
        "Tính minh bạch": ["Treo bảng giá dịch vụ."],
        "Chi phí thời gian": ["Bỏ phiếu giấy khi nhận hồ sơ."],
    } == shape(plan)
    assert [7.5, 7.0] == [component.target.score for component in plan.components]


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


@pytest.mark.parametrize("facet", ["PHÂN CÔNG NHIỆM VỤ", "NHIỆM VỤ"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Chủ trì nâng cao chỉ số “Tính minh bạch” (năm 2023 đạt 7,1 điểm, hạng 9; phấn đấu năm 2024 đạt 7,5 điểm).",
            "Chủ trì nâng cao chỉ số “Chi phí thời gian” (năm 2023 đạt 6,4 điểm, hạng 14; phấn đấu năm 2024 đạt 7,0 điểm).",
        ),
        (
            "Chủ trì, tham mưu cải thiện chỉ số Tính minh bạch: năm 2023 đạt 7,1 điểm, hạng 9; mục tiêu năm 2024: 7,5 điểm.",
            "Đầu mối thực hiện chỉ số Chi phí thời gian: năm 2023 đạt 6,4 điểm, hạng 14; mục tiêu năm 2024: 7,0 điểm.",
        ),
    ],
)
def test_components_are_named_in_the_duties_of_the_units_that_lead_them(facet, first, second):
    plan = plan_of(
        f"I. {facet}\n"
        f"1. Văn phòng Sở\n- Sửa quy chế một cửa trong quý II/2024.\n- {first}\n- In tờ gấp hướng dẫn trước ngày 15/4/2024.\n"
        f"2. Thanh tra Sở\n- {second}\n- Ghép hai đoàn kiểm tra.\n"
        "3. Phòng Quản lý nhà\n- Đo thời gian chờ tại quầy.\n"
        "II. TỔ CHỨC THỰC HIỆN\nCác phòng báo cáo quý trước ngày 20 tháng cuối quý.\n"
    )

    assert {
        "Tính minh bạch": ["In tờ gấp hướng dẫn trước ngày 15/4/2024."],
        "Chi phí thời gian": ["Ghép hai đoàn kiểm tra."],
    } == shape(plan)
    assert [("Văn phòng Sở", 7.1, 9, 7.5), ("Thanh tra Sở", 6.4, 14, 7.0)] == [
        (each.assignment.lead, each.baseline.score, each.baseline.rank, each.target.score) for each in plan.components
    ]
    assert [
        ("Sửa quy chế một cửa trong quý II/2024.", "Văn phòng Sở"),
        ("Đo thời gian chờ tại quầy.", "Phòng Quản lý nhà"),
    ] == [(task.text, task.assignment.lead) for task in plan.general_tasks]


def test_work_follows_results_in_the_paragraph_of_a_component():
    plan = plan_of(
        "I. CÁC CHỈ SỐ\n"
        "1. Chỉ số Tính minh bạch: năm 2023 đạt 7,1 điểm; năm 2024 phấn đấu đạt 7,5 điểm. "
        "Giao Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở công khai 100% thủ tục trước ngày 15/4/2024 và tổ chức 02 hội nghị. "
        "Niêm yết 05 quy trình trong quý II/2024.\n"
        "2. Chỉ số Chi phí thời gian: năm 2023 đạt 6,4 điểm; năm 2024 phấn đấu đạt 7,0 điểm. Giao Thanh tra Sở chủ trì thực hiện.\n"
    )

    first, second = plan.components
    assert ([7.1, 7.5], [6.4, 7.0]) == tuple([each.baseline.score, each.target.score] for each in plan.components)
    assert [("Văn phòng Sở", ("Thanh tra Sở",), "2024-04-15"), (None, (), "2024-06")] == [
        (task.assignment.lead, task.assignment.coordinating, task.timing.due) for task in first.tasks
    ]
    assert [["100%", "02 hội nghị"], ["05 quy trình"]] == [[q.text for q in task.quantities] for task in first.tasks]
    assert ("Thanh tra Sở", ()) == (second.assignment.lead, second.tasks)
