"""Uncertainty in sentences, Vietnamese and English."""

from __future__ import annotations

from typing import Final

from chiso.problems import Text
from chiso.robustness.sensitivity import Sensitivity
from chiso.robustness.uncertainty import Uncertainty
from chiso.robustness.wording import number, percent

_UNIT: Final = Text(
    "{unit}: {score} điểm, hạng {rank}; {draws} lượt tính cho điểm từ {low} đến {high} và hạng từ {best} đến {worst} "
    "(chín trong mười lượt).",
    "{unit}: {score} points, rank {rank}; of {draws} draws nine in ten give {low} to {high} points and rank {best} to {worst}.",
)
_AT_LEAST: Final = Text(
    "Xác suất đứng từ hạng {place} trở lên: {share}.", "Probability of rank {place} or better: {share}."
)
_BAND: Final = Text("Xác suất xếp loại {band}: {share}.", "Probability of the band {band}: {share}.")
_INDEX: Final = Text(
    "{name}: tự nó giải thích {first} mức thay đổi; {total} kể cả khi kết hợp với giả định khác.",
    "{name}: explains {first} of the change alone, {total} together with other assumptions.",
)
NAMES: Final = {
    "impute": Text("Ước lượng bù", "Imputation"),
    "treat": Text("Xử lý giá trị ngoại lai", "Treatment of outliers"),
    "normalise": Text("Chuẩn hóa", "Normalisation"),
    "weigh": Text("Cách đặt trọng số", "Weighting"),
    "weights": Text("Trọng số", "Weights"),
    "aggregate": Text("Cách tổng hợp", "Aggregation"),
    "drop": Text("Bỏ bớt một chỉ số", "Leaving one out"),
    "values": Text("Sai số khảo sát", "Sampling error"),
}


def unit_lines(found: Uncertainty, unit: str, place: int | None = None, language: str = "vi") -> list[str]:
    """How sure one unit's score and rank are, and its probability to rank at a place or better."""
    row = found.units.index(unit)
    decimals = found.ground.edition.decimals
    told = found.intervals().row(row, named=True)
    if told["score"] is None:
        return []
    scores = {key: number(told[key], decimals, language) for key in ("score", "score_low", "score_high")}
    lines = [
        _UNIT.in_language(language).format(
            unit=unit,
            draws=len(found.choices),
            score=scores["score"],
            low=scores["score_low"],
            high=scores["score_high"],
            rank=told["rank"],
            best=number(told["rank_low"], 0, language),
            worst=number(told["rank_high"], 0, language),
        )
    ]
    if place is not None:
        share = percent(float(found.at_or_above(place)[row]), language)
        lines.append(_AT_LEAST.in_language(language).format(place=place, share=share))
    return [*lines, *_band_lines(found, row, language)]


def sensitivity_lines(found: Sensitivity, language: str = "vi") -> list[str]:
    """What the ranks hang on, the weightiest assumption first."""
    order = sorted(range(len(found.names)), key=lambda place: -found.total[place])
    return [
        _INDEX.in_language(language).format(
            name=NAMES[found.names[place]].in_language(language),
            first=percent(max(float(found.first[place]), 0.0), language),
            total=percent(float(found.total[place]), language),
        )
        for place in order
    ]


def _band_lines(found: Uncertainty, row: int, language: str) -> list[str]:
    shares = found.bands().drop("unit").row(row, named=True) if found.bands().width > 1 else {}
    names = found.band_names()
    return [
        _BAND.in_language(language).format(band=names[code].in_language(language), share=percent(share, language))
        for code, share in shares.items()
        if code in names and share > 0
    ]
