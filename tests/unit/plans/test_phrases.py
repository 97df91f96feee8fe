"""The small grammars: scores, ranks, quantities, timings, units, assignments, component names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.plans.names import ComponentName, Names
from chiso.plans.reading.assignments import clause, labelled
from chiso.plans.reading.component_names import is_same, named_in
from chiso.plans.reading.leaders import in_charge
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.quantities import quantities_in
from chiso.plans.reading.scores import Context, settled, statements
from chiso.plans.reading.tasks import task_of
from chiso.plans.reading.timings import timing_in, timing_of
from chiso.plans.reading.units import unit_list

CONTEXT = Context(plan_year=2024)


def scores_in(text: str) -> tuple[dict[str, object], dict[str, object]]:
    drafts = settled(statements(Passage(text, 0), CONTEXT), CONTEXT)
    return tuple({name: noted.value for name, noted in draft.values.items()} for draft in drafts)


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("Năm 2023 đạt 7,95/10 điểm, đứng thứ 12/15 sở.", {"year": 2023, "score": 7.95, "scale": 10, "rank": 12, "rank_of": 15}, {}),
        ("Năm 2023 đạt 541,46/1.000 điểm.", {"year": 2023, "score": 541.46, "scale": 1000}, {}),
        ("Năm 2023 đạt 67.145 điểm, hạng 12 trên 15.", {"year": 2023, "score": 67.145, "rank": 12, "rank_of": 15}, {}),
        (
            "Năm 2022 xếp thứ 9; năm 2023 xếp vị trí thứ 5, tăng 4 bậc so với năm 2022.",
            {"year": 2023, "rank": 5, "previous_rank": 9},
            {},
        ),
        ("Năm 2023 đạt 6,5 điểm, thấp hơn 0,4 điểm so với năm 2022.", {"year": 2023, "score": 6.5}, {}),
        ("Năm 2023 tỉnh đạt 66 điểm (trung vị cả nước 67 điểm).", {"year": 2023, "score": 66}, {}),
        ("Phấn đấu đạt từ 8,0 điểm trở lên.", {}, {"year": 2024, "score": 8, "score_is_minimum": True}),
        ("Phần đầu năm 2024 đạt 8,5 điểm, xếp loại: Rất tốt.", {}, {"year": 2024, "score": 8.5, "band": "rất tốt"}),
        ("Mục tiêu năm 2024: thuộc top 10.", {}, {"year": 2024, "rank": 10, "rank_is_at_most": True}),
        ("Năm 2024 nằm trong nhóm 05 đơn vị dẫn đầu.", {}, {"year": 2024, "rank": 5, "rank_is_at_most": True}),
        ("Phấn đấu xếp hạng 8-10.", {}, {"year": 2024, "rank": 10, "rank_is_at_most": True}),
        ("Phấn đấu đưa chỉ số từ hạng 20 lên hạng 12.", {"rank": 20}, {"year": 2024, "rank": 12}),
        ("Phấn đấu tăng ít nhất 02 bậc so với năm 2023.", {}, {}),
        ("Phấn đấu 100% tiêu chí đạt điểm tối đa.", {}, {"year": 2024, "score_is_maximum_points": True}),
        ("Kế hoạch cũ đặt mục tiêu năm 2023 đạt 8 điểm.", {}, {}),
        ("Kế hoạch năm 2023 đề ra mục tiêu xếp hạng 5/20 nhưng không đạt.", {}, {}),
        ("Phấn đấu năm 2024 điểm của Sở đạt 78/100 điểm.", {}, {"year": 2024, "score": 78, "scale": 100}),
        ("Phấn đấu xếp từ hạng 10 đến hạng 12.", {}, {"year": 2024, "rank": 12, "rank_is_at_most": True}),
        ("Xử lý 02 điểm nóng về môi trường.", {}, {}),
        ("Phấn đấu đạt không thấp hơn 7,5 điểm, xếp hạng không thấp hơn hạng 8.", {}, {"year": 2024, "score": 7.5, "score_is_minimum": True, "rank": 8, "rank_is_at_most": True}),
        ("Mục tiêu năm 2024: ≥ 8,0 điểm; hạng ≤ 10.", {}, {"year": 2024, "score": 8, "score_is_minimum": True, "rank": 10, "rank_is_at_most": True}),
        ("Phấn đấu vượt mốc 75 điểm trên tổng số 90 điểm.", {}, {"year": 2024, "score": 75, "scale": 90, "score_is_minimum": True}),
        ("Phấn đấu lọt vào nhóm ba đơn vị dẫn đầu.", {}, {"year": 2024, "rank": 3, "rank_is_at_most": True}),
        ("Phấn đấu giành trọn điểm của lĩnh vực.", {}, {"year": 2024, "score_is_maximum_points": True}),
        ("Phấn đấu đứng thứ 12 hoặc cao hơn trong số 34 tỉnh.", {}, {"year": 2024, "rank": 12, "rank_of": 34, "rank_is_at_most": True}),
        ("Năm 2023 xếp thứ 8/20, thuộc nhóm 10 sở dẫn đầu.", {"year": 2023, "rank": 8, "rank_of": 20}, {}),
        ("Năm 2023 nằm cuối, ở vị trí áp chót (19/20).", {"year": 2023, "rank": 19, "rank_of": 20}, {}),
        ("Năm 2023 đứng đầu toàn tỉnh với 91,2 điểm.", {"year": 2023, "rank": 1, "score": 91.2}, {}),
        ("Năm 2023 xếp thứ 3 từ dưới lên.", {}, {}),
        ("Từ 6,45 điểm năm 2023 lên 7,0 điểm năm 2024.", {"year": 2023, "score": 6.45}, {"year": 2024, "score": 7}),
        ("Phấn đấu tăng từ 6,12 lên trên 6,8 điểm.", {"score": 6.12}, {"year": 2024, "score": 6.8, "score_is_minimum": True}),
        ("Phấn đấu nâng hạng từ thứ 40 (năm 2023) lên thứ 30.", {"year": 2023, "rank": 40}, {"year": 2024, "rank": 30}),
        ("Cải thiện vị trí từ 15/20 lên 12/20 vào năm 2024.", {"rank": 15}, {"year": 2024, "rank": 12, "rank_of": 20}),
        ("Phấn đấu bằng hoặc hơn năm 2023 (86,5 điểm).", {"year": 2023, "score": 86.5}, {}),
        ("Phấn đấu thuộc 1/3 số sở dẫn đầu.", {}, {}),
        (
            "Năm 2023 đạt 5,4/10 điểm (mục tiêu đề ra 7,0 điểm, không đạt), xếp 17/20. Năm 2024 phấn đấu đạt 6,2 điểm.",
            {"year": 2023, "score": 5.4, "scale": 10, "rank": 17, "rank_of": 20},
            {"year": 2024, "score": 6.2},
        ),
        (
            "Năm 2023 đạt 5,4 điểm, hạng 17 (chỉ tiêu giao: 7,0 điểm, hạng 9). Phấn đấu đạt 6,2 điểm.",
            {"year": 2023, "score": 5.4, "rank": 17},
            {"year": 2024, "score": 6.2},
        ),
        (
            "Năm 2023 đạt 5,4 điểm (mục tiêu năm 2024: 6,2 điểm), xếp thứ 17.",
            {"year": 2023, "score": 5.4, "rank": 17},
            {"year": 2024, "score": 6.2},
        ),
        ("Năm 2023 đạt 5,4 điểm (phấn đấu đạt 6,2 điểm).", {"year": 2023, "score": 5.4}, {"year": 2024, "score": 6.2}),
        (
            "Kế hoạch năm 2023 đề ra mục tiêu 7,0 điểm nhưng chỉ đạt 5,4 điểm, xếp thứ 17. Năm 2024 phấn đấu đạt 6,2 điểm.",
            {"year": 2023, "score": 5.4, "rank": 17},
            {"year": 2024, "score": 6.2},
        ),
        (
            "Chỉ tiêu được giao 7,0 điểm song mới đạt 5,4 điểm. Năm 2024 phấn đấu đạt 6,2 điểm.",
            {"score": 5.4},
            {"year": 2024, "score": 6.2},
        ),
        (
            "Năm 2023 đạt 5,4 điểm, chưa đạt mục tiêu 7,0 điểm, xếp thứ 17.",
            {"year": 2023, "score": 5.4, "rank": 17},
            {},
        ),
        ("Từ hạng 17 lên hạng 11 trong năm 2024.", {"rank": 17}, {"year": 2024, "rank": 11}),
        ("Năm 2024 phấn đấu cao hơn 6,2 điểm.", {}, {"year": 2024, "score": 6.2, "score_is_minimum": True}),
        ("Năm 2024 phấn đấu cao hơn 0,5 điểm so với năm 2023.", {}, {}),
        ("Năm 2024 phấn đấu cao hơn năm 2023 là 0,5 điểm.", {}, {}),
        ("Năm 2023 (5,4 điểm; 17/20).", {"year": 2023, "score": 5.4, "rank": 17, "rank_of": 20}, {}),
        ("Năm 2023 đạt 5,4 điểm, 17/20 tiêu chí tăng điểm.", {"year": 2023, "score": 5.4}, {}),
        ("Phấn đấu đạt từ 6,0 đến 6,2 điểm.", {}, {"year": 2024, "score": 6, "score_is_minimum": True}),
        ("Phấn đấu tăng từ 5,4 đến 6,2 điểm.", {"score": 5.4}, {"year": 2024, "score": 6.2}),
    ],
)  # fmt: skip
def test_results_and_targets_are_told_apart(text, baseline, target):
    assert (baseline, target) == scores_in(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giải quyết đúng hạn tối thiểu từ 95% trở lên hồ sơ.", [(">=", 95, None, "%")]),
        ("Trên 80% hồ sơ, không quá 0,5% trễ hạn.", [(">", 80, None, "%"), ("<=", 0.5, None, "%")]),
        ("Đạt từ 98% - 100% kế hoạch.", [("range", 98, 100, "%")]),
        ("Có ít nhất 01 sáng kiến; đối thoại 2 lần/năm.", [(">=", 1, None, "sáng kiến"), ("=", 2, None, "lần/năm")]),
        ("Đạt 50% số hồ sơ trở lên.", [(">=", 50, None, "%")]),
        ("Mỗi doanh nghiệp không bị kiểm tra quá 01 lần/năm.", [("<=", 1, None, "lần/năm")]),
        ("Đúng hạn tối thiểu98%; tin bài 02tin/tuần; đất sạch 150ha.", [(">=", 98, None, "%"), ("=", 2, None, "tin/tuần"), ("=", 150, None, "ha")]),
        ("Tuyển 02 điều dưỡng trưởng.", [("=", 2, None, "điều dưỡng")]),
        ("Nâng cấp 25 bộ phận một cửa, phản hồi chậm nhất sau 24 giờ.", [("=", 25, None, "bộ phận"), ("<=", 24, None, "giờ")]),
        ("Theo Nghị định số 61/2018/NĐ-CP, mức độ 4, ISO 9001:2015, quý 2, ngày 30/9/2024.", []),
    ],
)  # fmt: skip
def test_figures_promised_are_quantities(text, expected):
    found = [noted.value for noted in quantities_in(Passage(text, 0))]

    assert expected == [(q.operator.value, q.value, q.upper, q.unit) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thường xuyên", ("continuous", None, None)),
        ("Hằng năm", ("yearly", None, None)),
        ("Quý I/2024", ("by-date", "2024-03", None)),
        ("Trước ngày 15/10/2024", ("by-date", "2024-10-15", False)),
        ("Chậm nhất ngày 30/6", ("by-date", "2024-06-30", True)),
        ("Khi có yêu cầu", ("as-needed", None, None)),
        ("Tháng 6 năm 2024", ("by-date", "2024-06", None)),
        ("Trước 30/4/20 24", ("by-date", "2024-04-30", False)),
        ("Quý H/2024", ("by-date", "2024-06", None)),
        ("Quý 111/2024", ("by-date", "2024-09", None)),
    ],
)
def test_times_in_a_column_are_of_a_kind(text, expected):
    noted = timing_of(Passage(text, 0), 2024)

    assert noted is not None
    assert expected == (noted.value.kind.value, noted.value.due, noted.value.due_is_inclusive)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoàn thành xong trước ngày 30/9/2024.", ("by-date", "trước ngày 30/9/2024")),
        ("Họp giao ban 06 tháng/lần.", ("half-yearly", "06 tháng/lần")),
        ("Định kỳ hàng tháng đăng tin.", ("monthly", "Định kỳ hàng tháng")),
        ("Thường xuyên rà soát văn bản hàng năm.", None),
    ],
)
def test_times_in_a_sentence_are_only_dates_and_frequencies(text, expected):
    noted = timing_in(Passage(text, 0), 2024)

    assert expected == (noted and (noted.value.kind.value, noted.value.text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Xây dựng, Sở Tài chính và UBND các huyện, thành phố", ["Sở Xây dựng", "Sở Tài chính", "UBND các huyện, thành phố"]),
        ("các phòng, đơn vị liên quan thực hiện", ["các phòng, đơn vị liên quan"]),
        ("Các phòng chuyên môn và đơn vị trực thuộc", ["Các phòng chuyên môn và đơn vị trực thuộc"]),
        ("Sở Văn hóa, Thể thao và Du lịch; Thanh tra, Văn phòng", ["Sở Văn hóa, Thể thao và Du lịch", "Thanh tra", "Văn phòng"]),
        ("UBND tỉnh và cơ quan có thẩm quyền", ["UBND tỉnh", "cơ quan có thẩm quyền"]),
        ("Văn phòng HĐND và UBND phường, Công an phường", ["Văn phòng HĐND và UBND phường", "Công an phường"]),
        ("Phòng Tài chính (phần dự toán); Trung tâm Y tế huyện", ["Phòng Tài chính", "Trung tâm Y tế huyện"]),
        ("Trung tâm Giám định chất lượng xây dựng", ["Trung tâm Giám định chất lượng xây dựng"]),
        ("Trung tâm Giáo dục thường xuyên rà soát", ["Trung tâm Giáo dục thường xuyên"]),
    ],
)  # fmt: skip
def test_lists_of_units_are_taken_apart(text, expected):
    assert expected == [unit.text for unit in unit_list(Passage(text, 0))]


@pytest.mark.parametrize(
    ("text", "lead", "coordinating", "is_whole"),
    [
        ("Giao Văn phòng Sở là đầu mối theo dõi; chủ trì, phối hợp với các phòng thực hiện.", "Văn phòng Sở", ["các phòng"], True),
        ("Thanh tra Sở chủ trì tham mưu, phối hợp với Văn phòng Sở thực hiện.", "Thanh tra Sở", ["Văn phòng Sở"], True),
        ("Phòng Quản lý giá chủ trì, Văn phòng Sở phối hợp thực hiện.", "Phòng Quản lý giá", ["Văn phòng Sở"], True),
        ("Phòng Dạy nghề là đầu mối; Văn phòng Sở, Thanh tra Sở phối hợp.", "Phòng Dạy nghề", ["Văn phòng Sở", "Thanh tra Sở"], True),
        ("Thanh tra Sở chủ trì, phối hợp với Văn phòng Sở rà lại văn bản cũ.", "Thanh tra Sở", ["Văn phòng Sở"], False),
        ("Chi cục Thủy lợi chủ trì, phối hợp với Sở Tài chính lập dự toán tu bổ đê.", "Chi cục Thủy lợi", ["Sở Tài chính"], False),
    ],
)  # fmt: skip
def test_clauses_of_assignment_name_their_units(text, lead, coordinating, is_whole):
    found = clause(Passage(text, 0))

    assert found is not None
    assert found.assignment.lead is not None
    assert (lead, coordinating, is_whole) == (
        found.assignment.lead.value,
        [unit.value for unit in found.assignment.coordinating],
        found.is_whole,
    )


def test_a_labelled_leader_is_the_person_without_title():
    draft = labelled(Passage("Lãnh đạo phụ trách: Phó Giám đốc phụ trách Sở Nguyễn Văn Bền.", 0))

    assert draft is not None
    assert draft.leader is not None
    assert draft.leader.value == "Nguyễn Văn Bền"


@pytest.mark.parametrize(
    ("heading", "name", "is_explicit"),
    [
        ("Chỉ số “ Chi phí thời gian ”", "Chi phí thời gian", True),
        ("Về chỉ số Tiếp cận đất đai (năm 2023 đạt 6,8 điểm)", "Tiếp cận đất đai", True),
        ("Cung ứng dịch vụ công", "Cung ứng dịch vụ công", False),
    ],
)
def test_component_names_are_found_in_headings(heading, name, is_explicit):
    named = named_in(Passage(heading, 0), Names(), None)

    assert named is not None
    assert (name, is_explicit) == (named.name.text, named.is_explicit)


def test_a_name_of_a_pack_makes_a_heading_known():
    names = Names(components={"PCI": (ComponentName("Chi phí thời gian", ("Chi phí về thời gian",)),)})

    named = named_in(Passage("Chi phí về thời gian", 0), names, "PCI")

    assert named is not None
    assert named.is_known


def test_spellings_of_one_component_are_the_same():
    assert is_same("Công khai minh bạch", "Công khai, minh bạch các hoạt động")
    assert is_same("Thủ tục hoá đơn", "Thủ tục hóa đơn")
    assert not is_same("Chi phí thời gian", "Chi phí không chính thức")


@given(st.text(alphabet="năm đạt điểm xếp thứ hạng từ lên phấn đấu quý ngày trước 0123456789/.,;:()%-", max_size=120))
def test_any_words_are_read_without_a_fault(text):
    passage = Passage(text, 0)
    statements(passage, CONTEXT)
    quantities_in(passage)
    timing_in(passage, 2024)
    unit_list(passage)
    clause(passage)


def test_parts_of_a_total_are_named_without_the_word_for_points():
    found = statements(
        Passage("Năm 2023 đạt 89,08 điểm, gồm điểm thẩm định 71,43/80 và điểm khảo sát 17,65/20.", 0), CONTEXT
    )

    parts = [noted.value for statement in found for noted in statement.score.parts]
    assert [("thẩm định", 71.43, 80), ("khảo sát", 17.65, 20)] == [(p.name, p.score, p.scale) for p in parts]


def test_a_clause_in_brackets_assigns_and_stays_in_the_text():
    task = task_of(Passage("Công khai ngân sách (Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước).", 0), 2024)

    assert task.assignment.lead is not None
    assert "Công khai ngân sách (Sở Tài chính chủ trì, phối hợp với Kho bạc Nhà nước)." == task.text.value
    assert ("Sở Tài chính", ["Kho bạc Nhà nước"]) == (
        task.assignment.lead.value,
        [unit.value for unit in task.assignment.coordinating],
    )


def test_the_person_in_charge_stands_before_the_lead_of_a_sentence():
    person, after = in_charge(Passage("Phó Chủ tịch Lê Văn Tám chỉ đạo; Phòng Kinh tế chủ trì.", 0))

    assert person is not None
    assert ("Lê Văn Tám", "Phòng Kinh tế chủ trì.") == (person.text, after.text)
