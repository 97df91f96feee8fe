"""Units: their page, names, load, and merging."""

import pytest
from django.urls import reverse
from tests.web.plan_rows import NOW, make_component, make_plan, make_rule, make_task, unit_of

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory import operations
from chiso.web.directory.models import Membership, Unit, UnitName
from chiso.web.directory.operations import merging

pytestmark = pytest.mark.django_db


def page_of(client, agency):
    return client.get(reverse("agency:units", args=[agency.slug])).context["page"]


def row_of(page, name):
    return next(unit for unit in page.units if unit.name == name)


def test_a_unit_bears_the_tasks_that_its_components_give_it(client_for, agency):
    plan = make_plan(agency)
    inspectors = unit_of(agency, "Thanh tra Sở")
    component = make_component(plan, lead=inspectors)
    make_task(plan, 0).components.add(component)
    make_task(plan, 1, lead=unit_of(agency, "Văn phòng Sở")).components.add(component)
    page = page_of(client_for(Role.VIEWER), agency)
    row = row_of(page, "Thanh tra Sở")
    assert (row.component_count, row.task_count, row.open_count, row.load_percent) == (1, 1, 1, 50)


def test_a_unit_that_leads_but_has_no_account_is_pointed_out(client_for, agency):
    plan = make_plan(agency)
    make_task(plan, 0, lead=unit_of(agency, "Thanh tra Sở"))
    make_task(plan, 1, lead=unit_of(agency, "Văn phòng Sở"))
    make_task(plan, 2)
    page = page_of(client_for(Role.VIEWER, unit="Văn phòng Sở"), agency)
    assert [unit.name for unit in page.without_owner] == ["Thanh tra Sở"]
    assert (page.leaderless_count, page.task_count) == (1, 3)


def test_an_account_out_of_use_owns_nothing(client_for, agency):
    make_task(make_plan(agency), lead=unit_of(agency, "Thanh tra Sở"))
    client = client_for(Role.VIEWER)
    client_for(Role.OFFICER, unit="Thanh tra Sở")
    assert page_of(client, agency).without_owner == ()
    Membership.objects.filter(role=Role.OFFICER).update(is_active=False)
    assert len(page_of(client, agency).without_owner) == 1


def test_the_page_asks_the_database_no_more_with_more_rows(client_for, agency, django_assert_max_num_queries):
    plan = make_plan(agency)
    for position in range(20):
        unit = Unit.objects.create(agency=agency, name=f"Phòng số {position}")
        make_task(plan, position, lead=unit)
    client = client_for(Role.VIEWER)
    with django_assert_max_num_queries(18):
        page_of(client, agency)


def test_adding_a_unit_leaves_one_event(client_for, agency):
    client = client_for(Role.ADMINISTRATOR)
    response = client.post(reverse("agency:add_unit", args=[agency.slug]), {"name": "  Trung tâm   Thông tin "})
    unit = Unit.objects.get(name="Trung tâm Thông tin")
    assert (response.status_code, response.url) == (303, reverse("agency:unit", args=[agency.slug, unit.pk]))
    assert UnitName.objects.filter(unit=unit).count() == 1
    assert [event.name for event in Event.objects.all()] == ["directory.unit.added"]


def test_a_name_that_differs_only_in_case_or_dash_is_taken(client_for, agency):
    address = reverse("agency:add_unit", args=[agency.slug])
    response = client_for(Role.ADMINISTRATOR).post(address, {"name": "phòng kế hoạch – tài chính"})
    assert response.status_code == 422
    assert "đã là tên của đơn vị “Phòng Kế hoạch - Tài chính”" in response.content.decode()
    assert not Event.objects.exists()


def test_a_renamed_unit_is_still_found_by_its_old_name(client_for, agency):
    unit = unit_of(agency, "Thanh tra Sở")
    address = reverse("agency:rename_unit", args=[agency.slug, unit.pk])
    client_for(Role.ADMINISTRATOR).post(address, {"rename-name": "Phòng Thanh tra"})
    assert set(UnitName.objects.filter(unit=unit).values_list("name", flat=True)) == {"Thanh tra Sở", "Phòng Thanh tra"}
    unit.refresh_from_db()
    assert (unit.name, unit.search_key) == ("Phòng Thanh tra", "phong thanh tra")
    assert Event.objects.get().details == {"before": "Thanh tra Sở", "after": "Phòng Thanh tra"}


def test_a_form_that_needs_mending_comes_back_as_typed(client_for, agency):
    unit = unit_of(agency, "Thanh tra Sở")
    address = reverse("agency:rename_unit", args=[agency.slug, unit.pk])
    response = client_for(Role.ADMINISTRATOR).post(address, {"rename-name": "Văn phòng Sở"})
    assert response.status_code == 422
    assert 'value="Văn phòng Sở"' in response.content.decode()


def test_a_further_spelling_finds_the_unit(client_for, agency):
    unit = unit_of(agency, "Thanh tra Sở")
    address = reverse("agency:add_unit_name", args=[agency.slug, unit.pk])
    client_for(Role.ADMINISTRATOR).post(address, {"spelling-name": "Thanh tra"})
    assert UnitName.objects.get(name="Thanh tra").unit == unit
    assert Event.objects.get().name == "directory.unit.name_added"


def test_merging_moves_everything_and_keeps_the_names(agency, member):
    old, new = unit_of(agency, "Thanh tra Sở"), unit_of(agency, "Văn phòng Sở")
    member(Role.OFFICER, unit="Thanh tra Sở")
    plan = make_plan(agency)
    component, task = make_component(plan, lead=old), make_task(plan, 0, lead=old)
    rule = make_rule(plan, to=old)
    both, led_by_new = make_task(plan, 1), make_task(plan, 2, lead=new)
    both.coordinating.set([old, new])
    led_by_new.coordinating.add(old)
    operations.merge_units(merged=old, into=new, by=None, now=NOW)
    for row in (component, task, rule):
        row.refresh_from_db()
    assert (component.lead, task.lead, rule.to) == (new, new, new)
    assert list(both.coordinating.all()) == [new]
    assert list(led_by_new.coordinating.all()) == []
    assert Membership.objects.get(role=Role.OFFICER).unit == new
    assert set(new.names.values_list("name", flat=True)) == {"Văn phòng Sở", "Thanh tra Sở"}
    assert not Unit.objects.filter(pk=old.pk).exists()


def test_merging_leaves_one_event_that_counts_what_moved(agency):
    old, new = unit_of(agency, "Thanh tra Sở"), unit_of(agency, "Văn phòng Sở")
    make_task(make_plan(agency), lead=old)
    operations.merge_units(merged=old, into=new, by=None, now=NOW)
    event = Event.objects.get()
    assert (event.name, event.about) == ("directory.unit.merged", f"directory.unit:{new.pk}")
    assert event.details == {
        "merged": "Thanh tra Sở",
        "into": "Văn phòng Sở",
        "moved": {"directory.unitname.unit": 1, "plans.task.lead": 1},
    }


def test_nothing_moves_when_the_audit_fails(agency, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    old, new = unit_of(agency, "Thanh tra Sở"), unit_of(agency, "Văn phòng Sở")
    task = make_task(make_plan(agency), lead=old)
    monkeypatch.setattr(merging, "record", broken)
    with pytest.raises(RuntimeError):
        operations.merge_units(merged=old, into=new, by=None, now=NOW)
    task.refresh_from_db()
    assert task.lead == old


def test_a_unit_is_not_merged_with_itself(agency):
    unit = unit_of(agency, "Thanh tra Sở")
    with pytest.raises(ProblemError) as caught:
        operations.merge_units(merged=unit, into=unit, by=None, now=NOW)
    assert [problem.code for problem in caught.value.problems] == ["directory.merged_with_itself"]


def test_a_unit_of_another_agency_cannot_be_merged_into(client_for, agency, other_agency):
    unit, stranger = unit_of(agency, "Thanh tra Sở"), unit_of(other_agency, "Thanh tra Sở")
    address = reverse("agency:merge_units", args=[agency.slug, unit.pk])
    response = client_for(Role.ADMINISTRATOR).post(address, {"merge-into": stranger.pk})
    assert response.status_code == 422
    assert Unit.objects.filter(pk=unit.pk).exists()


@pytest.mark.parametrize("name", ["unit", "rename_unit", "add_unit_name", "merge_units"])
def test_a_unit_of_another_agency_is_not_found(client_for, agency, other_agency, name):
    stranger = unit_of(other_agency, "Thanh tra Sở")
    address = reverse(f"agency:{name}", args=[agency.slug, stranger.pk])
    client = client_for(Role.ADMINISTRATOR)
    assert (client.get(address) if name == "unit" else client.post(address)).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_the_administrator_changes_units(client_for, agency, role):
    unit = unit_of(agency, "Thanh tra Sở")
    address = reverse("agency:merge_units", args=[agency.slug, unit.pk])
    response = client_for(role).post(address, {"merge-into": unit_of(agency, "Văn phòng Sở").pk})
    assert response.status_code == 403
    assert Unit.objects.filter(pk=unit.pk).exists()


def test_the_page_of_a_unit_shows_what_it_answers_for(client_for, agency):
    unit = unit_of(agency, "Thanh tra Sở")
    make_task(make_plan(agency), text="Thanh tra chuyên ngành đúng kế hoạch", lead=unit)
    page = client_for(Role.VIEWER).get(reverse("agency:unit", args=[agency.slug, unit.pk])).content.decode()
    assert "Thanh tra chuyên ngành đúng kế hoạch" in page
    assert "Gộp đơn vị" not in page
