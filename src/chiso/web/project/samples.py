"""Loading the sample data through the very operations that the pages use."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from io import BytesIO

from django.db import transaction
from django.utils import timezone

from chiso import packs, samples
from chiso.periods import Period
from chiso.units import match
from chiso.web.accounts.models import User
from chiso.web.directory.models import Agency, Membership, Person, Subject, Unit, UnitName
from chiso.web.plans.evidence import Evidence
from chiso.web.plans.importing.accepting import accept_draft
from chiso.web.plans.importing.operations import create_draft
from chiso.web.plans.models import Plan, ReportingRule, Task
from chiso.web.plans.operations.recording import record_progress
from chiso.web.plans.progress import Progress
from chiso.web.reporting.operations import file_report
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.values import Heading, Peer

OFFICE_HOURS = time(9, 30)


def samples_are_in() -> bool:
    """Whether the sample agencies are there already, whatever has been done to them since."""
    return Agency.objects.filter(slug__in=[agency.key for agency in samples.sample_agencies()]).exists()


@transaction.atomic
def load_all() -> None:
    """Load agencies, published results, plans, people, progress and reports sent: all or nothing."""
    agencies = {given.key: _agency(given) for given in samples.sample_agencies()}
    _published_results(list(agencies.values()))
    load_peers()
    plans = {given.key: _plan(agencies[given.agency.key], given) for given in samples.sample_plans()}
    people = {given.username: _person(agencies[given.agency], given) for given in samples.sample_people()}
    for update in samples.sample_progress():
        _progress(plans[update.plan], update, people[update.by])
    for filing in samples.sample_filings():
        _filing(plans[filing.plan], filing, people[filing.by].user)


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, OFFICE_HOURS))


def _agency(given: samples.SampleAgency) -> Agency:
    subject = Subject.objects.create(kind=Subject.Kind.DEPARTMENT, name=given.name, province=given.province)
    return Agency.objects.create(
        slug=given.key,
        name=given.name,
        short_name=given.short_name,
        province=given.province,
        subject=subject,
        as_of=given.as_of,
    )


def _published_results(agencies: list[Agency]) -> None:
    for series in samples.published_results():
        agency = next(agency for agency in agencies if agency.province == series.province)
        subject, _ = Subject.objects.get_or_create(
            kind=series.subject_kind.value, name=series.subject, province=series.province
        )
        for result in series.results:
            _published(agency, subject, series, result)


def _published(
    agency: Agency, subject: Subject, series: samples.PublishedSeries, result: samples.PublishedResult
) -> None:
    if result.year > (agency.as_of or date.max).year:
        return
    whole = {"": (result.score, result.scale)}
    for node, (score, scale) in (
        whole | {code: (s, series.component_scale) for code, s in result.components.items()}
    ).items():
        record_result(
            agency=agency,
            subject=subject,
            family=series.family,
            edition=result.edition or "",
            year=result.year,
            node=node,
            standing=Result.Standing.OFFICIAL,
            score=score,
            scale=scale,
            rank=None if node else result.rank,
            rank_of=None if node else result.rank_of,
            band="" if node else (result.band or ""),
            source=result.source,
            by=None,
            now=_at(date(result.year + 1, 6, 30)),
        )


def load_peers() -> None:
    """Load the published tables of peers, for every agency to see; provinces by the names that the packs give them."""
    names = {name: each.name for each in packs.provinces() for name in (each.name, each.english, *each.aliases)}
    for given in samples.published_peers():
        heading = Heading(
            family=given.family,
            edition=given.edition,
            year=given.year,
            kind=given.subject_kind.value,
            province=given.province,
            standing=Result.Standing.OFFICIAL,
            source=given.source,
            note=given.note,
        )
        rows = [Peer(names.get(row.unit, row.unit), row.rank, row.band, row.scores) for row in given.rows]
        record_peers(agency=None, by=None, now=_at(date(given.year + 1, 6, 30)), heading=heading, rows=rows)


def _plan(agency: Agency, given: samples.SamplePlan) -> Plan:
    issued = _issued(given)
    draft = create_draft(agency=agency, by=None, file_name=given.file_name, content=given.content(), now=_at(issued))
    return accept_draft(draft=draft, by=None, now=_at(issued))


def _issued(given: samples.SamplePlan) -> date:
    """The day that the plan says; the last of the month where it leaves the day blank."""
    year, month, day = (*map(int, given.facts()["document"]["date"].split("-")), 28)[:3]
    return date(year, month, day)


def _person(agency: Agency, given: samples.SamplePerson) -> Membership:
    user = User(username=given.username, full_name=given.full_name, is_staff=False)
    user.password = _password()
    user.save()
    if given.role == "leader":
        Person.objects.update_or_create(
            agency=agency, name=given.full_name, defaults={"position": given.position, "user": user}
        )
    return Membership.objects.create(user=user, agency=agency, role=given.role, unit=_unit(agency, given.unit))


@cache
def _password() -> str:
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415 (only where samples are loaded)

    return make_password(samples.SAMPLE_PASSWORD)


def _unit(agency: Agency, name: str) -> Unit | None:
    if not name:
        return None
    names = dict(UnitName.objects.filter(agency=agency).values_list("name", "unit_id"))
    found = match(name, names, agency=agency.name).name
    if found is not None:
        return Unit.objects.get(pk=names[found])
    unit = Unit.objects.create(agency=agency, name=name)
    UnitName.objects.create(agency=agency, unit=unit, name=name)
    return unit


def _task(plan: Plan, component: int, task: int) -> Task:
    tasks = plan.tasks.filter(components__position=component - 1) if component else plan.tasks.filter(components=None)
    return tasks.order_by("position")[task - 1]


def _progress(plan: Plan, given: samples.SampleUpdate, member: Membership) -> None:
    evidence = (
        Evidence(f"{given.evidence}.docx".replace("/", "-"), _paper(given.evidence, given.note))
        if given.evidence
        else None
    )
    progress = Progress(on=given.day, percent=given.percent, is_done=given.is_done, note=given.note, evidence=evidence)
    record_progress(
        task=_task(plan, given.component, given.task),
        progress=progress,
        by=member.user,
        membership=member,
        now=_at(given.day),
    )


def _paper(title: str, note: str) -> bytes:
    """A small Word document that stands for the evidence of an update."""
    import docx  # noqa: PLC0415 (only where samples are loaded)

    paper = docx.Document()
    paper.add_heading(title, level=1)
    paper.add_paragraph(note)
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _filing(plan: Plan, given: samples.SampleFiling, user: User) -> None:
    kind = Period.parse(given.period).kind.value
    rule = ReportingRule.objects.filter(plan=plan, period=kind).first()
    if rule is not None:
        file_report(rule=rule, period=given.period, filed_on=given.day, note=given.note, by=user, now=_at(given.day))
