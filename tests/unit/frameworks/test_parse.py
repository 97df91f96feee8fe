from datetime import date
from decimal import Decimal

import pytest
from tests.editions import edition, rule, written

from chiso.frameworks import Lacking, Method
from chiso.legal import NotInForce
from chiso.problems import ProblemError


def codes_of(**changes):
    with pytest.raises(ProblemError) as caught:
        edition(**changes)
    return [problem.code for problem in caught.value.problems]


def test_the_headline_is_the_first_node_and_components_follow_in_order():
    small = edition()

    assert "total" == small.headline.code
    assert ["first", "second"] == [node.code for node in small.components]
    assert ["left", "right"] == [node.code for node in small.children("second")]
    assert ["first", "second", "left", "right"] == [node.code for node in small.below("total")]


def test_a_node_carries_its_weight_and_whether_it_counts():
    small = edition()

    assert (Decimal(75), True) == (small.node("second").weight, small.node("second").counts_in_headline)
    assert (None, True) == (small.node("left").weight, small.node("left").counts_in_headline)


def test_a_node_that_the_rule_leaves_out_does_not_count():
    small = edition(rules=rule("total", weights={"second": 100}))

    assert small.node("first").counts_in_headline is False
    assert small.node("left").counts_in_headline is True


def test_under_an_announced_headline_nobody_knows_what_counts():
    announced = {"from": "2020-01-01", "source": "decision", "method": "announced"}

    small = edition(rules={"total": [announced]})

    assert [None, None] == [node.counts_in_headline for node in small.components]


def test_a_rule_holds_in_its_dates_only():
    small = edition()

    found = small.rule("total", date(2020, 12, 31))
    assert found is not None
    assert (Method.WEIGHTED_MEAN, Lacking.BLOCKS) == (found.method, found.when_missing)
    assert small.rule("first", date(2020, 12, 31)) is None
    with pytest.raises(NotInForce):
        small.rule("total", date(2021, 1, 1))


def test_the_hash_follows_the_content_and_not_the_layout():
    turned = dict(reversed(written().items()))

    assert edition().content_hash == edition(**turned).content_hash
    assert edition().content_hash != edition(decimals=3).content_hash


def test_a_node_is_found_by_any_of_its_names():
    nodes = written()["nodes"]
    nodes[1]["aliases"] = ["Chỉ số thứ nhất"]

    small = edition(nodes=nodes)

    found = small.find_node("chỉ số  THỨ nhất.")
    assert found is not None
    assert "first" == found.code
    assert small.find_node("Ba") is None


def test_an_unknown_key_is_refused_with_the_keys_there_are():
    with pytest.raises(ProblemError) as caught:
        edition(colour="red")

    problem = caught.value.problems[0]
    assert ("frameworks.unknown_key", "colour") == (problem.code, problem.given)
    assert "arithmetic" in problem.wanted


def test_all_faults_of_the_shape_are_told_at_once():
    assert ["frameworks.missing_key", "frameworks.not_one_of"] == sorted(
        codes_of(
            subject="village", nodes=[{key: value for key, value in written()["nodes"][0].items() if key != "scale"}]
        )
    )


def test_all_faults_of_the_meaning_are_told_at_once():
    nodes = written()["nodes"]
    nodes[1] |= {"source": "nowhere", "scale": [10, 0]}
    nodes[2]["themes"] = ["weather"]

    assert [
        "frameworks.no_such_source",
        "frameworks.no_such_theme",
        "frameworks.scale_upside_down",
        "frameworks.weights_sum",
    ] == sorted(codes_of(nodes=nodes, rules=rule("total", weights={"first": 25, "second": 74})))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"years": [2021, 2020]}, "frameworks.years_backwards"),
        ({"rules": rule("total", weights={"first": 25, "third": 75})}, "frameworks.no_such_node"),
        ({"rules": rule("total", source="nowhere")}, "frameworks.no_such_source"),
        ({"rules": rule("total", until="2020-01-01")}, "frameworks.dates_clash"),
        ({"rules": rule("total", **{"from": "2020-02-30"})}, "frameworks.bad_day"),
        ({"rules": rule("second", weights={"left": 100})}, "frameworks.unknown_key"),
        ({"rules": rule("total", when_missing=None)}, "frameworks.missing_key"),
        ({"rules": {**rule("total"), "third": rule("total")["total"]}}, "frameworks.no_such_node"),
        (
            {"sources": {"decision": {"title": {"vi": "a", "en": "a"}, "standing": "stated", "number": "QĐ 1"}}},
            "frameworks.bad_source_number",
        ),
        (
            {"absent": [{"node": "third", "what": {"vi": "a", "en": "a"}, "why": {"vi": "a", "en": "a"}}]},
            "frameworks.no_such_node",
        ),
    ],
)
def test_what_does_not_hang_together_is_refused(changes, expected):
    assert expected in codes_of(**changes)


def test_rules_of_one_node_may_not_overlap():
    twice = rule("total")["total"] * 2

    assert ["frameworks.dates_clash"] == codes_of(rules={**rule("total"), "total": twice})


@pytest.mark.parametrize(
    ("place", "change", "expected"),
    [
        (2, {"code": "first"}, "frameworks.code_twice"),
        (2, {"name": {"vi": "một", "en": "one"}}, "frameworks.name_twice"),
        (1, {"parent": None}, "frameworks.one_headline"),
        (1, {"parent": "left"}, "frameworks.parent_later"),
        (1, {"parent": "third"}, "frameworks.no_such_node"),
    ],
)
def test_a_tree_that_is_none_is_refused(place, change, expected):
    nodes = written()["nodes"]
    nodes[place] = {key: value for key, value in {**nodes[place], **change}.items() if value is not None}

    assert expected in codes_of(nodes=nodes)


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ({"good": [80, 90], "fair": [70, 80]}, "frameworks.intervals_clash"),
        ({"good": [90, 80]}, "frameworks.intervals_clash"),
        ({"best": [90, 100]}, "frameworks.no_such_band"),
    ],
)
def test_bands_that_overlap_or_are_not_declared_are_refused(intervals, expected):
    names = [{"code": "good", "vi": "Tốt", "en": "Good"}, {"code": "fair", "vi": "Khá", "en": "Fair"}]
    value = {"from": "2020-01-01", "source": "decision", "method": "known_intervals", "intervals": intervals}

    assert [expected] == codes_of(band_names=names, bands=[{"nodes": ["total"], "values": [value]}])


def test_quartiles_need_four_bands():
    value = {"from": "2020-01-01", "source": "decision", "method": "quartiles"}
    names = [{"code": "high", "vi": "Cao", "en": "High"}, {"code": "low", "vi": "Thấp", "en": "Low"}]

    assert ["frameworks.four_bands"] == codes_of(band_names=names, bands=[{"nodes": ["total"], "values": [value]}])
