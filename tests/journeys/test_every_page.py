"""Every page, in a browser: nothing serious for axe, nothing that scrolls sideways on the phone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.journeys.addresses import every_page
from tests.journeys.conftest import PHONE, WIDE

from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Agency

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HARD = {"serious", "critical"}


def violations(page: Page, address: str) -> list[str]:
    """What axe finds serious or critical on a page, with the first place of each."""
    return [
        f"{address}: {found['id']} at {found['nodes'][0]['target']}: {found['nodes'][0]['failureSummary']}"
        for found in Axe().run(page).response["violations"]
        if found["impact"] in HARD
    ]


def visited(page: Page, agency: Agency) -> Iterator[str]:
    """Go to each page in turn; those that are no HTML page of their own are left out."""
    for address in every_page(agency):
        answer = page.goto(address)
        if answer is not None and answer.ok and "text/html" in answer.headers["content-type"]:
            yield address


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (PHONE, "dark")])
def test_axe_finds_nothing_serious(signed_in, busy_agency, width, scheme):
    page = signed_in(Role.ADMINISTRATOR, width, scheme)
    found = {address: violations(page, address) for address in visited(page, busy_agency)}
    assert [violation for of_page in found.values() for violation in of_page] == []
    assert {f"/{busy_agency.slug}/", f"/{busy_agency.slug}/lich/"} <= set(found)


def test_axe_finds_nothing_serious_before_signing_in(page_at, busy_agency):
    page = page_at()
    page.goto("/dang-nhap/")
    page.get_by_role("button", name="Đăng nhập").click()
    assert violations(page, "/dang-nhap/") == []


def test_no_page_scrolls_sideways_on_the_phone(signed_in, busy_agency):
    page = signed_in(Role.ADMINISTRATOR, PHONE)
    wide = [
        address
        for address in visited(page, busy_agency)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    ]
    assert wide == []


def test_no_page_breaks_or_complains_in_the_console(signed_in, busy_agency):
    page = signed_in(Role.ADMINISTRATOR)
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    statuses = {address: answer.status for address in every_page(busy_agency) if (answer := page.goto(address))}
    assert ({address: status for address, status in statuses.items() if status >= 500}, complaints) == ({}, [])
