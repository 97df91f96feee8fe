from decimal import Decimal

import polars as pl
import pytest
from tests.editions import edition, rule

from chiso.problems import ProblemError
from chiso.scoring import score

DATA = pl.DataFrame(
    {"unit": ["A", "A", "A", "B"], "node": ["first", "left", "right", "first"], "value": [7.95, 3.0, 4.5, 8.0]}
)


def test_a_trace_holds_the_formula_with_its_numbers():
    lines = score(edition(), DATA).trace("A").lines("vi")

    assert "Công thức: 10 × (25 × 7,95 + 75 × 7,5) / 100 = 76,125" in lines
    assert "Tổng của A: 76,13 (thang 0–100)" == lines[0]


def test_a_trace_speaks_english_too():
    lines = score(edition(), DATA).trace("A", "second").lines("en")

    assert "Formula: 3 + 4.5 = 7.5" in lines
    assert "Source: 01/QĐ-UBND – Name (stated in the source)." in lines


def test_a_trace_of_a_share_shows_the_maxima():
    share = edition(rules=rule("second", method="share_of_maximum", multiplier=10))

    assert "Formula: 10 × (3 + 4.5) / (4 + 6) = 7.5" in score(share, DATA).trace("A", "second").lines("en")


def test_a_trace_says_what_is_missing():
    trace = score(edition(), DATA).trace("B")

    assert ["second"] == [each.node.code for each in trace.lacking]
    assert "Thiếu: Hai. Thiếu số liệu không phải là 0 điểm." in trace.lines("vi")
    assert trace.printed is None


def test_a_trace_names_what_does_not_count():
    without_first = edition(rules=rule("total", weights={"second": 100}))

    trace = score(without_first, DATA).trace("A")

    assert ["first"] == [each.node.code for each in trace.not_counted]
    assert "Không tính vào điểm này: Một (7,95)." in trace.lines("vi")


def test_a_trace_carries_the_edition_and_its_hash():
    small = edition()

    trace = score(small, DATA).trace("A")

    assert f"Phiên bản: small/2020, mã nội dung {small.content_hash[:12]}." == trace.lines("vi")[-1]
    assert Decimal("76.13") == trace.printed


def test_a_trace_of_an_observed_node_tells_how_its_value_came_about():
    disputed = DATA.with_columns(status=pl.Series(["disputed", "observed", "observed", "observed"]))

    lines = score(edition(), disputed).trace("A", "first").lines("vi")

    assert "Nguồn số liệu: theo số liệu đang được xem xét lại." in lines


def test_an_announced_score_tells_why_it_is_not_computed():
    why = [
        {
            "node": "total",
            "what": {"vi": "Công thức", "en": "Formula"},
            "why": {"vi": "Không nguồn nào nêu", "en": "No source"},
        }
    ]
    announced = {"from": "2020-01-01", "source": "decision", "method": "announced"}

    trace = score(edition(rules={"total": [announced]}, absent=why), DATA).trace("A")

    assert "  Công thức: Không nguồn nào nêu" in trace.lines("vi")


@pytest.mark.parametrize(
    ("unit", "node", "expected"), [("C", "total", "scoring.no_such_unit"), ("A", "third", "scoring.unknown_code")]
)
def test_what_is_not_in_the_scorecard_cannot_be_explained(unit, node, expected):
    with pytest.raises(ProblemError) as caught:
        score(edition(), DATA).trace(unit, node)

    assert [expected] == [problem.code for problem in caught.value.problems]
