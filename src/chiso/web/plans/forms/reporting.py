"""A report on a task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chiso.web.plans import _problems as problems
from chiso.web.plans.evidence import KINDS, Evidence, faults_of_size
from chiso.web.plans.forms.faults import in_words
from chiso.web.plans.progress import WHOLE, Progress
from chiso.web.plans.queries.lines import TaskLine
from chiso.web.plans.queries.task import CommitmentLine
from chiso.web.ui.days import DayField


class ProgressForm(forms.Form):
    """A report on a task."""

    on = DayField(label=_("Ngày"))
    percent = forms.IntegerField(
        label=_("Tiến độ, %"), required=False, widget=forms.NumberInput({"min": 0, "max": 100})
    )
    is_done = forms.BooleanField(label=_("Đã xong"), required=False)
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=5000, widget=forms.Textarea({"rows": 2}))
    file = forms.FileField(label=_("Tài liệu kiểm chứng"), required=False, allow_empty_file=True)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 (Django's)
        line: TaskLine,
        commitments: Iterable[CommitmentLine] = (),
        **kwargs: Any,  # noqa: ANN401 (Django's)
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ",".join(KINDS)
        self.fields["file"].help_text = gettext("PDF, DOCX, XLSX, PNG hoặc JPG, không quá 20 MB.")
        if line.period is not None:
            del self.fields["percent"]
            label = line.period.label(get_language() or "vi")
            self.fields["is_done"].label = gettext("Đã thực hiện trong kỳ: %(period)s") % {"period": label}
        self._values = {f"value-{each.id}": each.id for each in commitments}
        for each in commitments:
            self.fields[f"value-{each.id}"] = forms.DecimalField(
                label=gettext("Chỉ tiêu “%(promise)s”: đã đạt (%(unit)s)") % {"promise": each.text, "unit": each.unit},
                required=False,
                localize=True,
                max_digits=14,
                decimal_places=4,
                widget=forms.TextInput({"inputmode": "decimal"}),
            )

    def value_fields(self) -> Iterator[forms.BoundField]:
        """Give the fields of the promised figures."""
        return (self[name] for name in self._values)

    def clean(self) -> dict[str, Any]:
        """Where something cannot be read, tell of a wrong percentage too; else the operation tells of everything."""
        cleaned = super().clean() or {}
        percent = cleaned.get("percent")
        if self.errors and percent is not None and not 0 <= percent <= WHOLE:
            self.add_error("percent", in_words([problems.PERCENT_OUT_OF_RANGE(given=percent)]))
        return cleaned

    def clean_file(self) -> Evidence | None:
        """Read the file, unless it is too large to be read."""
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        name = upload.name[-200:]
        if found := faults_of_size(name, upload.size):
            raise forms.ValidationError(in_words(found))
        return Evidence(name, upload.read())

    @property
    def progress(self) -> Progress:
        """The report, once the form is valid."""
        chosen = self.cleaned_data
        return Progress(
            on=chosen["on"],
            percent=chosen.get("percent"),
            is_done=chosen["is_done"],
            note=chosen["note"],
            evidence=chosen["file"],
            values={n: chosen[name] for name, n in self._values.items() if chosen.get(name) is not None},
        )
