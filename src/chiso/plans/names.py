"""The names that the shell takes from packs, so that reading needs no pack itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ComponentName:
    """A component's official name and the other names that offices write."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The official name first, then the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Names:
    """What is known by name: provinces, the components of each index family, units.

    components: index family as in the plan schema ("PCI", "PAR INDEX" …) to its component names.
    Every field may be empty; reading then goes by the structure of the document alone.
    """

    provinces: tuple[str, ...] = ()
    components: Mapping[str, tuple[ComponentName, ...]] = field(default_factory=dict)
    units: tuple[str, ...] = ()
