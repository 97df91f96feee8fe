"""Many possible tables instead of one: scores and ranks when what is assumed may be otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from chiso.problems import Problem, ProblemError
from chiso.web.results.certainty.asked import Asked
from chiso.web.results.peers.computing import scored
from chiso.web.results.peers.values import Table

if TYPE_CHECKING:
    import numpy as np

    from chiso.robustness import Assumption, Ground, Removal, Sensitivity, Uncertainty

DRAWS: Final = 1000
_POINTS: Final = 1024  # of the quasi-random sample, which takes (assumptions + 2) times as many draws
_KEPT: Final = 16
_MEANS: Final = ("weighted_mean", "geometric_mean")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a table; two tables of one mark say the same."""

    mark: str
    asked: Asked
    table: Table = field(compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What the draws gave.

    refused:     why an assumption that was asked for cannot apply here, by its name
    sensitivity: None where one assumption varies alone, for it explains everything
    removal:     None where the whole is not put together out of several parts
    """

    found: Uncertainty
    refused: Mapping[str, tuple[Problem, ...]]
    sensitivity: Sensitivity | None
    removal: Removal | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing can be drawn: the whole is not computed, or nothing that was asked for can apply."""

    problems: tuple[Problem, ...]


def drawn(table: Table, asked: Asked) -> Drawn | Refused:
    """Draw what is asked for; answers are kept while others look at them, whichever unit or place they ask about."""
    return _drawn(Question(table.mark, replace(asked, unit="", place=None), table))


@lru_cache(maxsize=_KEPT)
def _drawn(question: Question) -> Drawn | Refused:
    import numpy as np  # noqa: PLC0415 - needed on a few pages, not in every server process

    from chiso import robustness  # noqa: PLC0415 - the same

    table, asked = question.table, question.asked
    try:
        ground = robustness.Ground.of(scored(table, table.heading.rules))
    except ProblemError as error:
        return Refused(tuple(error.problems))
    fitting, refused = _fitting(ground, asked)
    if refused and not fitting:
        return Refused(tuple(problem for problems in refused.values() for problem in problems))
    rng = np.random.default_rng(asked.seed)
    try:
        found = robustness.uncertainty(ground, fitting, DRAWS, rng)
        sensitivity = _sensitivity(ground, fitting, rng)
    except ProblemError as error:
        return Refused(tuple(error.problems))
    return Drawn(found, {} if asked.is_default else refused, sensitivity, _removal(ground))


def _fitting(ground: Ground, asked: Asked) -> tuple[list[Assumption], dict[str, tuple[Problem, ...]]]:
    """The assumptions that can apply, and why the others cannot."""
    import numpy as np  # noqa: PLC0415 - see above

    from chiso.robustness import pools  # noqa: PLC0415 - see above

    fitting, refused = [], {}
    for name, assumption in _assumptions(ground, asked).items():
        try:
            pools([assumption], ground, 1, np.random.default_rng(asked.seed))
        except ProblemError as error:
            refused[name] = tuple(error.problems)
        else:
            fitting.append(assumption)
    return fitting, refused


def _assumptions(ground: Ground, asked: Asked) -> dict[str, Assumption]:
    from chiso.robustness import Alternatives, Dropping, StandardErrors, Weights  # noqa: PLC0415 - see above

    wanted: dict[str, Assumption] = {}
    if asked.share:
        wanted["weights"] = Weights(asked.share / 100)
    if asked.geometric:
        wanted["aggregate"] = Alternatives("aggregate", _MEANS)
    if asked.dropping:
        wanted["drop"] = Dropping(_parts(ground))
    if asked.error:
        wanted["values"] = StandardErrors(_errors(ground, asked.error))
    return wanted


def _parts(ground: Ground) -> tuple[str, ...]:
    """The codes of which the whole is put together."""
    codes = ground.edition.codes
    return tuple(codes[part] for part in ground.leading()[-1].parts)


def _errors(ground: Ground, error: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """One standard error for every score that is known."""
    import numpy as np  # noqa: PLC0415 - see above

    return np.where(np.isnan(ground.given.values), 0.0, error)


def _sensitivity(ground: Ground, fitting: list[Assumption], rng: np.random.Generator) -> Sensitivity | None:
    from chiso.robustness import sensitivity  # noqa: PLC0415 - see above

    return sensitivity(ground, fitting, _POINTS, rng) if len(fitting) > 1 else None


def _removal(ground: Ground) -> Removal | None:
    from chiso.robustness import removal  # noqa: PLC0415 - see above

    try:
        return removal(ground)
    except ProblemError:
        return None
