"""Whether what an edition says hangs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from chiso.frameworks import _problems as told
from chiso.frameworks.bands import BandMethod, BandRule
from chiso.frameworks.edition import Edition, folded
from chiso.frameworks.faults import Faults
from chiso.frameworks.formula import Formula
from chiso.frameworks.rules import WEIGHING, Rule
from chiso.frameworks.signatures import RULES, codes_named
from chiso.frameworks.steps import Step, named_twice
from chiso.legal import Timeline

if TYPE_CHECKING:
    from chiso.frameworks.parse import Surroundings

_WHOLE = Decimal(100)
_QUARTERS = 4


def cross_references(edition: Edition, surroundings: Surroundings, faults: Faults) -> None:
    """Note every fault that the schema cannot see."""
    if edition.first_year > edition.last_year:
        faults.at("years").add(told.YEARS_BACKWARDS, given=f"{edition.first_year}, {edition.last_year}")
    _tree(edition, faults.at("nodes"))
    _names(edition, faults.at("nodes"))
    _nodes(edition, surroundings.themes, faults.at("nodes"))
    _facts(edition, faults)
    _steps(edition, faults.at("steps"))
    for code, timeline in edition.rules.items():
        here = faults.at("rules").at(code)
        _known_codes([code], edition, here)
        _dated(timeline, edition, here)
        for dated in timeline:
            _rule(code, dated.value, edition, here)
    for code, bands in edition.bands.items():
        here = faults.at("bands").at(code)
        _known_codes([code], edition, here)
        _dated(bands, edition, here)
        for known in bands:
            _band_rule(known.value, here)
    _dated(edition.ranking, edition, faults.at("ranking"))
    for ranking in edition.ranking:
        _attribute(ranking.value.within, edition, faults.at("ranking"))
    _known_codes((each.node for each in edition.absent if each.node is not None), edition, faults.at("absent"))
    for each in edition.dropped:
        if each.source not in edition.sources:
            faults.at("dropped").at(each.code).add(told.NO_SUCH_SOURCE, given=each.source)


def _tree(edition: Edition, faults: Faults) -> None:
    codes = [*(node.code for node in edition.nodes), *(fact.code for fact in edition.facts)]
    for code, count in Counter(codes).items():
        if count > 1:
            faults.add(told.CODE_TWICE, given=code)
    roots = [node.code for node in edition.nodes if node.parent is None]
    if roots != [edition.nodes[0].code]:
        faults.add(told.ONE_HEADLINE, given=", ".join(roots) or "–")
    seen: set[str] = set()
    for node in edition.nodes:
        if node.parent is not None:
            _known_codes([node.parent], edition, faults.at(node.code))
            if node.parent in edition and node.parent not in seen:
                faults.add(told.PARENT_LATER, given=node.code)
        seen.add(node.code)


def _names(edition: Edition, faults: Faults) -> None:
    """No name may mean two nodes of one level, or a plan could not be read."""
    holders: dict[tuple[str, str], str] = {}
    for node in edition.nodes:
        for name in node.names:
            holder = holders.setdefault((node.kind, folded(name)), node.code)
            if holder != node.code:
                faults.add(told.NAME_TWICE, given=name, wanted=f"{holder}, {node.code}")


def _nodes(edition: Edition, themes: frozenset[str], faults: Faults) -> None:
    for node in edition.nodes:
        here = faults.at(node.code)
        if node.scale.minimum >= node.scale.maximum:
            here.add(told.SCALE_UPSIDE_DOWN, given=f"{node.scale.minimum}, {node.scale.maximum}")
        if node.source not in edition.sources:
            here.add(told.NO_SUCH_SOURCE, given=node.source)
        for theme in set(node.themes) - themes:
            here.add(told.NO_SUCH_THEME, given=theme, wanted=", ".join(sorted(themes)))


def _known_codes(codes: Iterable[str], edition: Edition, faults: Faults) -> None:
    for code in codes:
        if code not in edition:
            faults.add(told.NO_SUCH_NODE, given=code, wanted=", ".join(node.code for node in edition.nodes))


def _dated(timeline: Timeline[Any], edition: Edition, faults: Faults) -> None:
    for dated in timeline:
        if dated.source not in edition.sources:
            faults.add(told.NO_SUCH_SOURCE, given=dated.source)
        if dated.until is not None and dated.until <= dated.since:
            faults.add(told.DATES_CLASH, given=dated)
    for earlier, later in pairwise(timeline):
        if earlier.until is None or earlier.until > later.since:
            faults.add(told.DATES_CLASH, given=f"{earlier}; {later}")


def _facts(edition: Edition, faults: Faults) -> None:
    for fact in edition.facts:
        if fact.source not in edition.sources:
            faults.at("facts").at(fact.code).add(told.NO_SUCH_SOURCE, given=fact.source)


def _attribute(name: str | None, edition: Edition, faults: Faults) -> None:
    if name is not None and name not in edition.attributes:
        faults.add(told.NO_SUCH_ATTRIBUTE, given=name, wanted=", ".join(edition.attributes) or "–")


def _steps(edition: Edition, faults: Faults) -> None:
    _dated(edition.steps, edition, faults)
    for dated in edition.steps:
        steps = dated.value
        facts = {fact.code for fact in edition.facts}
        _known_codes(steps.denominate, edition, faults.at("denominate"))
        for code in set(steps.denominate.values()) - facts:
            faults.at("denominate").add(told.NO_SUCH_NODE, given=code, wanted=", ".join(sorted(facts)) or "–")
        for name in ("impute", "treat", "normalise"):
            for step in getattr(steps, name):
                _known_codes((*step.nodes, *codes_named(step.options)), edition, faults.at(name))
                _attribute(step.options.get("group"), edition, faults.at(name))
            for code in named_twice(getattr(steps, name)):
                faults.at(name).add(told.STEP_TWICE, given=code)
            for code in _put_together(edition, getattr(steps, name)):
                faults.at(name).add(told.STEP_ON_COMPUTED, given=code)


def _put_together(edition: Edition, steps: Iterable[Step]) -> list[str]:
    """The codes that a step names though they come out of other scores, after the steps."""
    named = [code for step in steps for code in step.nodes if code in edition.rules]
    return [code for code in named if any(edition.is_put_together(dated.value) for dated in edition.rules[code])]


def _rule(code: str, rule: Rule, edition: Edition, faults: Faults) -> None:
    children = [node.code for node in edition.children(code)]
    known = [*children, *(fact.code for fact in edition.facts)] if rule.awards else children
    for part in rule.parts:
        if part.code not in known:
            faults.add(told.NO_SUCH_NODE, given=part.code, wanted=", ".join(known) or "–")
    most = RULES[rule.method].most_parts
    if most is not None and len(rule.parts) > most:
        faults.add(told.TOO_MANY_PARTS, given=len(rule.parts), wanted=most)
    if rule.method in WEIGHING:
        _weights(rule, faults)
    elif rule.awards:
        _options(rule, faults)


def _weights(rule: Rule, faults: Faults) -> None:
    total = sum((part.weight for part in rule.parts if part.weight is not None), start=Decimal(0))
    if rule.options.get("weights_are", "per_cent") == "per_cent" and total != _WHOLE:
        faults.add(told.WEIGHTS_SUM, given=total)


def _options(rule: Rule, faults: Faults) -> None:
    """Whether the codes and bounds that a rule names beside its parts are among them and in order."""
    codes = [part.code for part in rule.parts]
    named: list[str] = []
    for option in ("chosen", "points", "bonus", "penalty"):
        value = rule.options.get(option, ())
        named += [str(code) for code in value] if isinstance(value, tuple | Mapping) else []
    for code in named:
        if code not in codes:
            faults.add(told.NO_SUCH_NODE, given=code, wanted=", ".join(codes))
    formula = rule.options.get("formula")
    if isinstance(formula, Formula):
        for code in set(formula.codes) - set(codes):
            faults.add(told.FORMULA_NAMES, given=code, wanted=", ".join(codes))
    steps = rule.options.get("steps")
    bounds = [step[0] for step in steps if isinstance(step, tuple)] if isinstance(steps, tuple) else []
    if bounds != sorted(bounds, reverse=True):
        faults.add(told.STEPS_DESCEND, given=", ".join(map(str, bounds)))


def _band_rule(rule: BandRule, faults: Faults) -> None:
    codes = [band.code for band in rule.bands]
    given = [interval.band for interval in rule.intervals]
    for code in given:
        if code not in codes:
            faults.add(told.NO_SUCH_BAND, given=code, wanted=", ".join(codes))
    if rule.method is BandMethod.QUARTILES and len(codes) != _QUARTERS:
        faults.add(told.FOUR_BANDS, given=len(codes))
    for interval in rule.intervals:
        if interval.lower is not None and interval.upper is not None and interval.lower > interval.upper:
            faults.add(told.INTERVALS_CLASH, given=interval.band)
    for better, worse in pairwise(rule.intervals):
        if _overlap(better.lower, worse.upper, rule.method):
            faults.add(told.INTERVALS_CLASH, given=f"{better.band}, {worse.band}")


def _overlap(lower: Decimal | None, upper: Decimal | None, method: BandMethod) -> bool:
    if lower is None or upper is None:
        return True
    return upper > lower if method is BandMethod.CUT_OFFS else upper >= lower
