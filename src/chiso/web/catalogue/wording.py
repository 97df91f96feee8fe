"""The words of editions: kinds, rules and bands as sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.frameworks import (
    Band,
    BandMethod,
    BandRule,
    Edition,
    Interval,
    Lacking,
    Method,
    NodeKind,
    Part,
    Rule,
    SubjectKind,
)
from chiso.legal import Dated, Standing
from chiso.web.ui.templatetags.chiso import figure

SUBJECTS = {
    SubjectKind.DEPARTMENT: gettext_lazy("Sở, ban, ngành"),
    SubjectKind.DISTRICT: gettext_lazy("Huyện, thị xã, thành phố"),
    SubjectKind.COMMUNE: gettext_lazy("Xã, phường"),
    SubjectKind.PROVINCE: gettext_lazy("Tỉnh, thành phố"),
    SubjectKind.MINISTRY: gettext_lazy("Bộ, cơ quan ngang bộ"),
}
KINDS = {
    NodeKind.HEADLINE: gettext_lazy("chỉ số chung"),
    NodeKind.PART: gettext_lazy("phần của điểm chung"),
    NodeKind.COMPONENT: gettext_lazy("chỉ số thành phần"),
    NodeKind.SUB_COMPONENT: gettext_lazy("nội dung thành phần"),
    NodeKind.CRITERION: gettext_lazy("tiêu chí"),
    NodeKind.INDICATOR: gettext_lazy("chỉ tiêu"),
}
STANDINGS = {
    Standing.STATED: gettext_lazy("nêu trong nguồn"),
    Standing.DERIVED: gettext_lazy("tính lại từ số liệu công bố"),
    Standing.UNVERIFIED: gettext_lazy("chưa kiểm chứng"),
}
BAND_METHODS = {
    BandMethod.KNOWN_INTERVALS: gettext_lazy("Khoảng điểm đã thấy kèm từng mức; giữa các khoảng chưa nguồn nào nêu."),
    BandMethod.CUT_OFFS: gettext_lazy("Theo ngưỡng đã quy định: từ cận dưới, chưa đến cận trên."),
    BandMethod.NATURAL_GAPS: gettext_lazy("Theo các khoảng cách lớn nhất trong bảng xếp hạng."),
    BandMethod.QUARTILES: gettext_lazy("Theo tứ phân vị của mọi đơn vị có điểm: một phần tư cao nhất vào mức đầu."),
}
LACKING = {
    Lacking.BLOCKS: gettext_lazy("Thiếu điểm của một thành phần thì không tính điểm chung."),
    Lacking.LEFT_OUT: gettext_lazy("Thành phần thiếu điểm được bỏ ra khỏi cả tử số và mẫu số."),
}


def rule_words(rule: Rule, edition: Edition, language: str) -> str:
    """Tell a rule as a formula in words."""
    values = {
        "multiplier": figure(rule.multiplier),
        "count": len(rule.parts),
        "parts": ", ".join(_part(part, rule, edition, language) for part in rule.parts),
    }
    match rule.method:
        case Method.ANNOUNCED:
            return _("Nhập theo công bố; không nguồn nào nêu công thức.")
        case Method.WEIGHTED_MEAN:
            words = _("%(multiplier)s × trung bình có trọng số của %(count)s thành phần: %(parts)s.")
        case Method.SUM_OF_POINTS:
            words = _("Tổng điểm của %(count)s thành phần: %(parts)s.")
        case Method.SHARE_OF_MAXIMUM:
            words = _("%(multiplier)s × tổng điểm chia cho tổng điểm tối đa của %(count)s thành phần: %(parts)s.")
        case _:
            from chiso.scoring.wording import method_words  # noqa: PLC0415 - scoring loads frames, which few pages need

            return f"{method_words(rule, language)}."
    return words % values + f" {LACKING[rule.when_missing]}"


def _part(part: Part, rule: Rule, edition: Edition, language: str) -> str:
    name = edition.name_of(part.code).in_language(language)
    is_relative = rule.options.get("weights_are") == "relative"
    return name if part.weight is None else f"{name} {figure(str(part.weight))}{'' if is_relative else '%'}"


def interval_words(interval: Interval) -> str:
    """Tell the scores of a band."""
    low, high = figure(interval.lower), figure(interval.upper)
    if interval.lower is None:
        return _("đến %(high)s") % {"high": high}
    if interval.upper is None:
        return _("từ %(low)s") % {"low": low}
    return low if low == high else f"{low}–{high}"


def intervals_of(rule: BandRule, language: str) -> tuple[tuple[str, str], ...]:
    """Give each band by name with its scores; by quartiles there are none to tell."""
    told = {interval.band: interval_words(interval) for interval in rule.intervals}
    return tuple((_name(band, language), told.get(band.code, "")) for band in rule.bands)


def _name(band: Band, language: str) -> str:
    return band.name.in_language(language)


def when(dated: Dated[Any]) -> str:
    """Tell the years in which something holds, or its days where they are not those of years."""
    if dated.until is None:
        return _("từ %(day)s") % {"day": f"{dated.since:%d/%m/%Y}"}
    last = dated.until - timedelta(days=1)
    if (dated.since.day, dated.since.month, last.day, last.month) == (1, 1, 31, 12):
        return str(last.year) if dated.since.year == last.year else f"{dated.since.year}–{last.year}"
    return f"{dated.since:%d/%m/%Y}–{last:%d/%m/%Y}"
