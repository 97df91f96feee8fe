"""The sentences of the standard form."""

import pytest

from chiso.documents.writing import Clause, Heading, Item, PlaceAndDay, Signature
from chiso.plans import (
    Assignment,
    Citation,
    Component,
    Head,
    Plan,
    PlanIndex,
    ReportingRule,
    ReportPeriod,
    Score,
    ScorePart,
    Signer,
    Task,
    Timing,
    TimingKind,
    write,
)
from chiso.plans.writing.figures import told
from chiso.plans.writing.reporting import duty

HEAD = Head(kind="KẾ HOẠCH", issuer="Sở Nội vụ", place="Huế", date="2025-03", title="Nâng hạng PAR INDEX năm 2025")
INDEX = PlanIndex("PAR INDEX", "Huế", 2025)


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (Score(2024, 7.95, scale=10, rank=12, rank_of=15, band="khá"), "đạt 7,95/10 điểm, xếp thứ 12/15, xếp loại khá"),
        (Score(2025, 8.5, score_is_minimum=True), "đạt từ 8,5 điểm trở lên"),
        (Score(2025, score_is_maximum_points=True), "đạt điểm tối đa"),
        (Score(2025, rank=5, rank_is_at_most=True), "xếp thứ 5 trở lên"),
        (Score(2024, rank=9, previous_rank=11), "xếp thứ 9 (năm 2023 xếp thứ 11)"),
        (Score(2024, 541.46, scale=1000), "đạt 541,46/1.000 điểm"),
        (
            Score(2024, 86.4, parts=(ScorePart("thẩm định", 70.15, 80), ScorePart("khảo sát", 16.25))),
            "đạt 86,4 điểm, trong đó: điểm thẩm định đạt 70,15/80 điểm; điểm khảo sát đạt 16,25 điểm",
        ),
    ],
)
def test_results_are_told_as_an_office_tells_them(score, words):
    assert words == told(score)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            ReportingRule(ReportPeriod.MONTHLY, 15, to="Văn phòng Sở", due_is_inclusive=False, due_month_offset=0),
            "Báo cáo tháng: các phòng, đơn vị gửi Văn phòng Sở trước ngày 15 hằng tháng.",
        ),
        (
            ReportingRule(ReportPeriod.QUARTERLY, 5, to="Văn phòng Sở", due_is_inclusive=True, due_month_offset=1),
            "Báo cáo quý: các phòng, đơn vị gửi Văn phòng Sở chậm nhất ngày 05 tháng đầu quý sau.",
        ),
        (
            ReportingRule(ReportPeriod.YEARLY, 15, (11,), to="Văn phòng Sở", onward_to=("Sở Nội vụ", "UBND tỉnh")),
            "Báo cáo năm (ngày 15/11): các phòng, đơn vị gửi Văn phòng Sở; Văn phòng Sở tổng hợp, gửi Sở Nội vụ, UBND tỉnh.",
        ),
        (
            ReportingRule(ReportPeriod.NINE_MONTHLY, 5, (1,), "2026-01-05", due_is_inclusive=False),
            "Báo cáo 9 tháng: các phòng, đơn vị gửi trước ngày 05/01/2026.",
        ),
        (ReportingRule(ReportPeriod.HALF_YEARLY), "Báo cáo 6 tháng: các phòng, đơn vị gửi."),
    ],
)
def test_duties_are_told_with_their_days(rule, words):
    assert words == duty(rule)


def test_tasks_of_one_unit_stand_under_its_line():
    led = Assignment("Thanh tra Sở", ("các phòng, đơn vị liên quan",))
    tasks = (Task("Soát sổ trực."), Task("Xem camera một cửa;", assignment=led), Task("Nghe ghi âm.", assignment=led))
    body = write(Plan(HEAD, INDEX, components=(Component("Thủ tục hành chính", "1", tasks=tasks),))).body
    assert (
        Item("Soát sổ trực."),
        Item("Thanh tra Sở chủ trì, phối hợp với các phòng, đơn vị liên quan:"),
        Item("Xem camera một cửa;", level=2),
        Item("Nghe ghi âm.", level=2),
    ) == body[body.index(Item("Soát sổ trực.")) :][:4]


def test_tasks_with_a_time_or_leader_of_their_own_go_to_the_annex_from_there_on():
    timed = Task("Mở sổ góp ý.", timing=Timing(TimingKind.CONTINUOUS, "Thường xuyên"))
    tasks = (Task("Soát sổ trực."), timed, Task("Nghe ghi âm."))
    document = write(Plan(HEAD, INDEX, components=(Component("Thủ tục hành chính", "1", tasks=tasks),)))
    rows = [row.cells for row in document.annexes[0].blocks[0].rows]
    assert [
        ("1", "Thủ tục hành chính"),
        ("", "Mở sổ góp ý.", "", "", "Thường xuyên"),
        ("", "Nghe ghi âm.", "-", "", ""),
    ] == rows
    assert Item("Soát sổ trực.") in document.body
    assert isinstance(document.body[-1], Clause)
    assert document.body[-1].text.endswith("./.")


def test_sections_leave_roman_numbers_to_components_that_have_them():
    components = (Component("Thể chế", "I"), Component("Bộ máy", "II"))
    headings = [block for block in write(Plan(HEAD, INDEX, components=components)).body if isinstance(block, Heading)]
    assert ["", "", "I", "II", ""] == [heading.number for heading in headings]


@pytest.mark.parametrize(
    ("issuer", "signer", "signature"),
    [
        ("Sở Nội vụ", Signer("Lê A", "GIÁM ĐỐC"), Signature("GIÁM ĐỐC", "Lê A")),
        ("Sở Nội vụ", Signer("Lê A", "PHÓ GIÁM ĐỐC", "KT."), Signature("PHÓ GIÁM ĐỐC", "Lê A", ("KT. GIÁM ĐỐC",))),
        (
            "Sở Nội vụ",
            Signer("Lê A", "CHÁNH VĂN PHÒNG", "TL."),
            Signature("CHÁNH VĂN PHÒNG", "Lê A", ("TL. GIÁM ĐỐC",)),
        ),
        ("Sở Nội vụ", Signer("Lê A", "GIÁM ĐỐC", "Q."), Signature("Q. GIÁM ĐỐC", "Lê A")),
        ("UBND tỉnh", Signer("Lê A", "CHỦ TỊCH", "TM."), Signature("CHỦ TỊCH", "Lê A", ("TM. ỦY BAN NHÂN DÂN",))),
        (
            "UBND tỉnh",
            Signer("Lê A", "PHÓ CHỦ TỊCH", "KT."),
            Signature("PHÓ CHỦ TỊCH", "Lê A", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        ),
        ("UBND tỉnh", Signer("Lê A", "GIÁM ĐỐC", "TUQ."), Signature("GIÁM ĐỐC", "Lê A", ("TUQ. CHỦ TỊCH",))),
        ("Sở Nội vụ", None, Signature("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "Họ và tên")),
    ],
)
def test_signature_says_in_what_capacity(issuer, signer, signature):
    plan = Plan(Head(issuer=issuer, title="Nâng hạng", signer=signer))
    assert signature == write(plan).signature


def test_bases_leave_out_what_the_tasks_cite_at_the_end():
    cited = (Citation("12/QĐ-UBND", "2025-01-05"), Citation("34/KH-UBND"), Citation("61/2018/NĐ-CP"))
    component = Component("Thủ tục hành chính", "1", tasks=(Task("Làm đúng Nghị định số 61/2018/NĐ-CP."),))
    plan = Plan(Head(title="Nâng hạng", based_on=cited), components=(component,))
    assert (
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2025 của …… về ……",
        "Căn cứ Kế hoạch số 34/KH-UBND của …… về ……",
    ) == write(plan).bases


def test_bases_leave_room_for_issuer_and_subject_as_far_as_the_number_does_not_tell():
    cited = (Citation("61/2018/NĐ-CP", "2018-04-23"), Citation("876/QĐ-TTg"))
    assert write(Plan(Head(title="Nâng hạng", based_on=cited))).bases == (
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/04/2018 của Chính phủ về ……",
        "Căn cứ Quyết định số 876/QĐ-TTg của Thủ tướng Chính phủ về ……",
    )


@pytest.mark.parametrize(
    ("province", "year", "parent"),
    [
        ("Lào Cai", 2020, "UBND tỉnh Lào Cai"),
        ("Đà Nẵng", 2020, "UBND thành phố Đà Nẵng"),
        ("Huế", 2025, "UBND thành phố Huế"),
    ],
)
def test_a_department_stands_under_its_provinces_committee(province, year, parent):
    assert parent == write(Plan(Head(issuer="SỞ NỘI VỤ", title="Nâng hạng"), PlanIndex(None, province, year))).parent


def test_issuer_in_capitals_is_spelled_as_the_plan_spells_it():
    plan = Plan(Head(issuer="SỞ NỘI VỤ", title="Nâng hạng PAR INDEX của Sở Nội vụ"))
    assert "Sở Nội vụ" == write(plan).issuer


def test_a_draft_keeps_room_for_number_and_day():
    document = write(Plan(Head(number="/KH-SNV", place="Huế", date="2025-07", title="Nâng hạng")))
    assert "Số:       /KH-SNV" == document.number_line
    assert PlaceAndDay("Huế", 2025, 7) == document.place_and_day


def test_days_that_are_stated_in_part_are_written_as_far_as_they_go():
    plan = Plan(document=Head(based_on=(Citation("12/QĐ-UBND", "2022"), Citation("9/KH-SNV", "2022-03"))))
    assert write(plan).bases == (
        "Căn cứ Quyết định số 12/QĐ-UBND năm 2022 của …… về ……",
        "Căn cứ Kế hoạch số 9/KH-SNV tháng 03/2022 của …… về ……",
    )
    rule = ReportingRule(ReportPeriod.YEARLY, due_date="2022-12", due_is_inclusive=True)
    assert duty(rule) == "Báo cáo năm: các phòng, đơn vị gửi chậm nhất tháng 12/2022."
