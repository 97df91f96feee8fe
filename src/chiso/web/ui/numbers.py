"""A field for a number, typed with a decimal comma or a decimal point."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language

LOWEST_RANK = 999_999  # nowhere are more units ranked together
MOST_DIGITS, MOST_PLACES = 15, 10  # as many digits as a number keeps everywhere on its way through the program


class NumberField(forms.DecimalField):
    """A number with a decimal comma or a decimal point, of 15 digits with 10 decimals at most unless told otherwise."""

    widget = forms.TextInput

    def __init__(self, *, max_digits: int = MOST_DIGITS, decimal_places: int = MOST_PLACES, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(max_digits=max_digits, decimal_places=decimal_places, **kwargs)

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - as Django gives and takes it
        """Read 80,56 and 80.56 alike; zero has no sign."""
        if isinstance(value, str) and "_" in value:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        found = super().to_python(value.replace(",", ".") if isinstance(value, str) else value)
        return abs(found) if isinstance(found, Decimal) and found.is_zero() else found

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - as Django gives it
        """Write a stored number without superfluous zeros; leave alone what was typed."""
        if not isinstance(value, Decimal):
            return value
        plain = f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
        return plain if (get_language() or "vi").startswith("en") else plain.replace(".", ",")
