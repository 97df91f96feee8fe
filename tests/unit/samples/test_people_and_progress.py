"""The people of the sample agencies and what they have done: all of it about plans and units that are there."""

import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from chiso.periods import Period
from chiso.samples import (
    SAMPLE_PASSWORD,
    sample_agencies,
    sample_filings,
    sample_people,
    sample_plans,
    sample_progress,
)

ROLES = {"administrator", "focal", "leader", "unit-head", "officer", "viewer"}
PLANS = {plan.key: plan for plan in sample_plans()}
PEOPLE = {person.username: person for person in sample_people()}
agencies = pytest.mark.parametrize("agency", sample_agencies(), ids=lambda agency: agency.key)


def test_user_names_and_full_names_are_given_once():
    assert len(PEOPLE) == len(sample_people())
    assert len({person.full_name for person in sample_people()}) == len(sample_people())


def test_the_password_is_long_enough_for_django():
    assert len(SAMPLE_PASSWORD) >= 8


@agencies
def test_every_agency_has_all_roles(agency):
    assert {person.role for person in sample_people() if person.agency == agency.key} == ROLES


@agencies
def test_units_of_people_stand_in_a_plan_of_their_agency(agency):
    known = {name for plan in sample_plans() if plan.agency == agency for name in unit_names(plan)}
    assert {person.unit for person in sample_people() if person.agency == agency.key and person.unit} <= known


@agencies
def test_heads_of_units_and_officers_have_a_unit_and_leaders_none(agency):
    people = [person for person in sample_people() if person.agency == agency.key]
    assert all(person.unit for person in people if person.role in ("unit-head", "officer"))
    assert not any(person.unit for person in people if person.role == "leader")


@agencies
def test_signers_and_leaders_in_charge_are_among_the_leaders(agency):
    # the signer of an agency's older plan may have left
    plan = next(plan for plan in sample_plans() if plan.agency == agency and plan.year == agency.as_of.year)
    facts = plan.facts()
    named = {facts["document"]["signer"]["name"], *(c["assignment"]["leader"] for c in facts["components"])} - {None}
    assert named <= {person.full_name for person in sample_people() if person.role == "leader"}


@agencies
def test_the_day_lies_in_the_year_of_a_plan(agency):
    assert agency.as_of.year in {plan.year for plan in sample_plans() if plan.agency == agency}


@pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.key)
def test_progress_names_tasks_that_the_plan_has(plan):
    facts = plan.facts()
    sizes = [len(facts["general_tasks"]), *(len(component["tasks"]) for component in facts["components"])]
    updates = [update for update in sample_progress() if update.plan == plan.key]
    assert len(updates) >= 15
    assert all(1 <= update.task <= sizes[update.component] for update in updates)


def test_progress_is_made_between_the_plan_and_the_agency_s_day():
    for update in sample_progress():
        plan = PLANS[update.plan]
        issued = plan.facts()["document"]["date"]
        assert date.fromisoformat(issued if len(issued) == 10 else f"{issued}-01") <= update.day <= plan.as_of
        assert update.day.year == plan.year


def test_progress_is_recorded_by_the_office_or_by_the_unit_that_leads():
    for update in sample_progress():
        person = PEOPLE[update.by]
        assert person.agency == PLANS[update.plan].agency.key
        if person.role != "focal":
            assert person.role in ("unit-head", "officer", "administrator")
            assert plain(person.unit) == plain(lead_of(update)), update


def test_per_cent_never_falls_and_done_is_the_whole():
    known: dict[tuple[str, int, int], int] = defaultdict(int)
    for update in sample_progress():
        task = (update.plan, update.component, update.task)
        assert 0 <= (update.percent or 0) <= 100
        assert (update.percent or known[task]) >= known[task]
        assert not update.is_done or update.percent == 100
        known[task] = update.percent or known[task]


@pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.key)
def test_progress_shows_a_mixture(plan):
    updates = [update for update in sample_progress() if update.plan == plan.key]
    assert any(update.is_done for update in updates)
    assert any(update.evidence for update in updates)
    assert any(not update.evidence for update in updates)
    assert max(Counter((update.component, update.task) for update in updates).values()) >= 2
    assert sum(len(c["tasks"]) for c in plan.facts()["components"]) > len({(u.component, u.task) for u in updates})


def test_reports_are_sent_of_periods_that_the_plan_asks_for():
    for filing in sample_filings():
        plan = PLANS[filing.plan]
        period = Period.parse(filing.period)
        assert str(period) == filing.period
        assert period.year == plan.year
        assert period.kind in {rule["period"] for rule in plan.facts()["reporting"]}
        assert filing.day <= plan.as_of
        assert PEOPLE[filing.by].role == "focal"


def unit_names(plan):
    """All units of a plan, as it writes them."""
    facts = plan.facts()
    bearers = [*facts["components"], *facts["general_tasks"], *(t for c in facts["components"] for t in c["tasks"])]
    for bearer in bearers:
        yield from filter(None, (bearer["assignment"]["lead"], *bearer["assignment"]["coordinating"]))
    yield from (rule["to"] for rule in facts["reporting"])


def lead_of(update):
    """The unit that leads a task, or else its component."""
    facts = PLANS[update.plan].facts()
    if update.component == 0:
        return facts["general_tasks"][update.task - 1]["assignment"]["lead"]
    component = facts["components"][update.component - 1]
    return component["tasks"][update.task - 1]["assignment"]["lead"] or component["assignment"]["lead"]


def plain(unit):
    """A unit's name without the variants that these plans have."""
    name = re.sub(r"^tt ncud & tt ", "tt nghiên cứu ud&tt ", unit.casefold())
    return name.removesuffix(" sở").removeprefix("phòng ")
