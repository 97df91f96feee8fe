"""Work in the paragraph of a component, after the sentences that tell its results and aims."""

from __future__ import annotations

from chiso.plans.reading.assignments import ASKS, clause
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.scores import Context, statements
from chiso.plans.reading.units import does_work


def is_work(sentence: Passage, plan_year: int | None) -> bool:
    """Whether a sentence asks a unit for more than to answer for the component, or begins with what is to be done."""
    if ASKS.match(sentence.text):
        found = clause(sentence)
        return found is not None and not found.is_whole
    return does_work(sentence.text[:1].lower() + sentence.text[1:]) and not _tells(sentence, plan_year)


def _tells(words: Passage, plan_year: int | None) -> bool:
    return any(each.score.is_stated for each in statements(words, Context(plan_year)))
