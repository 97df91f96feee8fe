"""The form of recording a report."""

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.ui.days import DayField


class FilingForm(forms.Form):
    """When a report was sent, and what should be remembered of it."""

    filed_on = DayField(label=_("Ngày gửi"), error_messages={"required": _("Nhập ngày gửi báo cáo.")})
    note = forms.CharField(
        label=_("Ghi chú"),
        max_length=500,
        required=False,
        help_text=_("Số, ký hiệu văn bản hoặc điều cần nhớ."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
