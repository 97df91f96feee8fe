"""Every pack that comes with the program is right: shape, sources, weights, scenarios."""

import pytest

from chiso import packs
from chiso.packs.check import faults
from chiso.packs.scenarios import failures

KEYS = packs.keys()


def test_the_editions_are_those_of_the_documentation():
    assert (
        "ddci/lang-son-2022",
        "ddci/lao-cai-2019",
        "papi/2018-2020",
        "papi/2021-2024",
        "par-index/lao-cai-departments-2021",
        "pci/2006-2008",
        "pci/2009-2012",
        "pci/2013-2021",
        "pci/2022-2024",
    ) == KEYS


def test_the_whole_folder_is_right():
    assert [] == [fault.message("en") for fault in faults(packs.built_in())]


@pytest.mark.parametrize("key", KEYS)
def test_every_scenario_holds(key):
    assert [] == [fault.message("en") for fault in failures(packs.built_in(), key)]
    assert packs.built_in().scenario_texts(key)


@pytest.mark.parametrize("key", KEYS)
def test_every_citation_resolves(key):
    edition = packs.load(key)
    cited = {node.source for node in edition.nodes}
    for timeline in (*edition.rules.values(), *edition.bands.values(), edition.ranking):
        cited |= {dated.source for dated in timeline}

    assert cited <= set(edition.sources)


@pytest.mark.parametrize("key", KEYS)
def test_every_rule_covers_the_years_of_its_edition(key):
    edition = packs.load(key)

    for timeline in (*edition.rules.values(), edition.ranking):
        assert edition.first_year == min(dated.since.year for dated in timeline)
        assert edition.last_year + 1 == max(dated.until.year for dated in timeline if dated.until)


@pytest.mark.parametrize("key", KEYS)
def test_what_no_source_gives_is_told(key):
    assert packs.load(key).absent


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("pci/2006-2008", "pci/2009-2012"),
        ("pci/2009-2012", "pci/2013-2021"),
        ("pci/2013-2021", "pci/2022-2024"),
        ("papi/2018-2020", "papi/2021-2024"),
    ],
)
def test_an_edition_begins_where_the_one_before_ends(earlier, later):
    assert packs.load(earlier).last_year + 1 == packs.load(later).first_year
    assert {node.code for node in packs.load(later).components} - {"bias"} <= {
        node.code for node in packs.load(earlier).components
    }
