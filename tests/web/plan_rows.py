"""Rows of a running plan for tests of pages, made without the reader."""

from datetime import UTC, date, datetime

from chiso.plans import Plan as PlanValue
from chiso.plans import to_json
from chiso.units import search_key
from chiso.web.directory.models import Agency, Unit
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.models import Component, Draft, Plan, ReportingRule, Task

NOW = datetime(2022, 8, 15, 9, 30, tzinfo=UTC)


def make_plan(agency: Agency, *, family: str = "PCI", year: int = 2022, issued: str = "") -> Plan:
    """A running plan of an agency, on its own subject."""
    draft = Draft.objects.create(
        agency=agency,
        file_name="ke-hoach.docx",
        file="plans/ke-hoach.docx",
        sha256="0" * 64,
        document={"name": "ke-hoach.docx", "kind": "docx", "blocks": []},
        reading={"plan": to_json(PlanValue()), "places": {}, "doubts": {}},
        edited=Edited(to_json(PlanValue()), {}).to_json(),
        state=Draft.State.ACCEPTED,
        created_at=NOW,
        changed_at=NOW,
    )
    return Plan.objects.create(
        agency=agency,
        subject=agency.subject,
        draft=draft,
        family=family,
        year=year,
        issued=issued,
        title=f"Kế hoạch {family} {year}",
        accepted_at=NOW,
    )


def make_component(plan: Plan, position: int = 0, *, lead: Unit | None = None, **values) -> Component:
    """A component of a plan."""
    return Component.objects.create(
        plan=plan, position=position, name=f"Thành phần {position + 1}", lead=lead, **values
    )


def make_task(
    plan: Plan, position: int = 0, *, text: str = "Công khai thủ tục", due_on: date | None = None, **values
) -> Task:
    """A task of a plan."""
    return Task.objects.create(
        plan=plan, position=position, text=text, search_key=search_key(text), due_on=due_on, **values
    )


def make_rule(plan: Plan, position: int = 0, **values) -> ReportingRule:
    """A reporting rule; by default "quarterly, before the 15th of March, June and September"."""
    usual = {"period": "quarterly", "due_day": 15, "due_months": [3, 6, 9], "due_is_inclusive": False}
    return ReportingRule.objects.create(plan=plan, position=position, **(usual | values))


def unit_of(agency: Agency, name: str) -> Unit:
    """A unit of an agency by its name."""
    return Unit.objects.get(agency=agency, name=name)
