import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.plans.judgement import Judgement, Status
from chiso.plans.plan import Score
from chiso.plans.standing import component_status

BANDS = ("thấp", "trung bình", "khá", "tốt", "rất tốt")
ORDER = {Status.NOT_MET: 0, Status.AT_RISK: 1, Status.MET: 2}
scores = st.decimals(0, 10, places=2).map(float)


def told(judgement: Judgement) -> tuple[Status, str]:
    return judgement.status, judgement.rule


@pytest.mark.parametrize(
    ("baseline", "target", "current", "expected"),
    [
        (7.95, 8.0, 8.0, (Status.MET, "component.met")),
        (7.95, 8.0, 8.11, (Status.MET, "component.met")),
        (7.95, 8.0, 7.99, (Status.AT_RISK, "component.short")),
        (7.95, 8.0, 7.95, (Status.AT_RISK, "component.short")),
        (7.95, 8.0, 7.94, (Status.NOT_MET, "component.below_baseline")),
        (None, 8.0, 1.0, (Status.AT_RISK, "component.short_without_baseline")),
        (7.95, 8.0, None, (Status.NO_DATA, "component.no_current")),
        (7.95, None, 9.0, (Status.NO_DATA, "component.no_target")),
        (8.5, 8.0, 8.2, (Status.MET, "component.met")),
        (8.5, 8.0, 7.9, (Status.NOT_MET, "component.below_baseline")),
    ],
)
def test_a_score_stands_between_last_year_and_the_target(baseline, target, current, expected):
    assert expected == told(component_status(Score(score=baseline), Score(score=target), Score(score=current)))


@pytest.mark.parametrize(
    ("baseline", "target", "current", "expected"),
    [
        (12, 5, 5, Status.MET),
        (12, 5, 1, Status.MET),
        (12, 5, 6, Status.AT_RISK),
        (12, 5, 12, Status.AT_RISK),
        (12, 5, 13, Status.NOT_MET),
        (12, 5, None, Status.NO_DATA),
    ],
)
@pytest.mark.parametrize("is_at_most", [True, False])
def test_of_ranks_the_lower_is_the_better(baseline, target, current, expected, is_at_most):
    aim = Score(rank=target, rank_is_at_most=is_at_most)
    assert expected == component_status(Score(rank=baseline), aim, Score(rank=current)).status


@pytest.mark.parametrize(
    ("current", "expected"),
    [
        ("rất tốt", Status.MET),
        ("Tốt", Status.MET),
        ("khá", Status.AT_RISK),
        ("trung bình", Status.NOT_MET),
        ("xuất sắc", Status.NO_DATA),
        (None, Status.NO_DATA),
    ],
)
def test_bands_go_by_the_order_of_the_edition(current, expected):
    judgement = component_status(Score(band="khá"), Score(band="tốt"), Score(band=current), bands=BANDS)
    assert expected == judgement.status


def test_a_band_is_not_compared_without_an_order():
    assert component_status(Score(band="khá"), Score(band="tốt"), Score(band="tốt")).status is Status.NO_DATA


@pytest.mark.parametrize(
    ("target_scale", "current_scale", "current", "expected"),
    [
        (14.5, 14.5, 14.5, Status.MET),
        (None, 14.5, 14.3, Status.AT_RISK),
        (14.5, None, 14.5, Status.MET),
        (None, None, 14.5, Status.NO_DATA),
        (14.5, 100, 100, Status.MET),
    ],
)
def test_maximum_points_are_met_by_the_whole_scale(target_scale, current_scale, current, expected):
    target = Score(score_is_maximum_points=True, scale=target_scale)
    assert expected == component_status(None, target, Score(score=current, scale=current_scale)).status


def test_scores_on_different_scales_are_compared_as_shares_exactly():
    target = Score(score=7.95, scale=10)
    assert component_status(None, target, Score(score=79.5, scale=100)).status is Status.MET
    assert component_status(None, target, Score(score=79.49, scale=100)).status is Status.AT_RISK


def test_of_several_figures_the_worst_decides():
    judgement = component_status(Score(score=7.95, rank=12), Score(score=8, rank=5), Score(score=8.2, rank=13))
    assert told(judgement) == (Status.NOT_MET, "component.below_baseline")
    assert judgement.sentence() == "Hiện tại hạng 13, kém kết quả năm trước (hạng 12); mục tiêu là hạng 5."


def test_what_is_met_so_far_says_what_is_not_known():
    judgement = component_status(None, Score(score=8, rank=5, band="tốt"), Score(score=8.2, band="tốt"), bands=BANDS)
    assert told(judgement) == (Status.MET, "component.met_so_far")
    assert judgement.sentence() == (
        "Hiện tại 8,2 điểm và xếp loại tốt, đạt mục tiêu 8 điểm và xếp loại tốt; chưa có số liệu về hạng."
    )
    assert judgement.sentence("en") == (
        "Now 8.2 points and band “tốt”: the target of 8 points and band “tốt” is met; nothing is known yet of the rank."
    )


@given(scores, scores, scores, scores, st.none() | st.integers(1, 25), st.none() | st.integers(1, 25))
def test_a_higher_score_never_worsens_the_status(baseline, target, one, other, target_rank, rank):
    low, high = sorted([one, other])
    aim, last = Score(score=target, rank=target_rank), Score(score=baseline, rank=10)
    worse = component_status(last, aim, Score(score=low, rank=rank)).status
    better = component_status(last, aim, Score(score=high, rank=rank)).status
    assert ORDER[worse] <= ORDER[better]


@given(st.integers(1, 63), st.integers(1, 63), st.integers(1, 63), st.integers(1, 63))
def test_a_better_rank_never_worsens_the_status(baseline, target, one, other):
    better, worse = sorted([one, other])
    ranked = [
        component_status(Score(rank=baseline), Score(rank=target), Score(rank=rank)).status for rank in (worse, better)
    ]
    assert ORDER[ranked[0]] <= ORDER[ranked[1]]


@given(scores, scores, scores)
def test_scaling_all_scores_alike_changes_nothing(baseline, target, current):
    of_ten = component_status(*(Score(score=score, scale=10) for score in (baseline, target, current)))
    bare = component_status(*(Score(score=score) for score in (baseline, target, current)))
    assert of_ten == bare
