"""Faults beside fields."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import get_language

from chiso.problems import Problem, ProblemError
from chiso.web.plans import _problems as problems

_FIELDS = {
    problems.PROGRESS_IN_FUTURE.code: "on",
    problems.PROGRESS_BEFORE_PLAN.code: "on",
    problems.PERCENT_OUT_OF_RANGE.code: "percent",
    problems.EVIDENCE_TOO_LARGE.code: "file",
    problems.EVIDENCE_OF_WRONG_KIND.code: "file",
    problems.EVIDENCE_NOT_WHAT_IT_CLAIMS.code: "file",
    problems.LEAD_ALSO_COORDINATES.code: "coordinating",
    problems.SCORE_BEYOND_THE_SCALE.code: "target_score",
    problems.RANK_BEYOND_THE_RANKED.code: "target_rank",
    problems.COUNTED_NOWHERE_IN_ITS_PLAN.code: "components",
}


def add_problems(form: forms.Form, error: ProblemError) -> None:
    """Put each fault beside the field that it is about, the others above the form."""
    for problem in error.problems:
        field = _FIELDS.get(problem.code)
        form.add_error(field if field in form.fields else None, in_words([problem]))


def in_words(found: Iterable[Problem]) -> list[str]:
    """Tell what is wrong and what to do, in the language of the page."""
    language = get_language() or "vi"
    return [f"{problem.message(language)} {problem.remedy(language)}" for problem in found]
