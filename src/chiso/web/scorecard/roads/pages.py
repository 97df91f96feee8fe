"""The fields of the road's form and its numbers, as the templates show them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chiso.web.results.typed.reading import written
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.outcomes import Outcome
from chiso.web.scorecard.roads.queries import Journey


@dataclass(frozen=True, slots=True)
class Field:
    """One component in the form, each box as it was typed.

    score:   as it is; None where it is not known
    value:   tried out; slid, lowest, highest: where its slider stands and its ends, with a decimal point
    promise: what the plan promises
    """

    code: str
    name: str
    lead: str
    is_covered: bool
    counts: bool | None
    score: float | None
    value: str
    slid: str
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


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of the form that are not of a component, as they were typed.

    aims_at_rank: whether a rank is aimed at, not a total
    """

    aims_at_rank: bool
    rank: str
    total: str
    point: str
    seed: str


def boxes_of(found: Outcome, asked: Asked) -> Boxes:
    """What was typed, else the target and the seed that the page has chosen."""
    typed, target = asked.typed, found.target
    return Boxes(
        aims_at_rank=typed["dich"] != "tong" if "dich" in typed else target.rank is not None or target.total is None,
        rank=typed.get("hang", written(target.rank)),
        total=typed.get("tong", written(target.total, 2)),
        point=typed.get("nac", ""),
        seed=typed.get("hat", str(found.seed)),
    )


def fields_of(journey: Journey, found: Outcome, asked: Asked, language: str) -> tuple[Field, ...]:
    """A field for each component, in the order of the edition."""
    promised = {each.code: each.target for each in found.promise.targets} if found.promise else {}
    made = []
    for each in found.worths:
        scale, typed = found.edition.node(each.code).scale, asked.typed
        highest = float(scale.maximum) if not scale.is_open else (each.score or 0) * 1.5
        made.append(
            Field(
                code=each.code,
                name=each.name.in_language(language),
                lead=journey.lead_of(each.code),
                is_covered=journey.is_covered(each.code),
                counts=each.counts,
                score=each.score,
                value=typed.get(f"diem-{each.code}", _rounded(each.score, highest)),
                slid=f"{asked.tried.get(each.code, each.score or 0):.2f}",
                lowest=f"{0 if scale.is_open else float(scale.minimum):g}",
                highest=f"{highest:g}",
                effort=typed.get(f"suc-{each.code}", ""),
                most=typed.get(f"them-{each.code}", ""),
                point=typed.get(f"nac-{each.code}", ""),
                promise=promised.get(each.code),
            )
        )
    return tuple(made)


def leads_of(journey: Journey, asked: Asked) -> list[tuple[str, str, str]]:
    """For each lead unit the name of its field, the unit, and what was typed."""
    named = [(f"don-vi-{place}", lead) for place, lead in enumerate(journey.leads)]
    return [(name, lead, asked.typed.get(name, "")) for name, lead in named]


def labels_of(journey: Journey, language: str) -> dict[str, tuple[str, str]]:
    """By the name of each field the id of its box and what it is called in a message."""
    named = {
        "hang": ("rank", _("Hạng muốn đạt")),
        "tong": ("total", _("Tổng điểm muốn đạt")),
        "nac": ("point", _("Điểm chấm theo bước")),
        "hat": ("seed", _("Hạt giống mô phỏng")),
    }
    for place, lead in enumerate(journey.leads):
        named[f"don-vi-{place}"] = (f"lead-{place}", _("Công sức gánh được, %(lead)s") % {"lead": lead})
    of_a_component = {
        "diem": ("try", _("Thử mức, %(name)s")),
        "suc": ("effort", _("Công sức mỗi điểm, %(name)s")),
        "them": ("most", _("Nâng nhiều nhất, %(name)s")),
        "nac": ("point", _("Bước điểm, %(name)s")),
    }
    for node in journey.ground.edition.nodes if journey.ground else ():
        name = node.name.in_language(language)
        named |= {
            f"{field}-{node.code}": (f"{box}-{node.code}", label % {"name": name})
            for field, (box, label) in of_a_component.items()
        }
    return named


def _rounded(score: float | None, highest: float) -> str:
    """A score to two decimals; as it is where that would go beyond its scale."""
    return written(score, 2 if score is None or round(score, 2) <= highest else None)
