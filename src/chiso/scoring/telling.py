"""The words of a trace, Vietnamese and English."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from chiso.frameworks import BandMethod, Method, Rule
from chiso.frameworks.rules import WEIGHING
from chiso.legal import Source, Standing
from chiso.problems import Text
from chiso.scoring.numerals import spoken
from chiso.scoring.plan import weighs_by_data
from chiso.scoring.scale_words import scale_words
from chiso.scoring.status import Status
from chiso.scoring.trace import Trace, TraceInput
from chiso.scoring.wording import formula_words, method_words

_STATUSES: Final = {
    Status.OBSERVED: Text("theo số liệu", "as observed"),
    Status.IMPUTED: Text("ước tính thay cho số liệu thiếu", "imputed for a missing value"),
    Status.MISSING: Text("chưa có số liệu", "no value yet"),
    Status.NOT_APPLICABLE: Text("không áp dụng", "not applicable"),
    Status.DISPUTED: Text("theo số liệu đang được xem xét lại", "as observed, but disputed"),
}
_STANDINGS: Final = {
    Standing.STATED: Text("nêu trong nguồn", "stated in the source"),
    Standing.DERIVED: Text("tính lại từ số liệu công bố", "worked out from published figures"),
    Standing.UNVERIFIED: Text("chưa kiểm chứng", "not yet verified"),
}
_SCORE: Final = Text(
    "{node} của {unit}: {score} (thang {low}–{high})", "{node} of {unit}: {score} (scale {low}–{high})"
)
_ON_NO_SCALE: Final = Text("{node} của {unit}: {score}", "{node} of {unit}: {score}")
_NO_SCORE: Final = Text("{node} của {unit}: chưa có điểm", "{node} of {unit}: no score yet")
_HOW: Final = Text("Cách tính: {method}.", "How it is made: {method}.")
_ANNOUNCED: Final = Text(
    "Cách tính: nhập theo công bố; không nguồn nào nêu công thức ({status}).",
    "How it is made: entered as announced; no source states a formula ({status}).",
)
_ENTERED: Final = Text("Nguồn số liệu: {status}.", "Where it comes from: {status}.")
_RAW: Final = Text("  Giá trị đo được: {value}", "  As measured: {value}")
_DENOMINATED: Final = Text("  Chia cho mẫu số: {value}", "  Over its denominator: {value}")
_IMPUTED: Final = Text("  Ước tính thay cho giá trị thiếu{way}: {value}", "  Imputed for a missing value{way}: {value}")
_IMPUTATIONS: Final = {
    "mean": Text("bằng trung bình của các đơn vị", "by the mean of the units"),
    "median": Text("bằng trung vị của các đơn vị", "by the median of the units"),
    "mean_of_group": Text("bằng trung bình của các đơn vị cùng {group}", "by the mean of the units of its {group}"),
    "median_of_group": Text("bằng trung vị của các đơn vị cùng {group}", "by the median of the units of its {group}"),
    "constant": Text("bằng số đặt sẵn", "by a number set beforehand"),
}
_TREATED: Final = Text("  Sau khi xử lý giá trị ngoại lai: {value}", "  After the treatment of outliers: {value}")
_NORMALISED: Final = Text("  Chuẩn hóa: {how} = {value}", "  Normalised: {how} = {value}")
_ABSENT: Final = Text("  {what}: {why}", "  {what}: {why}")
_HUNDRED: Final = 100
_FORMULA: Final = Text("Công thức: {formula} = {result}", "Formula: {formula} = {result}")
_WEIGHTED: Final = Text("{value} – {name}, trọng số {weight}", "{value} – {name}, weight {weight}")
_PER_CENT: Final = Text("{weight}%", "{weight}%")
_RELATIVE: Final = Text("{weight} trên tổng {whole}", "{weight} of {whole}")
_OF_DATA: Final = Text(
    "Trọng số rút từ số liệu: thành phần chính thứ nhất, quy về tổng bằng 1.",
    "Weights out of the data: the first principal component, scaled to add up to 1.",
)
_PLAIN: Final = Text("{value} – {name}", "{value} – {name}")
_BESIDE: Final = Text("Không tính vào điểm này: {names}.", "Not counted in this score: {names}.")
_LACKING: Final = Text(
    "Thiếu: {names}. Thiếu số liệu không phải là 0 điểm.", "Missing: {names}. A missing value is not zero."
)
_ROUNDED: Final = Text(
    "Làm tròn: {exact} in thành {printed} (từ nửa đơn vị trở lên làm tròn lên, chỉ khi in; xếp hạng theo số chưa làm tròn).",
    "Rounding: {exact} is printed as {printed} (half up, in print only; ranks are taken on unrounded scores).",
)
_RANKED: Final = Text(
    "Xếp hạng: {rank}/{rank_of} đơn vị có điểm trong số liệu; điểm bằng nhau thì chung thứ hạng nhỏ hơn. {together}",
    "Rank: {rank} of the {rank_of} units with a score in the data; equal scores share the lower number. {together}",
)
_ALONE: Final = Text(
    "Xếp hạng: chưa xếp được, vì số liệu không có điểm của đơn vị nào khác. {together}",
    "Rank: there is none, for the data have no scores of other units. {together}",
)
_BAND: Final = Text("Xếp loại: {band} ({why}).", "Band: {band} ({why}).")
_NO_BAND: Final = Text(
    "Xếp loại: không nguồn nào nêu mức xếp loại cho điểm này.", "Band: no source states a band for this score."
)
_BAND_METHODS: Final = {
    BandMethod.NATURAL_GAPS: Text(
        "theo các khoảng cách lớn nhất trong bảng xếp hạng", "by the widest gaps of the ranking"
    ),
    BandMethod.KNOWN_INTERVALS: Text("trong khoảng điểm đã thấy kèm mức này", "within the scores seen with it"),
    BandMethod.CUT_OFFS: Text("theo ngưỡng đã quy định", "by the bounds that are set"),
    BandMethod.QUARTILES: Text("theo tứ phân vị của các đơn vị có điểm", "by quartiles of the units with a score"),
}
_SOURCE: Final = Text("Căn cứ: {label} ({standing}).", "Source: {label} ({standing}).")
_OWN: Final = Text(
    "Phiên bản của cơ quan: {agency}, lập trên {base}.", "The agency's own edition: {agency}, based on {base}."
)
_EDITION: Final = Text("Phiên bản: {key}, mã nội dung {hash}.", "Edition: {key}, content {hash}.")


def told(trace: Trace, language: str) -> list[str]:
    """A trace in sentences: the score, how it is made, its rank and band, and its sources."""
    return [*_head(trace, language), *_making(trace, language), *_standing(trace, language), *_origin(trace, language)]


def _head(trace: Trace, language: str) -> Iterator[str]:
    scale = trace.node.scale
    text = _NO_SCORE if trace.printed is None else _ON_NO_SCALE if scale.is_open else _SCORE
    yield text.in_language(language).format(
        node=trace.node.name.in_language(language),
        unit=trace.unit,
        score=_in_print(trace.printed, language),
        low="" if scale.is_open else spoken(scale.minimum, language),
        high="" if scale.is_open else spoken(scale.maximum, language),
    )


def _making(trace: Trace, language: str) -> Iterator[str]:
    if not trace.is_computed:
        text = _ANNOUNCED if trace.rule else _ENTERED
        yield text.in_language(language).format(status=_STATUSES[trace.status].in_language(language))
        yield from _steps(trace, language)
        yield from _absences(trace, language)
        return
    rule = trace.rule.value if trace.rule else Rule(Method.ANNOUNCED)
    yield _HOW.in_language(language).format(method=method_words(rule, language))
    whole = trace.whole_weight if rule.method in WEIGHING else None
    yield from (f"  {_input(each, language, whole)}" for each in trace.counted)
    if weighs_by_data(rule):
        yield _OF_DATA.in_language(language)
    result = trace.score if trace.made is None else trace.made.raw
    if result is not None:
        present = [each for each in trace.counted if each.value is not None]
        formula = formula_words(rule, present, trace.edition, language)
        yield _FORMULA.in_language(language).format(formula=formula, result=spoken(result, language))
    yield from _steps(trace, language)
    if trace.lacking:
        yield _LACKING.in_language(language).format(names=_names(trace.lacking, language, valued=False))
    if trace.not_counted:
        yield _BESIDE.in_language(language).format(names=_names(trace.not_counted, language, valued=True))


def _absences(trace: Trace, language: str) -> Iterator[str]:
    for absence in trace.edition.absent:
        if absence.node == trace.node.code:
            what, why = absence.what.in_language(language), absence.why.in_language(language)
            yield _ABSENT.in_language(language).format(what=what, why=why)


def _standing(trace: Trace, language: str) -> Iterator[str]:
    if trace.score is None or trace.printed is None:
        return
    exact, shown = spoken(trace.score, language), _in_print(trace.printed, language)
    yield _ROUNDED.in_language(language).format(exact=exact, printed=shown)
    together = trace.edition.ranking.find(trace.as_of) if trace.as_of else trace.edition.ranking.values[-1]
    said = together.value.together.in_language(language) if together else ""
    text = _ALONE if trace.rank_of == 1 else _RANKED
    yield text.in_language(language).format(rank=trace.rank, rank_of=trace.rank_of, together=said).strip()
    if trace.band is None or trace.band_rule is None:
        yield _NO_BAND.in_language(language)
        return
    why = _BAND_METHODS[trace.band_rule.value.method].in_language(language)
    yield _BAND.in_language(language).format(band=trace.band.in_language(language), why=why)


def _origin(trace: Trace, language: str) -> Iterator[str]:
    for source in trace.sources:
        standing = _STANDINGS[source.standing].in_language(language)
        label = " – ".join(filter(None, [source.label(language), source.address]))
        yield _SOURCE.in_language(language).format(label=label, standing=standing)
        yield from _note(source, language)
    if trace.edition.agency is not None:
        agency = trace.edition.agency.in_language(language)
        yield _OWN.in_language(language).format(agency=agency, base=trace.edition.derived_from or "–")
    yield _EDITION.in_language(language).format(key=trace.edition.key, hash=trace.edition.content_hash[:12])


def _note(source: Source, language: str) -> Iterator[str]:
    if source.note:
        yield f"  {source.note.in_language(language)}"


def _steps(trace: Trace, language: str) -> Iterator[str]:
    """What the steps made of the value of an indicator."""
    made = trace.made
    if made is None or made.imputed is None:
        return
    stages = {
        _RAW: made.raw,
        _DENOMINATED: made.denominated,
        _IMPUTED: made.imputed,
        _TREATED: made.treated,
        _NORMALISED: made.normalised,
    }
    before = made.raw if trace.is_computed else None  # the formula has told it
    for text, value in stages.items():
        if value is not None and value != before:
            yield text.in_language(language).format(
                value=spoken(value, language), how=scale_words(trace, language), way=_way(trace, language)
            )
        before = value if value is not None else before


def _way(trace: Trace, language: str) -> str:
    """How a missing value was imputed."""
    step = None if trace.made is None else trace.made.imputation
    if step is None or step.method not in _IMPUTATIONS:
        return ""
    name = trace.edition.attributes.get(str(step.options.get("group", "")))
    group = "" if name is None else name.in_language(language).lower()
    return f" {_IMPUTATIONS[step.method].in_language(language).format(group=group)}"


def _input(each: TraceInput, language: str, whole: Decimal | None) -> str:
    """A line of an input; whole: what the weights add up to, percents where that is 100; None where nothing weighs."""
    text = _PLAIN if whole is None else _WEIGHTED
    told_value = spoken(each.value, language)
    share = _PER_CENT if whole == _HUNDRED else _RELATIVE
    weight = share.in_language(language).format(weight=spoken(each.weight, language), whole=spoken(whole, language))
    line = text.in_language(language).format(value=told_value, name=each.name.in_language(language), weight=weight)
    return line if each.status is Status.OBSERVED else f"{line} ({_STATUSES[each.status].in_language(language)})"


def _in_print(number: Decimal | None, language: str) -> str:
    """A printed score keeps its zeros."""
    text = "…" if number is None else format(number, "f")
    return text if language.startswith("en") else text.replace(".", ",")


def _names(inputs: tuple[TraceInput, ...], language: str, *, valued: bool) -> str:
    names = [(each.name.in_language(language), spoken(each.value, language)) for each in inputs]
    return "; ".join(f"{name} ({value})" if valued else name for name, value in names)
