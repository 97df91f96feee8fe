"""How wide words come out in Times New Roman: for rules that are as long as a line, or a share of it."""

from __future__ import annotations

import unicodedata

from chiso.documents.writing.form import POINTS_PER_MILLIMETRE, Look

# Advance widths in thousandths of the size, by the characters that share them (Times New Roman; Liberation Serif is the same).
_REGULAR = {
    180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr", 389: "Js", 408: '"', 444: "?acez“”", 469: "^",
    480: "{}", 500: "#$*0123456789_bdghknopquvxyđ–", 541: "~", 556: "FPS", 564: "+<=>", 611: "ELTZ", 667: "BCR",
    722: "ADGHKNOQUVXYwĐ", 778: "&m", 833: "%", 889: "M", 921: "@", 944: "W",
}  # fmt: skip
_BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt", 389: "Is", 394: "{}", 444: "cerz",
    500: "#$*0123456789?J_agovxy–“”", 520: "~", 555: '"', 556: "Sbdhknpquđ", 570: "+<=>", 581: "^", 611: "FP",
    667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQ", 833: "&m", 930: "@", 944: "M", 1000: "%W",
}  # fmt: skip
_USUAL = 500


def _by_character(shared: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in shared.items() for character in characters}


_WIDTHS = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


def width_of(words: str, look: Look) -> float:
    """The width of one line of words in millimetres; an accented letter is as wide as the letter under the accents.

    >>> from chiso.documents.writing.form import MOTTO
    >>> round(width_of("Độc lập - Tự do - Hạnh phúc", MOTTO), 1)
    55.9
    """
    known = _WIDTHS[look.bold]
    bare = (c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    return sum(known.get(c, _USUAL) for c in bare) * look.size / 1000 / POINTS_PER_MILLIMETRE


def last_line_of(words: str, look: Look, room: float) -> str:
    """The words that stand in the last line where a column of `room` millimetres breaks the text."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        line = longer if width_of(longer, look) <= room or not line else word
    return line
