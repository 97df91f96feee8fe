"""Deleting tables of peers and results: what goes and what rests on it is told first; it is audited; others' are not found."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory.models import Subject
from chiso.web.plans.models import Draft, Plan
from chiso.web.project.samples import load_peers
from chiso.web.results.models import PeerTable, Result, Scenario
from chiso.web.results.operations import record_result
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.reading import read
from chiso.web.results.peers.values import Heading
from chiso.web.results.source_files import Attachment

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
LINES = "Đơn vị;Hạng;Điểm chung;regulations\nSở Mẫu mực;2;80,56;7,95\nSở Y tế;1;82;8,2\n"
PDF = Attachment("cong-van.pdf", b"%PDF-1.4")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = settings.HOME = tmp_path


@pytest.fixture
def table_of(agency):
    def make(year=2019, standing="official", document=None):
        heading = Heading("DDCI", "ddci/lao-cai-2019", 2019, "department", "Lào Cai", standing, "Công văn số 5")
        made = record_peers(
            agency=agency, by=None, now=NOW, heading=heading, rows=read(LINES, heading.rules).rows, document=document
        )
        PeerTable.objects.filter(pk=made.pk).update(year=year)
        return made

    return make


@pytest.fixture
def plan(agency):
    draft = Draft.objects.create(
        agency=agency, file_name="k.docx", created_at=NOW, changed_at=NOW, document={}, reading={}, edited={}
    )
    return Plan.objects.create(
        agency=agency, subject=agency.subject, draft=draft, family="DDCI", edition="ddci/lao-cai-2019", year=2020,
        accepted_at=NOW,
    )  # fmt: skip


@pytest.fixture
def announce(agency):
    def act(node="", score="80.56", standing="official", **more):
        values = {"subject": agency.subject, "family": "DDCI", "edition": "ddci/lao-cai-2019", "year": 2019} | more
        return record_result(
            agency=agency, node=node, standing=standing, score=Decimal(score), source="Bảng", by=None, now=NOW, **values
        )

    return act


def of_table(agency, table):
    return reverse("scorecard:delete_peers", args=[agency.slug, table.pk])


def of_result(agency, result):
    return reverse("scorecard:delete_result", args=[agency.slug, result.pk])


# Tables of peers.


def test_the_page_tells_what_goes_and_deletes_nothing(client_for, agency, table_of):
    table = table_of()
    page = client_for(Role.FOCAL).get(of_table(agency, table)).content.decode()
    assert "Điểm, hạng, xếp loại của 2 đơn vị" in page
    assert "Không lộ trình nào của kế hoạch dựa vào bảng này" in page
    assert 1 == PeerTable.objects.count()


def test_a_road_that_starts_from_the_table_is_told_with_the_scenarios_kept(client_for, agency, table_of, plan):
    Scenario.objects.create(agency=agency, plan_id=plan.pk, name="Dốc toàn lực", made_at=NOW)
    page = client_for(Role.FOCAL).get(of_table(agency, table_of())).content.decode()
    assert "không còn bảng nào để biết hạng" in page
    assert "Lộ trình đã lưu “Dốc toàn lực” giữ nguyên con số lúc lưu" in page


def test_the_table_that_a_road_will_start_from_instead_is_named(client_for, agency, table_of, plan):
    earlier, table = table_of(2018), table_of()
    client = client_for(Role.FOCAL)
    assert "sẽ bắt đầu từ DDCI 2018" in client.get(of_table(agency, table)).content.decode()
    assert "không còn bảng này để học" in client.get(of_table(agency, earlier)).content.decode()


def test_deleting_takes_all_scores_and_the_publication_and_leaves_one_event(
    client_for, agency, table_of, django_capture_on_commit_callbacks
):
    table = table_of(document=PDF)
    name = PeerTable.objects.get().document.name
    with django_capture_on_commit_callbacks(execute=True):
        answer = client_for(Role.FOCAL).post(of_table(agency, table))
    assert (303, reverse("results:peer_tables", args=[agency.slug])) == (answer.status_code, answer.url)
    assert (0, False) == (PeerTable.objects.count(), default_storage.exists(name))
    told = Event.objects.get(name="results.peers.deleted").details
    assert (2, "Công văn số 5", "official") == (told["units"], told["source"], told["standing"])


def test_replacing_a_publication_lets_the_old_one_go(agency, table_of, django_capture_on_commit_callbacks):
    table_of(document=PDF)
    name = PeerTable.objects.get().document.name
    with django_capture_on_commit_callbacks(execute=True):
        table_of(document=Attachment("ban-moi.pdf", b"%PDF-1.5"))
    assert (False, True) == (
        default_storage.exists(name),
        default_storage.exists(PeerTable.objects.get().document.name),
    )


def test_a_table_of_the_program_cannot_be_deleted(client_for, agency):
    load_peers()
    assert 404 == client_for(Role.ADMINISTRATOR).post(of_table(agency, PeerTable.objects.first())).status_code
    assert 6 == PeerTable.objects.count()


def test_a_table_of_another_agency_is_not_found(client_for, other_agency, table_of):
    table = table_of()
    stranger = client_for(Role.ADMINISTRATOR, of=other_agency)
    assert 404 == stranger.get(of_table(other_agency, table)).status_code
    assert 404 == stranger.post(of_table(other_agency, table)).status_code
    assert 1 == PeerTable.objects.count()


@pytest.mark.parametrize("role", [Role.LEADER, Role.UNIT_HEAD, Role.OFFICER, Role.VIEWER])
def test_only_the_office_deletes(client_for, agency, table_of, announce, role):
    client = client_for(role)
    assert 403 == client.post(of_table(agency, table_of())).status_code
    assert 403 == client.post(of_result(agency, announce())).status_code
    assert (1, 1) == (PeerTable.objects.count(), Result.objects.count())


# Results.


def test_one_figure_is_deleted_and_the_event_keeps_what_it_said(client_for, agency, announce):
    whole, part = announce(), announce("regulations", "7.95")
    answer = client_for(Role.FOCAL).post(of_result(agency, part), {"scope": "one"})
    assert (303, [whole.pk]) == (answer.status_code, list(Result.objects.values_list("pk", flat=True)))
    told = Event.objects.get(name="results.result.deleted").details
    assert ("7.95", "Bảng") == (told["before"]["score"][:4], told["source"])


def test_all_figures_of_a_year_and_standing_go_together(client_for, agency, announce):
    whole = announce()
    announce("regulations", "7.95")
    announce("services", "8", "provisional")
    announce("regulations", "7.5", year=2018)
    client_for(Role.FOCAL).post(of_result(agency, whole), {"scope": "year"})
    assert {(2019, "services"), (2018, "regulations")} == set(Result.objects.values_list("year", "node"))
    assert 2 == Event.objects.filter(name="results.result.deleted").count()


def test_the_provisional_figure_that_will_be_seen_instead_is_told(client_for, agency, announce):
    announce(score="79", standing="provisional")
    page = client_for(Role.FOCAL).get(of_result(agency, announce())).content.decode()
    assert "Số tạm tính 79,00 sẽ hiện thay" in page


def test_the_plans_that_set_it_beside_their_targets_are_told(client_for, agency, announce, plan):
    plan.year = 2019
    plan.save()
    page = client_for(Role.FOCAL).get(of_result(agency, announce())).content.decode()
    assert reverse("plans:plan", args=[agency.slug, plan.pk]) in page


def test_that_others_of_the_province_lose_it_too_is_told(client_for, agency, other_agency, announce):
    other_agency.province = agency.province
    other_agency.save()
    province = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lào Cai", province="Lào Cai")
    shared = announce(subject=province, family="PCI", edition="pci/2013-2021")
    assert "các cơ quan khác trong tỉnh" in client_for(Role.FOCAL).get(of_result(agency, shared)).content.decode()


def test_a_publication_goes_with_the_last_figure_that_rests_on_it(
    client_for, agency, announce, django_capture_on_commit_callbacks
):
    name = default_storage.save("results/2022/bang.pdf", ContentFile(b"%PDF-1.4"))
    whole, part = announce(document=name), announce("regulations", "7.95", document=name)
    client = client_for(Role.FOCAL)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(of_result(agency, part))
    assert default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(of_result(agency, whole))
    assert not default_storage.exists(name)


def test_a_result_of_another_agency_is_not_found(client_for, agency, other_agency):
    other = Result.objects.create(
        subject=other_agency.subject, family="DDCI", year=2019, score=1, source="–", entered_at=NOW
    )
    client = client_for(Role.ADMINISTRATOR)
    assert [404, 404] == [
        client.get(of_result(agency, other)).status_code,
        client.post(of_result(agency, other)).status_code,
    ]
    assert 1 == Result.objects.count()
