"""Words that a scan or a slip of the finger has changed, known by the phrase that they stand in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, pairwise
from operator import eq
from typing import Final

from rapidfuzz.distance import OSA

from chiso.documents.document import Place
from chiso.plans.checking.phrases import ALSO_RIGHT, OTHERWISE_RIGHT, RIGHT
from chiso.plans.checking.spelling import Slip, impossible_words, run_into_figures
from chiso.plans.checking.words import PHRASE_GAPS, Word, Words, span
from chiso.plans.reading.words import bare, folded

_FOUR: Final = 4
_OFTEN: Final = 3
_AGREEING: Final = 2
_LONG_SYLLABLE: Final = 5
_LEAST_LETTERS: Final = 3

Syllables = tuple[str, ...]
Pair = tuple[str, str]
Four = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A known phrase: as written, its syllables lower-cased, and the same without accents."""

    text: str
    folded: Syllables
    bare: Syllables


def slips(words: Words) -> tuple[Slip, ...]:
    """All slips, in order: by the known phrases first, then by the document's own frequent ones and by spelling alone."""
    found: list[Slip] = []
    runs = _runs(words.gaps)
    by_phrases = (*_against_phrases(words, runs), *_against_itself(words, runs))
    for slip in (*by_phrases, *impossible_words(words), *run_into_figures(words)):
        if not any(_overlap(slip.place, other.place) for other in found):
            found.append(slip)
    return tuple(sorted(found, key=lambda slip: (slip.place.block, slip.place.start)))


def _runs(gaps: Sequence[str]) -> list[int]:
    """How many words go on in one phrase from each word, itself included."""
    runs = [1] * len(gaps)
    ends = [at for at, gap in enumerate(gaps) if gap not in PHRASE_GAPS]
    for first, end in pairwise((*ends, len(gaps))):
        runs[first:end] = range(end - first, 0, -1)
    return runs


def _overlap(one: Place, other: Place) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


@cache
def _beginning_with() -> Mapping[Pair, tuple[_Phrase, ...]]:
    """The known phrases by their first two bare syllables, longest first."""
    found: dict[Pair, list[_Phrase]] = defaultdict(list)
    for phrase in (_Phrase(text, tuple(folded(text).split()), tuple(bare(text).split())) for text in RIGHT):
        found[phrase.bare[0], phrase.bare[1]].append(phrase)
    return {pair: tuple(sorted(known, key=lambda each: -len(each.bare))) for pair, known in found.items()}


@cache
def _going_on_with() -> Mapping[Pair, tuple[_Phrase, ...]]:
    """The known phrases of four and more syllables by their third and fourth."""
    found: dict[Pair, list[_Phrase]] = defaultdict(list)
    for phrase in (phrase for known in _beginning_with().values() for phrase in known):
        if len(phrase.bare) >= _FOUR:
            found[phrase.bare[2], phrase.bare[3]].append(phrase)
    return {pair: tuple(known) for pair, known in found.items()}


@cache
def _letters_lost() -> Mapping[Pair, _Phrase]:
    """Phrases of two long syllables, by what is left when each may have lost a letter."""
    lost: dict[Pair, _Phrase] = {}
    for phrase in (phrase for known in _beginning_with().values() for phrase in known):
        if len(phrase.bare) == 2 and min(map(len, phrase.bare)) >= _LONG_SYLLABLE:  # noqa: PLR2004 (a pair)
            for first in _shortened(phrase.bare[0]):
                for second in _shortened(phrase.bare[1]):
                    lost.setdefault((first, second), phrase)
    return {pair: phrase for pair, phrase in lost.items() if pair not in _beginning_with()}


def _shortened(syllable: str) -> list[str]:
    return [syllable, *(syllable[:n] + syllable[n + 1 :] for n in range(len(syllable)))]


def _against_phrases(words: Words, runs: Sequence[int]) -> Iterator[Slip]:
    beginning, going_on, lost, right = _beginning_with(), _going_on_with(), _letters_lost(), _right_pairs()
    for at in compress(count(), map(_known_pairs().__contains__, pairwise(words.bare))):
        if runs[at] == 1 or (words.folded[at], words.folded[at + 1]) in right:
            continue
        pair = words.bare[at], words.bare[at + 1]
        if pair in beginning:
            yield from _slip_of_phrase(words, at, runs[at], beginning[pair])
        elif pair in lost:
            yield Slip(lost[pair].text, span(words[at], words[at + 1]))
        if pair in going_on and at >= 2 and runs[at - 2] >= _FOUR:  # noqa: PLR2004 (the pair before)
            yield from _one_changed(words, at - 2, going_on[pair])


@cache
def _known_pairs() -> frozenset[Pair]:
    return frozenset([*_beginning_with(), *_going_on_with(), *_letters_lost()])


@cache
def _right_pairs() -> frozenset[Pair]:
    """Known phrases of two syllables with which no longer one begins or goes on: nothing is to be said of them."""
    alone = [
        known[0] for known in _beginning_with().values() if len(known) == 1 and known[0].bare not in _going_on_with()
    ]
    return frozenset((phrase.folded[0], phrase.folded[1]) for phrase in alone if len(phrase.bare) == 2)  # noqa: PLR2004 (a pair)


def _slip_of_phrase(words: Words, at: int, run: int, known: Sequence[_Phrase]) -> Iterator[Slip]:
    """The slip at the beginning of a run of words, where they are a known phrase but for it."""
    for phrase in known:
        length = len(phrase.bare)
        if length <= run and phrase.bare == tuple(words.bare[at : at + length]):
            if phrase.folded != tuple(words.folded[at : at + length]):
                yield from _accents_lost(words[at : at + min(run, length + 1)], phrase)
            return
    if run >= _FOUR:
        yield from _one_changed(words, at, known)


def _accents_lost(run: Sequence[Word], phrase: _Phrase) -> Iterator[Slip]:
    """The slip of a phrase that stands at the beginning of a run with other accents."""
    some, after = run[: len(phrase.bare)], run[len(phrase.bare) :]
    # Capitals without any accent stand in addresses and old headings, where no scan has lost them.
    is_ascii = all(word.text.isascii() for word in some)
    is_right = " ".join(word.folded for word in some) in ALSO_RIGHT.get(phrase.text, ())
    if is_right or is_ascii or _crosses_a_name(some):
        return
    if not after or not re.fullmatch(OTHERWISE_RIGHT.get(phrase.text, "-"), after[0].folded):
        yield Slip(_as_marked(phrase, some), span(some[0], some[-1]))


def _as_marked(phrase: _Phrase, some: Sequence[Word]) -> str:
    """The words of a phrase with the commas that the document has between them."""
    right = phrase.folded[: len(some)]
    return right[0] + "".join(word.gap + each for word, each in zip(some[1:], right[1:], strict=True))


def _crosses_a_name(some: Sequence[Word]) -> bool:
    """Whether a name begins inside, as in "Báo Cao Bằng"; a line all in capitals has no names."""
    return any(word.text[0].isupper() for word in some[1:]) and not all(word.text.isupper() for word in some)


def _one_changed(words: Words, at: int, known: Sequence[_Phrase]) -> Iterator[Slip]:
    """Four words of which three are a known phrase's and the other is much like its fourth."""
    spelt = words.bare[at : at + _FOUR]
    for phrase in known:
        if len(phrase.bare) < _FOUR or sum(map(eq, spelt, phrase.bare)) != _FOUR - 1:
            continue
        if any(OSA.distance(one, other) == 1 for one, other in zip(spelt, phrase.bare, strict=False)):
            some = words[at : at + _FOUR]
            yield Slip(_as_marked(phrase, some), span(some[0], some[-1]))
            return


@dataclass(frozen=True, slots=True)
class _Frequent:
    """Words in four that stand often, by their first two and by their last two."""

    by_first: Mapping[Pair, list[Four]]
    by_second: Mapping[Pair, list[Four]]

    @classmethod
    def of(cls, fours: Iterable[Four]) -> _Frequent:
        """Of these."""
        first: dict[Pair, list[Four]] = defaultdict(list)
        second: dict[Pair, list[Four]] = defaultdict(list)
        for four in fours:
            first[four[:2]].append(four)
            second[four[2:]].append(four)
        return cls(first, second)

    def one_off(self, four: Four) -> list[Four]:
        """Those that differ from four words in one."""
        one, two, three, last = four
        return [each for each in self.by_first.get(four[:2], ()) if (each[2] == three) is not (each[3] == last)] + [
            each for each in self.by_second.get(four[2:], ()) if (each[0] == one) is not (each[1] == two)
        ]


def _against_itself(words: Words, runs: Sequence[int]) -> Iterator[Slip]:
    """A word in four that stand once, where but for a letter or an accent in it they stand often."""
    plain = words.folded
    fours = list(zip(plain, plain[1:], plain[2:], plain[3:], strict=False))
    starts = [at for at, length in enumerate(runs) if length >= _FOUR]
    counts = Counter(map(fours.__getitem__, starts))
    known = _Frequent.of([four for four, times in counts.items() if times >= _OFTEN])
    halves = {*compress(count(), map({*known.by_first, *known.by_second}.__contains__, pairwise(plain)))}
    votes = [
        vote
        for at in starts
        if (at in halves or at + 2 in halves) and counts[fours[at]] == 1
        for right in known.one_off(fours[at])
        for vote in _votes(words, at, right)
    ]
    for (place, right), agreeing in Counter(votes).items():
        if agreeing >= _AGREEING:
            yield _with_next(words, place, right, runs[place] > 1)


def _with_next(words: Words, place: int, right: str, has_next: bool) -> Slip:  # noqa: FBT001 (a plain fact)
    """The slip with the word after it, by which a reader knows it."""
    last = words[place + has_next]
    return Slip(f"{right} {last.folded}" if has_next else right, span(words[place], last))


def _votes(words: Words, at: int, right: Four) -> Iterator[tuple[int, str]]:
    """Which of four words should be another, where they are right but for one that is much like it."""
    changed = next(n for n in range(_FOUR) if words.folded[at + n] != right[n])
    if _is_slip(words.texts[at + changed], words.bare[at + changed], right[changed]):
        yield at + changed, right[changed]


def _is_slip(text: str, spelt: str, right: str) -> bool:
    """Whether a word, `spelt` so without accents, is the right one with an accent changed or a letter more or less."""
    wanted = bare(right)
    if not text.isalpha() or min(len(spelt), len(wanted)) < _LEAST_LETTERS:
        return False
    return spelt == wanted or (abs(len(spelt) - len(wanted)) == 1 and OSA.distance(spelt, wanted) == 1)
