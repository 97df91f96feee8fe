"""Every pack that comes with the program is right: shape, sources, weights, scenarios."""

import pytest

from chiso import packs
from chiso.packs.check import faults
from chiso.packs.scenarios import failures

KEYS = packs.keys()


def test_the_editions_are_those_of_the_documentation():
    assert (
        "ddci/ha-tinh-2021",
        "ddci/lang-son-2022",
        "ddci/lao-cai-2019",
        "one-stop/2018",
        "papi/2011-2017",
        "papi/2018-2020",
        "papi/2021-2024",
        "par-index/lao-cai-departments-2021",
        "par-index/provinces-2022-2030",
        "pci/2006-2008",
        "pci/2009-2012",
        "pci/2013",
        "pci/2013-2021",
        "pci/2014",
        "pci/2022-2024",
        "pci/2025",
        "qd-766/2022",
        "sipas/2023-2026",
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
        assert all(dated.until is None for dated in timeline) or edition.last_year + 1 == max(
            dated.until.year for dated in timeline if dated.until
        )


@pytest.mark.parametrize("key", KEYS)
def test_what_no_source_gives_is_told(key):
    assert packs.load(key).absent


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("pci/2006-2008", "pci/2009-2012"),
        ("pci/2009-2012", "pci/2013-2021"),
        ("pci/2013-2021", "pci/2022-2024"),
        ("pci/2022-2024", "pci/2025"),
        ("papi/2011-2017", "papi/2018-2020"),
        ("papi/2018-2020", "papi/2021-2024"),
    ],
)
def test_an_edition_begins_where_the_one_before_ends(earlier, later):
    assert packs.load(earlier).last_year + 1 == packs.load(later).first_year


def test_every_fact_is_cited_and_goes_into_a_rule_or_under_an_indicator():
    for edition in packs.load_all():
        used = {part.code for timeline in edition.rules.values() for dated in timeline for part in dated.value.parts}
        used |= {code for dated in edition.steps for code in dated.value.denominate.values()}
        assert [] == [
            fact.code for fact in edition.facts if fact.code not in used or fact.source not in edition.sources
        ]


def test_a_crosswalk_tells_what_a_component_became():
    later = {(each.earlier, each.later): each for each in (*packs.crosswalks("pci"), *packs.crosswalks("papi"))}

    assert () == later["pci/2006-2008", "pci/2009-2012"].after("bias")
    assert () == later["pci/2009-2012", "pci/2013-2021"].before("bias")
    assert ("land",) == later["pci/2009-2012", "pci/2013-2021"].after("land")
    assert () == later["papi/2018-2020", "papi/2021-2024"].after("SC52")
    assert () == later["pci/2022-2024", "pci/2025"].after("labor")


def test_data_sets_of_pci_list_policy_bias_last():
    edition, order = packs.load("pci/2013-2021"), packs.orders("pci")[0]

    assert ("bias", 5) == (order.codes[-1], [node.code for node in edition.components].index("bias"))
    assert {node.code for node in edition.components} == set(order.codes)
