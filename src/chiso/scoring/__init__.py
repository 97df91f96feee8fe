"""The steps of the method: observations, weigh, aggregate, rank, band, and the trace of every score."""

from chiso.scoring.observations import Status, read
from chiso.scoring.rounding import half_up
from chiso.scoring.score import score
from chiso.scoring.scorecard import Scorecard
from chiso.scoring.tables import read_csv
from chiso.scoring.trace import Trace, TraceInput

__all__ = ["Scorecard", "Status", "Trace", "TraceInput", "half_up", "read", "read_csv", "score"]
