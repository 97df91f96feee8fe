"""Document numbers, citations, and what is in force on a day."""

from chiso.legal.citation import Source, Standing
from chiso.legal.dated import Dated, NotInForce, Timeline
from chiso.legal.number import DocumentNumber

__all__ = ["Dated", "DocumentNumber", "NotInForce", "Source", "Standing", "Timeline"]
