"""One-time passwords that can be read out over the telephone."""

import secrets
from typing import Final

_LETTERS: Final = "abcdefghkmnpqrstuvwxyz23456789"  # without letters and figures that look or sound alike
_GROUPS: Final = 4
_GROUP_LENGTH: Final = 4


def one_time_password() -> str:
    """A password of 16 letters and figures in four groups, about 78 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS))
