"""Tên và các năm, xếp hạng."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.frameworks.amend import with_head, with_ranking
from chiso.web.catalogue.own.desk import Written, said
from chiso.web.catalogue.own.forms.part import ENGLISH, PartForm, names_of

_FIRST, _LAST = 2000, 2100


class HeadForm(PartForm):
    """What the edition is called, and of which years it makes results."""

    part = "years"
    title = gettext_lazy("Tên và các năm")
    is_cited = False

    vi = forms.CharField(label=gettext_lazy("Tên phiên bản"), max_length=300)
    en = forms.CharField(label=ENGLISH, max_length=300, required=False)
    first = forms.IntegerField(label=gettext_lazy("Kết quả từ năm"), min_value=_FIRST, max_value=_LAST)
    last = forms.IntegerField(
        label=gettext_lazy("Đến năm"),
        min_value=_FIRST,
        max_value=_LAST,
        help_text=gettext_lazy(
            "Thêm năm thì công thức, xếp loại và xếp hạng cũng phải có giá trị áp dụng cho năm đó, kèm nguồn."
        ),
    )

    def found(self) -> dict[str, object]:
        """Name and years as they are."""
        names, (first, last) = self.desk.full["name"], self.desk.years
        return {"vi": names["vi"], "en": names["en"], "first": first, "last": last}

    def clean(self) -> dict[str, Any]:
        """Let the years run forwards."""
        cleaned = super().clean()
        if cleaned.get("first") and cleaned.get("last") and cleaned["first"] > cleaned["last"]:
            self.add_error("last", _("Năm cuối phải từ năm đầu trở đi."))
        return cleaned

    def change(self, own: Written) -> Written:
        """Set name and years."""
        return with_head(own, names_of(self.cleaned_data), (self.cleaned_data["first"], self.cleaned_data["last"]))


class RankingForm(PartForm):
    """Which units are ranked together."""

    part = "ranking"
    title = gettext_lazy("Quy tắc xếp hạng")
    is_dated = True

    vi = forms.CharField(
        label=gettext_lazy("Đơn vị nào xếp chung một bảng"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    en = forms.CharField(label=gettext_lazy("Bằng tiếng Anh"), max_length=500, required=False)
    within = forms.ChoiceField(label=gettext_lazy("Tách bảng theo"), required=False)

    def build(self) -> None:
        """Offer what tells units apart, where the edition has anything."""
        attributes = self.desk.full.get("attributes", {})
        field = self.fields["within"]
        if not attributes:
            del self.fields["within"]
        elif isinstance(field, forms.ChoiceField):
            field.choices = [("", _("không tách")), *((name, said(words)) for name, words in attributes.items())]

    def found(self) -> dict[str, object]:
        """The newest ranking rule."""
        newest = self.desk.full["ranking"][-1]
        found: dict[str, object] = {"vi": newest["together"]["vi"], "en": newest["together"]["en"]}
        return found | ({"within": newest.get("within", "")} if "within" in self.fields else {})

    def change(self, own: Written) -> Written:
        """Put the rule over those there are."""
        entry = {**self.dated, "together": names_of(self.cleaned_data)}
        if self.cleaned_data.get("within"):
            entry["within"] = self.cleaned_data["within"]
        return with_ranking(own, self.desk.full, entry)
