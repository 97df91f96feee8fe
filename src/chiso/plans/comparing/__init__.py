"""Comparing two versions of a plan."""

from chiso.plans.comparing.compare import compare
from chiso.plans.comparing.comparison import (
    ChangeKind,
    Comparison,
    ComponentChange,
    DutyChange,
    FieldChange,
    TaskChange,
)
from chiso.plans.comparing.json_form import comparison_to_json

__all__ = [
    "ChangeKind",
    "Comparison",
    "ComponentChange",
    "DutyChange",
    "FieldChange",
    "TaskChange",
    "compare",
    "comparison_to_json",
]
