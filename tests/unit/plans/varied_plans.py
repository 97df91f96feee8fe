"""Plans made from one structure: the document in one of several layouts, and the reading that is right for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from chiso.plans import (
    Assignment,
    Citation,
    Component,
    Head,
    Operator,
    Plan,
    PlanIndex,
    Quantity,
    ReportingRule,
    ReportPeriod,
    Score,
    Signer,
    Task,
    Timing,
    TimingKind,
)


@dataclass(frozen=True)
class Agency:
    """Who plans what: an agency, its province, the index and the names of components and units."""

    issuer: str
    symbol: str
    province: str
    framework: str
    index_words: str
    year: int
    names: tuple[str, ...]
    units: tuple[str, ...]
    leaders: tuple[str, ...]


AGENCIES = (
    Agency(
        "SỞ XÂY DỰNG", "SXD", "Hà Nam", "DDCI", "Chỉ số năng lực cạnh tranh cấp sở (DDCI)", 2024,
        ("Tính minh bạch", "Chi phí thời gian", "Vai trò người đứng đầu", "Hỗ trợ kinh doanh"),
        ("Văn phòng Sở", "Thanh tra Sở", "Phòng Quản lý nhà", "Trung tâm Quy hoạch"),
        ("Đỗ Minh Châu", "Lưu Thị Hạnh"),
    ),
    Agency(
        "UBND HUYỆN THANH SƠN", "UBND", "Phú Thọ", "PAPI", "Chỉ số PAPI", 2023,
        ("Công khai, minh bạch", "Cung ứng dịch vụ công", "Quản trị môi trường"),
        ("Phòng Nội vụ", "Phòng Tài nguyên và Môi trường", "Phòng Tài chính - Kế hoạch", "Công an huyện"),
        ("Hoàng Văn Quý", "Đinh Thị Lệ Thủy"),
    ),
    Agency(
        "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "BQLKCN", "Long An", "PAR INDEX", "Chỉ số cải cách hành chính (PAR INDEX)", 2025,
        ("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tài chính công", "Chính quyền số"),
        ("Văn phòng Ban", "Phòng Quản lý đầu tư", "Phòng Quy hoạch và Môi trường", "Trung tâm Dịch vụ"),
        ("Nguyễn Tấn Lộc", "Võ Thị Kim Ngân"),
    ),
)  # fmt: skip

TASKS = (
    ("Lập danh mục câu hỏi thường gặp và đăng lên trang thông tin điện tử.", (), None),
    (
        "Trả kết quả đúng hạn cho ít nhất 98% hồ sơ.",
        (Quantity(Operator.AT_LEAST, 98, "%", "ít nhất 98%"),),
        None,
    ),
    (
        "Mở 03 lớp bồi dưỡng kỹ năng số cho viên chức trước ngày 30/9/{year}.",
        (Quantity(Operator.EQUAL, 3, "lớp", "03 lớp"),),
        ("trước ngày 30/9/{year}", "{year}-09-30", False),
    ),
    (
        "Gặp mặt doanh nghiệp tối thiểu 02 lần/năm để nghe góp ý.",
        (Quantity(Operator.AT_LEAST, 2, "lần/năm", "tối thiểu 02 lần/năm"),),
        None,
    ),
    (
        "Cắt giảm không quá 05 ngày đối với hồ sơ cấp phép trong quý III/{year}.",
        (Quantity(Operator.AT_MOST, 5, "ngày", "không quá 05 ngày"),),
        ("trong quý III/{year}", "{year}-09", None),
    ),
    ("Kiểm tra đột xuất việc chấp hành giờ làm việc ở bộ phận một cửa.", (), None),
    (
        "Số hóa từ 60% - 80% hồ sơ lưu trữ.",
        (Quantity(Operator.RANGE, 60, "%", "từ 60% - 80%", 80),),
        None,
    ),
)


def task(number: int, year: int) -> Task:
    """One of the tasks, dated for the plan's year."""
    text, quantities, due = TASKS[number % len(TASKS)]
    timing = None
    if due:
        words, day, inclusive = due
        timing = Timing(TimingKind.BY_DATE, words.format(year=year), day.format(year=year), inclusive)
    return Task(text=text.format(year=year), quantities=quantities, timing=timing)


def plan_of(agency: Agency, variant: int) -> Plan:
    """The whole plan as it should be read, without what only a layout decides (codes, groups)."""
    year = agency.year
    components = tuple(_component(agency, n, variant) for n in range(len(agency.names)))
    position, capacity = ("PHÓ GIÁM ĐỐC", "KT.") if variant % 2 else ("GIÁM ĐỐC", None)
    if agency.symbol == "UBND":
        position, capacity = "CHỦ TỊCH", "TM."
    head = Head(
        kind="KẾ HOẠCH",
        number=f"{11 + variant}/KH-{agency.symbol}",
        issuer=agency.issuer,
        place=agency.province,
        date=f"{year}-02-0{1 + variant}",
        title=f"Nâng cao {agency.index_words} năm {year}",
        signer=Signer("Bùi Đức Thiện", position, capacity),
        recipients=("UBND tỉnh (b/c)", "Các phòng, đơn vị trực thuộc", "Lưu: VT"),
        based_on=(Citation("27/KH-UBND", f"{year}-01-15"),),
    )
    to, above = agency.units[0], "UBND tỉnh"
    rules = (
        ReportingRule(
            ReportPeriod.QUARTERLY, 18, to=to, onward_to=(above,), due_is_inclusive=False, due_month_offset=0
        ),
        ReportingRule(ReportPeriod.YEARLY, 5, (12,), to=to, onward_to=(above,), due_is_inclusive=True),
    )
    baseline = Score(year - 1, 71.25 + variant, scale=100, rank=9, rank_of=17)
    target = Score(year, 75.5, score_is_minimum=True, rank=5, rank_is_at_most=True)
    index = PlanIndex(agency.framework, agency.province, year)
    return Plan(head, index, baseline, target, components, reporting=rules)


def _component(agency: Agency, number: int, variant: int) -> Component:
    units = agency.units
    lead = units[number % len(units)]
    others = tuple(unit for unit in units[:3] if unit != lead)
    kind = (number + variant) % 3
    baseline = Score(agency.year - 1, 7.05 + number / 4, scale=10, rank=6 + number, rank_of=17)
    target = (
        Score(agency.year, 8.5, score_is_minimum=True),
        Score(agency.year, 8.25, rank=4, rank_of=17),
        Score(agency.year, rank=5, rank_is_at_most=True),
    )[kind]
    return Component(
        name=agency.names[number],
        baseline=baseline,
        target=target,
        assignment=Assignment(lead, others, agency.leaders[number % 2]),
        tasks=tuple(task(number * 2 + variant + n, agency.year) for n in range(2 + number % 2)),
    )


def figure(value: float | None) -> str:
    """A number with a decimal comma."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def result_words(score: Score) -> str:
    """The baseline in a sentence."""
    return (
        f"Năm {score.year} đạt {figure(score.score)}/{figure(score.scale)} điểm, xếp thứ {score.rank}/{score.rank_of}."
    )


def aim_words(score: Score) -> str:
    """The target in a sentence."""
    if score.score_is_minimum:
        return f"Phấn đấu năm {score.year} đạt từ {figure(score.score)} điểm trở lên."
    if score.score is not None:
        return f"Mục tiêu năm {score.year}: đạt {figure(score.score)} điểm, đứng thứ {score.rank} trên {score.rank_of}."
    return f"Năm {score.year} phấn đấu nằm trong nhóm {score.rank:02d} đơn vị dẫn đầu."


def head_lines(plan: Plan) -> list[str]:
    """What stands over the text, up to the end of the section on results and aims."""
    head, baseline, target = plan.document, plan.baseline, plan.target
    assert head.date
    assert baseline
    assert target
    year, month, day = head.date.split("-")
    return [
        head.issuer or "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"Số: {head.number}",
        f"{head.place}, ngày {day} tháng {month} năm {year}",
        head.kind or "",
        head.title or "",
        f"Căn cứ Kế hoạch số 27/KH-UBND ngày 15/01/{plan.index.year} của UBND tỉnh {plan.index.province}, đơn vị lập kế hoạch sau:",
        "I. KẾT QUẢ VÀ MỤC TIÊU",
        (
            f"Năm {baseline.year}, {plan.index.framework} của đơn vị đạt {figure(baseline.score)}/100 điểm, "
            f"xếp hạng {baseline.rank} trên {baseline.rank_of} đơn vị."
        ),
        (
            f"Phấn đấu năm {target.year} {plan.index.framework} đạt từ {figure(target.score)} điểm trở lên, "
            f"thuộc nhóm {target.rank} đơn vị dẫn đầu."
        ),
    ]


def tail_lines(plan: Plan) -> list[str]:
    """Organisation, recipients and signature."""
    head, to = plan.document, plan.reporting[0].to
    signer = head.signer
    assert signer
    over = {"TM.": ["TM. ỦY BAN NHÂN DÂN"], "KT.": ["KT. GIÁM ĐỐC"]}.get(signer.capacity or "", [])
    return [
        "III. TỔ CHỨC THỰC HIỆN",
        (
            f"1. Các phòng, đơn vị gửi báo cáo quý trước ngày 18 của tháng cuối quý và báo cáo năm chậm nhất ngày 05/12 "
            f"về {to} để tổng hợp, báo cáo UBND tỉnh."
        ),
        "Nơi nhận:",
        *(f"- {recipient};" for recipient in head.recipients),
        *over,
        signer.position or "",
        signer.name or "",
    ]


def _assigned(component: Component) -> list[str]:
    assignment = component.assignment
    return [
        f"Lãnh đạo phụ trách: Đồng chí {assignment.leader}.",
        f"Đơn vị chủ trì: {assignment.lead}.",
        f"Đơn vị phối hợp: {', '.join(assignment.coordinating)}.",
    ]


def numbered(plan: Plan) -> tuple[list[str], Plan]:
    """Components as numbered headings in quotes, their parts numbered under them, labels for the units."""
    lines = ["II. NHIỆM VỤ CỤ THỂ"]
    for n, component in enumerate(plan.components, start=1):
        assert component.baseline
        assert component.target
        lines += [
            f"{n}. Chỉ số “{component.name}”",
            f"{n}.1. Kết quả năm trước",
            result_words(component.baseline),
            f"{n}.2. Mục tiêu",
            aim_words(component.target),
            f"{n}.3. Nhiệm vụ, giải pháp",
            *(f"- {task.text}" for task in component.tasks),
            f"{n}.4. Phân công",
            *(f"- {line}" for line in _assigned(component)),
        ]
    return lines, _coded(plan, [str(n + 1) for n in range(len(plan.components))])


def prose(plan: Plan) -> tuple[list[str], Plan]:
    """Each component in a few paragraphs without marks; the assignment in one sentence, no leader."""
    lines = ["II. NỘI DUNG THỰC HIỆN"]
    for n, component in enumerate(plan.components, start=1):
        assert component.baseline
        assert component.target
        first, second = component.assignment.coordinating[0], " và ".join(component.assignment.coordinating[1:])
        partners = f"{first} và {second}" if second else first
        lines += [
            f"{n}. Về chỉ số {component.name}",
            f"{result_words(component.baseline)} {aim_words(component.target)}",
            *(task.text for task in component.tasks),
            f"Giao {component.assignment.lead} chủ trì, phối hợp với {partners} thực hiện.",
        ]
    bare = tuple(replace(c, assignment=replace(c.assignment, leader=None)) for c in plan.components)
    return lines, _coded(replace(plan, components=bare), [str(n + 1) for n in range(len(bare))])


def parts(plan: Plan) -> tuple[list[str], Plan]:
    """Components in two groups, lettered tasks, results in brackets after the name."""
    lines = ["II. NHIỆM VỤ VÀ GIẢI PHÁP"]
    half = (len(plan.components) + 1) // 2
    components: list[Component] = []
    for n, component in enumerate(plan.components):
        assert component.baseline
        assert component.target
        group = "Nhóm chỉ số cần giữ vững" if n < half else "Nhóm chỉ số cần cải thiện"
        if n in {0, half}:
            lines.append(f"{1 if n == 0 else 2}. {group}")
        code = f"1.{n + 1}" if n < half else f"2.{n - half + 1}"
        told = result_words(component.baseline).rstrip(".")
        lines += [
            f"{code}. Chỉ số {component.name} ({told[0].lower()}{told[1:]})",
            f"+ {aim_words(component.target)}",
            f"+ {component.assignment.lead} chủ trì, phối hợp với {', '.join(component.assignment.coordinating)} thực hiện.",
            *(f"{'abcd'[i]}) {task.text}" for i, task in enumerate(component.tasks)),
        ]
        tasks = tuple(replace(task, code="abcd"[i]) for i, task in enumerate(component.tasks))
        assignment = replace(component.assignment, leader=None)
        components.append(replace(component, code=code, group=group, tasks=tasks, assignment=assignment))
    return lines, replace(plan, components=tuple(components))


def by_unit(plan: Plan) -> tuple[list[str], Plan]:
    """Under each component its units as headings with their tasks; nothing is said of the component."""
    lines = ["II. NHIỆM VỤ CỤ THỂ"]
    components: list[Component] = []
    for n, component in enumerate(plan.components, start=1):
        assert component.baseline
        assert component.target
        lines += [
            f"{n}. CHỈ SỐ {component.name.upper()}",
            f"- {result_words(component.baseline)} {aim_words(component.target)}",
        ]
        tasks: list[Task] = []
        units = (component.assignment.lead or "", *component.assignment.coordinating)
        for unit, task in zip(units, component.tasks, strict=False):
            lines += [f"- {unit}:", f"+ {task.text}"]
            tasks.append(replace(task, assignment=Assignment(lead=unit)))
        name = component.name.upper()
        components.append(replace(component, code=str(n), name=name, assignment=Assignment(), tasks=tuple(tasks)))
    return lines, replace(plan, components=tuple(components))


def table(plan: Plan) -> tuple[list[str], Plan]:
    """Results in one table and work in another; each task has its lead, partners and time in columns."""
    year = plan.index.year or 0
    lines = [
        "II. NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN",
        "Kết quả và mục tiêu của từng chỉ số thành phần:",
        f"TT\tChỉ số thành phần\tĐiểm tối đa\tĐiểm năm {year - 1}\tXếp hạng năm {year - 1}\tĐiểm mục tiêu năm {year}\tXếp hạng mục tiêu năm {year}",
    ]
    for n, component in enumerate(plan.components, start=1):
        told, aim = component.baseline, component.target
        assert told
        assert aim
        rank = f"Top {aim.rank}" if aim.rank_is_at_most else f"{aim.rank}/{aim.rank_of}" if aim.rank else ""
        score = f"≥ {figure(aim.score)}" if aim.score_is_minimum else figure(aim.score)
        lines.append(f"{n}\t{component.name}\t10\t{figure(told.score)}\t{told.rank}/{told.rank_of}\t{score}\t{rank}")
    lines += ["Nhiệm vụ cụ thể như sau:", "TT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian thực hiện"]
    components: list[Component] = []
    for n, component in enumerate(plan.components, start=1):
        lines.append(f"{n}\t{component.name}\t\t\t")
        tasks: list[Task] = []
        for i, task in enumerate(component.tasks, start=1):
            assignment = replace(component.assignment, leader=None)
            timing = Timing(TimingKind.CONTINUOUS, "Thường xuyên")
            lines.append(f"{n}.{i}\t{task.text}\t{assignment.lead}\t{'; '.join(assignment.coordinating)}\tThường xuyên")
            tasks.append(replace(task, code=f"{n}.{i}", assignment=assignment, timing=timing))
        aim = component.target
        assert aim
        scaled = replace(aim, scale=10) if aim.score is not None else aim
        components.append(replace(component, code=str(n), target=scaled, assignment=Assignment(), tasks=tuple(tasks)))
    return lines, replace(plan, components=tuple(components))


def _coded(plan: Plan, codes: list[str]) -> Plan:
    coded = (replace(component, code=code) for component, code in zip(plan.components, codes, strict=True))
    return replace(plan, components=tuple(coded))


Layout = Callable[[Plan], tuple[list[str], Plan]]
LAYOUTS: dict[str, Layout] = {
    "numbered": numbered,
    "prose": prose,
    "parts": parts,
    "by_unit": by_unit,
    "table": table,
}


def document_lines(plan: Plan, layout: str) -> tuple[list[str], Plan]:
    """The lines of the document in a layout, and the plan as that layout tells it."""
    lines, told = LAYOUTS[layout](plan)
    return [*head_lines(plan), *lines, *tail_lines(plan)], told
