"""Results and targets in the sentences of an office: points, scale, rank, band, parts."""

from __future__ import annotations

from decimal import Decimal

from chiso.plans.plan import Score, ScorePart

_THOUSAND = 1000
_UNITS = ("năm", "tháng", "ngày")


def figure(value: float) -> str:
    """A figure with a decimal comma; a point parts thousands only where no reader can take it for a decimal one.

    >>> figure(7.95), figure(8.0), figure(1000.0), figure(541.46)
    ('7,95', '8', '1.000', '541,46')
    """
    exact = Decimal(repr(float(value))).normalize()
    if exact >= _THOUSAND and exact % _THOUSAND == 0:
        return f"{int(exact):,}".replace(",", ".")
    return f"{exact:f}".replace(".", ",")


def day_in_words(iso: str) -> str:
    """A day, month or year as far as it is stated, for the middle of a sentence.

    >>> day_in_words("2022-09-05"), day_in_words("2022-09"), day_in_words("2022")
    ('ngày 05/09/2022', 'tháng 09/2022', 'năm 2022')
    """
    parts = iso.split("-")
    return f"{_UNITS[len(parts) - 1]} {'/'.join(reversed(parts))}"


def told(score: Score) -> str:
    """What a score says after its year: `đạt 7,95/10 điểm, xếp thứ 12/15, xếp loại khá`."""
    said = [_points(score), _rank(score), f"xếp loại {score.band}" if score.band else "", _parts(score.parts)]
    return ", ".join(part for part in said if part) + _previous(score)


def _points(score: Score) -> str:
    if score.score is None:
        scale = f"(thang {figure(score.scale)})" if score.scale is not None else ""
        return f"đạt điểm tối đa {scale}".strip() if score.score_is_maximum_points else scale
    of = f"/{figure(score.scale)}" if score.scale is not None else ""
    points = f"{figure(score.score)}{of} điểm"
    points = f"đạt từ {points} trở lên" if score.score_is_minimum else f"đạt {points}"
    return f"{points}, là điểm tối đa" if score.score_is_maximum_points else points


def _rank(score: Score) -> str:
    if score.rank is None:
        return ""
    of = f"/{score.rank_of}" if score.rank_of is not None else ""
    return f"xếp thứ {score.rank}{of}" + (" trở lên" if score.rank_is_at_most else "")


def _parts(parts: tuple[ScorePart, ...]) -> str:
    """The parts of a total, each with its scale: `trong đó: điểm thẩm định đạt 71,43/80 điểm; …`."""
    listed = (
        f"điểm {part.name} đạt {figure(part.score)}{f'/{figure(part.scale)}' if part.scale is not None else ''} điểm"
        for part in parts
    )
    return f"trong đó: {'; '.join(listed)}" if parts else ""


def _previous(score: Score) -> str:
    if score.previous_rank is None:
        return ""
    before = "năm trước đó" if score.year is None else f"năm {score.year - 1}"
    return f" ({before} xếp thứ {score.previous_rank})"
