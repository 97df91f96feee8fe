"""What docs/analysts.md shows is run as it stands there, on two files of COINr's shape."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "analysts.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
UNITS = [f"U{number}" for number in range(12)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The two files that an analyst has, in the folder in which the notebook runs."""
    parents = {"a": "left", "b": "left", "c": "right", "d": "right", "left": "index", "right": "index", "index": ""}
    above = set(parents.values())
    rows = [
        {
            "Level": 3 if not parent else 2 if code in above else 1,
            "iCode": code,
            "iName": code,
            "Parent": parent,
            "Weight": 1,
            "Direction": 1,
            "Type": "Aggregate" if code in above else "Indicator",
        }
        for code, parent in parents.items()
    ]
    pl.DataFrame(rows).write_csv(tmp_path / "iMeta.csv")
    rng = np.random.default_rng(8)
    pl.DataFrame({"uCode": UNITS, **{code: rng.uniform(1, 9, 12) for code in "abcd"}}).write_csv(tmp_path / "iData.csv")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(block, space):
    """A cell of a notebook: lines that start with ! go to the shell, the others to Python."""
    for line in block.splitlines():
        if line.startswith("!chiso "):
            command = [sys.executable, "-m", "chiso", *shlex.split(line.removeprefix("!chiso "))]
            subprocess.run(command, check=True, capture_output=True)
    code = "\n".join(line for line in block.splitlines() if not line.startswith("!"))
    exec(compile(code, "docs/analysts.md", "exec"), space)


def test_two_files_become_ranks_with_intervals_in_ten_lines(folder, capsys):
    space = {}

    run(BLOCKS[0], space)

    intervals = space["found"].intervals()
    assert len(BLOCKS[0].splitlines()) <= 10
    assert UNITS == intervals["unit"].to_list()
    assert re.findall(r"```\n(unit .*)\n```", PAGE)[0].split() == intervals.columns
    assert sorted(intervals["rank"]) == list(range(1, 13))
    assert (intervals["rank_low"] <= intervals["rank_high"]).all()
    assert "shape: (12, 10)" in capsys.readouterr().out


def test_all_other_cells_of_the_page_run_after_it(folder, capsys):
    space = {}

    for block in BLOCKS:
        run(block, space)

    printed = capsys.readouterr().out
    assert {"normalise", "aggregate", "weights"} == set(space["hangs_on"].names)
    assert "'weights'" in printed
    assert space["need"].rank == 1
