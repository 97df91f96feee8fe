from dataclasses import replace

import pytest
from tests.unit.plans.checking.faults import FAULTS
from tests.unit.plans.checking.sound_plan import line

from chiso.plans import check

KEPT = sorted(set(FAULTS) - {"framework.not_covered", "framework.unknown_component"})


def fingerprints(draft, code):
    return [finding.fingerprint for finding in check(draft.reading, draft.document) if finding.code == code]


@pytest.mark.parametrize("code", KEPT)
def test_a_fingerprint_is_the_same_wherever_the_finding_stands(code):
    draft = FAULTS[code]
    later = replace(draft, lines=(line("Trang bìa"), *draft.lines))
    assert fingerprints(draft, code) == fingerprints(later, code) != []


def test_another_figure_has_another_fingerprint():
    one, other = FAULTS["targets.below_baseline"], FAULTS["targets.below_baseline"].target(0, score=6.3)
    assert fingerprints(one, "targets.below_baseline") != fingerprints(other, "targets.below_baseline")


def test_fingerprints_of_different_checks_differ():
    found = [fingerprint for code in KEPT for fingerprint in fingerprints(FAULTS[code], code)]
    assert len(found) == len(set(found))
