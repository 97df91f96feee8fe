"""The words of methods and the formulas with their numbers in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from chiso.frameworks import Edition, Method, Rule
from chiso.frameworks.rules import WEIGHING
from chiso.problems import Text
from chiso.scoring.award_words import award_formula
from chiso.scoring.numerals import spoken
from chiso.scoring.trace import TraceInput

_TIMES: Final = Text("{multiplier} nhân với ", "{multiplier} times ")
_METHODS: Final = {
    Method.WEIGHTED_MEAN: Text(
        "{times}trung bình có trọng số của {count} chỉ số",
        "{times}the weighted mean of {count} parts",
    ),
    Method.GEOMETRIC_MEAN: Text(
        "{times}trung bình nhân có trọng số của {count} chỉ số",
        "{times}the weighted geometric mean of {count} parts",
    ),
    Method.HARMONIC_MEAN: Text(
        "{times}trung bình điều hòa có trọng số của {count} chỉ số",
        "{times}the weighted harmonic mean of {count} parts",
    ),
    Method.POWER_MEAN: Text(
        "{times}trung bình lũy thừa {exponent} có trọng số của {count} chỉ số",
        "{times}the weighted power mean (exponent {exponent}) of {count} parts",
    ),
    Method.SUM_OF_POINTS: Text("tổng điểm của {count} chỉ số", "the sum of the points of {count} parts"),
    Method.SHARE_OF_MAXIMUM: Text(
        "{times}tổng điểm đạt được chia cho tổng điểm tối đa của {count} chỉ số",
        "{times}the points of {count} parts divided by their maximum points",
    ),
    Method.ANNOUNCED: Text(
        "nhập theo công bố; không nguồn nào nêu công thức", "entered as announced; no source states a formula"
    ),
    Method.YES_NO: Text("{maximum} điểm nếu có, 0 điểm nếu không", "{maximum} points for yes, none for no"),
    Method.CAPPED_COUNT: Text(
        "{each} điểm cho mỗi lần, nhiều nhất {maximum} điểm", "{each} points for each, {maximum} at most"
    ),
    Method.DEDUCTION: Text(
        "từ {maximum} điểm trừ {each} điểm cho mỗi lỗi, không dưới {floor} điểm",
        "{maximum} points less {each} for each fault, not below {floor}",
    ),
    Method.STEPS: Text("điểm theo bậc: {steps}; dưới nữa: {below}", "points by steps: {steps}; below: {below}"),
    Method.SHARE_OVER_THRESHOLD: Text(
        "{maximum} điểm nhân với tỷ lệ, 0 điểm nếu tỷ lệ dưới {threshold}",
        "{maximum} points times the ratio, none where it is below {threshold}",
    ),
    Method.PROPORTION_TO_TARGET: Text(
        "{maximum} điểm nhân với phần đạt được của mức {target}, nhiều nhất {maximum} điểm",
        "{maximum} points times the part of the target {target} that is reached, {maximum} at most",
    ),
    Method.BONUS_AND_PENALTY: Text(
        "điểm cơ sở cộng điểm cộng, trừ điểm trừ, trong giới hạn",
        "points, plus bonuses, less penalties, within their caps",
    ),
    Method.SHARE_OF_ANSWERS: Text(
        "{times}số câu trả lời được chọn chia cho tổng số câu trả lời",
        "{times}the chosen answers divided by all answers",
    ),
    Method.MEAN_OF_SCALE: Text(
        "tổng điểm chia cho số lượt được cho điểm", "the sum of points divided by how many were given points"
    ),
    Method.FORMULA: Text("{formula}", "{formula}"),
    Method.IMPORTED: Text(
        "{maximum} điểm nhân với kết quả của {edition} trên {out_of}",
        "{maximum} points times the result of {edition} out of {out_of}",
    ),
}


def method_words(rule: Rule, language: str) -> str:
    """How a rule makes a score, in words."""
    told = {name: _option(value, language) for name, value in rule.options.items()}
    defaults = {"floor": "0", "below": "0", "exponent": ""}
    return (
        _METHODS[rule.method]
        .in_language(language)
        .format(**{**defaults, **told, "times": _times(rule, language), "count": len(rule.parts)})
    )


def _times(rule: Rule, language: str) -> str:
    """“10 times ”; nothing where a mean is taken as it is."""
    if rule.multiplier == 1:
        return ""
    return _TIMES.in_language(language).format(multiplier=spoken(rule.multiplier, language))


def formula_words(rule: Rule, inputs: Sequence[TraceInput], edition: Edition, language: str) -> str:
    """The formula of a rule with the numbers of its inputs in it; `inputs` are those with a value."""
    values = [spoken(each.value, language) for each in inputs]
    if rule.method in WEIGHING:
        return _mean(rule, inputs, language)
    if rule.method is Method.FORMULA:
        return _filled(str(_option(rule.options["formula"], language)), inputs, language)
    make = _FORMULAS.get(rule.method)
    if make is None:
        return award_formula(rule, inputs, language) or _by_name(rule, inputs, language)
    return make(rule, values, [_maximum(each, edition, language) for each in inputs], language)


Maker = Callable[[Rule, list[str], list[str], str], str]


def _sum(_rule: Rule, values: list[str], _maxima: list[str], _language: str) -> str:
    return " + ".join(values)


def _share(rule: Rule, values: list[str], maxima: list[str], language: str) -> str:
    return f"{spoken(rule.multiplier, language)} × ({' + '.join(values)}) / ({' + '.join(maxima)})"


_FORMULAS: Final[Mapping[Method, Maker]] = {Method.SUM_OF_POINTS: _sum, Method.SHARE_OF_MAXIMUM: _share}


def _mean(rule: Rule, inputs: Sequence[TraceInput], language: str) -> str:
    """Σ w·f(x) / Σ w with f undone outside, f the log, the reciprocal or a power."""
    weights = [each.weight if each.weight is not None else Decimal(1) for each in inputs]
    values = [spoken(each.value, language) for each in inputs]
    exponent = _option(rule.options.get("exponent"), language)
    shape = {
        Method.GEOMETRIC_MEAN: ("exp({})", "{} × ln {}"),
        Method.HARMONIC_MEAN: ("1 / ({})", "{} / {}"),
        Method.POWER_MEAN: (
            f"({{}})^(1/{exponent})",
            f"{{}} × {{}}^{exponent}",
        ),
    }
    outside, term = shape.get(rule.method, ("{}", "{} × {}"))
    weighed = " + ".join(
        term.format(spoken(weight, language), value) for weight, value in zip(weights, values, strict=True)
    )
    mean = outside.format(f"({weighed}) / {spoken(sum(weights, start=Decimal(0)), language)}")
    return mean if rule.multiplier == 1 else f"{spoken(rule.multiplier, language)} × {mean}"


def _filled(formula: str, inputs: Sequence[TraceInput], language: str) -> str:
    """A formula with the numbers in place of the codes; its own numbers as people write them."""
    values = {each.code: each.value for each in inputs}

    def written(found: re.Match[str]) -> str:
        word = found.group()
        if word in values:
            return spoken(values[word], language)
        return spoken(Decimal(word), language) if word[0].isdigit() else word

    text = formula if language.startswith("en") else formula.replace(",", ";")
    return re.sub(r"\d+(?:\.\d+)?|[A-Za-z]\w*", written, text).replace(" * ", " × ")


def _by_name(rule: Rule, inputs: Sequence[TraceInput], language: str) -> str:
    """The words of the method with what went in."""
    given = "; ".join(f"{each.code} = {spoken(each.value, language)}" for each in inputs)
    return f"{method_words(rule, language)}, {given}"


def _maximum(each: TraceInput, edition: Edition, language: str) -> str:
    return spoken(edition.node(each.code).scale.maximum, language) if each.code in edition else ""


def _option(value: object, language: str) -> str:
    if isinstance(value, Decimal):
        return spoken(value, language)
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return "; ".join(f"≥ {spoken(bound, language)}: {spoken(points, language)}" for bound, points in value)
    return str(getattr(value, "text", value))
