"""How far the recognition of a scan has come, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable


def shown(name: str) -> Callable[[int, int], None]:
    """A callback that tells of every page of a file: one changing line on a screen, one line in all elsewhere."""

    def show(done: int, count: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{name}: {done}/{count} trang / pages" + ("\n" if done == count else ""))
        elif done == 0:
            sys.stderr.write(f"{name}: nhận dạng {count} trang / recognising {count} pages\n")
        sys.stderr.flush()

    return show
