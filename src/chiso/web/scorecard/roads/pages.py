"""The fields of the road's form and its numbers, as the templates show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.outcomes import Outcome
from chiso.web.scorecard.roads.queries import Journey


@dataclass(frozen=True, slots=True)
class Field:
    """One component in the form; numbers as an input wants them, with a decimal point.

    score:   as it is; None where it is not known
    value:   tried out; lowest, highest: the ends of its slider
    promise: what the plan promises
    """

    code: str
    name: str
    lead: str
    is_covered: bool
    counts: bool | None
    score: float | None
    value: str
    lowest: str
    highest: str
    effort: str
    most: str
    point: str
    promise: float | None

    @property
    def is_limited(self) -> bool:
        """Whether the form says anything of its effort or its limits."""
        return bool(self.effort or self.most or self.point)


def fields_of(journey: Journey, found: Outcome, asked: Asked, language: str) -> tuple[Field, ...]:
    """A field for each component, in the order of the edition."""
    promised = {each.code: each.target for each in found.promise.targets} if found.promise else {}
    made = []
    for each in found.worths:
        scale = found.edition.node(each.code).scale
        highest = float(scale.maximum) if not scale.is_open else (each.score or 0) * 1.5
        made.append(
            Field(
                code=each.code,
                name=each.name.in_language(language),
                lead=journey.lead_of(each.code),
                is_covered=journey.is_covered(each.code),
                counts=each.counts,
                score=each.score,
                value=_plain(asked.tried, each.code) or ("" if each.score is None else f"{each.score:.2f}"),
                lowest=f"{0 if scale.is_open else float(scale.minimum):g}",
                highest=f"{highest:g}",
                effort=_plain(asked.efforts, each.code),
                most=_plain(asked.most, each.code),
                point=_plain(asked.points, each.code),
                promise=promised.get(each.code),
            )
        )
    return tuple(made)


def _plain(numbers: Mapping[str, float], code: str) -> str:
    return f"{numbers[code]:g}" if code in numbers else ""
