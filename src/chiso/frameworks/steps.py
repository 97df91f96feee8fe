"""What is done to the measured values of all units before they are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Entry = Mapping[str, Any]


class Direction(StrEnum):
    """Whether more of an indicator is better."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Step:
    """One way of a step, for some indicators.

    nodes:   the codes that it is for; empty: all indicators that no other entry of the step names
    options: by the names of `chiso.frameworks.signatures`
    """

    method: str
    nodes: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, entry: Entry) -> Step:
        """The step that an entry of a pack or a recipe says."""
        options = {key: value for key, value in entry.items() if key not in {"method", "nodes"}}
        return cls(entry["method"], tuple(entry.get("nodes", ())), options)


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of an edition, in the order in which they are taken.

    denominate:     by code of the indicator, the fact that it is divided by
    least_observed: the least share of indicators (0–1) that a unit needs to be scored at all
    """

    denominate: Mapping[str, str] = field(default_factory=dict)
    least_observed: float | None = None
    impute: tuple[Step, ...] = ()
    treat: tuple[Step, ...] = ()
    normalise: tuple[Step, ...] = ()


def listed(entries: Entry | list[Entry] | tuple[Entry, ...] | None) -> tuple[Entry, ...]:
    """The entries of a step, of which one may stand alone."""
    if entries is None:
        return ()
    return (entries,) if isinstance(entries, Mapping) else tuple(entries)


def named_twice(steps: Sequence[Step]) -> list[str]:
    """The codes that two entries of a step name; "–" where two name none and so mean the same ones."""
    counts = Counter(code for step in steps for code in step.nodes or ("–",))
    return [code for code, count in counts.items() if count > 1]


def steps_of(written: Entry) -> Steps:
    """The steps that a pack or a recipe says; its entries must have been checked."""
    return Steps(
        denominate=dict(written.get("denominate", {})),
        least_observed=written.get("screen", {}).get("least_observed"),
        **{
            name: tuple(Step.of(entry) for entry in listed(written.get(name)))
            for name in ("impute", "treat", "normalise")
        },
    )
