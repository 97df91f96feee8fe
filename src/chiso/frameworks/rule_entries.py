"""Rules as packs write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from chiso.frameworks.formula import parse_formula
from chiso.frameworks.rules import ADDING, WEIGHING, Lacking, Method, Option, Part, Rule


def decimal(number: float) -> Decimal:
    """A number of a pack exactly as written there.

    >>> decimal(8.11)
    Decimal('8.11')
    """
    return Decimal(str(number))


def rule_of(entry: Mapping[str, Any]) -> Rule:
    """The rule that an entry of a pack says; it must have the keys that its method needs."""
    method = Method(entry["method"])
    if method is Method.ANNOUNCED:
        return Rule(method)
    awards = method not in WEIGHING | ADDING
    return Rule(
        method=method,
        parts=_parts(entry),
        multiplier=decimal(entry.get("multiplier", 100 if method is Method.SHARE_OF_ANSWERS else 1)),
        when_missing=Lacking(entry.get("when_missing", "blocks")),
        when_not_applicable=Lacking(entry.get("when_not_applicable", "left_out" if awards else "blocks")),
        options={name: read(entry[name]) for name, read in _OPTIONS.items() if name in entry},
        least_share=decimal(entry["least_share"]) if "least_share" in entry else None,
        leaves_out_unasked="unasked" in entry,
        decimals=entry.get("decimals"),
    )


def _parts(entry: Mapping[str, Any]) -> tuple[Part, ...]:
    if "weights" in entry:
        return tuple(Part(code, decimal(weight)) for code, weight in entry["weights"].items())
    return tuple(Part(code) for code in entry.get("parts", entry.get("points", ())))


def _numbers_by_code(written: Mapping[str, float]) -> Mapping[str, Decimal]:
    return {code: decimal(number) for code, number in written.items()}


def _pairs(written: list[list[float]]) -> tuple[tuple[Decimal, Decimal], ...]:
    return tuple((decimal(bound), decimal(points)) for bound, points in written)


_OPTIONS: Final[Mapping[str, Callable[[Any], Option]]] = {
    "exponent": decimal,
    "weights_are": str,
    "weigh": str,
    "maximum": decimal,
    "each": decimal,
    "floor": decimal,
    "below": decimal,
    "threshold": decimal,
    "target": decimal,
    "when_zero": decimal,
    "out_of": decimal,
    "most_bonus": decimal,
    "most_penalty": decimal,
    "steps": _pairs,
    "points": _numbers_by_code,
    "bonus": _numbers_by_code,
    "penalty": _numbers_by_code,
    "chosen": tuple,
    "formula": parse_formula,
    "edition": str,
    "node": str,
}
