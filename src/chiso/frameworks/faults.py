"""Faults gathered on the way through a file, so that all are told at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from chiso.problems import Problem, ProblemError, ProblemKind


@dataclass(frozen=True, slots=True)
class Faults:
    """The faults found so far in a file, and the place that is looked at now."""

    path: str
    place: str = ""
    found: list[Problem] = field(default_factory=list)

    def at(self, step: object) -> Faults:
        """The same faults, looked at one step deeper."""
        return Faults(self.path, f"{self.place}/{step}".lstrip("/"), self.found)

    def add(self, kind: ProblemKind, *, given: object = "", wanted: object = "") -> None:
        """Note a fault at this place."""
        where = f"{self.path}: {self.place}" if self.place else self.path
        self.found.append(kind(where=where, given=given, wanted=wanted))

    def stop_if_any(self) -> None:
        """Raise ProblemError with all faults, if there are any."""
        if self.found:
            raise ProblemError(self.found)
