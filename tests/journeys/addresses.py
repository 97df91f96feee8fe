"""The pages of the program, out of its own table of addresses."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from chiso.web.catalogue.models import OwnEdition
from chiso.web.directory.models import Agency
from chiso.web.plans.models import Component, Plan, ReportingRule, Task
from chiso.web.results.models import PeerTable, Result

NO_PAGES = {"accounts:sign_out", "set_language", "reporting:feed"}


def every_page(agency: Agency) -> list[str]:
    """The addresses of all pages that need no object, and of one object of each kind that the agency has."""
    return [*_without_objects(agency), *_of_objects(agency)]


def _without_objects(agency: Agency) -> Iterator[str]:
    for name, pattern, is_of_agency in _routes(get_resolver()):
        if name not in NO_PAGES and not pattern.pattern.converters:
            yield reverse(name, args=[agency.slug] if is_of_agency else [])


def _routes(
    resolver: URLResolver, space: str = "", *, is_of_agency: bool = False
) -> Iterator[tuple[str, URLPattern, bool]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            below = is_of_agency or "agency" in entry.pattern.converters
            yield from _routes(entry, f"{space}{entry.namespace}:" if entry.namespace else space, is_of_agency=below)
        else:
            yield f"{space}{entry.name}", entry, is_of_agency


def _of_objects(agency: Agency) -> Iterator[str]:
    task = Task.objects.filter(plan__agency=agency).first()
    component = Component.objects.filter(plan__agency=agency).first()
    rule = ReportingRule.objects.filter(plan__agency=agency).first()
    unit, account = agency.units.first(), agency.memberships.first()
    if task:
        yield reverse("plans:task", args=[agency.slug, task.pk])
        yield reverse("plans:edit_task", args=[agency.slug, task.pk])
    if component:
        yield reverse("plans:plan", args=[agency.slug, component.plan_id])
        yield reverse("plans:component", args=[agency.slug, component.plan_id, component.pk])
        yield reverse("plans:edit_component", args=[agency.slug, component.plan_id, component.pk])
        yield from _of_plan(agency, component.plan)
    if rule:
        yield reverse("reporting:report", args=[agency.slug, rule.pk, "2022-Q2"])
    yield from _of_results(agency)
    yield from _of_own_editions(agency)
    if unit:
        yield reverse("agency:unit", args=[agency.slug, unit.pk])
    if account:
        yield reverse("agency:account", args=[agency.slug, account.pk])


def _of_results(agency: Agency) -> Iterator[str]:
    for result in Result.objects.filter(subject=agency.subject, node__in=["", "regulations"]):
        yield reverse("results:result", args=[agency.slug, result.pk])
        yield reverse("scorecard:delete_result", args=[agency.slug, result.pk])
    table = PeerTable.objects.filter(agency=agency).first()
    if table:
        for name in ("results:peer_table", "results:peer_score", "results:position_how", "scorecard:delete_peers"):
            yield reverse(name, args=[agency.slug, table.pk]) + "?don-vi=Sở Y tế"
        yield reverse("results:certainty_how", args=[agency.slug, table.pk]) + "?don-vi=Sở Y tế&chi-so=services"
    yield f"{reverse('results:enter', args=[agency.slug])}?subject={agency.subject_id}&edition=ddci/lao-cai-2019&year=2019"


def _of_own_editions(agency: Agency) -> Iterator[str]:
    for own in OwnEdition.objects.filter(agency=agency):
        for name in ("own_version", "own_desk", "own_scenario"):
            yield reverse(f"catalogue:{name}", args=[agency.slug, own.pk])
        for part in ("nguon", "xep-loai", "xep-hang", "ten-va-nam"):
            yield reverse("catalogue:own_part", args=[agency.slug, own.pk, part])
        for part, code in (("cong-thuc", "total"), *((each, "services") for each in _PARTS_OF_A_NODE)):
            yield reverse("catalogue:own_part_of", args=[agency.slug, own.pk, part, code])


_PARTS_OF_A_NODE = ("chi-so", "them-chi-so", "bo-chi-so")


def _of_plan(agency: Agency, plan: Plan) -> Iterator[str]:
    for name in ("findings", "export", "comparison"):
        yield reverse(f"plans:plan_{name}", args=[agency.slug, plan.pk])
        yield reverse(f"plans:draft_{name}", args=[agency.slug, plan.draft_id])
    yield reverse("plans:draft", args=[agency.slug, plan.draft_id])
    for name in ("road", "targets", "road_indicators", "road_others"):
        yield reverse(f"scorecard:{name}", args=[agency.slug, plan.pk])
