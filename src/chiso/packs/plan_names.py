"""The names that the plan reader is given: provinces, and the components of every index family."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from chiso.packs import load_all, provinces
from chiso.plans.names import ComponentName, Names


@cache
def names() -> Names:
    """Everything that the packs call by name, in the shape that `plans.read` takes."""
    components: dict[str, dict[str, ComponentName]] = defaultdict(dict)
    for edition in load_all():
        for node in edition.components:
            components[edition.framework.abbreviation].setdefault(node.name.vi, ComponentName(node.name.vi, node.aliases))
    return Names(
        provinces=tuple(province.name for province in provinces()),
        components={family: tuple(found.values()) for family, found in components.items()},
    )
