"""Bảng điểm: states, what is at risk, the province's result, and how little it asks of the database."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from tests.web.plans_running import (
    INSPECTORS,
    OFFICE,
    baseline,
    leader_named,
    make_component,
    make_plan,
    make_task,
    target,
)

from chiso.plans.status import Status
from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Subject
from chiso.web.plans.models import PlannedScore
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result
from chiso.web.scorecard.queries import home
from chiso.web.scorecard.values import Told, gap

TODAY = date(2022, 8, 15)
NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = settings.HOME = tmp_path


@pytest.fixture
def announce(agency):
    def act(family, year, score, *, node="", subject=None, standing=Result.Standing.OFFICIAL, **more):
        entry = {"scale": Decimal(100), "source": "Bảng công bố"} | more
        return record_result(
            agency=agency,
            subject=subject or agency.subject,
            family=family,
            year=year,
            node=node,
            standing=standing,
            score=Decimal(str(score)),
            by=None,
            now=NOW,
            **entry,
        )

    return act


@pytest.fixture
def page(client_for, agency):
    def read() -> str:
        return client_for(Role.LEADER).get(reverse("scorecard:home", args=[agency.slug])).content.decode()

    return read


def whole(plan, part, **fields):
    return PlannedScore.objects.create(plan=plan, part=part, **fields)


def only_card(agency):
    (card,) = home(agency, TODAY).cards
    return card


def test_without_a_plan_the_page_says_what_to_do_next(client_for, agency):
    text = client_for(Role.FOCAL).get(reverse("scorecard:home", args=[agency.slug])).content.decode()
    assert reverse("plans:drafts", args=[agency.slug]) in text


def test_a_component_with_a_current_score_is_judged_by_its_figures(agency, announce):
    plan = make_plan(agency)
    component = make_component(plan, "Chi phí thời gian", node="time")
    baseline(component, score="6.79", scale=10)
    target(component, score="8", scale=10)
    announce("DDCI", 2022, "7.1", node="time", scale=Decimal(10), standing=Result.Standing.PROVISIONAL)
    line = only_card(agency).lines[0]
    assert (Status.AT_RISK, "component.short") == (line.judgement.status, line.judgement.rule)
    assert (Decimal("7.1"), True) == (line.current.score, line.current.is_provisional)


def test_a_component_without_a_current_score_is_judged_by_its_tasks(agency):
    plan = make_plan(agency)
    component = make_component(plan, "Chi phí thời gian")
    make_task(plan, "Rà soát thủ tục", component, due_on=date(2022, 6, 30))
    assert only_card(agency).lines[0].judgement.status == Status.NOT_MET


def test_what_is_at_risk_stands_on_top_with_who_and_since_when(agency, page):
    plan = make_plan(agency)
    chief = leader_named(agency, "Lê Thị Phụ Trách")
    component = make_component(plan, "Chi phí thời gian", lead=INSPECTORS, leader=chief)
    make_task(plan, "Rà soát thủ tục", component, due_on=date(2022, 6, 30))
    make_component(plan, "Minh bạch", lead=OFFICE)
    (concern,) = home(agency, TODAY).concerns
    assert ("Chi phí thời gian", INSPECTORS, "Lê Thị Phụ Trách") == (concern.name, concern.lead, concern.leader)
    assert concern.first.since == date(2022, 6, 30)
    text = page()
    assert text.index("Rà soát thủ tục") < text.index("DDCI 2022</h3>")


def test_red_comes_before_amber_and_the_longest_waiting_first(agency):
    plan = make_plan(agency)
    for name, due in (("A", date(2022, 8, 20)), ("B", date(2022, 7, 1)), ("C", date(2022, 5, 1))):
        make_task(plan, f"Việc {name}", make_component(plan, name), due_on=due)
    assert [concern.name for concern in home(agency, TODAY).concerns] == ["C", "B", "A"]


def test_the_last_result_links_to_its_explanation(agency, announce, page):
    plan = make_plan(agency)
    whole(plan, PlannedScore.Part.TARGET, score="85", scale=100, year=2022)
    result = announce("DDCI", 2021, "80.56", rank=5, rank_of=15, band="tốt")
    text = page()
    assert f'href="{reverse("results:result", args=[agency.slug, result.pk])}">80,56</a>' in text
    assert "hạng 5/15" in text
    assert only_card(agency).gap.points == Decimal("4.44")


def test_days_are_counted_to_the_last_day_of_the_year(agency):
    make_plan(agency)
    assert only_card(agency).days_left == (date(2022, 12, 31) - TODAY).days == 138


def test_missing_years_are_said_to_be_missing(agency, announce, page):
    make_plan(agency)
    announce("DDCI", 2019, "80.56")
    assert only_card(agency).missing == (2020, 2021)
    assert "2020, 2021: chưa có số liệu" in page()


def test_a_plan_on_the_province_shows_its_result_and_marks_what_the_agency_answers_for(agency, announce):
    province = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lào Cai", province="Lào Cai")
    plan = make_plan(agency, family="PCI")
    plan.subject, plan.edition = province, "pci/2022-2024"
    plan.save()
    make_component(plan, "Tính minh bạch", node="transparency")
    announce("PCI", 2021, "64.93", subject=province, edition="pci/2013-2021", rank=25, rank_of=63)
    announce("PCI", 2021, "6.02", subject=province, node="land", edition="pci/2013-2021", scale=Decimal(10))
    card = only_card(agency)
    assert (Decimal("64.93"), 25, "Tỉnh Lào Cai") == (card.previous.score, card.previous.rank, card.subject)
    assert [line.node for line in card.lines if line.is_covered] == ["transparency"]
    assert [str(line.previous.score) for line in card.lines if line.node == "land"] == ["6.0200000000"]
    assert len(card.lines) == 10
    assert card.rules_changed


def test_earlier_years_stand_below_as_they_ended(agency):
    old, new = make_plan(agency, year=2020), make_plan(agency, year=2022)
    make_task(old, "Việc đã xong", make_component(old, "A"), due_on=date(2020, 11, 30), done_on=date(2020, 11, 1))
    found = home(agency, TODAY)
    assert ([2022], [2020]) == ([card.year for card in found.cards], [card.year for card in found.earlier])
    assert found.earlier[0].is_over
    assert found.earlier[0].judgement.status == Status.MET
    assert not [concern for concern in found.concerns if concern.plan_id != new.pk]


def test_an_index_whose_next_plan_is_not_there_yet_still_runs(agency):
    make_plan(agency, family="PCI", year=2021)
    make_plan(agency, year=2022)
    make_plan(agency, family="PAPI", year=2020)
    found = home(agency, TODAY)
    assert {card.label for card in found.cards} == {"DDCI 2022", "PCI 2021"}
    assert [card.label for card in found.earlier] == ["PAPI 2020"]


def test_each_running_index_stands_in_one_line_on_top(agency, announce, page):
    plan = make_plan(agency)
    whole(plan, PlannedScore.Part.TARGET, score="85", scale=100, rank=3, year=2022)
    announce("DDCI", 2021, "80.56", rank=5, rank_of=15, band="tốt")
    text = page()
    row = text[text.index('class="strip"') : text.index('id="concerns"')]
    told = " ".join(strip_tags(row).split())
    for words in ("DDCI 2022", "80,56 /100 (2021)", "Tốt, hạng 5/15", "85,00", "4,44 điểm", "và 2 bậc", "138 ngày"):
        assert words in told


def test_a_task_of_two_components_counts_once_among_the_tasks(agency):
    plan = make_plan(agency)
    make_task(plan, "Việc chung", make_component(plan, "A"), make_component(plan, "B"))
    card = only_card(agency)
    assert sum(each.count for each in card.counts) == 1
    assert [len(line.work) for line in card.lines] == [1, 1]


def test_another_agency_adds_nothing(agency, other_agency):
    make_plan(other_agency)
    assert home(agency, TODAY).cards == ()


def test_the_page_asks_few_statements_however_many_rows(client_for, agency, announce, django_assert_max_num_queries):
    for family in ("DDCI", "PAR INDEX", "PCI"):
        plan = make_plan(agency, family=family)
        for count in range(8):
            component = make_component(plan, f"Thành phần {count}", lead=OFFICE, node=f"n{count}")
            target(component, score="8", scale=10)
            announce(family, 2021, "7", node=f"n{count}", scale=Decimal(10))
            for number in range(4):
                make_task(plan, f"Việc {count}.{number}", component, lead=INSPECTORS)
        announce(family, 2021, "70")
    client = client_for(Role.LEADER)
    with django_assert_max_num_queries(15):
        assert client.get(reverse("scorecard:home", args=[agency.slug])).status_code == 200


@pytest.mark.parametrize(
    ("now", "wanted", "expected"),
    [
        (Told(score=Decimal("80.56"), rank=5), Told(score=Decimal(85), rank=3), (Decimal("4.44"), 2)),
        (Told(score=Decimal(90), rank=1), Told(score=Decimal(85), rank=3), (Decimal(0), 0)),
        (
            Told(score=Decimal("12.98"), scale=Decimal(16)),
            Told(is_maximum=True, scale=Decimal(16)),
            (Decimal("3.02"), None),
        ),
        (Told(score=Decimal(8), scale=Decimal(10)), Told(score=Decimal(85), scale=Decimal(100)), (None, None)),
        (None, Told(score=Decimal(85)), (None, None)),
    ],
)
def test_the_gap_is_what_is_missing_to_the_target(now, wanted, expected):
    found = gap(now, wanted)
    assert (found.points, found.places) == expected


def test_the_bar_tells_its_figures_in_words(agency, page):
    plan = make_plan(agency)
    component = make_component(plan, "Chi phí thời gian", node="time")
    baseline(component, score="7.95", scale=10)
    target(component, score="8.5", scale=10)
    assert 'aria-label="năm trước 7,95; mục tiêu 8,5; thang 10"' in page()


def test_the_chart_of_targets_is_a_picture(client_for, agency):
    plan = make_plan(agency)
    component = make_component(plan, "Chi phí thời gian")
    baseline(component, score="7.95", scale=10)
    target(component, score="8.5", scale=10)
    response = client_for(Role.VIEWER).get(reverse("scorecard:chart", args=[agency.slug, plan.pk, "light", "wide"]))
    assert response["Content-Type"] == "image/svg+xml"
    assert "Chi phí thời gian" in response.content.decode()


@pytest.mark.parametrize(
    ("form", "begins"),
    [("svg", b"<svg"), ("png", b"\x89PNG"), ("xlsx", b"PK"), ("csv", "\ufeffChỉ số thành phần;".encode())],
)
def test_the_chart_of_targets_is_given_out_as_a_file(client_for, agency, page, form, begins):
    plan = make_plan(agency)
    component = make_component(plan, "Chi phí thời gian")
    baseline(component, score="7.95", scale=10)
    target(component, score="8.5", scale=10)
    place = reverse("scorecard:chart_file", args=[agency.slug, plan.pk, form])
    assert place in page()
    assert client_for(Role.VIEWER).get(place).content.startswith(begins)


def test_the_figures_of_the_chart_of_targets_are_numbers(client_for, agency):
    plan = make_plan(agency)
    component = make_component(plan, "Chi phí thời gian")
    baseline(component, score="7.95", scale=10)
    target(component, score="8.5", scale=10)
    answer = client_for(Role.VIEWER).get(reverse("scorecard:chart_file", args=[agency.slug, plan.pk, "csv"]))
    assert ["Chi phí thời gian;7,95;8,5"] == answer.content.decode("utf-8-sig").splitlines()[1:]


def test_a_chart_of_targets_that_shows_nothing_or_is_another_agencys_is_not_found(client_for, agency, other_agency):
    plan = make_plan(agency)
    client = client_for(Role.VIEWER)
    places = [reverse("scorecard:chart_file", args=[each.slug, plan.pk, "csv"]) for each in (agency, other_agency)]
    assert [404, 404] == [client.get(place).status_code for place in places]
