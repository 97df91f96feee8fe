"""The page Độ chắc chắn for one table of peers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.problems import Problem
from chiso.web.results.certainty.asked import Asked
from chiso.web.results.certainty.computing import Drawn, Refused, drawn
from chiso.web.results.certainty.values import Certainty, Influence, Interval, Letters, Share, Without
from chiso.web.results.peers.values import Table
from chiso.web.results.site_remedies import on_site
from chiso.web.results.table_files import Cell

if TYPE_CHECKING:
    from chiso.frameworks import Edition
    from chiso.robustness import Removal, Sensitivity, Uncertainty

_AROUND: Final = 6
_SMALLEST_SHARE: Final = 0.01  # of the draws, below which a rank has no line of its own
_NOTHING: Final = 1e-9  # what rounding leaves of a sum of shares


def certainty(table: Table, asked: Asked) -> Certainty:
    """Look at a table from one of its units; an unknown unit is passed over."""
    units = [row.unit for row in table.rows]
    seen_from = asked.unit if asked.unit in units else table.own
    found = drawn(table, asked)
    if isinstance(found, Refused):
        return Certainty(table, asked, seen_from, tuple(sorted(units)), letters=_letters(found.problems))
    every = intervals(found.found, seen_from)
    own = next((each for each in every if each.is_own), None)
    row = found.found.units.index(own.unit) if own else None
    place = min(asked.place or (own.rank if own and own.rank else 1), len(every))
    return Certainty(
        table,
        asked,
        seen_from,
        tuple(sorted(units)),
        refused=tuple(letter for problems in found.refused.values() for letter in _letters(problems)),
        varied=tuple(name_of(pool.name) for pool in found.found.pools),
        own=own,
        place=place,
        place_share=None if row is None else float(found.found.at_or_above(place)[row]),
        near=near(every),
        every=every,
        ranks=() if row is None else _ranks(found.found, row),
        bands=() if row is None else _bands(found.found, row),
        influences=_influences(found.sensitivity),
        without=_without(found, row),
    )


def intervals(found: Uncertainty, seen_from: str) -> tuple[Interval, ...]:
    """All units with a score, best first."""
    rows = found.intervals().sort("rank", nulls_last=True, maintain_order=True).iter_rows(named=True)
    known = [row for row in rows if row["score"] is not None]
    names = ("unit", "score", "score_low", "score_high", "rank", "rank_low", "rank_high")
    return tuple(
        Interval(**{name: row[name] for name in names}, is_own=row["unit"] == seen_from, rank_of=len(known))
        for row in known
    )


def near(every: Sequence[Interval]) -> tuple[Interval, ...]:
    """Those around one's own; the first where there is no own."""
    own = next((place for place, each in enumerate(every) if each.is_own), 0)
    begins = max(0, min(own - _AROUND, len(every) - 2 * _AROUND - 1))
    return tuple(every[begins : begins + 2 * _AROUND + 1])


def interval_lines(found: Certainty) -> list[list[Cell]]:
    """The intervals as a file."""
    head: list[Cell] = [
        _("Hạng"), _("Đơn vị"), _("Điểm"), _("Điểm, 5%"), _("Điểm, 95%"), _("Hạng, 5%"), _("Hạng, 95%"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [each.rank, each.unit, each.score, each.score_low, each.score_high, each.rank_low, each.rank_high]
        for each in found.every
    ]
    return [head, *rows]


def without_lines(found: Certainty) -> list[list[Cell]]:
    """Score, rank and mean move without each component as a file."""
    head: list[Cell] = [_("Bỏ chỉ số"), _("Điểm"), _("Hạng"), _("Mỗi đơn vị đổi bao nhiêu bậc (trung bình)")]
    rows: list[list[Cell]] = [[each.name, each.score, each.rank, each.shift] for each in found.without]
    return [head, *rows]


def draw_lines(found: Certainty) -> list[list[Cell]]:
    """What was assumed in each draw, a line a draw; only the head where nothing could be drawn."""
    made = drawn(found.table, found.asked)
    if isinstance(made, Refused):
        return [[_("Lượt tính")]]
    kept, edition = made.found.parameters(), made.found.ground.edition
    heads = [_drawn_name(name, edition) for name in kept.columns[1:]]
    return [[_("Lượt tính"), *heads], *(list(row) for row in kept.iter_rows())]


def _drawn_name(column: str, edition: Edition) -> str:
    """The head of a column of what was drawn."""
    code = column.removeprefix("weight_")
    if code == column:
        return name_of(column)
    return _("Trọng số nhân với: %(name)s") % {"name": edition.node(code).name.in_language(get_language() or "vi")}


def rank_counts(found: Uncertainty, row: int) -> dict[int, int]:
    """How many draws give each rank that came up, the best first."""
    return dict(sorted(Counter(int(rank) for rank in found.ranks[:, row]).items()))


def is_told(count: int, draws: int) -> bool:
    """Whether a rank comes up often enough for a line of its own."""
    return count >= _SMALLEST_SHARE * draws


def _ranks(found: Uncertainty, row: int) -> tuple[Share, ...]:
    """The probability of each rank; those that hardly ever come up together."""
    counts = rank_counts(found, row)
    draws, largest = sum(counts.values()), max(counts.values())
    told = {str(rank): count for rank, count in counts.items() if is_told(count, draws)}
    rest = draws - sum(told.values())
    every = told | ({_("hạng khác"): rest} if rest else {})
    return tuple(Share(label, count / draws, largest / draws) for label, count in every.items())


def _bands(found: Uncertainty, row: int) -> tuple[Share, ...]:
    names = found.band_names()
    shares = found.bands().drop("unit").row(row, named=True) if names else {}
    language = get_language() or "vi"
    told = [
        Share(names[code].in_language(language), share) for code, share in shares.items() if code in names and share
    ]
    rest = 1 - sum(each.share for each in told)
    return (*told, *([Share(_("điểm ngoài các khoảng đã biết"), rest)] if told and rest > _NOTHING else []))


def _influences(found: Sensitivity | None) -> tuple[Influence, ...]:
    """The weightiest first; none where no draw moves any unit, for then there is nothing to share out."""
    if found is None or not found.moments.variance:
        return ()
    told = zip(found.names, found.first, found.total, strict=True)
    influences = [Influence(name_of(name), max(float(first), 0.0), float(total)) for name, first, total in told]
    return tuple(sorted(influences, key=lambda each: -each.total))


def _without(found: Drawn, row: int | None) -> tuple[Without, ...]:
    """A component at a time left out; the one that moves units most comes first."""
    gone, language = found.removal, get_language() or "vi"
    if gone is None:
        return ()
    edition = found.found.ground.edition
    rows = [
        Without(
            code, edition.node(code).name.in_language(language), *_moved(gone, place, row), float(gone.shift[place])
        )
        for place, code in enumerate(gone.codes)
    ]
    return tuple(sorted(rows, key=lambda each: -each.shift))


def _moved(gone: Removal, place: int, row: int | None) -> tuple[float | None, int | None, int | None]:
    """A unit's score and rank without a component, and by how many places it falls (above zero) or rises."""
    if row is None or math.isnan(gone.nominal_ranks[row] + gone.ranks[place, row]):
        return None, None, None
    rank = int(gone.ranks[place, row])
    return float(gone.scores[place, row]), rank, rank - int(gone.nominal_ranks[row])


def name_of(varied: str) -> str:
    """An assumption as readers know it."""
    from chiso.robustness.telling import NAMES  # noqa: PLC0415 - loads NumPy and Polars

    return NAMES[varied].in_language(get_language() or "vi")


def _letters(problems: Iterable[Problem]) -> Letters:
    language = get_language() or "vi"
    return tuple((problem.message(language), problem.remedy(language)) for problem in map(on_site, problems))
