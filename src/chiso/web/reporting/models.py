"""Reports that have gone out."""

from django.conf import settings
from django.db import models

from chiso.web.plans.models import ReportingRule


class ReportFiling(models.Model):
    """That the report of one period of a reporting rule was sent, when and by whom."""

    rule = models.ForeignKey(ReportingRule, on_delete=models.CASCADE, related_name="filings")
    period = models.CharField(max_length=20, help_text="the period as chiso.periods writes it")
    filed_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rule", "period"], name="one_filing_a_period")]

    def __str__(self) -> str:
        return f"{self.rule} {self.period}"
