"""Reporting duties that are told in several rules are looked at together."""

from __future__ import annotations

import pytest
from tests.unit.plans.short_plans import HEAD

from chiso.documents import read as read_document
from chiso.plans import check, read

WORK = "I. NHIỆM VỤ\n1. Chỉ số Chi phí thời gian\n- Trả hồ sơ.\n2. Chỉ số Tính minh bạch\n- Đăng lịch.\nII. TỔ CHỨC THỰC HIỆN\n"


def _codes(reports):
    document = read_document(f"{HEAD}{WORK}{reports}\n".encode(), "ke-hoach.txt")
    return {finding.code: finding.message("vi") for finding in check(read(document), document)}


def test_quarters_of_two_rules_are_counted_together():
    found = _codes("Báo cáo quý I trước ngày 25/3, quý III trước ngày 20/9 về Văn phòng Sở.")

    assert "thiếu quý II và quý IV" in found["reporting.quarter_missing"]


def test_a_stated_exception_is_no_clash():
    found = _codes("Báo cáo quý về Văn phòng Sở trước ngày 20 của tháng cuối quý; riêng quý I trước ngày 10/3/2024.")

    assert not {"reporting.clash", "reporting.quarter_missing"} & found.keys()


@pytest.mark.parametrize("joint", [" ", "; "])
def test_two_days_for_one_report_still_clash(joint):
    one, other = (f"Báo cáo quý trước ngày {day} của tháng cuối quý về Văn phòng Sở" for day in (20, 15))

    assert "reporting.clash" in _codes(f"{one}.{joint}{other}." if joint == " " else f"{one}{joint}{other}.")
