"""The part of a form by which a table comes in: as a file or as pasted cells, with its publication."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chiso.problems import Problem, ProblemError
from chiso.web.results.source_files import ACCEPTED, Attachment, attachment
from chiso.web.results.spreadsheets import _problems as told
from chiso.web.results.spreadsheets.grid import Grid
from chiso.web.ui.form_problems import add_problems

_MEGABYTE = 1024 * 1024


class TableForm(forms.Form):
    """A table with its source; once valid, `grid` holds its lines."""

    source = forms.CharField(
        label=gettext_lazy("Nguồn"),
        max_length=500,
        help_text=gettext_lazy("Số, ký hiệu, ngày của văn bản, hoặc tên ấn phẩm và trang."),
    )
    document = forms.FileField(
        label=gettext_lazy("Văn bản công bố"),
        required=False,
        help_text=gettext_lazy("Tệp kèm theo để đối chiếu; chọn ở bước ghi."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp bảng tính (.xlsx hoặc CSV)"),
        required=False,
        help_text=gettext_lazy("Tệp mẫu đã điền, tệp mà trang này xuất ra, hoặc bảng khác có cùng tên cột."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Hoặc dán các ô chép từ bảng tính"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "cells", "spellcheck": "false", "wrap": "off"}),
    )

    one_of_these: tuple[str, ...] = ("file", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for name in self.one_of_these:
            self.fields[name].may_be_needed = True  # type: ignore[attr-defined]  # read by the template of a field
        self.grid: Grid | None = None
        self.attachment: Attachment | None = None

    def take_document(self) -> None:
        """Take the publication that was chosen, its fault beside its field."""
        document, faults = self.cleaned_data.get("document"), list[Problem]()
        if isinstance(document, UploadedFile):
            self.attachment = attachment(document, faults)
        if faults:
            add_problems(self, ProblemError(faults))

    def take_cells(self, of_file: Callable[[bytes, str], Grid], of_text: Callable[[str], Grid]) -> Grid | None:
        """The lines, the file before what was pasted; they go back into the form as text, to be mended there."""
        file = self.cleaned_data.get("file")
        text: str = self.cleaned_data.get("text", "")
        if isinstance(file, UploadedFile):
            try:
                self.grid = of_file(_content(file), file.name or "")
            except ProblemError as error:
                add_problems(self, error, "file")
                return None
            self.data = dict(self.data.items()) | {"text": self.grid.text}
        elif text.strip():
            try:
                self.grid = of_text(text)
            except ProblemError as error:
                add_problems(self, error, "text")
        else:
            self.add_error("text", _("Chọn tệp hoặc dán bảng điểm."))
        return self.grid


MOST_LETTERS = 200  # nobody mends more before trying again


def letters_of(faults: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Faults as message and remedy in the language of the page."""
    language = get_language() or "vi"
    return [(each.message(language), each.remedy(language)) for each in faults[:MOST_LETTERS]]


def _content(file: UploadedFile[bytes]) -> bytes:
    size = file.size or 0
    if size > settings.UPLOAD_LIMIT_BYTES:
        limit = settings.UPLOAD_LIMIT_BYTES // _MEGABYTE
        told.TOO_LARGE.stop(where=file.name or "", given=-(-size // _MEGABYTE), wanted=limit)
    return bytes(file.read())
