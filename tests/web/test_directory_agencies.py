"""New agencies."""

from datetime import UTC, datetime

import pytest

from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory.models import Agency, Membership
from chiso.web.directory.operations import create_agency

NOW = datetime(2022, 8, 15, 9, tzinfo=UTC)


def made(**changes) -> Agency:
    """Make an agency with its administrator."""
    given = {
        "slug": "so-noi-vu",
        "name": "Sở Nội vụ tỉnh Lào Cai",
        "short_name": "Sở Nội vụ",
        "province": "Lào Cai",
        "kind": "department",
        "administrator": "noivu-quantri",
        "full_name": "Người Quản Trị",
        "password": "mot-lan-thoi",
        "by": None,
        "now": NOW,
    }
    return create_agency(**given | changes)


@pytest.mark.django_db
def test_an_agency_comes_with_its_subject_and_first_administrator():
    agency = made()
    member = Membership.objects.get(agency=agency)
    assert (agency.subject.kind, agency.as_of) == ("department", None)
    assert (member.role, member.user.username, member.user.must_change_password) == (
        Role.ADMINISTRATOR,
        "noivu-quantri",
        True,
    )
    assert set(Event.objects.values_list("name", flat=True)) == {
        "directory.agency.created",
        "directory.account.created",
    }


@pytest.mark.django_db
def test_a_taken_address_is_refused():
    made()
    with pytest.raises(ProblemError, match="slug_taken"):
        made(name="Sở khác", administrator="khac")


@pytest.mark.django_db
def test_a_taken_sign_in_name_leaves_no_agency_behind():
    User.objects.create_user(username="noivu-quantri", password="x", full_name="Đã Có")
    with pytest.raises(ProblemError, match="username_taken"):
        made()
    assert Agency.objects.count() == 0
