"""Which known names somebody may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Final

from chiso.units import search_key

_LIKE: Final = 0.4
_MOST: Final = 5


def like(written: str, names: Sequence[str]) -> list[str]:
    """The names like what is written, the likeliest first, without regard to case and accents; the first ones if none is.

    >>> like("lang son", ["Long An", "Bắc Giang", "Lạng Sơn"])[0]
    'Lạng Sơn'
    """
    wanted = search_key(written)
    likeness = {name: difflib.SequenceMatcher(None, wanted, search_key(name)).ratio() for name in names}
    close = sorted((name for name in names if likeness[name] >= _LIKE), key=lambda name: -likeness[name])
    return (close or list(names))[:_MOST]
