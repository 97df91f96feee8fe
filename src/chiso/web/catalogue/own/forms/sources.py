"""Nguồn: what the agency cites, so that anybody can look it up."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chiso.frameworks.amend import with_source
from chiso.legal import DocumentNumber
from chiso.problems import ProblemError
from chiso.web.catalogue.own._problems import UNCITED
from chiso.web.catalogue.own.desk import Written
from chiso.web.catalogue.own.forms.part import PartForm
from chiso.web.catalogue.own.operations import Attachment
from chiso.web.catalogue.wording import STANDINGS
from chiso.web.ui.days import DayField
from chiso.web.ui.form_problems import add_problems

_TEXTS = ("kind", "number", "article", "issuer", "address")
_DAYS = ("issued_on", "in_force_on", "published_on")
_KINDS = ("Quyết định", "Kế hoạch", "Công văn", "Báo cáo", "Thông báo", "Hướng dẫn", "Nghị quyết", "Trang tin")


class SourceForm(PartForm):
    """A source of the agency's own edition."""

    part = "sources"
    title = gettext_lazy("Nguồn")
    is_cited = False

    kind = forms.CharField(label=gettext_lazy("Loại văn bản"), max_length=60, widget=forms.TextInput({"list": "kinds"}))
    vi = forms.CharField(label=gettext_lazy("Tên, trích yếu"), max_length=300)
    en = forms.CharField(label=gettext_lazy("Tên tiếng Anh"), max_length=300, required=False)
    number = forms.CharField(
        label=gettext_lazy("Số, ký hiệu"), max_length=60, required=False, help_text=gettext_lazy("Ví dụ 843/QĐ-UBND.")
    )
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"), required=False)
    in_force_on = DayField(label=gettext_lazy("Ngày có hiệu lực"), required=False)
    article = forms.CharField(
        label=gettext_lazy("Điều, khoản, phụ lục, trang"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Chỗ nêu giá trị; văn bản có nhiều chỗ thì mỗi chỗ ghi một nguồn."),
    )
    issuer = forms.CharField(label=gettext_lazy("Cơ quan ban hành, nơi công bố"), max_length=200, required=False)
    address = forms.URLField(label=gettext_lazy("Địa chỉ trên mạng"), required=False, assume_scheme="https")
    published_on = DayField(label=gettext_lazy("Ngày công bố"), required=False)
    standing = forms.ChoiceField(
        label=gettext_lazy("Mức chắc chắn"), choices=[(str(key), word) for key, word in STANDINGS.items()]
    )
    note = forms.CharField(
        label=gettext_lazy("Ghi chú"), max_length=500, required=False, widget=forms.Textarea({"rows": 2})
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp văn bản"), required=False, help_text=gettext_lazy("Giữ kèm phiên bản để đối chiếu.")
    )

    kinds = _KINDS

    @property
    def heading(self) -> str:
        """Whether a source is added or mended."""
        return _("Sửa nguồn") if self.code else _("Thêm nguồn")

    def build(self) -> None:
        """A source that is named in the address is one of the agency's own."""
        if self.code and self.code not in self.desk.own.get("sources", {}):
            raise Http404

    def found(self) -> dict[str, object]:
        """The source as it is."""
        written = self.desk.own.get("sources", {}).get(self.code)
        if written is None:
            return {}
        days = {name: date.fromisoformat(written[name]) for name in _DAYS if name in written}
        note = written.get("note", {}).get("vi", "")
        texts = {name: written.get(name, "") for name in _TEXTS}
        names = {"vi": written["title"]["vi"], "en": written["title"]["en"], "standing": written["standing"]}
        return {**texts, **days, **names, "note": note}

    def clean_number(self) -> str:
        """Read the number as offices write it."""
        number: str = self.cleaned_data["number"].strip()
        try:
            return str(DocumentNumber.parse(number)) if number else ""
        except ProblemError as error:
            problem, language = error.problems[0], get_language() or "vi"
            raise forms.ValidationError(f"{problem.message(language)}. {problem.remedy(language)}") from error

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Refuse what is too large to be kept."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file and (file.size or 0) > settings.UPLOAD_LIMIT_BYTES:
            limit = settings.UPLOAD_LIMIT_BYTES // (1024 * 1024)
            raise forms.ValidationError(_("Tệp quá lớn, tối đa %(limit)s MB."), params={"limit": limit})
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for enough to look it up: number and day, or where and when it was published."""
        cleaned = super().clean()
        by_number = cleaned.get("number") and cleaned.get("issued_on")
        by_place = (cleaned.get("issuer") or cleaned.get("address")) and (
            cleaned.get("published_on") or cleaned.get("issued_on")
        )
        if not self.errors and not by_number and not by_place:
            add_problems(self, ProblemError([UNCITED()]), "number")
        return cleaned

    @property
    def key(self) -> str:
        """The key of the source: a new one's is the next that is free."""
        known = self.desk.full.get("sources", {})
        free = (f"co-quan-{number}" for number in range(1, len(known) + 2))
        return self.code or next(key for key in free if key not in known)

    def change(self, own: Written) -> Written:
        """Set the source."""
        cleaned = self.cleaned_data
        source: Written = {
            "title": {"vi": cleaned["vi"].strip(), "en": cleaned["en"].strip() or cleaned["vi"].strip()},
            "standing": cleaned["standing"],
        }
        source |= {name: cleaned[name].strip() for name in _TEXTS if cleaned[name].strip()}
        source |= {name: cleaned[name].isoformat() for name in _DAYS if cleaned[name]}
        if cleaned["note"].strip():
            source["note"] = {"vi": cleaned["note"].strip(), "en": cleaned["note"].strip()}
        return with_source(own, self.key, source)

    @property
    def document(self) -> tuple[str, Attachment] | None:
        """The file that was chosen, with the key of the source."""
        file = self.cleaned_data.get("file")
        return (self.key, (file.name or "", file.read())) if isinstance(file, UploadedFile) else None
