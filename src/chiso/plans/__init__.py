"""Plans: read from documents, checked, taken to JSON and back."""

from chiso.plans.checking import CHECKS, CheckKind, Finding, Severity, check, findings_to_json
from chiso.plans.comparing import Comparison, compare
from chiso.plans.json_form import from_json, reading_from_json, reading_to_json, to_json
from chiso.plans.names import ComponentName, Names
from chiso.plans.plan import (
    Assignment,
    Citation,
    Component,
    Head,
    Operator,
    Plan,
    PlanIndex,
    Quantity,
    Reading,
    ReportingRule,
    ReportPeriod,
    Score,
    ScorePart,
    Signer,
    Task,
    Timing,
    TimingKind,
)
from chiso.plans.reading import read
from chiso.plans.writing import OWN_SENTENCES, write

__all__ = [
    "CHECKS",
    "OWN_SENTENCES",
    "Assignment",
    "CheckKind",
    "Citation",
    "Comparison",
    "Component",
    "ComponentName",
    "Finding",
    "Head",
    "Names",
    "Operator",
    "Plan",
    "PlanIndex",
    "Quantity",
    "Reading",
    "ReportPeriod",
    "ReportingRule",
    "Score",
    "ScorePart",
    "Severity",
    "Signer",
    "Task",
    "Timing",
    "TimingKind",
    "check",
    "compare",
    "findings_to_json",
    "from_json",
    "read",
    "reading_from_json",
    "reading_to_json",
    "to_json",
    "write",
]
