"""A real browser over a live server: the system's Chromium, skipped with its reason where there is none."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.web.plan_rows import NOW, make_component, make_plan, make_rule, make_task, unit_of

from chiso.web.accounts.permissions import Role
from chiso.web.catalogue.own.operations import open_draft
from chiso.web.directory.models import Agency
from chiso.web.reporting.operations import file_report
from chiso.web.results.operations import Entry, record_result
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.reading import read
from chiso.web.results.peers.values import Heading

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PASSWORD = "mat-khau-thu"
WIDE, PHONE = 1440, 390


@pytest.fixture(scope="module", autouse=True)
def _database_beside_the_browser() -> Iterator[None]:
    """Let Django use the database while the browser's own event loop runs in the same thread."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="module")
def browser(_database_beside_the_browser, django_db_setup) -> Iterator[Browser]:
    """The system's Chromium; closed with the module, so that no other test meets its event loop."""
    usual = Path("/usr/bin/chromium")
    path = str(usual) if usual.exists() else shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page_at(browser, live_server) -> Iterator[Callable[..., Page]]:
    """Open a page: `page_at(PHONE, "dark")`; addresses are relative to the live server."""
    contexts = []

    def open_page(width: int = WIDE, scheme: str = "light", **options) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale="vi-VN",
            base_url=live_server.url,
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def busy_agency(transactional_db, agency, member):
    """An agency with a plan under way: something to see on every page."""
    office = unit_of(agency, "Văn phòng Sở")
    plan = make_plan(agency)
    component = make_component(plan, lead=unit_of(agency, "Thanh tra Sở"))
    for position, days in enumerate((-20, 3, 60)):
        task = make_task(plan, position, text=f"Nhiệm vụ thứ {position + 1}", due_on=NOW.date() + timedelta(days=days))
        task.components.add(component)
    make_task(plan, 3, text="Trả lời doanh nghiệp", timing_kind="continuous", timing_text="Thường xuyên", lead=office)
    rule = make_rule(plan, to=office, onward_to=["Sở Kế hoạch và Đầu tư"])
    make_rule(plan, 1, period="yearly", due_day=None, due_months=[])
    by = member(Role.FOCAL)
    file_report(rule=rule, period="2022-Q1", filed_on=date(2022, 3, 10), note="", by=by, now=NOW)
    _announce(agency)
    open_draft(agency=agency, base="ddci/lao-cai-2019", by=None, now=NOW)
    return agency


def _announce(agency: Agency) -> None:
    """A result that its components do not quite make, and a table of peers."""
    lines = "Đơn vị;Hạng;Điểm chung;regulations;services;transparency;proactivity;informal\n"
    lines += "Sở Mẫu mực;2;80,56;7,95;8,11;8,13;8,12;7,97\nSở Y tế;1;82,5;8,2;8,2;8,2;8,2;8,2\nSở Công Thương;3;70;7;7;7;7;7\n"
    heading = Heading("DDCI", "ddci/lao-cai-2019", 2019, "department", agency.province, "provisional", "Dự thảo")
    rows = read(lines, heading.rules).rows
    record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=rows)
    entries: list[Entry] = [
        {
            "subject": agency.subject, "family": "DDCI", "edition": heading.edition, "year": 2019, "standing": standing,
            "source": "Dự thảo", "node": "" if node == "total" else node, "score": score,
        }
        for standing in ("provisional", "official")
        for node, score in rows[1].scores.items()
    ]  # fmt: skip
    for entry in entries:
        record_result(agency=agency, by=None, now=NOW, **entry)


@pytest.fixture
def signed_in(page_at, member) -> Callable[..., Page]:
    """Open a page and sign in there as somebody of a role."""

    def make(role: Role = Role.ADMINISTRATOR, *args, **options) -> Page:
        user, page = member(role), page_at(*args, **options)
        page.goto("/dang-nhap/")
        page.get_by_label("Tên đăng nhập").fill(user.username)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url(lambda address: "/dang-nhap/" not in address)
        return page

    return make
