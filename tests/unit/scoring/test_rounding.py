from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.scoring.arrays import rounded
from chiso.scoring.rounding import half_up


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (62.745, "62.75"),
        (62.744, "62.74"),
        (80.55999999999999, "80.56"),
        (2.675, "2.68"),
        (Decimal("0.005"), "0.01"),
        (100, "100.00"),
    ],
)
def test_half_a_unit_goes_up(score, expected):
    assert Decimal(expected) == half_up(score, 2)


@given(st.decimals(0, 100, places=9), st.integers(0, 4))
def test_an_array_rounds_as_a_single_score_does(score, decimals):
    whole = rounded(np.array([float(score)]), decimals)[0]

    assert half_up(float(score), decimals) == half_up(whole, decimals)


@given(st.decimals(0, 100, places=4), st.integers(0, 4))
def test_decimals_round_as_the_decimal_library_does(score, decimals):
    assert score.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) == half_up(score, decimals)
