"""Whether letters make a Vietnamese syllable: onset, rhyme, and the tones that the rhyme bears."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ONSET: Final = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
_RHYMES: Final = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych yêm yên yêng yêt yêu ynh yp yt
"""
_SYLLABLE: Final = re.compile(rf"{_ONSET}(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})")
_STOPPED: Final = re.compile("(?:ch|[cpt])$")
_ACUTE, _DOT = "\u0301", "\u0323"
_TONES: Final = frozenset({"\u0300", _ACUTE, "\u0309", "\u0303", _DOT})


@lru_cache(maxsize=8192)
def is_syllable(text: str) -> bool:
    """Whether a word in lower case can be a Vietnamese syllable.

    >>> [word for word in ("được", "đươc", "giếng", "quyền", "ngườidân") if not is_syllable(word)]
    ['đươc', 'ngườidân']
    """
    letters, tones = _parted(text)
    if len(tones) > 1 or not _SYLLABLE.fullmatch(letters):
        return False
    return not _STOPPED.search(letters) or tones in {_ACUTE, _DOT}


def with_tone_lost(text: str) -> tuple[str, ...]:
    """The syllables that a word may have been before it lost the tone that its ending needs.

    >>> with_tone_lost("đươc"), with_tone_lost("dân")
    (('được', 'đước'), ())
    """
    letters, tones = _parted(text)
    if tones or not _STOPPED.search(letters) or not _SYLLABLE.fullmatch(letters):
        return ()
    return tuple(_toned(letters, tone) for tone in (_DOT, _ACUTE))


def run_together(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of syllables that a word can be parted into.

    >>> run_together("ngườidân")
    (('người', 'dân'),)
    """
    parts = ((text[:at], text[at:]) for at in range(1, len(text)))
    return tuple(pair for pair in parts if all(map(is_syllable, pair)))


def _parted(text: str) -> tuple[str, str]:
    """A word without its tone marks, composed, and the marks."""
    spelt = unicodedata.normalize("NFD", text)
    tones = "".join(each for each in spelt if each in _TONES)
    return unicodedata.normalize("NFC", "".join(each for each in spelt if each not in _TONES)), tones


def _toned(letters: str, tone: str) -> str:
    """A stopped syllable with a tone on the last vowel before its ending."""
    at = _STOPPED.search(letters)
    end = at.start() if at else len(letters)
    return unicodedata.normalize("NFC", letters[:end] + tone + letters[end:])
