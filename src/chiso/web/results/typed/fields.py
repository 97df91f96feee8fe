"""Fields of forms for whole numbers and for points: what was typed stays in its box, and what is wrong is said plainly."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.ui.numbers import NumberField

_LEAST, _MOST = _("Ghi số từ %(limit_value)s trở lên."), _("Ghi số từ %(limit_value)s trở xuống.")


class WholeField(forms.IntegerField):
    """A whole number. Its box takes any text, for a box of numbers shows nothing where it holds none."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Ghi số nguyên, như 12."), "min_value": _LEAST, "max_value": _MOST}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask a phone for its digits."""
        return {"inputmode": "numeric", **super().widget_attrs(widget)}


class YearField(WholeField):
    """A year."""

    default_error_messages = {"invalid": _("Ghi năm bằng bốn chữ số, như 2022.")}


class PointsField(NumberField):
    """Points with a decimal comma or point."""

    default_error_messages = {
        "invalid": _("Ghi số như 7,95 hoặc 7.95, không có dấu cách hay dấu tách hàng nghìn."),
        "min_value": _LEAST,
        "max_value": _MOST,
        "max_digits": _("Số dài quá %(max)s chữ số."),
        "max_decimal_places": _("Ghi nhiều nhất %(max)s chữ số sau dấu phẩy."),
        "max_whole_digits": _("Ghi nhiều nhất %(max)s chữ số trước dấu phẩy."),
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask a phone for digits and the decimal sign."""
        return {"inputmode": "decimal", **super().widget_attrs(widget)}
