"""What `chiso road` answers: where the unit stands, what steps are worth, what lies ahead, and the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from chiso import scoring
from chiso.robustness import Ground
from chiso.robustness import road as roads
from chiso.robustness._problems import BAD_PAIR
from chiso.robustness.road import telling

if TYPE_CHECKING:
    from chiso.scoring import Scorecard

_SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks: of which unit, for which rank or total and how sure, and which steps' worth.

    step:     of a component, in points
    measured: of a measured indicator, in its own unit of measure; None for a tenth of the range of the table
    promised: scores that a plan promises, each as CODE=SCORE
    """

    unit: str
    rank: int | None
    score: float | None
    chance: float | None
    step: float
    measured: float | None
    promised: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """What an office says of its work: a table of efforts, CODE=STEP of points, NAME=MAX of its lead units."""

    efforts: Path | None = None
    points: Sequence[str] = ()
    leads: Sequence[str] = ()

    def said(self, levers: Sequence[str]) -> tuple[roads.Said, ...]:
        """All of it by component; a step without a code is that of every component that the table gives none."""
        found = {each.code: each for each in _read(self.efforts)}
        general = [_number(written, "[CODE=]STEP") for written in self.points if "=" not in written]
        own = _pairs([written for written in self.points if "=" in written], "[CODE=]STEP")
        for code in (*levers, *own) if general or own else ():
            known = found.get(code, roads.Said(code))
            step = own.get(code, known.step or next(iter(general), None))
            found[code] = replace(known, step=step)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Ahead:
    """The past that is known and the years ahead: the table drifting as asked for, then the other way; none unknown."""

    moves: roads.Moves | None = None
    years: Sequence[roads.Future] = field(default_factory=tuple)
    drifts: bool = False

    @classmethod
    def of(cls, start: roads.Start, unit: str, moves: roads.Moves, draws: int, seed: int, *, drifts: bool) -> Ahead:
        """Draw the years ahead, both ways by the same seed."""
        ways = (drifts, not drifts)
        years = [roads.future(start, unit, moves, draws, np.random.default_rng(seed), drifts=each) for each in ways]
        return cls(moves, years, drifts)


def answer(card: Scorecard, start: roads.Start, asked: Question, ahead: Ahead, office: Office, speech: str) -> str:
    """Everything that is told, in paragraphs. Raises ProblemError with all that cannot be asked."""
    target, stands = _target(start, asked, ahead, speech)
    paragraphs = [
        stands,
        telling.worth_lines(roads.worth(start, asked.unit, asked.step), speech),
        telling.indicator_lines(_measured(card, start, asked), speech),
        list(_prospects(ahead, asked.rank, speech)),
        _promise(start, asked, speech),
        telling.ways_lines(_ways(start, asked, target, ahead, office), speech),
    ]
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines)


def _target(start: roads.Start, asked: Question, ahead: Ahead, speech: str) -> tuple[float, list[str]]:
    """The total to be reached, and how it follows from what was asked for."""
    if asked.score is not None:
        return asked.score, telling.stands_lines(roads.stands(start, asked.unit), asked.unit, speech)
    rank = 1 if asked.rank is None else asked.rank
    need = roads.needed(start, asked.unit, rank)
    lines = telling.need_lines(need, asked.unit, speech)
    if asked.chance is not None and ahead.years:
        return ahead.years[0].enough(rank, asked.chance), lines
    return (need.now.total if need.total is None else need.total), lines


def _measured(card: Scorecard, start: roads.Start, asked: Question) -> tuple[roads.IndicatorWorth, ...]:
    """The worth of each measured indicator; none where everything is given as scores."""
    if not card.recipe.steps.normalise:
        return ()
    return roads.indicator_worth(Ground.of(card), asked.unit, asked.measured, start.levers)


def _prospects(ahead: Ahead, rank: int | None, speech: str) -> Iterator[str]:
    """On what the years ahead rest, and what the rank needs there, the table drifting as it did or staying."""
    if ahead.moves is None:
        return
    yield from telling.moves_lines(ahead.moves, speech)
    if rank is not None:
        chosen, other = ahead.years
        totals = [chosen.enough(rank, share) for share in _SHARES]
        yield from telling.future_lines(chosen, rank, totals, speech)
        yield telling.moving_line(other, rank, speech)


def _promise(start: roads.Start, asked: Question, speech: str) -> list[str]:
    """What the targets of a plan come to, where any are named."""
    if not asked.promised:
        return []
    promised = _pairs(asked.promised, "CODE=SCORE")
    return telling.promise_lines(roads.promise(start, asked.unit, promised), speech)


def _ways(start: roads.Start, asked: Question, target: float, ahead: Ahead, office: Office) -> roads.Ways:
    drifts = ahead.drifts and asked.chance is not None  # against a table that stays, nothing comes of itself
    known = ahead.moves
    efforts = (
        roads.even(start, asked.unit) if known is None else roads.from_moves(start, asked.unit, known, drift=drifts)
    )
    efforts = roads.said(efforts, office.said(start.levers))
    return roads.ways(start, asked.unit, target, efforts, _pairs(office.leads, "NAME=MAX"))


def _read(file: Path | None) -> tuple[roads.Said, ...]:
    return () if file is None else roads.read_efforts(scoring.read_table(file.read_bytes(), file.name))


def _pairs(written: Sequence[str], form: str) -> dict[str, float]:
    found = {}
    for pair in written:
        name, _, number = pair.rpartition("=")
        found[name] = _number(number, form, pair)
    return found


def _number(written: str, form: str, whole: str = "") -> float:
    try:
        return float(written)
    except ValueError:
        BAD_PAIR.stop(given=whole or written, wanted=form)
