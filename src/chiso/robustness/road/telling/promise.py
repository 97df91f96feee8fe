"""What the targets of a plan come to, in sentences."""

from __future__ import annotations

from typing import Final

from chiso.problems import Text
from chiso.robustness.road.target import Promise
from chiso.robustness.road.telling.standing import rank_words
from chiso.robustness.wording import number, signed

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
    if found.kept_names:
        names = "; ".join(name.in_language(language) for name in found.kept_names)
        lines.append(_KEPT.in_language(language).format(names=names))
    return lines
