import pytest

from chiso import packs


@pytest.mark.parametrize(
    ("family", "province", "year", "subject_kind", "expected"),
    [
        ("DDCI", "Lào Cai", 2020, "department", "ddci/lao-cai-2019"),
        ("PCI", "Lạng Sơn", 2022, "province", "pci/2022-2024"),
        ("DDCI", "Lạng Sơn", 2023, "department", "ddci/lang-son-2022"),
        ("PAR INDEX", "Lào Cai", 2022, "department", "par-index/lao-cai-departments-2021"),
        ("PAPI", "Quảng Trị", 2021, "province", "papi/2021-2024"),
        ("PARINDEX", "lao cai", 2021, None, "par-index/lao-cai-departments-2021"),
        ("pci", None, 2024, None, "pci/2022-2024"),
        ("PCI", "Lào Cai", 2025, "province", "pci/2025"),
        ("pci", None, 2026, None, "pci/2025"),
    ],
)
def test_an_index_of_a_plan_has_its_edition(family, province, year, subject_kind, expected):
    found = packs.find(family, province, year, subject_kind)

    assert found is not None
    assert expected == found.key


@pytest.mark.parametrize(
    ("family", "province", "year", "subject_kind"),
    [
        ("DDCI", "Lào Cai", 2022, "department"),
        ("DDCI", "Hà Giang", 2020, "department"),
        ("DDCI", None, 2020, "department"),
        ("PCI", "Lạng Sơn", 2022, "department"),
        ("PCI", None, 2027, None),
        ("PCI", None, None, None),
        (None, "Lào Cai", 2020, None),
        ("SIPAS", "Lào Cai", 2020, None),
    ],
)
def test_where_no_pack_knows_nothing_is_guessed(family, province, year, subject_kind):
    assert packs.find(family, province, year, subject_kind) is None
