"""What a person should know beside a scorecard: data that nobody gave, and a total that nobody can work out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chiso.problems import Text
from chiso.scoring import Scorecard

_NOT_GIVEN: Final = Text("Lưu ý: số liệu không có gì về: {names}.", "Note: the data have nothing of: {names}.")
_NO_TOTAL: Final = Text(
    "Lưu ý: không có điểm của “{name}”, vì không nguồn nào công bố trọng số hay công thức. Đưa điểm đã công bố vào cột “{code}” "
    "của số liệu, hoặc lập phiên bản riêng có trọng số (docs/packs.md); điểm thành phần xem bằng --format csv.",
    "Note: there is no score of “{name}”, for no source has published weights or a formula. Give the announced score in a "
    "column “{code}”, or make an edition of your own that has weights (docs/packs.md); --format csv shows the components.",
)


def notes(card: Scorecard, language: str) -> list[str]:
    """The notes on a scorecard, in sentences."""
    edition = card.edition
    headline = edition.headline
    lines = []
    rule = card.recipe.rules.get(headline.code)
    if headline.code not in card.table.given_codes and (rule is None or not rule.is_computed):
        name = headline.name.in_language(language)
        lines.append(_NO_TOTAL.in_language(language).format(name=name, code=headline.code))
    absent = [code for code in dict.fromkeys(_asked(card, headline.code)) if not _is_given(card, code)]
    if absent:
        names = "; ".join(f"{code} ({edition.name_of(code).in_language(language)})" for code in absent)
        lines.append(_NOT_GIVEN.in_language(language).format(names=names))
    return lines


def _asked(card: Scorecard, code: str) -> Iterator[str]:
    """The codes of what must be in the data for a node, from which it is put together."""
    rule = card.recipe.rules.get(code)
    if code in card.table.given_codes or rule is None or not rule.is_computed:
        if code != card.edition.headline.code:
            yield code
        return
    for part in rule.parts:
        if part.code not in card.recipe.left_out:
            yield from _asked(card, part.code)


def _is_given(card: Scorecard, code: str) -> bool:
    return bool(card.table.given[:, card.edition.codes.index(code)].any())
