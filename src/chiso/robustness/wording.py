"""Numbers as they are written in sentences."""

from __future__ import annotations

from chiso.scoring import half_up


def number(value: float, decimals: int, language: str) -> str:
    """A number with so many decimals, the comma where Vietnamese has it.

    >>> number(64.5598, 2, "vi"), number(64.5598, 2, "en")
    ('64,56', '64.56')
    """
    text = str(half_up(value, decimals))
    return text if language.startswith("en") else text.replace(".", ",")


def signed(value: float, decimals: int, language: str) -> str:
    """The same with its sign.

    >>> signed(0.1, 2, "vi"), signed(-0.1, 2, "vi")
    ('+0,10', '−0,10')
    """
    return ("+" if value >= 0 else "−") + number(abs(value), decimals, language)


def shortest(value: float, language: str) -> str:
    """A number with the decimals that it has, four figures at most of what is no whole number.

    >>> shortest(0.25, "vi"), shortest(1.0, "vi"), shortest(0.0439387, "vi"), shortest(123456.0, "vi")
    ('0,25', '1', '0,04394', '123456')
    """
    text = f"{value:.0f}" if value == round(value) else f"{value:.4g}"
    return text if language.startswith("en") else text.replace(".", ",")


def percent(share: float, language: str) -> str:
    """A probability; below one hundredth and above all but one it is only said to be so.

    >>> percent(0.123, "vi"), percent(0.0001, "vi"), percent(0.9999, "vi")
    ('12%', 'dưới 1%', 'trên 99%')
    """
    if share < _SMALLEST:
        return "dưới 1%" if not language.startswith("en") else "less than 1%"
    if share > 1 - _SMALLEST:
        return "trên 99%" if not language.startswith("en") else "more than 99%"
    return f"{half_up(100 * share, 0)}%"


_SMALLEST = 0.01
