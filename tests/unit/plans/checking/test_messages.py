import re
from dataclasses import replace
from datetime import date

import pytest
from tests.unit.plans.checking.faults import FAULTS, led_by, work
from tests.unit.plans.checking.sound_plan import Draft, item, line, row

from chiso import packs
from chiso.documents import Place
from chiso.plans import Operator, Plan, Quantity, Score, Task, Timing, TimingKind, check, findings_to_json


def told(draft: Draft, code: str):
    return next(finding for finding in check(draft.reading, draft.document) if finding.code == code)


def codes(draft: Draft, code: str) -> list[str]:
    return [finding.code for finding in check(draft.reading, draft.document) if finding.code == code]


def test_a_target_below_the_result_is_told_with_both_figures():
    finding = told(FAULTS["targets.below_baseline"], "targets.below_baseline")
    assert finding.message() == "1 “Tính minh bạch”: mục tiêu 6,4 điểm thấp hơn kết quả năm trước 6,5 điểm."
    assert (
        finding.message("en") == "1 “Tính minh bạch”: the target, 6.4 points, is below last year's result, 6.5 points."
    )
    assert ("6,4 điểm", "> 6,5 điểm", 0) == (finding.given, finding.expected, finding.component)


def test_maxima_that_do_not_add_up_are_told_with_the_points():
    finding = told(FAULTS["sums.maxima_differ"], "sums.maxima_differ")
    assert finding.message() == (
        "Điểm tối đa của 3 chỉ số thành phần cộng lại là 130, không phải 100; điểm đạt cộng lại là 77,5, "
        "toàn chỉ số ghi 70. Không nhóm chỉ số nào cộng đúng cả hai con số."
    )


def test_the_group_of_components_that_does_add_up_is_named():
    draft = Draft().baseline(0, scale=60, score=40).baseline(1, scale=40, score=30).baseline(2, scale=20)
    assert told(draft, "sums.maxima_differ").message().endswith("toàn chỉ số ghi 70. Chỉ 1, 2 cộng đúng.")


def test_the_components_that_make_up_a_total_are_named():
    finding = told(FAULTS["sums.total_of_subset"], "sums.total_of_subset")
    assert finding.message() == (
        "70 điểm bằng 10 lần trung bình cộng của 3 chỉ số 1, 2, 3; tính cả 4 chỉ số thì được 76,25. "
        "Nên nói rõ chỉ số nào không tính vào tổng."
    )
    assert finding.severity == "note"


def test_a_year_that_cannot_be_right_names_the_likely_one():
    finding = told(FAULTS["citations.year_doubtful"], "citations.year_doubtful")
    assert ("15/01/2023", "2024", (19,)) == (finding.given, finding.expected, finding.lines)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Theo Kế hoạch số 8/KH-UBND ngày 15/01/2014 về DDCI năm 2024.", "2024"),
        ("Căn cứ Quyết định số 9/QĐ-UBND ngày 28/02/2013 về việc công bố kết quả DDCI năm 2023.", "2024"),
    ],
)
def test_a_year_too_early_for_what_the_document_is_about_is_doubtful(words, expected):
    assert expected == told(Draft().text(line(words)), "citations.year_doubtful").expected


@pytest.mark.parametrize(
    "words",
    [
        "Theo Kế hoạch số 8/KH-UBND ngày 15/01/2020 về cải cách giai đoạn 2020-2025, trong đó có năm 2024.",
        "Căn cứ Quyết định số 9/QĐ-UBND ngày 15/01/2024 về việc công bố kết quả DDCI năm 2023.",
        "Theo Kế hoạch số 8/KH-UBND ngày 20/12/2023 về DDCI năm 2024.",
    ],
)
def test_a_year_that_can_be_right_is_left_alone(words):
    assert [] == codes(Draft().text(line(words)), "citations.year_doubtful")


@pytest.mark.parametrize(
    "words", ["Công khai khai toàn bộ thủ tục", "Giao Văn phòng theo dõi dõi.", "rà soát soát các quy định"]
)
def test_a_word_that_stands_twice_before_a_little_word_or_a_mark_is_doubled(words):
    assert ["wording.doubled_word"] == codes(Draft().text(line(words)), "wording.doubled_word")


@pytest.mark.parametrize(
    "words", ["phát triển triển khai ngay", "làm dần dần.", "trong năm năm, hồ sơ", "sử dụng dụng cụ đo"]
)
def test_words_that_meet_by_chance_or_on_purpose_are_left_alone(words):
    assert [] == codes(Draft().text(line(words)), "wording.doubled_word")


def test_a_list_that_is_announced_with_another_number_is_told():
    found = told(Draft().text(line("Bộ chỉ số gồm 09 chỉ số thành phần sau đây:")), "sums.component_count")
    assert ("09", "3") == (found.given, found.expected)


@pytest.mark.parametrize(("written", "right"), [("DCCI", "DDCI"), ("PAPL", "PAPI"), ("SIPAZ", "SIPAS")])
def test_an_index_wrong_by_a_letter_is_told(written, right):
    assert (
        right == told(Draft().text(line(f"Góp phần nâng chỉ số {written} của tỉnh")), "wording.abbreviation").expected
    )


def test_spellings_of_one_number_settle_on_the_issuers_own_symbol():
    assert told(FAULTS["citations.spellings"], "citations.spellings").expected == "7/KH-SNV"


def test_repeated_numbers_name_the_one_that_is_due():
    finding = told(FAULTS["numbering.repeated"], "numbering.repeated")
    assert ("2", "3", (13,)) == (finding.given, finding.expected, finding.lines)


def test_a_move_is_compared_with_the_two_ranks():
    assert told(FAULTS["scores.rank_move"], "scores.rank_move").message() == (
        "1 “Tính minh bạch”: ghi “tăng 4 bậc”, nhưng từ hạng 18 đến hạng 12 là tăng 6 bậc."
    )


def _aiming(text: str) -> Draft:
    """The first component, of rank 12 and 6,5 points, with the target of rank 9 and 7 points in these words."""
    draft = Draft().text(line(text)).figure("components/0/baseline/rank_of", "12/20")
    return draft.figure("components/0/target/rank", "vị trí thứ 9").figure("components/0/target/score", "7,0")


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024 phấn đấu tăng 4 bậc, lên vị trí thứ 9",
        "Kết quả xếp 12/20, phấn đấu tăng 4 bậc so với năm 2023, lên vị trí thứ 9",
        "Kết quả: tụt 2 bậc; mục tiêu: vị trí thứ 9, tăng 4 bậc",
    ],
)
def test_a_move_in_a_target_is_compared_with_result_and_target(text):
    assert told(_aiming(text), "scores.rank_move").message() == (
        "1 “Tính minh bạch”: ghi “tăng 4 bậc”, nhưng từ hạng 12 đến hạng 9 là tăng 3 bậc."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024 phấn đấu tăng 3 bậc, lên vị trí thứ 9",
        "Kết quả xếp 12/20, tăng 4 bậc, phấn đấu vị trí thứ 9",
        "Mục tiêu: vị trí thứ 9, tăng 4 bậc so với năm 2021",
        "Mục tiêu: vị trí thứ 9, tăng 2 bậc so với mục tiêu của năm 2023",
        "Mục tiêu: vị trí thứ 9, tăng ít nhất 2 bậc",
        "Mục tiêu đạt 7,0 điểm, tăng 0,5 điểm",
        "Mục tiêu đạt 7,0 điểm, cao hơn 0,9 điểm so với bình quân của tỉnh",
        "Mục tiêu đạt 7,0 điểm, tăng 7,7 điểm phần trăm",
    ],
)
def test_a_move_that_fits_or_is_another_one_is_left_alone(text):
    found = {finding.code for finding in check(_aiming(text).reading, _aiming(text).document)}
    assert {"scores.rank_move", "scores.point_move"}.isdisjoint(found)


@pytest.mark.parametrize("since", ["", " so với năm 2023", " so với năm trước", " (năm 2023: 6,5 điểm)"])
def test_a_move_in_points_is_compared_with_the_two_scores(since):
    draft = _aiming(f"Mục tiêu đạt 7,0 điểm, tăng 0,9 điểm{since}")
    finding = told(draft, "scores.point_move")
    assert "1 “Tính minh bạch”: ghi “tăng 0,9 điểm”, nhưng từ 6,5 đến 7 điểm là tăng 0,5 điểm." == finding.message()


def test_a_task_that_stands_in_two_components_is_to_be_one_for_both():
    assert told(FAULTS["repetition.same_task"], "repetition.same_task").message() == (
        "Nhiệm vụ “Đăng 40 câu hỏi thường gặp lên trang của Sở trong quý I.” có 2 lần (1, 3): "
        "nên để thành một nhiệm vụ tính chung cho các chỉ số này."
    )


def test_a_duty_due_before_the_calendar_period_ends_is_only_a_note():
    finding = told(FAULTS["reporting.before_close"], "reporting.before_close")
    assert finding.severity == "note"
    assert finding.message() == (
        "Kế hoạch không nói số liệu tính đến ngày nào. Nộp khi chưa hết kỳ, kể cả nếu chốt số liệu ngày 14 "
        "theo Nghị định 09/2019/NĐ-CP: Quý I/2024 (hạn 05/03/2024)."
    )
    assert finding.expected == "sau 31/03/2024"


def test_a_duty_due_before_the_plans_own_window_closes_is_an_error():
    window = line("Số liệu báo cáo tính từ ngày 15 của tháng trước kỳ đến ngày 14 của tháng cuối kỳ.")
    finding = told(FAULTS["reporting.before_close"].text(window), "reporting.before_close")
    assert finding.severity == "error"
    assert finding.message() == (
        "Hạn báo cáo sớm hơn khi chốt số liệu của kỳ: Quý I/2024 (hạn 05/03/2024), số liệu chốt 14/03/2024."
    )


def test_a_working_day_is_needed_between_closing_and_due_day():
    friday = line("Số liệu báo cáo tính từ ngày 15 của tháng trước kỳ đến ngày 15 của tháng cuối kỳ.")
    sunday, monday = (
        Draft().text(friday).whole(reporting=(rule,))
        for rule in (_quarterly(17), _quarterly(18))  # 15 March 2024 is a Friday
    )
    assert told(sunday, "reporting.before_close").severity == "error"
    assert "reporting.before_close" not in {finding.code for finding in check(monday.reading, monday.document)}


def _quarterly(day: int):
    rule = FAULTS["reporting.before_close"].plan.reporting[0]
    return type(rule)(rule.period, due_day=day, to=rule.to, due_months=(3,), due_is_inclusive=True)


def test_a_missing_quarter_is_a_note_where_a_yearly_report_may_stand_for_it():
    quarter = FAULTS["reporting.quarter_missing"]
    yearly = Draft().plan.reporting[1]
    both = quarter.whole(reporting=(*quarter.plan.reporting, yearly))
    assert told(quarter, "reporting.quarter_missing").severity == "warning"
    assert told(both, "reporting.quarter_missing").severity == "note"
    assert told(quarter, "reporting.quarter_missing").expected == "quý IV"


def test_an_undated_draft_is_signed_today_or_later():
    draft = FAULTS["reporting.past"].head(date="2024-04", number="/KH-SNV")
    late = [
        [f.given for f in check(draft.reading, draft.document, on=on) if f.code == "reporting.past"]
        for on in (None, date(2024, 4, 2), date(2024, 4, 29), date(2025, 1, 1))  # the first report is due on 3 April
    ]
    assert late == [[], [], ["2024-Q1"], []]


def test_findings_are_printed_with_names_and_a_fingerprint():
    draft = FAULTS["quantities.impossible"]
    findings = check(draft.reading, draft.document)
    assert findings_to_json(findings, draft.plan) == {
        "findings": [
            {
                "code": "quantities.impossible",
                "severity": "error",
                "lines": [12],
                "component": "Chi phí thời gian",
                "task": "Trả sớm hạn ít nhất 60% hồ sơ, báo số liệu mỗi …",
                "message": "“từ 90% - 100% trở lên”: đã đến 100% thì không thể “trở lên”.",
                "given": "từ 90% - 100% trở lên",
                "expected": None,
                "remedy": "Ghi một mức: “từ 90% trở lên” hoặc “100%”.",
                "fingerprint": findings[0].fingerprint,
            }
        ]
    }


def test_a_general_task_is_named_by_its_text():
    task = Task(
        "Đăng tin",
        timing=Timing(TimingKind.MONTHLY, "tháng"),
        quantities=(Quantity(Operator.MORE_THAN, 100, "%", "trên 100%"),),
    )
    plan = Plan(general_tasks=(task,), baseline=Score(score=1))
    draft = Draft(plan, (line("Đăng tin"),))
    finding = told(draft, "quantities.impossible")
    assert (None, "Đăng tin") == (finding.component, finding.to_json(plan)["task"])


def test_a_band_is_held_against_the_editions_bounds():
    edition = packs.load("ddci/lao-cai-2019")
    names = [node.name.vi for node in edition.components[:3]]
    draft = Draft()
    for place, name in enumerate(names):
        draft = draft.component(place, name=name)
    wrong = draft.baseline(0, score=7.96, band="tốt", year=2019)
    findings = check(wrong.reading, wrong.document, edition=edition)
    assert [
        f"1 “{names[0]}”: kết quả 7,96 điểm ghi xếp loại tốt, trái với xếp loại khá của mức điểm này ở chỗ khác."
    ] == [finding.message() for finding in findings if finding.code == "scores.band_and_score"]


def test_a_total_is_held_against_the_editions_weights_of_its_year():
    edition = packs.load("ddci/lao-cai-2019")
    parts = Draft().plan.components
    components = tuple(
        replace(parts[n % 3], name=node.name.vi, code=str(n)) for n, node in enumerate(edition.components)
    )
    plan = replace(Draft().plan, components=components)

    def said(year: int):
        whole = replace(plan.baseline, year=year, score=75)
        draft = Draft(replace(plan, baseline=whole))
        found = check(draft.reading, draft.document, edition=edition)
        return [(each.given, each.expected) for each in found if each.code == "sums.total_differs"]

    assert [("75", "69")] == said(2019)  # 10 × (6,5 + 7 + 7,5 + 6,5 + 7) / 5; the two extended ones do not count
    assert [] == said(2020)


def test_what_a_department_leaves_out_weighs_more_than_what_it_leaves_of_a_provinces_index():
    own, provinces = packs.load("ddci/lao-cai-2019"), packs.load("pci/2013-2021")
    of_own = Draft().component(0, name=own.components[0].name.vi)
    of_province = Draft().component(0, name=provinces.components[0].name.vi)
    severities = [
        next(f.severity for f in check(d.reading, d.document, edition=e) if f.code == "framework.not_covered")
        for d, e in ((of_own, own), (of_province, provinces))
    ]
    assert ["warning", "note"] == severities


def test_a_kept_score_is_told_though_a_better_rank_is_aimed_at():
    assert told(Draft().target(0, score=6.5, rank=7), "targets.equals_baseline").message() == (
        "1 “Tính minh bạch”: mục tiêu 6,5 điểm chỉ bằng kết quả năm trước 6,5 điểm, trong khi phấn đấu lên hạng 7."
    )


def test_a_missing_last_word_is_named():
    finding = told(FAULTS["wording.word_lost"], "wording.word_lost")
    assert ("trách nhiệm giải", "trách nhiệm giải trình") == (finding.given, finding.expected)


def test_the_full_name_of_the_index_is_to_be_one():
    names = line("Chỉ số năng lực điều hành cấp sở, còn gọi là năng lực cạnh tranh cấp sở (DDCI).")
    finding = told(Draft().text(names), "names.index_spellings")
    assert ("năng lực điều hành", "năng lực cạnh tranh") == (finding.given, finding.expected)


@pytest.mark.parametrize("written", ["quý I, quý II, quý III", "quý I, II và III", "quý I; II; III"])
def test_quarters_told_by_name_lack_the_fourth(written):
    text = line(f"Các phòng gửi báo cáo {written} trước ngày 20 tháng cuối quý.")
    draft = Draft().text(text)
    place = Place(len(draft.document.blocks) - 1, 0, len(text.text))
    reading = replace(draft.reading, places={**draft.reading.places, "reporting/0/due_day": (place,)})
    found = [each for each in check(reading, draft.document) if each.code == "reporting.quarter_missing"]
    assert ["quý IV"] == [each.expected for each in found]


@pytest.mark.parametrize(
    "heading", ["NHIỆM VỤ (06 chỉ số thành phần)", "NHIỆM VỤ CHO 02 CHỈ SỐ THÀNH PHẦN", "NHIỆM VỤ (gồm 07 chỉ số)"]
)
def test_a_heading_over_the_components_counts_them_rightly(heading):
    draft = Draft().line(8, item(heading, "II"))
    assert "3" == told(draft, "sums.component_count").expected


def test_general_tasks_for_other_indices_are_a_note():
    general = work("Góp phần nâng cao chỉ số PAPI và DDCI của tỉnh trong quý II")
    finding = told(Draft().whole(general_tasks=(general,)), "references.other_index")
    assert ("note", "PAPI") == (finding.severity, finding.given)


def test_a_finding_of_a_source_with_pages_names_them():
    draft = FAULTS["wording.doubled_word"]
    blocks = tuple(replace(block, line=None, last_line=None, page=2) for block in draft.document.blocks)
    found = check(draft.reading, replace(draft.document, blocks=blocks))
    assert [2] == next(each for each in found if each.code == "wording.doubled_word").to_json(draft.plan)["pages"]


def test_a_year_before_the_state_cannot_be_right():
    cited = line("Căn cứ Nghị quyết số 4/NQ-CP ngày 06/01/1924 của Chính phủ.")
    assert told(Draft().text(cited), "citations.year_doubtful").message() == (
        "4/NQ-CP ghi ngày 06/01/1924: năm 1924 không thể đúng."
    )


def test_results_of_a_year_are_not_announced_in_its_first_half():
    cited = line("Theo Quyết định số 6/QĐ-UBND ngày 02/3/2023 công bố Chỉ số DDCI năm 2023.")
    assert told(Draft().text(cited), "citations.year_doubtful").given == "02/03/2023"


def test_components_split_in_their_text_are_told_though_one_unit_is_read_as_lead():
    parted = line("Giao Văn phòng Sở làm đầu mối về biểu mẫu; giao Thanh tra Sở làm đầu mối về tiếp dân.")
    assert "1" == told(Draft().line(10, parted), "assignments.split").given


def test_two_units_of_a_district_lead_together():
    finding = told(Draft().component(0, assignment=led_by("Công an huyện, Thanh tra huyện")), "assignments.two_leads")
    assert "Công an huyện, Thanh tra huyện" == finding.given


def test_a_clipped_name_in_the_annex_is_told_whatever_its_number():
    draft = Draft().text(row("5", "Vai trò người đứng", "", ""))
    assert "Vai trò người đứng đầu" == told(draft, "names.body_and_annex").expected


def test_dotted_numbers_that_begin_with_one_may_be_repeated_too():
    lines = [item("Mục tiêu", "7.1"), item("Nhiệm vụ", "7.1")]
    assert "7.2" == told(Draft().text(item("PHỤ", "IV"), *lines), "numbering.repeated").expected


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("01 lần/quý", "6 tháng/lần", "1: 01 lần/quý; 1: 6 tháng/lần"),
        ("01 lần/quý", "02 lần/năm", "1: 01 lần/quý; 1: 02 lần/năm"),
        ("mỗi tháng một lần", "02 tháng/lần", "1: mỗi tháng một lần; 1: 02 tháng/lần"),
        ("02 lần mỗi quý", "01 lần/02 quý", "1: 02 lần mỗi quý; 1: 01 lần/02 quý"),
    ],
)
def test_cadences_clash_however_they_are_written(one, other, words):
    tasks = [Task(f"Tổ chức đối thoại với doanh nghiệp {cadence}.") for cadence in (one, other)]
    found = told(Draft().more_tasks(0, *tasks), "clashes.cadence")
    assert f"Cùng một hoạt động nhưng nhịp khác nhau: {words}." == found.message()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tỷ lệ hồ sơ đúng hạn đạt trên trong năm 2024", "con số tỷ lệ"),
        ("Tỷ lệ hồ sơ đúng hạn đạt trở lên", "con số tỷ lệ"),
        ("Tỷ lệ hồ sơ đúng hạn đạt tối thiểu", "con số tỷ lệ"),
        ("Tỷ lệ hồ sơ đúng hạn đạt.", "con số tỷ lệ"),
        ("Rút ngắn thời gian làm thủ tục, đạt từ trở lên", "con số"),
    ],
)
def test_a_threshold_without_its_figure_is_told(text, what):
    finding = told(Draft().more_tasks(0, work(text, quantities=())), "quantities.left_out")
    assert f"“{text}”: thiếu {what}." == finding.message()


@pytest.mark.parametrize("code", FAULTS)
def test_a_vietnamese_message_begins_as_a_sentence_and_writes_days_as_offices_do(code):
    draft = FAULTS[code]
    for finding in check(draft.reading, draft.document):
        assert not finding.message()[0].islower()
        assert not re.search(r"\d{4}-\d\d", f"{finding.message()} {finding.given} {finding.expected}")


def test_the_whole_index_begins_a_sentence():
    whole = replace(Draft().plan.baseline, rank=22)
    assert told(Draft().whole(baseline=whole), "scores.rank_beyond_count").message().startswith("Toàn chỉ số: hạng 22")


def test_a_day_of_issue_that_is_not_full_is_told_as_far_as_written():
    late = FAULTS["reporting.past"]
    assert "ban hành (02/05/2024)" in told(late, "reporting.past").message()
    assert "ban hành (tháng 5/2024)" in told(late.head(date="2024-05"), "reporting.past").message()


def test_a_single_month_is_one():
    draft = FAULTS["reporting.quarter_missing"]
    rule = replace(draft.plan.reporting[0], due_months=(4,))
    message = told(draft.whole(reporting=(rule,)), "reporting.quarter_missing").message()
    assert message.startswith("Báo cáo quý chỉ ghi tháng 4: thiếu")


@pytest.mark.parametrize(
    "text", ["Hoàn thành 03 nhiệm vụ được giao trong năm 2024", "Theo Đề án 06, chậm trong năm 2022"]
)
def test_a_year_that_is_not_the_tasks_own_is_no_time(text):
    assert ["tasks.no_time"] == codes(Draft().task(0, text=text, timing=None), "tasks.no_time")


def test_the_only_score_over_ten_is_told_where_no_scale_is_known():
    draft = Draft().each_scale(None).target(0, score=10.5)
    finding = told(draft, "scores.beyond_scale")
    assert finding.message() == (
        "Mục tiêu của 1 “Tính minh bạch” là 10,5 điểm, trong khi mọi điểm thành phần khác không quá 10: "
        "có thể đã vượt thang điểm."
    )
    assert "warning" == finding.severity


@pytest.mark.parametrize("slip", ["Phòng Ngân sác", "phòng Ngân xách"])
def test_a_unit_named_once_but_for_a_letter_of_another_is_misspelt(slip):
    often = led_by("Phòng Ngân sách")
    draft = Draft().component(0, assignment=often).component(1, assignment=often).component(2, assignment=led_by(slip))
    spread = draft.text(*(line(f"{name} chủ trì.") for name in ("Phòng Ngân sách", "Phòng Ngân sách", slip)))
    twice = spread.figure("components/1/assignment/lead", "Phòng Ngân sách chủ trì")
    finding = told(twice, "names.unit_misspelt")
    assert f"“{slip[0].upper()}{slip[1:]}” có lẽ là Phòng Ngân sách: ghi sai tên đơn vị." == finding.message()


def test_a_component_cited_with_a_word_more_is_told():
    draft = Draft().component(0, name="Dịch vụ hỗ trợ doanh nghiệp")
    finding = told(
        draft.text(line("Nâng chỉ số “Dịch vụ hỗ trợ cho doanh nghiệp” của Sở.")), "names.component_spellings"
    )
    assert ("note", "Dịch vụ hỗ trợ cho doanh nghiệp") == (finding.severity, finding.given)
    assert "Dịch vụ hỗ trợ doanh nghiệp" == finding.expected


def test_a_name_that_the_text_spells_otherwise_is_told():
    text = line("Phó Giám đốc Trần Văn Hoán phụ trách chung; Giám đốc Trần Văn Hoàn ký.")
    assert "Trần Văn Hoán" == told(Draft().text(text), "names.person_spellings").given


@pytest.mark.parametrize(
    "lead", ["Phòng Pháp chế; Thanh tra Sở", "Phòng Pháp chế và Thanh tra Sở", "Phòng Pháp chế, Thanh tra Sở"]
)
def test_two_leads_are_told_however_they_are_joined(lead):
    assert lead == told(Draft().component(0, assignment=led_by(lead)), "assignments.two_leads").given


def test_a_period_with_two_duties_is_told_once():
    quarterly = replace(Draft().plan.reporting[0], to=None, due_day=None)
    draft = Draft().whole(reporting=(quarterly, quarterly))
    assert "Báo cáo quý không ghi gửi về đâu." == told(draft, "reporting.no_receiver").message()
    assert "Báo cáo quý không ghi ngày nộp." == told(draft, "reporting.no_day").message()
