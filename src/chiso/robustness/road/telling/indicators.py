"""What a step of a measured indicator does to its unit and to the peers, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chiso.problems import Text
from chiso.robustness.road.indicators import IndicatorWorth
from chiso.robustness.wording import shortest, signed

_HEAD: Final = Text(
    "Mỗi chỉ tiêu đo lường tốt lên một bước: tác động của riêng đơn vị khi thang đo và các đơn vị khác đứng yên, rồi khi cả "
    "bảng được tính lại.",
    "Each measured indicator one step better: the unit's own effect with scale and peers held, then with the whole table "
    "computed again.",
)
_WORTH: Final = Text(
    "  {name} ({value}, bước {step}): riêng mình {alone}, hạng {rank_alone}; tính lại cả bảng {together}, hạng {rank_together}; {peers}.",
    "  {name} ({value}, step {step}): alone {alone}, rank {rank_alone}; all computed again {together}, rank {rank_together}; {peers}.",
)
_STAY: Final = Text("các đơn vị khác không đổi", "the peers stay where they are")
_MOVE: Final = Text(
    "các đơn vị khác bình quân {peers}, nhiều nhất {unit} {most}", "the peers {peers} on average, most {unit} {most}"
)
_NONE: Final = Text(
    "  Các chỉ tiêu còn lại ({count}) không đổi tổng điểm của đơn vị nào.",
    "  The other indicators ({count}) change nobody's total.",
)
_NOISE: Final = 1e-9


def indicator_lines(found: Sequence[IndicatorWorth], language: str = "vi", decimals: int = 3) -> list[str]:
    """Own effect and effect on the peers of each indicator, what gains most first; nothing where none is measured."""
    if not found:
        return []
    moving = sorted((each for each in found if _moves(each)), key=lambda each: (-each.together, -each.alone))
    lines = [_HEAD.in_language(language), *_lines(moving, language, decimals)]
    if len(moving) < len(found):
        lines.append(_NONE.in_language(language).format(count=len(found) - len(moving)))
    return lines


def _moves(each: IndicatorWorth) -> bool:
    return bool(each.most_moved) or any(abs(gain) > _NOISE for gain in (each.alone, each.together))


def _lines(found: Sequence[IndicatorWorth], language: str, decimals: int) -> Iterator[str]:
    for each in found:
        yield _WORTH.in_language(language).format(
            name=each.name.in_language(language),
            value=shortest(each.value, language),
            step=shortest(each.step, language),
            alone=signed(each.alone, decimals, language),
            rank_alone=each.rank_alone,
            together=signed(each.together, decimals, language),
            rank_together=each.rank_together,
            peers=_on_peers(each, language, decimals),
        )


def _on_peers(each: IndicatorWorth, language: str, decimals: int) -> str:
    if each.most_moved is None:
        return _STAY.in_language(language)
    unit, most = each.most_moved
    peers = signed(each.peers, decimals, language)
    return _MOVE.in_language(language).format(peers=peers, unit=unit, most=signed(most, decimals, language))
