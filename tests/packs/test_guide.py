"""The examples of docs/packs.md are packs that hold."""

import re
from pathlib import Path

import yaml

from chiso import packs
from chiso.packs.check import faults
from chiso.packs.coin import check, edition_entry
from chiso.packs.derived import Derived

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "packs.md"
INDEX = "key: small\nabbreviation: SMALL\nname: {vi: Nhỏ, en: Small}\njudged_by: {vi: Sở, en: Office}\n"


def test_the_edition_and_the_scenarios_of_the_guide_hold(tmp_path):
    edition, bands, added, _own, scenarios = re.findall(
        r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL
    )
    assert {"steps", "rules"} == set(yaml.safe_load(added))
    folder = tmp_path / "frameworks" / "small" / "2020"
    (folder / "scenarios").mkdir(parents=True)
    (folder.parent / "index.yaml").write_text(INDEX, encoding="utf-8")
    (folder / "framework.yaml").write_text(f"{edition}\n{bands}", encoding="utf-8")
    (folder / "scenarios" / "guide.yaml").write_text(scenarios, encoding="utf-8")

    assert [] == [fault.message("en") for fault in faults(packs.Library(tmp_path, base=packs.built_in()))]


def test_the_own_edition_of_the_guide_lacks_nothing_but_an_example():
    own = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)[3]

    assert ["packs.no_scenarios"] == [fault.code for fault in Derived(own).faults()]


def test_every_edition_stands_in_the_guide():
    text, keys = GUIDE.read_text(encoding="utf-8"), packs.keys()

    assert [] == [key for key in keys if f"`{key}`" not in text]


def test_the_recipe_of_the_commands_page_makes_a_pack():
    text = (GUIDE.parent / "commands.md").read_text(encoding="utf-8")
    recipe = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)[0])
    columns = ("iCode", "iName", "Direction", "Weight", "Parent", "Type")
    table = [
        ("FDI", "Investment", "1", "1", "Conn", "Indicator"),
        ("Debt", "Debt", "-1", "1", "Conn", "Indicator"),
        ("Conn", "Connections", "1", "1", "Index", "Aggregate"),
        ("Index", "Index", "1", "1", "", "Aggregate"),
        ("Region", "Region", "", "", "", "Group"),
        ("GDP", "Output", "", "", "", "Denominator"),
    ]

    entry = edition_entry([dict(zip(columns, row, strict=True)) for row in table], "asem/2018", recipe)

    check(entry, "iMeta.csv")
    assert ["geometric_mean", "weighted_mean"] == [entry["rules"][code][0]["method"] for code in ("Index", "Conn")]
