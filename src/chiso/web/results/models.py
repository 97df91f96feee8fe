"""Results of a subject in an index, year by year, as announced or provisional."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chiso import packs
from chiso.problems import ProblemError
from chiso.web.directory.models import Agency, Subject


class Result(models.Model):
    """Score, band and rank of one subject, one year, one node of an index.

    node: "" for the index as a whole, else the code of the edition's node; where no edition is known, the
    name as printed stands in `name` and node is that name.
    document: the publication it was taken from; figures that were entered together share one
    """

    class Standing(models.TextChoices):
        OFFICIAL = "official", _("Chính thức")
        PROVISIONAL = "provisional", _("Tạm tính")

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="results")
    family = models.CharField(max_length=20)
    edition = models.CharField(max_length=80, blank=True)
    year = models.PositiveSmallIntegerField()
    node = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=300, blank=True)
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.OFFICIAL)
    score = models.DecimalField(max_digits=18, decimal_places=10, null=True, blank=True)
    scale = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    rank_of = models.PositiveIntegerField(null=True, blank=True)
    band = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=500)
    document = models.FileField(upload_to="results/%Y", blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "family", "year", "node", "standing"], name="one_result_a_node_and_year"
            ),
            models.CheckConstraint(
                condition=models.Q(rank__isnull=True)
                | models.Q(rank_of__isnull=True)
                | models.Q(rank__lte=models.F("rank_of")),
                name="rank_within_the_ranked",
            ),
        ]
        ordering = ["family", "-year", "node"]

    def __str__(self) -> str:
        return " · ".join(part for part in (f"{self.family} {self.year}", self.node_name, str(self.subject)) if part)

    @property
    def node_name(self) -> str:
        """The name of the node as its edition has it, else as printed; "" of the whole."""
        try:
            edition = packs.load(self.edition) if self.edition and self.node else None
        except ProblemError:
            edition = None
        if edition is None or self.node not in edition:
            return self.name or self.node
        return edition.node(self.node).name.in_language(get_language() or "vi")


class PeerTable(models.Model):
    """The results of all units that are ranked together in one year, as announced or provisional.

    agency:   whose entry it is, seen by nobody else; None of the tables that come with the program
    province: "" of a table of the whole country
    mark:     changes with what the table says, so that what was worked out of it may be kept
    """

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, null=True, blank=True, related_name="peer_tables")
    family = models.CharField(max_length=20)
    edition = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=Subject.Kind)
    province = models.CharField(max_length=60, blank=True)
    standing = models.CharField(max_length=20, choices=Result.Standing, default=Result.Standing.OFFICIAL)
    source = models.CharField(max_length=500)
    note = models.CharField(max_length=500, blank=True)
    document = models.FileField(upload_to="peers/%Y", blank=True)
    mark = models.CharField(max_length=64)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "family", "year", "kind", "province", "standing"], name="one_table_a_group_and_year"
            ),
            models.UniqueConstraint(
                fields=["family", "year", "kind", "province", "standing"],
                condition=models.Q(agency__isnull=True),
                name="one_table_of_the_program",
            ),
        ]
        ordering = ["family", "-year", "province", "kind", "standing"]

    def __str__(self) -> str:
        return " · ".join(
            part for part in (f"{self.family} {self.year}", self.province, self.get_kind_display()) if part
        )


class PeerScore(models.Model):
    """What a table says of one unit and one node of the edition; rank and band stand with the headline."""

    table = models.ForeignKey(PeerTable, on_delete=models.CASCADE, related_name="scores")
    unit = models.CharField(max_length=300)
    node = models.CharField(max_length=80)
    score = models.DecimalField(max_digits=18, decimal_places=10, null=True, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    band = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "unit", "node"], name="one_score_a_unit_and_node")]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.unit} · {self.node}"


class Scenario(models.Model):
    """A road to a target that somebody has kept: what was asked and what came out.

    plan_id: the plan that it belongs to, by value, for results know no plans
    inputs:  the fields of the road's form as they were filled in; outcome: the figures as they were shown
    """

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="scenarios")
    plan_id = models.PositiveBigIntegerField(db_index=True)
    name = models.CharField(max_length=200)
    inputs = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "plan_id", "name"], name="one_scenario_a_name")]
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
