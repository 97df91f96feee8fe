"""The desk on which an own edition is made: what it says itself, what its base says, and both together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from chiso import packs
from chiso.frameworks import strict_yaml
from chiso.frameworks.sources import text
from chiso.legal import Source
from chiso.packs.derived import Derived
from chiso.web.catalogue.models import OwnEdition

Written = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """A version of an own edition with its contents as packs write them."""

    edition: OwnEdition
    own: Written
    full: Written
    base_codes: frozenset[str]

    @classmethod
    def of(cls, edition: OwnEdition) -> Desk:
        """Lay out a version."""
        made = Derived(edition.text, edition.scenarios)
        base = packs.built_in().written(edition.base)
        return cls(edition, made.written, made.whole(), frozenset(node["code"] for node in base["nodes"]))

    @property
    def name(self) -> str:
        """What the edition is called."""
        return said(self.full["name"])

    @property
    def nodes(self) -> list[Written]:
        """All nodes, those above first."""
        nodes: list[Written] = self.full["nodes"]
        return nodes

    @property
    def absent(self) -> list[Written]:
        """What is still absent."""
        found: list[Written] = self.full.get("absent", [])
        return found

    @property
    def scenarios(self) -> list[Written]:
        """The scenarios by which it is proved."""
        written = strict_yaml.read(self.edition.scenarios, "scenarios") if self.edition.scenarios else []
        return list(written)

    def node(self, code: str) -> Written | None:
        """The node of a code."""
        return next((node for node in self.nodes if node["code"] == code), None)

    def children(self, code: str) -> list[Written]:
        """The nodes directly under a node."""
        return [node for node in self.nodes if node.get("parent") == code]

    def tree(self) -> Iterator[tuple[int, Written]]:
        """The nodes with their depth, each followed by those under it."""
        yield from self._branch(None, 0)

    def _branch(self, parent: str | None, depth: int) -> Iterator[tuple[int, Written]]:
        for node in self.nodes:
            if node.get("parent") == parent:
                yield depth, node
                yield from self._branch(node["code"], depth + 1)

    def rule_now(self, code: str) -> Written | None:
        """The newest rule of a node."""
        entries: list[Written] = self.full["rules"].get(code, [])
        return entries[-1] if entries else None

    def source_label(self, key: str) -> str:
        """The label of a source, its key where nobody knows it."""
        written = self.full.get("sources", {}).get(key)
        if written is not None:
            return _label(written)
        known: Source | None = packs.built_in().legal.get(key)
        return known.label(get_language() or "vi") if known else key

    def is_own_source(self, key: str) -> bool:
        """Whether the agency brought the source."""
        return key in self.own.get("sources", {})

    def sources(self) -> list[tuple[str, str]]:
        """The sources that may be cited, the agency's own first."""
        own = self.own.get("sources", {})
        others = [key for key in self.full.get("sources", {}) if key not in own]
        return [(key, self.source_label(key)) for key in (*own, *others)]

    @property
    def years(self) -> tuple[int, int]:
        """The first and last year whose results it makes."""
        first, last = self.full["years"]
        return first, last


def said(written: Written) -> str:
    """Words of a pack in the language of the page."""
    return text(written).in_language(get_language() or "vi")


def plain(number: Decimal) -> int | float:
    """A number as packs write it."""
    return int(number) if number == number.to_integral_value() else float(number)


def _label(written: Written) -> str:
    head = " ".join(filter(None, [written.get("kind"), written.get("number")]))
    title = ", ".join(filter(None, [said(written["title"]), written.get("article")]))
    return f"{head} – {title}" if head else title
