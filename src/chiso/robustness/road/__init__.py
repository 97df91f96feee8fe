"""The road to a target: what each step is worth, what a rank needs, the cheapest way there."""

from chiso.robustness.road.effort import Basis, Effort, Said, even, from_moves, said
from chiso.robustness.road.effort_table import read_efforts
from chiso.robustness.road.future import Chance, Future, chances, future
from chiso.robustness.road.indicators import IndicatorWorth, indicator_worth, measured
from chiso.robustness.road.moves import Moves, learnt
from chiso.robustness.road.start import Start
from chiso.robustness.road.target import Need, Promise, needed, promise
from chiso.robustness.road.ways import Rise, Way, Ways, cheapest_way, ways
from chiso.robustness.road.worth import Place, Worth, stands, worth

__all__ = [
    "Basis",
    "Chance",
    "Effort",
    "Future",
    "IndicatorWorth",
    "Moves",
    "Need",
    "Place",
    "Promise",
    "Rise",
    "Said",
    "Start",
    "Way",
    "Ways",
    "Worth",
    "chances",
    "cheapest_way",
    "even",
    "from_moves",
    "future",
    "indicator_worth",
    "learnt",
    "measured",
    "needed",
    "promise",
    "read_efforts",
    "said",
    "stands",
    "ways",
    "worth",
]
