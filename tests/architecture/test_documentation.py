"""Promises about the documentation."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from chiso.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
DOCS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands() -> list[str]:
    """Every command of the command line, `packs check` and the like included."""
    root = get_command(app)
    names = []
    for name, command in root.commands.items():
        names += [f"{name} {sub}" for sub in getattr(command, "commands", {})] or [name]
    return names


@pytest.mark.parametrize("command", commands())
def test_every_command_is_documented(command):
    assert f"chiso {command}" in (ROOT / "docs" / "commands.md").read_text("utf-8")


def test_every_setting_is_documented():
    pattern = re.compile(r'environ(?:\.get|\.setdefault)?[(\[]"([A-Z_]+)"|env="([A-Z_]+)"')
    sources = [*(ROOT / "src").rglob("*.py"), ROOT / "tests" / "conftest.py"]
    read = {a or b for path in sources for a, b in pattern.findall(path.read_text("utf-8"))}
    own = {name for name in read if name.startswith("CHISO_") or name == "DATABASE_URL"}
    documented = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert {name for name in own if f"`{name}`" not in documented and f"`{name}=1`" not in documented} == set()


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    targets = [target for target in LINK.findall(page.read_text("utf-8")) if "://" not in target]
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == []


def test_no_file_names_this_machine_or_a_registry():
    places = re.compile(r"--(extra-)?index-url|/(root|work|farm)/|registry\.npmjs|pypi\.org/simple")
    listed = [*ROOT.glob("*.toml"), *ROOT.glob("Makefile"), *(ROOT / "requirements").iterdir(), *DOCS]
    assert [path.name for path in listed if places.search(path.read_text("utf-8"))] == []
