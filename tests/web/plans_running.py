"""Running plans for the tests of their pages."""

from datetime import date, datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from chiso.plans import from_json, to_json
from chiso.units import search_key
from chiso.web.accounts.models import User
from chiso.web.directory.models import Agency, Membership, Person, Unit
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import origins_as_read
from chiso.web.plans.models import Commitment, Component, Draft, Plan, PlannedScore, Task
from chiso.web.plans.operations import record_progress
from chiso.web.plans.progress import Progress

NOW = timezone.make_aware(datetime(2022, 8, 15, 9, 30))  # noqa: DTZ001 (made aware at once)
TODAY = NOW.date()
OFFICE, INSPECTORS, PLANNERS = "Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính"


def unit(agency: Agency, name: str) -> Unit:
    return Unit.objects.get(agency=agency, name=name)


def make_plan(agency: Agency, *, family: str = "DDCI", year: int = 2022, reading: dict | None = None) -> Plan:
    read = {"plan": {}, "places": {}, "doubts": {}} | (reading or {})
    whole = to_json(from_json(read["plan"]))
    draft = Draft.objects.create(
        agency=agency,
        file_name="Kế hoạch.txt",
        sha256="0" * 64,
        document={"name": "Kế hoạch.txt", "kind": "txt", "blocks": []},
        reading=read | {"plan": whole},
        edited=Edited(whole, origins_as_read(PLAN, whole)).to_json(),
        state=Draft.State.ACCEPTED,
        created_at=NOW,
        changed_at=NOW,
    )
    draft.file.save("ke-hoach.txt", ContentFile("Kế hoạch mẫu".encode()))
    return Plan.objects.create(
        agency=agency,
        subject=agency.subject,
        draft=draft,
        family=family,
        year=year,
        number="12/KH-SM",
        issued=f"{year}-03-01",
        title="Cải thiện chỉ số của Sở Mẫu mực",
        signer="Lê Văn Ký",
        accepted_at=NOW,
    )


def make_component(plan: Plan, name: str, *, lead: str = "", coordinating: tuple[str, ...] = (), **fields) -> Component:
    component = Component.objects.create(
        plan=plan,
        position=plan.components.count(),
        name=name,
        lead=unit(plan.agency, lead) if lead else None,
        **fields,
    )
    component.coordinating.set(unit(plan.agency, each) for each in coordinating)
    return component


def make_task(
    plan: Plan,
    text: str,
    *components: Component,
    lead: str = "",
    coordinating: tuple[str, ...] = (),
    due_on: date | None = None,
    **fields,
) -> Task:
    task = Task.objects.create(
        plan=plan,
        position=plan.tasks.count(),
        text=text,
        search_key=search_key(text),
        lead=unit(plan.agency, lead) if lead else None,
        due_on=due_on,
        **fields,
    )
    task.coordinating.set(unit(plan.agency, each) for each in coordinating)
    task.components.set(components)
    return task


def promise(task: Task, text: str, value: str, *, operator: str = ">=", unit: str = "%") -> Commitment:
    return Commitment.objects.create(
        task=task, position=task.commitments.count(), operator=operator, value=value, unit=unit, text=text
    )


def target(component: Component, **fields) -> PlannedScore:
    return PlannedScore.objects.create(
        plan=component.plan, component=component, part=PlannedScore.Part.TARGET, year=component.plan.year, **fields
    )


def baseline(component: Component, **fields) -> PlannedScore:
    return PlannedScore.objects.create(
        plan=component.plan,
        component=component,
        part=PlannedScore.Part.BASELINE,
        year=component.plan.year - 1,
        **fields,
    )


def report(task: Task, user: User, on: date = TODAY, **said) -> None:
    membership = Membership.objects.get(user=user, agency=task.plan.agency)
    record_progress(task=task, progress=Progress(on=on, **said), by=user, membership=membership, now=NOW)


def leader_named(agency: Agency, name: str, user: User | None = None) -> Person:
    return Person.objects.create(agency=agency, name=name, user=user)
