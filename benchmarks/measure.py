"""How things are measured: repeated, the median told, compared with a budget as a ratio."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: what, the figure, its budget, both in `unit`."""

    what: str
    figure: float
    budget: float
    unit: str

    @property
    def ratio(self) -> float:
        """The figure as a share of its budget: under 1 keeps it."""
        return self.figure / self.budget


def median_seconds(work: Callable[[], object], *, runs: int = 7, warm: int = 1) -> float:
    """Median wall time of a call, in seconds, after `warm` calls that do not count."""
    for _ in range(warm):
        work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def median_process_seconds(command: Sequence[str], *, runs: int = 5) -> float:
    """Median wall time of a whole process, in seconds."""
    return median_seconds(lambda: subprocess.run(command, check=True, capture_output=True), runs=runs)


def tree_megabytes(root: int) -> float:
    """Memory of a process and all below it, in MB: shared pages are counted once (PSS). Linux only."""
    processes = [root]
    for process in processes:
        children = Path(f"/proc/{process}/task/{process}/children")
        processes += [int(child) for child in children.read_text().split()]
    return sum(_pss(process) for process in processes) / 1024


def _pss(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
