"""An edition of one's own, filled in piece by piece."""

import pytest

from chiso.frameworks.amend import (
    as_in_the_base,
    overlaid,
    with_bands,
    with_head,
    with_node,
    with_ranking,
    with_rule,
    with_source,
    without_absences,
    without_node,
)
from chiso.frameworks.derive import codes_under, merged
from chiso.problems import ProblemError

BOTH = {"vi": "Tên", "en": "Name"}
BASE = {
    "key": "small/2020",
    "name": BOTH,
    "years": [2020, 2021],
    "sources": {"plan": {"title": BOTH, "standing": "stated"}},
    "nodes": [
        {"code": "total", "kind": "headline", "name": BOTH, "scale": [0, 100], "source": "plan"},
        {"code": "time", "kind": "component", "parent": "total", "name": BOTH, "scale": [0, 10], "source": "plan"},
        {"code": "land", "kind": "component", "parent": "total", "name": BOTH, "scale": [0, 10], "source": "plan"},
        {"code": "plots", "kind": "criterion", "parent": "land", "name": BOTH, "scale": [0, 10], "source": "plan"},
    ],
    "rules": {"total": [{"from": "2020-01-01", "until": "2022-01-01", "source": "plan", "method": "announced"}]},
    "band_names": [{"code": "good", "vi": "tốt", "en": "good"}],
    "bands": [
        {
            "nodes": ["total", "time", "land"],
            "values": [
                {"from": "2020-01-01", "source": "plan", "method": "known_intervals", "intervals": {"good": [8, 9]}}
            ],
        }
    ],
    "ranking": [{"from": "2020-01-01", "source": "plan", "together": BOTH}],
    "absent": [
        {"what": {"vi": "Trọng số", "en": "Weights"}, "why": BOTH, "node": "total"},
        {"what": BOTH, "why": BOTH, "node": "land"},
    ],
}
OWN = {"key": "small/own", "base": "small/2020"}
WEIGHTED = {
    "from": "2020-01-01",
    "until": "2021-01-01",
    "source": "own",
    "method": "weighted_mean",
    "weights": {"time": 100},
}


def full(own):
    return merged(BASE, own, "framework.yaml")


@pytest.mark.parametrize(
    ("known", "new", "expected"),
    [
        ([], ("2020", "2021"), [("2020", "2021")]),
        ([("2020", "2022")], ("2020", "2021"), [("2020", "2021"), ("2021", "2022")]),
        ([("2020", "2022")], ("2021", "2022"), [("2020", "2021"), ("2021", "2022")]),
        ([("2020", None)], ("2021", "2022"), [("2020", "2021"), ("2021", "2022"), ("2022", None)]),
        ([("2020", "2021"), ("2021", None)], ("2020", None), [("2020", None)]),
        ([("2020", "2021")], ("2021", None), [("2020", "2021"), ("2021", None)]),
    ],
)
def test_a_dated_value_takes_the_place_of_others_for_its_time_only(known, new, expected):
    def entry(since, until):
        return {"from": f"{since}-01-01"} | ({"until": f"{until}-01-01"} if until else {})

    found = overlaid([entry(*times) for times in known], entry(*new))
    assert [entry(*times) for times in expected] == found


def test_a_rule_is_set_for_its_time_and_the_base_stays_outside_it():
    own = with_rule(OWN, full(OWN), "total", WEIGHTED)
    assert ["weighted_mean", "announced"] == [entry["method"] for entry in full(own)["rules"]["total"]]
    assert "2021-01-01" == full(own)["rules"]["total"][1]["from"]


def test_nothing_that_is_given_is_changed():
    own = {**OWN, "nodes": [{"code": "time", "scale": [0, 20]}]}
    with_node(own, {"code": "time", "scale": [0, 5]})
    with_bands(
        own, full(own), BASE["band_names"], ["time"], {"from": "2021-01-01", "source": "own", "method": "quartiles"}
    )
    without_node(own, full(own), "land", {"why": BOTH, "source": "own"})
    assert {**OWN, "nodes": [{"code": "time", "scale": [0, 20]}]} == own


def test_a_known_node_changes_in_what_is_named_and_a_new_one_is_added():
    own = with_node(
        with_node(OWN, {"code": "time", "scale": [0, 20]}), {"code": "new", "parent": "total", "name": BOTH}
    )
    nodes = {node["code"]: node for node in full(own)["nodes"]}
    assert [0, 20] == nodes["time"]["scale"]
    assert BOTH == nodes["time"]["name"]
    assert "new" == full(own)["nodes"][-1]["code"]


def test_a_node_of_the_base_is_dropped_with_all_under_it_and_told():
    own = without_node(OWN, full(OWN), "land", {"why": BOTH, "source": "plan"})
    found = full(own)
    assert ["total", "time"] == [node["code"] for node in found["nodes"]]
    assert [{"code": "land", "why": BOTH, "source": "plan", "name": BOTH}] == found["dropped"]
    assert ["total", "time"] == found["bands"][0]["nodes"]
    assert ["Trọng số"] == [absence["what"]["vi"] for absence in found["absent"]]


def test_a_dropped_node_can_be_brought_back():
    own = without_node(OWN, full(OWN), "land", {"why": BOTH, "source": "plan"})
    back = as_in_the_base(own, "drop", "land")
    assert [node["code"] for node in BASE["nodes"]] == [node["code"] for node in full(back)["nodes"]]


def test_a_node_that_the_edition_added_is_taken_out_without_a_trace():
    own = with_node(OWN, {"code": "new", "kind": "component", "parent": "total", "name": BOTH})
    assert OWN == without_node(own, full(own), "new", None)


@pytest.mark.parametrize("drop", [[{"code": "land"}], [{"code": "land", "why": BOTH}]])
def test_a_drop_with_half_a_reason_is_refused(drop):
    with pytest.raises(ProblemError, match=r"frameworks\.dropped_without_source"):
        full({**OWN, "drop": drop})


@pytest.mark.parametrize("nodes", [[1], [{"name": BOTH}], [{"code": 3}]])
def test_nodes_without_a_code_are_refused(nodes):
    with pytest.raises(ProblemError, match=r"frameworks\.wrong_shape"):
        full({**OWN, "nodes": nodes})


def test_bands_are_set_for_some_nodes_and_stay_as_they_were_for_others():
    cut_offs = {"from": "2020-01-01", "source": "own", "method": "cut_offs", "intervals": {"good": [80, None]}}
    own = with_bands(OWN, full(OWN), BASE["band_names"], ["total"], cut_offs)
    assert [["total"], ["time", "land"]] == [entry["nodes"] for entry in own["bands"]]
    assert [cut_offs] == own["bands"][0]["values"]
    assert BASE["bands"][0]["values"] == own["bands"][1]["values"]


def test_sources_ranking_and_head_are_set_and_taken_back():
    ranked = {"from": "2021-01-01", "source": "own", "together": BOTH}
    own = with_head(with_ranking(with_source(OWN, "own", {"title": BOTH}), full(OWN), ranked), BOTH, (2020, 2023))
    assert {"plan", "own"} == set(full(own)["sources"])
    assert ["2020-01-01", "2021-01-01"] == [entry["from"] for entry in full(own)["ranking"]]
    assert [2020, 2023] == full(own)["years"]
    back = as_in_the_base(as_in_the_base(own, "ranking"), "sources", "own")
    assert {**OWN, "name": BOTH, "years": [2020, 2023]} == back


def test_absences_that_are_filled_in_are_no_longer_told():
    assert ["Tên"] == [each["what"]["vi"] for each in without_absences(OWN, full(OWN), ["Trọng số"])["absent"]]
    every = without_absences(OWN, full(OWN), ["Trọng số", "Tên"])
    assert [] == full(every)["absent"]
    assert OWN == without_absences(OWN, full(OWN), [])


def test_codes_under_a_node_are_found_at_any_depth():
    assert {"land", "plots"} == codes_under(BASE["nodes"], {"land"})
