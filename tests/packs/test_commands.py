"""`chiso score`, `chiso explain`, `chiso packs`, from the outside."""

import json
import subprocess
import sys

import pytest
import yaml
from tests.editions import written

DATA = "# nguồn: thử\nprovince,rank,entry,land,transparency,time,informal,bias,proactivity,support,labor,legal\n"
ROWS = "Tỉnh A,1,7,7,7,7,7,7,7,7,7,7\nTỉnh B,2,6,6,6,6,6,6,6,6,6,6\n"
OPTIONS = ["--unit-column", "province", "--ignore", "rank"]


def chiso(*arguments, language="vi"):
    return subprocess.run(
        [sys.executable, "-m", "chiso", "--lang", language, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text(DATA + ROWS, encoding="utf-8")
    return path


def test_a_wide_table_is_scored_into_a_long_one(data):
    done = chiso("score", "pci/2013-2021", data, *OPTIONS, "--format", "csv")

    lines = done.stdout.splitlines()
    assert (0, "") == (done.returncode, done.stderr)
    assert "unit,node,score,scale,rank,rank_of,band,observed_share" == lines[0]
    assert ["Tỉnh A,total,70.0,100.0,1,2,,1.0", "Tỉnh B,total,60.0,100.0,2,2,,1.0"] == [
        line for line in lines if ",total," in line
    ]


def test_the_table_for_people_is_printed_with_a_decimal_comma(data):
    done = chiso("score", "pci/2013-2021", data, *OPTIONS, "--as-of", "2021-12-31")

    assert "70,00" in done.stdout


def test_a_file_is_written_in_the_form_of_its_ending(data, tmp_path):
    done = chiso("score", "pci/2013-2021", data, *OPTIONS, "--as-of", "2013-06-30", "--out", tmp_path / "out.json")

    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (0, "") == (done.returncode, done.stdout)
    assert ("Tỉnh A", "total", 70.0, "Rất tốt") == tuple(rows[0][name] for name in ("unit", "node", "score", "band"))


def test_an_unknown_column_is_an_error_that_names_it(data):
    done = chiso("score", "pci/2013-2021", data, "--unit-column", "province", language="en")

    assert (1, "") == (done.returncode, done.stdout)
    assert "--ignore rank" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["pci/1999", "{data}"], ["pci/2013-2021", "{data}.nowhere"], ["pci/2013-2021", "{data}", "--as-of", "31/12/2021"]],
)
def test_wrong_use_has_its_own_exit_code(data, arguments):
    done = chiso("score", *(each.replace("{data}", str(data)) for each in arguments))

    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr


def test_a_day_without_a_rule_is_told(data):
    done = chiso("score", "pci/2013-2021", data, *OPTIONS, "--as-of", "2023-01-01")

    assert 1 == done.returncode
    assert "legal.not_in_force" in done.stderr


def test_an_explanation_speaks_the_language_asked_for(data):
    vietnamese = chiso("explain", "pci/2013-2021", data, *OPTIONS, "--unit", "Tỉnh A")
    english = chiso("explain", "pci/2013-2021", data, *OPTIONS, "--unit", "Tỉnh A", "--node", "land", "--lang", "en")

    assert "Chỉ số PCI của Tỉnh A: 70,00 (thang 10–100)" == vietnamese.stdout.splitlines()[0]
    assert "Access to land of Tỉnh A: 7.00 (scale 1–10)" == english.stdout.splitlines()[0]


def test_a_unit_that_is_not_there_is_answered_with_those_like_it(data):
    done = chiso("explain", "pci/2013-2021", data, *OPTIONS, "--unit", "Tỉnh C")

    assert 2 == done.returncode
    assert "Tỉnh A" in done.stderr


def test_the_packs_are_listed_and_checked(tmp_path):
    assert "pci/2013-2021" in chiso("packs", "list").stdout
    assert 0 == chiso("packs", "check").returncode
    assert 1 == chiso("packs", "check", tmp_path).returncode


def test_extremes_of_earlier_years_come_from_a_history(tmp_path):
    pack = tmp_path / "frameworks" / "own" / "2020"
    pack.mkdir(parents=True)
    nodes = written()["nodes"]
    for node in nodes[3:]:
        node |= {"kind": "indicator"}
    dated = {"from": "2020-01-01", "until": "2021-01-01", "source": "decision"}
    running = {"method": "minmax", "lower": 0, "upper": 4, "extremes": "running", "since": 2019, "nodes": ["left"]}
    entry = written(key="own/2020", nodes=nodes, steps=[{**dated, "normalise": running}])
    (pack / "framework.yaml").write_text(yaml.safe_dump(entry, allow_unicode=True), encoding="utf-8")
    both = {"vi": "Tên", "en": "Name"}
    index = {"key": "own", "abbreviation": "OWN", "name": both, "judged_by": both}
    (pack.parent / "index.yaml").write_text(yaml.safe_dump(index, allow_unicode=True), encoding="utf-8")
    (tmp_path / "now.csv").write_text("unit,left\nA,10\nB,20\n", encoding="utf-8")
    (tmp_path / "before.csv").write_text("unit,period,left\nA,2019,30\n", encoding="utf-8")
    asked = ["score", "own/2020", tmp_path / "now.csv", "--pack", tmp_path, "--as-of", "2020-12-31", "--format", "csv"]

    alone, done = chiso(*asked), chiso(*asked, "--history", tmp_path / "before.csv")

    assert (1, True) == (alone.returncode, "scoring.no_history" in alone.stderr)
    assert ["A,left,0.0", "B,left,2.0"] == [line[:10] for line in done.stdout.splitlines() if ",left," in line]


@pytest.mark.parametrize("name", ["out.xlsx", "out.docx"])
def test_results_are_not_written_under_an_ending_that_promises_something_else(data, tmp_path, name):
    done = chiso("score", "pci/2013-2021", data, *OPTIONS, "--out", tmp_path / name)

    assert 1 == done.returncode
    assert "[cli.not_results_so]" in done.stderr
    assert not (tmp_path / name).exists()


def test_a_table_shows_no_share_of_the_data_where_everything_was_observed(data):
    assert "Số liệu" not in chiso("score", "pci/2013-2021", data, *OPTIONS).stdout


def test_an_index_without_published_weights_says_why_it_has_no_total(tmp_path):
    scores = tmp_path / "scores.csv"
    scores.write_text("unit,node,value\nSở A,transparency,8\n", encoding="utf-8")

    done = chiso("score", "ddci/lang-son-2022", scores)

    assert 0 == done.returncode
    assert "không nguồn nào công bố trọng số" in done.stderr


def test_components_of_which_the_data_have_nothing_are_told(data, tmp_path):
    short = tmp_path / "short.csv"
    short.write_text((DATA + ROWS).replace(",legal", "").replace(",7\n", "\n").replace(",6\n", "\n"), encoding="utf-8")

    done = chiso("score", "pci/2013-2021", short, *OPTIONS)

    assert 0 == done.returncode
    assert "Lưu ý: số liệu không có gì về: legal (" in done.stderr


def test_a_unit_alone_has_no_rank(tmp_path, data):
    alone = tmp_path / "alone.csv"
    alone.write_text(DATA + ROWS.splitlines()[0] + "\n", encoding="utf-8")

    scored = chiso("score", "pci/2013-2021", alone, *OPTIONS)
    explained = chiso("explain", "pci/2013-2021", alone, *OPTIONS, "--unit", "Tỉnh A")

    assert "     –   Tỉnh A" in scored.stdout
    assert "Xếp hạng: chưa xếp được, vì số liệu không có điểm của đơn vị nào khác." in explained.stdout
