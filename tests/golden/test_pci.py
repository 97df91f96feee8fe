"""PCI as published by VCCI: the workbooks of 2006–2016 and the tables of 2017–2021 (see the packs' sources)."""

from datetime import date

import polars as pl
import pytest
from tests.golden.tables import table

from chiso import packs
from chiso.scoring import half_up, read, score

YEARS = (2006, 2009, 2012, 2013, 2016, 2017, 2020, 2021)
PUBLISHED = ("rank", "pci", "tier")


def scored(shared, year):
    published = table(shared, f"pci/pci_{year}.csv")
    edition = packs.find("PCI", None, year, "province")
    assert edition is not None
    ignored = [name for name in PUBLISHED if name in published.columns]
    observations = read(published, edition, unit_column="province", ignore=ignored)
    card = score(edition, observations, as_of=date(year, 12, 31))
    totals = card.frame.filter(pl.col("node") == "total")
    return card, totals.join(published, left_on="unit", right_on="province", suffix="_published", maintain_order="left")


@pytest.mark.parametrize("year", YEARS)
def test_every_total_comes_out_of_its_components(shared, year):
    _, totals = scored(shared, year)

    assert totals["pci"].cast(pl.Float64).to_list() == pytest.approx(totals["score"].to_list(), abs=1e-5, rel=0)
    assert (64 if year == 2006 else 63) == len(totals)


@pytest.mark.parametrize("year", YEARS)
def test_every_rank_is_the_published_one(shared, year):
    _, totals = scored(shared, year)

    assert totals["rank_published"].cast(pl.Int64).to_list() == totals["rank"].to_list()


@pytest.mark.parametrize("year", [2012, 2013, 2016])
def test_every_tier_is_the_published_one(shared, year):
    card, totals = scored(shared, year)

    assert totals["tier"].to_list() == [card.band_name("total", code).vi for code in totals["band"]]


@pytest.mark.parametrize("year", [2006, 2009, 2017, 2020])
def test_a_year_whose_tiers_nobody_states_has_none(shared, year):
    _, totals = scored(shared, year)

    assert len(totals) == totals["band"].null_count()


@pytest.mark.parametrize(("year", "tolerance"), [(2022, 0.03), (2024, 0.005)])
def test_the_profile_pages_since_2022_agree_to_their_two_decimals(shared, year, tolerance):
    rows = table(shared, "pci/pci_province_series_5prov_2006_2024.csv").filter(pl.col("year") == str(year))
    edition = packs.find("PCI", None, year)
    assert edition is not None

    card = score(edition, read(rows, edition, unit_column="province", ignore=["year", "rank", "pci"]))
    totals = card.frame.filter(pl.col("node") == "total")["score"]

    assert rows["pci"].cast(pl.Float64).to_list() == pytest.approx(totals.to_list(), abs=tolerance, rel=0)


def test_lang_son_is_36th_of_63_in_2021(shared):
    card, _ = scored(shared, 2021)

    trace = card.trace("Lạng Sơn")

    assert (36, 63, half_up(63.92, 2)) == (trace.rank, trace.rank_of, trace.printed)
