"""Agencies, their units and the subjects that an index measures, by the names that people write."""

from chiso.units.keys import search_key, sort_key, without_accents

__all__ = ["search_key", "sort_key", "without_accents"]
