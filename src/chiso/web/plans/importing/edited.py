"""A draft as it stands: the plan's JSON and what the reviewer has said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, cast

from chiso.plans import Plan, from_json
from chiso.problems import Problem
from chiso.units import SubjectKind, subject_of
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import Json, origins_as_read, shown, taken
from chiso.web.plans.importing.steps import Removed

SubjectChoice = Literal["own", "province"]
OWN: Final[SubjectChoice] = "own"
PROVINCE: Final[SubjectChoice] = "province"


@dataclass(frozen=True, slots=True)
class Edited:
    """What `Draft.edited` holds.

    plan:      the plan's JSON
    origins:   of each row by its path now, the path at which it was read; none of rows that a person added
    confirmed: paths as read of doubtful or missing values that a person has looked at and left
    subject:   whether the index measures the agency itself or its province
    removed:   the row that the last step took out, for putting it back
    """

    plan: Json
    origins: Mapping[str, str]
    confirmed: tuple[str, ...] = ()
    subject: SubjectChoice = OWN
    removed: Removed | None = None

    def to_json(self) -> Json:
        """As stored."""
        return {
            "plan": self.plan,
            "origins": dict(self.origins),
            "confirmed": list(self.confirmed),
            "subject": self.subject,
            "removed": asdict(self.removed) if self.removed else None,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Edited:
        """As it was stored."""
        removed = Removed(**stored["removed"]) if stored["removed"] else None
        return cls(stored["plan"], stored["origins"], tuple(stored["confirmed"]), stored["subject"], removed)

    @classmethod
    def as_read(cls, plan: Json, *, agency: str, province: str) -> Edited:
        """The draft of a plan that was just read in an agency."""
        framework = plan["index"]["framework"]
        measured = subject_of(framework, province=province, agency=agency).kind if framework else None
        own = measured is not SubjectKind.PROVINCE
        return cls(plan, origins_as_read(PLAN, plan), subject=OWN if own else PROVINCE)

    def as_plan(self) -> Plan:
        """The plan itself."""
        return from_json(self.plan)

    def faults(self) -> tuple[Problem, ...]:
        """Values that the form would not take, such as a name that is too long; what was only read may hold some."""
        found = taken(PLAN, cast("Json", shown(PLAN, self.plan, self.origins))).faults
        return tuple(problem for faults in found.values() for problem in faults)
