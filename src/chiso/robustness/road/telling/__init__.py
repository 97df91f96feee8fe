"""The road in sentences, Vietnamese and English."""

from chiso.robustness.road.telling.future import future_lines, moves_lines, moving_line
from chiso.robustness.road.telling.indicators import indicator_lines
from chiso.robustness.road.telling.promise import promise_lines
from chiso.robustness.road.telling.standing import need_lines, rank_words, stands_lines, worth_lines
from chiso.robustness.road.telling.ways import ways_lines

__all__ = [
    "future_lines",
    "indicator_lines",
    "moves_lines",
    "moving_line",
    "need_lines",
    "promise_lines",
    "rank_words",
    "stands_lines",
    "ways_lines",
    "worth_lines",
]
