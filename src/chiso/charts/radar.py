"""A radar as points on a unit circle: which polygon each unit draws over the same axes, the first axis upright.

Numbers are written as SVG wants them, whatever the language of the page.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

_ROUND = 4
_LETTERS = 18  # of a line of an axis's name
_RINGS = (1 / 3, 2 / 3, 1.0)
_AWAY = 1.08
_LINE = 0.13  # height of a line of text
_STEEP = 0.8  # axes that point up or down so much have their names above or below the circle


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: where it ends, where its name begins, and on which side of that it stands (start, middle or end)."""

    name: str
    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str

    @property
    def at_x(self) -> str:
        """Where the axis ends."""
        return _number(self.x)

    @property
    def at_y(self) -> str:
        """Where the axis ends."""
        return _number(self.y)

    @property
    def label_x(self) -> str:
        """Where the name stands."""
        return _number(self.x * _AWAY)

    @property
    def label_y(self) -> str:
        """Where the first line of the name stands, so that the lines lie above, beside or below the end of the axis."""
        height = _LINE * (len(self.lines) - 1)
        return _number(self.y * _AWAY + _LINE / 3 - height * (1 - self.y) / 2)


@dataclass(frozen=True, slots=True)
class Outline:
    """One unit: a point on each axis, the centre being the end `lowest` of the scale; points without a value are left out."""

    name: str
    points: tuple[tuple[float, float], ...]

    @property
    def path(self) -> str:
        """The points of a polygon."""
        return " ".join(f"{_number(x)},{_number(y)}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Radar:
    """Axes and outlines, right and down being positive, within −1 and 1; lowest and highest: the scale."""

    axes: tuple[Axis, ...]
    outlines: tuple[Outline, ...]
    lowest: float
    highest: float

    @property
    def overhang(self) -> tuple[float, float]:
        """How far names reach beyond the circle above and below it: the more lines the name of such an axis has."""
        above = max((len(axis.lines) for axis in self.axes if axis.y < -_STEEP), default=0)
        below = max((len(axis.lines) for axis in self.axes if axis.y > _STEEP), default=0)
        return (_AWAY - 1 + _LINE * (above + 0.5), _AWAY - 1 + _LINE * (below + 0.5))

    @property
    def box(self) -> str:
        """The part of the plane that holds circle and names, as SVG's `viewBox` wants it."""
        above, below = self.overhang
        return f"-2.15 {_number(-1 - above)} 4.3 {_number(2 + above + below)}"

    @property
    def rings(self) -> tuple[str, ...]:
        """Polygons of equal values, by which the eye measures."""
        return tuple(
            " ".join(f"{_number(axis.x * size)},{_number(axis.y * size)}" for axis in self.axes) for size in _RINGS
        )


def radar(
    names: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]], lowest: float, highest: float
) -> Radar:
    """Lay out values on one scale.

    >>> radar(["a", "b", "c", "d"], [("x", [10, 10, None, 0])], 0, 10).outlines[0].path
    '0,-1 1,0 0,0'
    """
    turns = [2 * math.pi * place / len(names) for place in range(len(names))]
    axes = tuple(_axis(name, turn) for name, turn in zip(names, turns, strict=True))
    outlines = tuple(
        Outline(
            name,
            tuple(
                _point(turn, (value - lowest) / (highest - lowest))
                for turn, value in zip(turns, values, strict=True)
                if value is not None
            ),
        )
        for name, values in series
    )
    return Radar(axes, outlines, lowest, highest)


def _axis(name: str, turn: float) -> Axis:
    x, y = _point(turn, 1.0)
    side = round(math.sin(turn), 2)
    anchor = "middle" if not side else "start" if side > 0 else "end"
    return Axis(name, tuple(textwrap.wrap(name, _LETTERS)), x, y, anchor)


def _point(turn: float, length: float) -> tuple[float, float]:
    return round(math.sin(turn) * length, _ROUND), round(-math.cos(turn) * length, _ROUND)


def _number(value: float) -> str:
    return f"{round(value, _ROUND) + 0.0:.4f}".rstrip("0").rstrip(".")
