"""How a status is shown: never by colour alone, always with a shape and a word."""

from collections.abc import Mapping
from typing import Final

# Keys are the values of chiso.plans.status.Status.
COLOURS: Final[Mapping[str, str]] = {"met": "good", "at_risk": "risk", "not_met": "bad", "no_data": "none"}
