"""The whole of an index out of its components, by the edition's own rule, beside what was announced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from chiso.frameworks import Edition, Method, NodeKind, Rule
from chiso.problems import ProblemError
from chiso.web.results.models import Result

if TYPE_CHECKING:
    from chiso.scoring import Trace

_HALF = Decimal("0.5")
_WORTH_TELLING = Decimal("0.0000001")


@dataclass(frozen=True, slots=True)
class Input:
    """A component that goes into the whole, or stands beside it.

    weight, share: None where it does not count; `share` is what it contributes to the whole, in points
    is_counted:    None where nobody has stated it
    """

    code: str
    name: str
    result_id: int | None
    score: Decimal | None
    scale: Decimal
    weight: Decimal | None
    share: Decimal | None
    is_counted: bool | None


@dataclass(frozen=True, slots=True)
class Computation:
    """The whole as computed.

    kind: "agrees" or "differs" from what was announced, "computed" (nothing was announced), "lacks" (a component has
          no score), "announced" (nobody has stated a rule), "refused" (no rule for that year, or components that
          cannot be), "bare" (no component is known)
    sum_of_scores, sum_of_scales: of the components, where nobody has stated a rule
    """

    kind: str
    inputs: tuple[Input, ...] = ()
    computed: Decimal | None = None
    difference: Decimal | None = None
    sentences: tuple[str, ...] = ()
    refusals: tuple[tuple[str, str], ...] = ()
    sum_of_scores: Decimal | None = None
    sum_of_scales: Decimal | None = None

    @property
    def is_rounded(self) -> bool:
        """Whether the announced figure differs by rounding alone, in a place that is worth telling."""
        return self.kind == "agrees" and self.difference is not None and abs(self.difference) >= _WORTH_TELLING


def computation(whole: Result | None, of_year: Mapping[str, Result], edition: Edition, language: str) -> Computation:
    """Compute the whole from the components of its year; `of_year` holds results by the code of their node."""
    parts = {code: row for code, row in of_year.items() if code in edition and row.score is not None}
    if not parts:
        return Computation("bare")
    try:
        trace = _trace(parts, edition)
    except ProblemError as error:
        letters = tuple((problem.message(language), problem.remedy(language)) for problem in error.problems)
        return Computation("refused", refusals=letters)
    inputs = _inputs(trace, parts, language)
    if not trace.is_computed:
        return _announced(inputs, edition)
    # One unit alone has no rank among others: of the trace's sentences those on its making and sources are kept.
    sentences = tuple(replace(trace, printed=None).lines(language)[1:])
    if trace.score is None:
        return Computation("lacks", inputs, sentences=sentences)
    return _compared(whole, Decimal(str(trace.score)), inputs, sentences, edition)


def _trace(parts: Mapping[str, Result], edition: Edition) -> Trace:
    import polars as pl  # noqa: PLC0415 - frames are needed on one page, not in every server process

    from chiso.scoring import score  # noqa: PLC0415 - the same

    some = next(iter(parts.values()))
    rows = [(some.subject.name, code, str(some.year), str(row.score)) for code, row in parts.items()]
    observations = pl.DataFrame(rows, schema=["unit", "node", "period", "value"], orient="row")
    return score(edition, observations).trace(some.subject.name)


def _inputs(trace: Trace, parts: Mapping[str, Result], language: str) -> tuple[Input, ...]:
    rule = trace.rule.value if trace.rule else None
    present = [each for each in trace.counted if each.value is not None]
    weights = sum((each.weight for each in present if each.weight), start=Decimal(0))
    scales = sum((each.node.scale.maximum for each in present), start=Decimal(0))
    made = []
    for each in trace.inputs:
        row = parts.get(each.node.code)
        score = row.score if row else None
        whole = weights if rule and rule.method is Method.WEIGHTED_MEAN else scales
        counts = each.weight is not None and trace.is_computed
        made.append(
            Input(
                code=each.node.code,
                name=each.node.name.in_language(language),
                result_id=row.pk if row else None,
                score=score,
                scale=each.node.scale.maximum,
                weight=each.weight if rule and rule.method is Method.WEIGHTED_MEAN else None,
                share=_share(rule, score, each.weight, whole) if counts else None,
                is_counted=counts if trace.is_computed else None,
            )
        )
    return tuple(made)


def _share(rule: Rule | None, score: Decimal | None, weight: Decimal | None, whole: Decimal) -> Decimal | None:
    if rule is None or score is None or weight is None or not whole:
        return None
    if rule.method is Method.SUM_OF_POINTS:
        return score
    return rule.multiplier * weight * score / whole


def _announced(inputs: tuple[Input, ...], edition: Edition) -> Computation:
    known = [each for each in inputs if each.score is not None and edition.node(each.code).kind is NodeKind.COMPONENT]
    return Computation(
        "announced",
        inputs,
        sum_of_scores=sum((each.score for each in known if each.score is not None), start=Decimal(0)),
        sum_of_scales=sum((each.scale for each in known), start=Decimal(0)),
    )


def _compared(
    whole: Result | None, computed: Decimal, inputs: tuple[Input, ...], sentences: tuple[str, ...], edition: Edition
) -> Computation:
    if whole is None or whole.score is None:
        return Computation("computed", inputs, computed, sentences=sentences)
    difference = whole.score - computed
    is_rounding = abs(difference) <= Decimal(1).scaleb(-edition.decimals) * _HALF
    return Computation("agrees" if is_rounding else "differs", inputs, computed, difference, sentences)
