"""A plan without faults, and ways to put one in: what the tests of the checks begin with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from chiso.documents import Block, BlockKind, Document, Place
from chiso.plans import (
    Assignment,
    Citation,
    Component,
    Head,
    Operator,
    Plan,
    PlanIndex,
    Quantity,
    Reading,
    ReportingRule,
    ReportPeriod,
    Score,
    Signer,
    Task,
    Timing,
    TimingKind,
    to_json,
)


def line(text: str, marker: str = "", kind: BlockKind = BlockKind.PARAGRAPH, cells: tuple[str, ...] = ()) -> Block:
    """A line of the document."""
    return Block(kind, text, marker, cells=cells)


def item(text: str, marker: str = "-") -> Block:
    """A list item."""
    return line(text, marker, BlockKind.ITEM)


def row(*cells: str) -> Block:
    """A table row."""
    return line(" | ".join(cells), kind=BlockKind.ROW, cells=cells)


LINES = (
    line("Số: 12/KH-SNV"),
    line("Hà Nam, ngày 05 tháng 01 năm 2024"),
    line("KẾ HOẠCH"),
    line("Nâng cao chỉ số DDCI của Sở Nội vụ năm 2024"),
    line("Căn cứ Kế hoạch số 3/KH-UBND ngày 02/01/2024 của UBND tỉnh về DDCI năm 2024."),
    item("MỤC TIÊU", "I"),
    line("Năm 2023, DDCI của Sở đạt 70/100 điểm, hạng 9/20; năm 2024 phấn đấu đạt 75/100 điểm, hạng 6/20."),
    item("NHIỆM VỤ", "II"),
    item("Tính minh bạch", "1"),
    item("Đăng 40 câu hỏi thường gặp lên trang của Sở trong quý I."),
    item("Chi phí thời gian", "2"),
    item("Trả sớm hạn ít nhất 60% hồ sơ, báo số liệu mỗi tháng."),
    item("Vai trò người đứng đầu", "3"),
    item("Giám đốc tiếp công dân 02 buổi mỗi tháng tại trụ sở."),
    item("TỔ CHỨC THỰC HIỆN", "III"),
    line("Các phòng báo cáo quý và năm về Văn phòng Sở, chậm nhất ngày 05 của tháng sau kỳ báo cáo."),
    line("GIÁM ĐỐC"),
    line("Trần Văn Hoàn"),
)


def component(name: str, code: str, score: float, rank: int, task: Task, lead: str = "Văn phòng Sở") -> Component:
    """A component with a result, a better target, a lead and one task."""
    return Component(
        name=name,
        code=code,
        baseline=Score(year=2023, score=score, scale=10, rank=rank, rank_of=20),
        target=Score(year=2024, score=score + 0.5, scale=10, rank=rank - 3, rank_of=20),
        assignment=Assignment(lead=lead, coordinating=("các phòng, đơn vị thuộc Sở",)),
        tasks=(task,),
    )


PLAN = Plan(
    document=Head(
        kind="KẾ HOẠCH",
        number="12/KH-SNV",
        issuer="Sở Nội vụ",
        place="Hà Nam",
        date="2024-01-05",
        title="Nâng cao chỉ số DDCI của Sở Nội vụ năm 2024",
        signer=Signer(name="Trần Văn Hoàn", position="GIÁM ĐỐC"),
        based_on=(Citation("3/KH-UBND", "2024-01-02"),),
    ),
    index=PlanIndex("DDCI", "Hà Nam", 2024),
    baseline=Score(year=2023, score=70, scale=100, rank=9, rank_of=20),
    target=Score(year=2024, score=75, scale=100, rank=6, rank_of=20),
    components=(
        component(
            "Tính minh bạch", "1", 6.5, 12,
            Task(
                "Đăng 40 câu hỏi thường gặp lên trang của Sở trong quý I.",
                timing=Timing(TimingKind.BY_DATE, "trong quý I", "2024-03"),
                quantities=(Quantity(Operator.EQUAL, 40, "câu hỏi", "40 câu hỏi"),),
            ),
        ),
        component(
            "Chi phí thời gian", "2", 7.0, 8,
            Task(
                "Trả sớm hạn ít nhất 60% hồ sơ, báo số liệu mỗi tháng.",
                timing=Timing(TimingKind.MONTHLY, "mỗi tháng"),
                quantities=(Quantity(Operator.AT_LEAST, 60, "%", "ít nhất 60%"),),
            ),
            "Bộ phận Một cửa",
        ),
        component(
            "Vai trò người đứng đầu", "3", 7.5, 6,
            Task(
                "Giám đốc tiếp công dân 02 buổi mỗi tháng tại trụ sở.",
                timing=Timing(TimingKind.MONTHLY, "mỗi tháng"),
                quantities=(Quantity(Operator.EQUAL, 2, "buổi mỗi tháng", "02 buổi mỗi tháng"),),
            ),
        ),
    ),
    reporting=(
        ReportingRule(
            ReportPeriod.QUARTERLY, due_day=5, to="Văn phòng Sở", due_is_inclusive=True, due_month_offset=1
        ),
        ReportingRule(ReportPeriod.YEARLY, due_day=5, to="Văn phòng Sở", due_is_inclusive=True, due_month_offset=1),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """A plan and its lines, with changes made one after the other."""

    plan: Plan = PLAN
    lines: tuple[Block, ...] = LINES
    figures: tuple[tuple[str, str], ...] = ()

    def whole(self, **changes: Any) -> Draft:
        """With other values of the plan itself."""
        return replace(self, plan=replace(self.plan, **changes))

    def head(self, **changes: Any) -> Draft:
        """With other values of the head."""
        return self.whole(document=replace(self.plan.document, **changes))

    def component(self, place: int, **changes: Any) -> Draft:
        """With other values of one component."""
        components = list(self.plan.components)
        components[place] = replace(components[place], **changes)
        return self.whole(components=tuple(components))

    def each(self, **changes: Any) -> Draft:
        """With the same values in every component."""
        return self.whole(components=tuple(replace(each, **changes) for each in self.plan.components))

    def baseline(self, place: int, **changes: Any) -> Draft:
        """With other figures in the result of a component."""
        return self.component(place, baseline=replace(self.plan.components[place].baseline, **changes))

    def target(self, place: int, **changes: Any) -> Draft:
        """With other figures in the target of a component."""
        return self.component(place, target=replace(self.plan.components[place].target, **changes))

    def each_scale(self, scale: float | None) -> Draft:
        """With a fourth component, and all scores of the components on another scale or none."""
        fourth = replace(self.plan.components[2], name="Thiết chế pháp lý", code="4", tasks=())
        return self.whole(
            components=tuple(
                replace(each, baseline=replace(each.baseline, scale=scale), target=replace(each.target, scale=scale))
                for each in (*self.plan.components, fourth)
            )
        )

    def task(self, place: int, **changes: Any) -> Draft:
        """With other values of the first task of a component."""
        first, *rest = self.plan.components[place].tasks
        return self.component(place, tasks=(replace(first, **changes), *rest))

    def more_tasks(self, place: int, *tasks: Task) -> Draft:
        """With further tasks in a component, each also a line of the document."""
        more = self.component(place, tasks=(*self.plan.components[place].tasks, *tasks))
        return more.text(*(item(task.text) for task in tasks))

    def text(self, *lines: Block) -> Draft:
        """With further lines at the end."""
        return replace(self, lines=(*self.lines, *lines))

    def line(self, number: int, block: Block) -> Draft:
        """With another block in place of line `number`, from 1."""
        return replace(self, lines=(*self.lines[: number - 1], block, *self.lines[number:]))

    def figure(self, path: str, words: str) -> Draft:
        """With the place of a figure, which is where `words` stand."""
        return replace(self, figures=(*self.figures, (path, words)))

    @property
    def document(self) -> Document:
        """The lines as a document."""
        numbered = (replace(block, line=n, last_line=n) for n, block in enumerate(self.lines, 1))
        return Document("ke-hoach.txt", "txt", tuple(numbered))

    @property
    def reading(self) -> Reading:
        """The plan with the places of its words, as far as they stand in the lines."""
        places = {}
        for path, words in (*_leaves(to_json(self.plan), ""), *self.figures):
            places.update(self._place(path, words))
        return Reading(self.plan, places)

    def _place(self, path: str, words: str) -> dict[str, tuple[Place, ...]]:
        """The first line that is these words, else the first that holds them."""
        holding = [number for number, block in enumerate(self.lines) if words in block.text]
        exact = [number for number in holding if self.lines[number].text == words]
        for number in (exact or holding)[:1]:
            start = self.lines[number].text.find(words)
            return {path: (Place(number, start, start + len(words)),)}
        return {}


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text of the plan with its path; a quantity and a timing count as their words."""
    if isinstance(value, dict):
        if {"kind", "text"} <= value.keys() or {"operator", "text"} <= value.keys():
            yield path, value["text"]
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}/{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{path}/{number}")
    elif isinstance(value, str) and value:
        yield path, value
