"""Words that a scan or a slip of the finger has changed, known by the phrase that they stand in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import eq
from typing import Final

from rapidfuzz.distance import OSA

from chiso.documents.document import Place
from chiso.plans.checking.phrases import ALSO_RIGHT, OTHERWISE_RIGHT, RIGHT
from chiso.plans.checking.spelling import Slip, impossible_words, run_into_figures
from chiso.plans.checking.words import PHRASE_GAPS, Word, span
from chiso.plans.reading.words import bare, folded

_FOUR: Final = 4
_LONGEST: Final = max(len(phrase.split()) for phrase in RIGHT)
_OFTEN: Final = 3
_AGREEING: Final = 2
_LONG_SYLLABLE: Final = 5
_LEAST_LETTERS: Final = 3

Syllables = tuple[str, ...]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A known phrase: as written, its syllables lower-cased, and the same without accents."""

    text: str
    folded: Syllables
    bare: Syllables


def slips(words: Sequence[Word]) -> tuple[Slip, ...]:
    """All slips, in order: by the known phrases first, then by the document's own frequent ones and by spelling alone."""
    found: list[Slip] = []
    runs = _runs(words)
    by_phrases = (*_against_phrases(words, runs), *_against_itself(words, runs))
    for slip in (*by_phrases, *impossible_words(words), *run_into_figures(words)):
        if not any(_overlap(slip.place, other.place) for other in found):
            found.append(slip)
    return tuple(sorted(found, key=lambda slip: (slip.place.block, slip.place.start)))


def _runs(words: Sequence[Word]) -> list[int]:
    """How many words go on in one phrase from each word, itself included."""
    goes_on = [word.gap in PHRASE_GAPS for word in words]
    runs = [1] * len(words)
    for at in range(len(words) - 2, -1, -1):
        if goes_on[at + 1]:
            runs[at] = runs[at + 1] + 1
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


def _against_phrases(words: Sequence[Word], runs: Sequence[int]) -> Iterator[Slip]:
    beginning, going_on, lost, known = _beginning_with(), _going_on_with(), _letters_lost(), _known_pairs()
    spelt, right = [word.bare for word in words], _right_pairs()
    suspect = [at for at, pair in enumerate(pairwise(spelt)) if pair in known]
    for at in [at for at in suspect if (words[at].folded, words[at + 1].folded) not in right]:
        pair = spelt[at], spelt[at + 1]
        if runs[at] == 1:
            continue
        if pair in beginning:
            yield from _slip_of_phrase(words[at : at + runs[at]], spelt[at : at + _LONGEST], beginning[pair])
        elif pair in lost:
            yield Slip(lost[pair].text, span(words[at], words[at + 1]))
        if pair in going_on and at >= 2 and runs[at - 2] >= _FOUR:  # noqa: PLR2004 (the pair before)
            yield from _one_changed(words[at - 2 : at + 2], going_on[pair])


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


def _slip_of_phrase(run: Sequence[Word], spelt: list[str], known: Sequence[_Phrase]) -> Iterator[Slip]:
    """The slip at the beginning of a run of words, where they are a known phrase but for it."""
    for phrase in known:
        length = len(phrase.bare)
        if length <= len(run) and tuple(spelt[:length]) == phrase.bare:
            yield from _accents_lost(run, phrase)
            return
    yield from _one_changed(run[:_FOUR], known)


def _accents_lost(run: Sequence[Word], phrase: _Phrase) -> Iterator[Slip]:
    some, after = run[: len(phrase.bare)], run[len(phrase.bare) : len(phrase.bare) + 1]
    written = tuple([word.folded for word in some])
    if written == phrase.folded:
        return
    # Capitals without any accent stand in addresses and old headings, where no scan has lost them.
    is_ascii = all(word.text.isascii() for word in some)
    is_right = " ".join(written) in ALSO_RIGHT.get(phrase.text, ())
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


def _one_changed(some: Sequence[Word], known: Sequence[_Phrase]) -> Iterator[Slip]:
    """Four words of which three are a known phrase's and the other is much like its fourth."""
    for phrase in known if len(some) == _FOUR else ():
        changed = [n for n in range(_FOUR) if len(phrase.bare) >= _FOUR and some[n].bare != phrase.bare[n]]
        if len(changed) == 1 and OSA.distance(some[changed[0]].bare, phrase.bare[changed[0]]) == 1:
            yield Slip(_as_marked(phrase, some), span(some[0], some[-1]))
            return


def _against_itself(words: Sequence[Word], runs: Sequence[int]) -> Iterator[Slip]:
    """A word in four that stand once, where but for a letter or an accent in it they stand often."""
    plain = [word.folded for word in words]
    fours = list(zip(plain, plain[1:], plain[2:], plain[3:], strict=False))
    starts = [at for at, length in enumerate(runs) if length >= _FOUR]
    counts = Counter(map(fours.__getitem__, starts))
    first_halves, second_halves = _halves([some for some, count in counts.items() if count >= _OFTEN])
    votes: Counter[tuple[int, str]] = Counter()
    begins, goes_on = {pair[0] for pair in first_halves}, {pair[0] for pair in second_halves}
    for at in [at for at in starts if plain[at] in begins or plain[at + 2] in goes_on]:
        if counts[fours[at]] == 1:
            candidates = (*first_halves.get(fours[at][:2], ()), *second_halves.get(fours[at][2:], ()))
            one_off = [right for right in candidates if sum(map(eq, right, fours[at])) == _FOUR - 1]
            votes.update(_votes(words, at, one_off))
    for (place, right), agreeing in votes.items():
        if agreeing >= _AGREEING:
            yield _with_next(words, place, right, runs[place] > 1)


def _halves(often: Sequence[Syllables]) -> tuple[Mapping[Pair, list[Syllables]], Mapping[Pair, list[Syllables]]]:
    """Frequent words in four by their first two and by their last two."""
    first: dict[Pair, list[Syllables]] = defaultdict(list)
    second: dict[Pair, list[Syllables]] = defaultdict(list)
    for some in often:
        first[some[0], some[1]].append(some)
        second[some[2], some[3]].append(some)
    return first, second


def _with_next(words: Sequence[Word], place: int, right: str, has_next: bool) -> Slip:  # noqa: FBT001 (a plain fact)
    """The slip with the word after it, by which a reader knows it."""
    last = words[place + has_next]
    return Slip(f"{right} {last.folded}" if has_next else right, span(words[place], last))


def _votes(words: Sequence[Word], at: int, candidates: Sequence[Syllables]) -> set[tuple[int, str]]:
    """Which of four words should be another, by the candidates that differ from them in one word."""
    found = set()
    for right in candidates:
        changed = next(n for n in range(_FOUR) if words[at + n].folded != right[n])
        if _is_slip(words[at + changed], right[changed]):
            found.add((at + changed, right[changed]))
    return found


def _is_slip(word: Word, right: str) -> bool:
    """Whether a word is the right one with an accent changed, or a letter too many or too few."""
    wanted = bare(right)
    if not word.text.isalpha() or min(len(word.bare), len(wanted)) < _LEAST_LETTERS:
        return False
    return word.bare == wanted or (abs(len(word.bare) - len(wanted)) == 1 and OSA.distance(word.bare, wanted) == 1)
