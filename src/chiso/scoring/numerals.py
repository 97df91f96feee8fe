"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

from chiso.scoring.rounding import settle


def spoken(number: Decimal | float | None, language: str) -> str:
    """A number as people write it: no superfluous zeros, a decimal comma in Vietnamese.

    >>> spoken(7.95, "vi"), spoken(Decimal("80.560"), "en"), spoken(20, "vi")
    ('7,95', '80.56', '20')
    """
    if number is None:
        return "…"
    text = format(settle(number), "f").rstrip("0").rstrip(".")
    return text if language.startswith("en") else text.replace(".", ",")
