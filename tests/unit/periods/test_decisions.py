from datetime import date

import pytest

from chiso.periods import DecidedDay, decided_days
from chiso.problems import ProblemError


def test_a_file_of_decisions_becomes_its_days_in_order():
    content = {
        "year": 2025,
        "decisions": [
            {
                "source": "Thông báo",
                "days": [
                    {"day": date(2025, 5, 2), "is_working": False, "reason": "Hoán đổi"},
                    {"day": date(2025, 4, 26), "is_working": True, "reason": "Làm bù"},
                ],
            }
        ],
    }
    assert (
        DecidedDay(date(2025, 4, 26), is_working=True, reason="Làm bù", source="Thông báo"),
        DecidedDay(date(2025, 5, 2), is_working=False, reason="Hoán đổi", source="Thông báo"),
    ) == decided_days(content, where="2025.yaml")


def test_all_faults_of_a_file_are_told_at_once_with_their_place():
    content = {
        "year": 2025,
        "decisions": [
            {
                "days": [
                    {"day": date(2024, 5, 2), "is_working": False, "reason": "Hoán đổi"},
                    {"day": "02/5/2025", "is_working": "không", "reason": "Hoán đổi"},
                    {"day": date(2025, 5, 2), "is_working": False},
                    {"day": date(2025, 5, 1), "is_working": False, "reason": "Lễ"},
                    {"day": date(2025, 5, 1), "is_working": False, "reason": "Lễ"},
                    "nghỉ",
                ]
            }
        ],
    }
    with pytest.raises(ProblemError) as refused:
        decided_days(content, where="2025.yaml")
    told = [(problem.code.removeprefix("periods.decision_"), problem.where) for problem in refused.value.problems]
    first = "2025.yaml, decisions 1"
    assert [
        ("without", first),
        ("wrong", f"{first}, days 1"),
        ("wrong", f"{first}, days 2"),
        ("wrong", f"{first}, days 2"),
        ("without", f"{first}, days 3"),
        ("repeated", f"{first}, days 5"),
        ("wrong", f"{first}, days 6"),
        ("without", f"{first}, days 6"),
        ("without", f"{first}, days 6"),
        ("without", f"{first}, days 6"),
    ] == told


@pytest.mark.parametrize("content", [None, [], "2025", {}, {"year": True, "decisions": []}])
def test_a_file_that_holds_something_else_is_refused(content):
    with pytest.raises(ProblemError):
        decided_days(content, where="2025.yaml")
