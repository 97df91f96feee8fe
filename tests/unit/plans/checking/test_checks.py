import pytest
from tests.editions import edition
from tests.unit.plans.checking.faults import FAULTS
from tests.unit.plans.checking.sound_plan import Draft

from chiso.documents import Document
from chiso.plans import CHECKS, check

SMALL = edition()


def codes(draft: Draft) -> set[str]:
    known = SMALL if draft.plan.components and draft.plan.components[0].name == "Một" else None
    return {finding.code for finding in check(draft.reading, draft.document, edition=known)}


def test_a_sound_plan_has_no_findings():
    draft = Draft()
    assert () == check(draft.reading, draft.document)


@pytest.mark.parametrize("code", FAULTS)
def test_each_check_finds_its_fault(code):
    assert code in codes(FAULTS[code])


@pytest.mark.parametrize("code", FAULTS)
def test_a_reading_is_checked_without_its_document_as_far_as_it_goes(code):
    draft = FAULTS[code]
    lines = {finding.lines for finding in check(draft.reading, Document("", "", ()))}
    assert lines <= {()}


def test_every_check_has_a_plan_with_its_fault():
    assert {kind.code for kind in CHECKS} == set(FAULTS)
