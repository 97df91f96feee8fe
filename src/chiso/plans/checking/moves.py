"""Moves by so many places or points, beside the two figures between which they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.finding import Fact
from chiso.plans.checking.subject import Subject, component_path
from chiso.plans.checking.wordings import number, opening
from chiso.plans.plan import Score
from chiso.problems import Text

_SINCE: Final = r"\s+so\s+với\s+(?:kết quả\s+)?(?:của\s+)?năm\s+(?P<year>20\d\d|trước)"
_MOVE: Final = re.compile(
    r"(?P<move>(?P<word>tăng|lên|vượt|cải thiện|giảm|tụt|xuống|hạ|lùi)\s+(?P<by>\d{1,2})\s+bậc)(?!\s+trở lên)"
    rf"(?:{_SINCE})?",
    re.IGNORECASE,
)
_FIGURE: Final = r"\d{1,3}(?:[.,]\d+)?"
_POINTS: Final = re.compile(
    rf"(?P<move>(?P<word>tăng|tăng thêm|cao hơn|giảm|tụt|thấp hơn)\s+(?P<by>{_FIGURE})\s+điểm)\b"
    rf"(?!\s*(?:phần trăm|%|trở lên))(?:{_SINCE})?"
    rf"(?:\s*\((?:năm\s+20\d\d\s*:?\s*)?(?:(?:chỉ\s+)?(?:đạt|là|được)\s+)?(?P<was>{_FIGURE})\s*điểm\b)?",
    re.IGNORECASE,
)
_OTHERWISE_COMPARED: Final = re.compile(r"\s+so\s+với\b", re.IGNORECASE)
_BETTER: Final = ("tăng", "tăng thêm", "lên", "vượt", "cải thiện", "cao hơn")
_AIM: Final = re.compile(r"phấn đấu|phần đầu|mục tiêu|chỉ tiêu|dự kiến", re.IGNORECASE)
_CLAUSE_ENDS: Final = re.compile(r"[.;](?=\s)|\|")
_ROUNDED: Final = 0.011  # both scores are rounded


def rank_move(subject: Subject) -> Iterator[Fact]:
    """A move by so many places that does not fit the two ranks, of a result or of a target."""
    for component, score in subject.scores("baseline"):
        if score.rank is None or score.previous_rank is None:
            continue
        for place in subject.score_places(component, "baseline", "previous_rank"):
            found = _nearest_move(subject.blocks[place.block].text, place.start)
            if found and _told(found) != score.previous_rank - score.rank:
                yield _rank_fact(subject, component, place, found, (score.previous_rank, score.rank))
    yield from _aimed_rank_moves(subject)


def _aimed_rank_moves(subject: Subject) -> Iterator[Fact]:
    results = dict(subject.scores("baseline"))
    for component, target in subject.scores("target"):
        was = results.get(component)
        if was is None or was.rank is None or target.rank is None or was.rank_of != (target.rank_of or was.rank_of):
            continue
        moved = was.rank - target.rank
        for place in subject.places(f"{component_path(component)}target/rank"):
            found = _aimed_move(subject, component, place, was.year)
            is_kept = found and target.rank_is_at_most and _told(found) >= moved
            if found and _told(found) != moved and not is_kept:
                yield _rank_fact(subject, component, place, found, (was.rank, target.rank))


def _rank_fact(
    subject: Subject, component: int | None, place: Place, found: re.Match[str], ranks: tuple[int, int]
) -> Fact:
    whose, moved, said = opening(subject.whose(component)), ranks[0] - ranks[1], found["move"]
    right = _right(moved, Text(f"{abs(moved)} bậc", f"{abs(moved)} places"))
    return Fact(
        Text(
            f"{whose.vi}: ghi “{said}”, nhưng từ hạng {ranks[0]} đến hạng {ranks[1]} là {right.vi}.",
            f"{whose.en}: “{said}” is written, but from {ranks[0]} to {ranks[1]} it is {right.en}.",
        ),
        (place,),
        component=component,
        given=said,
        expected=right.vi,
        key=(str(component), said),
    )


def _right(moved: float, by: Text) -> Text:
    """A move in words."""
    if moved == 0:
        return Text("không thay đổi", "no move")
    return Text(f"tăng {by.vi}", f"{by.en} up") if moved > 0 else Text(f"giảm {by.vi}", f"{by.en} down")


def _told(found: re.Match[str]) -> int:
    """A move in places as it is told, up positive."""
    return int(found["by"]) * (1 if found["word"].lower() in _BETTER else -1)


def _nearest_move(text: str, at: int) -> re.Match[str] | None:
    """The move that is told nearest to a place; a target's stands further from last year's rank."""
    return min(_MOVE.finditer(text), key=lambda found: abs(found.start() - at), default=None)


def _aimed_move(subject: Subject, component: int | None, place: Place, since: int | None) -> re.Match[str] | None:
    """The only move in the clause of a target's rank, since the year of the result; none that the result may have made."""
    text = subject.blocks[place.block].text
    start, end = _clause(text, place.start)
    results = [each.end for each in _result_places(subject, component) if each.block == place.block]
    after = max((each for each in results if start <= each <= place.start), default=start)
    moves = list(_MOVE.finditer(text, after, end))
    if len(moves) != 1 or not _is_since(moves[0], since):
        return None
    is_aimed = after == start or _AIM.search(text, after, moves[0].start())
    return moves[0] if is_aimed else None


def _result_places(subject: Subject, component: int | None) -> tuple[Place, ...]:
    start = component_path(component)
    return subject.places(*(f"{start}baseline/{name}" for name in ("score", "rank", "rank_of", "band")))


def _clause(text: str, at: int) -> tuple[int, int]:
    """Where the clause around a place begins and ends: at full stops, semicolons and the edges of cells."""
    ends = [found.end() for found in _CLAUSE_ENDS.finditer(text)]
    return max((end for end in ends if end <= at), default=0), min((end for end in ends if end > at), default=len(text))


def point_move(subject: Subject) -> Iterator[Fact]:
    """A move by so many points that does not fit the two scores, of a result or of a target."""
    results = dict(subject.scores("baseline"))
    for which in ("baseline", "target"):
        for component, score in subject.scores(which):
            for place in subject.places(f"{component_path(component)}{which}/score") if score.score is not None else ():
                found = _move_after(subject.blocks[place.block].text, place)
                was = _score_before(found, score, results.get(component) if which == "target" else None)
                if found and was is not None and not _fits(found, was, score):
                    yield _point_fact(subject, component, place, found, (was, score.score or 0))


def _move_after(text: str, place: Place) -> re.Match[str] | None:
    """The move that is told of a score: the first one after it in its clause, before any other score."""
    found = _POINTS.search(text, place.end, _clause(text, place.start)[1])
    return found if found and text.count("điểm", place.end, found.start()) <= 1 else None


def _score_before(found: re.Match[str] | None, score: Score, result: Score | None) -> float | None:
    """The score from which a move is made: the one written with it, of a target else the result."""
    if found is None or found["was"]:
        return _value(found["was"]) if found else None
    if result is None or result.scale != (score.scale or result.scale):
        return None
    return result.score if _is_since(found, result.year) else None


def _is_since(found: re.Match[str], year: int | None) -> bool:
    """Whether a target's move is told since a year; "so với bình quân cả nước" is since none."""
    is_other = found["year"] is None and _OTHERWISE_COMPARED.match(found.string, found.end())
    return not is_other and found["year"] in (None, "trước", str(year))


def _fits(found: re.Match[str], was: float, score: Score) -> bool:
    moved, told = (score.score or 0) - was, _points(found)
    decimals = len(re.split("[.,]", found["by"])[1]) if re.search("[.,]", found["by"]) else 0
    return abs(told - moved) <= 0.5 * 10**-decimals + _ROUNDED or (score.score_is_minimum and told >= moved)


def _points(found: re.Match[str]) -> float:
    return _value(found["by"]) * (1 if found["word"].lower() in _BETTER else -1)


def _value(printed: str) -> float:
    return float(printed.replace(",", "."))


def _point_fact(
    subject: Subject, component: int | None, place: Place, found: re.Match[str], scores: tuple[float, float]
) -> Fact:
    whose, said, moved = opening(subject.whose(component)), found["move"], scores[1] - scores[0]
    was, now, by = (number(each) for each in (*scores, round(abs(moved), 4)))
    right = _right(round(moved, 4), Text(f"{by.vi} điểm", f"{by.en} points"))
    return Fact(
        Text(
            f"{whose.vi}: ghi “{said}”, nhưng từ {was.vi} đến {now.vi} điểm là {right.vi}.",
            f"{whose.en}: “{said}” is written, but from {was.en} to {now.en} points it is {right.en}.",
        ),
        (place,),
        component=component,
        given=said,
        expected=right.vi,
        key=(str(component), said),
    )
