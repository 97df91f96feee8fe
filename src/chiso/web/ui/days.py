"""Fields for a day: typed as 31/12/2026, whatever the language of the browser."""

from __future__ import annotations

import re
from datetime import date, datetime

from django import forms
from django.utils.translation import gettext_lazy as _

_YEARS = range(1900, 2200)  # with other days nothing can be counted
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")


class DayInput(forms.DateInput):
    """A text field; the browser's own would show the day in the browser's language, 12/31/2026 in many offices."""

    def __init__(self, attrs: dict[str, object] | None = None) -> None:
        own = {"inputmode": "numeric", "autocomplete": "off", "placeholder": _("ngày/tháng/năm"), "class": "day"}
        super().__init__(attrs=own | (attrs or {}))


class DayField(forms.DateField):
    """A day as 31/12/2026, 31-12-2026, 31.12.2026, 31122026 or 2026-12-31."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("Nhập ngày theo mẫu 31/12/2026."),
        "required": _("Nhập ngày, ví dụ 31/12/2026."),
        "far": _("Nhập ngày từ năm 1900 đến năm 2199."),
    }

    def to_python(self, value: str | date | datetime | None) -> date | None:
        """Read a day; eight digits in a row too, since some phones offer digits only."""
        if isinstance(value, str) and (digits := _DIGITS.fullmatch(value.strip())):
            value = "/".join(digits.groups())
        day = super().to_python(value)
        if day and day.year not in _YEARS:
            raise forms.ValidationError(self.error_messages["far"], code="far")
        return day
