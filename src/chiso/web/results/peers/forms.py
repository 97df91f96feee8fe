"""The form by which a table of peers comes in: what it is of, and its cells as a file or as pasted text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chiso import packs
from chiso.frameworks import SubjectKind
from chiso.problems import Problem, ProblemError
from chiso.web.directory.models import Agency, Subject
from chiso.web.results.models import Result
from chiso.web.results.peers import _problems as told
from chiso.web.results.peers.operations import Attachment, faults_of
from chiso.web.results.peers.reading import Read, read
from chiso.web.results.peers.values import Heading
from chiso.web.ui.form_problems import add_problems

_YEARS = range(2000, 2101)


class PeersForm(forms.Form):
    """A table of peers; once valid, `heading` and `found` are what would be recorded."""

    edition = forms.ChoiceField(label=gettext_lazy("Bộ chỉ số"))
    year = forms.IntegerField(label=gettext_lazy("Năm"), min_value=_YEARS[0], max_value=_YEARS[-1])
    kind = forms.ChoiceField(label=gettext_lazy("Các đơn vị cùng xếp hạng"), choices=Subject.Kind.choices)
    standing = forms.ChoiceField(label=gettext_lazy("Giá trị"), choices=Result.Standing.choices)
    source = forms.CharField(
        label=gettext_lazy("Nguồn"),
        max_length=500,
        help_text=gettext_lazy("Số, ký hiệu, ngày của văn bản, hoặc tên ấn phẩm và trang."),
    )
    note = forms.CharField(label=gettext_lazy("Ghi chú"), max_length=500, required=False)
    document = forms.FileField(
        label=gettext_lazy("Văn bản công bố"),
        required=False,
        help_text=gettext_lazy("Tệp kèm theo để đối chiếu; chọn ở bước ghi."),
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp bảng điểm (CSV)"),
        required=False,
        help_text=gettext_lazy("Đúng tệp mà trang này xuất ra; cách nhau bằng chấm phẩy, phẩy hoặc tab đều được."),
    )
    text = forms.CharField(
        label=gettext_lazy("Hoặc dán các ô chép từ bảng tính"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "cells", "spellcheck": "false", "wrap": "off"}),
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.agency = agency
        self.found = Read((), ())
        language = get_language() or "vi"
        fitting = [each for each in packs.load_all() if each.province in {None, agency.province}]
        edition = self.fields["edition"]
        if isinstance(edition, forms.ChoiceField):
            edition.choices = [(each.key, each.name.in_language(language)) for each in fitting]

    def clean(self) -> dict[str, Any]:
        """Read the cells, and check what the table is of."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        text = self._text(cleaned)
        heading = self.heading
        if text is None:
            return cleaned
        self.found = read(text, heading.rules)
        faults = [each for each in faults_of(heading, self.found.rows) if each.code != told.NO_ROWS.code]
        if faults:
            add_problems(self, ProblemError(faults))
        return cleaned

    def _text(self, cleaned: dict[str, Any]) -> str | None:
        """The cells as text, the file before what was pasted; they go back into the form to be mended there."""
        file = cleaned.get("file")
        text: str = cleaned.get("text", "")
        if isinstance(file, UploadedFile):
            content = file.read(settings.UPLOAD_LIMIT_BYTES)
            try:
                text = content.decode("utf-8-sig")
            except UnicodeDecodeError:
                add_problems(self, ProblemError([told.NOT_TEXT(given=file.name)]), "file")
                return None
            self.data = dict(self.data.items()) | {"text": text}
        if not text.strip():
            self.add_error("text", _("Chọn tệp hoặc dán bảng điểm."))
            return None
        return text

    @property
    def heading(self) -> Heading:
        """What the table is of."""
        chosen = self.cleaned_data
        edition = packs.load(chosen["edition"])
        is_national = chosen["kind"] == SubjectKind.PROVINCE.value
        return Heading(
            family=edition.framework.abbreviation,
            edition=edition.key,
            year=chosen["year"],
            kind=chosen["kind"],
            province="" if is_national else self.agency.province,
            standing=chosen["standing"],
            source=chosen["source"],
            note=chosen["note"],
        )

    @property
    def attachment(self) -> Attachment | None:
        """The publication that was chosen."""
        document = self.cleaned_data.get("document")
        return (document.name or "", document.read()) if isinstance(document, UploadedFile) else None

    @property
    def letters(self) -> list[tuple[str, str]]:
        """The faults of the cells."""
        language = get_language() or "vi"
        return [_letter(each, language) for each in self.found.faults]


def _letter(problem: Problem, language: str) -> tuple[str, str]:
    return problem.message(language), problem.remedy(language)
