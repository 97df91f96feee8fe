"""The ways to a total in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chiso.problems import Text
from chiso.robustness.road.effort import Basis
from chiso.robustness.road.telling.standing import rank_words
from chiso.robustness.road.ways import Way, Ways
from chiso.robustness.wording import number, shortest, signed

_CHEAPEST: Final = Text(
    "Cách ít công sức nhất để được {target} điểm (công sức {effort}): {after}.",
    "The way of least effort to {target} points (effort {effort}): {after}.",
)
_RISE: Final = Text(
    "  {name}: {score} → {to} ({rise}), tổng {gain}, công sức {effort}{step}{lead}.",
    "  {name}: {score} → {to} ({rise}), total {gain}, effort {effort}{step}{lead}.",
)
_LEAD: Final = Text("; chủ trì: {lead}", "; lead: {lead}")
_STEP: Final = Text("; theo bước {step}", "; in steps of {step}")
_CAPACITY: Final = Text("  Công sức theo đơn vị chủ trì: {leads}.", "  Effort by lead unit: {leads}.")
_OF: Final = Text("{lead} {effort} trên {most}", "{lead} {effort} of {most}")
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
        return [head, *_whole(found.furthest, found, language, decimals), *_bases(found, language)]
    head = _CHEAPEST.in_language(language).format(
        target=target,
        effort=number(found.cheapest.effort, 1, language),
        after=rank_words(found.cheapest.after, language),
    )
    others = [_other(way, found, language, decimals) for way in found.alternatives]
    return [head, *_whole(found.cheapest, found, language, decimals), *others, *_bases(found, language)]


def _whole(way: Way, found: Ways, language: str, decimals: int) -> Iterator[str]:
    """Its rises, and what they take of each lead unit."""
    yield from _rises(way, language, decimals)
    known = {lead: effort for lead, effort in way.by_lead.items() if lead}
    if known:
        used = "; ".join(_used(lead, effort, found.leads.get(lead), language) for lead, effort in known.items())
        yield _CAPACITY.in_language(language).format(leads=used)


def _used(lead: str, effort: float, most: float | None, language: str) -> str:
    written = number(effort, 1, language)
    if most is None:
        return f"{lead} {written}"
    return _OF.in_language(language).format(lead=lead, effort=written, most=number(most, 1, language))


def _rises(way: Way, language: str, decimals: int) -> Iterator[str]:
    for each in way.rises:
        yield _RISE.in_language(language).format(
            name=each.name.in_language(language),
            score=number(each.score, decimals, language),
            to=number(each.to, decimals, language),
            rise=signed(each.rise, decimals, language),
            gain=signed(each.gain, decimals, language),
            effort=number(each.effort, 1, language),
            step=_STEP.in_language(language).format(step=shortest(each.step, language)) if each.step else "",
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
