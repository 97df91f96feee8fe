"""How often the draws gave each score, rank and band of one unit, with the numbers by which it is worked out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.frameworks import BandMethod, BandRule, Interval
from chiso.web.results.certainty.queries import is_told, rank_counts
from chiso.web.ui.templatetags.chiso import figure

if TYPE_CHECKING:
    from chiso.robustness import Uncertainty

_FULL = 100


@dataclass(frozen=True, slots=True)
class Quantile:
    """A quantile of many values in order: it lies `steps` steps from the first, between two neighbours.

    place: of the lower neighbour, counted from 1; before, after: the two neighbours
    """

    share: float
    steps: float
    place: int
    before: float
    after: float

    @classmethod
    def of(cls, values: Sequence[float], share: float) -> Quantile:
        """The quantile of values in any order, by linear interpolation.

        >>> Quantile.of([4, 1, 3, 2, 9], 0.3)
        Quantile(share=0.3, steps=1.2, place=2, before=2, after=3)
        """
        ordered = sorted(values)
        steps = share * (len(ordered) - 1)
        below = math.floor(steps)
        return cls(share, steps, below + 1, ordered[below], ordered[min(below + 1, len(ordered) - 1)])

    @property
    def next_place(self) -> int:
        """The place of the upper neighbour."""
        return self.place + 1

    @property
    def part(self) -> float:
        """How far it lies on the way from the lower neighbour to the upper, from 0 to 1."""
        return self.steps - (self.place - 1)

    @property
    def value(self) -> float:
        """What it comes to."""
        return self.before + self.part * (self.after - self.before)

    @property
    def told(self) -> str:
        """The share in words."""
        return f"{round(_FULL * self.share)}%"


@dataclass(frozen=True, slots=True)
class Counted:
    """In how many draws something came up; `detail` are the bounds of a band, `is_told` that it has a line of its own."""

    label: str
    count: int
    draws: int
    detail: str = ""
    is_told: bool = True

    @property
    def percent(self) -> float:
        """The share of the draws in percent."""
        return _FULL * self.count / self.draws


@dataclass(frozen=True, slots=True)
class Banding:
    """The bands of one unit in the draws: how a score gets its band, who says so, and the counts."""

    how: str
    source: str
    counts: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Everything about one unit's scores, ranks and bands in the draws; banding None where nobody has stated bands."""

    draws: int
    steps: int
    scores: tuple[Quantile, ...]
    ranks: tuple[Quantile, ...]
    counts: tuple[Counted, ...]
    banding: Banding | None

    @property
    def together(self) -> tuple[str, ...]:
        """The ranks that came up too seldom for a line of their own."""
        return tuple(each.label for each in self.counts if not each.is_told)


def spread(found: Uncertainty, unit: str) -> Spread:
    """Work out the intervals and probabilities of one unit."""
    from chiso.robustness.uncertainty import HIGH, LOW  # noqa: PLC0415 - loads NumPy and Polars

    row, draws = found.units.index(unit), len(found.choices)
    scores, ranks = found.scores[:, row].tolist(), found.ranks[:, row].tolist()
    counts = rank_counts(found, row)
    return Spread(
        draws=draws,
        steps=draws - 1,
        scores=tuple(Quantile.of(scores, share) for share in (LOW, HIGH)),
        ranks=tuple(Quantile.of(ranks, share) for share in (LOW, HIGH)),
        counts=tuple(Counted(str(rank), count, draws, is_told=is_told(count, draws)) for rank, count in counts.items()),
        banding=_banding(found, row),
    )


def _banding(found: Uncertainty, row: int) -> Banding | None:
    from chiso.scoring.band import rule_for  # noqa: PLC0415 - loads NumPy

    ground = found.ground
    stated = rule_for(ground.edition, ground.node, ground.on)
    if stated is None:
        return None
    language, draws = get_language() or "vi", len(found.choices)
    shares = found.bands().drop("unit").row(row, named=True)
    counts = {code: round(share * draws) for code, share in shares.items()}
    told = [
        Counted(each.name.in_language(language), counts[each.code], draws, _bounds(stated.value, each.code))
        for each in stated.value.bands
    ]
    if counts["no_band"]:
        told.append(Counted(_("điểm ngoài các khoảng đã biết"), counts["no_band"], draws))
    how = _how(stated.value.method, ground.edition.decimals)
    return Banding(how, ground.edition.sources[stated.source].label(language), tuple(told))


def _how(method: BandMethod, decimals: int) -> str:
    """Where a band begins and ends."""
    match method:
        case BandMethod.KNOWN_INTERVALS:
            return _(
                "Không nguồn nào quy định mốc điểm: các khoảng dưới đây tìm ra từ điểm của những đơn vị đã được công bố "
                "cùng mức đó. Điểm được làm tròn đến %(decimals)d chữ số thập phân rồi mới so với khoảng; điểm nằm ngoài "
                "mọi khoảng thì không biết thuộc mức nào."
            ) % {"decimals": decimals}
        case BandMethod.CUT_OFFS:
            return _("Mốc điểm nêu trong nguồn; điểm bằng đúng mốc dưới được xếp vào mức đó.")
        case BandMethod.QUARTILES:
            return _(
                "Không có mốc điểm cố định: mỗi lượt xếp mọi đơn vị theo điểm của chính lượt đó rồi chia thành bốn "
                "nhóm bằng nhau (tứ phân vị)."
            )
        case BandMethod.NATURAL_GAPS:
            return _(
                "Không có mốc điểm cố định: mỗi lượt xếp mọi đơn vị theo điểm của chính lượt đó rồi ngắt nhóm ở "
                "những chỗ hai đơn vị liền nhau cách xa nhau nhất."
            )


def _bounds(rule: BandRule, code: str) -> str:
    """The scores of a band, or why none are told."""
    if not rule.intervals:
        return _("theo từng lượt")
    is_upper_included = rule.method is BandMethod.KNOWN_INTERVALS
    known = [_interval(each, is_upper_included=is_upper_included) for each in rule.intervals if each.band == code]
    return "; ".join(known) or _("chưa nguồn nào nêu")


def _interval(interval: Interval, *, is_upper_included: bool) -> str:
    ends = {"lower": figure(interval.lower), "upper": figure(interval.upper)}
    if interval.upper is None:
        return _("từ %(lower)s trở lên") % ends
    if interval.lower is None:
        return (_("đến %(upper)s") if is_upper_included else _("dưới %(upper)s")) % ends
    return (_("từ %(lower)s đến %(upper)s") if is_upper_included else _("từ %(lower)s đến dưới %(upper)s")) % ends
