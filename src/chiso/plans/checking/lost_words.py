"""The check of words left out: a set phrase without its last word, or two prepositions with nothing between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, pairwise
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import quoted
from chiso.plans.checking.words import Words, span
from chiso.problems import Text

_CUT_SHORT: Final = {
    ("trách", "nhiệm", "giải"): "trình",
    ("thủ", "tục", "hành"): "chính",
    ("cải", "cách", "hành"): "chính",
    ("quản", "trị", "hành"): "chính",
    ("công", "nghệ", "thông"): "tin",
    ("cổng", "thông", "tin", "điện"): "tử",
    ("môi", "trường", "kinh"): "doanh",
    ("hỗ", "trợ", "doanh"): "nghiệp",
    ("công", "khai", "minh"): "bạch",
    ("tính", "minh"): "bạch",
    ("năng", "lực", "cạnh"): "tranh",
    ("văn", "bản", "quy", "phạm", "pháp"): "luật",
}
"""Phrases that nothing but their last word can end, so that a little word after the rest shows it lost."""

_NEXT: Final = frozenset(["và", "của", "trong", "theo", "với", "cho", "tại", "về", "hoặc", "được"])
_NOTHING_BETWEEN: Final = frozenset(
    [("trong", "về"), ("các", "và"), ("các", "của"), ("những", "và"), ("những", "của"), ("của", "và"), ("để", "và")]
)
_SUSPECT: Final = _NOTHING_BETWEEN | {phrase[-2:] for phrase in _CUT_SHORT}
_GAPS: Final = frozenset([" ", ", "])


def word_lost(subject: Subject) -> Iterator[Fact]:
    """Places where a word is missing, each with the word that was meant where it is known."""
    found = list(_lost(subject.words))
    if not found:
        return
    said = [subject.blocks[place.block].text[place.start : place.end] for place, _ in found]
    meant = [f" → “{right}”" if right else "" for _, right in found]
    told = "; ".join(f"{words}{right}" for words, right in zip(quoted(said), meant, strict=True))
    yield Fact(
        Text(f"Có lẽ thiếu chữ: {told}.", f"A word seems to be missing: {told}."),
        tuple(place for place, _ in found),
        given=", ".join(said),
        expected=", ".join(right for _, right in found if right),
    )


def _lost(words: Words) -> Iterator[tuple[Place, str]]:
    for at in compress(count(1), map(_SUSPECT.__contains__, pairwise(words.folded))):
        if (words.folded[at - 1], words.folded[at]) in _NOTHING_BETWEEN and words.gaps[at] == " ":
            before = words[at - 2] if at > 1 and words.gaps[at - 1] == " " else words[at - 1]
            yield span(before, words[at]), ""
        yield from _cut_short(words, at)


def _cut_short(words: Words, at: int) -> Iterator[tuple[Place, str]]:
    """The phrases that end here without their last word."""
    for phrase, last in _CUT_SHORT.items():
        first = at - len(phrase) + 1
        if first >= 0 and tuple(words.folded[first : at + 1]) == phrase and _ends_after(words, at):
            yield span(words[first], words[at]), " ".join((*phrase, last))


def _ends_after(words: Words, at: int) -> bool:
    """Whether a phrase ends here, as a little word or a mark follows."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.gap not in _GAPS or after.gap == ", " or after.folded in _NEXT


CHECKS: Final = (
    CheckKind(
        "wording.word_lost",
        Severity.WARNING,
        Text("Thiếu chữ", "Word left out"),
        Text("Câu cụt dễ bị hiểu sai, nhất là tên chỉ số.", "A clipped sentence is misread, above all in a name."),
        Text("“cải cách thủ tục hành và công vụ”", "“cải cách thủ tục hành và công vụ”"),
        Text("Bổ sung chữ bị thiếu.", "Add the missing word."),
        word_lost,
    ),
)
