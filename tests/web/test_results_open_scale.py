"""An edition whose scales nobody has stated (PCI 2025): every page and every explanation still stands."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from chiso import packs
from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Subject
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result

NOW = datetime(2026, 8, 15, 2, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def made(agency):
    province = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lào Cai", province="Lào Cai")
    agency.province = "Lào Cai"
    agency.save()
    nodes = ["", *(node.code for node in packs.load("pci/2025").components)]
    return [
        record_result(
            agency=agency,
            subject=province,
            family="PCI",
            edition="pci/2025",
            year=2025,
            node=node,
            standing=Result.Standing.OFFICIAL,
            score=Decimal("7.5" if node else "68.5"),
            scale=None,
            source="Bảng công bố",
            by=None,
            now=NOW,
        )
        for node in nodes
    ]


def test_the_results_of_a_year_without_scales_are_shown(client_for, agency, made):
    shown = client_for(Role.VIEWER).get(reverse("results:results", args=["so-mau"]))

    assert 200 == shown.status_code
    assert "Chính quyền kiến tạo" in shown.content.decode()


def test_every_score_without_a_scale_is_explained(client_for, agency, made):
    viewer = client_for(Role.VIEWER)

    statuses = [viewer.get(reverse("results:result", args=["so-mau", each.pk])).status_code for each in made]

    assert [200] * 10 == statuses


@pytest.mark.parametrize("name", ["enter", "enter_peers", "enter_series", "positions", "certainties"])
def test_other_pages_of_results_stand_too(client_for, agency, made, name):
    query = f"?subject={made[0].subject_id}&edition=pci/2025&year=2025&family=PCI"

    assert 200 == client_for(Role.FOCAL).get(reverse(f"results:{name}", args=["so-mau"]) + query).status_code
