"""Which node of the edition each component of the plan is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from chiso.frameworks.edition import Edition, Node
from chiso.plans.checking.subject import Subject
from chiso.plans.reading.words import bare

_ALIKE: Final = 88.0


def node_of(subject: Subject, component: int | None) -> Node | None:
    """The node of a component, by its name or a name much like it; of the whole index the headline."""
    edition = subject.edition
    if edition is None:
        return None
    if component is None:
        return edition.headline
    name = subject.components[component].name
    return edition.find_node(name) or _nearest(name, edition)


def _nearest(name: str, edition: Edition) -> Node | None:
    wanted = bare(name)
    rated = [(_likeness(wanted, _bare_names(node.names)), node) for node in edition.components]
    best, node = max(rated, key=lambda each: each[0], default=(0.0, None))
    return node if best >= _ALIKE else None


@lru_cache(maxsize=1024)
def _bare_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(bare(name) for name in names)


def _likeness(wanted: str, names: Iterable[str]) -> float:
    """How like the nearest name is; whole where one name begins with the other."""
    return max(100.0 if _begins(wanted, name) else ratio(wanted, name) for name in names)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short.split()) > 2 and long.startswith(f"{short} ")  # noqa: PLR2004 (two syllables begin too many names)
