"""How far a long reading has come, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the number of pages recognised and of pages to recognise."""


def unseen(done: int, count: int) -> None:
    """Tell nobody."""
