"""A field for a number, typed with a decimal comma or a decimal point."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language


class NumberField(forms.DecimalField):
    """A number with a decimal comma or a decimal point."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - as Django gives and takes it
        """Read 80,56 and 80.56 alike."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - as Django gives it
        """Write a stored number without superfluous zeros; leave alone what was typed."""
        if not isinstance(value, Decimal):
            return value
        plain = f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
        return plain if (get_language() or "vi").startswith("en") else plain.replace(".", ",")
