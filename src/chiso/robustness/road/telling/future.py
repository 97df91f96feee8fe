"""The years ahead, and on how much of the past they rest, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chiso.problems import Text
from chiso.robustness.road.future import Future
from chiso.robustness.road.moves import Moves
from chiso.robustness.road.telling.standing import listed
from chiso.robustness.wording import number, percent

_RESTS: Final = Text(
    "Học từ {count} lượt thay đổi giữa hai năm liền nhau ({pairs}).",
    "Learnt from {count} moves between years that follow each other ({pairs}).",
)
_UNMATCHED: Final = Text("Không ghép được giữa hai năm: {units}.", "In one of the two years only: {units}.")
_MOVING: Final = Text(
    "Nếu các đơn vị khác thay đổi như trước đây ({draws} lượt mô phỏng, cả bảng cùng {drift}), hạng {rank} cần {even} điểm "
    "để đạt với xác suất 50%, {likely} điểm với xác suất 80%.",
    "If the others move as units moved before ({draws} draws, the table as a whole {drift}), rank {rank} needs {even} "
    "points for a probability of 50%, {likely} points for 80%.",
)
_DRIFTS: Final = Text("thay đổi như các năm ấy", "moving as it did in those years")
_STAYS: Final = Text("không tăng không giảm", "staying where it is")
_OWN: Final = Text(
    "Nếu đơn vị này cũng chỉ thay đổi như trước đây: xác suất đạt hạng {rank} là {reached}; chín trong mười lượt nằm trong "
    "khoảng hạng {best}–{worst}.",
    "If this unit too only moves as units moved before, it reaches rank {rank} with a probability of {reached}; nine "
    "draws of ten leave it between ranks {best} and {worst}.",
)
_CHANCE: Final = Text(
    "  {total} điểm: {suffices} đạt hạng {rank}; {reached} tự đạt được mức điểm này.",
    "  {total} points: {suffices} give rank {rank}; {reached} to reach them of itself.",
)


def moves_lines(moves: Moves, language: str = "vi") -> list[str]:
    """On how much of the past all of this rests."""
    pairs = ", ".join(f"{first}–{second}" for first, second in moves.pairs)
    lines = [_RESTS.in_language(language).format(count=moves.count, pairs=pairs)]
    if moves.unmatched:
        lines.append(_UNMATCHED.in_language(language).format(units=listed(moves.unmatched)))
    return lines


def future_lines(
    found: Future, rank: int, totals: Sequence[float] = (), language: str = "vi", decimals: int = 2
) -> list[str]:
    """What the rank needs against peers that move, and with which probabilities a range of totals gives it."""
    ranks = sorted(found.ranks().tolist())
    best, worst = ranks[int(0.05 * (len(ranks) - 1))], ranks[int(0.95 * (len(ranks) - 1))]
    reached = percent(sum(each <= rank for each in ranks) / len(ranks), language)
    lines = [
        moving_line(found, rank, language, decimals),
        _OWN.in_language(language).format(rank=rank, reached=reached, best=int(best), worst=int(worst)),
    ]
    for total in totals:
        shares = percent(found.suffices(total, rank), language), percent(found.reaches(total), language)
        lines.append(
            _CHANCE.in_language(language).format(
                total=number(total, decimals, language), rank=rank, suffices=shares[0], reached=shares[1]
            )
        )
    return lines


def moving_line(found: Future, rank: int, language: str = "vi", decimals: int = 2) -> str:
    """The totals that a rank needs against peers that move."""
    even, likely = (number(found.enough(rank, share), decimals, language) for share in (0.5, 0.8))
    drift = (_DRIFTS if found.drifts else _STAYS).in_language(language)
    return _MOVING.in_language(language).format(draws=found.draws, drift=drift, rank=rank, even=even, likely=likely)
