"""Forms about an own edition as a whole: taken in out of a file, withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from chiso import packs
from chiso.packs.derived import MOST_BYTES, Derived, taken
from chiso.problems import ProblemError
from chiso.web.catalogue.own.operations import own_key, told_agency
from chiso.web.directory.models import Agency
from chiso.web.ui.form_problems import add_problems


class UploadForm(forms.Form):
    """A file with an edition; once valid, `made` is what would be taken in."""

    file = forms.FileField(
        label=gettext_lazy("Tệp phiên bản"),
        help_text=gettext_lazy("Tệp .zip như trang này xuất ra, hoặc tệp framework.yaml có dòng base."),
        widget=forms.FileInput({"accept": ".zip,.yaml,.yml"}),
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.label_suffix, self.agency = "", agency

    def clean(self) -> dict[str, Any]:
        """Read the file, and tell everything that breaks the shape of a pack."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if file is None:
            return cleaned
        keys = {base: own_key(base, self.agency) for base in packs.keys()}  # noqa: SIM118 - a function of the packs, not of a mapping
        try:
            content = file.read(MOST_BYTES + 1)
            self.made: Derived = taken(content, file.name, key_for=keys, agency=told_agency(self.agency))
        except ProblemError as error:
            add_problems(self, error, "file")
        return cleaned


class WithdrawForm(forms.Form):
    """Why an edition is withdrawn."""

    reason = forms.CharField(label=gettext_lazy("Lý do thôi áp dụng"), max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
