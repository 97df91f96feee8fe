"""The form by which a table of peers comes in: what it is of, and its cells as a file or as pasted text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy

from chiso.frameworks import SubjectKind
from chiso.problems import ProblemError
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.models import Agency, Subject
from chiso.web.results.models import Result
from chiso.web.results.peers import _problems as told
from chiso.web.results.peers.operations import faults_of
from chiso.web.results.peers.reading import Read, grid_of, grid_of_text, read_grid
from chiso.web.results.peers.values import Heading
from chiso.web.results.spreadsheets.forms import TableForm, letters_of
from chiso.web.results.typed.fields import YearField
from chiso.web.ui.form_problems import add_problems

_YEARS = range(2000, 2101)


class PeersForm(TableForm):
    """A table of peers; once valid, `heading` and `found` are what would be recorded."""

    edition = forms.ChoiceField(label=gettext_lazy("Bộ chỉ số"))
    year = YearField(label=gettext_lazy("Năm"), min_value=_YEARS[0], max_value=_YEARS[-1])
    kind = forms.ChoiceField(label=gettext_lazy("Các đơn vị cùng xếp hạng"), choices=Subject.Kind.choices)
    standing = forms.ChoiceField(label=gettext_lazy("Loại số liệu"), choices=Result.Standing.choices)
    note = forms.CharField(label=gettext_lazy("Ghi chú"), max_length=500, required=False)

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Django
        super().__init__(*args, **kwargs)
        self.agency = agency
        self.found = Read((), ())
        language = get_language() or "vi"
        self.editions = editions_of(agency)
        fitting = [each for each in self.editions.all() if each.province in {None, agency.province}]
        edition = self.fields["edition"]
        if isinstance(edition, forms.ChoiceField):
            edition.choices = [(each.key, each.name.in_language(language)) for each in fitting]

    def clean(self) -> dict[str, Any]:
        """Read the cells, and check what the table is of."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        heading = self.heading
        self.take_document()
        grid = self.take_cells(
            lambda content, name: grid_of(content, name, heading.rules),
            lambda text: grid_of_text(text, heading.rules),
        )
        if grid is None:
            return cleaned
        self.found = read_grid(grid, heading.rules)
        faults = [each for each in faults_of(heading, self.found.rows) if each.code != told.NO_ROWS.code]
        if faults:
            add_problems(self, ProblemError(faults))
        return cleaned

    @property
    def heading(self) -> Heading:
        """What the table is of."""
        chosen = self.cleaned_data
        edition = self.editions.load(chosen["edition"], chosen["year"])
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
            among=self.editions,
        )

    @property
    def letters(self) -> list[tuple[str, str]]:
        """The faults of the cells."""
        return letters_of(self.found.faults)
