"""What every page has: filters, the clock, the frame, pages for faults."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from tests.web.plans_running import make_plan, make_task

from chiso.problems import ProblemError, ProblemKind, Text
from chiso.web.accounts.permissions import Role
from chiso.web.ui import clock
from chiso.web.ui.days import DayField
from chiso.web.ui.form_problems import add_problems
from chiso.web.ui.icons import ICONS
from chiso.web.ui.middleware import POLICY, ProblemsAsPages
from chiso.web.ui.templatetags import chiso as tags

FAULT = ProblemKind("demo.fault", Text("{given} sai", "{given} is wrong"), Text("Sửa lại", "Mend it"))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("7.95"), "7,95"),
        (Decimal("8.00"), "8"),
        (Decimal("7.955"), "7,96"),
        (1234567, "1.234.567"),
        (100, "100"),
        (0, "0"),
        (None, "–"),
        ("", "–"),
    ],
)
def test_a_figure_is_written_as_offices_do(value, shown):
    assert tags.figure(value) == shown


def test_a_figure_keeps_the_places_asked_for():
    assert tags.figure(Decimal(80), 2) == "80,00"


@pytest.mark.parametrize(
    ("value", "shown"), [(0.55, "+0,55"), (Decimal("-0.2"), "−0,2"), (0, "0"), (-0.001, "0"), (None, "–")]
)
def test_a_difference_carries_its_sign(value, shown):
    assert tags.signed(value) == shown


def test_days_are_written_day_first():
    assert tags.day(date(2022, 8, 5)) == "05/08/2022"
    assert tags.day(None) == "–"


@pytest.mark.parametrize(
    ("value", "shown"), [("2023-04-13", "13/04/2023"), ("2020-07", "07/2020"), ("2021", "2021"), ("", "–")]
)
def test_a_partial_day_is_written_as_far_as_it_goes(value, shown):
    assert tags.partial_day(value) == shown


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_says_nothing_to_a_screen_reader(name):
    assert 'aria-hidden="true"' in tags.icon(name)


def test_an_agency_without_a_day_of_its_own_has_the_clocks():
    before = clock.clock_now()
    assert before <= clock.now_of(SimpleNamespace(as_of=None)) <= clock.clock_now()


def test_an_agency_with_sample_data_has_its_own_day_and_the_clocks_time():
    now = clock.now_of(SimpleNamespace(as_of=date(2022, 8, 15)))
    assert now.date() == date(2022, 8, 15)
    assert now.utcoffset().total_seconds() == 7 * 3600


def test_the_day_changes_at_midnight_in_vietnam(monkeypatch):
    monkeypatch.setattr(clock.timezone, "now", lambda: datetime(2026, 1, 1, 17, 30, tzinfo=UTC))
    assert clock.today_of(SimpleNamespace(as_of=None)) == date(2026, 1, 2)


def test_a_problem_stands_beside_the_field_that_it_names():
    class Asked:
        def __init__(self):
            self.fields, self.errors = {"name": None}, []

        def add_error(self, field, words):
            self.errors.append((field, words))

    form = Asked()
    add_problems(form, ProblemError([FAULT(where="name", given="Tên"), FAULT(where="elsewhere", given="Kỳ")]))
    assert form.errors == [("name", "Tên sai. Sửa lại."), (None, "Kỳ sai. Sửa lại.")]


@pytest.mark.django_db
def test_every_answer_carries_the_content_policy():
    assert Client().get(reverse("accounts:sign_in")).headers["Content-Security-Policy"] == POLICY
    assert "script-src" not in POLICY
    assert "unsafe-eval" not in POLICY


@pytest.mark.django_db
def test_no_page_holds_a_script_of_its_own(client_for, agency):
    page = client_for(Role.ADMINISTRATOR).get(reverse("agency:units", args=[agency.slug])).content.decode()
    assert page.count("<script") == page.count('<script src="')
    assert "onclick" not in page


def test_a_problem_that_nobody_caught_is_a_page_that_says_what_to_do():
    error = ProblemError([FAULT(given="Tệp"), FAULT(given="Kỳ")])
    middleware = ProblemsAsPages(lambda request: None)
    request = RequestFactory().get("/", headers={"Referer": "/lich/"})
    response = middleware.process_exception(request, error)
    page = response.content.decode()
    assert response.status_code == 422
    assert ("Tệp sai" in page, "Kỳ sai" in page, "Sửa lại" in page) == (True, True, True)


def test_other_faults_are_left_to_the_page_for_them():
    assert ProblemsAsPages(lambda request: None).process_exception(RequestFactory().get("/"), ValueError()) is None


@pytest.mark.django_db
def test_a_page_that_is_not_there_says_where_to_go(client_for):
    response = client_for(Role.VIEWER).get("/so-mau/khong-co/")
    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()


@pytest.mark.django_db
def test_the_rail_marks_the_page_one_is_on_or_below(client_for, agency):
    client = client_for(Role.ADMINISTRATOR)
    units, accounts = (reverse(f"agency:{name}", args=[agency.slug]) for name in ("units", "accounts"))
    assert f'<a href="{units}" aria-current="page">' in client.get(units).content.decode()
    assert f'<a href="{units}" aria-current="true">' in client.get(accounts).content.decode()


@pytest.mark.django_db
def test_the_rail_offers_only_what_ones_role_may_see(client_for, agency):
    events = reverse("audit:events", args=[agency.slug])
    units = reverse("agency:units", args=[agency.slug])
    assert events in client_for(Role.LEADER).get(units).content.decode()
    assert events not in client_for(Role.VIEWER).get(units).content.decode()


@pytest.mark.django_db
def test_a_page_that_ones_role_may_not_see_names_who_may(client_for, agency):
    response = client_for(Role.VIEWER).get(reverse("audit:events", args=[agency.slug]))
    assert response.status_code == 403
    assert "Lãnh đạo" in response.content.decode()


@pytest.mark.parametrize("typed", ["05/08/2022", "5/8/2022", "5-8-2022", "05.08.2022", "05082022", "2022-08-05"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_day_is_read_day_first_in_every_language(typed, language):
    with translation.override(language):
        assert DayField().clean(typed) == date(2022, 8, 5)


@pytest.mark.parametrize("typed", ["31/02/2022", "08/31/2022", "hôm nay", "5822"])
def test_a_day_that_cannot_be_read_says_how_to_write_it(typed):
    with pytest.raises(ValidationError, match="31/12/2026"):
        DayField().clean(typed)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_day_is_shown_day_first_in_every_language(language):
    with translation.override(language):
        assert 'value="05/08/2022"' in DayField().widget.render("on", date(2022, 8, 5))


@pytest.mark.django_db
def test_the_address_of_a_write_leads_to_the_page_that_it_belongs_to(client_for, agency):
    unit = agency.units.first()
    page = reverse("agency:unit", args=[agency.slug, unit.pk])
    answer = client_for(Role.ADMINISTRATOR).get(reverse("agency:rename_unit", args=[agency.slug, unit.pk]))
    assert (answer.status_code, answer.url) == (302, page)


@pytest.mark.django_db
def test_a_page_of_a_task_lies_below_plans_in_the_rail(client_for, agency, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    task = make_task(make_plan(agency), "Rà soát thủ tục")
    text = client_for(Role.VIEWER).get(reverse("plans:task", args=[agency.slug, task.pk])).content.decode()
    assert f'href="{reverse("plans:plans", args=[agency.slug])}" aria-current="true"' in text
