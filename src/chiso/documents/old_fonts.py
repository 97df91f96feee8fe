"""Vietnamese written for the fonts of the nineties (TCVN3 or ABC: .VnTime; VNI: VNI-Times), turned into Unicode.

In such a file the letters are those of Western Europe; only their font draws them as Vietnamese. The tables are those of
TCVN 5712:1993 (VN3) and of VNI for Windows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import accumulate, groupby

from chiso.documents.document import Block


class OldFont(StrEnum):
    """A way in which fonts drew Vietnamese before Unicode; capitals of TCVN3 have fonts of their own."""

    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3_capitals"
    VNI = "vni"


# The letters that TCVN3 puts at the codes from A1 to AE, then from B5 on; "." marks the codes it leaves out.
_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ.ằẳẵắ",
    0xC6: "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff]+")
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302",
    "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}
_VNI_PAIR = re.compile(rf"([aeouyôö])([{''.join(_VNI_MARKS)}])", re.IGNORECASE)
_LATIN = re.compile(r"[\u00a1-\u00ff]")
_MODERN = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)
_WORD = re.compile(r"[^\W\d_]+")
_USUAL = frozenset(
    _WORD.findall(
        "và của các được trong thực hiện hoạch kế số sở tỉnh phòng đơn vị chỉ nhiệm vụ năm về tại là công chính hành quản lý "
        "điểm đạt đến với nội kết quả tổ chức từng để báo cáo trước ngày tháng"
    )
)
_LEAST_WORDS = 3
_LEAST_SHARE = 0.06
_SAMPLE = 40_000


def of_font(name: str | None) -> OldFont | None:
    """The old way of writing that a font is made for, None for every other font.

    >>> of_font(".VnTime"), of_font("VNI-Times"), of_font("Times New Roman")
    (<OldFont.TCVN3: 'tcvn3'>, <OldFont.VNI: 'vni'>, None)
    """
    plain = (name or "").rpartition("+")[2].lower().lstrip(".")
    if plain.startswith("vni"):
        return OldFont.VNI
    if not plain.startswith("vn") or not (name or "").rpartition("+")[2].startswith("."):
        return None
    family = re.split(r"[-, ]", plain)[0]
    return OldFont.TCVN3_CAPITALS if family.endswith("h") else OldFont.TCVN3


def in_unicode(text: str, font: OldFont) -> str:
    """The text as its old font drew it, NFC.

    >>> in_unicode("KÕ ho¹ch thùc hiÖn", OldFont.TCVN3), in_unicode("Keá hoaïch thöïc hieän", OldFont.VNI)
    ('Kế hoạch thực hiện', 'Kế hoạch thực hiện')
    """
    if font is OldFont.VNI:
        return _from_vni(text)
    text = unicodedata.normalize("NFC", text)
    if font is OldFont.TCVN3_CAPITALS:
        return text.translate(_tcvn3()).upper()
    return "\n".join(map(_line_of_tcvn3, text.split("\n")))


def guessed(text: str) -> OldFont | None:
    """The old way in which a text without fonts is written, None where it is Unicode or not Vietnamese at all.

    It is old where it has letters of Western Europe and next to none of today's Vietnamese ones, and where reading it the
    old way makes the commonest Vietnamese words appear.
    """
    sample = text[:_SAMPLE]
    latin, modern = len(_LATIN.findall(sample)), len(_MODERN.findall(sample))
    if latin == 0 or modern * 10 > latin:
        return None
    best = max((OldFont.TCVN3, OldFont.VNI), key=lambda font: _usual_words(in_unicode(sample, font)))
    drawn = in_unicode(sample, best)
    return best if is_vietnamese(drawn) and _usual_words(drawn) > 2 * _usual_words(sample) else None


def is_vietnamese(text: str) -> bool:
    """Whether the commonest Vietnamese words stand in a text as often as they do in any."""
    return _usual_words(text) >= max(_LEAST_WORDS, _LEAST_SHARE * len(_WORD.findall(text)))


def _usual_words(text: str) -> int:
    """How many of the commonest Vietnamese words with accents stand in a text."""
    words = (word.lower() for word in _WORD.findall(text))
    return sum(word in _USUAL and not word.isascii() for word in words)


def _line_of_tcvn3(line: str) -> str:
    """A line for the font of small letters, in which words of capitals were meant for that of capitals: `KÕ HO¹CH`.

    Words that cannot tell which they are (`Së`, `Vô`) go with the next word that can, else with the one before.
    """
    words = list(_TCVN3_WORD.finditer(line))
    kinds = [_is_in_capitals(word.group()) for word in words]
    if not any(kinds):
        return line.translate(_tcvn3())
    after = list(_known_so_far(reversed(kinds)))[::-1]
    before = list(_known_so_far(kinds))
    pieces, end = [], 0
    for word, following, preceding in zip(words, after, before, strict=True):
        drawn = word.group().translate(_tcvn3())
        is_meant = preceding if following is None else following
        pieces += [line[end : word.start()], drawn.upper() if is_meant else drawn]
        end = word.end()
    return "".join([*pieces, line[end:]])


def _known_so_far(kinds: Iterable[bool | None]) -> Iterator[bool | None]:
    """Of each word what the last one up to it that can tell is."""
    return accumulate(kinds, lambda known, kind: known if kind is None else kind)


def _is_in_capitals(word: str) -> bool | None:
    """Whether a word of TCVN3 is one of capitals, None where its letters do not tell: `Së`, an abbreviation."""
    plain = [(place, letter) for place, letter in enumerate(word) if letter.isascii()]
    if any(letter.islower() for _, letter in plain):
        return False
    return True if any(place for place, _ in plain) and not word.isascii() else None


@cache
def _tcvn3() -> dict[int, str]:
    return {
        start + place: letter
        for start, letters in _TCVN3.items()
        for place, letter in enumerate(letters)
        if letter != "."
    }


def _from_vni(text: str) -> str:
    """Marks stand behind the vowel that carries them; letters that need no vowel stand for themselves."""

    def joined(match: re.Match[str]) -> str:
        vowel = _alone(match[1])
        return unicodedata.normalize("NFC", vowel + _VNI_MARKS[match[2].lower()])

    parts = _VNI_PAIR.split(unicodedata.normalize("NFC", text))
    pairs = [joined(match) for match in _VNI_PAIR.finditer(unicodedata.normalize("NFC", text))]
    plain = ["".join(_alone(letter) for letter in part) for part in parts[::3]]
    return "".join(piece for couple in zip(plain, [*pairs, ""], strict=True) for piece in couple)


def _alone(letter: str) -> str:
    if letter.lower() not in _VNI_ALONE:
        return letter
    drawn = _VNI_ALONE[letter.lower()]
    return drawn.upper() if letter.isupper() else drawn


def runs_in_unicode(runs: Iterable[tuple[str, OldFont | None]]) -> str:
    """Runs of text, each with its font's way of writing, as one text; a letter may go on in the next run."""
    pieces = []
    for font, together in groupby(runs, key=lambda run: run[1]):
        text = "".join(piece for piece, _ in together)
        pieces.append(in_unicode(text, font) if font else text)
    return "".join(pieces)


def blocks_in_unicode(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks as they are, or all turned into Unicode where their letters betray an old way of writing."""
    font = guessed("\n".join(block.text for block in blocks))
    if font is None:
        return blocks
    return tuple(
        replace(
            block,
            text=in_unicode(block.text, font),
            cells=tuple(in_unicode(cell, font) for cell in block.cells),
            marker=in_unicode(block.marker, font),
        )
        for block in blocks
    )
