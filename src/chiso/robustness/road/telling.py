"""The road in sentences, Vietnamese and English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chiso.problems import Text
from chiso.robustness.road.effort import Basis
from chiso.robustness.road.future import Future
from chiso.robustness.road.moves import Moves
from chiso.robustness.road.target import Need, Promise
from chiso.robustness.road.ways import Way, Ways
from chiso.robustness.road.worth import Place, Worth
from chiso.robustness.wording import number, percent, signed

_STANDS: Final = Text("{unit}: {total} điểm, {rank}.", "{unit}: {total} points, {rank}.")
_RANK: Final = Text("hạng {rank}/{rank_of}", "rank {rank} of {rank_of}")
_NO_RANK: Final = Text(
    "chưa nói được thứ hạng vì không có điểm của các đơn vị khác",
    "its rank cannot be told without the scores of the other units",
)
_BANDED: Final = Text(", xếp loại {band}", ", band {band}")
_WORTH: Final = Text("{name} tăng {step}: tổng {gain}, {after}.", "{name} up by {step}: total {gain}, {after}.")
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
_CHEAPEST: Final = Text(
    "Cách ít công sức nhất để được {target} điểm (công sức {effort}): {after}.",
    "The way of least effort to {target} points (effort {effort}): {after}.",
)
_RISE: Final = Text(
    "  {name}: {score} → {to} ({rise}), tổng {gain}, công sức {effort}{lead}.",
    "  {name}: {score} → {to} ({rise}), total {gain}, effort {effort}{lead}.",
)
_LEAD: Final = Text("; chủ trì: {lead}", "; lead: {lead}")
_WITHOUT: Final = Text("Cách khác, không nâng {name}", "Another way, without {name}")
_FEWEST: Final = Text("Cách khác, ít chỉ số nhất", "Another way, in the fewest components")
_OTHER: Final = Text("{which} (công sức {effort}): {rises}.", "{which} (effort {effort}): {rises}.")
_UNREACHED: Final = Text(
    "Không đạt được {target} điểm trong các giới hạn đã nêu. Cao nhất có thể là {best} điểm, {rank}.",
    "{target} points cannot be reached within these limits. The best is {best} points, {rank}.",
)
_ALREADY: Final = Text("Đơn vị đã có từ {target} điểm trở lên.", "The unit has {target} points or more already.")
_BASES: Final = {
    Basis.LEARNT: Text(
        "Công sức học từ {moves} lượt thay đổi: công sức 1 ứng với mức tăng mà chỉ một nửa số đơn vị không tụt lại làm được, "
        "2 là một phần tư, 3 là một phần tám. Mức nâng tối đa là mức xa nhất từng thấy.",
        "Effort is learnt from {moves} moves: 1 is a rise that half of the units that do not fall back make, 2 a quarter, "
        "3 an eighth. No component is raised further than was ever seen.",
    ),
    Basis.GIVEN: Text("Công sức do cơ quan nêu: {names}.", "Efforts given by the office: {names}."),
    Basis.EVEN: Text(
        "Công sức: mỗi điểm của mỗi chỉ số tính bằng nhau, vì chưa có số liệu các năm trước và cơ quan chưa nêu.",
        "Effort: each point of each component counts alike, for want of past years and of what the office says.",
    ),
}
_PROMISED: Final = Text(
    "Đạt mọi mục tiêu thì tổng là {total} điểm, {rank}.", "With all targets kept the total is {total} points, {rank}."
)
_TARGET: Final = Text("  {name}: {score} → {target}, tổng {gain}.", "  {name}: {score} → {target}, total {gain}.")
_TARGET_ONLY: Final = Text(
    "  {name}: {score} → {target}; không tính vào điểm tổng hợp.",
    "  {name}: {score} → {target}; not counted in the total.",
)
_AGREES: Final = Text(
    "Khớp với tổng điểm {stated} mà kế hoạch nêu.", "This agrees with the total of {stated} that the plan states."
)
_DIFFERS: Final = Text("Kế hoạch nêu {stated} điểm, lệch {gap}.", "The plan states {stated} points, off by {gap}.")
_KEPT: Final = Text("Kế hoạch không đặt mục tiêu cho: {names}.", "The plan sets no target for: {names}.")
_SHOWN_UNITS: Final = 5


def worth_lines(found: Sequence[Worth], language: str = "vi", decimals: int = 2) -> list[str]:
    """What each step is worth, a sentence a component."""
    return [_of_worth(each, language, decimals) for each in found]


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


def moves_lines(moves: Moves, language: str = "vi") -> list[str]:
    """On how much of the past all of this rests."""
    pairs = ", ".join(f"{first}–{second}" for first, second in moves.pairs)
    lines = [_RESTS.in_language(language).format(count=moves.count, pairs=pairs)]
    if moves.unmatched:
        shown = ", ".join(moves.unmatched[:_SHOWN_UNITS]) + (" …" if len(moves.unmatched) > _SHOWN_UNITS else "")
        lines.append(_UNMATCHED.in_language(language).format(units=shown))
    return lines


def ways_lines(found: Ways, language: str = "vi", decimals: int = 2) -> list[str]:
    """The cheapest way, others, or the best that can be done."""
    target = number(found.target, decimals, language)
    if found.is_reached:
        return [_ALREADY.in_language(language).format(target=target)]
    if found.cheapest is None:
        best = found.furthest.after
        head = _UNREACHED.in_language(language).format(
            target=target, best=number(best.total, decimals, language), rank=rank_words(best, language)
        )
        return [head, *_rises(found.furthest, language, decimals), *_bases(found, language)]
    head = _CHEAPEST.in_language(language).format(
        target=target,
        effort=number(found.cheapest.effort, 1, language),
        after=rank_words(found.cheapest.after, language),
    )
    others = [_other(way, found, language, decimals) for way in found.alternatives]
    return [head, *_rises(found.cheapest, language, decimals), *others, *_bases(found, language)]


def promise_lines(found: Promise, language: str = "vi", decimals: int = 2) -> list[str]:
    """What the targets of a plan come to."""
    total = number(found.after.total, decimals, language)
    lines = [_PROMISED.in_language(language).format(total=total, rank=rank_words(found.after, language))]
    for each in found.targets:
        text = _TARGET_ONLY if each.counts is False else _TARGET
        lines.append(
            text.in_language(language).format(
                name=each.name.in_language(language),
                score="…" if each.score is None else number(each.score, decimals, language),
                target=number(each.target, decimals, language),
                gain=signed(each.gain, decimals, language),
            )
        )
    if found.stated is not None:
        stated = number(found.stated, decimals, language)
        gap = signed(found.after.total - found.stated, decimals, language)
        lines.append((_AGREES if found.agrees else _DIFFERS).in_language(language).format(stated=stated, gap=gap))
    if found.kept:
        lines.append(_KEPT.in_language(language).format(names=", ".join(found.kept)))
    return lines


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
    return _WORTH.in_language(language).format(name=name, step=step, gain=gain, after=after)


def _rises(way: Way, language: str, decimals: int) -> Iterator[str]:
    for each in way.rises:
        yield _RISE.in_language(language).format(
            name=each.name.in_language(language),
            score=number(each.score, decimals, language),
            to=number(each.to, decimals, language),
            rise=signed(each.rise, decimals, language),
            gain=signed(each.gain, decimals, language),
            effort=number(each.effort, 1, language),
            lead=_LEAD.in_language(language).format(lead=each.lead) if each.lead else "",
        )


def _other(way: Way, found: Ways, language: str, decimals: int) -> str:
    names = {each.code: each.name for each in found.cheapest.rises} if found.cheapest else {}
    without = "" if way.without is None else names[way.without].in_language(language)
    which = (_FEWEST if way.fewest else _WITHOUT).in_language(language).format(name=without)
    rises = "; ".join(
        f"{each.name.in_language(language)} {signed(each.rise, decimals, language)}" for each in way.rises
    )
    return _OTHER.in_language(language).format(which=which, effort=number(way.effort, 1, language), rises=rises)


def _bases(found: Ways, language: str) -> Iterator[str]:
    for basis, text in _BASES.items():
        codes = [code for code, own in found.bases.items() if own is basis]
        if codes:
            yield text.in_language(language).format(moves=found.moves, names=", ".join(codes))
