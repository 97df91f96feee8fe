"""Accounts of an agency's people."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.plan_rows import NOW, unit_of

from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory import operations
from chiso.web.directory.models import Membership
from chiso.web.directory.passwords import one_time_password

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client_for):
    return client_for(Role.ADMINISTRATOR)


def new_account(agency, **changed):
    values = {"full_name": "Đỗ Thị Mới", "username": "dothimoi", "role": "officer"}
    return values | {"unit": unit_of(agency, "Thanh tra Sở").pk} | changed


def test_a_new_account_signs_in_with_the_password_shown_once_and_must_change_it(administrator, agency):
    response = administrator.post(reverse("agency:add_account", args=[agency.slug]), new_account(agency))
    password = re.search(r'<output class="one-time">([^<]+)</output>', response.content.decode())[1]
    assert response.headers["Cache-Control"] == "no-store"
    person = Client()
    assert person.login(username="dothimoi", password=password)
    home = person.get(reverse("scorecard:home", args=[agency.slug]))
    assert (home.status_code, home.url) == (302, reverse("accounts:password"))
    assert person.get(reverse("directory:home")).url == reverse("accounts:password")
    person.post(
        reverse("accounts:password"),
        {
            "old_password": password,
            "new_password1": "một câu dài của riêng tôi",
            "new_password2": "một câu dài của riêng tôi",
        },
    )
    assert person.get(reverse("scorecard:home", args=[agency.slug])).status_code == 200


def test_the_password_stands_nowhere_but_on_that_page(administrator, agency):
    response = administrator.post(reverse("agency:add_account", args=[agency.slug]), new_account(agency))
    password = response.context["password"]
    event = Event.objects.get()
    assert (event.name, event.details["username"]) == ("directory.account.created", "dothimoi")
    assert password not in str(event.details)
    assert password not in str(dict(administrator.session))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"unit": ""}, "phải thuộc một đơn vị"),
        ({"username": "Đỗ Mới"}, "chữ thường không dấu"),
        ({"full_name": ""}, "Nhập họ và tên."),
    ],
)
def test_an_account_that_cannot_be_is_told_beside_the_field(administrator, agency, changed, words):
    response = administrator.post(reverse("agency:add_account", args=[agency.slug]), new_account(agency, **changed))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not User.objects.filter(full_name="Đỗ Thị Mới").exists()


def test_a_taken_username_is_refused_whatever_its_case(administrator, agency, other_agency):
    User.objects.create_user("DoThiMoi", password="x", full_name="Người Khác")
    response = administrator.post(reverse("agency:add_account", args=[agency.slug]), new_account(agency))
    assert response.status_code == 422
    assert "đã có người dùng" in response.content.decode()


def test_role_and_unit_can_be_changed(administrator, agency, member):
    membership = member(Role.VIEWER).memberships.get()
    address = reverse("agency:account", args=[agency.slug, membership.pk])
    response = administrator.post(
        address, {"full_name": "Tên Mới", "role": "unit-head", "unit": unit_of(agency, "Thanh tra Sở").pk}
    )
    membership.refresh_from_db()
    assert (response.status_code, membership.role, membership.unit.name) == (303, Role.UNIT_HEAD, "Thanh tra Sở")
    assert membership.user.full_name == "Tên Mới"
    event = Event.objects.get()
    assert (event.details["before"]["role"], event.details["after"]["role"]) == ("viewer", "unit-head")


def test_an_account_out_of_use_finds_nothing_and_comes_back(administrator, agency, client_for):
    person = client_for(Role.VIEWER)
    membership = Membership.objects.get(role=Role.VIEWER)
    address = reverse("agency:set_active", args=[agency.slug, membership.pk])
    home = reverse("scorecard:home", args=[agency.slug])
    administrator.post(address, {"is_active": "0"})
    assert person.get(home).status_code == 404
    assert "chưa thuộc cơ quan nào" in person.get(reverse("directory:home")).content.decode()
    administrator.post(address, {"is_active": "1"})
    assert person.get(home).status_code == 200
    assert [event.name for event in Event.objects.order_by("pk")] == [
        "directory.account.deactivated",
        "directory.account.reactivated",
    ]


def test_the_last_administrator_stays(administrator, agency):
    membership = Membership.objects.get(role=Role.ADMINISTRATOR)
    deactivated = administrator.post(
        reverse("agency:set_active", args=[agency.slug, membership.pk]), {"is_active": "0"}
    )
    demoted = administrator.post(
        reverse("agency:account", args=[agency.slug, membership.pk]), {"full_name": "Người Thử", "role": "viewer"}
    )
    assert (deactivated.status_code, demoted.status_code) == (422, 422)
    membership.refresh_from_db()
    assert (membership.role, membership.is_active) == (Role.ADMINISTRATOR, True)
    assert not Event.objects.exists()


def test_one_of_two_administrators_may_go(agency, member):
    first = member(Role.ADMINISTRATOR).memberships.get()
    second = member(Role.ADMINISTRATOR).memberships.get()
    operations.set_active(membership=first, is_active=False, by=None, now=NOW)
    with pytest.raises(ProblemError) as caught:
        operations.set_active(membership=second, is_active=False, by=None, now=NOW)
    assert [problem.code for problem in caught.value.problems] == ["directory.last_administrator"]


def test_a_new_password_ends_the_old_one(administrator, agency, member):
    user = member(Role.VIEWER)
    address = reverse("agency:reset_password", args=[agency.slug, user.memberships.get().pk])
    password = administrator.post(address).context["password"]
    user.refresh_from_db()
    assert (user.check_password("mat-khau-thu"), user.check_password(password)) == (False, True)
    assert user.must_change_password


def test_the_password_of_a_person_of_two_agencies_is_not_one_agencys_to_set(
    administrator, agency, other_agency, member
):
    user = member(Role.VIEWER)
    Membership.objects.create(user=user, agency=other_agency, role=Role.ADMINISTRATOR)
    address = reverse("agency:reset_password", args=[agency.slug, user.memberships.get(agency=agency).pk])
    assert administrator.post(address).status_code == 422
    user.refresh_from_db()
    assert user.check_password("mat-khau-thu")


@pytest.mark.parametrize("name", ["account", "set_active", "reset_password"])
def test_an_account_of_another_agency_is_not_found(administrator, agency, other_agency, member, name):
    stranger = member(Role.VIEWER, of=other_agency).memberships.get()
    address = reverse(f"agency:{name}", args=[agency.slug, stranger.pk])
    assert administrator.post(address, {"is_active": "0"}).status_code == 404
    stranger.refresh_from_db()
    assert stranger.is_active


def test_a_one_time_password_can_be_read_out():
    found = {one_time_password() for _ in range(50)}
    assert len(found) == 50
    assert all(re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", password) for password in found)


def test_the_list_asks_the_database_no_more_with_more_people(
    administrator, agency, member, django_assert_max_num_queries
):
    for _ in range(12):
        member(Role.VIEWER)
    with django_assert_max_num_queries(6):
        administrator.get(reverse("agency:accounts", args=[agency.slug]))
