"""Changes to a running plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.directory.models import Agency, Person, Unit
from chiso.web.plans.models import Component, PlannedScore, Task
from chiso.web.plans.operations import Assignment, Target
from chiso.web.plans.queries.labels import TIMINGS
from chiso.web.ui.days import DayField


class AssignmentForm(forms.Form):
    """Who answers, and when."""

    lead = forms.ModelChoiceField(Unit.objects.none(), label=_("Chủ trì"), required=False, empty_label=_("Không ghi"))
    coordinating = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("Phối hợp"), required=False, widget=forms.CheckboxSelectMultiple
    )
    leader = forms.ModelChoiceField(
        Person.objects.none(), label=_("Lãnh đạo phụ trách"), required=False, empty_label=_("Không ghi")
    )
    timing_kind = forms.ChoiceField(
        label=_("Thời gian"),
        required=False,
        choices=[("", _("Không ghi")), *((k.value, w) for k, w in TIMINGS.items())],
    )
    timing_text = forms.CharField(label=_("Thời gian, theo lời văn bản"), required=False, max_length=300)

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        units = Unit.objects.filter(agency=agency)
        self.fields["lead"].queryset = self.fields["coordinating"].queryset = units  # type: ignore[attr-defined]  # both choose
        self.fields["leader"].queryset = Person.objects.filter(agency=agency)  # type: ignore[attr-defined]  # it chooses too

    @property
    def assignment(self) -> Assignment:
        """The assignment, once the form is valid."""
        chosen = self.cleaned_data
        return Assignment(
            lead=chosen["lead"],
            coordinating=tuple(chosen["coordinating"]),
            leader=chosen["leader"],
            timing_kind=chosen["timing_kind"],
            timing_text=chosen["timing_text"],
        )


class ComponentForm(AssignmentForm):
    """Assignment, timing and target of a component."""

    target_score = forms.DecimalField(
        label=_("Mục tiêu: điểm"),
        required=False,
        localize=True,
        max_digits=12,
        decimal_places=4,
        widget=forms.TextInput({"inputmode": "decimal"}),
    )
    target_score_is_minimum = forms.BooleanField(label=_("từ mức này trở lên"), required=False)
    target_rank = forms.IntegerField(label=_("Mục tiêu: hạng"), required=False, min_value=1)
    target_rank_is_at_most = forms.BooleanField(label=_("trong nhóm từ hạng này trở lên"), required=False)
    target_band = forms.CharField(label=_("Mục tiêu: xếp loại"), required=False, max_length=40)

    @property
    def target(self) -> Target:
        """The target, once the form is valid."""
        chosen = self.cleaned_data
        return Target(
            score=chosen["target_score"],
            score_is_minimum=chosen["target_score_is_minimum"],
            rank=chosen["target_rank"],
            rank_is_at_most=chosen["target_rank_is_at_most"],
            band=chosen["target_band"],
        )


class TaskForm(AssignmentForm):
    """Assignment, timing and last day of a task."""

    due_on = DayField(
        label=_("Ngày cuối cùng còn đúng hạn"),
        required=False,
        help_text=_("Để trống nếu là việc lặp lại hoặc không có hạn."),
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, agency=agency, **kwargs)
        self.fields["lead"].empty_label = self.fields["leader"].empty_label = _("Theo thành phần")  # type: ignore[attr-defined]  # both choose
        timing = self.fields["timing_kind"]
        timing.choices = [("", _("Theo thành phần")), *timing.choices[1:]]  # type: ignore[attr-defined]  # it is a choice field


class CountForm(forms.Form):
    """For which components a task counts."""

    components = forms.ModelMultipleChoiceField(
        Component.objects.none(), required=False, label=_("Tính cho các thành phần")
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        components = Component.objects.filter(plan__agency=agency).select_related("plan")
        self.fields["components"].queryset = components  # type: ignore[attr-defined]  # it chooses


def as_it_stands(target: Component | Task) -> dict[str, Any]:
    """Give what the form of a component or task starts with."""
    initial: dict[str, Any] = {
        "lead": target.lead_id,
        "coordinating": [unit.pk for unit in target.coordinating.all()],
        "leader": target.leader_id,
        "timing_kind": target.timing_kind,
        "timing_text": target.timing_text,
    }
    if isinstance(target, Task):
        return initial | {"due_on": target.due_on}
    row = next((each for each in target.scores.all() if each.part == PlannedScore.Part.TARGET), None)
    if row is None:
        return initial
    return initial | {
        "target_score": row.score.normalize() if row.score is not None else None,
        "target_score_is_minimum": row.score_is_minimum,
        "target_rank": row.rank,
        "target_rank_is_at_most": row.rank_is_at_most,
        "target_band": row.band,
    }
