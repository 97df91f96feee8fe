"""From observations to a scorecard: the steps of a recipe, then rank and band of every node."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import polars as pl

from chiso.frameworks import Edition, Rule
from chiso.legal import Dated
from chiso.scoring import _problems as told
from chiso.scoring.chain import Given, run
from chiso.scoring.observations import Observations, checked
from chiso.scoring.plan import compiled, observed_shares
from chiso.scoring.recipe import Recipe
from chiso.scoring.scorecard import Scorecard
from chiso.scoring.standing import standing

_YEAR = re.compile(r"\d{4}")


def score(
    edition: Edition,
    observations: pl.DataFrame | Observations,
    *,
    as_of: date | None = None,
    recipe: Recipe | None = None,
    history: Mapping[int, Observations] | None = None,
) -> Scorecard:
    """Every node of every unit: score, rank and band, by the rules of a day.

    observations: long (unit, node, value, and where needed period and status), of one period; or read already
    as_of:        the day whose rules apply; else the last day of the period, where that is a year
    recipe:       another method than the edition's own
    history:      earlier years, where the method goes by extremes of several years

    A node that the data give directly is taken as given, and what lies under it is left out.
    Raises ProblemError with all faults of the observations, NotInForce where a rule is out of its dates.
    """
    table = observations if isinstance(observations, Observations) else checked(observations, edition)
    if table.edition.codes != edition.codes:
        raise ValueError(f"observations of {table.edition.key}, not of {edition.key}")
    day = as_of or _last_day(table.period)
    given = table.given_codes
    rules = _rules(edition, given, day)
    method = recipe or Recipe(edition, edition.steps_on(day), {code: rule.value for code, rule in rules.items()})
    plan = compiled(method, given)
    known = Given.of(table, method, day, history or {})
    stages = run(method, known, plan)
    shares = observed_shares((*known.awards, *plan), table.observed, table.applies)
    shown = _shown(method, given)
    return Scorecard(
        edition=edition,
        as_of=day,
        table=table,
        recipe=method,
        rules=rules,
        stages=stages,
        frame=standing(table, stages, shares, shown, day),
        shown=tuple(shown),
        past=known.past,
    )


def _last_day(period: str | None) -> date | None:
    return date(int(period), 12, 31) if period is not None and _YEAR.fullmatch(period) else None


def _rules(edition: Edition, given: set[str], day: date | None) -> dict[str, Dated[Rule]]:
    """The rule in force of every node but the computed ones that the data give directly."""
    in_force = {code: timeline.on(day) for code, timeline in edition.rules.items()}
    return {code: rule for code, rule in in_force.items() if code not in given or not rule.value.is_computed}


def _shown(recipe: Recipe, given: set[str]) -> list[str]:
    """The codes of the scorecard: all nodes but those taken out and those under a computed node that is given."""
    edition = recipe.edition
    hidden = set(recipe.left_out)
    for code, timeline in edition.rules.items():
        if code in given and all(dated.value.is_computed for dated in timeline):
            hidden |= {node.code for node in edition.below(code)}
    shown = [node.code for node in edition.nodes if node.code not in hidden]
    if not shown:
        told.UNKNOWN_CODE.stop(given=", ".join(recipe.dropped), wanted=edition.headline.code)
    return shown
