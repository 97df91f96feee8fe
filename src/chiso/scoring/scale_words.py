"""How the value of an indicator was normalised, with the numbers in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from chiso.frameworks import Direction
from chiso.problems import Text
from chiso.scoring.numerals import spoken
from chiso.scoring.trace import Trace

_LESS_IS_BETTER: Final = Text("càng thấp càng tốt, ", "less is better, ")
_BETWEEN: Final = Text(
    "{turn}kém nhất {worst}, tốt nhất {best}: {lower} + ({upper} − {lower}) × ({x} − {worst}) / ({best} − {worst})",
    "{turn}worst {worst}, best {best}: {lower} + ({upper} − {lower}) × ({x} − {worst}) / ({best} − {worst})",
)
_CUT: Final = Text(", cắt ở hai đầu", ", cut off at the ends")
_TO_TARGET: Final = Text(
    "{turn}kém nhất {worst}, mục tiêu {target}: ({x} − {worst}) / ({target} − {worst})",
    "{turn}worst {worst}, target {target}: ({x} − {worst}) / ({target} − {worst})",
)
_OTHERS: Final[Mapping[str, Text]] = {
    "zscore": Text(
        "{turn}trung bình {average}, độ lệch chuẩn {spread} của các đơn vị: {mean} + {deviation} × ({away}) / {spread}",
        "{turn}mean {average}, standard deviation {spread} of the units: {mean} + {deviation} × ({away}) / {spread}",
    ),
    "rank": Text("{turn}thứ tự từ kém nhất lên", "{turn}place from the worst up"),
    "borda": Text("{turn}số đơn vị kém hơn", "{turn}number of units that are worse"),
    "percentile": Text("{turn}phần đơn vị kém hơn", "{turn}share of the other units that are worse"),
    "distance_to_maximum": Text(
        "{turn}1 trừ khoảng cách đến tốt nhất ({best}) chia cho khoảng từ kém nhất ({worst})",
        "{turn}1 less the distance to the best ({best}) over the range from the worst ({worst})",
    ),
    "distance_to_reference": Text(
        "{turn}1 trừ khoảng cách đến {reference} chia cho khoảng từ kém nhất ({worst})",
        "{turn}1 less the distance to {reference} over the range from the worst ({worst})",
    ),
    "fraction_of_maximum": Text("{turn}{x} / {best}", "{turn}{x} / {best}"),
    "scale": Text("{turn}({x} − {centre}) / {divide}", "{turn}({x} − {centre}) / {divide}"),
}
_DEFAULTS: Final[Mapping[str, Any]] = {
    "lower": 0,
    "upper": 100,
    "mean": 0,
    "deviation": 1,
    "centre": 0,
    "divide": 1,
    "reference": "",
}


def scale_words(trace: Trace, language: str) -> str:
    """How an indicator was normalised: a formula where there is a short one, else words."""
    made = trace.made
    if made is None or made.scale is None:
        return "…"
    step, options = made.scale, {**_DEFAULTS, **made.scale.options}
    is_reversed = trace.node.direction is Direction.NEGATIVE
    low, high = made.extremes or (None, None)
    if step.method == "goalposts":
        low, high = (_of(options[name], trace.node.code) for name in ("low", "high"))
    text = {"minmax": _BETWEEN, "goalposts": _BETWEEN, "distance_to_target": _TO_TARGET}.get(step.method)
    said = (text or _OTHERS.get(step.method, Text("{x}", "{x}"))).in_language(language)
    average, spread = (spoken(number, language) for number in made.spread or (None, None))
    x = spoken(made.treated, language)
    numbers = {name: spoken(options[name], language) for name in _DEFAULTS if name != "reference"}
    told = said.format(
        **numbers,
        turn=_LESS_IS_BETTER.in_language(language) if is_reversed else "",
        x=x,
        average=average,
        spread=spread,
        away=f"{average} − {x}" if is_reversed else f"{x} − {average}",
        worst=spoken(high if is_reversed else low, language),
        best=spoken(low if is_reversed else high, language),
        target=spoken(_of(options.get("targets"), trace.node.code), language),
        reference=options["reference"],
    )
    return told + (_CUT.in_language(language) if step.method == "goalposts" and options.get("cut", True) else "")


def _of(given: Any, code: str) -> float | None:  # noqa: ANN401 - a number, or numbers by code
    return given.get(code) if isinstance(given, Mapping) else given
