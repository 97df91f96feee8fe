"""What to store when a plan is accepted: a pure decision over the plan, the agency's units and the edition."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rapidfuzz import process
from rapidfuzz.fuzz import token_sort_ratio

from chiso.frameworks import Edition, Node, NodeKind
from chiso.periods import deadline
from chiso.plans import Assignment, Component, Plan, Quantity, ReportingRule, Score, Task, Timing
from chiso.problems import Problem
from chiso.units import search_key
from chiso.web.plans import _problems as problems
from chiso.web.plans.importing.naming import Naming, UnitNamed, person_named

_ALIKE: Final = 85.0


@dataclass(frozen=True, slots=True)
class Work:
    """Who leads (names of units and people as stored) and when."""

    lead: str = ""
    coordinating: tuple[str, ...] = ()
    leader: str = ""
    timing: Timing | None = None

    @property
    def due_on(self) -> date | None:
        """The last day that counts as on time."""
        if self.timing is None or self.timing.due is None:
            return None
        return deadline(self.timing.due, is_inclusive=self.timing.due_is_inclusive).day


@dataclass(frozen=True, slots=True)
class AcceptedTask:
    """A task; `component` is the position of its component, None where it is general."""

    component: int | None
    code: str
    text: str
    work: Work
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class AcceptedComponent:
    """A component with the code of its node in the edition, "" where none is known."""

    node: str
    name: str
    code: str
    group: str
    baseline: Score | None
    target: Score | None
    work: Work


@dataclass(frozen=True, slots=True)
class AcceptedRule:
    """A reporting duty; `to` is the name of the unit as stored."""

    rule: ReportingRule
    to: str


@dataclass(frozen=True, slots=True)
class AnnouncedResult:
    """What the plan tells of a year's result; `node` is "" for the index as a whole."""

    year: int
    edition: str
    node: str
    name: str
    score: Score


@dataclass(frozen=True, slots=True)
class Acceptance:
    """All that is stored of a plan; positions are places in these tuples."""

    units: tuple[UnitNamed, ...]
    people: tuple[tuple[str, str], ...]
    components: tuple[AcceptedComponent, ...]
    tasks: tuple[AcceptedTask, ...]
    rules: tuple[AcceptedRule, ...]
    results: tuple[AnnouncedResult, ...]


def hindrances(plan: Plan) -> dict[str, Problem]:
    """What keeps a plan from being accepted, by the path of the value; all else may stay missing."""
    found: dict[str, Problem] = {}
    if plan.index.framework is None:
        found["index/framework"] = problems.FRAMEWORK_NEEDED()
    if plan.index.year is None:
        found["index/year"] = problems.YEAR_NEEDED()
    if not plan.components and not plan.general_tasks:
        found["components"] = problems.NOTHING_TO_DO()
    return found


def accepted(plan: Plan, *, naming: Naming, people: Collection[str], edition: Edition | None, year: int) -> Acceptance:
    """Decide what to store; `people` are the names that the agency knows, `year` the plan's own."""
    leaders = _Leaders(people)
    return Acceptance(
        components=tuple(_component(component, naming, leaders, edition) for component in plan.components),
        tasks=tuple(_tasks(plan, naming, leaders)),
        rules=tuple(AcceptedRule(rule, naming.lead(Assignment(lead=rule.to))) for rule in plan.reporting),
        results=tuple(_results(plan, edition, year)),
        units=naming.units,
        people=tuple(leaders.new.items()),
    )


class _Leaders:
    """The people in charge: known ones by their stored name, new ones gathered with their positions."""

    def __init__(self, known: Collection[str]) -> None:
        self._stored = {name.casefold(): name for name in known}
        self.new: dict[str, str] = {}

    def stored(self, leader: str | None) -> str:
        """The name under which a leader is stored; "" for none."""
        name, position = person_named(leader)
        if name and name.casefold() not in self._stored:
            self._stored[name.casefold()] = name
            self.new[name] = position
        return self._stored.get(name.casefold(), "")


def _work(assignment: Assignment, timing: Timing | None, naming: Naming, leaders: _Leaders) -> Work:
    return Work(
        lead=naming.lead(assignment),
        coordinating=naming.coordinating(assignment),
        leader=leaders.stored(assignment.leader),
        timing=timing,
    )


def _component(component: Component, naming: Naming, leaders: _Leaders, edition: Edition | None) -> AcceptedComponent:
    node = node_named(component.name, edition, NodeKind.COMPONENT)
    return AcceptedComponent(
        node=node.code if node else "",
        name=component.name,
        code=component.code or "",
        group=component.group or "",
        baseline=component.baseline,
        target=component.target,
        work=_work(component.assignment, component.timing, naming, leaders),
    )


def _tasks(plan: Plan, naming: Naming, leaders: _Leaders) -> Iterator[AcceptedTask]:
    for position, component in enumerate(plan.components):
        # A day said of the whole component is the day of each of its tasks that has no time of its own.
        common = component.timing if component.timing and component.timing.due else None
        for task in component.tasks:
            yield _task(task, position, task.timing or common, naming, leaders)
    for task in plan.general_tasks:
        yield _task(task, None, task.timing, naming, leaders)


def _task(task: Task, component: int | None, timing: Timing | None, naming: Naming, leaders: _Leaders) -> AcceptedTask:
    work = _work(task.assignment, timing, naming, leaders)
    return AcceptedTask(component, task.code or "", task.text, work, task.quantities)


def node_named(name: str, edition: Edition | None, kind: NodeKind) -> Node | None:
    """The node of an edition that a plan means by `name`.

    By its names; else the one that is alike, faults and all; else the only one whose name stands whole in the plan's.
    """
    if edition is None:
        return None
    nodes = [node for node in edition.nodes if node.kind is kind]
    if (found := edition.find_node(name)) in nodes:
        return found
    known = {spelling: node for node in nodes for spelling in node.names}
    best = process.extractOne(name, list(known), scorer=token_sort_ratio, processor=search_key, score_cutoff=_ALIKE)
    if best:
        return known[best[0]]
    held = {node.code: node for spelling, node in known.items() if search_key(spelling) in search_key(name)}
    return next(iter(held.values())) if len(held) == 1 else None


def _results(plan: Plan, edition: Edition | None, year: int) -> Iterator[AnnouncedResult]:
    key = edition.key if edition else ""
    if plan.baseline:
        told = plan.baseline.year or year - 1
        if _is_stated(plan.baseline):
            yield AnnouncedResult(told, key, "", "", plan.baseline)
        for part in plan.baseline.parts:
            if node := node_named(part.name, edition, NodeKind.PART):
                yield AnnouncedResult(told, key, node.code, node.name.vi, Score(score=part.score, scale=part.scale))
    seen: set[tuple[int, str]] = set()
    for component in plan.components:
        node = node_named(component.name, edition, NodeKind.COMPONENT)
        place = node.code if node else component.name[:200]
        if component.baseline and _is_stated(component.baseline):
            told = component.baseline.year or year - 1
            if (told, place) not in seen:
                seen.add((told, place))
                yield AnnouncedResult(told, key, place, component.name, component.baseline)


def _is_stated(score: Score) -> bool:
    return score.score is not None or score.rank is not None or score.band is not None
