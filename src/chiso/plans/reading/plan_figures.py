"""Figures in the cells of a table: results of years, targets, scales, ranks, bands."""

from __future__ import annotations

import re

from chiso.documents import Block
from chiso.plans.reading.columns import Column, Role, cell
from chiso.plans.reading.drafts import ScoreDraft
from chiso.plans.reading.figures import NUMBER, number
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.ranks import note_ranks
from chiso.plans.reading.score_figures import BANDS, Statement
from chiso.plans.reading.scores import Context, settled, statements

_SCORE = re.compile(
    rf"^(?P<least>≥|>=|từ|trên|tối thiểu|ít nhất)?\s*(?P<score>{NUMBER})\s*(?:(?:-|–)\s*{NUMBER})?\s*(?P<percent>%)?"
    rf"(?:\s*/\s*(?P<scale>{NUMBER}))?\s*(?:điểm)?\s*(?P<up>trở lên)?",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"^(?:≤\s*|top\s*|thứ\s*|hạng\s*|từ\s*)*0*(?P<rank>\d{1,3})(?:\s*(?:-|–|đến)\s*0*(?P<upper>\d{1,3}))?(?:\s*/\s*0*(?P<of>\d{1,3}))?",
    re.IGNORECASE,
)
_RANK_BESIDE = r"0*(?P<rank>\d{1,3})(?:\s*/\s*0*(?P<of>\d{1,3}))?"
_BESIDE = r"\s*(?:[/;|(–-]|,\s|\s)\s*"
_POINTS_AND_RANK = {
    "after": re.compile(rf"(?P<score>{NUMBER})\s*(?:điểm)?{_BESIDE}(?:hạng\s*)?{_RANK_BESIDE}\s*\)?", re.IGNORECASE),
    "before": re.compile(rf"(?:hạng\s*)?{_RANK_BESIDE}{_BESIDE}(?P<score>{NUMBER})\s*(?:điểm)?\s*\)?", re.IGNORECASE),
}
_AT_MOST = re.compile(r"≤|top|tốp|nhóm|trở lên|-|–|đến", re.IGNORECASE)
_BAND = re.compile(rf"^(?:loại\s+|mức\s+|nhóm\s+)?(?P<band>{BANDS})\b", re.IGNORECASE)
_IN_WORDS = re.compile(r"[^\W\d_]{3,}")
_FULL = re.compile(r"điểm tối đa|tối đa điểm", re.IGNORECASE)


def note_figures(
    baseline: ScoreDraft, target: ScoreDraft, columns: list[Column], row_number: int, row: Block, plan_year: int | None
) -> None:
    """Write the figures of one row into the component's (or the index's) baseline and target."""
    told: list[Statement] = []
    scale: Noted[object] | None = None
    for at, column in enumerate(columns):
        words = cell(row, row_number, at) if at < len(row.cells) else Passage("", row_number)
        words = words if column.with_ranks else _whole(words)
        if not words or column.role not in {Role.SCORE, Role.RANK, Role.BAND, Role.SCALE}:
            continue
        if column.role is Role.SCALE:
            match = _SCORE.match(words.text)
            scale = Noted(number(match["score"]), (words.group(match, "score").place,)) if match else scale
            continue
        told += _statements(column, words, plan_year)
    own_baseline, own_target = settled(told, Context(plan_year))
    for draft in (own_baseline, own_target):
        if scale is not None and (draft.values.get("score") or draft.values.get("score_is_maximum_points")):
            draft.put("scale", scale)
    baseline.fill(own_baseline)
    target.fill(own_target)


def _whole(words: Passage) -> Passage:
    """A figure that a narrow column broke apart (`10,3 35`) in one piece."""
    squeezed = "".join(words.text.split())
    return Passage(squeezed, words.block, words.start) if re.fullmatch(NUMBER, squeezed) else words


def _statements(column: Column, words: Passage, plan_year: int | None) -> list[Statement]:
    year = Noted(column.year) if column.year else None
    in_words = _IN_WORDS.search(words.text) is not None
    if column.role is Role.SCORE and in_words:
        told = statements(words, Context(plan_year, year, aims=column.aims))
        if told:
            return told
    statement = Statement(year=year, aims=column.aims)
    both = _POINTS_AND_RANK[column.with_ranks].fullmatch(words.text) if column.with_ranks else None
    if both:
        _note_both(statement.score, words, both)
        return [statement]
    _note(statement.score, column.role, words)
    return [statement] if statement.score.values else []


def _note_both(draft: ScoreDraft, words: Passage, match: re.Match[str]) -> None:
    """Points and a rank in one cell: `8,5/12`, `8,5 (12/25)`."""
    draft.put("score", Noted(number(match["score"]), (words.group(match, "score").place,)))
    draft.put("rank", Noted(int(match["rank"]), (words.group(match, "rank").place,)))
    if match["of"]:
        draft.put("rank_of", Noted(int(match["of"]), (words.group(match, "of").place,)))


def _note(draft: ScoreDraft, role: Role, words: Passage) -> None:
    if role is Role.BAND:
        band = _BAND.match(words.text)
        if band:
            draft.put("band", Noted(band["band"].lower(), (words.group(band, "band").place,)))
        elif re.fullmatch(r"[ABCD]", words.text):
            draft.put("band", Noted(f"nhóm {words.text}", (words.place,)))
        return
    if role is Role.RANK:
        _note_rank(draft, words)
        return
    if _FULL.search(words.text):
        draft.put("score_is_maximum_points", Noted(value=True, places=(words.place,)))
        return
    match = _SCORE.match(words.text)
    if match is None:
        note_ranks(draft, words)
        return
    draft.put("score", Noted(number(match["score"]), (words.group(match, "score").place,)))
    if match["scale"]:
        draft.put("scale", Noted(number(match["scale"]), (words.group(match, "scale").place,)))
    if match["least"] or match["up"]:
        draft.put("score_is_minimum", Noted(value=True, places=(words.place,)))


def _note_rank(draft: ScoreDraft, words: Passage) -> None:
    note_ranks(draft, words)
    match = _RANK.match(words.text)
    if match is None or "rank" in draft.values:
        return
    name = "upper" if match["upper"] else "rank"
    draft.put("rank", Noted(int(match[name]), (words.group(match, name).place,)))
    if _AT_MOST.search(words.text):
        draft.put("rank_is_at_most", Noted(value=True, places=(words.place,)))
    if match["of"]:
        draft.put("rank_of", Noted(int(match["of"]), (words.group(match, "of").place,)))
