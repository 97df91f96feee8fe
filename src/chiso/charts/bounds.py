"""Where the axis of a chart begins and ends."""

import math
from collections.abc import Sequence

_STEPS = (1.0, 2.0, 5.0, 10.0)
_WANTED_TICKS = 5
_FEWEST_STEPS = 3


def bounds(values: Sequence[float], lowest: float, highest: float) -> tuple[float, float, list[float]]:
    """Choose the first and the last value of the axis around `values`, within the scale, and the ticks.

    Dots are read by where they stand, not by how long they are: their axis need not begin at 0, but its ticks say
    where it does begin.

    >>> bounds([62.5, 73.0], 0, 100)
    (60.0, 75.0, [60.0, 65.0, 70.0, 75.0])
    >>> bounds([10.0], 0, 10)
    (9.7, 10, [9.7, 9.8, 9.9, 10.0])
    """
    low, high = min(values), max(values)
    room = max((high - low) * 0.1, (highest - lowest) * 0.02)
    step = _step((high - low + 2 * room) / _WANTED_TICKS)
    first, last = math.floor((low - room) / step), math.ceil(min(high + room, highest) / step)
    first = min(first, last - _FEWEST_STEPS)
    ticks = [round(step * count, 10) for count in range(first, last + 1)]
    inside = [tick for tick in ticks if lowest <= tick <= highest]
    return max(lowest, ticks[0]), min(highest, ticks[-1]), inside


def _step(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next(step * power for step in _STEPS if step * power >= raw)
