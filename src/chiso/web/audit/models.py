"""Who did what, when: one line for every write."""

from django.conf import settings
from django.db import models


class Event(models.Model):
    """One write, told in a dotted name and the values that a person needs to understand it."""

    at = models.DateTimeField(db_index=True)
    name = models.CharField(max_length=100, db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    agency = models.CharField(max_length=60, blank=True, db_index=True)
    about = models.CharField(max_length=100)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.name} {self.about}"
