"""All checks, in the order of a document: head, structure, figures, responsibility, work, reporting, wording."""

from __future__ import annotations

from typing import Final

from chiso.plans.checking import (
    assignments,
    citing,
    clashes,
    coordination,
    framework,
    head,
    lost_words,
    marks,
    names,
    numbering,
    quantities,
    references,
    repetition,
    reporting,
    reporting_days,
    scores,
    sums,
    targets,
    tasks,
    wording,
)
from chiso.plans.checking.check_kind import CheckKind

CHECKS: Final[tuple[CheckKind, ...]] = (
    *head.CHECKS,
    *citing.CHECKS,
    *numbering.CHECKS,
    *sums.CHECKS,
    *scores.CHECKS,
    *targets.CHECKS,
    *framework.CHECKS,
    *assignments.CHECKS,
    *coordination.CHECKS,
    *names.CHECKS,
    *tasks.CHECKS,
    *quantities.CHECKS,
    *repetition.CHECKS,
    *clashes.CHECKS,
    *references.CHECKS,
    *reporting.CHECKS,
    *reporting_days.CHECKS,
    *wording.CHECKS,
    *lost_words.CHECKS,
    *marks.CHECKS,
)
