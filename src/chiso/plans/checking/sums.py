"""Checks of points and maxima that ought to add up, and of counts that ought to be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.counts import band_counts, component_count
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.totals import (
    LEAST_OF_A_MEAN,
    ROUNDED,
    adding_up_to,
    are_alike,
    are_points,
    factor_between,
    nearest_mean,
    plain_mean,
    total_by_edition,
    total_of_points,
    whole_scale,
    with_mean,
)
from chiso.plans.checking.wordings import number
from chiso.plans.plan import Score
from chiso.problems import Text

_ROUNDED_TERMS: Final = 11


def _baselines(subject: Subject) -> dict[int, Score]:
    """The results of the components that have a figure, by component."""
    return {
        place: score for place, score in subject.scores("baseline") if place is not None and score.score is not None
    }


def parts_differ(subject: Subject) -> Iterator[Fact]:
    """The parts of a total do not add up to it."""
    for component, score in [*subject.scores("baseline"), *subject.scores("target")]:
        total = sum(part.score for part in score.parts)
        if score.parts and score.score is not None and abs(total - score.score) > ROUNDED:
            told = [number(part.score) for part in score.parts]
            terms = Text(" + ".join(each.vi for each in told), " + ".join(each.en for each in told))
            printed, added = number(score.score), number(total)
            yield Fact(
                Text(
                    f"{terms.vi} = {added.vi}, không phải {printed.vi} như đã ghi.",
                    f"{terms.en} = {added.en}, not {printed.en} as printed.",
                ),
                subject.score_places(component, "baseline", "score"),
                component=component,
                given=printed.vi,
                expected=added.vi,
            )


def maxima_differ(subject: Subject) -> Iterator[Fact]:
    """The components' maxima do not add up to the maximum of the whole."""
    whole, parts = subject.plan.baseline, _baselines(subject)
    scales = [score.scale for score in parts.values() if score.scale is not None]
    scale = whole_scale(whole) if whole else None
    if whole is None or scale is None or not are_points(parts, scales) or abs(sum(scales) - scale) <= ROUNDED:
        return
    subset = adding_up_to(parts, whole, scale)
    added, wanted, points = (
        number(sum(scales)),
        number(scale),
        number(sum(score.score or 0 for score in parts.values())),
    )
    total = number(whole.score) if whole.score is not None else wanted
    which = Text(
        f"Chỉ {subject.codes(subset)} cộng đúng." if subset else "Không nhóm chỉ số nào cộng đúng cả hai con số.",
        f"Only {subject.codes(subset)} add up." if subset else "No group of components gives both figures.",
    )
    is_too_little = sum(scales) < scale
    if is_too_little:
        which = Text("Kế hoạch có thể thiếu chỉ số thành phần.", "Components may be missing.")
    yield Fact(
        Text(
            f"Điểm tối đa của {len(parts)} chỉ số thành phần cộng lại là {added.vi}, không phải {wanted.vi}; "
            f"điểm đạt cộng lại là {points.vi}, toàn chỉ số ghi {total.vi}. {which.vi}",
            f"The maxima of the {len(parts)} components add up to {added.en}, not {wanted.en}; "
            f"their points to {points.en}, the whole index is given as {total.en}. {which.en}",
        ),
        subject.score_places(None, "baseline", "score", "scale", "parts"),
        subject.places(*(f"components/{place}/baseline/scale" for place in parts)),
        given=added.vi,
        expected=wanted.vi,
        severity=Severity.NOTE if is_too_little else None,
    )


def total_differs(subject: Subject) -> Iterator[Fact]:
    """The components' points do not give the total, by the edition's formula or by any plain one."""
    whole, parts = subject.plan.baseline, _baselines(subject)
    if whole is None or whole.score is None or len(parts) < LEAST_OF_A_MEAN:
        return
    computed = total_by_edition(subject, parts, whole.year)
    if computed is None:
        computed = total_of_points(parts, whole_scale(whole)) or nearest_mean(subject, parts, whole)
    # Each component was rounded before it was multiplied or added.
    if computed is None or abs(computed - whole.score) <= ROUNDED * _ROUNDED_TERMS:
        return
    printed, wanted = number(whole.score), number(computed)
    yield Fact(
        Text(
            f"Toàn chỉ số ghi {printed.vi} điểm, nhưng tính từ {len(parts)} chỉ số thành phần được {wanted.vi}.",
            f"The whole index is given as {printed.en}, but the {len(parts)} components make {wanted.en}.",
        ),
        subject.score_places(None, "baseline", "score"),
        subject.places(*(f"components/{place}/baseline/score" for place in parts)),
        given=printed.vi,
        expected=wanted.vi,
    )


def total_of_subset(subject: Subject) -> Iterator[Fact]:
    """Only some of the components make up the total."""
    whole, parts = subject.plan.baseline, _baselines(subject)
    if whole is None or whole.score is None or not are_alike(parts):
        return
    factor = factor_between(parts, whole)
    if factor is None or abs(plain_mean(parts, tuple(parts)) * factor - whole.score) <= ROUNDED * _ROUNDED_TERMS:
        return
    subset = with_mean(subject, parts, whole.score / factor)
    if not subset:
        return
    of_all = number(round(plain_mean(parts, tuple(parts)) * factor, 2))
    printed, times = number(whole.score), number(factor)
    yield Fact(
        Text(
            f"{printed.vi} điểm bằng {times.vi} lần trung bình cộng của {len(subset)} chỉ số {subject.codes(subset)}; "
            f"tính cả {len(parts)} chỉ số thì được {of_all.vi}. Nên nói rõ chỉ số nào không tính vào tổng.",
            f"{printed.en} points is {times.en} times the plain mean of the {len(subset)} components {subject.codes(subset)}; "
            f"all {len(parts)} would give {of_all.en}. Say which components do not count.",
        ),
        subject.score_places(None, "baseline", "score"),
        subject.places(*(f"components/{place}/baseline/score" for place in subset)),
        given=printed.vi,
        expected=of_all.vi,
    )


CHECKS: Final = (
    CheckKind(
        "sums.parts_differ",
        Severity.ERROR,
        Text("Các phần không cộng thành tổng", "Parts do not add up"),
        Text(
            "Điểm thẩm định và điểm điều tra phải cộng đúng bằng tổng điểm đã ghi.",
            "Appraised and surveyed points must add up to the total printed.",
        ),
        Text("Tổng 85,5 = 65,2 + 20,1.", "A total of 85.5 = 65.2 + 20.1."),
        Text("Đối chiếu quyết định công bố, sửa số sai.", "Compare with the publication and correct it."),
        parts_differ,
    ),
    CheckKind(
        "sums.maxima_differ",
        Severity.ERROR,
        Text("Điểm tối đa không cộng thành thang điểm", "Maxima do not add up"),
        Text(
            "Nếu điểm tối đa các lĩnh vực không cộng thành thang điểm của toàn chỉ số thì có con số chép sai hoặc lẫn hai bộ tiêu chí.",
            "Where the maxima do not make the scale of the whole, a figure is wrong or two sets of criteria are mixed.",
        ),
        Text(
            "Các lĩnh vực tối đa 20 + 30 + 60 điểm, toàn chỉ số 100 điểm.",
            "Areas of 20 + 30 + 60 points, the whole of 100.",
        ),
        Text("Đối chiếu bộ tiêu chí và bảng điểm công bố.", "Compare with the criteria and the published scores."),
        maxima_differ,
    ),
    CheckKind(
        "sums.total_differs",
        Severity.ERROR,
        Text("Tổng điểm không khớp các thành phần", "Total does not follow from the components"),
        Text(
            "Tổng điểm đã ghi không tính ra được từ điểm thành phần theo công thức của bộ chỉ số.",
            "The printed total does not come out of the components by the formula of the index.",
        ),
        Text("Ba thành phần 6, 7 và 8 điểm, tổng ghi 85/100.", "Components of 6, 7 and 8 points, a total of 85/100."),
        Text("Kiểm tra tổng điểm và từng điểm thành phần.", "Check the total and each component."),
        total_differs,
    ),
    CheckKind(
        "sums.total_of_subset",
        Severity.NOTE,
        Text("Tổng chỉ tính từ một số chỉ số", "Total made of some components only"),
        Text(
            "Người đọc sẽ cộng tất cả; công sức dồn vào chỉ số không tính điểm sẽ không làm tăng tổng.",
            "Readers will count all; work on components that do not count cannot raise the total.",
        ),
        Text("Tổng 75 là trung bình của 4 trong 6 chỉ số.", "A total of 75 is the mean of 4 out of 6 components."),
        Text("Ghi rõ chỉ số nào tính vào tổng điểm.", "Say which components count."),
        total_of_subset,
    ),
    CheckKind(
        "sums.band_counts",
        Severity.ERROR,
        Text("Số chỉ số theo xếp loại không khớp", "Count of bands differs"),
        Text(
            "Con số tóm tắt trái với xếp loại ghi ở từng chỉ số.",
            "The summary contradicts the bands given for the components.",
        ),
        Text("Ghi “4/6 chỉ số xếp loại tốt”, thực tế có 3.", "“4/6 chỉ số xếp loại tốt”, where 3 are."),
        Text("Đếm lại và sửa.", "Count again and correct."),
        band_counts,
    ),
    CheckKind(
        "sums.component_count",
        Severity.WARNING,
        Text("Số chỉ số ghi ở đề mục không khớp", "Heading counts otherwise"),
        Text("Có thể thiếu một chỉ số thành phần.", "A component may be missing."),
        Text("Đề mục “(06 chỉ số)” chỉ có 5.", "A heading “(06 chỉ số)” over 5."),
        Text("Sửa số hoặc bổ sung chỉ số.", "Correct the number or add the component."),
        component_count,
    ),
)
