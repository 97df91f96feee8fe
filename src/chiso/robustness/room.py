"""How much memory draws take, and the most that may be taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chiso.robustness import _problems as told
from chiso.robustness.assumptions import Assumption, Dropping, Replicates, StandardErrors, Weights, WeightSets
from chiso.robustness.ground import Ground

MOST_BYTES: Final = 4 * 10**9
_NUMBER: Final = 8
_ARRAYS_OF_SCORES: Final = 9  # scores, ranks, and what sorting them takes
_ARRAYS_OF_WEIGHTS: Final = 4
_LABEL: Final = 100


def check_room(ground: Ground, assumptions: Sequence[Assumption], draws: int, cases: int) -> None:
    """Refuse so many draws, out of so many cases of each assumption, where they would take more than `MOST_BYTES`.

    Raises ProblemError robustness.too_many_draws.
    """
    a_case = sum(_of_a_case(each, ground) for each in assumptions) + _LABEL
    a_draw = _NUMBER * (_ARRAYS_OF_SCORES * len(ground.units) + len(assumptions))
    if any(isinstance(each, Weights | WeightSets | Dropping) for each in assumptions):
        a_draw += _NUMBER * _ARRAYS_OF_WEIGHTS * len(ground.edition.codes)
    refuse_beyond(draws, a_draw + a_case * cases / draws)


def refuse_beyond(draws: int, bytes_of_each: float) -> None:
    """Refuse so many draws of so many bytes each. Raises ProblemError robustness.too_many_draws."""
    if draws * bytes_of_each > MOST_BYTES:
        needed = f"{draws * bytes_of_each / 10**9:.0f}"
        told.TOO_MANY_DRAWS.stop(given=draws, where=needed, wanted=int(MOST_BYTES / bytes_of_each))


def _of_a_case(assumption: Assumption, ground: Ground) -> float:
    """The bytes of one case of an assumption: its factors or its noise."""
    match assumption:
        case Weights():
            return _NUMBER * len(ground.edition.codes)
        case StandardErrors():
            return _NUMBER * ground.given.values.size
        case Replicates():
            return _NUMBER * len(assumption.scales)
        case _:
            return 0
