"""COINr's functions on one vector each (../shared/golden/asem/primitives.csv); log_GII returns its input and is left out."""

import numpy as np
import pytest
from tests.golden import asem

from chiso.scoring import aggregate, normalise, treat
from chiso.scoring.treat import Treatment

NONE = float("nan")


@pytest.fixture(scope="module")
def saved(shared):
    table = asem.table(shared, "primitives")
    return {
        name: [float(value or "nan") for value in rows["value"]]
        for (name,), rows in table.partition_by("fn", as_dict=True).items()
    }


X = {
    "n_minmax_0_100": lambda x: normalise.goalposts(x, np.nanmin(x), np.nanmax(x), 0, 100, cut=False),
    "n_zscore_0_1": lambda x: normalise.zscore(x, 0, 1),
    "n_prank": normalise.percentile,
    "n_rank": normalise.rank,
    "n_borda": normalise.borda,
    "n_dist2max": normalise.distance_to_maximum,
    "n_dist2ref_3": lambda x: normalise.distance_to_reference(x, 2),
    "n_dist2targ_8": lambda x: normalise.distance_to_target(x, np.array(8.0), cap=False),
    "n_dist2targ_8_cap": lambda x: normalise.distance_to_target(x, np.array(8.0), cap=True),
    "n_fracmax": normalise.fraction_of_maximum,
    "n_goalposts_0_10_a": lambda x: normalise.goalposts(x, np.array(0.0), np.array(10.0), 0, 100, cut=True),
    "n_goalposts_notrunc": lambda x: normalise.goalposts(x, np.array(0.0), np.array(10.0), 0, 100, cut=False),
    "skew": lambda x: treat.Shape.of(x).skewness,
    "kurt": lambda x: treat.Shape.of(x).kurtosis,
}
Z = {
    "winsorise_winmax2": lambda z: treat.winsorised(z, Treatment(most=2)),
    "log_CT": treat.log_ct,
    "log_CT_orig": treat.log_ct_orig,
    "boxcox_05": lambda z: treat.box_cox(z, 0.5),
}
Y = {
    "a_amean": aggregate.weighted_mean,
    "a_gmean": aggregate.geometric_mean,
    "a_hmean": aggregate.harmonic_mean,
    "a_genmean_p2": lambda y, w: aggregate.power_mean(y, w, 2),
}


@pytest.mark.parametrize(
    ("name", "function"), [*((each, ("x", X[each])) for each in X), *((each, ("z", Z[each])) for each in Z)]
)
def test_a_function_of_a_column_comes_out(saved, name, function):
    of, compute = function

    found = compute(np.array(saved[of])[:, None])[:, 0]

    assert asem.worst(np.array(saved[name]), found) < 1e-12


@pytest.mark.parametrize(("name", "mean"), Y.items())
def test_a_mean_comes_out(saved, name, mean):
    assert saved[name] == pytest.approx(mean(np.array([saved["y"]]), np.array(saved["wt"])).tolist(), rel=1e-12)


def test_draws_before_the_units_change_nothing(saved):
    y, weights = np.array([saved["y"]]), np.array([saved["wt"], np.ones(6)])

    found = aggregate.weighted_mean(y, weights)

    assert [[saved["a_amean"][0]], [np.mean(saved["y"])]] == [pytest.approx(each) for each in found.tolist()]
