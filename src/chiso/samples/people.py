"""The people of the sample agencies; all names are invented."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chiso.samples import folder

SAMPLE_PASSWORD = "chiso-mau"  # noqa: S105 - printed on the terminal for everybody who runs the demonstration


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """An account of an agency (its key).

    role: administrator, focal, leader, unit-head, officer or viewer
    unit: a unit's name as a plan of the agency writes it, "" for who works for the whole agency
    """

    agency: str
    username: str
    full_name: str
    role: str
    position: str
    unit: str = ""


@cache
def sample_people() -> tuple[SamplePerson, ...]:
    """All accounts, agency by agency."""
    return tuple(
        SamplePerson(agency=agency, **person)
        for agency, people in folder.written("people.yaml").items()
        for person in people
    )
