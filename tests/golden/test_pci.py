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


# The profile pages of 2009, 2011, 2013 and 2023 disagree with the workbooks or with themselves.
PROFILED = (2006, 2007, 2008, 2010, 2012, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022)


@pytest.mark.parametrize(("year", "tolerance"), [*((year, 0.031) for year in PROFILED), (2024, 0.005)])
def test_the_profile_pages_agree_to_their_two_decimals(shared, year, tolerance):
    rows = table(shared, "pci/pci_province_series_5prov_2006_2024.csv").filter(pl.col("year") == str(year))
    edition = packs.find("PCI", None, year)
    assert edition is not None

    aside = ["year", "rank", "pci", *({"bias"} - set(edition.codes))]
    card = score(edition, read(rows, edition, unit_column="province", ignore=aside))
    totals = card.frame.filter(pl.col("node") == "total")["score"]

    assert rows["pci"].cast(pl.Float64).to_list() == pytest.approx(totals.to_list(), abs=tolerance, rel=0)


def test_lang_son_is_36th_of_63_in_2021(shared):
    card, _ = scored(shared, 2021)

    trace = card.trace("Lạng Sơn")

    assert (36, 63, half_up(63.92, 2)) == (trace.rank, trace.rank_of, trace.printed)


HELD_OUT = {  # rows of the tables on the pages of VCCI: components, total, tier
    2019: {
        "Quảng Ninh": ((7.16, 7.00, 7.20, 7.89, 7.10, 7.69, 7.96, 6.68, 7.95, 7.58), 73.40, "very_good"),
        "Long An": ((7.05, 7.33, 6.55, 7.74, 6.79, 7.35, 7.40, 7.16, 6.20, 7.57), 68.82, "good"),
        "An Giang": ((7.05, 7.84, 7.44, 7.63, 6.55, 6.69, 6.88, 5.58, 6.31, 6.39), 66.44, "fairly_good"),
    },
    2021: {
        "Hải Phòng": ((6.52, 6.77, 6.82, 7.64, 6.70, 6.02, 7.73, 7.49, 7.17, 7.21), 70.61, "good"),
        "Hải Dương": ((7.24, 7.37, 5.43, 7.23, 7.24, 8.38, 8.24, 6.56, 6.64, 7.83), 67.65, "fairly_good"),
        "Phú Thọ": ((7.37, 7.01, 6.10, 7.70, 6.45, 4.94, 7.18, 7.21, 6.21, 7.02), 66.11, "fairly_good"),
    },
}


@pytest.mark.parametrize("year", HELD_OUT)
def test_tables_on_the_pages_of_vcci_agree_to_their_two_decimals(year):
    edition = packs.load("pci/2013-2021")
    codes = [node.code for node in edition.components]
    rows = [
        {"unit": province, "node": code, "value": value}
        for province, (values, *_) in HELD_OUT[year].items()
        for code, value in zip(codes, values, strict=True)
    ]

    card = score(edition, pl.DataFrame(rows), as_of=date(year, 12, 31))

    for province, (_, total, tier) in HELD_OUT[year].items():
        row = card.row(province, "total")
        assert (pytest.approx(total, abs=0.03), tier) == (row["score"], row["band"])
