"""What people type on the pages of plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from chiso.plans.status import Status
from chiso.problems import ProblemError
from chiso.web.directory.models import Agency, Person, Unit
from chiso.web.plans import _problems as problems
from chiso.web.plans.evidence import KINDS, Evidence, faults_of_size
from chiso.web.plans.models import Component, PlannedScore, Task
from chiso.web.plans.operations import Assignment, Target
from chiso.web.plans.progress import Progress
from chiso.web.plans.queries.filters import Grouping, TaskFilter, When
from chiso.web.plans.queries.labels import TIMINGS
from chiso.web.plans.queries.lines import TaskLine
from chiso.web.plans.queries.task import CommitmentLine

STATUS_WORDS = {
    Status.NOT_MET: _("■ Không đạt"),
    Status.AT_RISK: _("▲ Nguy cơ"),
    Status.MET: _("● Đạt"),
    Status.NO_DATA: _("○ Chưa có số liệu"),
}
WHEN_WORDS = {
    When.OVERDUE: _("Quá hạn"),
    When.WEEK: _("Đến hạn trong 7 ngày"),
    When.MONTH: _("Đến hạn trong 30 ngày"),
    When.QUARTER: _("Đến hạn trong quý này"),
    When.STANDING: _("Việc thường xuyên"),
    When.UNDATED: _("Không ghi hạn"),
}
GROUPING_WORDS = {Grouping.COMPONENT: _("Theo thành phần"), Grouping.UNIT: _("Theo đơn vị")}
_FIELDS = {
    problems.PROGRESS_IN_FUTURE.code: "on",
    problems.PROGRESS_BEFORE_PLAN.code: "on",
    problems.PERCENT_OUT_OF_RANGE.code: "percent",
    problems.EVIDENCE_TOO_LARGE.code: "file",
    problems.EVIDENCE_OF_WRONG_KIND.code: "file",
    problems.EVIDENCE_NOT_WHAT_IT_CLAIMS.code: "file",
    problems.LEAD_ALSO_COORDINATES.code: "coordinating",
    problems.SCORE_BEYOND_THE_SCALE.code: "target_score",
    problems.RANK_BEYOND_THE_RANKED.code: "target_rank",
    problems.COUNTED_NOWHERE_IN_ITS_PLAN.code: "components",
}


def day_field(label: str | Any, **kwargs: Any) -> forms.DateField:  # noqa: ANN401 (lazy text; Django's own arguments)
    """Make a field for a day: the browser's own calendar, or 31/12/2026 typed."""
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        **kwargs,
    )


def add_problems(form: forms.Form, error: ProblemError) -> None:
    """Put each fault beside the field that it is about, the others above the form."""
    language = get_language() or "vi"
    for problem in error.problems:
        field = _FIELDS.get(problem.code)
        words = f"{problem.message(language)} {problem.remedy(language)}"
        form.add_error(field if field in form.fields else None, words)


class FilterForm(forms.Form):
    """Which tasks of a list are wanted."""

    tim = forms.CharField(label=_("Tìm"), required=False, max_length=200, widget=forms.TextInput({"type": "search"}))
    don_vi = forms.TypedChoiceField(label=_("Đơn vị"), required=False, coerce=int, empty_value=None)
    trang_thai = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[("", _("Tất cả")), *((s.value, w) for s, w in STATUS_WORDS.items())],
    )
    thoi_gian = forms.ChoiceField(
        label=_("Thời hạn"), required=False, choices=[("", _("Tất cả")), *((w.value, t) for w, t in WHEN_WORDS.items())]
    )
    nhom = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(g.value, g.value) for g in Grouping])

    def __init__(self, data: Mapping[str, Any], *, units: Iterable[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="loc-%s")
        choice = self.fields["don_vi"]
        choice.choices = [("", _("Tất cả")), *units]  # type: ignore[attr-defined]  # it is a choice field

    @property
    def wanted(self) -> TaskFilter:
        """What is wanted; a choice that there is not means everything."""
        self.is_valid()
        chosen = self.cleaned_data
        return TaskFilter(
            unit=chosen.get("don_vi"),
            status=Status(chosen["trang_thai"]) if chosen.get("trang_thai") else None,
            when=When(chosen["thoi_gian"]) if chosen.get("thoi_gian") else None,
            words=chosen.get("tim", ""),
        )

    @property
    def grouping(self) -> Grouping:
        """By what the list is grouped."""
        self.is_valid()
        return Grouping(self.cleaned_data.get("nhom") or Grouping.COMPONENT)


class ProgressForm(forms.Form):
    """A report on a task."""

    on = day_field(_("Ngày"))
    percent = forms.IntegerField(
        label=_("Tiến độ, %"), required=False, min_value=0, max_value=100, help_text=_("100 được tính là xong.")
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
                label=each.text,
                help_text=gettext("Giá trị đạt được, tính bằng: %(unit)s") % {"unit": each.unit},
                required=False,
                localize=True,
                max_digits=14,
                decimal_places=4,
                widget=forms.TextInput({"inputmode": "decimal"}),
            )

    def value_fields(self) -> Iterator[forms.BoundField]:
        """Give the fields of the promised figures."""
        return (self[name] for name in self._values)

    def clean_file(self) -> Evidence | None:
        """Read the file, unless it is too large to be read."""
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        name = upload.name[-200:]
        if found := faults_of_size(name, upload.size):
            language = get_language() or "vi"
            raise forms.ValidationError([f"{each.message(language)} {each.remedy(language)}" for each in found])
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


class AssignmentForm(forms.Form):
    """Who answers, and when."""

    lead = forms.ModelChoiceField(Unit.objects.none(), label=_("Chủ trì"), required=False)
    coordinating = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("Phối hợp"), required=False, widget=forms.CheckboxSelectMultiple
    )
    leader = forms.ModelChoiceField(Person.objects.none(), label=_("Lãnh đạo phụ trách"), required=False)
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

    due_on = day_field(
        _("Ngày cuối cùng còn đúng hạn"), required=False, help_text=_("Để trống nếu là việc lặp lại hoặc không có hạn.")
    )


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
