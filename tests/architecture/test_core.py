"""Promises about the core."""

import subprocess
import sys

import pytest

CORE = (
    "problems",
    "legal",
    "periods",
    "units",
    "documents",
    "frameworks",
    "scoring",
    "plans",
    "charts",
    "packs",
    "samples",
)
ARITHMETIC = {"scoring"}  # their work is arrays; whoever does not compute does not import them
HEAVY = ("django", "polars", "altair", "vl_convert", "docx", "pypdfium2", "holidays", "numpy")


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after a statement."""
    program = f"import sys; {statement}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("package", CORE)
def test_the_core_imports_with_django_missing(package):
    blocked = f"sys.modules['django'] = None; import chiso.{package}"
    assert "chiso" in modules_after(blocked)


@pytest.mark.parametrize("package", sorted(set(CORE) - ARITHMETIC))
def test_importing_a_package_loads_nothing_heavy(package):
    assert modules_after(f"import chiso.{package}").isdisjoint(HEAVY)


def test_the_command_line_loads_nothing_heavy_for_its_help():
    assert modules_after("import chiso.cli.main").isdisjoint(HEAVY)
