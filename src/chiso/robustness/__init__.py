"""How sure scores and ranks are when the method or the data might be otherwise; `road` leads from there to a target."""

from chiso.robustness.assumptions import (
    Alternatives,
    Assumption,
    Dropping,
    Replicates,
    StandardErrors,
    Weights,
    WeightSets,
)
from chiso.robustness.error_table import read_errors, read_replicates
from chiso.robustness.ground import Ground
from chiso.robustness.pools import Pool, pools
from chiso.robustness.removal import Removal, removal
from chiso.robustness.sensitivity import Sensitivity, sensitivity
from chiso.robustness.uncertainty import Uncertainty, replayed, uncertainty

__all__ = [
    "Alternatives",
    "Assumption",
    "Dropping",
    "Ground",
    "Pool",
    "Removal",
    "Replicates",
    "Sensitivity",
    "StandardErrors",
    "Uncertainty",
    "WeightSets",
    "Weights",
    "pools",
    "read_errors",
    "read_replicates",
    "removal",
    "replayed",
    "sensitivity",
    "uncertainty",
]
