"""The words of a Word paragraph: runs with tracked changes accepted, hidden and deleted words left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chiso.documents.old_fonts import OldFont, of_font, runs_in_unicode
from chiso.documents.word_styles import Styles
from chiso.documents.word_xml import W, name_of

_LEFT_OUT = {
    "del",
    "moveFrom",
    "instrText",
    "pPr",
    "rPr",
    "footnoteReference",
    "drawing",
    "pict",
    "object",
    "AlternateContent",
}
_SPOKEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BOX = "txbxContent"


@dataclass(frozen=True, slots=True)
class Words:
    """Text with its line breaks, and whether all of it is bold or italic."""

    text: str
    bold: bool
    italic: bool

    def followed_by(self, other: Words) -> Words:
        """These words and those of the next paragraph as one."""
        return Words(self.text + other.text, self.bold and other.bold, self.italic and other.italic)


def words_of(paragraph: Any, styles: Styles, style: str | None) -> Words:  # noqa: ANN401 (lxml's elements carry no types)
    """The words of a paragraph, NFC."""
    pieces: list[tuple[str, OldFont | None]] = []
    bold: list[bool] = []
    italic: list[bool] = []
    for run in _runs(paragraph):
        if styles.switch("vanish", run, style):
            continue
        text = "".join(_spoken(run))
        pieces.append((text, of_font(styles.font(run, style))))
        if text.strip():
            bold.append(styles.switch("b", run, style))
            italic.append(styles.switch("i", run, style))
    text = unicodedata.normalize("NFC", runs_in_unicode(pieces)).replace("\u00ad", "").replace("\u200b", "")
    return Words(text, bool(bold) and all(bold), bool(italic) and all(italic))


def _runs(element: Any) -> Iterator[Any]:  # noqa: ANN401 (see words_of)
    for inner in element:
        kind = name_of(inner)
        if kind == "r":
            yield inner
        elif kind not in _LEFT_OUT:
            yield from _runs(inner)


def _spoken(run: Any) -> Iterator[str]:  # noqa: ANN401 (see words_of)
    for inner in run:
        kind = name_of(inner)
        if kind == "t":
            yield inner.text or ""
        elif kind in _SPOKEN:
            yield " " if kind == "br" and inner.get(f"{W}type") in {"page", "column"} else _SPOKEN[kind]


def boxes(paragraph: Any) -> list[Any]:  # noqa: ANN401 (see words_of)
    """The contents of the text boxes anchored in a paragraph, each once though Word keeps an older twin."""
    found: list[Any] = []
    for content in paragraph.iter(f"{W}{_BOX}"):
        above = {name_of(each) for each in content.iterancestors()}
        if "Fallback" not in above and _BOX not in above:
            found.append(content)
    return found
