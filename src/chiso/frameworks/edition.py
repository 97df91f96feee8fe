"""An edition of an index: what is measured, on which scales, by which rules, according to whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from chiso.frameworks.bands import BandRule
from chiso.frameworks.measured import Collected, Fact, Scale
from chiso.frameworks.rules import Ranking, Rule
from chiso.frameworks.steps import Direction, Steps
from chiso.legal import Source, Timeline
from chiso.problems import Text


class SubjectKind(StrEnum):
    """What is measured."""

    DEPARTMENT = "department"
    DISTRICT = "district"
    COMMUNE = "commune"
    PROVINCE = "province"
    MINISTRY = "ministry"


class NodeKind(StrEnum):
    """The level of a node; a part is a share of the headline that cuts across its components."""

    HEADLINE = "headline"
    PART = "part"
    COMPONENT = "component"
    SUB_COMPONENT = "sub_component"
    CRITERION = "criterion"
    INDICATOR = "indicator"


class Arithmetic(StrEnum):
    """Awarded points are added as decimals, statistics as float64."""

    POINTS = "points"
    STATISTIC = "statistic"


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without case, spaces and punctuation, by which spellings of one name are equal.

    >>> folded("PAR INDEX") == folded("ParIndex") == folded("par-index")
    True
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", name).casefold())


@dataclass(frozen=True, slots=True)
class Framework:
    """An index family such as DDCI: its key, abbreviation and name, who judges, and how plans write it."""

    key: str
    abbreviation: str
    name: Text
    judged_by: Text
    aliases: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether a plan means this index by `name`.

        >>> ddci = Framework("ddci", "DDCI", Text("", ""), Text("", ""))
        >>> ddci.is_called("ddci")
        True
        """
        return folded(name) in {folded(known) for known in (self.key, self.abbreviation, *self.aliases)}


@dataclass(frozen=True, slots=True)
class Columns:
    """How the tables of an edition are laid out.

    ignored: columns that say nothing of scores; missing: what stands in a cell without a value, besides nothing
    """

    unit: str = "unit"
    period: str = "period"
    ignored: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the tree of an edition.

    parent:             code of the node above; None of the headline
    aliases:            other names that offices write for it
    group:              the group of components that it stands in, where the edition has groups
    weight:             in the newest rule of the node above, where that rule weighs
    counts_in_headline: whether it goes into the headline; None where nobody has stated it
    order:              place in the tree, read from the top, from 0
    direction:          of an indicator: whether more is better
    collected:          where its data come from
    """

    code: str
    kind: NodeKind
    name: Text
    scale: Scale
    source: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    group: Text | None = None
    themes: tuple[str, ...] = ()
    weight: Decimal | None = None
    counts_in_headline: bool | None = None
    order: int = 0
    direction: Direction = Direction.POSITIVE
    collected: Collected | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The Vietnamese name and all aliases."""
        return (self.name.vi, *self.aliases)


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that no source gives, and why; of one node where `node` is its code."""

    what: Text
    why: Text
    node: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A node or fact of the base that an edition of one's own leaves out: why, and according to which source."""

    code: str
    name: Text
    why: Text
    source: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a framework, valid for the results of `first_year` to `last_year`, both included.

    rules, bands:  by code of the node; a node without a rule is observed
    sources:       by key: the edition's own and the legal documents that it cites
    decimals:      with which scores are printed
    content_hash:  SHA-256 of what the edition says, whatever its layout
    facts:         figures that go into rules without being scores
    attributes:    by column: what tells units apart, such as their group
    steps:         what is done to measured values before they are put together; empty where nothing is
    refines:       key of the edition that this one takes further down; plans are bound to that one
    derived_from:  key of the edition that this one is based on
    agency:        whose own edition this is; None of one that holds for everybody
    dropped:       what it leaves out of its base, with why
    """

    key: str
    framework: Framework
    name: Text
    subject_kind: SubjectKind
    first_year: int
    last_year: int
    arithmetic: Arithmetic
    decimals: int
    nodes: tuple[Node, ...]
    rules: Mapping[str, Timeline[Rule]]
    bands: Mapping[str, Timeline[BandRule]]
    ranking: Timeline[Ranking]
    sources: Mapping[str, Source]
    content_hash: str
    province: str | None = None
    absent: tuple[Absence, ...] = ()
    facts: tuple[Fact, ...] = ()
    attributes: Mapping[str, Text] = field(default_factory=dict)
    steps: Timeline[Steps] = field(default_factory=lambda: Timeline("steps"))
    columns: Columns = Columns()
    refines: str | None = None
    derived_from: str | None = None
    agency: Text | None = None
    dropped: tuple[Dropped, ...] = ()
    _by_code: Mapping[str, Node] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_code", {node.code: node for node in self.nodes})

    def __hash__(self) -> int:
        return hash(self.content_hash)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that data may have: of the nodes, then of the facts."""
        return (*self._by_code, *(fact.code for fact in self.facts))

    def node(self, code: str) -> Node:
        """The node of a code; KeyError where there is none."""
        return self._by_code[code]

    def children(self, code: str) -> tuple[Node, ...]:
        """The nodes directly under a node, in order."""
        return tuple(node for node in self.nodes if node.parent == code)

    def below(self, code: str) -> tuple[Node, ...]:
        """All nodes under a node, at any depth, in order."""
        found = {code}
        for node in self.nodes:  # parents come first
            if node.parent in found:
                found.add(node.code)
        return tuple(node for node in self.nodes if node.code in found and node.code != code)

    @property
    def headline(self) -> Node:
        """The node of the whole index."""
        return self.nodes[0]

    @property
    def indicators(self) -> tuple[Node, ...]:
        """What the steps are for: the indicators, in order; where none is called so, the lowest nodes of the tree."""
        called_so = tuple(node for node in self.nodes if node.kind is NodeKind.INDICATOR)
        above = {node.parent for node in self.nodes}
        return called_so or tuple(node for node in self.nodes if node.code not in above)

    def name_of(self, code: str) -> Text:
        """The name of a node or a fact; KeyError where there is neither."""
        if code in self._by_code:
            return self._by_code[code].name
        return {fact.code: fact.name for fact in self.facts}[code]

    def steps_on(self, on: date | None) -> Steps:
        """The steps of a day; none where the edition has none. Raises NotInForce outside their dates."""
        return self.steps.on(on).value if self.steps else Steps()

    @property
    def components(self) -> tuple[Node, ...]:
        """The components, in order."""
        return tuple(node for node in self.nodes if node.kind is NodeKind.COMPONENT)

    def covers(self, year: int) -> bool:
        """Whether the edition says how results of a year are made."""
        return self.first_year <= year <= self.last_year

    def rule(self, code: str, on: date | None = None) -> Rule | None:
        """The rule of a node on a day; None of a node that is observed. Raises NotInForce outside its dates."""
        timeline = self.rules.get(code)
        return timeline.on(on).value if timeline else None

    def is_put_together(self, rule: Rule) -> bool:
        """Whether a rule makes a score out of other scores, not out of facts alone."""
        return rule.is_computed and not (rule.awards and all(part.code not in self for part in rule.parts))

    def find_node(self, name: str) -> Node | None:
        """The component or other node that somebody calls `name`, by name or alias, whatever its case."""
        wanted = folded(name)
        return next((node for node in self.nodes if wanted in {folded(known) for known in node.names}), None)
