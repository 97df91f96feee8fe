"""`chiso packs import-coin`: COINr's tables from the outside."""

import subprocess
import sys

import polars as pl
import pytest

META = """Level,iCode,iName,Direction,Weight,Target,Denominator,Parent,Type
1,GDP,Output,1,2,,Pop,Rich,Indicator
1,Debt,Debt,-1,1,,,Rich,Indicator
2,Rich,Riches,1,1,,,Index,Aggregate
3,Index,The whole,1,1,,,,Aggregate
,Region,Region,,,,,,Group
,Pop,People,,,,,,Denominator
"""
DATA = (
    "uName,uCode,Time,Region,Pop,GDP,Debt\nNamibia,NA,2020,S,2,20,1\nOther,OT,2020,S,4,20,3\nThird,TH,2020,N,1,NA,2\n"
)


def chiso(*arguments, folder):
    return subprocess.run(
        [sys.executable, "-m", "chiso", "--lang", "en", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "iMeta.csv").write_text(META, encoding="utf-8")
    (tmp_path / "iData.csv").write_text(DATA, encoding="utf-8")
    return tmp_path


def scored(folder):
    done = chiso("score", "imeta/imported", "iData.csv", "--pack", "imeta-pack", "--format", "csv", folder=folder)
    assert (0, "") == (done.returncode, done.stderr)
    frame = pl.read_csv(done.stdout.encode())
    return {(row["unit"], row["node"]): row["score"] for row in frame.iter_rows(named=True)}


def test_the_command_that_it_prints_scores_the_table(folder):
    done = chiso("packs", "import-coin", "iMeta.csv", folder=folder)

    assert (0, "chiso score imeta/imported iData.csv --pack imeta-pack\n") == (done.returncode, done.stdout)
    found = scored(folder)
    assert (100.0, 0.0, None) == (found["NA", "GDP"], found["OT", "GDP"], found["TH", "GDP"])
    assert (100.0, 0.0, 50.0) == (found["NA", "Index"], found["OT", "Index"], found["TH", "Index"])


def test_a_recipe_changes_the_method(folder):
    (folder / "recipe.yaml").write_text(
        "denominate: none\nimpute: {method: mean_of_group, group: Region}\nnormalise: rank\naggregate: geometric_mean\n".replace(
            "normalise: rank", "normalise: {method: rank}"
        ),
        encoding="utf-8",
    )

    done = chiso("packs", "import-coin", "iMeta.csv", "--recipe", "recipe.yaml", folder=folder)

    assert 0 == done.returncode, done.stderr
    found = scored(folder)
    assert pytest.approx((1 * 1 * 3) ** (1 / 3)) == found["NA", "Rich"]


@pytest.mark.parametrize(
    ("recipe", "expected"),
    [
        ("normalize: {method: rank}\n", "packs.coin_recipe_key"),
        ("normalise: {method: rnak}\n", "frameworks.not_one_of"),
        ("- rank\n", "cli.not_a_recipe"),
    ],
)
def test_a_recipe_with_a_misspelt_name_is_refused(folder, recipe, expected):
    (folder / "recipe.yaml").write_text(recipe, encoding="utf-8")

    done = chiso("packs", "import-coin", "iMeta.csv", "--recipe", "recipe.yaml", folder=folder)

    assert (1, "") == (done.returncode, done.stdout)
    assert expected in done.stderr


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("a,b\n1,2\n", "packs.coin_columns"),
        (META.replace("Rich,Riches,1,1,,,Index", "Rich,Riches,1,1,,,"), "packs.coin_no_tree"),
    ],
)
def test_a_table_that_is_no_framework_is_refused(folder, meta, expected):
    (folder / "iMeta.csv").write_text(meta, encoding="utf-8")

    done = chiso("packs", "import-coin", "iMeta.csv", folder=folder)

    assert (1, "") == (done.returncode, done.stdout)
    assert expected in done.stderr
