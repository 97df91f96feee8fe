"""Subjects that are measured, agencies that answer for them, their units and people."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chiso.units import search_key, sort_key
from chiso.web.accounts.permissions import Role


class Named(models.Model):
    """Something with a Vietnamese name that is sorted and searched the same way on every database."""

    name = models.CharField(max_length=300)
    sort_key = models.CharField(max_length=900, editable=False, db_index=True)
    search_key = models.CharField(max_length=300, editable=False, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep both keys in step with the name."""
        self.sort_key, self.search_key = sort_key(self.name), search_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as given


class Subject(Named):
    """What an index measures: a department, a district or commune, a province."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", _("Sở, ban, ngành")
        DISTRICT = "district", _("Huyện, thị xã, thành phố")
        COMMUNE = "commune", _("Xã, phường")
        PROVINCE = "province", _("Tỉnh, thành phố")

    kind = models.CharField(max_length=20, choices=Kind)
    province = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name", "province"], name="one_subject_a_name")]
        ordering = ["sort_key"]


class Agency(Named):
    """A public agency: it owns plans, units and people; `as_of` is the day of sample data."""

    slug = models.SlugField(max_length=60, unique=True)
    short_name = models.CharField(max_length=60)
    province = models.CharField(max_length=60)
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, related_name="agency")
    as_of = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["sort_key"]
        verbose_name_plural = "agencies"


class Unit(Named):
    """A room, branch, centre or inspectorate of an agency; or a collective such as "all rooms"."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="units")
    kind = models.CharField(max_length=30, blank=True)
    is_collective = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="one_unit_a_name")]
        ordering = ["is_collective", "sort_key"]


class UnitName(models.Model):
    """A name as documents write it for a unit, the unit's own name included."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="a_name_means_one_unit")]

    def __str__(self) -> str:
        return self.name


class Person(Named):
    """A leader who is in charge of components; has an account or not."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="people")
    position = models.CharField(max_length=120, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="person"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="one_person_a_name")]
        ordering = ["sort_key"]
        verbose_name_plural = "people"


class Membership(models.Model):
    """What a user is in an agency, and in which unit."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "agency"], name="one_membership_an_agency"),
            models.CheckConstraint(
                condition=~Q(role__in=[Role.UNIT_HEAD, Role.OFFICER]) | Q(unit__isnull=False),
                name="unit_roles_have_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
