"""Checks of results: scores, ranks and bands that contradict each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from chiso.plans.checking.bands import band_order, band_rule, contradicted_by
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.moves import point_move, rank_move
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import joined, number, opening
from chiso.plans.plan import Score
from chiso.problems import Text

_TEN: Final = 10
_LEAST_OTHERS: Final = 3
_WHICH: Final = {"baseline": Text("kết quả", "the result"), "target": Text("mục tiêu", "the target")}


def beyond_scale(subject: Subject) -> Iterator[Fact]:
    """A score greater than its own maximum, than the maximum of the edition, or than all others on an evident scale."""
    for which, word in _WHICH.items():
        for component, score in subject.scores(which):
            node = subject.node(component)
            limit = score.scale if score.scale is not None else float(node.scale.maximum) if node else None
            if score.score is not None and limit is not None and score.score > limit:
                whose, given, most = subject.whose(component), number(score.score), number(limit)
                yield Fact(
                    Text(
                        f"{word.vi.capitalize()} của {whose.vi} là {given.vi} điểm, vượt thang điểm {most.vi}.",
                        f"{word.en.capitalize()} of {whose.en} is {given.en} points, beyond the scale of {most.en}.",
                    ),
                    subject.score_places(component, which, "score", "scale"),
                    component=component,
                    given=given.vi,
                    expected=f"≤ {most.vi}",
                    key=(str(component), which, given.vi),
                )
    yield from _beyond_all_others(subject)


def _beyond_all_others(subject: Subject) -> Iterator[Fact]:
    """The only figure over ten where no maximum is known, of a component whose other figure is not over ten either."""
    known = [
        (component, which, score)
        for which in _WHICH
        for component, score in subject.scores(which)
        if component is not None and score.score is not None
    ]
    beyond = [each for each in known if (each[2].score or 0) > _TEN]
    if len(beyond) != 1:
        return
    component, which, score = beyond[0]
    others = {each for each, _, _ in known if each != component}
    is_known = score.scale is not None or subject.node(component) is not None
    has_other = sum(each == component for each, _, _ in known) > 1
    if is_known or not has_other or len(others) < _LEAST_OTHERS:
        return
    word, whose, given = _WHICH[which], subject.whose(component), number(score.score or 0)
    yield Fact(
        Text(
            f"{word.vi.capitalize()} của {whose.vi} là {given.vi} điểm, trong khi mọi điểm thành phần khác không quá {_TEN}: "
            "có thể đã vượt thang điểm.",
            f"{word.en.capitalize()} of {whose.en} is {given.en} points, while no other component's score is over {_TEN}: "
            "probably beyond the scale.",
        ),
        subject.score_places(component, which, "score"),
        component=component,
        given=given.vi,
        expected=f"≤ {_TEN}",
        key=(str(component), which, given.vi),
        severity=Severity.WARNING,
    )


def rank_beyond_count(subject: Subject) -> Iterator[Fact]:
    """A rank greater than the number ranked."""
    for which in _WHICH:
        for component, score in subject.scores(which):
            if score.rank is not None and score.rank_of is not None and score.rank > score.rank_of:
                whose = opening(subject.whose(component))
                yield Fact(
                    Text(
                        f"{whose.vi}: hạng {score.rank} lớn hơn số đơn vị được xếp hạng ({score.rank_of}).",
                        f"{whose.en}: rank {score.rank} is greater than the number ranked ({score.rank_of}).",
                    ),
                    subject.score_places(component, which, "rank", "rank_of"),
                    component=component,
                    given=str(score.rank),
                    expected=f"≤ {score.rank_of}",
                    key=(str(component), which, str(score.rank)),
                )


def rank_without_count(subject: Subject) -> Iterator[Fact]:
    """Ranks that do not say of how many, where others do."""
    told = {component for component, score in subject.scores("baseline") if score.rank_of is not None}
    for which, word in _WHICH.items():
        ranked = [(component, score) for component, score in subject.scores(which) if score.rank is not None]
        counts = Counter(score.rank_of for _, score in ranked if score.rank_of is not None)
        lacking = [component for component, score in ranked if score.rank_of is None]
        if which == "target":
            lacking = [component for component in lacking if component not in told]
        is_usual = which == "baseline" or counts.total() > len(lacking)
        if counts and lacking and is_usual:
            of = counts.most_common(1)[0][0]
            yield Fact(
                Text(
                    f"Hạng ghi trong {word.vi} của {len(lacking)} mục không nêu trên tổng số bao nhiêu đơn vị, "
                    f"trong khi chỗ khác ghi trên {of}.",
                    f"{len(lacking)} ranks in {word.en} do not say of how many; elsewhere it is of {of}.",
                ),
                tuple(place for component in lacking for place in subject.score_places(component, which, "rank")),
                given=str(len(lacking)),
                expected=f"…/{of}",
                key=(which, str(len(lacking))),
            )


def counts_differ(subject: Subject) -> Iterator[Fact]:
    """Ranks of one year that are told of different numbers of units."""
    ranked = [(component, score) for component, score in subject.scores("baseline") if score.rank_of is not None]
    counts = Counter(score.rank_of for _, score in ranked)
    if len(counts) > 1:
        usual = counts.most_common(1)[0][0]
        odd = [(component, score) for component, score in ranked if score.rank_of != usual]
        told = sorted({f"{score.rank}/{score.rank_of}" for _, score in odd})
        yield Fact(
            Text(
                f"Số đơn vị được xếp hạng không thống nhất: {joined(told, 'và')}, trong khi chỗ khác ghi trên {usual}.",
                f"The number ranked differs: {joined(told, 'and')}, elsewhere of {usual}.",
            ),
            tuple(place for component, _ in odd for place in subject.score_places(component, "baseline", "rank_of")),
            given=", ".join(told),
            expected=f"…/{usual}",
        )


def same_score_and_rank(subject: Subject) -> Iterator[Fact]:
    """Components with the same score and the same rank, which were probably copied."""
    alike: dict[tuple[float, int], list[int]] = defaultdict(list)
    for component, score in subject.scores("baseline"):
        if component is not None and score.score is not None and score.rank is not None and score.rank > 1:
            alike[score.score, score.rank].append(component)
    for (points, rank), components in alike.items():
        if len(components) > 1:
            told = number(points)
            yield Fact(
                Text(
                    f"{len(components)} chỉ số ({subject.codes(components)}) cùng {told.vi} điểm và cùng hạng {rank}: có thể chép nhầm.",
                    f"Components {subject.codes(components)} have the same score {told.en} and rank {rank}, probably copied.",
                ),
                tuple(place for each in components for place in subject.score_places(each, "baseline", "score")),
                given=f"{told.vi}, hạng {rank}",
                key=tuple(subject.components[each].name for each in components),
            )


def band_and_score(subject: Subject) -> Iterator[Fact]:
    """A band that the edition, or the plan's other bands, do not give for such a score."""
    for which, word in _WHICH.items():
        known = [
            (component, score) for component, score in subject.scores(which) if score.band and score.score is not None
        ]
        for component, score in known:
            rule = band_rule(subject, component, score.year)
            right = contradicted_by(rule, score.score or 0, score.band or "") if rule else None
            right = right or _contradicted_by_others(component, score, known)
            if right:
                whose, points = opening(subject.whose(component)), number(score.score or 0)
                yield Fact(
                    Text(
                        f"{whose.vi}: {word.vi} {points.vi} điểm ghi xếp loại {score.band}, trái với xếp loại {right} "
                        "của mức điểm này ở chỗ khác.",
                        f"{whose.en}: {word.en} of {points.en} points is given the band “{score.band}”, elsewhere "
                        f"such a score is “{right}”.",
                    ),
                    subject.score_places(component, which, "band", "score"),
                    component=component,
                    given=f"{points.vi}: {score.band}",
                    expected=right,
                    key=(str(component), which, points.vi, score.band or ""),
                )


def _contradicted_by_others(component: int | None, score: Score, known: list[tuple[int | None, Score]]) -> str | None:
    """A better band of a lower score, or a worse one of a higher, on the same scale; of whichever has it more often."""
    own = band_order(score.band)
    if component is None or own is None:
        return None
    others = [
        (other.band or "", band_order(other.band), other.score or 0)
        for place, other in known
        if place not in (None, component) and other.scale == score.scale
    ]
    points = score.score or 0
    against = [
        band
        for band, order, at in others
        if order is not None and ((order > own and at <= points) or (order < own and at >= points))
    ]
    agreeing = [band for band, order, _ in others if order == own]
    return Counter(against).most_common(1)[0][0] if len(against) > len(agreeing) else None


CHECKS: Final = (
    CheckKind(
        "scores.beyond_scale",
        Severity.ERROR,
        Text("Điểm vượt thang điểm", "Score beyond the scale"),
        Text("Điểm không thể lớn hơn điểm tối đa.", "A score cannot exceed the maximum."),
        Text("“đạt 10,5/10 điểm”", "“đạt 10,5/10 điểm”"),
        Text("Sửa điểm hoặc thang điểm.", "Correct the score or the scale."),
        beyond_scale,
    ),
    CheckKind(
        "scores.rank_beyond_count",
        Severity.ERROR,
        Text("Hạng lớn hơn số đơn vị xếp hạng", "Rank greater than the number ranked"),
        Text("Hạng không thể lớn hơn tổng số đơn vị.", "A rank cannot exceed the number of units."),
        Text("“đứng thứ 22/20”", "“đứng thứ 22/20”"),
        Text("Đối chiếu bảng xếp hạng.", "Compare with the ranking."),
        rank_beyond_count,
    ),
    CheckKind(
        "scores.rank_move",
        Severity.ERROR,
        Text("Số bậc tăng, giảm không khớp hai thứ hạng", "Move does not fit the two ranks"),
        Text("Ba con số hạng trước, hạng sau và số bậc phải khớp nhau.", "Old rank, new rank and move must agree."),
        Text("Từ hạng 9 lên hạng 5 mà ghi “tăng 3 bậc”.", "From 9 to 5, written “up 3 places”."),
        Text("Tính lại số bậc hoặc sửa hạng.", "Count again, or correct a rank."),
        rank_move,
    ),
    CheckKind(
        "scores.point_move",
        Severity.ERROR,
        Text("Số điểm tăng, giảm không khớp hai mức điểm", "Move does not fit the two scores"),
        Text("Điểm trước, điểm sau và số điểm tăng, giảm phải khớp nhau.", "Old score, new score and move must agree."),
        Text("Từ 6,1 lên 6,9 điểm mà ghi “tăng 0,5 điểm”.", "From 6.1 to 6.9 points, written “up 0.5 points”."),
        Text("Tính lại số điểm tăng, giảm hoặc sửa điểm.", "Count again, or correct a score."),
        point_move,
    ),
    CheckKind(
        "scores.rank_without_count",
        Severity.NOTE,
        Text("Hạng không ghi trên tổng số bao nhiêu", "Rank without of how many"),
        Text("Hạng 7 trên 9 và hạng 7 trên 25 khác hẳn nhau.", "7th of 9 and 7th of 25 are very different."),
        Text("“xếp hạng thứ 7 sở, ban, ngành”", "“xếp hạng thứ 7 sở, ban, ngành”"),
        Text("Ghi đủ dạng 7/19.", "Write it as 7/19."),
        rank_without_count,
    ),
    CheckKind(
        "scores.counts_differ",
        Severity.WARNING,
        Text("Tổng số đơn vị xếp hạng không thống nhất", "Number ranked differs"),
        Text(
            "Trong cùng một năm, các hạng thường trên cùng một tổng số.", "In one year ranks are mostly of one number."
        ),
        Text("Chỗ ghi 5/20, chỗ ghi 6/21.", "5/20 here, 6/21 there."),
        Text("Đối chiếu bảng xếp hạng của năm đó.", "Compare with that year's ranking."),
        counts_differ,
    ),
    CheckKind(
        "scores.same_score_and_rank",
        Severity.WARNING,
        Text("Hai chỉ số cùng điểm, cùng hạng", "Two components of one score and rank"),
        Text("Trùng cả hai con số thường là chép nhầm dòng.", "Both figures alike is mostly a line copied twice."),
        Text("Hai chỉ số cùng 6,41 điểm, hạng 18.", "Two components with 6.41 points, rank 18."),
        Text("Đối chiếu bảng điểm công bố.", "Compare with the published scores."),
        same_score_and_rank,
    ),
    CheckKind(
        "scores.band_and_score",
        Severity.WARNING,
        Text("Xếp loại không đúng mức điểm", "Band does not fit the score"),
        Text(
            "Cùng một mức điểm thì cùng một xếp loại, theo ngưỡng của bộ chỉ số.",
            "One score has one band, by the bounds of the index.",
        ),
        Text("7,9 điểm loại khá, 7,6 điểm lại loại tốt.", "7.9 points is “khá”, 7.6 is “tốt”."),
        Text("Sửa điểm hoặc xếp loại.", "Correct the score or the band."),
        band_and_score,
    ),
)
