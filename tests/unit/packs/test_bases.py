"""An agency's own edition on the base of another, and what the check says of editions that follow each other."""

import pytest
import yaml
from tests.editions import written

from chiso import packs
from chiso.frameworks.crosswalk import by_theme
from chiso.packs.check import faults
from chiso.problems import ProblemError

BOTH = {"vi": "Tên", "en": "Name"}
SCENARIO = [
    {
        "name": "Một chỉ số cho ra tổng điểm",
        "given": {"values": {"Sở A": {"first": 8, "left": 3, "right": 4}}},
        "expected": {"Sở A": {"first": {"score": 8}}},
    }
]


@pytest.fixture
def folder(tmp_path):
    small = tmp_path / "frameworks" / "small"
    small.mkdir(parents=True)
    put(small / "index.yaml", {"key": "small", "abbreviation": "SMALL", "name": BOTH, "judged_by": BOTH})
    add(tmp_path, "2020", written())
    return tmp_path


def put(path, content):
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def add(folder, name, content):
    place = folder / "frameworks" / "small" / name
    (place / "scenarios").mkdir(parents=True)
    put(place / "framework.yaml", {**content, "key": f"small/{name}"})
    put(place / "scenarios" / "one.yaml", SCENARIO)


def library(folder):
    return packs.Library(folder, base=packs.built_in())


def codes(folder):
    return [fault.code for fault in faults(library(folder))]


def test_an_edition_of_ones_own_says_only_what_differs(folder):
    rule = {**written()["rules"]["total"][0], "weights": {"first": 50, "second": 50}}
    own_source = {"title": BOTH, "standing": "stated", "number": "2/QĐ-SKHCN"}
    add(
        folder,
        "own",
        {
            "base": "small/2020",
            "name": BOTH,
            "sources": {"own": own_source},
            "rules": {"total": [{**rule, "source": "own"}]},
        },
    )

    own = library(folder).load("small/own")

    assert ("small/2020", "own") == (own.derived_from, own.rules["total"].values[0].source)
    assert [50, 50] == [node.weight for node in own.components]
    assert library(folder).load("small/2020").nodes[3:] == own.nodes[3:]
    assert [] == codes(folder)


def test_what_the_base_left_absent_can_be_filled_in(folder):
    absent = [{"what": BOTH, "why": BOTH, "node": "left"}]
    add(folder, "open", {**written(absent=absent), "years": [2021, 2021]})
    add(
        folder,
        "filled",
        {"base": "small/open", "name": BOTH, "nodes": [{"code": "left", "scale": [0, 5]}], "absent": []},
    )

    own = library(folder).load("small/filled")

    assert ((), 5) == (own.absent, own.node("left").scale.maximum)


def test_a_node_is_dropped_with_all_under_it(folder):
    rule = {**written()["rules"]["total"][0], "weights": {"first": 100}}
    add(folder, "less", {"base": "small/2020", "name": BOTH, "drop": ["second"], "rules": {"total": [rule]}})

    own = library(folder).load("small/less")

    assert (["total", "first"], ["total"]) == ([node.code for node in own.nodes], list(own.rules))


def test_a_base_of_the_program_may_be_used():
    own = packs.Library(packs.built_in().root).load("pci/2013")

    assert ("pci/2013-2021", "pci/2013-2021") == (own.derived_from, own.refines)


def test_bases_in_a_circle_are_refused(folder):
    add(folder, "one", {"base": "small/two", "name": BOTH})
    add(folder, "two", {"base": "small/one", "name": BOTH})

    with pytest.raises(ProblemError) as caught:
        library(folder).load("small/one")

    assert ["frameworks.base_in_a_circle"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"base": "small/1999", "name": BOTH}, "packs.no_such_edition"),
        ({"base": "small/2020", "name": BOTH, "drop": ["third"]}, "frameworks.nothing_to_drop"),
        ({"base": "small/2020", "name": BOTH, "nodes": "none"}, "frameworks.wrong_shape"),
        ({"base": "small/2020", "name": BOTH, "drop": ["second"]}, "frameworks.no_such_node"),
    ],
)
def test_a_base_that_does_not_fit_is_told(folder, own, expected):
    add(folder, "own", own)

    assert expected in codes(folder)


def later(**changes):
    """The small edition of the year after."""
    entry = written(years=[2021, 2021], **changes)
    text = yaml.safe_dump(entry).replace("2021-01-01", "2022-01-01").replace("2020-01-01", "2021-01-01")
    return yaml.safe_load(text)


def test_a_code_that_changes_between_editions_must_be_told(folder):
    nodes = written()["nodes"]
    nodes[4]["code"] = "far_right"
    rules = {**written()["rules"]}
    rules["second"] = [{**rules["second"][0], "parts": ["left", "far_right"]}]
    add(folder, "2021", later(nodes=nodes, rules=rules))
    put(
        folder / "frameworks" / "small" / "2021" / "scenarios" / "one.yaml",
        [{**SCENARIO[0], "given": {"values": {"Sở A": {"first": 8}}}}],
    )

    assert ["packs.unexplained_code", "packs.unexplained_code"] == codes(folder)

    link = {"change": "renamed", "before": ["right"], "after": ["far_right"]}
    between = [{"from": "small/2020", "to": "small/2021", "source": "decision", "changes": [link]}]
    put(folder / "frameworks" / "small" / "crosswalks.yaml", {"between": between})

    assert [] == codes(folder)
    assert ("far_right",) == library(folder).crosswalks("small")[0].after("right")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"source": "nowhere"}, "packs.crosswalk_source"),
        ({"changes": [{"change": "dropped", "before": ["gone"]}]}, "packs.not_in_edition"),
        ({"to": "small/2022"}, "packs.no_such_edition"),
        ({"changes": [{"change": "added", "before": ["left"], "after": ["right"]}]}, "frameworks.wrong_shape"),
    ],
)
def test_a_crosswalk_that_is_wrong_is_told(folder, change, expected):
    add(folder, "2021", later())
    entry = {"from": "small/2020", "to": "small/2021", "source": "decision", "changes": [], **change}
    put(folder / "frameworks" / "small" / "crosswalks.yaml", {"between": [entry]})

    assert expected in codes(folder)


def test_two_editions_of_one_year_are_told_unless_one_refines_the_other(folder):
    add(folder, "again", written())
    assert ["packs.years_overlap"] == codes(folder)

    put(
        folder / "frameworks" / "small" / "again" / "framework.yaml",
        {**written(key="small/again"), "refines": "small/2020"},
    )
    assert [] == codes(folder)


def test_indices_are_set_side_by_side_by_theme():
    pairs = by_theme(packs.load("pci/2013-2021"), packs.load("papi/2021-2024"))

    assert (("transparency",), ("dim2",)) == pairs["transparency"]
    assert (("informal",), ("dim4",)) == pairs["informal_charges"]
    assert "land" not in pairs
