"""For every check one plan that has its fault, in words of our own."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.plans.checking.sound_plan import PLAN, Draft, item, line, row

from chiso.documents import BlockKind
from chiso.plans import (
    Assignment,
    Operator,
    Quantity,
    ReportingRule,
    ScorePart,
    Signer,
    Task,
    Timing,
    TimingKind,
)

SOUND = Draft()
STANDING = Timing(TimingKind.CONTINUOUS, "Thường xuyên")
LATER = Timing(TimingKind.BY_DATE, "trong quý II", "2024-06")
QUARTERLY, _ = PLAN.reporting


def percent(operator: Operator, value: float, text: str, upper: float | None = None) -> tuple[Quantity, ...]:
    return (Quantity(operator, value, "%", text, upper),)


def work(text: str, **values: object) -> Task:
    return Task(text, **{"timing": LATER, "quantities": percent(Operator.EQUAL, 100, "100%"), **values})


def led_by(lead: str | None, *coordinating: str) -> Assignment:
    return Assignment(lead=lead, coordinating=coordinating)


def rules(*reporting: ReportingRule) -> Draft:
    return SOUND.whole(reporting=reporting)


FAULTS: dict[str, Draft] = {
    "head.number_missing": SOUND.head(number="/KH-SNV"),
    "head.day_missing": SOUND.head(date="2024-01"),
    "head.signer_missing": SOUND.head(signer=Signer(position="GIÁM ĐỐC")),
    "head.kind_and_symbol": SOUND.head(number="12/QĐ-SNV"),
    "head.symbol_and_issuer": SOUND.head(number="12/KH-SNNV"),
    "head.annex_differs": SOUND.text(line("(Kèm theo Kế hoạch số 21/KH-SNV ngày 05 tháng 01 năm 2024)")),
    "citations.kind_and_symbol": SOUND.text(line("Căn cứ Kế hoạch số 120/QĐ-UBND ngày 02/01/2024.")),
    "citations.year_doubtful": SOUND.text(line("Theo Kế hoạch số 8/KH-UBND ngày 15/01/2023 về DDCI năm 2024.")),
    "citations.after_plan": SOUND.text(line("Căn cứ Quyết định số 40/QĐ-UBND ngày 20/02/2024.")),
    "citations.undated": SOUND.text(line("Gắn với Kế hoạch số 88/KH-UBND của tỉnh.")),
    "citations.spellings": SOUND.text(
        line("Theo Kế hoạch số 7/KH-SNV ngày 03/01/2024."), line("Xem thêm Kế hoạch số 7/KH-SNNV.")
    ),
    "numbering.repeated": SOUND.line(13, item("Vai trò người đứng đầu", "2")),
    "numbering.skipped": SOUND.line(13, item("Vai trò người đứng đầu", "4")),
    "numbering.out_of_place": SOUND.line(14, item("Kết quả", "7.1")),
    "sums.parts_differ": SOUND.whole(
        baseline=replace(PLAN.baseline, parts=(ScorePart("thẩm định", 50, 80), ScorePart("điều tra", 19, 20)))
    ),
    "sums.maxima_differ": SOUND.baseline(0, scale=60, score=40).baseline(1, scale=50, score=30).baseline(2, scale=20),
    "sums.total_differs": SOUND.baseline(0, scale=60, score=40).baseline(1, scale=30, score=15).baseline(2, scale=10),
    "sums.total_of_subset": SOUND.whole(
        components=(*PLAN.components, replace(PLAN.components[0], name="Đất đai", code="4"))
    ).baseline(3, score=9.5),
    "sums.band_counts": SOUND.baseline(0, band="khá").baseline(1, band="tốt").baseline(2, band="tốt").text(
        line("Có 3/3 chỉ số thành phần xếp loại tốt.")
    ),
    "sums.component_count": SOUND.each(group="Chỉ số cốt lõi (05 chỉ số)"),
    "scores.beyond_scale": SOUND.baseline(0, score=10.5),
    "scores.rank_beyond_count": SOUND.baseline(0, rank=22),
    "scores.rank_move": SOUND.baseline(0, previous_rank=18)
    .text(line("Năm 2023 tăng 4 bậc so với hạng 18 của năm 2022"))
    .figure("components/0/baseline/previous_rank", "hạng 18"),
    "scores.point_move": SOUND.text(line("Năm 2023 đạt 6,5 điểm, tăng 0,4 điểm so với năm 2022 (5,8 điểm)")).figure(
        "components/0/baseline/score", "6,5"
    ),
    "scores.rank_without_count": SOUND.baseline(0, rank_of=None),
    "scores.counts_differ": SOUND.baseline(0, rank_of=21),
    "scores.same_score_and_rank": SOUND.baseline(0, score=7.0, rank=8),
    "scores.band_and_score": SOUND.baseline(0, band="tốt").baseline(1, band="khá").baseline(2, band="khá"),
    "targets.below_baseline": SOUND.target(0, score=6.4),
    "targets.equals_baseline": SOUND.target(0, score=6.5, rank=12),
    "targets.nothing_measured": SOUND.each(baseline=None, target=None).whole(baseline=None, target=None),
    "targets.whole_without": SOUND.whole(target=None),
    "targets.component_without": SOUND.component(0, target=None),
    "targets.without_year": SOUND.target(0, year=None),
    "framework.not_covered": SOUND.component(0, name="Một"),
    "framework.unknown_component": SOUND.component(0, name="Một"),
    "assignments.no_lead": SOUND.component(0, assignment=Assignment()),
    "assignments.split": SOUND.component(0, assignment=Assignment())
    .task(0, assignment=led_by("Thanh tra Sở"))
    .more_tasks(0, work("Soát lại 100% biểu mẫu trong quý II", assignment=led_by("Văn phòng Sở"))),
    "assignments.two_leads": SOUND.task(0, assignment=led_by("Văn phòng Sở, Thanh tra Sở")),
    "assignments.collective_lead": SOUND.task(0, assignment=led_by("Các phòng chuyên môn")),
    "assignments.not_coordinating": SOUND.component(
        0, assignment=led_by("Văn phòng Sở", "Phòng Cải cách hành chính")
    ).task(0, assignment=led_by("Thanh tra Sở")),
    "assignments.told_differently": SOUND.component(0, assignment=led_by("Văn phòng Sở", "Phòng Pháp chế")).text(
        line("Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở trong việc nâng cao chỉ số “Tính minh bạch”.")
    ),
    "assignments.task_without_unit": SOUND.component(0, assignment=Assignment())
    .task(0, assignment=led_by("Thanh tra Sở"))
    .more_tasks(0, work("Soát lại 100% biểu mẫu trong quý II")),
    "names.unit_spellings": SOUND.component(0, assignment=led_by("Văn phòng")),
    "names.unit_misspelt": SOUND.component(0, assignment=led_by("Phòng Tổ chức cán bộ")).component(
        1, assignment=led_by("Phòng Tổ chúc cán bộ")
    ),
    "names.person_spellings": SOUND.component(0, assignment=Assignment(lead="Văn phòng Sở", leader="Trần Văn Hoan")),
    "names.index_spellings": SOUND.text(line("Chỉ số Ddci là trách nhiệm của mọi phòng.")),
    "names.component_spellings": SOUND.component(0, name="Tinh minh bạch").text(
        item("Chỉ số “Tính minh bạch” giữ vững hạng 12")
    ),
    "names.body_and_annex": SOUND.text(row("1", "Công khai, minh bạch", "", "")),
    "tasks.not_measurable": SOUND.task(1, quantities=()),
    "tasks.no_time": SOUND.task(0, timing=None),
    "tasks.no_cadence": SOUND.task(0, timing=STANDING),
    "tasks.only_refers": SOUND.more_tasks(0, work("Thực hiện các nhiệm vụ tại Kế hoạch số 3/KH-UBND.", quantities=())),
    "tasks.plan_itself": SOUND.more_tasks(0, work("Xây dựng Kế hoạch nâng cao chỉ số DDCI của Sở năm 2024")),
    "tasks.due_before_issue": SOUND.task(0, timing=Timing(TimingKind.BY_DATE, "trong quý IV/2023", "2023-12")),
    "quantities.impossible": SOUND.task(
        1, quantities=percent(Operator.RANGE, 90, "từ 90% - 100% trở lên", upper=100)
    ),
    "quantities.left_out": SOUND.more_tasks(0, work("Phấn đấu tỷ lệ trả kết quả sớm hạn.")),
    "repetition.same_task": SOUND.more_tasks(2, PLAN.components[0].tasks[0]),
    "repetition.body_and_annex": SOUND.more_tasks(
        0, work("Đặt hộp thư góp ý tại nơi tiếp nhận hồ sơ và trả lời trong ngày")
    ).component(
        0,
        tasks=(
            work("Đặt hộp thư góp ý tại nơi tiếp nhận hồ sơ và trả lời trong ngày"),
            work("Đặt hộp thư góp ý tại nơi tiếp nhận hồ sơ và trả lời trong ngày làm việc", code="1.1"),
        ),
    ).text(row("1.1", "Đặt hộp thư góp ý tại nơi tiếp nhận hồ sơ và trả lời trong ngày làm việc", "Văn phòng Sở")),
    "repetition.same_requirement": SOUND.text(
        line("YÊU CẦU", kind=BlockKind.HEADING),
        item("Mỗi phòng cử một công chức theo dõi và báo số liệu đúng hẹn cho Văn phòng"),
        item("Mỗi phòng cử một công chức theo dõi và báo số liệu đúng hẹn cho Văn phòng Sở"),
    ),
    "clashes.cadence": SOUND.more_tasks(
        0,
        work("Họp với doanh nghiệp của tỉnh", timing=Timing(TimingKind.QUARTERLY, "hằng quý")),
        work("Đối thoại cùng doanh nghiệp tại hội trường", timing=Timing(TimingKind.HALF_YEARLY, "6 tháng/lần")),
    ),
    "clashes.threshold": SOUND.more_tasks(
        0,
        work("Mức độ hài lòng của người dân đạt 85%", quantities=percent(Operator.EQUAL, 85, "85%")),
        work("Khảo sát, bảo đảm người dân hài lòng trên 92%", quantities=percent(Operator.MORE_THAN, 92, "trên 92%")),
    ),
    "references.other_component": SOUND.more_tasks(0, work("Nâng cao chỉ số Chi phí thời gian của Sở")),
    "references.other_index": SOUND.more_tasks(0, work("Góp phần nâng điểm PAPI của tỉnh")),
    "reporting.missing": rules(),
    "reporting.no_day": rules(replace(QUARTERLY, due_day=None)),
    "reporting.no_receiver": rules(replace(QUARTERLY, to=None)),
    "reporting.before_close": rules(replace(QUARTERLY, due_month_offset=0)),
    "reporting.past": rules(replace(QUARTERLY, due_months=(1, 4, 7, 10), due_day=3, due_month_offset=None)).head(
        date="2024-05-02"
    ),
    "reporting.quarter_missing": rules(replace(QUARTERLY, due_months=(4, 7, 10), due_month_offset=None)),
    "reporting.clash": rules(QUARTERLY, replace(QUARTERLY, due_day=9)),
    "wording.doubled_word": SOUND.text(line("Trách nhiệm của của Văn phòng")),
    "wording.scanning_fault": SOUND.text(line("Năm 2024 phần đầu đạt kết quả cao")),
    "wording.punctuation": SOUND.text(line("Phó Giám đốc phụ trách,.")),
    "wording.word_lost": SOUND.text(line("Nâng cao trách nhiệm giải của người đứng đầu.")),
    "wording.abbreviation": SOUND.text(line("Góp phần cải thiện PAR INDEZ của tỉnh")),
    "wording.decimal_mark": SOUND.text(line("Đạt 7.5 điểm và 7,25 điểm."))
    .figure("components/0/baseline/score", "7.5")
    .figure("components/1/baseline/score", "7,25"),
}  # fmt: skip
