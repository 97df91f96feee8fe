"""How plans, families of indices and timings are called on screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chiso.plans import TimingKind
from chiso.web.plans.models import Plan

FAMILIES = {
    "DDCI": "DDCI",
    "PCI": "PCI",
    "PAR": "PAR INDEX",
    "PAR INDEX": "PAR INDEX",
    "PAPI": "PAPI",
    "SIPAS": "SIPAS",
}
TIMINGS = {
    TimingKind.CONTINUOUS: _("Thường xuyên"),
    TimingKind.YEARLY: _("Hằng năm"),
    TimingKind.HALF_YEARLY: _("6 tháng một lần"),
    TimingKind.QUARTERLY: _("Hằng quý"),
    TimingKind.MONTHLY: _("Hằng tháng"),
    TimingKind.BY_DATE: _("Đến một ngày"),
    TimingKind.AS_NEEDED: _("Theo tình hình thực tế"),
}


def family_label(family: str) -> str:
    """Name the index as offices write it."""
    return FAMILIES.get(family.upper(), family)


def plan_label(plan: Plan) -> str:
    """Name a plan by its index and year."""
    return f"{family_label(plan.family)} {plan.year}"
