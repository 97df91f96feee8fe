"""The form by which results of several years come in as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from chiso.frameworks.edition import folded
from chiso.web.directory.models import Agency
from chiso.web.results.forms import Choice
from chiso.web.results.models import Result
from chiso.web.results.operations import Entry, faults_of
from chiso.web.results.series.reading import Aim, Read, grid_of, grid_of_text, read
from chiso.web.results.spreadsheets.forms import TableForm, letters_of

_COMPARED = ("score", "scale", "rank", "rank_of", "band", "source")


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was read beside the one that is stored; before None where there is none."""

    entry: Entry
    before: Result | None

    @property
    def is_same(self) -> bool:
        """Whether it says what is stored already."""
        return self.before is not None and all(
            getattr(self.before, name) == self.entry[name]  # type: ignore[literal-required]  # the names are keys of Entry
            for name in _COMPARED
        )


class SeriesForm(TableForm):
    """Results through the years of one subject; once valid, `changes` tells what would be recorded."""

    subject = Choice.base_fields["subject"]
    edition = Choice.base_fields["edition"]
    family = Choice.base_fields["family"]
    one_of_these: tuple[str, ...] = ("file", "text", "family")
    standing = forms.ChoiceField(label=gettext_lazy("Loại số liệu"), choices=Result.Standing.choices)

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.agency = agency
        self.choice = Choice(agency=agency)
        self.fields["subject"], self.fields["edition"] = self.choice.fields["subject"], self.choice.fields["edition"]
        self.fields["edition"].may_be_needed = True  # type: ignore[attr-defined]  # the same
        self.found = Read((), ())
        self.changes: tuple[Change, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Read the cells, each line checked as the operation will."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        aim = self._aim(cleaned)
        if aim is None:
            return cleaned
        self.take_document()
        grid = self.take_cells(grid_of, grid_of_text)
        if grid is not None:
            self.found = read(grid, aim)
            self.changes = _changes(self.found.entries)
        return cleaned

    def _aim(self, cleaned: dict[str, Any]) -> Aim | None:
        """What the table is of; None with an error beside its field."""
        edition = self.choice.editions.get(cleaned.get("edition", ""))
        problem = self.choice.mismatch(edition, cleaned.get("subject"), cleaned.get("family", ""))
        if problem:
            self.add_error("edition", problem)
            return None
        return Aim(
            agency=self.agency,
            subject=cleaned["subject"],
            family=edition.framework.abbreviation if edition else cleaned["family"],
            edition=edition,
            editions=self.choice.editions,
            standing=cleaned["standing"],
            source=cleaned["source"],
        )

    @property
    def letters(self) -> list[tuple[str, str]]:
        """The faults of the cells."""
        return letters_of(self.found.faults)

    @property
    def entries(self) -> list[Entry]:
        """What would be written: what says something new, or all that may be where a publication is attached."""
        return [each.entry for each in self.changes if not each.is_same or self._takes_document(each.entry)]

    def _takes_document(self, entry: Entry) -> bool:
        return self.attachment is not None and not faults_of(self.agency, entry)


def _changes(entries: tuple[Entry, ...]) -> tuple[Change, ...]:
    if not entries:
        return ()
    subject, family = entries[0]["subject"], folded(entries[0]["family"])
    years = {entry["year"] for entry in entries}
    rows = [row for row in Result.objects.filter(subject=subject, year__in=years) if folded(row.family) == family]
    stored = {(row.year, row.node, row.standing): row for row in rows}
    return tuple(Change(entry, stored.get((entry["year"], entry["node"], entry["standing"]))) for entry in entries)
