"""Plans: from the uploaded document to targets, tasks, assignments and progress."""

from textwrap import shorten

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from chiso.web.directory.models import Agency, Person, Subject, Unit


class Draft(models.Model):
    """A document that was read and is being reviewed; it keeps what was read and what a person made of it.

    document: the blocks as `importing.document_form.document_json` gives them; reading: plan, places and doubts as
    `plans.reading_to_json` gives them; edited: the plan as it stands now, as `importing.edited.Edited` keeps it.
    """

    class State(models.TextChoices):
        REVIEWING = "reviewing", _("Đang rà soát")
        ACCEPTED = "accepted", _("Đã chấp nhận")
        DISCARDED = "discarded", _("Đã bỏ")

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="drafts")
    file_name = models.CharField(max_length=255)
    file = models.FileField(upload_to="plans/%Y/")
    sha256 = models.CharField(max_length=64)
    document = models.JSONField()
    reading = models.JSONField()
    edited = models.JSONField()
    state = models.CharField(max_length=20, choices=State, default=State.REVIEWING)
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.file_name


class Plan(models.Model):
    """A plan that is running: one agency, one index of one subject, one year."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="plans")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="plans")
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="plan")
    family = models.CharField(max_length=20)
    edition = models.CharField(max_length=80, blank=True)
    edition_hash = models.CharField(max_length=64, blank=True)
    year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=60, blank=True)
    issued = models.CharField(
        max_length=10, blank=True, help_text=_("ngày ban hành: năm, năm-tháng hoặc năm-tháng-ngày")
    )
    title = models.CharField(max_length=500)
    signer = models.CharField(max_length=200, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "family"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "subject", "family", "year"], name="one_plan_an_index_and_year")
        ]

    def __str__(self) -> str:
        return self.title


class Assigned(models.Model):
    """Who leads, which leader is in charge, and when; coordinating units stand in each model."""

    lead = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)ss_led")
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)ss")
    timing_kind = models.CharField(max_length=20, blank=True)
    timing_text = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


class Component(Assigned):
    """A component of the index as the plan treats it; `node` is its code in the edition, "" where unknown."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="components")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20, blank=True)
    node = models.CharField(max_length=80, blank=True)
    group = models.CharField(max_length=300, blank=True)
    name = models.CharField(max_length=300)
    coordinating = models.ManyToManyField(Unit, blank=True, related_name="components_coordinated")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "position"], name="one_component_a_position")]

    def __str__(self) -> str:
        return self.name


class PlannedScore(models.Model):
    """A baseline or a target as the plan states it, of a component or (component null) of the whole index."""

    class Part(models.TextChoices):
        BASELINE = "baseline", _("Kết quả năm trước")
        TARGET = "target", _("Mục tiêu")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="scores")
    component = models.ForeignKey(Component, on_delete=models.CASCADE, null=True, blank=True, related_name="scores")
    part = models.CharField(max_length=10, choices=Part)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    score = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    score_is_minimum = models.BooleanField(default=False)
    score_is_maximum_points = models.BooleanField(default=False)
    scale = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    rank_of = models.PositiveIntegerField(null=True, blank=True)
    rank_is_at_most = models.BooleanField(default=False)
    band = models.CharField(max_length=40, blank=True)
    previous_rank = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "part"], condition=models.Q(component__isnull=True), name="one_whole_score_a_part"
            ),
            models.UniqueConstraint(
                fields=["component", "part"], condition=models.Q(component__isnull=False), name="one_score_a_part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.year or ''}"


class Task(Assigned):
    """A piece of work; it may count for several components, of several plans; none where it is general."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    components = models.ManyToManyField(Component, blank=True, related_name="tasks")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    search_key = models.TextField(editable=False)
    coordinating = models.ManyToManyField(Unit, blank=True, related_name="tasks_coordinated")
    due_on = models.DateField(null=True, blank=True, db_index=True, help_text=_("ngày cuối cùng còn tính là đúng hạn"))
    done_on = models.DateField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(100)])
    updated_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="one_task_a_position"),
            models.CheckConstraint(
                condition=models.Q(percent__isnull=True) | models.Q(percent__lte=100), name="percent_to_100"
            ),
        ]

    def __str__(self) -> str:
        return shorten(self.text, 80, placeholder="…")


class Commitment(models.Model):
    """A figure that a task promises: operator and unit as in `chiso.plans.plan.Quantity`."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="commitments")
    position = models.PositiveSmallIntegerField()
    operator = models.CharField(max_length=6)
    value = models.DecimalField(max_digits=14, decimal_places=4)
    upper = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField(max_length=100)
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class ProgressUpdate(models.Model):
    """What a unit reports of a task: dated, by whom, per cent or done, note, file. Never changed, only followed."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="updates")
    on = models.DateField()
    percent = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(100)])
    is_done = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    file = models.FileField(upload_to="evidence/%Y/", blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} {self.percent or ''}"


class CommitmentValue(models.Model):
    """The value of a commitment that a progress update reports."""

    update = models.ForeignKey(ProgressUpdate, on_delete=models.CASCADE, related_name="values")
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="values")
    value = models.DecimalField(max_digits=14, decimal_places=4)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["update", "commitment"], name="one_value_an_update")]

    def __str__(self) -> str:
        return f"{self.value}"


class ReportingRule(models.Model):
    """A reporting duty of the plan; the fields mean what they mean in `chiso.plans.plan.ReportingRule`."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reporting_rules")
    position = models.PositiveSmallIntegerField()
    period = models.CharField(max_length=20)
    due_day = models.PositiveSmallIntegerField(null=True, blank=True)
    due_months = models.JSONField(default=list)
    due_date = models.CharField(max_length=10, blank=True)
    due_is_inclusive = models.BooleanField(null=True, blank=True)
    due_month_offset = models.SmallIntegerField(null=True, blank=True)
    to = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    onward_to = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.period


class FindingDismissal(models.Model):
    """A finding of the check that a person put aside with a reason; one taken up again stays in the history.

    fingerprint, code, severity, message: those of `chiso.plans.Finding` when it was put aside
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="dismissals")
    fingerprint = models.CharField(max_length=16, db_index=True)
    code = models.CharField(max_length=80)
    severity = models.CharField(max_length=10)
    message = models.TextField()
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    reopened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reopened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "fingerprint"],
                condition=models.Q(reopened_at__isnull=True),
                name="one_dismissal_a_finding",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"
