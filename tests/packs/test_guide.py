"""The examples of docs/packs.md are packs that hold."""

import re
from pathlib import Path

from chiso import packs
from chiso.packs.check import faults

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "packs.md"
INDEX = "key: small\nabbreviation: SMALL\nname: {vi: Nhỏ, en: Small}\njudged_by: {vi: Sở, en: Office}\n"


def test_the_edition_and_the_scenarios_of_the_guide_hold(tmp_path):
    edition, scenarios = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    folder = tmp_path / "frameworks" / "small" / "2020"
    (folder / "scenarios").mkdir(parents=True)
    (folder.parent / "index.yaml").write_text(INDEX, encoding="utf-8")
    (folder / "framework.yaml").write_text(edition, encoding="utf-8")
    (folder / "scenarios" / "guide.yaml").write_text(scenarios, encoding="utf-8")

    assert [] == [fault.message("en") for fault in faults(packs.Library(tmp_path, base=packs.built_in()))]


def test_every_edition_stands_in_the_guide():
    text, keys = GUIDE.read_text(encoding="utf-8"), packs.keys()

    assert [] == [key for key in keys if f"`{key}`" not in text]
