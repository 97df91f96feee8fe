"""What became of the nodes of one edition in the next, and what different indices say of one theme."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chiso.frameworks.edition import Edition
from chiso.problems import Text


class Change(StrEnum):
    """What happened to nodes from one edition to the next."""

    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    DROPPED = "dropped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Link:
    """One change: codes in the earlier edition, codes in the later."""

    change: Change
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """All changes between two editions, cited; a code that no link names is the same node in both."""

    earlier: str
    later: str
    source: str
    links: tuple[Link, ...] = ()

    def after(self, code: str) -> tuple[str, ...]:
        """The codes in the later edition that a code of the earlier one became; none where it was dropped.

        >>> split = Crosswalk("a/1", "a/2", "s", (Link(Change.SPLIT, ("x",), ("y", "z")),))
        >>> split.after("x"), split.after("w")
        (('y', 'z'), ('w',))
        """
        return next((link.after for link in self.links if code in link.before), (code,))

    def before(self, code: str) -> tuple[str, ...]:
        """The codes in the earlier edition that a code of the later one came from; none where it is new."""
        return next((link.before for link in self.links if code in link.after), (code,))


@dataclass(frozen=True, slots=True)
class Order:
    """The order in which a kind of publication lists the components of an edition, where it is not the edition's."""

    edition: str
    used_by: Text
    codes: tuple[str, ...]
    source: str


def unexplained(earlier: Edition, later: Edition, crosswalk: Crosswalk | None) -> list[str]:
    """The codes that are in only one of two editions, or of another kind, and that no link tells of."""
    links = crosswalk.links if crosswalk else ()
    told = {code for link in links for code in (*link.before, *link.after)}
    kinds = [{node.code: node.kind for node in edition.nodes} for edition in (earlier, later)]
    codes = dict.fromkeys([*kinds[0], *kinds[1]])
    return [code for code in codes if kinds[0].get(code) != kinds[1].get(code) and code not in told]


def by_theme(one: Edition, other: Edition) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each theme that both editions have, the codes that each has under it."""
    themes = dict.fromkeys(theme for node in one.nodes for theme in node.themes)
    pairs = {theme: (_of_theme(one, theme), _of_theme(other, theme)) for theme in themes}
    return {theme: pair for theme, pair in pairs.items() if pair[1]}


def _of_theme(edition: Edition, theme: str) -> tuple[str, ...]:
    return tuple(node.code for node in edition.nodes if theme in node.themes)
