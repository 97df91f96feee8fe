"""Run all benchmarks, or those named on the command line: `python -m benchmarks reading pages`."""

import importlib
import sys

from rich.console import Console
from rich.table import Table

AREAS = ("reading", "plans", "scoring", "robustness", "pages")


def main() -> int:
    """Print one table; exit status 1 where a budget is not kept."""
    table = Table("what", "figure", "budget", "ratio", title="figure / budget: under 1.00 keeps it")
    kept = True
    for area in sys.argv[1:] or AREAS:
        for line in importlib.import_module(f"benchmarks.{area}").measured():
            table.add_row(
                line.what, f"{line.figure:.3g} {line.unit}", f"{line.budget:g} {line.unit}", f"{line.ratio:.2f}"
            )
            kept = kept and line.ratio <= 1
    Console(width=120).print(table)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
