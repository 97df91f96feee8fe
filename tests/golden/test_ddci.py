"""DDCI of Lào Cai's departments 2019, as told in the plan 2020 of its Department of Science and Technology."""

import json
from decimal import Decimal

import polars as pl
import pytest
from tests.golden.tables import table

from chiso import packs
from chiso.scoring import read, score


@pytest.fixture
def gold(shared):
    return json.loads((shared / "plans" / "gold" / "000.json").read_text(encoding="utf-8"))


@pytest.fixture
def card(gold):
    edition = packs.find("DDCI", gold["index"]["province"], gold["index"]["year"], "department")
    assert edition is not None
    codes = [node.code for node in edition.components]
    values = [component["baseline"]["score"] for component in gold["components"]]
    return score(edition, pl.DataFrame({"unit": ["Sở"] * 7, "node": codes, "value": values}))


def test_the_total_printed_comes_out_of_the_five_core_components(gold, card):
    assert Decimal(str(gold["baseline"]["score"])) == card.trace("Sở").printed
    assert gold["baseline"]["score"] == pytest.approx(card.row("Sở", "total")["score"], abs=1e-12)


def test_every_band_is_the_one_printed(gold, card):
    bands = [card.trace("Sở", node.code).band.vi for node in card.edition.components]

    assert [component["baseline"]["band"] for component in gold["components"]] == bands
    assert gold["baseline"]["band"] == card.trace("Sở").band.vi


def test_the_targets_have_the_bands_that_the_plan_gives_them(gold, card):
    edition = card.edition
    targets = [component["target"] for component in gold["components"]]
    codes = [node.code for node in edition.components]

    aimed = score(
        edition, pl.DataFrame({"unit": ["Sở"] * 7, "node": codes, "value": [float(each["score"]) for each in targets]})
    )

    assert [each["band"] for each in targets] == [aimed.trace("Sở", code).band.vi for code in codes]
    assert Decimal("88.00") == aimed.trace("Sở").printed


def test_the_components_of_the_plan_are_found_by_their_names(gold, card):
    known = {name for node in card.edition.components for name in node.names}
    exact = [component["name"] for component in gold["components"] if component["name"] in known]

    assert ["Chất lượng dịch vụ công", "Minh bạch thông tin và đối xử công bằng"] == exact[:2]


def test_the_components_of_lang_son_give_no_total(shared):
    gold = json.loads((shared / "plans" / "gold" / "002.json").read_text(encoding="utf-8"))
    edition = packs.find("DDCI", "Lạng Sơn", 2023, "department")
    assert edition is not None
    codes = [node.code for node in edition.components]
    values = [component["baseline"]["score"] for component in gold["components"]]

    trace = score(edition, pl.DataFrame({"unit": ["Sở"] * 8, "node": codes, "value": values})).trace("Sở")

    assert trace.score is None
    assert any("trọng số" in line.lower() for line in trace.lines("vi"))


def test_every_unit_of_ha_tinh_has_the_class_published_and_no_total_is_computed(shared):
    published = table(shared, "ddci_hatinh_2021_partial.csv")
    edition = packs.find("DDCI", "Hà Tĩnh", 2021, "department")
    components = [node.code for node in edition.components]

    card = score(edition, read(published, edition, ignore=components))
    computed = score(edition, read(published.with_columns(dynamism=pl.lit("5")), edition, ignore=["total"]))

    assert published["class"].to_list() == [card.trace(unit).band.vi for unit in published["unit"]]
    assert {None} == {computed.trace(unit).score for unit in published["unit"]}
