"""Points for what was done or not done, and for how many times."""

from __future__ import annotations

import numpy as np

from chiso.scoring.arrays import Floats


def yes_no(answers: Floats, maximum: float) -> Floats:
    """The maximum for yes (1), nothing for no (0); what does not apply is taken out by the node above.

    answers: units × 1, each 0 or 1; others are refused when they are read. Source: criteria of the PAR INDEX, "Có / Không / Không áp dụng".
    """
    answer = answers[..., 0]
    return np.where(np.isnan(answer), np.nan, np.where(answer > 0, maximum, 0.0))


def capped_count(counts: Floats, each: float, maximum: float) -> Floats:
    """Give min(maximum, each · Σ counts).

    counts: units × kinds of things counted, from zero up. Source: criteria of the PAR INDEX, so much for each thing done.
    """
    points: Floats = np.minimum(maximum, each * counts.sum(axis=-1))
    return points


def deduction(faults: Floats, maximum: float, each: float, floor: float) -> Floats:
    """Give max(floor, maximum − each · Σ faults).

    faults: units × kinds of faults counted, from zero up. Source: criteria of the PAR INDEX, so much off for each fault.
    """
    points: Floats = np.maximum(floor, maximum - each * faults.sum(axis=-1))
    return points


def bonus_and_penalty(base: Floats, bonus: Floats, penalty: Floats, most_bonus: float, most_penalty: float) -> Floats:
    """Give Σ base + min(most bonus, Σ bonus) − min(most penalty, Σ penalty).

    base, bonus, penalty: units × parts, in points; what is counted for the latter two is from zero up. Source: provincial sets of criteria with "điểm cộng, điểm trừ".
    """
    added = np.minimum(most_bonus, bonus.sum(axis=-1))
    taken = np.minimum(most_penalty, penalty.sum(axis=-1))
    points: Floats = base.sum(axis=-1) + added - taken
    return points


def imported(index: Floats, out_of: float, maximum: float) -> Floats:
    """Give maximum · index / out of: the result of another index, such as SIPAS in the PAR INDEX.

    index: units × 1, on a scale from zero up to `out_of`.
    """
    points: Floats = maximum * index[..., 0] / out_of
    return points
