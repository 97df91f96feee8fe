"""Where a unit stands, what a rank needs and what each step is worth, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chiso.problems import Text
from chiso.robustness.road.target import Need
from chiso.robustness.road.worth import Place, Worth
from chiso.robustness.wording import number, signed

_STANDS: Final = Text("{unit}: {total} điểm, {rank}.", "{unit}: {total} points, {rank}.")
_RANK: Final = Text("hạng {rank}/{rank_of}", "rank {rank} of {rank_of}")
_NO_RANK: Final = Text(
    "chưa nói được thứ hạng vì không có điểm của các đơn vị khác",
    "its rank cannot be told without the scores of the other units",
)
_BANDED: Final = Text(", xếp loại {band}", ", band {band}")
_WORTH: Final = Text(
    "{name} tăng {step}: tổng {gain}, {after}{passed}{stake}.",
    "{name} up by {step}: total {gain}, {after}{passed}{stake}.",
)
_PASSED: Final = Text(", theo kịp {peers}", ", level with or past {peers}")
_STAKE: Final = Text(
    "; nâng hết thang điểm thì tổng thêm {stake}", "; at the end of its scale the total would be {stake} more"
)
_AT_END: Final = Text("{name}: đã đạt mức cao nhất của thang điểm.", "{name}: at the end of its scale already.")
_NO_SCORE: Final = Text("{name}: chưa có điểm.", "{name}: no score yet.")
_NO_WEIGHT: Final = Text(
    "{name} tăng {step}: tổng không đổi, vì chỉ số này không tính vào điểm tổng hợp.",
    "{name} up by {step}: the total stays, for this component carries no weight in it.",
)
_THERE: Final = Text("Hạng {rank}: đơn vị đã đạt.", "Rank {rank}: the unit is there already.")
_ANY: Final = Text(
    "Hạng {rank} là hạng cuối bảng: điểm nào cũng đạt.", "Rank {rank} is the last one: any total gives it."
)
_NEEDS: Final = Text(
    "Hạng {rank} theo bảng hiện có cần {total} điểm, bằng điểm của {holder}; còn thiếu {gap}.",
    "Rank {rank} in the table as it stands needs {total} points, those of {holder}; {gap} more than now.",
)
_SHOWN_UNITS: Final = 5


def stands_lines(place: Place, unit: str, language: str = "vi", decimals: int = 2) -> list[str]:
    """Where the unit stands."""
    total = number(place.total, decimals, language)
    return [_STANDS.in_language(language).format(unit=unit, total=total, rank=rank_words(place, language))]


def need_lines(need: Need, unit: str, language: str = "vi", decimals: int = 2) -> list[str]:
    """Where the unit stands, and what the rank needs in the table as it stands."""
    stands = stands_lines(need.now, unit, language, decimals)
    if need.total is None:
        return [*stands, _ANY.in_language(language).format(rank=need.rank)]
    if need.gap <= 0:
        return [*stands, _THERE.in_language(language).format(rank=need.rank)]
    total, gap = (number(each, decimals, language) for each in (need.total, need.gap))
    return [*stands, _NEEDS.in_language(language).format(rank=need.rank, total=total, gap=gap, holder=need.holder)]


def worth_lines(found: Sequence[Worth], language: str = "vi", decimals: int = 2) -> list[str]:
    """What each step is worth, a sentence a component."""
    return [_of_worth(each, language, decimals) for each in found]


def rank_words(place: Place, language: str) -> str:
    """The rank and the band of a place, as far as they can be told."""
    if place.rank is None:
        return _NO_RANK.in_language(language)
    words = _RANK.in_language(language).format(rank=place.rank, rank_of=place.rank_of)
    band = "" if place.band is None else _BANDED.in_language(language).format(band=place.band.in_language(language))
    return words + band


def _of_worth(each: Worth, language: str, decimals: int) -> str:
    name = each.name.in_language(language)
    if each.score is None:
        return _NO_SCORE.in_language(language).format(name=name)
    if not each.step:
        return _AT_END.in_language(language).format(name=name)
    step = number(each.step, decimals, language)
    if each.counts is False:
        return _NO_WEIGHT.in_language(language).format(name=name, step=step)
    gain, after = signed(each.gain, decimals + 1, language), rank_words(each.after, language)
    passed = _PASSED.in_language(language).format(peers=listed(each.passed)) if each.passed else ""
    stake = "" if each.at_stake is None else number(each.at_stake, decimals, language)
    return _WORTH.in_language(language).format(
        name=name,
        step=step,
        gain=gain,
        after=after,
        passed=passed,
        stake=_STAKE.in_language(language).format(stake=stake) if stake else "",
    )


def listed(units: Sequence[str]) -> str:
    """The first units of a list, with dots where there are more."""
    return ", ".join(units[:_SHOWN_UNITS]) + (" …" if len(units) > _SHOWN_UNITS else "")
