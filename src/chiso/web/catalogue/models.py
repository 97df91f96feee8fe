"""Editions that an agency keeps for itself, on the base of those that come with the program."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chiso.web.directory.models import Agency


class OwnEdition(models.Model):
    """One version of an agency's own edition.

    text, scenarios: its pack files as YAML, what it says itself
    whole:           what it said together with its base when it was put in force, as JSON; never changed again
    content_hash:    of that whole
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("đang lập")
        IN_FORCE = "in-force", _("đang áp dụng")
        REPLACED = "replaced", _("đã thay bằng bản sau")
        WITHDRAWN = "withdrawn", _("đã thôi áp dụng")

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="own_editions")
    base = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    text = models.TextField()
    scenarios = models.TextField(blank=True)
    whole = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()
    in_force_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    in_force_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "base", "version"], name="one_own_edition_a_version"),
            models.UniqueConstraint(
                fields=["agency", "base"], condition=Q(state="draft"), name="one_draft_of_an_own_edition"
            ),
            models.UniqueConstraint(
                fields=["agency", "base"], condition=Q(state="in-force"), name="one_own_edition_in_force"
            ),
        ]
        ordering = ["key", "-version"]

    def __str__(self) -> str:
        return f"{self.key}, {self.version}"


class SourceDocument(models.Model):
    """The file of a source that an own edition cites, kept with every version that cites it."""

    edition = models.ForeignKey(OwnEdition, on_delete=models.CASCADE, related_name="documents")
    source = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="sources/%Y")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "source"], name="one_document_a_source")]
        ordering = ["source"]

    def __str__(self) -> str:
        return self.name
