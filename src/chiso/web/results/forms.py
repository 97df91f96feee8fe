"""Entering results: first which index and year, then its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from chiso.frameworks import Edition, NodeKind
from chiso.frameworks.edition import folded
from chiso.problems import Problem, ProblemError
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.models import Agency, Subject
from chiso.web.results import _problems as told
from chiso.web.results.models import Result
from chiso.web.results.operations import Entry, faults_of
from chiso.web.results.queries import subjects_of
from chiso.web.results.sheets import WHOLE
from chiso.web.results.source_files import ACCEPTED, Attachment, attachment
from chiso.web.results.typed.fields import PointsField, WholeField, YearField
from chiso.web.ui.form_problems import add_problems
from chiso.web.ui.numbers import LOWEST_RANK

_FIRST_YEAR = 2000
_LAST_YEAR = 2100
_FIELD_OF = {
    told.ABOVE_THE_SCALE.code: "score",
    told.BELOW_ZERO.code: "score",
    told.NOTHING_STATED.code: "score",
    told.RANK_IMPOSSIBLE.code: "rank",
}
_COMMON_FIELD_OF = {told.NO_SOURCE.code: "source", told.OFFICIAL_STANDS.code: "standing"}


@dataclass(frozen=True, slots=True)
class Place:
    """What is entered: the results of a subject in an index (an edition where one is known) in a year."""

    subject: Subject
    family: str
    edition: Edition | None
    year: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: a node, its name, and the highest score that its edition gives it."""

    node: str
    name: str
    group: str
    scale: Decimal | None


class Choice(forms.Form):
    """Which subject, which index, which year."""

    subject = forms.ModelChoiceField(
        Subject.objects.none(), label=gettext_lazy("Đối tượng được đánh giá"), empty_label=None
    )
    edition = forms.ChoiceField(label=gettext_lazy("Bộ chỉ số"), required=False)
    family = forms.CharField(label=gettext_lazy("Tên, nếu là chỉ số khác"), max_length=20, required=False)
    year = YearField(label=gettext_lazy("Năm"), min_value=_FIRST_YEAR, max_value=_LAST_YEAR)

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        field = self.fields["subject"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = subjects_of(agency)
        language = get_language() or "vi"
        self.editions = editions_of(agency)
        fitting = [each for each in self.editions.all() if each.province in {None, agency.province}]
        named = [(each.key, each.name.in_language(language)) for each in fitting]
        edition = self.fields["edition"]
        if isinstance(edition, forms.ChoiceField):
            edition.choices = [("", _("Chỉ số khác (chỉ nhập điểm chung)")), *named]

    def clean(self) -> dict[str, Any]:
        """Ask for an index, and for an edition that measures such a subject."""
        cleaned = super().clean() or {}
        edition = self.editions.get(cleaned.get("edition", ""))
        if problem := self.mismatch(edition, cleaned.get("subject"), cleaned.get("family", "")):
            self.add_error("edition", problem)
        return cleaned

    def mismatch(self, edition: Edition | None, subject: Subject | None, family: str) -> str:
        """Tell why an index cannot be entered for a subject; "" where it can."""
        if edition is None and not family:
            return _("Chọn một bộ chỉ số, hoặc ghi tên chỉ số khác.")
        if edition and subject and edition.subject_kind.value != subject.kind:
            return _("Bộ chỉ số này không đánh giá “%(subject)s”. Chọn đối tượng hoặc bộ chỉ số khác.") % {
                "subject": subject
            }
        return ""

    @property
    def place(self) -> Place:
        """What was chosen."""
        edition = self.editions.get(self.cleaned_data["edition"], self.cleaned_data["year"])
        family = edition.framework.abbreviation if edition else self.cleaned_data["family"]
        return Place(self.cleaned_data["subject"], family, edition, self.cleaned_data["year"])


class SheetForm(forms.Form):
    """The figures of one index in one year: a line for the whole and for each node of the edition."""

    standing = forms.ChoiceField(label=gettext_lazy("Loại số liệu"), choices=Result.Standing.choices)
    rank_of = WholeField(
        label=gettext_lazy("Số đơn vị được xếp hạng"), min_value=1, max_value=LOWEST_RANK, required=False
    )
    source = forms.CharField(
        label=gettext_lazy("Nguồn"),
        max_length=500,
        help_text=gettext_lazy("Số, ký hiệu, ngày của văn bản, hoặc tên ấn phẩm và trang."),
    )
    document = forms.FileField(
        label=gettext_lazy("Văn bản công bố"),
        required=False,
        help_text=gettext_lazy("Tệp kèm theo để đối chiếu; gắn với mọi số liệu của bảng này."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *args: Any, agency: Agency, place: Place, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        self.agency, self.place = agency, place
        self.stored = _stored(place)
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.initial = self._initial()
        self.lines = tuple(_lines(place, self.stored))
        for number, line in enumerate(self.lines):
            self._add_line(number, line)

    def _add_line(self, number: int, line: Line) -> None:
        known = self.stored.get(line.node)
        names = {"name": line.name}
        made: dict[str, tuple[forms.Field, object]] = {
            "score": (
                PointsField(required=False, max_digits=18, label=_("Điểm: %(name)s") % names),
                known and known.score,
            ),
            "scale": (
                PointsField(required=False, max_digits=12, decimal_places=4, label=_("Thang điểm: %(name)s") % names),
                (known and known.scale) or line.scale,
            ),
            "rank": (
                WholeField(required=False, min_value=1, max_value=LOWEST_RANK, label=_("Hạng: %(name)s") % names),
                known and known.rank,
            ),
            "band": (
                forms.CharField(required=False, max_length=40, label=_("Xếp loại: %(name)s") % names),
                known and known.band,
            ),
        }
        for name, (field, value) in made.items():
            field.initial = value
            field.widget.attrs["aria-label"] = field.label
            self.fields[f"{name}-{number}"] = field

    @property
    def table(self) -> Iterator[tuple[Line, dict[str, forms.BoundField]]]:
        """The lines with their fields."""
        for number, line in enumerate(self.lines):
            yield line, {name: self[f"{name}-{number}"] for name in ("score", "scale", "rank", "band")}

    @property
    def common(self) -> tuple[forms.BoundField, ...]:
        """The fields that hold for all lines."""
        return self["standing"], self["rank_of"], self["source"], self["document"]

    @property
    def covers(self) -> bool:
        """Whether the edition says how results of that year are made."""
        return self.place.edition is None or self.place.edition.covers(self.place.year)

    @property
    def faulty(self) -> Iterator[forms.BoundField]:
        """The fields with an error, for the summary."""
        return (field for field in self if field.errors)

    def clean(self) -> dict[str, Any]:
        """Check every line as the operation will."""
        cleaned = super().clean() or {}
        self._unreadable = set(self.errors)  # what cannot be read is not also told to be missing
        entries = [(number, self._entry(cleaned, number, line)) for number, line in enumerate(self.lines)]
        filled = [(number, entry) for number, entry in entries if self._says_something(number, entry)]
        if not filled and not self.errors:
            raise ValidationError(_("Chưa nhập số liệu nào: ghi điểm, hạng hoặc xếp loại ở ít nhất một dòng."))
        if (
            cleaned.get("rank_of")
            and not any(name.startswith("rank-") for name in self.errors)
            and not _has_rank(entries)
        ):
            self.add_error(
                "rank_of", _("Chưa có hạng nào trong bảng. Ghi hạng ở ít nhất một dòng, hoặc để trống ô này.")
            )
        for number, entry in filled:
            for fault in faults_of(self.agency, entry):
                self._tell(fault, number)
        self.attachment = self._document(cleaned)
        self.entries = [entry for _number, entry in filled if self.attachment or self._is_new(entry)]
        return cleaned

    def _says_something(self, number: int, entry: Entry) -> bool:
        """Whether a line is to be recorded, or to be told that it lacks its figures: nothing typed is passed over."""
        is_scale_typed = f"scale-{number}" in self.changed_data and entry["scale"] != self.lines[number].scale
        return _is_filled(entry) or entry["node"] in self.stored or is_scale_typed

    def _document(self, cleaned: dict[str, Any]) -> Attachment | None:
        file, faults = cleaned.get("document"), list[Problem]()
        taken = attachment(file, faults) if isinstance(file, UploadedFile) else None
        if faults:
            add_problems(self, ProblemError(faults))
        return taken

    def _entry(self, cleaned: dict[str, Any], number: int, line: Line) -> Entry:
        return {
            "subject": self.place.subject,
            "family": self.stored[line.node].family if line.node in self.stored else self.place.family,
            "edition": self.place.edition.key if self.place.edition else "",
            "year": self.place.year,
            "node": line.node,
            "name": "" if line.node == WHOLE else line.name,
            "standing": cleaned.get("standing", Result.Standing.OFFICIAL),
            "source": cleaned.get("source", "…"),
            "score": cleaned.get(f"score-{number}"),
            "scale": line.scale if (scale := cleaned.get(f"scale-{number}")) is None else scale,
            "rank": cleaned.get(f"rank-{number}"),
            "rank_of": cleaned.get("rank_of") if cleaned.get(f"rank-{number}") else None,
            "band": cleaned.get(f"band-{number}", ""),
        }

    def _tell(self, fault: Problem, number: int) -> None:
        language = get_language() or "vi"
        name = _COMMON_FIELD_OF.get(fault.code) or f"{_FIELD_OF.get(fault.code, 'score')}-{number}"
        if name in self._unreadable or (name in self.errors and name in _COMMON_FIELD_OF.values()):
            return
        self.add_error(name, f"{fault.message(language)}. {fault.remedy(language)}")

    def _is_new(self, entry: Entry) -> bool:
        """Whether an entry says anything else than what is stored."""
        known = self.stored.get(entry["node"])
        return known is None or any(
            getattr(known, name) != value for name, value in entry.items() if name not in {"subject", "family", "name"}
        )

    def _initial(self) -> dict[str, object]:
        known = self.stored.get(WHOLE) or next(iter(self.stored.values()), None)
        if known is None:
            return {}
        ranked = next((row.rank_of for row in self.stored.values() if row.rank_of), None)
        return {"standing": known.standing, "source": known.source, "rank_of": ranked}


def _has_rank(entries: list[tuple[int, Entry]]) -> bool:
    return any(entry["rank"] is not None for _number, entry in entries)


def _is_filled(entry: Entry) -> bool:
    return entry["score"] is not None or entry["rank"] is not None or bool(entry["band"])


def _stored(place: Place) -> dict[str, Result]:
    """Give what is known of the place by node: official where there is any, else provisional."""
    found = Result.objects.filter(subject=place.subject, year=place.year)
    rows = [row for row in found if folded(row.family) == folded(place.family)]
    ordered = sorted(rows, key=lambda row: row.standing == Result.Standing.OFFICIAL)
    return {row.node: row for row in ordered}


def _lines(place: Place, stored: dict[str, Result]) -> Iterator[Line]:
    language = get_language() or "vi"
    nodes = place.edition.nodes if place.edition else ()
    headline = place.edition.headline.scale.highest if place.edition else None
    yield Line(WHOLE, _("Điểm chung"), "", headline)
    for node in nodes:
        if node.kind is not NodeKind.HEADLINE:
            group = node.group.in_language(language) if node.group else ""
            yield Line(node.code, node.name.in_language(language), group, node.scale.highest)
    codes = {node.code for node in nodes}
    for code, row in stored.items():
        if code != WHOLE and code not in codes:
            yield Line(code, row.name or code, "", row.scale)
