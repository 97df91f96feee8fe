"""Index 766: payment scores of 21 units of Phú Thọ (recorded answer of the national portal), headlines of Quảng Nam."""

from decimal import Decimal

import polars as pl
import pytest
from tests.golden.tables import table

from chiso import packs
from chiso.scoring import read, score

GROUPS = {
    "public_18": "publicity",
    "progress_20": "progress",
    "online_12": "online_service",
    "payment_10": "payment",
    "satisfaction_18": "satisfaction",
    "digit_22": "digitisation",
}


def test_every_payment_score_is_the_one_published(shared):
    published = table(shared, "qd766_phutho_2026_payment.csv")
    edition = packs.load("qd-766/2022")

    card = score(edition, read(published, edition, ignore=["score_published", "score_formula"]))

    found = [float(card.row(unit, "payment")["score"]) for unit in published["unit"]]
    assert 21 == len(found)
    assert [float(each) for each in published["score_published"]] == pytest.approx(found, abs=0.01, rel=0)
    assert [float(each) for each in published["score_formula"]] == pytest.approx(found, abs=5e-5, rel=0)


def test_the_groups_of_quang_nam_add_up_to_its_total_and_have_its_band(shared):
    published = table(shared, "qd766_headlines.csv").filter(pl.col("public_18").is_not_null())
    edition = packs.load("qd-766/2022")

    for row in published.iter_rows(named=True):
        data = pl.DataFrame(
            [("Tỉnh", code, row[name]) for name, code in GROUPS.items()], ["unit", "node", "value"], orient="row"
        )
        trace = score(edition, data).trace("Tỉnh")
        assert (Decimal(row["total"]), row["class"]) == (trace.score, trace.band.vi)


def test_online_service_is_the_sum_of_three_capped_ratios():
    edition = packs.load("qd-766/2022")
    facts = {
        "services_online": 90,
        "procedures_of_authority": 100,
        "online_with_dossiers": 45,
        "dossiers_online": 30,
        "dossiers_all": 100,
    }
    data = pl.DataFrame({"unit": ["Sở"] * 5, "node": list(facts), "value": list(facts.values())})

    assert Decimal("7.6") == score(edition, data).row("Sở", "online_service")["score"]
