"""Results and targets in sentences: which year or aim each figure is told of, and what follows for a component."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from chiso.plans import _problems as problems
from chiso.plans.reading.drafts import ScoreDraft
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.score_figures import LOOK_BACK, Statement, note_figures_of, without_others
from chiso.plans.reading.score_years import STRIVE, Opening, openings

_TELLING = re.compile(
    r"\d|[Ll]oại|LOẠI|[Mm]ức|MỨC|[Hh]ạng|[Nn]hóm|[Tt]ối đa|[Tt]rọn|[Tt]uyệt đối|[Đđ]ứng|[Xx]ếp|[Vv]ị trí|[Tt]op|[Tt]ốp|[Dd]ẫn đầu|điều hành"
)  # without any of these nothing is told; asked first, since most lines tell nothing
_MISSED = re.compile(
    r"(?:(?:chưa|không) (?:đạt|hoàn thành)(?: được)?|so với|vượt|thấp hơn|cao hơn|kém)\s+(?:các\s+|những\s+)?$",
    re.IGNORECASE,
)
_AIMED = re.compile(rf"(?:{STRIVE}|mục tiêu|chỉ tiêu|kế hoạch|đặt ra)[^.;,:]{{0,12}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the sentence: the plan's year, the heading's year, and whether it announces aims."""

    plan_year: int | None
    year: Noted[int] | None = None
    aims: bool = False


def statements(passage: Passage, context: Context) -> list[Statement]:
    """The statements of a passage in their order, empty ones left out."""
    return list(_statements(passage, context)) if _TELLING.search(passage.text) else []


@lru_cache(maxsize=1024)
def _statements(passage: Passage, context: Context) -> tuple[Statement, ...]:
    """As `statements`; a line is asked for its results by the readers of several parts."""
    found: list[Statement] = []
    for year, aims, piece in _segments(without_others(passage), context):
        statement = Statement(year=year, aims=aims)
        note_figures_of(statement, piece)
        if statement.score.values or statement.score.parts or statement.from_rank or statement.from_score:
            found.append(statement)
    return tuple(found)


def _segments(passage: Passage, context: Context) -> list[tuple[Noted[int] | None, bool, Passage]]:
    """The passage cut where another year or an aim begins."""
    opens = openings(passage)
    year, aims = context.year, context.aims
    cuts: list[tuple[Noted[int] | None, bool, Passage]] = []
    outer: list[tuple[Noted[int] | None, bool]] = []
    at = 0
    for position, what, value in opens:
        if position > at:
            cuts.append((year, aims, passage.part(at, position)))
            at = position
        if what in {"bracket", "inside"}:
            outer.append((year, aims))
            year, aims = (value, False) if what == "bracket" else (year, aims)
        elif what == "close":
            year, aims = outer.pop() if outer else (year, aims)
        else:
            if what == "missed" and cuts and cuts[-1][1] and cuts[-1][0] is None:
                cuts[-1] = (_year_before(context), *cuts[-1][1:])
            year, aims = _opened(passage, context, (year, aims), (position, what, value))
    cuts.append((year, aims, passage.part(at)))
    return [(y, a or _is_ahead(y, context), p) for y, a, p in cuts]


def _opened(
    passage: Passage,
    context: Context,
    before: tuple[Noted[int] | None, bool],
    opening: Opening,
) -> tuple[Noted[int] | None, bool]:
    """The year and aim that hold from an opening on."""
    year, aims = before
    position, what, value = opening
    is_past = year is not None and _is_past(year.value, context)
    if what == "year":
        was = value is not None and _is_past(value.value, context)
        return value, aims and (not was or _is_aim_of_then(passage, position))
    if what.startswith("aim"):
        if _MISSED.search(passage.text[max(0, position - LOOK_BACK) : position]) and context.plan_year is not None:
            return year if is_past else _year_before(context), True
        is_of_then = what == "aim of then" or (year is not None and _is_aim_of_year(passage, year, position))
        return (year if is_of_then or not is_past else None), True
    return year, context.aims and not is_past


def _year_before(context: Context) -> Noted[int] | None:
    return Noted(context.plan_year - 1) if context.plan_year is not None else None


def _is_aim_of_then(passage: Passage, position: int) -> bool:
    """Whether an aim is named right before a past year: what an earlier plan aimed at."""
    return bool(_AIMED.search(passage.text[max(0, position - LOOK_BACK) : position]))


def _is_aim_of_year(passage: Passage, year: Noted[int], position: int) -> bool:
    """Whether nothing but words stand between a past year and an aim: `Kế hoạch năm 2019 đề ra mục tiêu`."""
    starts = [place.start - passage.start for place in year.places if place.block == passage.block]
    between = passage.text[starts[0] + 4 : position] if starts and 0 <= starts[0] < position else ","
    return bool(re.fullmatch(r"[^\d.;:,()]{0,60}", between)) and not re.search(r"\bvà\b|\bđạt\b", between)


def _is_past(year: int, context: Context) -> bool:
    return context.plan_year is not None and year < context.plan_year


def _is_ahead(year: Noted[int] | None, context: Context) -> bool:
    return year is not None and context.plan_year is not None and year.value >= context.plan_year


def settled(found: list[Statement], context: Context) -> tuple[ScoreDraft, ScoreDraft]:
    """The baseline (the last year told before the plan's) and the target among the statements."""
    target, baseline = ScoreDraft(), ScoreDraft()
    aims = [s for s in found if s.aims and not (s.year and _is_past(s.year.value, context))]
    told = [s for s in found if not s.aims]
    now = [s for s in aims if s.year is None or context.plan_year is None or s.year.value <= context.plan_year]
    for statement in now or aims:
        target.fill(_with_year(statement))
    last = max((s.year.value for s in told if s.year), default=None)
    for statement in told:
        if statement.year is None or statement.year.value == last:
            baseline.fill(_with_year(statement))
    _note_previous(baseline, found, last)
    _note_plan_year(target, context)
    return baseline, target


def _with_year(statement: Statement) -> ScoreDraft:
    draft = ScoreDraft(dict(statement.score.values), list(statement.score.parts))
    if statement.year and draft.is_stated:
        draft.values = {
            "year": Noted(statement.year.value, statement.year.places, statement.year.doubt),
            **draft.values,
        }
    return draft


def _note_previous(baseline: ScoreDraft, found: list[Statement], last: int | None) -> None:
    """The rank of the year before the baseline's, and ranks told as `từ hạng 20 lên hạng 12`."""
    for statement in found:
        year = statement.year.value if statement.year else None
        if statement.from_rank is not None:
            name = "rank" if statement.aims else "previous_rank"
            baseline.put(name, Noted(statement.from_rank.value, statement.from_rank.places))
        if statement.from_score is not None and statement.aims:
            baseline.put("score", statement.from_score)
        if last is not None and year == last - 1 and "rank" in statement.score.values and baseline.is_stated:
            baseline.put("previous_rank", statement.score.values["rank"])


def _note_plan_year(target: ScoreDraft, context: Context) -> None:
    if target.is_stated and "year" not in target.values and context.plan_year is not None:
        target.put("year", Noted(context.plan_year, doubt=problems.YEAR_ASSUMED.code))
