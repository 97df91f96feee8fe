"""Which tasks of a list are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.plans.status import Status
from chiso.web.plans.queries.filters import Grouping, TaskFilter, When

STATUS_WORDS = {
    Status.NOT_MET: _("■ Không đạt"),
    Status.AT_RISK: _("▲ Nguy cơ"),
    Status.MET: _("● Đạt"),
    Status.NO_DATA: _("○ Chưa có số liệu"),
}
WHEN_WORDS = {
    When.OVERDUE: _("Quá hạn"),
    When.WEEK: _("Đến hạn trong 7 ngày"),
    When.MONTH: _("Đến hạn trong 30 ngày"),
    When.QUARTER: _("Đến hạn trong quý này"),
    When.STANDING: _("Việc thường xuyên"),
    When.UNDATED: _("Không ghi hạn"),
}
GROUPING_WORDS = {Grouping.COMPONENT: _("Theo thành phần"), Grouping.UNIT: _("Theo đơn vị")}


class FilterForm(forms.Form):
    """Which tasks of a list are wanted."""

    tim = forms.CharField(label=_("Tìm"), required=False, max_length=200, widget=forms.TextInput({"type": "search"}))
    don_vi = forms.TypedChoiceField(label=_("Đơn vị"), required=False, coerce=int, empty_value=None)
    trang_thai = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[("", _("Tất cả")), *((s.value, w) for s, w in STATUS_WORDS.items())],
    )
    thoi_gian = forms.ChoiceField(
        label=_("Thời hạn"), required=False, choices=[("", _("Tất cả")), *((w.value, t) for w, t in WHEN_WORDS.items())]
    )
    nhom = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(g.value, g.value) for g in Grouping])

    def __init__(self, data: Mapping[str, Any], *, units: Iterable[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="loc-%s")
        choice = self.fields["don_vi"]
        choice.choices = [("", _("Tất cả")), *units]  # type: ignore[attr-defined]  # it is a choice field

    @property
    def wanted(self) -> TaskFilter:
        """What is wanted; a choice that there is not means everything."""
        self.is_valid()
        chosen = self.cleaned_data
        return TaskFilter(
            unit=chosen.get("don_vi"),
            status=Status(chosen["trang_thai"]) if chosen.get("trang_thai") else None,
            when=When(chosen["thoi_gian"]) if chosen.get("thoi_gian") else None,
            words=chosen.get("tim", ""),
        )

    @property
    def grouping(self) -> Grouping:
        """By what the list is grouped."""
        self.is_valid()
        return Grouping(self.cleaned_data.get("nhom") or Grouping.COMPONENT)
