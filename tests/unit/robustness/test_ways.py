"""The cheapest way, against trying everything."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.robustness.scored import CODES, framework, measured, start

from chiso.problems import ProblemError
from chiso.robustness import road
from chiso.robustness.road.effort import Basis, Effort
from chiso.robustness.road.programme import Programme

TABLE = {"A": [5.0] * 10, "B": [6.0] * 10, "C": [7.0] * 10}


def tried(total, efforts, target, grid, leads=None):
    """The least effort over all combinations of a grid that no lead unit finds too much; None where none reaches it."""
    cases = itertools.product(*(grid if effort.step is None else steps(effort) for effort in efforts))
    reaching = [case for case in cases if total(np.array([case]))[0] >= target - 1e-9]
    within = [
        case for case in reaching if all(rise <= each.most + 1e-9 for rise, each in zip(case, efforts, strict=True))
    ]
    borne = [
        case
        for case in within
        if all(taken(efforts, case, lead) <= most + 1e-9 for lead, most in (leads or {}).items())
    ]
    return min((sum(each.of(rise) for rise, each in zip(case, efforts, strict=True)) for case in borne), default=None)


def taken(efforts, rises, lead):
    return sum(each.of(rise) for rise, each in zip(rises, efforts, strict=True) if each.lead == lead)


def steps(effort):
    return [effort.step * number for number in range(int(effort.most / effort.step + 1e-9) + 1)]


WIDTHS = st.lists(st.integers(1, 4), min_size=1, max_size=2)


@st.composite
def stepped(draw, code, steps=(0.5,), leads=(None,)):
    widths = [width / 2 for width in draw(WIDTHS)]
    costs = sorted(draw(st.integers(1, 20)) / 4 for _ in widths)
    step, lead = draw(st.sampled_from(steps)), draw(st.sampled_from(leads))
    return Effort(code, tuple(widths), tuple(costs), Basis.GIVEN, step=step, lead=lead)


LED = {"steps": (0.25, 0.5), "leads": ("A", "B")}


@given(
    st.tuples(stepped("a"), stepped("b"), stepped("c")),
    st.tuples(*[st.integers(1, 9)] * 3),
    st.integers(1, 40),
)
def test_in_steps_nothing_is_cheaper_than_what_is_found(efforts, weights, target):
    total = lambda rises: rises @ np.array(weights) / 4  # noqa: E731 - as short as a function can be

    found = Programme(total, efforts).least_effort(target / 4)

    least = tried(total, efforts, target / 4, [])
    if least is None:
        assert found is None
    else:
        assert found is not None
        assert target / 4 <= total(found[None])[0] + 1e-9
        assert least == pytest.approx(sum(each.of(rise) for rise, each in zip(found, efforts, strict=True)))


@settings(max_examples=60)
@given(
    st.tuples(stepped("a", **LED), stepped("b", **LED), stepped("c", **LED)),
    st.tuples(*[st.integers(1, 9)] * 3),
    st.integers(1, 40),
    st.fixed_dictionaries({"A": st.integers(0, 24), "B": st.integers(0, 24)}),
)
def test_in_steps_and_within_what_lead_units_take_on_nothing_is_cheaper(efforts, weights, target, quarters):
    total = lambda rises: rises @ np.array(weights) / 4  # noqa: E731 - as short as a function can be
    leads = {lead: most / 4 for lead, most in quarters.items()}

    found = Programme(total, efforts, leads).least_effort(target / 4)

    least = tried(total, efforts, target / 4, [], leads)
    assert (least is None) == (found is None)
    if found is not None:
        assert target / 4 <= total(found[None])[0] + 1e-9
        assert all(taken(efforts, found, lead) <= most + 1e-6 for lead, most in leads.items())
        assert all(0 == pytest.approx(rise / each.step % 1) for rise, each in zip(found, efforts, strict=True))
        assert least == pytest.approx(sum(each.of(rise) for rise, each in zip(found, efforts, strict=True)), abs=1e-5)


@settings(max_examples=60)
@given(
    st.tuples(stepped("a", **LED), stepped("b", **LED), stepped("c", **LED)),
    st.tuples(*[st.integers(1, 9)] * 3),
    st.fixed_dictionaries({"A": st.integers(0, 24), "B": st.integers(0, 24)}),
)
def test_within_what_lead_units_take_on_nothing_goes_further(efforts, weights, quarters):
    total = lambda rises: rises @ np.array(weights) / 4  # noqa: E731 - as short as a function can be
    leads = {lead: most / 4 for lead, most in quarters.items()}
    cases = [
        case
        for case in itertools.product(*map(steps, efforts))
        if all(taken(efforts, case, lead) <= most + 1e-9 for lead, most in leads.items())
    ]

    found = Programme(total, efforts, leads).furthest()

    assert max(total(np.array(cases))) == pytest.approx(total(found[None])[0], abs=1e-5)


@settings(max_examples=30)
@given(st.tuples(*[st.integers(1, 9)] * 3), st.tuples(*[st.integers(1, 8)] * 3), st.integers(1, 19))
def test_a_geometric_mean_is_raised_as_cheaply_as_any_grid_finds(weights, costs, target):
    share = np.array(weights) / sum(weights)
    total = lambda rises: np.exp(np.log(1 + rises) @ share)  # noqa: E731 - as short as a function can be
    efforts = [Effort(code, (1.0,), (float(cost),), Basis.GIVEN) for code, cost in zip("abc", costs, strict=True)]

    found = Programme(total, efforts).least_effort(1 + target / 20)

    assert found is not None
    assert 1 + target / 20 <= total(found[None])[0] + 1e-9
    least = tried(total, efforts, 1 + target / 20, np.linspace(0, 1, 21))
    assert least is not None
    assert least >= sum(each.of(rise) for rise, each in zip(found, efforts, strict=True)) - 1e-3


def test_the_cheapest_points_are_taken_first():
    table = start(TABLE)
    efforts = road.said(
        road.even(table, "A"), (road.Said("entry", effort=0.1, most=2.0), road.Said("land", effort=0.2))
    )

    found = road.ways(table, "A", 52.0, efforts)

    assert {"entry": pytest.approx(7.0), "land": pytest.approx(7.0)} == found.cheapest.targets
    assert 0.6 == pytest.approx(found.cheapest.effort)
    assert 52.0 == pytest.approx(found.cheapest.after.total)


def test_a_way_to_the_total_of_a_rank_gives_the_rank():
    table = start({"A": [5.1, *[5.3] * 9], "B": [6.123456789] * 10, "C": [7.0] * 10})
    need = road.needed(table, "A", 2)

    found = road.ways(table, "A", need.total, road.even(table, "A"))

    assert 2 == found.cheapest.after.rank


def test_steps_are_whole():
    table = start(TABLE)
    efforts = road.said(road.even(table, "A"), tuple(road.Said(code, step=0.25) for code in CODES))

    found = road.ways(table, "A", 50.3, efforts)

    assert all(0 == pytest.approx(each.rise % 0.25) for each in found.cheapest.rises)
    assert 50.5 == pytest.approx(found.cheapest.after.total)


def test_a_lead_unit_takes_on_no_more_than_it_can():
    table = start(TABLE)
    said = tuple(
        road.Said(
            code, effort=0.1 if code in {"entry", "land"} else 1.0, lead="Sở A" if code in {"entry", "land"} else "Sở B"
        )
        for code in CODES
    )
    efforts = road.said(road.even(table, "A"), said)

    free = road.ways(table, "A", 53.0, efforts)
    bound = road.ways(table, "A", 53.0, efforts, {"Sở A": 0.2})

    assert {"Sở A"} == {each.lead for each in free.cheapest.rises}
    assert 0.2 == pytest.approx(sum(each.effort for each in bound.cheapest.rises if each.lead == "Sở A"))
    assert free.cheapest.effort < bound.cheapest.effort


def test_a_way_tells_what_it_takes_of_each_lead_unit_the_most_first():
    table = start(TABLE)
    said = tuple(road.Said(code, most=0.5, lead="Sở A" if code == "entry" else None) for code in CODES)

    way = road.ways(table, "A", 54.0, road.said(road.even(table, "A"), said)).furthest

    assert {"": pytest.approx(4.5), "Sở A": pytest.approx(0.5)} == way.by_lead
    assert ["", "Sở A"] == list(way.by_lead)


def test_the_cheapest_way_alone_is_the_one_among_all():
    table = start(TABLE)
    efforts = road.said(road.even(table, "A"), (road.Said("support", effort=0.5, most=1.0),))

    assert road.ways(table, "A", 54.0, efforts).cheapest == road.cheapest_way(table, "A", 54.0, efforts)
    assert road.cheapest_way(table, "A", 101.0, efforts) is None


def test_what_cannot_be_reached_says_what_is_the_best():
    table = start(TABLE)
    efforts = road.said(road.even(table, "A"), tuple(road.Said(code, most=0.5) for code in CODES))

    found = road.ways(table, "A", 60.0, efforts)

    assert found.cheapest is None
    assert 55.0 == pytest.approx(found.furthest.after.total)
    assert () == found.alternatives


def test_the_very_best_can_be_reached():
    table = start(TABLE)
    efforts = road.said(road.even(table, "A"), tuple(road.Said(code, most=0.5) for code in CODES))

    assert 55.0 == pytest.approx(road.ways(table, "A", 55.0, efforts).cheapest.after.total)


def test_who_is_there_needs_no_way():
    assert road.ways(start(TABLE), "C", 65.0, road.even(start(TABLE), "C")).is_reached


def test_alternatives_leave_out_what_the_cheapest_way_takes():
    table = start(TABLE)
    efforts = road.said(road.even(table, "A"), (road.Said("support", most=0.5), road.Said("labor", most=0.5)))

    found = road.ways(table, "A", 53.0, efforts)

    assert found.alternatives
    for way in found.alternatives:
        assert 53.0 == pytest.approx(way.after.total)
        assert found.cheapest.effort <= way.effort + 1e-9
        assert way.fewest or way.without not in way.targets


def test_a_way_in_fewer_components_is_among_them():
    table = start(TABLE)
    cheap = tuple(road.Said(code, effort=0.1, most=0.4) for code in ("entry", "land", "time"))
    efforts = road.said(road.even(table, "A"), cheap)

    found = road.ways(table, "A", 50.5, efforts)

    assert 3 == len(found.cheapest.rises)
    assert [1] == [len(way.rises) for way in found.alternatives if way.fewest]


def test_an_index_of_geometric_means_has_a_road():
    edition = framework(
        {"a": "all", "b": "all", "c": "all", "all": ""},
        {"normalise": {"method": "none"}, "aggregate": "geometric_mean"},
    )
    card = measured(edition, {"a": [2.0, 4.0], "b": [3.0, 6.0], "c": [4.0, 8.0]})
    table = road.Start.of(card, ["a", "b", "c"])

    found = road.ways(table, "u1", 3.5, road.even(table, "u1"))

    assert 3.5 == pytest.approx(found.cheapest.after.total)
    assert found.cheapest.rises[0].rise > found.cheapest.rises[-1].rise


def test_a_mean_that_is_not_concave_is_refused():
    edition = framework(
        {"a": "all", "b": "all", "all": ""},
        {"normalise": {"method": "none"}, "aggregate": {"method": "power_mean", "exponent": 2}},
    )
    table = road.Start.of(measured(edition, {"a": [2.0, 4.0], "b": [3.0, 6.0]}), ["a", "b"])

    with pytest.raises(ProblemError) as refused:
        road.ways(table, "u1", 3.5, road.even(table, "u1"))

    assert ["road.not_concave"] == [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("said", "leads", "code"),
    [
        ((road.Said("weather", effort=1.0),), {}, "road.no_lever"),
        ((road.Said("entry", effort=-1.0),), {}, "road.bad_effort"),
        ((road.Said("entry", step=0.0),), {}, "road.bad_effort"),
        ((road.Said("entry", lead="Sở A"),), {"Sở B": 1.0}, "road.no_lead"),
        ((road.Said("entry", lead="Sở A"),), {"Sở A": -1.0}, "road.bad_effort"),
    ],
)
def test_what_an_office_cannot_mean_is_refused(said, leads, code):
    table = start(TABLE)

    with pytest.raises(ProblemError) as refused:
        road.ways(table, "A", 60.0, road.said(road.even(table, "A"), said), leads)

    assert [code] == [problem.code for problem in refused.value.problems]


def test_what_costs_nothing_and_brings_nothing_does_no_harm():
    total = lambda rises: rises @ np.array([0.0, 1.0])  # noqa: E731 - as short as a function can be
    efforts = [Effort("a", (1.0,), (0.0,), Basis.GIVEN), Effort("b", (1.0,), (1.0,), Basis.GIVEN)]

    found = Programme(total, efforts).least_effort(0.3)

    assert 0.3 == pytest.approx(found[1])
