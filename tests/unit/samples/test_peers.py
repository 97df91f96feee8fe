"""The published tables of peers among the sample data."""

from decimal import Decimal

from chiso import packs
from chiso.samples import published_peers


def test_the_tables_are_those_that_were_published():
    assert [
        ("PCI", 2016, "", 63),
        ("PCI", 2017, "", 63),
        ("PCI", 2020, "", 63),
        ("PCI", 2021, "", 63),
        ("DDCI", 2021, "Hà Tĩnh", 10),
        ("DDCI", 2021, "Hà Tĩnh", 7),
    ] == [(each.family, each.year, each.province, len(each.rows)) for each in published_peers()]


def test_every_code_is_one_of_the_edition_and_every_score_on_its_scale():
    for table in published_peers():
        edition = packs.load(table.edition)
        assert edition.covers(table.year)
        for row in table.rows:
            for code, score in row.scores.items():
                assert edition.node(code).scale.minimum <= score <= edition.node(code).scale.maximum


def test_the_row_of_lang_son_is_the_published_one():
    table = next(each for each in published_peers() if each.year == 2021 and each.family == "PCI")
    row = next(row for row in table.rows if row.unit == "Lạng Sơn")
    assert (36, Decimal("63.920097"), Decimal("5.860312")) == (row.rank, row.scores["total"], row.scores["entry"])


def test_the_misprint_of_ha_tinh_is_left_empty():
    table = next(each for each in published_peers() if each.subject_kind == "department")
    finance = next(row for row in table.rows if row.unit == "Sở Tài chính")
    assert "dynamism" not in finance.scores
    assert Decimal("68.85") == finance.scores["total"]


def test_every_province_of_the_tables_is_known_to_the_packs():
    names = [row.unit for table in published_peers() if table.family == "PCI" for row in table.rows]
    assert [] == [name for name in names if not any(each.is_called(name) for each in packs.provinces())]
