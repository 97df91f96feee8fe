"""What uncertainty stands on: the recipe, the data, and the node whose scores are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chiso.frameworks import Edition
from chiso.frameworks.rules import WEIGHING
from chiso.robustness import _problems as told
from chiso.scoring import Given, Joint, Observations, Recipe, Scorecard, Stages, compiled
from chiso.scoring.arrays import Floats, Places
from chiso.scoring.chain import groups_of
from chiso.scoring.rank import ranks, ranks_within


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A recipe on its data.

    node:   the code whose scores and ranks are asked for
    direct: codes that the data give though they could be computed
    tables: for each unit the table in which it is ranked; None where there is one
    stages: what the steps of the recipe as it is made of the data
    joints: how the nodes of the recipe as it is come out of what the data give
    """

    recipe: Recipe
    given: Given
    stages: Stages
    joints: tuple[Joint, ...]
    direct: frozenset[str]
    node: str
    on: date | None
    tables: Places | None

    @classmethod
    def of(cls, card: Scorecard, node: str | None = None, history: Mapping[int, Observations] | None = None) -> Ground:
        """The ground of a scorecard.

        node:    the headline unless another one is named; history: as given to `score`
        Raises ProblemError where nothing is computed of which the node is made.
        """
        table, day = card.table, card.as_of
        code = node or card.edition.headline.code
        ground = cls(
            recipe=card.recipe,
            given=Given.of(table, card.recipe, day, history or {}),
            stages=card.stages,
            joints=compiled(card.recipe, table.given_codes),
            direct=frozenset(table.given_codes),
            node=code,
            on=day,
            tables=tables_of(card),
        )
        if code not in ground.computed:
            told.NOT_COMPUTED.stop(given=code, wanted=", ".join(ground.computed) or "–")
        return ground

    @property
    def edition(self) -> Edition:
        """The edition of the recipe."""
        return self.recipe.edition

    @property
    def units(self) -> tuple[str, ...]:
        """The units, in the order of the data."""
        return tuple(self.given.units)

    @property
    def computed(self) -> tuple[str, ...]:
        """The codes of the computed nodes."""
        codes = self.edition.codes
        return tuple(codes[joint.place] for joint in self.joints)

    @property
    def weights(self) -> dict[str, float]:
        """The weights of the parts that weigh in the node asked for, directly or further down."""
        codes = self.edition.codes
        found: dict[str, float] = {}
        for joint in self.leading():
            if joint.rule.method in WEIGHING and "weigh" not in joint.rule.options:
                found |= {codes[part]: float(weight) for part, weight in zip(joint.parts, joint.weights, strict=True)}
        return found

    def leading(self) -> tuple[Joint, ...]:
        """The computed nodes that go into the node asked for, itself included, from the leaves up."""
        places = {self.edition.codes.index(self.node)}
        found = []
        for joint in reversed(self.joints):
            if joint.place in places:
                places |= set(joint.parts.tolist())
                found.append(joint)
        return tuple(reversed(found))

    def plan(self, recipe: Recipe) -> tuple[Joint, ...]:
        """How the nodes of a recipe come out of what the data give."""
        return self.joints if recipe is self.recipe else compiled(recipe, self.direct)

    def ranks(self, scores: Floats) -> Floats:
        """The ranks (…, units) of scores (…, units)."""
        column = scores[..., None]
        return (ranks(column) if self.tables is None else ranks_within(column, self.tables))[..., 0]


def tables_of(card: Scorecard) -> Places | None:
    """Which units are ranked together, where the edition ranks several tables and the data tell them apart."""
    timeline = card.edition.ranking
    ranking = timeline.find(card.as_of) if card.as_of else timeline.values[-1]
    name = ranking.value.within if ranking else None
    labels = (card.table.attributes or {}).get(name) if name else None
    return None if labels is None else groups_of(labels)
