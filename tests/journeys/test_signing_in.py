"""Signing in and going about, as people do it."""

import re

import pytest
from playwright.sync_api import expect
from tests.journeys.conftest import PHONE

from chiso.web.accounts.permissions import Role
from chiso.web.reporting.models import ReportFiling

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MAIN_PAGES = ["Bảng điểm", "Kế hoạch", "Việc của tôi", "Lịch"]
OTHER_PAGES = ["Kết quả", "Bộ chỉ số", "Đơn vị, tài khoản", "Nhập kế hoạch", "Nhật ký"]


def test_the_rail_leads_to_the_main_pages(signed_in, busy_agency):
    page = signed_in()
    rail = page.get_by_role("navigation", name="Trang chính")
    for name in [*MAIN_PAGES, *OTHER_PAGES]:
        rail.get_by_role("link", name=name, exact=True).click()
        expect(rail.get_by_role("link", name=name, exact=True)).to_have_attribute("aria-current", "page")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_on_the_phone_the_other_pages_stand_behind_a_button(signed_in, busy_agency):
    page = signed_in(Role.ADMINISTRATOR, PHONE)
    link = page.get_by_role("link", name="Nhật ký")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Thêm").click()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhật ký")


def test_a_wrong_password_is_told_and_the_name_stays(page_at, busy_agency):
    page = page_at()
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill("khong-ai")
    page.get_by_label("Mật khẩu").fill("sai")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("alert")).to_contain_text("chưa đúng")
    expect(page.get_by_label("Tên đăng nhập")).to_have_value("khong-ai")


def test_signing_out_ends_it(signed_in, busy_agency):
    page = signed_in()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/")
    expect(page).to_have_url(re.compile("/dang-nhap/"))


def test_the_first_tab_skips_to_the_content(signed_in, busy_agency):
    page = signed_in()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_filtering_the_calendar_swaps_the_lines_and_the_address(signed_in, busy_agency):
    page = signed_in()
    page.goto(f"/{busy_agency.slug}/lich/")
    page.get_by_label("Loại").select_option(label="Báo cáo")
    expect(page).to_have_url(re.compile("kind=report"))
    expect(page.get_by_role("link", name="Nhiệm vụ thứ 1")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Loại")).to_have_value("report")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_sent_report_is_recorded_with_and_without_scripts(signed_in, busy_agency, scripts):
    page = signed_in(Role.FOCAL, java_script_enabled=scripts)
    page.goto(f"/{busy_agency.slug}/lich/?kind=report")
    page.get_by_role("link", name="Ghi nhận đã gửi").first.click()
    page.get_by_label("Ngày gửi").fill("2022-06-16")
    page.get_by_role("button", name="Ghi nhận đã gửi").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi nhận")
    assert ReportFiling.objects.filter(period="2022-Q2").exists()
