"""Checks of targets against results, and of what has no target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from chiso.documents.document import Place
from chiso.plans._problems import YEAR_ASSUMED
from chiso.plans.checking.bands import band_order
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject, component_path
from chiso.plans.checking.wordings import listed, number, opening
from chiso.plans.plan import Score
from chiso.problems import Text

_HIGHER_THAN_YEAR: Final = re.compile(r"cao hơn (?:so )?(?:với )?(?:kết quả )?năm (?:20\d\d|trước)", re.IGNORECASE)


def below_baseline(subject: Subject) -> Iterator[Fact]:
    """A target worse than what was already reached."""
    yield from _compared(subject, is_worse=True)


def equals_baseline(subject: Subject) -> Iterator[Fact]:
    """A target that is just what was reached, though better is possible."""
    yield from _compared(subject, is_worse=False)


def _compared(subject: Subject, *, is_worse: bool) -> Iterator[Fact]:
    baselines = dict(subject.scores("baseline"))
    for component, target in subject.scores("target"):
        baseline = baselines.get(component)
        pair = _worst(baseline, target, is_worse=is_worse) if baseline else None
        if pair is None:
            continue
        was, aim, more = pair
        whose = opening(subject.whose(component))
        words = Text("thấp hơn", "is below") if is_worse else Text("chỉ bằng", "only equals")
        yield Fact(
            Text(
                f"{whose.vi}: mục tiêu {aim.vi} {words.vi} kết quả năm trước {was.vi}{more.vi}.",
                f"{whose.en}: the target, {aim.en}, {words.en} last year's result, {was.en}{more.en}.",
            ),
            subject.score_places(component, "target"),
            subject.score_places(component, "baseline"),
            component=component,
            given=aim.vi,
            expected=f"> {was.vi}",
            key=(subject.named(component), aim.vi, was.vi),
        )


def _worst(baseline: Score, target: Score, *, is_worse: bool) -> tuple[Text, Text, Text] | None:
    """Result, target and more words, of the first figure that is worse, or of the first of those that are all equal.

    Points that stay while the rank rises count as equal: others' points decide the rank, and they seldom stay too.
    """
    compared = list(_figures(baseline, target))
    worse = [pair for pair, better_by in compared if better_by < 0]
    if is_worse:
        return (*worse[0], Text("", "")) if worse else None
    if not compared or worse or _is_best(baseline) or compared[0][1] > 0:
        return None
    better = [pair for pair, better_by in compared if better_by > 0]
    if better and baseline.score is None:
        return None
    told = (
        Text(f", trong khi phấn đấu lên {better[0][1].vi}", f", while {better[0][1].en} is aimed at")
        if better
        else Text("", "")
    )
    return (*compared[0][0], told)


def _figures(baseline: Score, target: Score) -> Iterator[tuple[tuple[Text, Text], float]]:
    """Each figure that both tell, in words, and by how much the target is better."""
    if baseline.score is not None and target.score is not None:
        was, aim = _shares(baseline, target)
        pair = [number(value) for value in (baseline.score, target.score)]
        points = [Text(f"{each.vi} điểm", f"{each.en} points") for each in pair]
        yield (points[0], points[1]), aim - was
    if baseline.rank is not None and target.rank is not None:
        ranks = [Text(f"hạng {rank}", f"rank {rank}") for rank in (baseline.rank, target.rank)]
        yield (ranks[0], ranks[1]), baseline.rank - target.rank
    orders = band_order(baseline.band), band_order(target.band)
    if orders[0] is not None and orders[1] is not None and target.score is None:
        bands = [Text(f"loại {band}", f"band “{band}”") for band in (baseline.band, target.band)]
        yield (bands[0], bands[1]), orders[1] - orders[0]


def _shares(baseline: Score, target: Score) -> tuple[float, float]:
    """Both scores, as shares of their scales where these differ."""
    was, aim = baseline.score or 0, target.score or 0
    if baseline.scale and target.scale and baseline.scale != target.scale:
        return was / baseline.scale, aim / target.scale
    return was, aim


def _is_best(score: Score) -> bool:
    return score.rank == 1 or (score.scale is not None and score.score == score.scale)


def nothing_measured(subject: Subject) -> Iterator[Fact]:
    """Neither the whole index nor any component has a result or a target."""
    if subject.components and not _has_scores(subject):
        yield Fact(
            Text(
                f"Cả toàn chỉ số và {len(subject.components)} chỉ số thành phần đều không có kết quả năm trước "
                "và không có mục tiêu bằng số: cuối năm không thể nói kế hoạch đạt hay không.",
                f"Neither the whole index nor any of its {len(subject.components)} components has last year's result "
                "or a target in figures: at the end of the year nobody can say whether the plan succeeded.",
            ),
            subject.name_places(None),
            tuple(place for n in range(len(subject.components)) for place in subject.name_places(n)),
            given="0",
            key=("nothing",),
        )


def whole_without(subject: Subject) -> Iterator[Fact]:
    """The whole index has no result or no target, though its components have."""
    if not _has_scores(subject):
        return
    plan = subject.plan
    lacking = [
        (which, words)
        for which, score, words in (
            ("baseline", plan.baseline, Text("kết quả năm trước", "last year's result")),
            ("target", plan.target, Text("mục tiêu bằng số", "a target in figures")),
        )
        if score is None
    ]
    if lacking:
        vague = _vague_aims(subject) if plan.target is None else ()
        said = Text(" (chỉ ghi cao hơn năm trước)", " (only “higher than last year”)") if vague else Text("", "")
        words = Text(" và ".join(each.vi for _, each in lacking), " and ".join(each.en for _, each in lacking))
        yield Fact(
            Text(
                f"Toàn chỉ số không có {words.vi}{said.vi}, dù chỉ số thành phần có.",
                f"The whole index lacks {words.en}{said.en}, though components have it.",
            ),
            vague or subject.name_places(None),
            key=tuple(which for which, _ in lacking),
        )


def component_without(subject: Subject) -> Iterator[Fact]:
    """Components without a result or without a target in figures, where others have one."""
    for which, words in (
        ("target", Text("mục tiêu bằng số (điểm, hạng hoặc xếp loại)", "a target in points, rank or band")),
        ("baseline", Text("kết quả năm trước", "last year's result")),
    ):
        told = {component for component, _ in subject.scores(which)}
        lacking = [place for place in range(len(subject.components)) if place not in told]
        if lacking and told - {None}:
            yield Fact(
                Text(
                    f"Không có {words.vi}: {_names(subject, lacking).vi}.",
                    f"Without {words.en}: {_names(subject, lacking).en}.",
                ),
                tuple(place for each in lacking for place in subject.score_places(each, _other(which))),
                component=lacking[0] if len(lacking) == 1 else None,
                given=subject.codes(lacking),
                key=(which, *(subject.components[each].name for each in lacking)),
            )


def without_year(subject: Subject) -> Iterator[Fact]:
    """Targets that do not say for which year, where others do or the plan itself has none."""
    aims = [component for component, _ in subject.scores("target")]
    lacking = [
        component
        for component, score in subject.scores("target")
        if score.year is None
        or subject.reading.doubts.get(f"{component_path(component)}target/year") == YEAR_ASSUMED.code
    ]
    # Where no target names its year, all mean that of the plan, if it has one.
    if lacking and (len(lacking) < len(aims) or subject.plan.index.year is None):
        of = [each for each in lacking if each is not None]
        names = _names(subject, of) if of else Text("toàn chỉ số", "the whole index")
        yield Fact(
            Text(
                f"Mục tiêu không ghi năm: {names.vi}; đang hiểu là năm {subject.plan.index.year or '…'}.",
                f"Targets without a year: {names.en}; taken for {subject.plan.index.year or '…'}.",
            ),
            tuple(place for each in lacking for place in subject.score_places(each, "target")),
            given=subject.codes(of),
            expected=str(subject.plan.index.year or ""),
        )


def _other(which: str) -> str:
    return "baseline" if which == "target" else "target"


def _names(subject: Subject, components: Sequence[int]) -> Text:
    return listed([subject.named(place) for place in components])


def _has_scores(subject: Subject) -> bool:
    return any(True for which in ("baseline", "target") for _ in subject.scores(which))


def _vague_aims(subject: Subject) -> tuple[Place, ...]:
    return tuple(
        Place(number, found.start(), found.end())
        for number, block in enumerate(subject.blocks)
        if number not in subject.component_blocks and (found := _HIGHER_THAN_YEAR.search(block.text))
    )


CHECKS: Final = (
    CheckKind(
        "targets.below_baseline",
        Severity.ERROR,
        Text("Mục tiêu thấp hơn kết quả đã đạt", "Target below the result"),
        Text(
            "Kế hoạch nâng cao chỉ số mà mục tiêu lùi so với năm trước.",
            "A plan to improve an index aims lower than last year's result.",
        ),
        Text("Đã đạt 7,43, mục tiêu “từ 7,4 trở lên”.", "Reached 7.43, target “7.4 or more”."),
        Text("Nâng mục tiêu, hoặc giải thích lý do.", "Raise the target, or say why."),
        below_baseline,
    ),
    CheckKind(
        "targets.equals_baseline",
        Severity.NOTE,
        Text("Mục tiêu bằng kết quả đã đạt", "Target equals the result"),
        Text(
            "Giữ nguyên là không cải thiện; có thể là quên sửa số.",
            "To stay is not to improve; perhaps a figure was not changed.",
        ),
        Text("Hạng 8, mục tiêu hạng 8.", "Rank 8, target rank 8."),
        Text("Xác nhận là chủ ý giữ vững, hoặc nâng mục tiêu.", "Confirm that it is meant, or raise it."),
        equals_baseline,
    ),
    CheckKind(
        "targets.nothing_measured",
        Severity.WARNING,
        Text("Không có kết quả và mục tiêu nào", "No result and no target at all"),
        Text(
            "Không có điểm xuất phát và đích đến thì không đánh giá được kế hoạch.",
            "Without a start and an end nobody can judge the plan.",
        ),
        Text("Kế hoạch chỉ liệt kê nhiệm vụ.", "A plan that only lists tasks."),
        Text(
            "Bổ sung điểm, hạng năm trước và mục tiêu cho từng chỉ số.",
            "Add last year's scores and ranks, and targets.",
        ),
        nothing_measured,
    ),
    CheckKind(
        "targets.whole_without",
        Severity.WARNING,
        Text("Toàn chỉ số thiếu kết quả hoặc mục tiêu", "Whole index without result or target"),
        Text(
            "Lãnh đạo được hỏi trước hết về điểm và hạng của toàn chỉ số.",
            "Leaders are asked first for the score and rank of the whole index.",
        ),
        Text(
            "Có mục tiêu từng chỉ số nhưng không có mục tiêu chung.", "Targets for all components, none for the whole."
        ),
        Text("Ghi điểm hoặc hạng cụ thể của toàn chỉ số.", "Give a score or rank of the whole index."),
        whole_without,
    ),
    CheckKind(
        "targets.component_without",
        Severity.WARNING,
        Text("Chỉ số thành phần thiếu kết quả hoặc mục tiêu", "Component without result or target"),
        Text(
            "Mục tiêu “nhóm dẫn đầu”, “cao hơn” không đo được.",
            "Aims such as “among the leaders” or “higher” cannot be measured.",
        ),
        Text("“Phấn đấu thuộc nhóm cao.”", "“Phấn đấu thuộc nhóm cao.”"),
        Text("Ghi điểm, hạng hoặc xếp loại cụ thể.", "Give points, a rank or a band."),
        component_without,
    ),
    CheckKind(
        "targets.without_year",
        Severity.NOTE,
        Text("Mục tiêu không ghi năm", "Target without a year"),
        Text("Mục tiêu phải có thời điểm để đánh giá.", "A target needs a day on which it is judged."),
        Text("“Chỉ tiêu: giữ vững hạng 2.”", "“Chỉ tiêu: giữ vững hạng 2.”"),
        Text("Ghi rõ năm của mục tiêu.", "Write the year of the target."),
        without_year,
    ),
)
