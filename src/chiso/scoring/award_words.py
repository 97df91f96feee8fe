"""The formulas of awarded points with their numbers in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from chiso.frameworks import Method, Rule
from chiso.problems import Text
from chiso.scoring.numerals import spoken
from chiso.scoring.trace import TraceInput

_PAIR: Final = 2
_BELOW: Final = Text(
    "{maximum} × 0 (vì {ratio} dưới mức {threshold})", "{maximum} × 0 (for {ratio} is below {threshold})"
)
_NO_DENOMINATOR: Final = Text(
    "{ratio} (tỷ lệ được lấy khi mẫu số bằng 0)", "{ratio} (the ratio for a denominator of 0)"
)
_BY_STEPS: Final = Text("điểm theo bậc của {ratio}", "points by steps of {ratio}")


@dataclass(frozen=True, slots=True)
class Award:
    """A rule and what went into it, in a language."""

    rule: Rule
    inputs: Sequence[TraceInput]
    language: str

    def said(self, number: Decimal | float | None) -> str:
        """A number as people write it."""
        return spoken(number, self.language)

    def option(self, name: str, otherwise: int = 0) -> str:
        """A number of the rule."""
        return self.said(Decimal(str(self.rule.options.get(name, otherwise))))

    def values(self, codes: Sequence[str] | None = None) -> list[str]:
        """What went in, of some codes or of all."""
        return [self.said(each.value) for each in self.inputs if codes is None or each.code in codes]

    def numbers(self, name: str) -> dict[str, Decimal]:
        """Numbers of the rule by code."""
        given = self.rule.options.get(name, {})
        return dict(given) if isinstance(given, Mapping) else {}

    def weighed(self, numbers: Mapping[str, Decimal]) -> str:
        """Some inputs, each times its number."""
        terms = [
            f"{self.said(numbers[each.code])} × {self.said(each.value)}" for each in self.inputs if each.code in numbers
        ]
        return " + ".join(terms)

    def least(self, *numbers: str) -> str:
        """The least of some numbers."""
        return f"min({self._between.join(numbers)})"

    def greatest(self, *numbers: str) -> str:
        """The greatest of some numbers."""
        return f"max({self._between.join(numbers)})"

    def ratio(self) -> str:
        """The ratio, or numerator over denominator; the ratio that stands for it where the denominator is zero."""
        values = self.values()
        if self._lacks_denominator:
            return _NO_DENOMINATOR.in_language(self.language).format(ratio=self.option("when_zero"))
        return f"({' / '.join(values)})" if len(values) == _PAIR else values[0]

    @property
    def is_below_threshold(self) -> bool:
        """Whether the ratio is below that from which on there are points."""
        values = [float(each.value or 0) for each in self.inputs]
        if self._lacks_denominator:
            ratio = float(str(self.rule.options.get("when_zero", "nan")))
        else:
            ratio = values[0] / values[1] if len(values) == _PAIR else values[0]
        return ratio < float(str(self.rule.options["threshold"]))

    @property
    def _lacks_denominator(self) -> bool:
        return len(self.inputs) == _PAIR and not self.inputs[1].value

    @property
    def _between(self) -> str:
        return ", " if self.language.startswith("en") else "; "


def award_formula(rule: Rule, inputs: Sequence[TraceInput], language: str) -> str | None:
    """The formula of a rule that awards points; None where the words of its method have to do."""
    made = _FORMULAS.get(rule.method)
    if made is None or len(inputs) < len(rule.parts):
        return None
    return made(Award(rule, inputs, language))


def _bonus(award: Award) -> str:
    bonus, penalty = award.numbers("bonus"), award.numbers("penalty")
    text = " + ".join(award.values([each.code for each in award.inputs if each.code not in {*bonus, *penalty}])) or "0"
    for sign, numbers, cap in (("+", bonus, "most_bonus"), ("−", penalty, "most_penalty")):
        if numbers:
            points = award.weighed(numbers)
            text += f" {sign} " + (
                award.least(award.option(cap), points) if cap in award.rule.options else f"({points})"
            )
    return text


def _to_target(award: Award) -> str:
    part = award.least("1", f"{award.ratio()} / {award.option('target')}")
    return f"{award.option('maximum')} × {part}"


def _over_threshold(award: Award) -> str:
    if award.is_below_threshold:
        said = {"maximum": award.option("maximum"), "threshold": award.option("threshold")}
        return _BELOW.in_language(award.language).format(ratio=award.ratio(), **said)
    return f"{award.option('maximum')} × {award.least('1', award.ratio())}"


def _chosen(award: Award) -> str:
    chosen = award.rule.options["chosen"]
    codes = chosen if isinstance(chosen, tuple) else ()
    some = " + ".join(award.values([str(code) for code in codes]))
    return f"{award.said(award.rule.multiplier)} × ({some}) / ({' + '.join(award.values())})"


_FORMULAS: Final[Mapping[Method, Callable[[Award], str]]] = {
    Method.YES_NO: lambda award: f"{award.option('maximum')} × {1 if award.inputs[0].value else 0}",
    Method.CAPPED_COUNT: lambda award: award.least(
        award.option("maximum"), f"{award.option('each')} × ({' + '.join(award.values())})"
    ),
    Method.DEDUCTION: lambda award: award.greatest(
        award.option("floor"), f"{award.option('maximum')} − {award.option('each')} × ({' + '.join(award.values())})"
    ),
    Method.STEPS: lambda award: _BY_STEPS.in_language(award.language).format(ratio=award.ratio()),
    Method.SHARE_OVER_THRESHOLD: _over_threshold,
    Method.PROPORTION_TO_TARGET: _to_target,
    Method.BONUS_AND_PENALTY: _bonus,
    Method.SHARE_OF_ANSWERS: _chosen,
    Method.MEAN_OF_SCALE: lambda award: f"({award.weighed(award.numbers('points'))}) / ({' + '.join(award.values())})",
    Method.IMPORTED: lambda award: f"{award.option('maximum')} × {award.values()[0]} / {award.option('out_of')}",
}
