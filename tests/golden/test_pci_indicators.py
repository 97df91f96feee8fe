"""PCI 2013 and 2014 from the raw indicators of VCCI's workbooks (../shared/tables/pci_raw)."""

import csv
from datetime import date

import polars as pl
import pytest

from chiso import packs
from chiso.scoring import read, score

SHEETS = {
    "entry": "02_chi_phi_gia_nhap_thi_truong",
    "land": "03_tiep_can_dat_dai",
    "transparency": "04_tinh_minh_bach",
    "time": "05_chi_phi_thoi_gian",
    "informal": "06_chi_phi_khong_chinh_thuc",
    "bias": "07_canh_tranh_binh_dang",
    "proactivity": "08_tinh_nang_dong",
    "support": "09_dich_vu_ho_tro_dn",
    "labor": "10_dao_tao_lao_dong",
    "legal": "11_thiet_che_phap_ly",
}
ANNOUNCED = {2013: {"labor"}, 2014: {"labor", "support"}}


def sheet(shared, year, component):
    """The provinces of a sheet with its indicators, and the component as published."""
    path = shared / "tables" / "pci_raw" / f"{year}_{SHEETS[component]}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row and not row[0].startswith("# ")]
    heads = next(row for row in rows if len(row) > 2 and row[2].startswith("sub"))
    numbered = [row for row in rows if row[0].strip().isdigit()]
    return heads[3:], numbered


def observations(shared, year, edition, components):
    values, published = [], {}
    for component in components:
        codes, rows = sheet(shared, year, component)
        for row in rows:
            published[row[1], component] = float(row[2])
            if component in ANNOUNCED[year]:
                values.append((row[1], component, row[2]))
            else:
                cells = zip(codes, row[3:], strict=False)
                values += [(row[1], code, cell) for code, cell in cells if code in edition.codes]
    return pl.DataFrame(values, schema=["unit", "node", "value"], orient="row"), published


@pytest.mark.parametrize(
    ("year", "component"), [(year, name) for year in (2013, 2014) for name in SHEETS if name not in ANNOUNCED[year]]
)
def test_a_component_comes_out_of_its_indicators(shared, year, component):
    edition = packs.load(f"pci/{year}")
    data, published = observations(shared, year, edition, [component])

    card = score(edition, read(data, edition), as_of=date(year, 12, 31))

    found = {unit: card.row(unit, component)["score"] for unit in card.units}
    assert 63 == len(found)
    assert {unit: published[unit, component] for unit in found} == pytest.approx(found, abs=1e-5, rel=0)


@pytest.mark.parametrize("year", [2013, 2014])
def test_totals_come_out_of_the_indicators_and_what_is_announced(shared, year):
    edition, whole = packs.load(f"pci/{year}"), packs.load("pci/2013-2021")
    data, published = observations(shared, year, edition, SHEETS)

    card = score(edition, read(data, edition), as_of=date(year, 12, 31))
    table = pl.DataFrame(
        [(*key, value) for key, value in published.items()], schema=["unit", "node", "value"], orient="row"
    )
    from_components = score(whole, table, as_of=date(year, 12, 31))

    found = {unit: card.row(unit, "total")["score"] for unit in card.units}
    expected = {unit: from_components.row(unit, "total")["score"] for unit in card.units}
    assert expected == pytest.approx(found, abs=1e-5, rel=0)


def test_policy_bias_goes_from_the_worst_to_the_best_province_in_every_indicator(shared):
    edition = packs.load("pci/2013")
    data, _ = observations(shared, 2013, edition, ["bias"])

    card = score(edition, read(data, edition), as_of=date(2013, 12, 31))

    for node in edition.children("bias"):
        scores = card.frame.filter(pl.col("node") == node.code)["score"]
        assert (pytest.approx(1), pytest.approx(10)) == (scores.min(), scores.max())
