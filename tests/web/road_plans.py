"""Plans with a road: the PCI of Lạng Sơn, and the plan of seed 000."""

from datetime import UTC, date, datetime
from decimal import Decimal

from chiso import packs
from chiso.web.directory.models import Subject, Unit
from chiso.web.plans.models import Component, Draft, Plan, PlannedScore
from chiso.web.project.samples import load_peers
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.outcomes import Outcome, outcome
from chiso.web.scorecard.roads.queries import journey

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
TODAY = date(2022, 8, 15)
OLD = "pci/2013-2021"
PROMISED = {"regulations": "8.5", "services": "9", "transparency": "9", "proactivity": "9", "informal": "8.5"}
BASELINE = {
    "regulations": "7.95",
    "services": "8.11",
    "transparency": "8.13",
    "proactivity": "8.12",
    "informal": "7.97",
}


def make_plan(agency, subject, family, edition, year, nodes):
    draft = Draft.objects.create(
        agency=agency, file_name="k.docx", created_at=NOW, changed_at=NOW, document={}, reading={}, edited={}
    )
    plan = Plan.objects.create(
        agency=agency,
        subject=subject,
        draft=draft,
        family=family,
        edition=edition,
        year=year,
        title="KH",
        accepted_at=NOW,
    )
    lead = Unit.objects.get(agency=agency, name="Văn phòng Sở")
    for position, node in enumerate(nodes):
        name = packs.load(edition).node(node).name.vi
        Component.objects.create(plan=plan, position=position, node=node, name=name, lead=lead)
    return plan


def pci_plan(agency):
    """A plan of Lạng Sơn on all ten components of the PCI of 2022."""
    agency.province = "Lạng Sơn"
    agency.save()
    load_peers()
    subject = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lạng Sơn", province="Lạng Sơn")
    nodes = [node.code for node in packs.load(OLD).components]
    return make_plan(agency, subject, "PCI", "pci/2022-2024", 2022, nodes)


def ddci_plan(agency):
    """The plan of seed 000: five core components with what they had and what is promised."""
    plan = make_plan(agency, agency.subject, "DDCI", "ddci/lao-cai-2019", 2020, PROMISED)
    for component in plan.components.all():
        for part, scores, year in (("baseline", BASELINE, 2019), ("target", PROMISED, 2020)):
            PlannedScore.objects.create(
                plan=plan, component=component, part=part, year=year, score=Decimal(scores[component.node]), scale=10
            )
    return plan


def found_of(plan, **asked) -> Outcome:
    edition = asked.pop("edition", "")
    found = outcome(journey(plan.agency, plan.pk, TODAY, edition), Asked(**asked), "vi")
    assert isinstance(found, Outcome)
    return found
