"""The forms of units and accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Agency, Unit

_USERNAME = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]{2,}$",
    _("Dùng từ 3 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; bắt đầu bằng chữ hoặc số."),
)


class NameForm(forms.Form):
    """A name of a unit."""

    name = forms.CharField(label=_("Tên đơn vị"), max_length=300, error_messages={"required": _("Nhập tên đơn vị.")})

    def clean_name(self) -> str:
        """Take out doubled spaces."""
        return " ".join(self.cleaned_data["name"].split())


class UnitForm(NameForm):
    """A new unit."""

    is_collective = forms.BooleanField(
        label=_("Tên chung cho nhiều đơn vị, như “các phòng, đơn vị thuộc Sở”"), required=False
    )


class MergeForm(forms.Form):
    """Into which unit another is merged."""

    into = forms.ModelChoiceField(
        label=_("Gộp vào đơn vị"),
        queryset=Unit.objects.none(),
        empty_label=_("Chọn đơn vị"),
        error_messages={"required": _("Chọn đơn vị để gộp vào."), "invalid_choice": _("Chọn một đơn vị của cơ quan.")},
    )

    def __init__(self, *args: Any, agency: Agency, without: Unit, **kwargs: Any) -> None:  # noqa: ANN401 (Django's own)
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = Unit.objects.filter(agency=agency).exclude(pk=without.pk)  # type: ignore[attr-defined]  # of a choice field


class AccountForm(forms.Form):
    """A person's name, role and unit."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120, error_messages={"required": _("Nhập họ và tên.")})
    role = forms.TypedChoiceField(label=_("Vai trò"), choices=Role.choices, coerce=Role, initial=Role.OFFICER)
    unit = forms.ModelChoiceField(
        label=_("Đơn vị"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Không thuộc đơn vị nào"),
        help_text=_("Trưởng đơn vị và chuyên viên phải thuộc một đơn vị."),
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 (Django's own)
        super().__init__(*args, **kwargs)
        units = Unit.objects.filter(agency=agency, is_collective=False)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]  # of a choice field
        self.fields["unit"].may_be_needed = True  # type: ignore[attr-defined]  # so that no "not required" stands beside it


class NewAccountForm(AccountForm):
    """A new account."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        validators=[_USERNAME],
        help_text=_("Chữ thường không dấu, ví dụ: nguyenvanan."),
        error_messages={"required": _("Nhập tên đăng nhập.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    field_order = ["full_name", "username", "role", "unit"]
