"""The sample agencies and their plans."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from chiso.frameworks import SubjectKind
from chiso.samples import folder


@dataclass(frozen=True, slots=True)
class SampleAgency:
    """A public agency; `as_of` is the day that its sample data take for today."""

    key: str
    name: str
    short_name: str
    province: str
    as_of: date


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """A plan of an agency on one index in one year.

    edition:      key of the edition in the packs that knows the plan's components
    subject_kind: what the index measures; subject is its name, the agency itself or the whole province
    """

    key: str
    agency: SampleAgency
    year: int
    edition: str
    subject_kind: SubjectKind
    subject: str

    @property
    def file_name(self) -> str:
        """The name of its Word document."""
        return f"{self.key}.docx"

    @property
    def as_of(self) -> date:
        """The agency's day; of an agency with plans of two years it lies in the year of the later one."""
        return self.agency.as_of

    def content(self) -> bytes:
        """The bytes of its Word document."""
        return folder.content("plans", self.file_name)

    def facts(self) -> dict[str, Any]:
        """What a person reads in the document, in the form of the plan schema."""
        facts: dict[str, Any] = json.loads(folder.content("plans", f"{self.key}.json"))
        return facts


@cache
def sample_agencies() -> tuple[SampleAgency, ...]:
    """The four agencies."""
    return tuple(_agency(entry) for entry in folder.written("agencies.yaml"))


@cache
def sample_plans() -> tuple[SamplePlan, ...]:
    """The five plans, agency by agency."""
    return tuple(
        SamplePlan(
            key=plan["key"],
            agency=_agency(entry),
            year=plan["year"],
            edition=plan["edition"],
            subject_kind=SubjectKind(plan["subject_kind"]),
            subject=plan["subject"],
        )
        for entry in folder.written("agencies.yaml")
        for plan in entry["plans"]
    )


def _agency(entry: dict[str, Any]) -> SampleAgency:
    return SampleAgency(**{key: value for key, value in entry.items() if key != "plans"})
