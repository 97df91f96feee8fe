"""Agencies, units and people for the tests of pages; taken into conftest.py."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Agency, Membership, Subject, Unit, UnitName
from chiso.web.project.samples import load_peers
from chiso.web.results.peers.queries import tables
from chiso.web.results.peers.values import Table

AS_OF = date(2022, 8, 15)


def make_agency(slug: str, name: str, province: str) -> Agency:
    """Make a department with three rooms, on 15 August 2022."""
    subject = Subject.objects.create(kind=Subject.Kind.DEPARTMENT, name=name, province=province)
    agency = Agency.objects.create(
        slug=slug, name=name, short_name=slug.upper(), province=province, subject=subject, as_of=AS_OF
    )
    for room in ("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính"):
        unit = Unit.objects.create(agency=agency, name=room)
        UnitName.objects.create(agency=agency, unit=unit, name=room)
    return agency


@pytest.fixture
def agency(db) -> Agency:
    """The agency that a test is about."""
    return make_agency("so-mau", "Sở Mẫu mực", "Lào Cai")


@pytest.fixture
def other_agency(db) -> Agency:
    """An agency whose pages must not be found."""
    return make_agency("so-khac", "Sở Khác", "Quảng Trị")


@pytest.fixture
def member(agency) -> Callable[..., User]:
    """Make a person of a role in the agency: `member(Role.OFFICER, unit="Thanh tra Sở")`."""

    def make(role: Role, *, unit: str = "Văn phòng Sở", of: Agency = agency) -> User:
        user = User.objects.create_user(
            username=f"{of.slug}-{role}-{User.objects.count()}", password="mat-khau-thu", full_name="Người Thử"
        )
        Membership.objects.create(user=user, agency=of, role=role, unit=Unit.objects.get(agency=of, name=unit))
        return user

    return make


@pytest.fixture
def client_for(member) -> Callable[..., Client]:
    """Give a client signed in as a role: `client_for(Role.FOCAL)`."""

    def make(role: Role, **kwargs) -> Client:
        client = Client()
        client.force_login(member(role, **kwargs))
        return client

    return make


@pytest.fixture
def lang_son(agency) -> Agency:
    """The agency in a province of the tables of peers that come with the program."""
    agency.province = "Lạng Sơn"
    agency.save()
    load_peers()
    return agency


@pytest.fixture
def pci_2021(lang_son) -> Table:
    """The newest of these tables that holds its province."""
    return tables(lang_son, AS_OF)[0]
