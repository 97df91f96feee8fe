"""The published results beside the sample plans."""

import csv
from pathlib import Path

import pytest

from chiso import packs
from chiso.samples import published_results, sample_plans

SERIES = {series.family: series for series in published_results()}
PAPI_2016 = {
    "dim1": "Participation at Local Levels",
    "dim2": "Transparency",
    "dim3": "Vertical Accountability",
    "dim4": "Control of Corruption",
    "dim5": "Public Administrative Procedures",
    "dim6": "Public Service Delivery",
}


def test_there_is_a_series_for_each_plan_on_a_province():
    wanted = {
        (plan.subject, plan.edition.partition("/")[0].upper())
        for plan in sample_plans()
        if plan.subject_kind == "province"
    }
    assert {(series.subject, series.family) for series in published_results()} == wanted


def test_lang_son_was_36th_of_63_in_pci_2021():
    last = SERIES["PCI"].results[-1]
    assert (last.year, last.rank, last.rank_of, round(last.score, 2)) == (2021, 36, 63, 63.92)


def test_results_are_older_than_the_plan():
    for plan in sample_plans():
        if plan.subject_kind == "province":
            series = next(series for series in published_results() if series.subject == plan.subject)
            assert max(result.year for result in series.results) < plan.year


@pytest.mark.parametrize("series", published_results(), ids=lambda series: series.family)
def test_years_are_given_or_said_to_be_missing(series):
    given = [result.year for result in series.results]
    missing = [year for gap in series.missing for year in gap.years]
    assert sorted(given + missing) == list(range(given[0], max(given + missing) + 1))
    assert all(gap.why for gap in series.missing)


@pytest.mark.parametrize("series", published_results(), ids=lambda series: series.family)
def test_components_are_those_of_the_edition(series):
    for result in series.results:
        if result.edition is not None:
            edition = packs.load(result.edition)
            assert edition.covers(result.year)
            assert set(result.components) == {node.code for node in edition.components}


def test_papi_s_total_is_the_sum_of_its_dimensions():
    for result in SERIES["PAPI"].results:
        assert sum(result.components.values()) == pytest.approx(result.score, abs=5e-6)


def test_pci_figures_are_those_of_the_published_tables(shared):
    for result in SERIES["PCI"].results:
        table = rows(shared / "tables" / "pci" / f"pci_{result.year}.csv")
        row = next(row for row in table if row["province"] == "Lạng Sơn")
        assert {code: float(row[code]) for code in result.components} == pytest.approx(result.components, abs=1e-6)
        assert (result.score, result.rank, result.rank_of) == (
            pytest.approx(float(row["pci"]), abs=1e-6),
            int(row["rank"]),
            len(table),
        )
        assert (result.band or "") == (row.get("tier") or "").lower()


def test_papi_2016_is_that_of_the_official_table(shared):
    table = [row for row in rows(shared / "tables" / "papi" / "papi_2016.csv") if row["tinhid"] not in ("", "999")]
    row = next(row for row in table if row["tentinh_vie"] == "Quảng Trị")
    result = SERIES["PAPI"].results[0]
    total = "Un-weighted2015PAPI"
    better = sum(float(other[total]) > float(row[total]) for other in table)
    assert {code: float(row[name]) for code, name in PAPI_2016.items()} == pytest.approx(result.components, abs=1e-6)
    assert (result.year, result.rank, result.rank_of) == (2016, better + 1, len(table))


def test_papi_2018_is_that_of_the_derived_table(shared):
    table = [row for row in rows(shared / "tables" / "papi" / "papi_2018_derived.csv") if row["total"]]
    row = next(row for row in table if row["province"] == "Quang Tri")
    result = SERIES["PAPI"].results[1]
    better = sum(float(other["total"]) > float(row["total"]) for other in table)
    assert {code: float(row[code]) for code in result.components} == pytest.approx(result.components, abs=1e-6)
    assert (result.year, result.rank, result.rank_of) == (2018, better + 1, len(table))


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table whose first line tells its source."""
    lines = path.read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
