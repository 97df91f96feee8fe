"""Signing in and out, one's own password, the language."""

import pytest
from django.test import Client
from django.urls import reverse

from chiso.samples import SAMPLE_PASSWORD, sample_people
from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import ALLOWED, Action, Role, may
from chiso.web.audit.models import Event

SIGN_IN = "/dang-nhap/"
NEW = "một câu dài của riêng tôi"


@pytest.mark.parametrize("action", list(Action))
def test_the_administrator_may_do_everything(action):
    assert may(Role.ADMINISTRATOR, action)


def test_a_viewer_may_only_see():
    assert [action for action in Action if Role.VIEWER in ALLOWED[action]] == [Action.SEE]


@pytest.mark.django_db
def test_a_wrong_password_is_told_without_saying_which_was_wrong(member):
    user = member(Role.VIEWER)
    wrong = Client().post(SIGN_IN, {"username": user.username, "password": "sai-mat-khau"}).content.decode()
    unknown = Client().post(SIGN_IN, {"username": "khong-co", "password": "sai-mat-khau"}).content.decode()
    words = "Tên đăng nhập hoặc mật khẩu chưa đúng."
    assert (wrong.count(words), unknown.count(words)) == (1, 1)
    assert f'value="{user.username}"' in wrong
    assert "sai-mat-khau" not in wrong


@pytest.mark.django_db
def test_signing_in_leads_to_the_page_that_was_asked_for(member, agency):
    user = member(Role.VIEWER)
    client = Client()
    asked = reverse("agency:units", args=[agency.slug])
    to_sign_in = client.get(asked)
    response = client.post(to_sign_in.url, {"username": user.username, "password": "mat-khau-thu", "next": asked})
    assert (response.status_code, response.url) == (302, asked)


@pytest.mark.django_db
def test_signing_in_leads_to_no_other_site(member):
    user = member(Role.VIEWER)
    sent = {"username": user.username, "password": "mat-khau-thu", "next": "https://example.org/"}
    assert Client().post(SIGN_IN, sent).url == reverse("directory:home")


@pytest.mark.django_db
def test_signing_out_needs_a_post(client_for):
    client = client_for(Role.VIEWER)
    assert client.get(reverse("accounts:sign_out")).url == "/"
    assert client.get(reverse("accounts:password")).status_code == 200
    assert client.post(reverse("accounts:sign_out")).url == SIGN_IN
    assert client.get(reverse("directory:home")).status_code == 302


@pytest.mark.django_db
def test_a_new_password_is_recorded_but_not_told(client_for):
    client = client_for(Role.VIEWER)
    sent = {"old_password": "mat-khau-thu", "new_password1": NEW, "new_password2": NEW}
    assert client.post(reverse("accounts:password"), sent).status_code == 303
    assert client.get(reverse("accounts:password")).status_code == 200, "the session goes on"
    event = Event.objects.get()
    assert (event.name, event.details) == ("accounts.password.changed", {})
    assert User.objects.get().check_password(NEW)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"old_password": "sai"}, "Mật khẩu hiện tại chưa đúng."),
        ({"new_password2": "khác hẳn câu kia"}, "Hai lần nhập mật khẩu mới chưa giống nhau."),
        ({"new_password1": "ngắn", "new_password2": "ngắn"}, "10"),
    ],
)
def test_a_password_that_cannot_be_is_told(client_for, changed, words):
    sent = {"old_password": "mat-khau-thu", "new_password1": NEW, "new_password2": NEW} | changed
    response = client_for(Role.VIEWER).post(reverse("accounts:password"), sent)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert User.objects.get().check_password("mat-khau-thu")


@pytest.mark.django_db
def test_sample_accounts_are_shown_only_where_they_are_in(settings):
    assert "Tài khoản mẫu" not in Client().get(SIGN_IN).content.decode()
    person = sample_people()[0]
    User.objects.create_user(person.username, password=SAMPLE_PASSWORD, full_name=person.full_name)
    page = Client().get(SIGN_IN).content.decode()
    assert person.username in page
    assert SAMPLE_PASSWORD in page
    settings.EMBEDDED = False
    assert SAMPLE_PASSWORD not in Client().get(SIGN_IN).content.decode()


@pytest.mark.django_db
def test_the_language_can_be_changed_before_signing_in():
    client = Client()
    client.post(reverse("set_language"), {"language": "en", "next": SIGN_IN})
    assert '<html lang="en">' in client.get(SIGN_IN).content.decode()
