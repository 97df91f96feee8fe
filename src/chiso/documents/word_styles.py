"""What the styles of a Word document say: looks, list numbers, heading levels, each through its ancestors."""

from __future__ import annotations

import re
from typing import Any

from chiso.documents.word_xml import W, child, is_on, value

_HEADING = re.compile(r"^(?:heading|đầu đề|tiêu đề)\s*(\d)", re.IGNORECASE)
_DEEPEST = 12


class Styles:
    """The styles by their ids."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 (lxml's elements carry no types)
        self._by_id: dict[str, Any] = {}
        self._default: str | None = None
        self._switches: dict[tuple[str, str | None], bool | None] = {}
        self._fonts: dict[str | None, str | None] = {}
        self._font = None if root is None else _font(child(root, "docDefaults", "rPrDefault", "rPr", "rFonts"))
        for style in [] if root is None else root.findall(f"{W}style"):
            identity = value(style, "styleId")
            if identity:
                self._by_id[identity] = style
                if value(style, "default") == "1" and value(style, "type") == "paragraph":
                    self._default = identity

    def _line(self, identity: str | None) -> list[Any]:
        """A style and its ancestors, the nearest first."""
        line: list[Any] = []
        while identity in self._by_id and len(line) < _DEEPEST:
            style = self._by_id[identity]
            line.append(style)
            identity = value(child(style, "basedOn"))
        return line

    def switch(self, name: str, run: Any, paragraph_style: str | None) -> bool:  # noqa: ANN401 (see __init__)
        """Whether bold (`b`), italic (`i`) or hidden (`vanish`) is on for a run."""
        own = is_on(child(run, "rPr", name))
        if own is not None:
            return own
        for identity in (value(child(run, "rPr", "rStyle")), paragraph_style or self._default):
            told = self._style_switch(name, identity)
            if told is not None:
                return told
        return False

    def _style_switch(self, name: str, identity: str | None) -> bool | None:
        """What a style says of a switch, told once for all the runs that have it."""
        if (name, identity) not in self._switches:
            every = (is_on(child(style, "rPr", name)) for style in self._line(identity))
            self._switches[name, identity] = next((told for told in every if told is not None), None)
        return self._switches[name, identity]

    def font(self, run: Any, paragraph_style: str | None) -> str | None:  # noqa: ANN401 (see __init__)
        """The name of the font in which a run's letters are set, None where nothing says."""
        own = _font(child(run, "rPr", "rFonts"))
        if own:
            return own
        for identity in (value(child(run, "rPr", "rStyle")), paragraph_style or self._default):
            if identity not in self._fonts:
                every = (_font(child(style, "rPr", "rFonts")) for style in self._line(identity))
                self._fonts[identity] = next((told for told in every if told), None)
            if told := self._fonts[identity]:
                return told
        return self._font

    def list_of(self, properties: Any, style: str | None) -> tuple[str, int] | None:  # noqa: ANN401 (see __init__)
        """The list and level that a paragraph belongs to, by its own properties or its style's."""
        number = value(child(properties, "numPr", "numId"))
        level = value(child(properties, "numPr", "ilvl"))
        for ancestor in self._line(style):
            number = number or value(child(ancestor, "pPr", "numPr", "numId"))
            level = level or value(child(ancestor, "pPr", "numPr", "ilvl"))
        return (number, int(level or 0)) if number and number != "0" else None

    def heading_level(self, properties: Any, style: str | None) -> int:  # noqa: ANN401 (see __init__)
        """1 for the highest headings, 0 for what is none."""
        outline = value(child(properties, "outlineLvl"))
        for ancestor in self._line(style):
            match = _HEADING.match(value(child(ancestor, "name")) or "")
            if match:
                return int(match[1])
            outline = outline or value(child(ancestor, "pPr", "outlineLvl"))
        return int(outline) + 1 if outline and int(outline) < 9 else 0  # noqa: PLR2004 (9 is body text)

    def alignment(self, properties: Any, style: str | None) -> str | None:  # noqa: ANN401 (see __init__)
        """The paragraph's `jc`."""
        own = value(child(properties, "jc"))
        if own:
            return own
        told = (value(child(ancestor, "pPr", "jc")) for ancestor in self._line(style or self._default))
        return next((each for each in told if each), None)


def _font(fonts: Any) -> str | None:  # noqa: ANN401 (see Styles)
    return value(fonts, "ascii") or value(fonts, "hAnsi")
