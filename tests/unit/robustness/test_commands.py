"""`chiso uncertainty` and `chiso road`, from the outside."""

import json
import subprocess
import sys

import numpy as np
import polars as pl
import pytest
from tests.unit.robustness.scored import CODES

from chiso import packs


def chiso(*arguments, language="vi"):
    return subprocess.run(
        [sys.executable, "-m", "chiso", "--lang", language, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def tables(tmp_path):
    """Tables of 2019 and 2020, whose units are spelt in two ways."""
    rng = np.random.default_rng(6)
    before = rng.uniform(5, 7, size=(12, 10))
    paths = []
    for year, values in ((2019, before), (2020, before + rng.normal(0.1, 0.3, before.shape))):
        units = [f"Tỉnh {number}" for number in range(11)] + ["TT Huế" if year == 2019 else "Thừa Thiên Huế"]
        paths.append(tmp_path / f"pci_{year}.csv")
        pl.DataFrame({"unit": units, **dict(zip(CODES, values.T, strict=True))}).write_csv(paths[-1])
    return paths


def test_intervals_come_with_probabilities_and_the_seed_is_told(tables):
    done = chiso(
        "uncertainty",
        "pci/2013-2021",
        tables[1],
        "--weights",
        0.25,
        "--draws",
        200,
        "--seed",
        3,
        "--place",
        5,
        "--format",
        "csv",
    )

    assert (0, "200 lượt tính, hạt giống 3\n") == (done.returncode, done.stderr)
    assert done.stdout.splitlines()[0].startswith(
        "unit,score,score_low,score_median,score_high,rank,rank_low,rank_median,rank_high,rank_mean,at_or_above_5"
    )
    again = chiso(
        "uncertainty",
        "pci/2013-2021",
        tables[1],
        "--weights",
        0.25,
        "--draws",
        200,
        "--seed",
        3,
        "--place",
        5,
        "--format",
        "csv",
    )
    assert again.stdout == done.stdout


def test_the_parameters_of_every_draw_are_kept(tables, tmp_path):
    kept = tmp_path / "draws.csv"

    chiso(
        "uncertainty",
        "pci/2013-2021",
        tables[1],
        "--weights",
        0.25,
        "--drop",
        "bias",
        "--draws",
        50,
        "--parameters",
        kept,
    )

    frame = pl.read_csv(kept)
    assert 50 == len(frame)
    assert {"draw", "weights", "drop", "weight_entry"} <= set(frame.columns)
    assert 0.75 <= frame["weight_entry"].min() <= frame["weight_entry"].max() <= 1.25


def test_methods_may_carry_options_and_indices_may_be_asked_for(tables):
    means = ["--aggregate", "weighted_mean", "--aggregate", "power_mean:exponent=0.5"]

    done = chiso(
        "uncertainty",
        "pci/2013-2021",
        tables[1],
        "--weights",
        0.25,
        *means,
        "--sobol",
        16,
        "--format",
        "json",
        language="en",
    )

    assert 12 == len(json.loads(done.stdout))
    assert "Weights: explains " in done.stderr


def test_standard_errors_are_read_from_a_file(tables, tmp_path):
    errors = tmp_path / "errors.csv"
    errors.write_text("unit,node,error\nTỉnh 1,support,0.2\n", encoding="utf-8")

    done = chiso("uncertainty", "pci/2013-2021", tables[1], "--errors", errors, "--draws", 300, "--format", "csv")

    rows = {row["unit"]: row for row in pl.read_csv(done.stdout.encode()).to_dicts()}
    assert 1.0 < rows["Tỉnh 1"]["score_high"] - rows["Tỉnh 1"]["score_low"] < 1.6
    assert rows["Tỉnh 2"]["score_high"] == rows["Tỉnh 2"]["score_low"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], "robustness.no_assumption"),
        (["--weights", "2"], "robustness.bad_share"),
        (["--normalise", "zscore", "--normalise", "minmax:lower"], "robustness.bad_pair"),
        (["--normalise", "zscore", "--normalise", "rank"], "robustness.no_indicators"),
    ],
)
def test_what_cannot_apply_is_told(tables, options, code):
    done = chiso("uncertainty", "pci/2013-2021", tables[1], *options)

    assert (1, "") == (done.returncode, done.stdout)
    assert f"[{code}]" in done.stderr


def test_the_road_tells_need_worth_chances_and_the_cheapest_way(tables):
    done = chiso(
        "road", "pci/2013-2021", tables[1], "--unit", "Thừa Thiên Huế", "--rank", 1, "--past", tables[0], "--seed", 4
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert "Học từ 12 lượt thay đổi giữa hai năm liền nhau (2019–2020)." in done.stdout
    assert "Hạng 1 theo bảng hiện có cần" in done.stdout
    assert "Gia nhập thị trường tăng 0,10: tổng +0,050" in done.stdout


def test_without_past_years_every_point_counts_alike_unless_the_office_says(tables, tmp_path):
    efforts = tmp_path / "efforts.csv"
    efforts.write_text("node,effort,most,step,lead\nsupport,0.2,1,0.25,Sở Công Thương\n", encoding="utf-8")

    done = chiso(
        "road",
        "pci/2013-2021",
        tables[1],
        "--unit",
        "Tỉnh 0",
        "--score",
        70,
        "--effort",
        efforts,
        "--lead",
        "Sở Công Thương=0.1",
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert "chủ trì: Sở Công Thương" in done.stdout
    assert "(+0,50)" in done.stdout


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], "road.rank_or_score"),
        (["--rank", "1", "--score", "70"], "road.rank_or_score"),
        (["--rank", "99"], "road.no_such_rank"),
        (["--score", "70", "--lead", "Sở"], "robustness.bad_pair"),
        (["--score", "70", "--lead", "Sở=1"], "road.no_leads"),
        (["--rank", 0], "road.no_such_rank"),
        (["--score", "nan"], "road.bad_target"),
        (["--score", 60, "--promised", "entry=12"], "road.off_scale"),
        (["--rank", 3, "--chance", 0.8], "road.without_past"),
        (["--rank", 3, "--chance", 1.5], "road.bad_probability"),
        (["--score", 60, "--chance", 0.8], "road.chance_of_rank"),
        (["--rank", 3, "--drift"], "road.without_past"),
    ],
)
def test_a_road_that_cannot_be_asked_for_is_refused(tables, options, code):
    done = chiso("road", "pci/2013-2021", tables[1], "--unit", "Tỉnh 0", *options)

    assert 1 == done.returncode
    assert f"[{code}]" in done.stderr


def test_a_table_of_no_known_year_is_refused(tables, tmp_path):
    nameless = tmp_path / "old.csv"
    nameless.write_bytes(tables[0].read_bytes())

    done = chiso("road", "pci/2013-2021", tables[1], "--unit", "Tỉnh 0", "--rank", 1, "--past", nameless)

    assert "[road.no_year] old.csv" in done.stderr


def test_points_come_in_steps_and_a_plan_is_held_against_the_table(tables):
    done = chiso(
        "road",
        "pci/2013-2021",
        tables[1],
        "--unit",
        "Tỉnh 0",
        "--score",
        65,
        "--points",
        "0.5",
        "--points",
        "support=0.25",
        "--promised",
        "support=9",
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert "theo bước 0,5" in done.stdout
    assert "Đạt mọi mục tiêu thì tổng là" in done.stdout


def test_a_step_of_points_that_is_no_number_is_refused(tables):
    done = chiso("road", "pci/2013-2021", tables[1], "--unit", "Tỉnh 0", "--score", 65, "--points", "support=nửa")

    assert 1 == done.returncode
    assert "[robustness.bad_pair] “support=nửa” không đúng dạng [CODE=]STEP" in done.stderr


def test_own_effect_and_effect_on_the_peers_are_told_apart_where_indicators_are_measured(tmp_path):
    edition = packs.load("pci/2013")
    measured = [part.code for part in edition.rules["bias"].values[-1].value.parts]
    given = [node.code for node in edition.components if node.code != "bias"]
    rng = np.random.default_rng(2)
    columns = {code: rng.uniform(4, 7, 6) for code in given} | {code: rng.uniform(0, 1, 6) for code in measured}
    data = tmp_path / "pci_2013.csv"
    pl.DataFrame({"unit": [f"Tỉnh {number}" for number in range(6)], **columns}).write_csv(data)

    done = chiso("road", "pci/2013", data, "--unit", "Tỉnh 3", "--rank", 1)

    assert (0, "") == (done.returncode, done.stderr)
    assert "của riêng đơn vị khi thang đo và các đơn vị khác đứng yên" in done.stdout
    assert len(measured) == done.stdout.count("riêng mình")


def test_values_by_replicate_weights_vary_scores_and_are_kept(tables, tmp_path):
    replicates, kept = tmp_path / "replicates.csv", tmp_path / "draws.csv"
    rows = [(number, unit, 5 + number / 10) for number in range(4) for unit in ("Tỉnh 1", "Tỉnh 2")]
    lines = [f"{number},{unit},{CODES[0]},{value}" for number, unit, value in rows]
    replicates.write_text("\n".join(["replicate,unit,node,value", *lines]), encoding="utf-8")

    done = chiso(
        "uncertainty", "pci/2013-2021", tables[1], "--replicates", replicates, "--draws", 50, "--parameters", kept
    )

    assert 0 == done.returncode, done.stderr
    assert f"draw,values,value_Tỉnh 1:{CODES[0]},value_Tỉnh 2:{CODES[0]}" == kept.read_text("utf-8").splitlines()[0]


def test_each_part_is_left_out_in_turn(tables):
    done = chiso("uncertainty", "pci/2013-2021", tables[1], "--without-each", "--format", "csv")
    some = chiso("uncertainty", "pci/2013-2021", tables[1], "--without-each", "--drop", CODES[0])
    mixed = chiso("uncertainty", "pci/2013-2021", tables[1], "--without-each", "--weights", 0.25)

    assert "without,unit,score,rank,change" == done.stdout.splitlines()[0]
    assert 12 * len(CODES) == len(done.stdout.splitlines()) - 1
    assert CODES[0] in some.stdout
    assert CODES[1] not in some.stdout
    assert (1, True) == (mixed.returncode, "robustness.without_each_alone" in mixed.stderr)


def test_draws_that_no_memory_holds_are_refused_with_the_most_that_may_be(tables):
    done = chiso("uncertainty", "pci/2013-2021", tables[1], "--weights", 0.25, "--draws", 100000000)

    assert 1 == done.returncode
    assert "[robustness.too_many_draws]" in done.stderr


def test_one_step_that_cannot_be_is_one_fault(tables):
    done = chiso("road", "pci/2013-2021", tables[1], "--unit", "Tỉnh 0", "--rank", 3, "--points", 0)

    assert 1 == done.returncode
    assert 1 == done.stderr.count("[road.bad_effort]")
    assert CODES[0] in done.stderr
    assert CODES[9] in done.stderr


def test_a_unit_written_without_accents_is_guessed_first(tables):
    done = chiso("road", "pci/2013-2021", tables[1], "--unit", "thua thien hue", "--rank", 3)

    assert "→ Các đơn vị gần giống: Thừa Thiên Huế" in done.stderr
