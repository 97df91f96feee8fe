"""Word's own lists: headings counted I. 1. 1.1. a) and items marked - and +; which numbers Word can count itself."""

from __future__ import annotations

from docx.document import Document as WordDocument

from chiso.documents.word_numbering import formatted
from chiso.documents.writing import form
from chiso.documents.writing.word_elements import Element, element, twips
from chiso.documents.writing.word_styles import HEADINGS, ITEMS

_LEVELS = (
    ("upperRoman", "%1.", "Heading1"),
    ("decimal", "%2.", "Heading2"),
    ("decimal", "%2.%3.", "Heading3"),
    ("lowerLetter", "%4)", "Heading4"),
)
_MARKS = (("bullet", "-", "GachDauDong"), ("bullet", "+", "DauCong"))
LISTED_LEVELS = len(_LEVELS)
_NESTED = 3  # the level whose number holds that of the level above


def put_lists(word: WordDocument) -> None:
    """Replace the template's lists by ours."""
    root = word.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for identity, levels in ((HEADINGS, _LEVELS), (ITEMS, _MARKS)):
        kind = element("multiLevelType", val="multilevel")
        listed = (_level(number, *level) for number, level in enumerate(levels))
        root.append(element("abstractNum", kind, *listed, abstractNumId=identity))
    for identity in (HEADINGS, ITEMS):
        root.append(element("num", element("abstractNumId", val=identity), numId=identity))


def _level(number: int, form_of_number: str, text: str, style: str) -> Element:
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=form_of_number),
        element("pStyle", val=style),
        element("suff", val="space"),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=0, firstLine=twips(form.INDENT))),
        ilvl=number,
    )


class Counter:
    """Counts as Word will, to know where the number wanted is the one that Word prints."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def counts_to(self, level: int, number: str) -> bool:
        """Whether Word prints `number` for the next paragraph at a level (1 to 4); if so it is counted."""
        if not 1 <= level <= LISTED_LEVELS or not number:
            return False
        count = self._counts[level - 1] + 1
        own = formatted(count, _LEVELS[level - 1][0])
        if level == _NESTED:
            above = self._counts[level - 2]
            own = f"{above}.{own}" if above else ""
        if own != number:
            return False
        self._counts[level - 1] = count
        self._counts[level:] = [0] * (LISTED_LEVELS - level)
        return True
