"""Index frameworks as dated, cited data: editions, their nodes and rules, and how they are parsed and checked."""

from chiso.frameworks.bands import Band, BandMethod, BandRule, Interval
from chiso.frameworks.edition import (
    Absence,
    Arithmetic,
    Edition,
    Framework,
    Node,
    NodeKind,
    Scale,
    SubjectKind,
)
from chiso.frameworks.parse import Surroundings, parse
from chiso.frameworks.rules import Lacking, Method, Part, Ranking, Rule

__all__ = [
    "Absence",
    "Arithmetic",
    "Band",
    "BandMethod",
    "BandRule",
    "Edition",
    "Framework",
    "Interval",
    "Lacking",
    "Method",
    "Node",
    "NodeKind",
    "Part",
    "Ranking",
    "Rule",
    "Scale",
    "SubjectKind",
    "Surroundings",
    "parse",
]
