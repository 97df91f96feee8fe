"""What is known of the subjects of an agency."""

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from chiso.frameworks import Edition
from chiso.frameworks.edition import folded
from chiso.web.audit.models import Event
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.models import Agency, Subject
from chiso.web.results.explanations import Explanation, explain
from chiso.web.results.models import Result
from chiso.web.results.sheets import WHOLE, Sheet, sheets


def subjects_of(agency: Agency) -> QuerySet[Subject]:
    """The subjects whose results concern an agency: itself and its province."""
    province = Q(kind=Subject.Kind.PROVINCE, province=agency.province)
    return Subject.objects.filter(Q(pk=agency.subject_id) | province).order_by("kind", "sort_key")


def next_entry(agency: Agency) -> dict[str, object]:
    """What is probably entered next: the index announced last, a year later, by the edition of that year."""
    last = results_of(agency).order_by("-year", "-entered_at", "node").first()
    if last is None:
        return {}
    year = last.year + 1
    editions = [
        each for each in editions_of(agency).all() if folded(each.framework.abbreviation) == folded(last.family)
    ]
    fitting = [each for each in editions if each.covers(year) and _measures(each, last.subject, agency)]
    edition = fitting[0].key if fitting else last.edition
    return {"subject": last.subject_id, "year": year, "edition": edition, "family": "" if edition else last.family}


def _measures(edition: Edition, subject: Subject, agency: Agency) -> bool:
    return edition.subject_kind.value == subject.kind and edition.province in {None, agency.province}


def results_of(agency: Agency) -> QuerySet[Result]:
    """The results of all subjects of an agency."""
    province = Q(subject__kind=Subject.Kind.PROVINCE, subject__province=agency.province)
    return Result.objects.select_related("subject").filter(Q(subject=agency.subject_id) | province)


def result_sheets(agency: Agency) -> tuple[Sheet, ...]:
    """A sheet for each subject and index, the agency's own first."""
    found = sheets(results_of(agency), get_language() or "vi", editions_of(agency))
    return tuple(sorted(found, key=lambda sheet: (sheet.subject_id != agency.subject_id, sheet.family)))


def result_sheet(agency: Agency, subject_id: int, slug: str) -> Sheet | None:
    """The sheet of one subject and index."""
    rows = [row for row in results_of(agency).filter(subject__pk=subject_id) if folded(row.family) == slug]
    return next(iter(sheets(rows, get_language() or "vi", editions_of(agency))), None)


def explanation(agency: Agency, result_id: int) -> Explanation | None:
    """Everything behind one result of the agency's subjects; None where there is no such result."""
    result = results_of(agency).select_related("entered_by").filter(pk=result_id).first()
    if result is None:
        return None
    siblings = results_of(agency).filter(subject=result.subject_id, family=result.family, year=result.year)
    events = Event.objects.select_related("actor").filter(about=f"results.result:{result.pk}")
    return explain(result, siblings, events, editions_of(agency))


def computed_explanation(agency: Agency, subject_id: int, slug: str, year: int) -> Explanation | None:
    """How the whole of a year comes out of its components, where nobody announced it; None where it does not.

    Its result is not stored and has no number.
    """
    rows = [row for row in results_of(agency).filter(subject__pk=subject_id, year=year) if folded(row.family) == slug]
    if not rows or any(row.node == WHOLE for row in rows):
        return None
    some, kind = rows[0], Result.Standing.PROVISIONAL
    whole = Result(subject=some.subject, family=some.family, edition=some.edition, year=year, standing=kind)
    found = explain(whole, rows, (), editions_of(agency))
    return found if found.computation and found.computation.computed is not None else None
