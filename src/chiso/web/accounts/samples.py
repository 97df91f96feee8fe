"""The sample accounts, as the sign-in page of a trial shows them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from chiso.samples import SAMPLE_PASSWORD, sample_agencies, sample_people
from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import Role


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """One person to sign in as."""

    username: str
    full_name: str
    role: str
    unit: str


@dataclass(frozen=True, slots=True)
class SampleAccounts:
    """Everybody to sign in as, by agency, with the password that all of them have."""

    password: str
    agencies: tuple[tuple[str, tuple[SampleAccount, ...]], ...]


def sample_accounts() -> SampleAccounts | None:
    """The sample accounts that are in the database; None where the sample data is not loaded."""
    people = sample_people()
    present = set(
        User.objects.filter(username__in=[person.username for person in people]).values_list("username", flat=True)
    )
    names = {agency.key: agency.name for agency in sample_agencies()}
    by_agency = groupby((person for person in people if person.username in present), key=lambda person: person.agency)
    agencies = tuple(
        (
            names[slug],
            tuple(
                SampleAccount(person.username, person.full_name, str(Role(person.role).label), person.unit)
                for person in group
            ),
        )
        for slug, group in by_agency
    )
    return SampleAccounts(SAMPLE_PASSWORD, agencies) if agencies else None
