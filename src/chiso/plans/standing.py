"""Where a component or index stands between its last result and its target: in points, rank and band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from chiso.plans import status_rules as rules
from chiso.plans.judgement import Judgement, Status, figure
from chiso.plans.plan import Score
from chiso.problems import Text


@dataclass(frozen=True, slots=True)
class _Aspect:
    """One way in which a target is told, each value as a number of which more is better."""

    name: Text
    target: Fraction
    target_words: Text
    current: Fraction | None
    current_words: Text
    baseline: Fraction | None
    baseline_words: Text


_POINTS: Final = Text("điểm", "points")
_RANK: Final = Text("hạng", "rank")
_BAND: Final = Text("xếp loại", "band")
_MAXIMUM: Final = Text("điểm tối đa", "maximum points")


def component_status(
    baseline: Score | None, target: Score | None, current: Score | None, *, bands: Sequence[str] = ()
) -> Judgement:
    """How a component or index with a target stands; where the target names several figures, its worst one decides.

    bands: the edition's bands from worst to best; without them a target told as a band is not compared

    >>> component_status(Score(score=7.95), Score(score=8), Score(score=7.99)).status.value
    'at_risk'
    """
    told = _aspects(baseline or Score(), target or Score(), current or Score(), bands)
    if not told:
        return rules.NO_TARGET()
    known = [aspect for aspect in told if aspect.current is not None]
    if not known:
        return rules.NO_CURRENT()
    missing = [aspect.name for aspect in told if aspect.current is None]
    worst = max(map(_judged, known), key=lambda judgement: judgement.status.severity)
    if worst.status is not Status.MET:
        return worst
    facts = {
        "current": _listed([aspect.current_words for aspect in known]),
        "target": _listed([aspect.target_words for aspect in known]),
    }
    return rules.MET_SO_FAR(**facts, missing=_listed(missing)) if missing else rules.MET(**facts)


def _judged(aspect: _Aspect) -> Judgement:
    current = aspect.current
    if current is None or current >= aspect.target:
        return rules.MET(current=aspect.current_words, target=aspect.target_words)
    if aspect.baseline is None:
        return rules.SHORT_WITHOUT_BASELINE(current=aspect.current_words, target=aspect.target_words)
    rule = rules.BELOW_BASELINE if current < aspect.baseline else rules.SHORT
    return rule(current=aspect.current_words, target=aspect.target_words, baseline=aspect.baseline_words)


def _aspects(baseline: Score, target: Score, current: Score, bands: Sequence[str]) -> list[_Aspect]:
    found = (
        _points(baseline, target, current),
        _rank(baseline, target, current),
        _band(baseline, target, current, [band.casefold() for band in bands]),
    )
    return [aspect for aspect in found if aspect]


def _points(baseline: Score, target: Score, current: Score) -> _Aspect | None:
    scale = target.scale or current.scale or baseline.scale
    if target.score is None and not target.score_is_maximum_points:
        return None
    # Full points cannot be compared with anything while nobody says how many there are.
    is_comparable = target.score is not None or scale is not None
    return _Aspect(
        name=_POINTS,
        target=Fraction(1) if target.score is None else _share(target, scale),
        target_words=_MAXIMUM if target.score is None else _in_points(target.score),
        current=_share(current, scale) if is_comparable and current.score is not None else None,
        current_words=_in_points(current.score),
        baseline=None if baseline.score is None else _share(baseline, scale),
        baseline_words=_in_points(baseline.score),
    )


def _share(result: Score, scale: float | None) -> Fraction:
    """Points as a share of their scale, exactly; points without a scale of their own are taken to be on `scale`."""
    return Fraction(str(result.score)) / Fraction(str(result.scale or scale or 1))


def _in_points(score: float | None) -> Text:
    return Text("", "") if score is None else Text(f"{figure(score)} điểm", f"{figure(score, 'en')} points")


def _rank(baseline: Score, target: Score, current: Score) -> _Aspect | None:
    if target.rank is None:
        return None
    return _Aspect(
        name=_RANK,
        target=Fraction(-target.rank),
        target_words=_at_rank(target.rank),
        current=None if current.rank is None else Fraction(-current.rank),
        current_words=_at_rank(current.rank),
        baseline=None if baseline.rank is None else Fraction(-baseline.rank),
        baseline_words=_at_rank(baseline.rank),
    )


def _at_rank(rank: int | None) -> Text:
    return Text(f"hạng {rank}", f"rank {rank}")


def _band(baseline: Score, target: Score, current: Score, bands: Sequence[str]) -> _Aspect | None:
    if target.band is None:
        return None
    wanted = _place(target.band, bands)
    return _Aspect(
        name=_BAND,
        target=wanted or Fraction(0),
        target_words=_in_band(target.band),
        current=None if wanted is None else _place(current.band, bands),
        current_words=_in_band(current.band),
        baseline=_place(baseline.band, bands),
        baseline_words=_in_band(baseline.band),
    )


def _place(band: str | None, bands: Sequence[str]) -> Fraction | None:
    return Fraction(bands.index(band.casefold())) if band and band.casefold() in bands else None


def _in_band(band: str | None) -> Text:
    return Text(f"xếp loại {band}", f"band “{band}”")


def _listed(names: Sequence[Text]) -> Text:
    return Text(" và ".join(name.vi for name in names), " and ".join(name.en for name in names))
