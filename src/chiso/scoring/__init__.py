"""The steps of the method: observations, impute, treat, normalise, weigh, aggregate, rank, band, and every score's trace."""

from chiso.scoring.chain import Given, Stages, prepared, run
from chiso.scoring.delimited import read_csv
from chiso.scoring.observations import Observations, read, read_history
from chiso.scoring.plan import Joint, compiled, up
from chiso.scoring.recipe import Recipe
from chiso.scoring.rounding import half_up
from chiso.scoring.score import score
from chiso.scoring.scorecard import Scorecard
from chiso.scoring.status import Status
from chiso.scoring.tables import read_table
from chiso.scoring.trace import Trace, TraceInput

__all__ = [
    "Given",
    "Joint",
    "Observations",
    "Recipe",
    "Scorecard",
    "Stages",
    "Status",
    "Trace",
    "TraceInput",
    "compiled",
    "half_up",
    "prepared",
    "read",
    "read_csv",
    "read_history",
    "read_table",
    "run",
    "score",
    "up",
]
