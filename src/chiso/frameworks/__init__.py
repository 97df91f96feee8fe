"""Index frameworks as dated, cited data: editions, their nodes and rules, and how they are parsed and checked."""

from chiso.frameworks.bands import Band, BandMethod, BandRule, Interval
from chiso.frameworks.edition import (
    Absence,
    Arithmetic,
    Columns,
    Dropped,
    Edition,
    Framework,
    Node,
    NodeKind,
    SubjectKind,
)
from chiso.frameworks.formula import Formula, parse_formula
from chiso.frameworks.measured import Collected, Fact, Means, Scale
from chiso.frameworks.parse import Surroundings, built, parse
from chiso.frameworks.rules import Lacking, Method, Part, Ranking, Rule
from chiso.frameworks.steps import Direction, Step, Steps

__all__ = [
    "Absence",
    "Arithmetic",
    "Band",
    "BandMethod",
    "BandRule",
    "Collected",
    "Columns",
    "Direction",
    "Dropped",
    "Edition",
    "Fact",
    "Formula",
    "Framework",
    "Interval",
    "Lacking",
    "Means",
    "Method",
    "Node",
    "NodeKind",
    "Part",
    "Ranking",
    "Rule",
    "Scale",
    "Step",
    "Steps",
    "SubjectKind",
    "Surroundings",
    "built",
    "parse",
    "parse_formula",
]
