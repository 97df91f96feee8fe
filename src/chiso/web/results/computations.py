"""The whole of an index out of its components, by the edition's own rule, beside what was announced."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from chiso.frameworks import Edition, Method, NodeKind, Rule
from chiso.problems import ProblemError
from chiso.web.results.differences import Difference, Input, difference
from chiso.web.results.models import Result

if TYPE_CHECKING:
    from chiso.scoring import Scorecard, Trace

_ALONE = "—"  # the one unit that is scored; its name is told by the page
_KEPT = 512
_HALF = Decimal("0.5")
_WORTH_TELLING = Decimal("0.0000001")


@dataclass(frozen=True, slots=True)
class Computation:
    """The whole as computed.

    kind: "agrees" or "differs" from what was announced, "computed" (nothing was announced), "lacks" (a component has
          no score), "announced" (nobody has stated a rule), "refused" (no rule for that year, or components that
          cannot be), "bare" (no component is known)
    why: what could explain a difference
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
    why: Difference | None = None

    @property
    def is_rounded(self) -> bool:
        """Whether the announced figure differs by rounding alone, in a place that is worth telling."""
        return self.kind == "agrees" and self.difference is not None and abs(self.difference) >= _WORTH_TELLING


def computation(
    whole: Result | None, of_year: Mapping[str, Result], edition: Edition, language: str, node: str = ""
) -> Computation:
    """Compute a node, the whole unless another is asked for, from what is known below it; `of_year` is by code."""
    code = node or edition.headline.code
    known = {each for each, row in of_year.items() if each in edition and row.score is not None}
    parts = {each: of_year[each] for each in inputs_known(edition, code, known)}
    if not parts:
        return Computation("bare")
    try:
        trace = _trace(parts, edition, code)
    except ProblemError as error:
        letters = tuple((problem.message(language), problem.remedy(language)) for problem in error.problems)
        return Computation("refused", refusals=letters)
    scores = {each: row.score for each, row in parts.items() if row.score is not None}
    inputs = inputs_of(trace, scores, {each: row.pk for each, row in parts.items()}, language)
    if not trace.is_computed:
        return _announced(inputs, edition)
    # One unit alone has no rank among others: of the trace's sentences those on its making and sources are kept.
    sentences = tuple(replace(trace, printed=None).lines(language)[1:])
    if trace.score is None:
        return Computation("lacks", inputs, sentences=sentences)
    return _compared(whole, Decimal(str(trace.score)), inputs, sentences, edition)


def inputs_known(edition: Edition, code: str, known: Collection[str]) -> tuple[str, ...]:
    """The known nodes nearest below a node: none of them lies under another, for what is given is not computed too."""
    found: list[str] = []
    covered: set[str] = set()
    for node in edition.below(code):  # parents come first
        if node.parent in covered:
            covered.add(node.code)
        elif node.code in known:
            found.append(node.code)
            covered.add(node.code)
    return tuple(found)


def inputs_of(trace: Trace, scores: Mapping[str, Decimal], ids: Mapping[str, int], language: str) -> tuple[Input, ...]:
    """The inputs of a trace with what each contributes; `ids` are the stored results behind them, by code."""
    rule = trace.rule.value if trace.rule else None
    present = [each for each in trace.counted if each.value is not None and each.at]
    weights = sum((each.weight for each in present if each.weight), start=Decimal(0))
    scales = sum((each.node.scale.maximum for each in present), start=Decimal(0))
    is_weighing = rule is not None and rule.method is Method.WEIGHTED_MEAN
    made = []
    for each in trace.inputs:
        score = scores.get(each.code, None if each.value is None else Decimal(str(each.value)))
        counts = each.weight is not None and trace.is_computed
        share = _share(rule, score, each.weight, weights if is_weighing else scales) if counts else None
        made.append(
            Input(
                code=each.code,
                name=each.name.in_language(language),
                result_id=ids.get(each.code),
                score=score,
                scale=each.at.scale.maximum if each.at and not each.at.scale.is_open else None,
                weight=each.weight * 100 / trace.whole_weight if is_weighing and each.weight else None,
                share=share,
                is_counted=counts if trace.is_computed else None,
            )
        )
    return tuple(made)


def _trace(parts: Mapping[str, Result], edition: Edition, code: str) -> Trace:
    some = next(iter(parts.values()))
    cells = tuple((each, str(row.score)) for each, row in parts.items())
    return _scored(cells, some.year, edition).trace(_ALONE, code)


@lru_cache(maxsize=_KEPT)
def _scored(cells: tuple[tuple[str, str], ...], year: int, edition: Edition) -> Scorecard:
    import polars as pl  # noqa: PLC0415 - frames are needed on a few pages, not in every server process

    from chiso.scoring import score  # noqa: PLC0415 - the same

    rows = [(_ALONE, code, str(year), value) for code, value in cells]
    observations = pl.DataFrame(rows, schema=["unit", "node", "period", "value"], orient="row")
    return score(edition, observations)


def _share(rule: Rule | None, score: Decimal | None, weight: Decimal | None, whole: Decimal) -> Decimal | None:
    if rule is None or score is None or weight is None or not whole:
        return None
    if rule.method is Method.SUM_OF_POINTS:
        return score
    return rule.multiplier * weight * score / whole


def _announced(inputs: tuple[Input, ...], edition: Edition) -> Computation:
    known = [each for each in inputs if each.score is not None and _is_component(edition, each.code)]
    return Computation(
        "announced",
        inputs,
        sum_of_scores=sum((each.score for each in known if each.score is not None), start=Decimal(0)),
        sum_of_scales=sum((each.scale for each in known if each.scale), start=Decimal(0)),
    )


def _is_component(edition: Edition, code: str) -> bool:
    return code in edition and edition.node(code).kind is NodeKind.COMPONENT


def _compared(
    whole: Result | None, computed: Decimal, inputs: tuple[Input, ...], sentences: tuple[str, ...], edition: Edition
) -> Computation:
    if whole is None or whole.score is None:
        return Computation("computed", inputs, computed, sentences=sentences)
    by = whole.score - computed
    if abs(by) <= Decimal(1).scaleb(-edition.decimals) * _HALF:
        return Computation("agrees", inputs, computed, by, sentences)
    return Computation("differs", inputs, computed, by, sentences, why=difference(inputs, by, edition.decimals))
