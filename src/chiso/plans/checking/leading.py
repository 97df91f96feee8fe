"""The units among which the work of a component is divided where none is named as its lead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from chiso.documents.document import Block
from chiso.plans.checking.numbers import ordinal
from chiso.plans.plan import Component
from chiso.units import recognise

_FOCAL: Final = re.compile(r"\b[Gg]iao\s+(?P<unit>[^,.;:“]{4,70}?)\s+(?:là|làm)\s+đầu mối\b")


def dividing_units(component: Component, blocks: Iterable[Block], agency: str) -> tuple[str, ...]:
    """The units that lead tasks of a component without a lead, else those that its own blocks make its focal point."""
    leads = [] if component.assignment.lead else [task.assignment.lead for task in component.tasks]
    named = [name for name in leads if name] or _focal_units(blocks)
    return tuple(unit.name for unit in recognise(named, agency=agency)) if named else ()


def _focal_units(blocks: Iterable[Block]) -> list[str]:
    names: list[str] = []
    for block in blocks:
        if (told := ordinal(block.marker)) and told.style == "roman":
            break  # the next part of the plan
        if "đầu mối" in block.text:
            names += [found["unit"] for found in _FOCAL.finditer(block.text)]
    return names
