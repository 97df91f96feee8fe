"""Nhật ký: the audit trail in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from tests.web.plan_rows import make_plan, make_task

from chiso.plans import TimingKind
from chiso.web.accounts.permissions import Role
from chiso.web.audit.operations import record
from chiso.web.audit.sentences import CODES, SENTENCES, WORDS, sentence, told

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)


def leave(agency, name="directory.unit.added", *, at=NOW, actor=None, details=None):
    record(name, actor=actor, agency=agency.slug, about=agency, now=at, details=details or {"unit": "Phòng Mới"})


def trail(client, agency, **asked):
    return client.get(reverse("audit:events", args=[agency.slug], query=asked)).context["trail"]


def test_a_known_event_is_a_sentence():
    assert sentence("directory.unit.renamed", {"before": "A", "after": "B"}) == "Đổi tên đơn vị A thành B"


def test_an_unknown_event_shows_its_name():
    assert sentence("fieldwork.visit.planned", {}) == "fieldwork.visit.planned"


@pytest.mark.parametrize("name", SENTENCES)
def test_a_detail_that_is_missing_breaks_no_sentence(name):
    assert "%(" not in sentence(name, {})


def test_a_change_is_told_as_before_and_after():
    details = {"before": {"lead": "Phòng A", "due_on": None}, "after": {"lead": "Phòng B", "due_on": "2022-09-30"}}
    assert told(details) == (("chủ trì", "Phòng A → Phòng B"), ("thời hạn", "– → 30/09/2022"))


@pytest.mark.parametrize(("key", "codes"), [("role", Role), ("timing_kind", TimingKind)])
def test_codes_are_told_in_the_words_of_the_pages(key, codes):
    assert {code.value for code in codes} == set(CODES[key])
    assert told({key: next(iter(codes)).value}) == ((str(WORDS[key]), str(next(iter(CODES[key].values())))),)


def test_a_period_is_told_by_its_name():
    assert told({"period": "2022-Q3"}) == (("kỳ", "Quý III/2022"),)


def test_details_inside_details_carry_both_labels():
    assert told({"moved": {"plans.task.lead": 3}, "is_done": True, "components": ["A", "B"]}) == (
        ("đã chuyển, nhiệm vụ chủ trì", "3"),
        ("đã xong", "có"),
        ("thành phần", "A; B"),
    )


@pytest.mark.django_db
def test_the_newest_stands_first_and_other_agencies_nowhere(client_for, agency, other_agency):
    leave(agency, details={"unit": "Phòng Cũ"}, at=NOW - timedelta(days=1))
    leave(agency, details={"unit": "Phòng Mới"})
    leave(other_agency, details={"unit": "Phòng Người Khác"})
    lines = trail(client_for(Role.LEADER), agency).lines
    assert [line.sentence for line in lines] == ["Thêm đơn vị Phòng Mới", "Thêm đơn vị Phòng Cũ"]


@pytest.mark.django_db
def test_events_can_be_asked_for_by_name_person_and_day(client_for, member, agency):
    person = member(Role.FOCAL)
    leave(agency, actor=person)
    leave(agency, "plans.task.edited", at=NOW + timedelta(days=1))
    client = client_for(Role.LEADER)
    assert [line.name for line in trail(client, agency, name="plans.task.edited").lines] == ["plans.task.edited"]
    assert [line.actor for line in trail(client, agency, actor=person.pk).lines] == ["Người Thử"]
    assert [line.name for line in trail(client, agency, day="2022-08-16").lines] == ["plans.task.edited"]
    assert len(trail(client, agency, day="hôm qua", actor="ai").lines) == 2


@pytest.mark.django_db
def test_a_day_is_the_day_in_vietnam(client_for, agency):
    leave(agency, at=datetime(2022, 8, 14, 18, 0, tzinfo=UTC))
    assert len(trail(client_for(Role.LEADER), agency, day="2022-08-15").lines) == 1


@pytest.mark.django_db
def test_long_trails_come_in_pages_with_few_questions(client_for, member, agency, django_assert_max_num_queries):
    person = member(Role.FOCAL)
    for minute in range(60):
        leave(agency, actor=person, at=NOW + timedelta(minutes=minute))
    client = client_for(Role.LEADER)
    with django_assert_max_num_queries(9):
        first = trail(client, agency)
    second = trail(client, agency, page=2)
    assert (len(first.lines), len(second.lines), trail(client, agency, page="cuối").page.number) == (50, 10, 1)


@pytest.mark.django_db
def test_what_an_event_is_about_is_named_as_it_is_called_now(client_for, agency):
    task = make_task(make_plan(agency), text="Công khai thủ tục")
    record("plans.task.edited", actor=None, agency=agency.slug, about=task, now=NOW)
    client = client_for(Role.LEADER)
    (line,) = trail(client, agency).lines
    assert (line.title, line.address) == ("Công khai thủ tục", reverse("plans:task", args=[agency.slug, task.pk]))
    task.delete()
    assert trail(client, agency).lines[0].title == ""


@pytest.mark.django_db
def test_what_was_done_by_the_program_itself_says_so(client_for, agency):
    leave(agency)
    page = client_for(Role.LEADER).get(reverse("audit:events", args=[agency.slug])).content.decode()
    assert "chương trình" in page
    assert "<code>directory.unit.added</code>" in page


@pytest.mark.django_db
def test_htmx_gets_the_lines_alone(client_for, agency):
    address = reverse("audit:events", args=[agency.slug])
    response = client_for(Role.LEADER).get(address, headers={"HX-Request": "true"})
    assert "<html" not in response.content.decode()
    assert "Chưa có gì ở đây" in response.content.decode()
