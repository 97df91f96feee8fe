"""What a check tells: one thing in a plan that a careful head of office would want to know before signing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from chiso.documents.document import Place
from chiso.plans.plan import Plan, Task
from chiso.problems import Text

_TASK_WORDS: Final = 12


class Severity(StrEnum):
    """How much a finding matters: an error contradicts itself, a warning is likely a fault, a note is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def label(self, language: str = "vi") -> str:
        """The word shown to people."""
        return _LABELS[self].in_language(language)


_LABELS: Final = {
    Severity.ERROR: Text("Lỗi", "Error"),
    Severity.WARNING: Text("Cảnh báo", "Warning"),
    Severity.NOTE: Text("Lưu ý", "Note"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What one check found, before it is put under the check's code.

    message:   the whole sentence, with the figures in it
    places:    where it stands; `related` further places that it is compared with
    component: index in `plan.components`, where it concerns one
    task:      index among that component's tasks, or among the general tasks where `component` is None
    given:     the value in the plan, in the plan's own words and figures; `expected` what would be right, if known
    key:       what the finding is about whatever its place, for the fingerprint; `given` where empty
    severity:  where it differs from the check's usual one
    """

    message: Text
    places: tuple[Place, ...] = ()
    related: tuple[Place, ...] = ()
    component: int | None = None
    task: int | None = None
    given: str = ""
    expected: str = ""
    key: tuple[str, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact with the code of its check and its lines (in .docx paragraphs, in .pdf pages), all from 1."""

    code: str
    severity: Severity
    fact: Fact
    fix: Text
    lines: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands in the document."""
        return self.fact.places

    @property
    def related(self) -> tuple[Place, ...]:
        """Further places that it is compared with."""
        return self.fact.related

    @property
    def component(self) -> int | None:
        """Index in `plan.components`, where it concerns one component."""
        return self.fact.component

    @property
    def task(self) -> int | None:
        """Index among the component's tasks, or the general ones where there is no component."""
        return self.fact.task

    @property
    def given(self) -> str:
        """The value in the plan."""
        return self.fact.given

    @property
    def expected(self) -> str:
        """What would be right, where that is known."""
        return self.fact.expected

    @property
    def fingerprint(self) -> str:
        """Equal for the same finding in another reading of the plan, wherever it then stands (16 hex digits)."""
        facts = self.fact.key or (self.fact.given, self.fact.expected)
        return hashlib.sha256("\x1f".join((self.code, *facts)).encode()).hexdigest()[:16]

    def message(self, language: str = "vi") -> str:
        """What is the matter, with the figures."""
        return self.fact.message.in_language(language)

    def remedy(self, language: str = "vi") -> str:
        """How to mend it."""
        return self.fix.in_language(language)

    def to_json(self, plan: Plan, language: str = "vi") -> dict[str, Any]:
        """The finding as `chiso check --format json` prints it."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "lines": list(self.lines),
            **({"pages": list(self.pages)} if self.pages else {}),
            "component": self._component_name(plan),
            "task": self._task_name(plan),
            "message": self.message(language),
            "given": self.given or None,
            "expected": self.expected or None,
            "remedy": self.remedy(language),
            "fingerprint": self.fingerprint,
        }

    def _component_name(self, plan: Plan) -> str | None:
        return None if self.component is None else plan.components[self.component].name

    def _task_name(self, plan: Plan) -> str | None:
        if self.task is None:
            return None
        tasks = plan.general_tasks if self.component is None else plan.components[self.component].tasks
        return task_label(tasks[self.task])


def findings_to_json(findings: Iterable[Finding], plan: Plan, language: str = "vi") -> dict[str, Any]:
    """The object `{"findings": [...]}`."""
    return {"findings": [finding.to_json(plan, language) for finding in findings]}


def task_label(task: Task) -> str:
    """A task's code and the beginning of its text.

    >>> task_label(Task("Một hai ba", code="1.1"))
    '1.1 Một hai ba'
    """
    return " ".join([*([task.code] if task.code else []), _beginning(task.text.split())])


def _beginning(words: Sequence[str]) -> str:
    return " ".join(words[:_TASK_WORDS]) + (" …" if len(words) > _TASK_WORDS else "")
