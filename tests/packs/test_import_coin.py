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
        ("normalise: rnak\n", "frameworks.not_one_of"),
        ("normalise: {method: minmax, lower: 0, uper: 1}\n", "frameworks.unknown_key"),
        ("aggregate: {Gone: geometric_mean}\n", "packs.coin_no_aggregate"),
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
        (META.replace("Debt,-1,1,", "Debt,-1,one,"), "Debt, Weight"),
        (META.replace("Debt,-1,1,", "Debt,-1,-1,"), "Debt, Weight"),
        (META.replace("Debt,-1,1,", "Debt,down,1,"), "Debt, Direction"),
        (META.replace("Debt,-1,1,", "Debt,2,1,"), "Debt, Direction"),
        (META.replace("Debt,-1,1,,", "Debt,-1,1,much,"), "Debt, Target"),
        (META.replace("Rich,Indicator", "Rich,Indcator"), "GDP, Type"),
        (META + "2,Poor,Nobody,1,1,,,Index,Aggregate\n", "packs.coin_nothing_under"),
    ],
)
def test_a_table_that_is_no_framework_is_refused(folder, meta, expected):
    (folder / "iMeta.csv").write_text(meta, encoding="utf-8")

    done = chiso("packs", "import-coin", "iMeta.csv", folder=folder)

    assert (1, "") == (done.returncode, done.stdout)
    assert expected in done.stderr


def test_what_coinr_leaves_out_or_leaves_empty_is_as_coinr_has_it(folder):
    meta = META.replace("Debt,-1,1,", "Debt,-1,NA,") + ",Note,A remark,,,,,,Other\n"
    (folder / "iMeta.csv").write_text(meta, encoding="utf-8")
    head, *rows = DATA.splitlines()
    (folder / "iData.csv").write_text("\n".join([f"{head},Note", *(f"{row},seen" for row in rows)]), encoding="utf-8")

    done = chiso("packs", "import-coin", "iMeta.csv", folder=folder)

    assert 0 == done.returncode, done.stderr
    assert (100.0, 0.0) == (scored(folder)["NA", "Index"], scored(folder)["OT", "Index"])


@pytest.mark.parametrize(
    ("treat", "expected"),
    [
        ("winsorise", "log_ct"),
        ("{method: winsorise, then: none}", "none"),
        ("[{method: winsorise, most: 1}]", "log_ct"),
    ],
)
def test_what_winsorising_does_not_mend_is_transformed_as_coinr_does(folder, treat, expected):
    (folder / "recipe.yaml").write_text(f"treat: {treat}\n", encoding="utf-8")

    done = chiso("packs", "import-coin", "iMeta.csv", "--recipe", "recipe.yaml", folder=folder)

    assert 0 == done.returncode, done.stderr
    written = (folder / "imeta-pack" / "frameworks" / "imeta" / "imported" / "framework.yaml").read_text(
        encoding="utf-8"
    )
    assert f"then: {expected}" in written


def test_weights_may_be_equal(folder):
    (folder / "recipe.yaml").write_text("weigh: equal\nimpute: mean\n", encoding="utf-8")

    done = chiso("packs", "import-coin", "iMeta.csv", "--recipe", "recipe.yaml", folder=folder)

    assert 0 == done.returncode, done.stderr
    found = scored(folder)
    assert (found["TH", "GDP"] + found["TH", "Debt"]) / 2 == found["TH", "Rich"]


def test_an_edition_that_is_there_is_written_over_by_force_only(folder):
    chiso("packs", "import-coin", "iMeta.csv", folder=folder)
    written = folder / "imeta-pack" / "frameworks" / "imeta" / "imported" / "framework.yaml"
    written.write_text("mine", encoding="utf-8")

    again = chiso("packs", "import-coin", "iMeta.csv", folder=folder)
    assert (1, True, "mine") == (again.returncode, "[cli.pack_exists]" in again.stderr, written.read_text("utf-8"))

    forced = chiso("packs", "import-coin", "iMeta.csv", "--force", folder=folder)
    assert (0, False) == (forced.returncode, written.read_text("utf-8") == "mine")


def test_a_table_shows_the_share_of_the_data_on_which_a_total_rests(folder):
    chiso("packs", "import-coin", "iMeta.csv", folder=folder)

    done = chiso("score", "imeta/imported", "iData.csv", "--pack", "imeta-pack", folder=folder)

    assert "Data" in done.stdout.splitlines()[1]
    assert "33%" in done.stdout
    assert "100%" in done.stdout


def test_a_misspelt_weighing_is_answered_with_all_there_are(folder):
    (folder / "recipe.yaml").write_text("weigh: entropy\n", encoding="utf-8")

    done = chiso("packs", "import-coin", "iMeta.csv", "--recipe", "recipe.yaml", folder=folder)

    assert 1 == done.returncode
    assert "given, equal, first_component" in done.stderr
