"""From a draft to the frozen reading: the plan, and by path the places and doubts of its values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from chiso.documents.document import Place
from chiso.plans.plan import (
    Assignment,
    Citation,
    Component,
    Head,
    Plan,
    PlanIndex,
    Reading,
    ReportingRule,
    Score,
    Signer,
    Task,
)
from chiso.plans.reading.drafts import (
    AssignmentDraft,
    ComponentDraft,
    PlanDraft,
    RuleDraft,
    ScoreDraft,
    TaskDraft,
)
from chiso.plans.reading.passage import Noted

T = TypeVar("T")
_SIGNER = "signer/"


def assembled(draft: PlanDraft) -> Reading:
    """The reading that a draft amounts to."""
    ledger = _Ledger()
    plan = Plan(
        document=_head(draft, ledger),
        index=PlanIndex(**_noted_fields(draft.index, "index", ledger)),
        baseline=_score(draft.baseline, "baseline", ledger),
        target=_score(draft.target, "target", ledger),
        components=tuple(_component(c, f"components/{n}", ledger) for n, c in enumerate(draft.components)),
        general_tasks=tuple(_task(t, f"general_tasks/{n}", ledger) for n, t in enumerate(draft.general_tasks)),
        reporting=tuple(_rule(r, f"reporting/{n}", ledger) for n, r in enumerate(draft.reporting)),
        other_indices=tuple(ledger.keep(f"other_indices/{n}", i) for n, i in enumerate(draft.other_indices)),
    )
    return Reading(plan=plan, places=ledger.places, doubts=ledger.doubts)


@dataclass(slots=True)
class _Ledger:
    """Places and doubts by path."""

    places: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)

    def keep(self, path: str, noted: Noted[T]) -> T:
        """The value, its places and doubt written down under `path`."""
        if noted.places:
            self.places[path] = noted.places
        if noted.doubt:
            self.doubts[path] = noted.doubt
        return noted.value

    def maybe(self, path: str, noted: Noted[T] | None) -> T | None:
        """As `keep`, None where there is none."""
        return None if noted is None else self.keep(path, noted)


def _noted_fields(fields: dict[str, Any], path: str, ledger: _Ledger) -> dict[str, Any]:
    return {name: ledger.keep(f"{path}/{name}", value) for name, value in fields.items()}


def _head(draft: PlanDraft, ledger: _Ledger) -> Head:
    own = {name: value for name, value in draft.head.items() if not name.startswith(_SIGNER)}
    signed = {name[len(_SIGNER) :]: value for name, value in draft.head.items() if name.startswith(_SIGNER)}
    signer = Signer(**_noted_fields(signed, "document/signer", ledger)) if signed else None
    return Head(
        signer=signer,
        recipients=tuple(ledger.keep(f"document/recipients/{n}", r) for n, r in enumerate(draft.recipients)),
        based_on=tuple(
            Citation(
                number=ledger.keep(f"document/based_on/{n}/number", number),
                date=ledger.maybe(f"document/based_on/{n}/date", date),
            )
            for n, (number, date) in enumerate(draft.citations)
        ),
        **_noted_fields(own, "document", ledger),
    )


def _score(draft: ScoreDraft, path: str, ledger: _Ledger) -> Score | None:
    if not draft.is_stated:
        return None
    parts = tuple(ledger.keep(f"{path}/parts/{n}", part) for n, part in enumerate(draft.parts))
    return Score(parts=parts, **_noted_fields(draft.values, path, ledger))


def _assignment(draft: AssignmentDraft, path: str, ledger: _Ledger) -> Assignment:
    return Assignment(
        lead=ledger.maybe(f"{path}/lead", draft.lead),
        coordinating=tuple(ledger.keep(f"{path}/coordinating/{n}", u) for n, u in enumerate(draft.coordinating)),
        leader=ledger.maybe(f"{path}/leader", draft.leader),
    )


def _task(draft: TaskDraft, path: str, ledger: _Ledger) -> Task:
    return Task(
        text=ledger.keep(f"{path}/text", draft.text),
        code=ledger.maybe(f"{path}/code", draft.code),
        assignment=_assignment(draft.assignment, f"{path}/assignment", ledger),
        timing=ledger.maybe(f"{path}/timing", draft.timing),
        quantities=tuple(ledger.keep(f"{path}/quantities/{n}", q) for n, q in enumerate(draft.quantities)),
    )


def _component(draft: ComponentDraft, path: str, ledger: _Ledger) -> Component:
    return Component(
        name=ledger.keep(f"{path}/name", draft.name),
        code=ledger.maybe(f"{path}/code", draft.code),
        group=ledger.maybe(f"{path}/group", draft.group),
        baseline=_score(draft.baseline, f"{path}/baseline", ledger),
        target=_score(draft.target, f"{path}/target", ledger),
        assignment=_assignment(draft.assignment, f"{path}/assignment", ledger),
        timing=ledger.maybe(f"{path}/timing", draft.timing),
        tasks=tuple(_task(t, f"{path}/tasks/{n}", ledger) for n, t in enumerate(draft.tasks)),
    )


def _rule(draft: RuleDraft, path: str, ledger: _Ledger) -> ReportingRule:
    return ReportingRule(
        period=ledger.keep(f"{path}/period", draft.period),
        due_day=ledger.maybe(f"{path}/due_day", draft.due_day),
        due_months=ledger.maybe(f"{path}/due_months", draft.due_months) or (),
        due_date=ledger.maybe(f"{path}/due_date", draft.due_date),
        to=ledger.maybe(f"{path}/to", draft.to),
        onward_to=tuple(ledger.keep(f"{path}/onward_to/{n}", o) for n, o in enumerate(draft.onward_to)),
        due_is_inclusive=ledger.maybe(f"{path}/due_is_inclusive", draft.due_is_inclusive),
        due_month_offset=ledger.maybe(f"{path}/due_month_offset", draft.due_month_offset),
    )
