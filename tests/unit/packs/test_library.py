import pytest
import yaml
from tests.editions import written

from chiso import packs
from chiso.packs.check import faults
from chiso.problems import ProblemError

SCENARIO = [
    {
        "name": "Hai chỉ số cho ra tổng điểm",
        "given": {"values": {"Sở A": {"first": 8, "left": 3, "right": 4}}},
        "expected": {"Sở A": {"total": {"score": 72.5, "rank": 1, "band": None}}},
    }
]


@pytest.fixture
def folder(tmp_path):
    """A folder of packs as an office may keep it beside the program's own."""
    small = tmp_path / "frameworks" / "small"
    (small / "2020" / "scenarios").mkdir(parents=True)
    index = {
        "key": "small",
        "abbreviation": "SMALL",
        "name": {"vi": "Nhỏ", "en": "Small"},
        "judged_by": {"vi": "Sở", "en": "Office"},
    }
    (small / "index.yaml").write_text(yaml.safe_dump(index, allow_unicode=True), encoding="utf-8")
    write(small / "2020" / "framework.yaml", written())
    write(small / "2020" / "scenarios" / "one.yaml", SCENARIO)
    return tmp_path


def write(path, content):
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def library(folder):
    return packs.Library(folder, base=packs.built_in())


def codes(folder):
    return [fault.code for fault in faults(library(folder))]


def test_an_edition_of_ones_own_stands_beside_the_others(folder):
    own = library(folder)

    assert ("small/2020",) == own.own_keys()
    assert "SMALL" == own.load("small/2020").framework.abbreviation
    assert "pci/2013-2021" == own.load("pci/2013-2021").key
    assert [] == codes(folder)


def test_an_edition_that_is_nowhere_is_told_with_those_there_are(folder):
    with pytest.raises(ProblemError) as caught:
        library(folder).load("small/2021")

    assert "packs.no_such_edition" == caught.value.problems[0].code
    assert "small/2020" in caught.value.problems[0].wanted


def test_a_scenario_that_does_not_hold_is_told_with_both_numbers(folder):
    path = folder / "frameworks" / "small" / "2020" / "scenarios" / "one.yaml"
    write(path, [{**SCENARIO[0], "expected": {"Sở A": {"total": {"score": 80, "rank": 1}}}}])

    found = faults(library(folder))

    assert [("packs.scenario_fails", "72.5", "80")] == [(fault.code, fault.given, fault.wanted) for fault in found]


def test_an_edition_without_scenarios_is_told(folder):
    (folder / "frameworks" / "small" / "2020" / "scenarios" / "one.yaml").unlink()

    assert ["packs.no_scenarios"] == codes(folder)


def test_a_key_that_differs_from_its_folder_is_told(folder):
    write(folder / "frameworks" / "small" / "2020" / "framework.yaml", written(key="small/2021"))

    assert ["frameworks.key_and_folder"] == codes(folder)


def test_a_province_that_nobody_knows_is_told(folder):
    write(folder / "frameworks" / "small" / "2020" / "framework.yaml", written(province="Atlantis"))

    assert ["packs.unknown_province"] == codes(folder)


def test_an_edition_needs_a_file_about_its_index(folder):
    (folder / "frameworks" / "small" / "index.yaml").unlink()

    assert ["packs.no_framework"] == codes(folder)


def test_a_folder_without_editions_is_told(tmp_path):
    assert ["packs.no_editions"] == codes(tmp_path)
