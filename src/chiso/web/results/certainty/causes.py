"""What was varied in the draws, and how Sobol's indices of each assumption come out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.web.results.certainty.asked import Asked
from chiso.web.results.certainty.queries import name_of
from chiso.web.results.certainty.spread import Counted
from chiso.web.ui.templatetags.chiso import figure

if TYPE_CHECKING:
    from chiso.frameworks import Edition
    from chiso.robustness import Ground, Pool, Sensitivity, Uncertainty

_FULL = 100


@dataclass(frozen=True, slots=True)
class Range:
    """A weight as it is stated, and from where to where it was drawn."""

    name: str
    weight: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Varied:
    """One assumption: what may happen by it, the weights' ranges, and how often each of its cases was drawn."""

    name: str
    how: str
    ranges: tuple[Range, ...] = ()
    cases: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """An assumption's two indices with what they are made of, as `Moments` names it."""

    name: str
    alone: float
    together: float
    first: float
    total: float

    @property
    def alone_told(self) -> str:
        """The numerator of the first index in words; sampling may put it a little below zero."""
        return _with_minus(self.alone, 4)

    @property
    def first_told(self) -> str:
        """What it explains alone, in percent."""
        return f"{_with_minus(_FULL * self.first, 1)}%"

    @property
    def total_told(self) -> str:
        """What it explains together with others, in percent."""
        return f"{figure(_FULL * self.total, 1)}%"


@dataclass(frozen=True, slots=True)
class Causes:
    """The indices of all assumptions, the weightiest first, and the sample; no variance, no indices."""

    variance: float
    size: int
    draws: int
    indices: tuple[Index, ...]


def varied(found: Uncertainty, asked: Asked) -> tuple[Varied, ...]:
    """Tell of each assumption what may happen by it."""
    return tuple(_varied(found, asked, column, pool) for column, pool in enumerate(found.pools))


def causes(found: Sensitivity | None) -> Causes | None:
    """Work out the indices; None where one assumption varies alone."""
    if found is None:
        return None
    made = found.moments
    told = zip(found.names, made.alone, made.together, found.first, found.total, strict=True)
    indices = [Index(name_of(name), *map(float, numbers)) for name, *numbers in told] if made.variance else []
    return Causes(made.variance, found.size, len(found.outcomes), tuple(sorted(indices, key=lambda each: -each.total)))


def _varied(found: Uncertainty, asked: Asked, column: int, pool: Pool) -> Varied:
    name, draws = name_of(pool.name), len(found.choices)
    if pool.name == "weights":
        return Varied(name, _weights_told(asked.share, draws), ranges=_ranges(found.ground, asked.share / _FULL))
    if pool.name == "values":
        return Varied(name, _errors_told(asked.error or 0.0, draws))
    edition, chosen = found.ground.edition, found.choices[:, column].tolist()
    cases = tuple(Counted(_case(label, edition), chosen.count(case), draws) for case, label in enumerate(pool.labels))
    return Varied(name, _cases_told(pool), cases=cases)


def _with_minus(number: float, places: int) -> str:
    return figure(number, places).replace("-", "−")


def _weights_told(share: int, draws: int) -> str:
    return _(
        "Mỗi lượt lấy một bộ trọng số mới: từng trọng số lấy ngẫu nhiên từ %(low)s%% đến %(high)s%% của chính nó, mọi "
        "mức trong khoảng đều có khả năng như nhau. Điểm chung chia cho tổng các trọng số vừa lấy, nên tổng lớn hay "
        "nhỏ không làm điểm lệch đi. Tất cả có %(draws)s bộ, mỗi lượt dùng một bộ."
    ) % {"low": figure(_FULL - share), "high": figure(_FULL + share), "draws": figure(draws)}


def _errors_told(error: float, draws: int) -> str:
    return _(
        "Mỗi lượt cộng vào điểm của từng chỉ số thành phần của từng đơn vị một sai số ngẫu nhiên theo phân phối "
        "chuẩn, trung bình bằng 0, độ lệch chuẩn %(error)s điểm. Tất cả có %(draws)s bộ sai số, mỗi lượt dùng một bộ."
    ) % {"error": figure(error), "draws": figure(draws)}


def _cases_told(pool: Pool) -> str:
    what = {
        "aggregate": _("Điểm chung có thể tổng hợp theo một trong %(count)s cách, khả năng như nhau:"),
        "drop": _("Mỗi lượt chọn ngẫu nhiên một trong %(count)s khả năng, khả năng như nhau:"),
    }
    return what[pool.name] % {"count": figure(pool.size)}


def _case(label: str, edition: Edition) -> str:
    """A case as readers know it, by its label in the draws."""
    match label:
        case "weighted_mean":
            return _("trung bình cộng có trọng số")
        case "geometric_mean":
            return _("trung bình nhân có trọng số")
        case "none":
            return _("không bỏ chỉ số nào")
        case _code:
            return _("bỏ %(name)s") % {"name": edition.node(label).name.in_language(get_language() or "vi")}


def _ranges(ground: Ground, share: float) -> tuple[Range, ...]:
    language = get_language() or "vi"
    return tuple(
        Range(ground.edition.node(code).name.in_language(language), weight, weight * (1 - share), weight * (1 + share))
        for code, weight in ground.weights.items()
    )
