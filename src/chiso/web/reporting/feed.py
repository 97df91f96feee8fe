"""The deadlines as occasions of a calendar program."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from chiso.web.directory.models import Agency
from chiso.web.reporting.deadlines import Line, LineKind
from chiso.web.reporting.icalendar import Occasion, written


def calendar_text(agency: Agency, lines: Iterable[Line], now: datetime, site: str, language: str) -> str:
    """The feed of an agency; site: the address of the program with its last slash."""
    name = _("%(agency)s: lịch báo cáo và nhiệm vụ") % {"agency": agency.name}
    return written(name, [_occasion(agency, line, site, language) for line in lines if line.day], now=now)


def _occasion(agency: Agency, line: Line, site: str, language: str) -> Occasion:
    assert line.day is not None  # noqa: S101 (the caller leaves out lines without a day)
    return Occasion(
        uid=f"{line.kind}-{line.ident}-{line.period or line.plan.year}@{agency.slug}.chiso",
        day=line.day,
        summary=_summary(line, language),
        description="\n".join(filter(None, [line.stated, line.text, line.unit, _way(line), *line.notes])),
        address=f"{site.rstrip('/')}{address_of(agency.slug, line)}",
    )


def _summary(line: Line, language: str) -> str:
    values = {
        "plan": line.plan,
        "period": line.period_label,
        "task": line.text[:120],
        "state": line.judgement.word(language),
    }
    if line.kind == LineKind.REPORT:
        return _("%(plan)s: báo cáo %(period)s (%(state)s)") % values
    return _("%(plan)s: %(task)s (%(state)s)") % values


def _way(line: Line) -> str:
    return " → ".join(filter(None, [line.to, ", ".join(line.onward_to)]))


def address_of(agency: str, line: Line) -> str:
    """Where a line is explained."""
    if line.kind == LineKind.REPORT:
        return reverse("reporting:report", args=[agency, line.ident, str(line.period)])
    return reverse("plans:task", args=[agency, line.ident])
