"""Ví dụ kiểm tra: scores of one unit and what must come out of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.web.catalogue.own.desk import Desk, Written, plain, said
from chiso.web.ui.days import DayField
from chiso.web.ui.numbers import NumberField

_SHORTEST_NAME = 10
_MOST_LINES = 60


class ScenarioForm(forms.Form):
    """A worked example; the check computes it and compares."""

    name = forms.CharField(
        label=gettext_lazy("Ví dụ nói gì"),
        min_length=_SHORTEST_NAME,
        max_length=200,
        help_text=gettext_lazy("Một câu, ví dụ: Tám thành phần cho ra đúng tổng điểm đã tính tay."),
    )
    unit = forms.CharField(label=gettext_lazy("Đơn vị trong ví dụ"), max_length=100)
    day = DayField(label=gettext_lazy("Chấm như vào ngày"))
    score = NumberField(
        label=gettext_lazy("Điểm chung phải là"),
        required=False,
        help_text=gettext_lazy("Như khi in, đúng số chữ số thập phân; bỏ trống nếu không thể có điểm chung."),
    )
    band = forms.ChoiceField(label=gettext_lazy("Xếp loại phải là"), required=False)

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.label_suffix, self.desk = "", desk
        self.nodes = _entered(desk)
        self.fields["day"].initial = date(desk.years[1], 12, 31)
        self.fields["unit"].initial = _("Đơn vị A")
        bands = [(name["vi"], said(name)) for name in desk.full.get("band_names", ())]
        band = self.fields["band"]
        if not bands:
            del self.fields["band"]
        elif isinstance(band, forms.ChoiceField):
            band.choices = [("", _("không xét")), *bands]
        for node in self.nodes:
            self.fields[f"value-{node['code']}"] = NumberField(label=said(node["name"]), required=False)

    @property
    def table(self) -> Iterator[tuple[Written, forms.BoundField]]:
        """Each node with its field."""
        for node in self.nodes:
            yield node, self[f"value-{node['code']}"]

    def clean(self) -> dict[str, Any]:
        """Ask for one score at least."""
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.get(f"value-{node['code']}") is not None for node in self.nodes):
            self.add_error(None, _("Ghi điểm của ít nhất một chỉ số."))
        return cleaned

    @property
    def scenario(self) -> Written:
        """The example as packs write it."""
        cleaned = self.cleaned_data
        given: dict[str, Decimal | None] = {node["code"]: cleaned[f"value-{node['code']}"] for node in self.nodes}
        values = {code: plain(value) for code, value in given.items() if value is not None}
        expected: Written = {"score": None if cleaned["score"] is None else plain(cleaned["score"])}
        if cleaned.get("band"):
            expected["band"] = cleaned["band"]
        headline, unit = self.desk.nodes[0]["code"], cleaned["unit"].strip()
        return {
            "name": cleaned["name"].strip(),
            "given": {"day": cleaned["day"].isoformat(), "values": {unit: values}},
            "expected": {unit: {headline: expected}},
        }


def _entered(desk: Desk) -> list[Written]:
    """The nodes whose scores are entered: those with nothing under them; the components where they are too many."""
    leaves = [node for node in desk.nodes if not desk.children(node["code"])]
    below = desk.children(desk.nodes[0]["code"])
    return leaves if len(leaves) <= _MOST_LINES else below
