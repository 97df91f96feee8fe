"""Loading the numeric libraries while nobody waits: the first road of a process then opens as quickly as the next."""

from __future__ import annotations

from importlib import import_module
from threading import Thread
from typing import Final

ENGINES: Final = ("polars", "chiso.robustness.road", "scipy.special", "scipy.optimize")


def warm() -> Thread:
    """Begin to load them in a thread of its own, which ends by itself and never holds up the end of the process."""
    thread = Thread(target=_load, name="warming", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    for name in ENGINES:
        import_module(name)
