"""Points for the answers of a survey, counted by answer."""

from __future__ import annotations

from chiso.scoring.arrays import Flags, Floats, divided


def share_of_answers(counts: Floats, chosen: Flags, multiplier: float) -> Floats:
    """Give multiplier · Σ chosen answers / Σ all answers; NaN where nobody answered.

    counts: units × answers, from zero up. Source: SIPAS, share of "hài lòng" and "rất hài lòng" among valid answers.
    """
    return multiplier * divided(counts[..., chosen].sum(axis=-1), counts.sum(axis=-1))


def mean_of_scale(counts: Floats, points: Floats) -> Floats:
    """Give Σ points · count / Σ count; NaN where nothing was counted.

    counts: units × answers, from zero up. Source: Thông tư 01/2018/TT-VPCP, Article 15: points of all files over their number.
    """
    return divided(counts @ points, counts.sum(axis=-1))
