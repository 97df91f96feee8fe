"""The scorecard of an agency as it stands on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import get_language

from chiso.frameworks import Edition
from chiso.web.catalogue.editions import Editions, editions_of
from chiso.web.directory.models import Agency
from chiso.web.plans.models import Component, Plan
from chiso.web.plans.queries.labels import family_label
from chiso.web.plans.queries.plans import running_plans
from chiso.web.plans.states import judge_component
from chiso.web.results.sheets import WHOLE, Sheet, scale_of, sheets
from chiso.web.scorecard.concerns import Home, by_urgency, concerns_of
from chiso.web.scorecard.loading import BASELINE, TARGET, PlanRows, load
from chiso.web.scorecard.tellings import as_score, of_plan, of_result
from chiso.web.scorecard.values import Card, Line, Told, counted, gap


def home(agency: Agency, today: date) -> Home:
    """Everything on the scorecard; an index whose year is over as it stood on the last day of that year."""
    loaded_rows = load(Plan.objects.filter(agency=agency), today)
    running, editions = running_plans(rows.plan for rows in loaded_rows), editions_of(agency)
    cards = [_card(rows, agency, today, editions) for rows in loaded_rows]
    current = tuple(card for card in cards if card.plan_id in running)
    return Home(
        concerns=tuple(sorted((each for card in current for each in concerns_of(card)), key=by_urgency)),
        cards=current,
        earlier=tuple(card for card in cards if card.plan_id not in running),
    )


def card(agency: Agency, plan_id: int, today: date, *, with_work: bool = True) -> Card | None:
    """One index of the scorecard, with or without its tasks; None where the agency has no such plan."""
    found = load(Plan.objects.filter(agency=agency, pk=plan_id), today, with_work=with_work)
    return _card(found[0], agency, today, editions_of(agency)) if found else None


def _card(rows: PlanRows, agency: Agency, today: date, editions: Editions) -> Card:
    plan, edition, language = rows.plan, editions.get(rows.plan.edition), get_language() or "vi"
    sheet = next(iter(sheets(rows.announced, language, editions)), None)
    year = _previous_year(rows)
    scale = scale_of(edition, WHOLE)
    previous = _previous(rows, None, WHOLE, year, scale) or _computed(sheet, year)
    target = of_plan(rows.scores.get((None, TARGET)), scale, plan.year)
    current = of_result(rows.results.get((plan.year, WHOLE)), scale) or _computed(sheet, plan.year)
    statuses = [work.judgement.status for work in rows.every]
    return Card(
        plan_id=plan.pk,
        abbreviation=edition.framework.abbreviation if edition else family_label(plan.family),
        name=edition.framework.name.in_language(language) if edition else "",
        year=plan.year,
        number=plan.number,
        title=plan.title,
        subject=plan.subject.name,
        is_own_subject=plan.subject_id == agency.subject_id,
        previous_year=year,
        missing=tuple(range((year or plan.year - 2) + 1, plan.year)),
        previous=previous,
        target=target,
        current=current,
        gap=gap(current or previous, target),
        scale=scale,
        days_left=(date(plan.year, 12, 31) - today).days,
        judgement=judge_component(
            rows.scores.get((None, BASELINE)), rows.scores.get((None, TARGET)), as_score(current), statuses
        ),
        lines=tuple(_lines(rows, edition, year, language)),
        general=tuple(rows.work.get(None, ())),
        counts=counted(rows.every),
        edition=edition.key if edition else plan.edition,
        sheet=sheet,
        is_by_own_edition=edition is not None and edition.agency is not None,
        previous_edition=sheet.edition_of(year) if sheet and year in sheet.years else "",
    )


def _computed(sheet: Sheet | None, year: int | None) -> Told | None:
    """The whole of a year as computed from its components, where nobody announced it."""
    cells = sheet.whole.known if sheet and sheet.whole else ()
    cell = next((each for each in cells if each.year == year and each.is_computed), None)
    if cell is None or sheet is None:
        return None
    computed = (sheet.subject_id, sheet.slug, cell.year)
    return Told(year=cell.year, score=cell.score, scale=cell.scale, is_provisional=True, computed=computed)


def _previous_year(rows: PlanRows) -> int | None:
    """The last year before the plan's with a result, stored or told by the plan."""
    stored = {year for year, _node in rows.results if year < rows.plan.year}
    told = {row.year or rows.plan.year - 1 for (_component, part), row in rows.scores.items() if part == BASELINE}
    return max(stored | told, default=None)


def _previous(
    rows: PlanRows, component_id: int | None, node: str, year: int | None, scale: Decimal | None
) -> Told | None:
    """The result of a year as stored, else as the plan tells it."""
    if year is None:
        return None
    stored = of_result(rows.results.get((year, node)), scale)
    is_told = component_id is not None or node == WHOLE
    told = of_plan(rows.scores.get((component_id, BASELINE)), scale, rows.plan.year - 1) if is_told else None
    return stored or (told if told and told.year == year else None)


def _lines(rows: PlanRows, edition: Edition | None, year: int | None, language: str) -> list[Line]:
    """The components of the plan and, beside them, those of the edition that the plan leaves out.

    A plan on its own subject keeps its order; one on the province's index takes the order of the index.
    """
    lines = [_covered(rows, component, edition, year) for component in rows.components]
    known = {line.node for line in lines}
    nodes = edition.components if edition else ()
    lines += [
        Line(
            component_id=None,
            code="",
            node=node.code,
            name=node.name.in_language(language),
            group="",
            previous=_previous(rows, None, node.code, year, node.scale.highest),
            target=None,
            current=of_result(rows.results.get((rows.plan.year, node.code)), node.scale.highest),
            scale=node.scale.highest,
            lead="",
            leader="",
            judgement=None,
            work=(),
        )
        for node in nodes
        if node.code not in known
    ]
    if any(line.group for line in lines):
        return lines
    order = {node.code: place for place, node in enumerate(nodes)}
    return sorted(lines, key=lambda line: order.get(line.node, len(order)))


def _covered(rows: PlanRows, component: Component, edition: Edition | None, year: int | None) -> Line:
    place = component.node or component.name[:200]
    known = scale_of(edition, component.node) if component.node else None
    previous = _previous(rows, component.pk, place, year, known)
    scale = previous.scale if previous and previous.scale is not None else known
    current = of_result(rows.results.get((rows.plan.year, place)), scale)
    work = tuple(rows.work.get(component.pk, ()))
    baseline, target = (rows.scores.get((component.pk, part)) for part in (BASELINE, TARGET))
    return Line(
        component_id=component.pk,
        code=component.code,
        node=component.node,
        name=component.name,
        group=component.group,
        previous=previous,
        target=of_plan(target, scale, rows.plan.year),
        current=current,
        scale=scale,
        lead=component.lead.name if component.lead else "",
        leader=component.leader.name if component.leader else "",
        judgement=judge_component(baseline, target, as_score(current), [each.judgement.status for each in work]),
        work=work,
    )
