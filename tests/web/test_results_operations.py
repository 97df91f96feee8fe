"""Recording results."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from chiso.problems import ProblemError
from chiso.web.audit.models import Event
from chiso.web.directory.models import Subject
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
OFFICIAL, PROVISIONAL = Result.Standing.OFFICIAL, Result.Standing.PROVISIONAL


@pytest.fixture
def enter(agency):
    def act(**changes):
        entry = {
            "subject": agency.subject,
            "family": "DDCI",
            "edition": "ddci/lao-cai-2019",
            "year": 2019,
            "node": "",
            "name": "",
            "standing": OFFICIAL,
            "score": Decimal("80.56"),
            "scale": Decimal(100),
            "rank": 5,
            "rank_of": 15,
            "band": "tốt",
            "source": "Kế hoạch số 12/KH-SKHCN, mục I",
        }
        return record_result(agency=agency, by=None, now=NOW, **{**entry, **changes})

    return act


def codes(caught) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def test_a_result_is_stored_as_entered(enter):
    result = Result.objects.get(pk=enter().pk)
    assert (Decimal("80.56"), 5, 15, "tốt") == (result.score, result.rank, result.rank_of, result.band)


def test_a_second_entry_corrects_the_first(enter):
    first = enter()
    second = enter(score=Decimal("80.57"), rank=4)
    assert first.pk == second.pk
    assert Result.objects.get().score == Decimal("80.57")


def test_each_entry_leaves_one_event_with_before_and_after(enter):
    enter()
    enter(rank=4)
    newest, oldest = Event.objects.filter(name="results.result.recorded")
    assert oldest.details["before"] is None
    assert [newest.details[moment]["rank"] for moment in ("before", "after")] == ["5", "4"]


def test_a_provisional_result_does_not_replace_an_official_one(enter):
    enter()
    with pytest.raises(ProblemError) as caught:
        enter(standing=PROVISIONAL, score=Decimal(70))
    assert codes(caught) == ["results.official_stands"]
    assert [Decimal("80.56")] == [result.score for result in Result.objects.all()]


def test_an_official_result_stands_beside_the_provisional_one_before_it(enter):
    enter(standing=PROVISIONAL, score=Decimal(70))
    enter()
    assert {OFFICIAL: Decimal("80.56"), PROVISIONAL: Decimal(70)} == {r.standing: r.score for r in Result.objects.all()}


def test_all_faults_are_told_at_once_and_nothing_is_stored(enter):
    with pytest.raises(ProblemError) as caught:
        enter(score=Decimal("100.01"), rank=16, source=" ")
    assert codes(caught) == ["results.above_the_scale", "results.rank_impossible", "results.no_source"]
    assert Result.objects.count() == Event.objects.count() == 0


def test_an_entry_without_any_figure_is_refused(enter):
    with pytest.raises(ProblemError) as caught:
        enter(score=None, rank=None, band="")
    assert codes(caught) == ["results.nothing_stated"]


def test_the_province_of_the_agency_is_one_of_its_subjects(enter):
    province = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Lào Cai", province="Lào Cai")
    assert enter(subject=province, family="PCI").subject == province


def test_the_subject_of_another_agency_is_refused(enter, other_agency):
    with pytest.raises(ProblemError) as caught:
        enter(subject=other_agency.subject)
    assert codes(caught) == ["results.not_of_the_agency"]
