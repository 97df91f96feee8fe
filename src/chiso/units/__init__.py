"""Agencies, their units and the subjects that an index measures, by the names that people write."""

from chiso.units.agency import agency_of, is_symbol_of, symbol_in, symbol_of
from chiso.units.keys import search_key, sort_key, without_accents
from chiso.units.kinds import UnitKind
from chiso.units.kinship import Kinship, kinship
from chiso.units.matching import Match, match
from chiso.units.recognition import RecognisedUnit, recognise
from chiso.units.subject import Subject, SubjectKind, subject_kind, subject_of
from chiso.units.unit_name import UnitName, unit_name

__all__ = [
    "Kinship",
    "Match",
    "RecognisedUnit",
    "Subject",
    "SubjectKind",
    "UnitKind",
    "UnitName",
    "agency_of",
    "is_symbol_of",
    "kinship",
    "match",
    "recognise",
    "search_key",
    "sort_key",
    "subject_kind",
    "subject_of",
    "symbol_in",
    "symbol_of",
    "unit_name",
    "without_accents",
]
