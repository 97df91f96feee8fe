"""Bringing the problems of an operation back to the form that asked for it."""

from django.forms import BaseForm
from django.utils.translation import get_language

from chiso.problems import ProblemError


def add_problems(form: BaseForm, error: ProblemError, field: str | None = None) -> None:
    """Show every problem beside the field that it names in `where`, else beside `field`, else above the form."""
    language = get_language() or "vi"
    for problem in error.problems:
        beside = problem.where if problem.where in form.fields else field
        sentences = (problem.message(language), problem.remedy(language))
        form.add_error(beside, " ".join(f"{sentence.rstrip('.')}." for sentence in sentences))
