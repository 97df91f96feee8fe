"""The form of a plan's targets: the whole's points, rank, band and year, and the points of each component."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.results.typed.fields import PointsField, WholeField, YearField
from chiso.web.scorecard.roads.aims import Aim, Aims, Row
from chiso.web.ui.numbers import LOWEST_RANK

_YEARS_AHEAD = 10


class ScoreField(PointsField):
    """Points of one target; nothing where it promises none."""

    def __init__(self, row: Row) -> None:
        super().__init__(
            required=False,
            min_value=Decimal(0),
            max_value=row.scale,
            max_digits=12,
            decimal_places=4,
            label=row.name,
            widget=forms.TextInput({"size": 8}),
        )


class TargetsForm(forms.Form):
    """All targets of a plan, filled in with what a road proposes."""

    rank = WholeField(label=_("Hạng"), required=False, min_value=1, max_value=LOWEST_RANK)
    band = forms.CharField(label=_("Xếp loại"), required=False, max_length=40)
    year = YearField(label=_("Năm"), required=True)

    def __init__(self, *args: Any, aims: Aims, **kwargs: Any) -> None:  # noqa: ANN401 - Django's
        super().__init__(*args, **kwargs)
        self.aims, whole = aims, aims.whole.proposed
        self.initial = {_name(row): row.proposed.score for row in aims.rows}
        self.initial |= {"rank": whole.rank, "band": whole.band, "year": whole.year or aims.plan.year}
        self.fields |= {_name(row): ScoreField(row) for row in aims.rows}

    def clean_year(self) -> int:
        """The year of the target: the plan's own, or one soon after it."""
        year: int = self.cleaned_data["year"]
        first = self.aims.plan.year
        if not first <= year <= first + _YEARS_AHEAD:
            raise forms.ValidationError(
                _("Năm của mục tiêu từ %(first)s đến %(last)s."),
                params={"first": first, "last": first + _YEARS_AHEAD},
            )
        return year

    @property
    def rows(self) -> Iterator[tuple[Row, forms.BoundField]]:
        """Each target with its field of points, the whole first."""
        for row in self.aims.rows:
            yield row, self[_name(row)]

    @property
    def whole(self) -> Aim:
        """The target of the whole, once the form is valid."""
        read = self.cleaned_data
        return Aim(read[_name(self.aims.whole)], read["rank"], read["band"].strip(), read["year"])

    @property
    def scores(self) -> dict[int, Decimal | None]:
        """The points of each component by its id, once the form is valid."""
        return {
            row.component_id: self.cleaned_data[_name(row)]
            for row in self.aims.components
            if row.component_id is not None
        }


def _name(row: Row) -> str:
    return "score" if row.component_id is None else f"score-{row.component_id}"
