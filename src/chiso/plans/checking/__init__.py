"""Checking a plan as a careful head of office would before it is signed."""

from __future__ import annotations

from datetime import date

from chiso.documents.document import Document
from chiso.frameworks.edition import Edition
from chiso.periods import WorkingCalendar
from chiso.plans.checking.catalogue import CHECKS
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Finding, Severity, findings_to_json
from chiso.plans.checking.subject import Subject
from chiso.plans.plan import Reading

__all__ = ["CHECKS", "CheckKind", "Finding", "Severity", "check", "findings_to_json"]

_ORDER = {severity: place for place, severity in enumerate(Severity)}


def check(
    reading: Reading,
    document: Document,
    *,
    edition: Edition | None = None,
    calendar: WorkingCalendar | None = None,
    on: date | None = None,
) -> tuple[Finding, ...]:
    """What is to be said of a plan, errors first, each group in the order of the document.

    edition:  of the plan's index, for its components, formula and bands; without it these are not compared
    calendar: working days, for the day needed between closing and due day
    on:       today, which counts as the earliest day of issue of a draft without a full date
    """
    subject = Subject(reading, document, edition, calendar, on)
    found = [finding for kind in CHECKS for finding in kind.findings(subject)]
    return tuple(
        sorted(found, key=lambda finding: (_ORDER[finding.severity], finding.lines[:1] or finding.pages[:1] or (0,)))
    )
