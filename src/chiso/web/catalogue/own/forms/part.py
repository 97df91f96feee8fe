"""What all forms of an own edition share: the source that every value needs, its time, and the absence that it fills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.frameworks.amend import without_absences
from chiso.web.catalogue.own.desk import Desk, Written, said
from chiso.web.ui.days import DayField

Change = Callable[[Written], Written]
DAY = timedelta(days=1)


class PartForm(forms.Form):
    """A form that changes one part of what an own edition says.

    part:      the key of the pack that it changes, for the audit trail
    is_cited:  whether its values need a source
    is_dated:  whether they hold for a time
    """

    part: ClassVar[str] = ""
    title: ClassVar[str | Promise] = ""
    is_cited: ClassVar[bool] = True
    is_dated: ClassVar[bool] = False

    def __init__(self, *args: Any, desk: Desk, code: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.desk, self.code = desk, code
        self.build()
        if self.is_dated:
            self._add_time()
        if self.is_cited:
            self.fields["source"] = forms.ChoiceField(
                label=_("Nguồn của các giá trị này"),
                choices=[("", _("Chọn nguồn")), *desk.sources()],
                help_text=_("Nguồn chưa có trong danh sách thì thêm ở mục Nguồn của phiên bản trước."),
                error_messages={"required": _("Chọn nguồn: giá trị không có nguồn thì không được ghi.")},
            )
        if self.is_cited and desk.absent:
            self.fields["fills"] = forms.MultipleChoiceField(
                label=_("Bổ sung cho điều bản gốc ghi là chưa có"),
                choices=[(each["what"]["vi"], said(each["what"])) for each in desk.absent],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        for name, value in self.found().items():
            self.fields[name].initial = value

    def build(self) -> None:
        """Add the fields that depend on the edition; Http404 where there is no such place in it."""

    def found(self) -> dict[str, object]:
        """What stands there now, by field."""
        return {}

    def change(self, own: Written) -> Written:
        """What the edition says with the values of the form."""
        raise NotImplementedError

    @property
    def heading(self) -> str:
        """What the form is about."""
        return str(self.title)

    def amended(self, own: Written) -> Written:
        """The same, with the absences that are filled in taken out."""
        changed = self.change(own)
        filled = self.cleaned_data.get("fills", [])
        return without_absences(changed, self.desk.full, filled) if filled else changed

    @property
    def dated(self) -> Written:
        """From when until when, and by which source, as packs write it."""
        until = self.cleaned_data.get("until")
        found: Written = {"from": self.cleaned_data["since"].isoformat()}
        if until:
            found["until"] = (until + DAY).isoformat()
        return {**found, "source": self.cleaned_data["source"]}

    def clean(self) -> dict[str, Any]:
        """Let times run forwards."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Ngày cuối phải sau ngày đầu."))
        return cleaned

    def _add_time(self) -> None:
        first, last = self.desk.years
        self.fields["since"] = DayField(label=_("Áp dụng từ ngày"), initial=date(first, 1, 1))
        self.fields["until"] = DayField(
            label=_("Đến hết ngày"),
            initial=date(last, 12, 31),
            required=False,
            help_text=_("Là ngày của năm có kết quả được chấm; bỏ trống nếu chưa biết ngày cuối."),
        )


def node_or_404(desk: Desk, code: str) -> Written:
    """The node that an address names."""
    node = desk.node(code)
    if node is None:
        raise Http404
    return node


def names_of(cleaned: dict[str, Any], vi: str = "vi", en: str = "en") -> dict[str, str]:
    """A name in both languages; the Vietnamese one stands for both where there is no other."""
    return {"vi": cleaned[vi].strip(), "en": cleaned[en].strip() or cleaned[vi].strip()}


ENGLISH = gettext_lazy("Tên tiếng Anh")
