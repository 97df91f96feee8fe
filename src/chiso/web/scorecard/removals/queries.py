"""What depends on a table of peers or on a result, so that whoever deletes it knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chiso.frameworks.edition import folded
from chiso.web.directory.models import Agency, Subject
from chiso.web.plans.models import Plan
from chiso.web.plans.queries.labels import plan_label
from chiso.web.results.models import PeerTable, Result, Scenario
from chiso.web.results.peers import queries as peers
from chiso.web.results.peers.values import Table
from chiso.web.results.queries import results_of
from chiso.web.results.sheets import WHOLE


@dataclass(frozen=True, slots=True)
class Road:
    """A plan whose road rests on a table.

    is_start:  whether the road starts from it, else it only teaches how units move
    instead:   the table that it will start from; "" where none is left, so that no rank can be told
    scenarios: names of the roads that were kept, whose figures stay as they were
    """

    plan_id: int
    label: str
    is_start: bool
    instead: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfTable:
    """A table of peers that is to be deleted, and what depends on it; the stored row is `stored`."""

    stored: PeerTable
    table: Table
    roads: tuple[Road, ...]


@dataclass(frozen=True, slots=True)
class OfResult:
    """A result that is to be deleted, and what depends on it.

    of_year:   all figures of the same subject, index, year and standing, itself included
    is_shared: whether other agencies of the province see it too
    remains:   the figure of the other standing that will be seen in its place; None where there is none
    plans:     the plans whose scorecard or road sets it beside their targets: id and label
    """

    result: Result
    of_year: tuple[Result, ...]
    is_shared: bool
    remains: Result | None
    plans: tuple[tuple[int, str], ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is the index as a whole."""
        return self.result.node == WHOLE


def of_table(agency: Agency, table_id: int, today: date) -> OfTable | None:
    """A table that the agency itself entered, with the roads that rest on it; None where there is none."""
    stored = PeerTable.objects.filter(agency=agency, pk=table_id).first()
    table = peers.table(agency, table_id, today)
    if stored is None or table is None:
        return None
    return OfTable(stored, table, tuple(_roads(agency, table, today)))


def of_result(agency: Agency, result_id: int) -> OfResult | None:
    """A result of the agency's subjects with what depends on it; None where there is none."""
    result = results_of(agency).filter(pk=result_id).first()
    if result is None:
        return None
    siblings = [
        row
        for row in results_of(agency).filter(subject=result.subject_id, year=result.year)
        if folded(row.family) == folded(result.family)
    ]
    others = Agency.objects.filter(province=result.subject.province).exclude(pk=agency.pk)
    of_index = Plan.objects.filter(agency=agency, subject=result.subject_id, year__gte=result.year)
    return OfResult(
        result=result,
        of_year=tuple(row for row in siblings if row.standing == result.standing),
        is_shared=result.subject.kind == Subject.Kind.PROVINCE and others.exists(),
        remains=next((row for row in siblings if row.node == result.node and row.standing != result.standing), None),
        plans=tuple((plan.pk, plan_label(plan)) for plan in of_index if folded(plan.family) == folded(result.family)),
    )


def _roads(agency: Agency, table: Table, today: date) -> list[Road]:
    heading = table.heading
    every = peers.tables(agency, today, heading.family)
    rest = [each for each in every if each.id != table.id]
    kept: dict[int, list[str]] = {}
    for plan_id, name in Scenario.objects.filter(agency=agency).values_list("plan_id", "name"):
        kept.setdefault(plan_id, []).append(name)
    made = []
    for plan in Plan.objects.filter(agency=agency).select_related("subject"):
        before, after = _used(every, plan), _used(rest, plan)
        if folded(plan.family) != folded(heading.family) or table.id not in [each.id for each in before]:
            continue
        instead = after[-1].label if after else ""
        made.append(Road(plan.pk, plan_label(plan), before[-1].id == table.id, instead, tuple(kept.get(plan.pk, ()))))
    return made


def _used(tables: list[Table] | tuple[Table, ...], plan: Plan) -> list[Table]:
    """The tables that a plan's road rests on, oldest first."""
    found = peers.of_index(tables, plan.family, plan.subject.kind, plan.subject.province)
    return [each for year, each in sorted(found.items()) if year < plan.year and each.own]
