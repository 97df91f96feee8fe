"""Nhập kế hoạch as a person meets it: upload, review, correct, accept."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.web.plans_import_text import PLAN_BYTES, PLAN_NAME, PLAN_TEXT

from chiso.samples import sample_plans
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.plans.importing.operations import create_draft
from chiso.web.plans.models import Draft, Plan
from chiso.web.ui.clock import now_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_files(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def focal(client_for):
    return client_for(Role.FOCAL)


@pytest.fixture
def draft(agency):
    return create_draft(agency=agency, by=None, file_name=PLAN_NAME, content=PLAN_BYTES, now=now_of(agency))


def url(name, *args, agency="so-mau"):
    return reverse(f"plans:{name}", args=[agency, *args])


def upload(client, content=PLAN_BYTES, name=PLAN_NAME):
    return client.post(url("drafts"), {"file": SimpleUploadedFile(name, content)})


def fields_on(response) -> dict[str, str]:
    """What a browser would send of the form as it stands on the page."""
    page = response.content.decode()
    form = page[page.index('<form class="reading"') : page.index("</form>", page.index('<form class="reading"'))]
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input [^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and (not re.search(r'type="(checkbox|radio)"', tag) or " checked" in tag):
            fields[name[1]] = value[1] if value else "on"
    fields |= dict(re.findall(r'<textarea [^>]*name="([^"]*)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL))
    for name, options in re.findall(r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        fields[name] = re.search(r'value="([^"]*)" selected', options)[1]
    return {name: unescape(text) for name, text in fields.items()}


def send(client, draft, *, to="draft_save", follow=False, **changes):
    fields = fields_on(client.get(url("draft", draft.pk)))
    return client.post(
        url(to, draft.pk), fields | {name.replace("__", "-"): text for name, text in changes.items()}, follow=follow
    )


def test_a_document_goes_in_is_corrected_and_runs(focal, agency):
    answer = upload(focal)
    draft = Draft.objects.get()
    assert (answer.status_code, answer.url) == (303, url("draft", draft.pk))
    page = focal.get(answer.url).content.decode()
    assert "Không còn giá trị nào cần xem" in page
    assert "Giải quyết 100% hồ sơ của người dân đúng hẹn." in page

    answer = send(focal, draft, components__0__target__score="8,75", components__0__assignment__leader="Lê Văn Mẫu")
    assert (answer.status_code, answer.url) == (303, url("draft", draft.pk))
    answer = send(focal, draft, to="draft_accept")
    plan = Plan.objects.get()
    assert (answer.status_code, answer.url) == (303, url("plan", plan.pk))
    first = plan.components.first()
    assert str(first.scores.get(part="target").score) == "8.7500"
    assert first.leader.name == "Lê Văn Mẫu"
    assert [event.name for event in Event.objects.filter(name__startswith="plans.").order_by("pk")] == [
        "plans.draft.created",
        "plans.draft.saved",
        "plans.plan.accepted",
    ]
    page = focal.get(url("draft", draft.pk)).content.decode()
    assert url("plan", plan.pk) in page
    assert "<fieldset disabled>" in page


def test_a_sample_can_be_taken_in_its_stead(focal, agency):
    answer = focal.post(url("drafts"), {"sample": sample_plans()[0].key})
    assert answer.status_code == 303
    assert Draft.objects.get().file_name == sample_plans()[0].file_name
    assert focal.post(url("drafts"), {"sample": "khong-co"}).status_code == 422


def test_a_file_that_cannot_be_read_says_why_and_what_to_do(focal):
    answer = upload(focal, b"PK\x03\x04 nothing", "hong.docx")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert page.count("Tệp “hong.docx” bị hỏng hoặc bị cắt cụt.") == 2
    assert upload(focal, b"", "rong.txt").status_code == 422
    assert focal.post(url("drafts")).status_code == 422
    assert Draft.objects.count() == 0


def test_the_same_file_is_offered_as_it_is(focal, draft):
    answer = upload(focal)
    assert answer.status_code == 422
    assert url("draft", draft.pk) in answer.content.decode()


def test_saving_what_was_read_changes_nothing(focal, draft):
    before = draft.edited
    assert send(focal, draft).status_code == 303
    assert Draft.objects.get().edited == before


def test_what_was_typed_survives_a_fault(focal, draft):
    answer = send(
        focal,
        draft,
        components__0__target__score="abc",
        document__title="Tên đã sửa",
        components__1__tasks__0__text="Việc đã sửa",
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“abc” không phải là số. Gõ như 7,95." in page
    assert '<a href="#id-components-0-target-score">Điểm: abc</a>' in page
    typed = fields_on(answer)
    assert typed["components-0-target-score"] == "abc"
    assert typed["document-title"] == "Tên đã sửa"
    assert typed["components-1-tasks-0-text"] == "Việc đã sửa"
    assert Draft.objects.get().version == 1


def test_what_was_typed_survives_somebody_elses_save_and_may_then_replace_it(focal, draft):
    mine = fields_on(focal.get(url("draft", draft.pk)))
    send(focal, draft, document__title="Của người kia")
    answer = focal.post(url("draft_save", draft.pk), mine | {"document-title": "Của tôi"})
    assert answer.status_code == 422
    assert "Có người đã lưu bản nháp này" in answer.content.decode()
    typed = fields_on(answer)
    assert (typed["document-title"], typed["version"]) == ("Của tôi", "2")
    assert focal.post(url("draft_save", draft.pk), typed).status_code == 303
    assert Draft.objects.get().edited["plan"]["document"]["title"] == "Của tôi"


def test_what_hinders_acceptance_stands_beside_its_field(focal, draft):
    answer = send(focal, draft, to="draft_accept", index__year="")
    assert answer.status_code == 422
    assert '<a href="#id-index-year">' in answer.content.decode()
    assert Plan.objects.count() == 0


def test_a_plan_that_is_there_is_offered(focal, agency, draft):
    send(focal, draft, to="draft_accept")
    upload(focal, PLAN_BYTES + b"\n")
    answer = send(focal, Draft.objects.first(), to="draft_accept")
    assert answer.status_code == 422
    assert url("plan", Plan.objects.get().pk) in answer.content.decode()


def test_rows_are_added_and_taken_out_without_javascript(focal, draft):
    answer = send(focal, draft, step="add:components")
    assert answer.url == f"{url('draft', draft.pk)}?them=components#components-2"
    fields = fields_on(focal.get(answer.url)) | {"components-2-name": "Tính năng động"}
    assert focal.post(url("draft_save", draft.pk), fields).status_code == 303
    answer = send(focal, draft, step="up:components/2")
    assert answer.url == f"{url('draft', draft.pk)}?mo=components%2F1#components-1"
    send(focal, draft, step="remove:components/0")
    names = [row["name"] for row in Draft.objects.get().edited["plan"]["components"]]
    assert names == ["Tính năng động", "Chi phí không chính thức"]


def test_what_was_taken_out_can_be_put_back(focal, draft):
    before = draft.edited["plan"]
    page = send(focal, draft, step="remove:components/0", follow=True).content.decode()
    assert "Đã bỏ “Chất lượng dịch vụ công”." in page
    assert [row["name"] for row in Draft.objects.get().edited["plan"]["components"]] == ["Chi phí không chính thức"]
    assert "Hoàn tác" not in send(focal, draft, step="undo", follow=True).content.decode()
    assert Draft.objects.get().edited["plan"] == before


def test_a_value_seen_and_left_is_no_longer_counted(focal, draft):
    send(focal, draft, document__number="")
    assert "1 giá trị cần xem" in focal.get(url("draft", draft.pk)).content.decode()
    send(focal, draft, confirmed="document/number")
    assert Draft.objects.get().edited["confirmed"] == ["document/number"]
    assert "Không còn giá trị nào cần xem" in focal.get(url("draft", draft.pk)).content.decode()


def test_every_value_leads_to_a_block_of_the_document(focal, draft):
    page = focal.get(url("draft", draft.pk)).content.decode()
    blocks = set(re.findall(r'id="(block-\d+)"', page))
    targets = set(re.findall(r'href="#(block-\d+)"', page))
    assert len(blocks) == len(draft.document["blocks"])
    assert targets
    assert targets <= blocks


def test_every_link_within_the_page_leads_somewhere(focal, draft):
    page = send(focal, draft, document__number="", index__year="x").content.decode()
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r'<label for="([^"]+)"', page)) <= set(ids)


def test_a_form_cut_off_on_its_way_is_refused(focal, draft):
    assert focal.post(url("draft_save", draft.pk), {"version": "1", "index-year": "2022"}).status_code == 422
    assert Draft.objects.get().version == 1


def test_a_draft_can_be_put_away(focal, draft):
    answer = focal.post(url("draft_discard", draft.pk), follow=True)
    assert "Đã bỏ bản nháp" in answer.content.decode()
    assert Draft.objects.get().state == Draft.State.DISCARDED


def test_the_file_comes_back_as_it_went_in(focal, draft):
    answer = focal.get(url("draft_file", draft.pk))
    assert answer.content == PLAN_BYTES
    assert answer["Content-Disposition"] == f'attachment; filename="{PLAN_NAME}"'


@pytest.mark.parametrize("name", ["draft", "draft_file", "draft_save", "draft_accept", "draft_discard"])
def test_another_agencys_draft_is_not_found(client_for, other_agency, draft, name):
    there = client_for(Role.FOCAL, of=other_agency)
    method = there.get if name in {"draft", "draft_file"} else there.post
    assert method(url(name, draft.pk, agency=other_agency.slug)).status_code == 404
    assert method(url(name, draft.pk)).status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICER, Role.UNIT_HEAD, Role.LEADER, Role.VIEWER])
def test_only_the_office_takes_plans_in(client_for, draft, role):
    client = client_for(role)
    assert client.get(url("drafts")).status_code == 403
    assert upload(client).status_code == 403
    assert client.post(url("draft_accept", draft.pk)).status_code == 403
    assert Plan.objects.count() == 0


def test_the_list_asks_as_often_for_many_as_for_one(focal, agency, draft, django_assert_max_num_queries):
    for n in range(6):
        upload(focal, f"{PLAN_TEXT}\n{n}".encode(), f"{n}.txt")
    with django_assert_max_num_queries(7):
        page = focal.get(url("drafts")).content.decode()
    assert page.count("Nâng cao chỉ số năng lực cạnh tranh") == 7


def test_a_long_plan_is_shown_with_few_queries(focal, agency, django_assert_max_num_queries):
    sample = max(sample_plans(), key=lambda plan: len(plan.content()))
    draft = create_draft(
        agency=agency, by=None, file_name=sample.file_name, content=sample.content(), now=now_of(agency)
    )
    with django_assert_max_num_queries(7):
        focal.get(url("draft", draft.pk))
