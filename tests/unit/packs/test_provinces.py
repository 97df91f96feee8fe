from datetime import date

import pytest

from chiso import packs


@pytest.mark.parametrize(
    ("on", "count"),
    [(date(2007, 12, 31), 64), (date(2008, 8, 1), 63), (date(2025, 6, 30), 63), (date(2025, 7, 1), 34)],
)
def test_there_are_so_many_provinces_on_a_day(on, count):
    assert count == len(packs.provinces(on))


def test_every_province_that_ended_went_into_one_that_goes_on():
    today = {province.code for province in packs.provinces(date(2025, 7, 1))}
    ended = [province for province in packs.provinces() if province.until == date(2025, 7, 1)]

    assert 29 == len(ended)
    assert {province.successor for province in ended} <= today


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Hanoi", "ha-noi"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("Tp.HCM", "ho-chi-minh"),
        ("Ho Chi Minh City", "ho-chi-minh"),
        ("BRVT", "ba-ria-vung-tau"),
        ("Ba Ria - Vung Tau", "ba-ria-vung-tau"),
        ("TT- Huế", "thua-thien-hue"),
        ("TT.Huế", "thua-thien-hue"),
        ("Thừa Thiên-Huế", "thua-thien-hue"),
        ("Thua Thien Hue", "thua-thien-hue"),
        ("Đăk Lăk", "dak-lak"),
        ("Đắc Lắk", "dak-lak"),
        ("Bắc Cạn", "bac-kan"),
        ("Lang Son", "lang-son"),
    ],
)
def test_a_province_is_known_by_every_spelling(name, code):
    assert [code] == [province.code for province in packs.provinces(date(2020, 1, 1)) if province.is_called(name)]


@pytest.mark.parametrize(
    "name",
    ["papi/papi_2018_derived.csv", "pci/pci_2006.csv", "pci/pci_2009.csv", "pci/pci_2016.csv", "pci/pci_2021.csv"],
)
def test_every_province_of_the_published_tables_is_known(shared, name):
    from tests.golden.tables import table  # noqa: PLC0415 (only where the tables are there)

    names = table(shared, name)["province"]

    assert [] == [each for each in names if sum(known.is_called(each) for known in packs.provinces()) != 1]
