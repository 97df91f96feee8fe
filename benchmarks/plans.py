"""Checking plans and writing them as official documents."""

from collections.abc import Iterator

from benchmarks.measure import Measured, median_seconds
from benchmarks.reading import SEEDS

TASKS = 60


def measured() -> Iterator[Measured]:
    """Measure the check of each specification plan, and a plan of sixty tasks written as .docx and as PDF."""
    from chiso import documents, packs, plans
    from chiso.cli.check import edition_of
    from chiso.periods import WorkingCalendar

    calendar = WorkingCalendar.of(packs.decided_days())
    for seed in sorted(SEEDS.glob("*.txt")):
        document = documents.read(seed.read_bytes(), seed.name)
        reading = plans.read(document, names=packs.names())
        edition = edition_of(reading.plan)
        seconds = median_seconds(
            lambda r=reading, d=document, e=edition: plans.check(r, d, edition=e, calendar=calendar, on=None)
        )
        yield Measured(f"check seed {seed.name[:3]}, warm", 1000 * seconds, 20, "ms")
    plan = _long_plan()
    seconds = median_seconds(lambda: documents.write_docx(plans.write(plan)))
    yield Measured(f"write a plan of {TASKS} tasks as .docx", 1000 * seconds, 250, "ms")
    seconds = median_seconds(lambda: documents.write_pdf(plans.write(plan)))
    yield Measured(f"write a plan of {TASKS} tasks as .pdf", 1000 * seconds, 400, "ms")


def _long_plan() -> object:
    from chiso.plans import Assignment, Component, Head, Plan, PlanIndex, Score, Task

    components = tuple(
        Component(
            name=f"Thành phần {number}",
            code=str(number),
            baseline=Score(2023, 7.5, scale=10, rank=number, rank_of=20),
            target=Score(2024, 8.5, scale=10),
            assignment=Assignment("Văn phòng Sở", ("Các phòng chuyên môn",)),
            tasks=tuple(Task(f"Hoàn thành {90 + n}% phần việc thứ {n} của thành phần {number}.") for n in range(10)),
        )
        for number in range(1, 1 + TASKS // 10)
    )
    head = Head(
        kind="KẾ HOẠCH", issuer="Sở Nội vụ", place="Huế", date="2024-03-04", title="Nâng hạng chỉ số DDCI năm 2024"
    )
    return Plan(head, PlanIndex("DDCI", "Huế", 2024), components=components)
