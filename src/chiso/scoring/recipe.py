"""The recipe: the method of an edition on a day as a value that can be edited and run again."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from numbers import Real
from typing import Any

from chiso.frameworks import Edition, Method, Part, Rule, Step, Steps
from chiso.frameworks.option_values import POWERS, is_power
from chiso.frameworks.rules import WEIGHING
from chiso.frameworks.signatures import STEPS, codes_named, faults_of_step
from chiso.frameworks.steps import listed, named_twice
from chiso.problems import Problem, ProblemError
from chiso.scoring import _problems as told

Entries = str | Mapping[str, Any] | list[Mapping[str, Any]]
Means = str | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is done to the observations of an edition.

    rules:   the rule in force of every node that has one
    dropped: codes taken out, with all that lies under them
    Raises ProblemError with every unknown code, method or option, every option that is no number or out of its range,
    and where nothing is left of the headline, when it is made.
    """

    edition: Edition
    steps: Steps
    rules: Mapping[str, Rule]
    dropped: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, edition: Edition, on: date | None = None) -> Recipe:
        """The recipe of an edition on a day. Raises NotInForce where a rule does not hold then."""
        return cls(edition, edition.steps_on(on), {code: dated.on(on).value for code, dated in edition.rules.items()})

    def __post_init__(self) -> None:
        known = self.edition.codes
        codes = [*self.rules, *self.dropped, *self.steps.denominate, *self.steps.denominate.values()]
        steps = [step for name in STEPS for step in getattr(self.steps, name)]
        codes += [code for step in steps for code in (*step.nodes, *codes_named(step.options))]
        faults = [told.UNKNOWN_CODE(given=code, wanted=", ".join(known)) for code in codes if code not in known]
        faults += [fault for name in STEPS for step in getattr(self.steps, name) for fault in _faults(name, step)]
        for name in STEPS:
            entries = getattr(self.steps, name)
            faults += [told.STEP_TWICE(where=name, given=code) for code in named_twice(entries)]
            computed = [code for step in entries for code in step.nodes if self._is_put_together(code)]
            faults += [told.STEP_ON_COMPUTED(where=name, given=code) for code in computed]
        share = self.steps.least_observed
        if share is not None and not (isinstance(share, Real) and 0 <= float(share) <= 1):
            faults.append(told.BAD_SHARE(where="least_observed", given=share))
        if not faults and self._has_nothing_left:
            headline = self.edition.headline.code
            faults.append(told.NOTHING_LEFT(given=", ".join(sorted(self.dropped)), wanted=headline))
        if faults:
            raise ProblemError(faults)

    @property
    def _has_nothing_left(self) -> bool:
        """Whether all parts of the headline are taken out, or all parts of those parts, and so on."""
        gone = set(self.left_out)
        for node in reversed(self.edition.nodes):
            rule = self.rules.get(node.code)
            if rule is not None and rule.parts and all(part.code in gone for part in rule.parts):
                gone.add(node.code)
        return self.edition.headline.code in gone

    def _is_put_together(self, code: str) -> bool:
        return code in self.rules and self.edition.is_put_together(self.rules[code])

    @property
    def indicators(self) -> tuple[str, ...]:
        """The codes that the steps are for: of the indicators and of nodes that a step names, none of them taken out."""
        named = {code for name in STEPS for step in getattr(self.steps, name) for code in step.nodes}
        meant = {node.code for node in self.edition.indicators} | named
        return tuple(node.code for node in self.edition.nodes if node.code in meant and node.code not in self.left_out)

    @property
    def left_out(self) -> frozenset[str]:
        """The codes taken out, and all under them."""
        below = (node.code for code in self.dropped for node in self.edition.below(code) if code in self.edition)
        return self.dropped | frozenset(below)

    def with_(  # noqa: PLR0913 - each is a part of the recipe that may be changed
        self,
        *,
        denominate: Mapping[str, str] | None = None,
        least_observed: float | None = None,
        impute: Entries | None = None,
        treat: Entries | None = None,
        normalise: Entries | None = None,
        aggregate: Means | None = None,
        weights: Mapping[str, float] | None = None,
        weigh: str | None = None,
        drop: Collection[str] = (),
    ) -> Recipe:
        """The same recipe with something else in one or more places; the rest stays.

        impute, treat, normalise: the name of a method, or an entry as in a pack, or several with their nodes
        aggregate:                a mean for all nodes that weigh, or by code; `power_mean` as an entry with its exponent
        weights:                  by code; the others keep theirs
        weigh:                    "equal", or "first_component" for weights from the data
        """
        given = {"impute": impute, "treat": treat, "normalise": normalise}
        changed: dict[str, Any] = {
            name: _steps(name, entries) for name, entries in given.items() if entries is not None
        }
        if denominate is not None:
            changed["denominate"] = dict(denominate)
        if least_observed is not None:
            changed["least_observed"] = least_observed
        rules = dict(self.rules)
        if aggregate is not None:
            rules |= _aggregated(rules, aggregate)
        if weigh is not None:
            rules |= _weighed(rules, weigh)
        if weights is not None:
            rules |= _reweighed(rules, weights)
        return Recipe(self.edition, replace(self.steps, **changed), rules, self.dropped | frozenset(drop))


def _faults(name: str, step: Step) -> list[Problem]:
    return faults_of_step(name, {**step.options, "method": step.method}, name)


def _steps(name: str, entries: Entries) -> tuple[Step, ...]:
    written = listed({"method": entries} if isinstance(entries, str) else entries)
    faults = [fault for entry in written for fault in faults_of_step(name, entry, name)]
    if faults:
        raise ProblemError(faults)
    return tuple(Step.of(entry) for entry in written)


def _weighing(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    return {code: rule for code, rule in rules.items() if rule.method in WEIGHING}


def _aggregated(rules: Mapping[str, Rule], means: Means) -> dict[str, Rule]:
    weighing = _weighing(rules)
    is_for_all = isinstance(means, str) or "method" in means
    by_code = dict.fromkeys(weighing, means) if is_for_all else dict(means) if isinstance(means, Mapping) else {}
    unknown = [told.UNKNOWN_CODE(given=code, wanted=", ".join(weighing)) for code in by_code if code not in weighing]
    if unknown:
        raise ProblemError(unknown)
    return {code: _with_mean(weighing[code], mean) for code, mean in by_code.items()}


def _with_mean(rule: Rule, mean: Means) -> Rule:
    entry = {"method": mean} if isinstance(mean, str) else dict(mean)
    name, options = entry.pop("method"), entry
    if name not in {str(method) for method in WEIGHING}:
        told.UNKNOWN_METHOD.stop(where="aggregate", given=name, wanted=", ".join(sorted(WEIGHING)))
    if (name == Method.POWER_MEAN) != ("exponent" in options) or set(options) - {"exponent"}:
        told.UNKNOWN_METHOD.stop(where="aggregate", given=mean, wanted="{method: power_mean, exponent: 0.5}")
    if options and not is_power(options["exponent"]):
        told.BAD_EXPONENT.stop(where="aggregate", given=options["exponent"], wanted=POWERS)
    kept = {key: value for key, value in rule.options.items() if key != "exponent"}
    exponent = {"exponent": Decimal(str(options["exponent"]))} if options else {}
    return replace(rule, method=Method(name), options={**kept, **exponent})


def _weighed(rules: Mapping[str, Rule], weigh: str) -> dict[str, Rule]:
    if weigh == "equal":
        return {
            code: replace(rule, parts=tuple(Part(part.code, Decimal(1)) for part in rule.parts))
            for code, rule in _weighing(rules).items()
        }
    if weigh != "first_component":
        told.UNKNOWN_METHOD.stop(where="weigh", given=weigh, wanted="equal, first_component")
    return {code: replace(rule, options={**rule.options, "weigh": weigh}) for code, rule in _weighing(rules).items()}


def _reweighed(rules: Mapping[str, Rule], weights: Mapping[str, float]) -> dict[str, Rule]:
    weighing = _weighing(rules)
    known = {part.code: code for code, rule in weighing.items() for part in rule.parts}
    wanted = ", ".join(known)
    faults = [told.WEIGHT_WITHOUT_EFFECT(given=code, wanted=wanted) for code in weights if code not in known]
    faults += [told.BAD_WEIGHT(where=code, given=weight) for code, weight in weights.items() if not _is_weight(weight)]
    if faults:
        raise ProblemError(faults)
    changed = {known[code] for code in weights}
    return {code: _with_weights(code, weighing[code], weights) for code in changed}


def _is_weight(given: object) -> bool:
    return isinstance(given, Real | Decimal) and not isinstance(given, bool) and 0 <= float(given) < math.inf


def _with_weights(code: str, rule: Rule, weights: Mapping[str, float]) -> Rule:
    parts = tuple(
        Part(part.code, Decimal(str(weights[part.code]))) if part.code in weights else part for part in rule.parts
    )
    if not any(part.weight for part in parts):
        told.BAD_WEIGHT.stop(where=code, given=0)
    return replace(rule, parts=parts)
