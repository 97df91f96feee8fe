"""Plans of every shape that an office writes, in words of our own, for tests of writing and reading back."""

from dataclasses import replace

from hypothesis import strategies as st

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
    ScorePart,
    Signer,
    Task,
    Timing,
    TimingKind,
)

YEAR = 2025
PROVINCES = ("Lào Cai", "Quảng Trị", "Lạng Sơn", "Đà Nẵng")
UNITS = (
    "Văn phòng Sở",
    "Thanh tra Sở",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Quản lý công nghệ",
    "Trung tâm Hỗ trợ doanh nghiệp",
    "Phòng Cải cách hành chính",
    "Chi cục Tiêu chuẩn Đo lường Chất lượng",
)
PARTNERS = (
    *UNITS[2:],
    "các phòng, đơn vị liên quan",
    "Các phòng chuyên môn và đơn vị trực thuộc",
    "UBND các xã, phường",
    "Hiệp hội Doanh nghiệp tỉnh",
)
LEADERS = ("Trần Thị Ngọc Ẩn", "Lê Hoàng Vỹ", "Phạm Đức Kỷ")
NAMES = (
    "Chi phí thời gian",
    "Tính minh bạch",
    "Cạnh tranh bình đẳng",
    "Hỗ trợ doanh nghiệp",
    "Thiết chế pháp lý và an ninh trật tự",
    "Tiếp cận đất đai",
    "Gia nhập thị trường",
    "Vai trò của người đứng đầu",
    "Chất lượng nguồn nhân lực",
)
GROUPS = ("Chỉ số thành phần cốt lõi (03 chỉ số)", "Chỉ số thành phần mở rộng", "Chỉ số thành phần bổ sung")
ACTS = (
    "Rà soát danh mục hồ sơ còn chậm",
    "Mời doanh nghiệp góp ý trước khi ban hành quy định mới",
    "Lắp bảng hướng dẫn song ngữ tại nơi tiếp khách",
    "Trả lời câu hỏi gửi qua trang thông tin",
    "Luân chuyển người trực quầy để tránh phiền hà",
    "Đưa lịch làm việc của từng bộ phận lên mạng",
    "Tập huấn kỹ năng tiếp dân cho viên chức trẻ",
    "Bố trí ghế chờ, nước uống và mạng không dây cho khách",
)
MANNERS = ("", " và lưu lại kết quả", ", có ảnh chụp kèm theo", " (kể cả ngày nghỉ)")
ENDS = (".", ";", "")
BANDS = ("xuất sắc", "rất tốt", "tốt", "khá", "trung bình", "tương đối thấp", "thấp", "nhóm A")
POSTS = (
    ("GIÁM ĐỐC", None),
    ("PHÓ GIÁM ĐỐC", "KT."),
    ("CHÁNH VĂN PHÒNG", "TL."),
    ("TRƯỞNG BAN", "TUQ."),
    ("GIÁM ĐỐC", "Q."),
    ("GIÁM ĐỐC", "TM."),
)

whole = st.integers(1, 12)
tenths = st.integers(10, 995).map(lambda n: n / 10)
points = st.one_of(tenths, st.integers(100, 9999).map(lambda n: n / 100), st.integers(1, 100).map(float))


@st.composite
def scores(draw, year: int | None, *, is_baseline: bool) -> Score:
    score = draw(st.one_of(st.none(), points))
    rank = draw(st.one_of(st.none(), st.integers(1, 63)))
    full = score is None and draw(st.booleans())
    band = draw(st.sampled_from((None, *BANDS)))
    if score is None and rank is None and not full and band is None:
        rank = 1
    parts = draw(st.lists(score_parts(), max_size=2, unique_by=lambda p: p.name)) if score is not None else []
    return Score(
        year=year,
        score=score,
        score_is_minimum=score is not None and draw(st.booleans()),
        score_is_maximum_points=full,
        scale=draw(st.sampled_from((None, 10.0, 15.5, 100.0, 1000.0))),
        rank=rank,
        rank_of=draw(st.sampled_from((None, 15, 63))) if rank is not None else None,
        rank_is_at_most=rank is not None and draw(st.booleans()),
        band=band,
        previous_rank=draw(st.one_of(st.none(), whole)) if is_baseline and year else None,
        parts=tuple(parts),
    )


@st.composite
def score_parts(draw) -> ScorePart:
    name = draw(st.sampled_from(("thẩm định", "điều tra xã hội học", "khảo sát doanh nghiệp")))
    return ScorePart(name, draw(points), draw(st.sampled_from((None, 20.0, 80.0))))


@st.composite
def assignments(draw, *, with_leader: bool = True) -> Assignment:
    partners = draw(st.lists(st.sampled_from(PARTNERS), max_size=3, unique=True))
    return Assignment(
        lead=draw(st.sampled_from((None, *UNITS))),
        coordinating=tuple(partners),
        leader=draw(st.sampled_from((None, *LEADERS))) if with_leader else None,
    )


columns_of_time = st.sampled_from(
    [
        Timing(TimingKind.CONTINUOUS, "Thường xuyên"),
        Timing(TimingKind.YEARLY, "Hằng năm"),
        Timing(TimingKind.HALF_YEARLY, "6 tháng"),
        Timing(TimingKind.QUARTERLY, "Hằng quý"),
        Timing(TimingKind.MONTHLY, "Hằng tháng"),
        Timing(TimingKind.AS_NEEDED, "Khi phát sinh"),
        Timing(TimingKind.BY_DATE, f"Quý II/{YEAR}", f"{YEAR}-06"),
        Timing(TimingKind.BY_DATE, f"Tháng 8/{YEAR}", f"{YEAR}-08"),
        Timing(TimingKind.BY_DATE, f"Trước ngày 10/12/{YEAR}", f"{YEAR}-12-10", due_is_inclusive=False),
        Timing(TimingKind.BY_DATE, f"Chậm nhất ngày 15/11/{YEAR}", f"{YEAR}-11-15", due_is_inclusive=True),
    ]
)
times_in_sentences = st.sampled_from(
    [
        Timing(TimingKind.MONTHLY, "định kỳ hằng tháng"),
        Timing(TimingKind.QUARTERLY, "định kỳ hằng quý"),
        Timing(TimingKind.BY_DATE, f"trước ngày 30/9/{YEAR}", f"{YEAR}-09-30", due_is_inclusive=False),
        Timing(TimingKind.BY_DATE, f"chậm nhất ngày 20/10/{YEAR}", f"{YEAR}-10-20", due_is_inclusive=True),
        Timing(TimingKind.BY_DATE, f"trong quý III/{YEAR}", f"{YEAR}-09"),
    ]
)


@st.composite
def quantities(draw) -> Quantity:
    value = draw(st.integers(2, 95))
    noun = draw(st.sampled_from(("hội nghị", "hồ sơ", "sáng kiến", "buổi/tháng", "lần/năm")))
    return draw(
        st.sampled_from(
            [
                Quantity(Operator.EQUAL, value, "%", f"{value}%"),
                Quantity(Operator.EQUAL, value, noun, f"{value:02d} {noun}"),
                Quantity(Operator.AT_LEAST, value, noun, f"ít nhất {value:02d} {noun}"),
                Quantity(Operator.AT_LEAST, value, "%", f"từ {value}% trở lên"),
                Quantity(Operator.AT_LEAST, value, "%", f"tối thiểu {value}%"),
                Quantity(Operator.AT_MOST, value, "hồ sơ", f"không quá {value:02d} hồ sơ"),
                Quantity(Operator.MORE_THAN, value, "%", f"trên {value}%"),
                Quantity(Operator.LESS_THAN, value, "%", f"dưới {value}%"),
                Quantity(Operator.RANGE, value, "%", f"{value}% - {value + 3}%", value + 3),
            ]
        )
    )


@st.composite
def tasks(draw) -> Task:
    text = draw(st.sampled_from(ACTS)) + draw(st.sampled_from(MANNERS))
    promised = draw(st.lists(quantities(), max_size=2))
    text += "".join(f", phấn đấu {quantity.text}" for quantity in promised)
    timing = draw(st.one_of(st.none(), times_in_sentences))
    text += (
        f", xong {timing.text}"
        if timing and timing.kind is TimingKind.BY_DATE
        else f", {timing.text}"
        if timing
        else ""
    )
    if timing is None:
        timing = draw(st.one_of(st.none(), columns_of_time))
    return Task(
        text=text + draw(st.sampled_from(ENDS)),
        code=draw(st.sampled_from((None, None, "1", "1.2", "2.10", "a", "III"))),
        assignment=draw(st.one_of(st.just(Assignment()), assignments(with_leader=False), assignments())),
        timing=timing,
        quantities=tuple(promised),
    )


def _codes(habit: str, sizes: list[int]) -> list[str | None]:
    count = sum(sizes)
    if habit == "nested":
        return [f"{group}.{n}" for group, size in enumerate(sizes, start=1) for n in range(1, size + 1)]
    numbers = {"none": [None] * count, "decimal": [str(n) for n in range(1, count + 1)]}
    return numbers.get(habit) or list(("I", "II", "III", "IV", "V", "VI") if habit == "roman" else "abcdđe")[:count]


@st.composite
def components(draw) -> tuple[Component, ...]:
    """Two to six components numbered by one habit, with two or three groups over them or none."""
    habit = draw(st.sampled_from(("none", "decimal", "nested", "roman", "letter")))
    has_groups = habit != "roman" and draw(st.booleans())
    sizes = (
        draw(st.lists(st.integers(1, 2), min_size=2, max_size=3))
        if has_groups or habit == "nested"
        else [draw(st.integers(2, 5))]
    )
    codes = _codes(habit, sizes)
    names = draw(st.permutations(NAMES))
    groups = [GROUPS[at] if has_groups else None for at, size in enumerate(sizes) for _ in range(size)]
    return tuple(draw(_component(names[n], codes[n], groups[n])) for n in range(len(codes)))


@st.composite
def _component(draw, name: str, code: str | None, group: str | None) -> Component:
    return Component(
        name=name,
        code=code,
        group=group,
        baseline=draw(st.one_of(st.none(), scores(YEAR - 1, is_baseline=True))),
        target=draw(st.one_of(st.none(), scores(YEAR, is_baseline=False))),
        assignment=draw(st.one_of(st.just(Assignment()), assignments())),
        timing=draw(st.one_of(st.none(), columns_of_time)),
        tasks=tuple(draw(st.lists(tasks(), max_size=4))),
    )


@st.composite
def rules(draw, period: ReportPeriod) -> ReportingRule:
    to = draw(st.sampled_from((None, "Văn phòng Sở", "Phòng Kế hoạch - Tài chính")))
    onward = draw(
        st.lists(st.sampled_from(("Sở Nội vụ", "UBND tỉnh", "Sở Kế hoạch và Đầu tư")), max_size=2, unique=True)
    )
    rule = ReportingRule(period=period, to=to, onward_to=tuple(onward) if to else ())
    kind = draw(st.sampled_from(("none", "day", "offset", "months", "date")))
    if kind == "none":
        return rule
    day = draw(st.integers(1, 28))
    rule = replace(rule, due_day=day, due_is_inclusive=draw(st.sampled_from((None, False, True))))
    if kind == "offset":
        return replace(rule, due_month_offset=draw(st.sampled_from((0, 1))))
    if kind == "months":
        months = draw(st.lists(whole, min_size=1, max_size=3, unique=True))
        return replace(rule, due_months=tuple(sorted(months)))
    if kind == "date":
        month = draw(whole)
        return replace(rule, due_months=(month,), due_date=f"{YEAR}-{month:02d}-{day:02d}")
    return rule


@st.composite
def reporting(draw) -> tuple[ReportingRule, ...]:
    periods = draw(st.lists(st.sampled_from(list(ReportPeriod)), max_size=4, unique=True))
    return tuple(draw(rules(period)) for period in periods)


@st.composite
def citations(draw) -> tuple[Citation, ...]:
    symbols = st.sampled_from(("QĐ-UBND", "KH-UBND", "2022/NĐ-CP", "UBND-TH", "2023/TT-BNV", "NQ-CP", "CT-TTg"))
    numbers = draw(st.lists(st.tuples(st.integers(11, 999), symbols), max_size=3, unique_by=lambda pair: pair[0]))
    days = st.sampled_from((None, "2023-02-05", "2024-11-30"))
    return tuple(Citation(f"{number}/{symbol}", draw(days)) for number, symbol in numbers)


@st.composite
def heads(draw, province: str, framework: str) -> Head:
    position, capacity = draw(st.sampled_from(POSTS))
    name = draw(st.sampled_from(("Nguyễn Thị Mỹ Kỳ", "Đỗ Văn Sỹ")))
    signer = draw(st.sampled_from((None, Signer(name, position, capacity))))
    named = draw(st.lists(st.sampled_from(("UBND tỉnh", "Sở Nội vụ", "Các phòng, đơn vị")), max_size=3, unique=True))
    return Head(
        kind=draw(st.sampled_from(("KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN"))),
        number=draw(st.sampled_from((None, "/KH-SKHCN", "07/KH-SKHCN", "113/KH-SKHCN"))),
        issuer=draw(st.sampled_from(("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SỞ NỘI VỤ"))),
        place=province,
        date=draw(st.sampled_from((f"{YEAR}", f"{YEAR}-02", f"{YEAR}-07-09", f"{YEAR}-01-31"))),
        title=draw(st.sampled_from(("Nâng cao", "Cải thiện, nâng hạng"))) + f" Chỉ số {framework} năm {YEAR}",
        signer=signer,
        recipients=(*named, "Lưu: VT, QLCN"),
        based_on=draw(citations()),
    )


@st.composite
def plans(draw) -> Plan:
    """A whole plan."""
    framework = draw(st.sampled_from(("DDCI", "PCI", "PAR INDEX", "PAPI", "SIPAS")))
    province = draw(st.sampled_from(PROVINCES))
    return Plan(
        document=draw(heads(province, framework)),
        index=PlanIndex(framework, province, YEAR),
        baseline=draw(st.one_of(st.none(), scores(YEAR - 1, is_baseline=True))),
        target=draw(st.one_of(st.none(), scores(YEAR, is_baseline=False))),
        components=draw(components()),
        general_tasks=tuple(draw(st.lists(tasks(), max_size=2))),
        reporting=draw(reporting()),
    )
