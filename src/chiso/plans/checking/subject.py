"""The plan under check, with what several checks ask of it worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import zip_longest

from chiso.documents.document import Block, BlockKind, Document, Place
from chiso.frameworks.edition import Edition, Node
from chiso.periods import PartialDate, WorkingCalendar
from chiso.plans.checking.cited import Cited, citations
from chiso.plans.checking.duties import Duty, duties_of
from chiso.plans.checking.edition_nodes import node_called
from chiso.plans.checking.leading import dividing_units
from chiso.plans.checking.likeness import same_tasks
from chiso.plans.checking.numbered import Numbered, numbered
from chiso.plans.checking.words import Words, words
from chiso.plans.plan import Assignment, Component, Plan, Reading, Score, Task
from chiso.problems import ProblemError, Text
from chiso.units import RecognisedUnit, recognise, unit_name


@dataclass(frozen=True, slots=True)
class TaskAt:
    """A task with where it stands in the plan; `component` is None for a general task."""

    task: Task
    component: int | None
    index: int

    @property
    def path(self) -> str:
        """Its path in the plan's JSON."""
        return (
            f"{component_path(self.component)}tasks/{self.index}"
            if self.component is not None
            else f"general_tasks/{self.index}"
        )


def component_path(index: int | None) -> str:
    """The beginning of the paths of a component's values; of the whole index where None."""
    return "" if index is None else f"components/{index}/"


@dataclass(frozen=True)  # no slots: cached properties need a dictionary
class Subject:
    """A reading, the document that it was read from, and what the shell knows of index, calendar and day."""

    reading: Reading
    document: Document
    edition: Edition | None = None
    calendar: WorkingCalendar | None = None
    on: date | None = None

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.reading.plan

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the document."""
        return self.document.blocks

    @property
    def components(self) -> tuple[Component, ...]:
        """The plan's components."""
        return self.plan.components

    @cached_property
    def tasks(self) -> tuple[TaskAt, ...]:
        """All tasks: the general ones first, then those of each component."""
        general = tuple(TaskAt(task, None, number) for number, task in enumerate(self.plan.general_tasks))
        return general + tuple(
            TaskAt(task, place, number)
            for place, component in enumerate(self.components)
            for number, task in enumerate(component.tasks)
        )

    @cached_property
    def same_tasks(self) -> tuple[list[TaskAt], ...]:
        """The groups of tasks that say the same, of the same components where they name any."""
        found: list[list[TaskAt]] = []
        for group in same_tasks([task.task for task in self.tasks]):
            apart: dict[frozenset[str], list[TaskAt]] = defaultdict(list)
            for task in (self.tasks[place] for place in group):
                apart[self._components_named(task.task.text)].append(task)
            found += [tasks for tasks in apart.values() if len(tasks) > 1]
        return tuple(found)

    def _components_named(self, text: str) -> frozenset[str]:
        folded = text.casefold()
        return frozenset(name for each in self.components if (name := each.name.casefold()) in folded)

    @cached_property
    def nodes(self) -> tuple[Node | None, ...]:
        """The node of the edition that each component is; None where no edition or no such node is known."""
        if self.edition is None:
            return (None,) * len(self.components)
        return tuple(node_called(component.name, self.edition) for component in self.components)

    def node(self, component: int | None) -> Node | None:
        """The node of a component, of the whole index the headline."""
        if component is not None:
            return self.nodes[component]
        return self.edition.headline if self.edition else None

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The reporting duties of the plan's year as days."""
        return duties_of(self.plan.reporting, self.plan.index.year, self.calendar)

    def places(self, *paths: str) -> tuple[Place, ...]:
        """Where values of the plan stand in the document, by their paths."""
        known = (place for path in paths for place in self.reading.places.get(path, ()))
        return tuple(dict.fromkeys(place for place in known if place.block < len(self.blocks)))

    def task_places(self, tasks: Iterable[TaskAt]) -> tuple[Place, ...]:
        """Where tasks stand."""
        return self.places(*(f"{task.path}/text" for task in tasks))

    def score_places(self, component: int | None, which: str, *names: str) -> tuple[Place, ...]:
        """Where the named values of a "baseline" or "target" stand, else where the component's name does."""
        start = component_path(component)
        found = self.places(*(f"{start}{which}/{name}" for name in names or ("score", "rank", "band")))
        return found or self.name_places(component)

    def name_places(self, component: int | None) -> tuple[Place, ...]:
        """Where a component is named; for the whole index, the title."""
        return self.places("document/title") if component is None else self.places(f"components/{component}/name")

    def lines(self, places: Iterable[Place]) -> tuple[int, ...]:
        """The first and last lines of the blocks of places, in order."""
        blocks = {place.block for place in places}
        numbers = {n for block in blocks for n in (self.blocks[block].line, self.blocks[block].last_line) if n}
        return tuple(sorted(numbers))

    def pages(self, places: Iterable[Place]) -> tuple[int, ...]:
        """The pages of places, in order, where the source has pages."""
        return tuple(sorted({page for place in places if (page := self.blocks[place.block].page)}))

    def block_place(self, number: int, start: int = 0, end: int | None = None) -> Place:
        """A span of a block, by default the whole."""
        return Place(number, start, len(self.blocks[number].text) if end is None else end)

    def scores(self, which: str) -> Iterator[tuple[int | None, Score]]:
        """The "baseline" or "target" of the whole index and of each component, where there is one."""
        parts: tuple[tuple[int | None, Plan | Component], ...] = ((None, self.plan), *enumerate(self.components))
        for place, part in parts:
            score = part.baseline if which == "baseline" else part.target
            if score is not None:
                yield place, score

    def assignments(self) -> Iterator[tuple[str, Assignment]]:
        """Every assignment with its path."""
        for place, component in enumerate(self.components):
            yield f"components/{place}/assignment", component.assignment
        for task in self.tasks:
            yield f"{task.path}/assignment", task.task.assignment

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """The documents that it cites, each time it does."""
        return citations(self.blocks, self.plan.document.number)

    @cached_property
    def numbered(self) -> tuple[Numbered, ...]:
        """Its numbered blocks."""
        return numbered(self.blocks, self.is_in_table)

    @cached_property
    def words(self) -> Words:
        """The words of the document."""
        return words(self.blocks)

    @cached_property
    def unit_places(self) -> Mapping[str, tuple[Place, ...]]:
        """Where each unit's name stands, by the name as written."""
        found: dict[str, list[Place]] = {}
        for path, assignment in self.assignments():
            named = [(f"{path}/lead", assignment.lead)]
            named += [(f"{path}/coordinating/{n}", unit) for n, unit in enumerate(assignment.coordinating)]
            for at, name in named:
                if name:
                    found.setdefault(unit_name(name, self.agency).written, []).extend(self.places(at))
        for number, rule in enumerate(self.plan.reporting):
            if rule.to:
                found.setdefault(unit_name(rule.to, self.agency).written, []).extend(
                    self.places(f"reporting/{number}/to")
                )
        return {name: tuple(dict.fromkeys(places)) for name, places in found.items()}

    @cached_property
    def units(self) -> tuple[RecognisedUnit, ...]:
        """The units that the plan names one by one, their spellings together."""
        known = recognise(self.unit_places, agency=self.agency)
        return tuple(unit for unit in known if not unit.is_collective and not unit.parts)

    @cached_property
    def dividing_units(self) -> tuple[tuple[str, ...], ...]:
        """For each component the units among which its work is divided."""
        firsts = [
            min((place.block for place in self.name_places(n)), default=None) for n in range(len(self.components))
        ]
        begins = sorted({first for first in firsts if first is not None})
        ends = dict(zip_longest(begins, begins[1:], fillvalue=len(self.blocks)))
        own = (() if first is None else self.blocks[first + 1 : ends[first]] for first in firsts)
        return tuple(
            dividing_units(component, blocks, self.agency)
            for component, blocks in zip(self.components, own, strict=True)
        )

    @property
    def agency(self) -> str:
        """The name of the agency that issues the plan; "" where it is not known."""
        return self.plan.document.issuer or ""

    @cached_property
    def component_blocks(self) -> frozenset[int]:
        """The blocks from which something of a component was read, tasks and scores included."""
        return frozenset(
            place.block
            for path, places in self.reading.places.items()
            if path.startswith("components/")
            for place in places
        )

    @cached_property
    def is_in_table(self) -> frozenset[int]:
        """The numbers of the blocks that are table rows."""
        return frozenset(number for number, block in enumerate(self.blocks) if block.kind is BlockKind.ROW)

    @cached_property
    def issued(self) -> PartialDate | None:
        """The day written on the plan, as far as written."""
        try:
            return PartialDate.parse(self.plan.document.date or "")
        except ProblemError:
            return None

    @cached_property
    def first_possible_day(self) -> date | None:
        """The earliest day on which the plan can be signed: as written, and of an undated draft not before today."""
        if self.issued is None:
            return None
        if self.on is None or self.issued.day:
            return self.issued.first_day
        # A draft of last year that somebody looks at today says nothing of today.
        return max(self.issued.first_day, self.on) if self.on <= self.issued.last_day else self.issued.first_day

    def named(self, component: int | None) -> str:
        """How a component is spoken of: its number and name."""
        if component is None:
            return ""
        named = self.components[component]
        return f"{named.code} “{named.name}”" if named.code else f"“{named.name}”"

    def whose(self, component: int | None) -> Text:
        """Whose a score is, in a sentence: a component's, or the whole index's."""
        return Text("toàn chỉ số", "the whole index") if component is None else Text(*(2 * [self.named(component)]))

    def codes(self, components: Iterable[int]) -> str:
        """Several components by their numbers, or by name where they have none."""
        known = self.components
        return ", ".join(known[place].code or f"“{known[place].name}”" for place in components)
