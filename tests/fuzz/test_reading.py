"""Files of every kind, mutilated: each is read, or told to be bad; never a crash, never a hang.

A few hundred each time, the same ones; CHISO_FUZZ=1 takes some thousands.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from contextlib import contextmanager

import numpy as np
import pytest
from tests.fuzz.good_files import good_files
from tests.fuzz.mutilation import mutilated

from chiso import documents, plans
from chiso.documents import conversion
from chiso.documents.scans import sheets
from chiso.packs import names
from chiso.problems import ProblemError

ROUNDS = 800 if os.environ.get("CHISO_FUZZ") == "1" else 40  # noqa: TID251 (a test's own switch, told in docs/settings.md)
SECONDS = 20


@pytest.fixture(autouse=True)
def no_other_programs(monkeypatch):
    """Tesseract and LibreOffice answer nothing: what they make of a file is theirs, and has its time limit."""
    monkeypatch.setattr(sheets, "words_in", lambda dots, name, seconds: [])
    monkeypatch.setattr(conversion, "_run", lambda command, folder, name: "")


@contextmanager
def bounded(seconds: int):
    """Fail where the work takes longer than any of these small files may; only where the system has alarms."""

    def late(*_: object) -> None:
        raise TimeoutError

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(content: bytes, name: str, known) -> str:
    """`read`, or the code of the problem; anything else that is raised fails the test."""
    try:
        with bounded(SECONDS):
            document = documents.read(content, name)
            plans.reading_to_json(plans.read(document, names=known))
    except ProblemError as error:
        (problem,) = error.problems
        assert all(told(language) for told in (problem.message, problem.remedy) for language in ("vi", "en"))
        return problem.code
    assert all(document.blocks)
    return "read"


@pytest.mark.parametrize("name", sorted(good_files()))
def test_a_mutilated_file_is_read_or_refused(name):
    known = names()
    outcomes: Counter[str] = Counter()
    for seed in range(ROUNDS):
        content = mutilated(good_files()[name], np.random.default_rng([seed, *name.encode()]))
        try:
            outcomes[outcome(content, name, known)] += 1
        except Exception as fault:
            fault.add_note(f"{name}, seed {seed}")
            raise
    assert {code for code in outcomes if code != "read" and not code.startswith("documents.")} == set()


@pytest.mark.parametrize("seed", range(4))
def test_noise_is_refused_or_read_under_any_name(seed):
    noise = np.random.default_rng(seed).integers(0, 256, 3_000, dtype=np.uint8).tobytes()

    assert {"read"} != {outcome(noise, f"a.{kind}", names()) for kind in documents.KINDS}
