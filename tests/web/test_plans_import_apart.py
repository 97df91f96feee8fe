"""Uploads read in processes of their own: the same answer, every end of the process told, nothing left behind."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.web.plans_import_text import PLAN_BYTES, PLAN_NAME

from chiso import documents, packs, plans
from chiso.problems import ProblemError
from chiso.samples import sample_plans
from chiso.web.accounts.permissions import Role
from chiso.web.plans.importing import apart
from chiso.web.plans.importing.apart import Limits, read_apart
from chiso.web.plans.importing.child import answer, names_from, names_to_json
from chiso.web.plans.importing.document_form import document_json
from chiso.web.plans.importing.operations import create_draft
from chiso.web.ui.clock import now_of


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """All that reading leaves on the disk, which must be nothing."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert [] == list(folder.iterdir())


def code_of(content: bytes, name: str, limits: Limits = Limits()) -> str:  # noqa: B008 (Limits is frozen)
    with pytest.raises(ProblemError) as caught:
        read_apart(content, name, packs.names(), limits)
    return caught.value.problems[0].code


def test_a_document_read_apart_reads_as_it_does_here():
    names = packs.names()
    document = documents.read(PLAN_BYTES, PLAN_NAME)

    told = read_apart(PLAN_BYTES, PLAN_NAME, names)

    def listed(value):
        if isinstance(value, dict):
            return {key: listed(each) for key, each in value.items()}
        return [listed(each) for each in value] if isinstance(value, (list, tuple)) else value

    assert listed(document_json(document)) == told[0]
    assert listed(plans.reading_to_json(plans.read(document, names=names))) == told[1]


def test_known_names_reach_the_child_whole():
    names = replace(packs.names(), units=("Phòng Kế hoạch",))

    assert names == names_from(names_to_json(names))


def test_a_problem_is_told_in_both_languages_whatever_the_name_holds():
    with pytest.raises(ProblemError) as caught:
        read_apart(b" ", "{where} {0}.txt", packs.names())

    (problem,) = caught.value.problems
    assert "documents.empty" == problem.code
    assert "Tệp “{where} {0}.txt” không có nội dung." == problem.message("vi")
    assert "The file “{where} {0}.txt” is empty." == problem.message("en")


def test_a_reading_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "_COMMAND", ("-c", "import time; time.sleep(600)"))

    assert "web.plans.reading_too_slow" == code_of(PLAN_BYTES, PLAN_NAME, Limits(seconds=1))


def test_a_reading_that_will_not_leave_is_ended(monkeypatch):
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
    monkeypatch.setattr(apart, "_COMMAND", ("-c", deaf))
    monkeypatch.setattr(apart, "_SECONDS_TO_LEAVE", 0.2)

    assert "web.plans.reading_too_slow" == code_of(PLAN_BYTES, PLAN_NAME, Limits(seconds=1))


def test_a_reading_that_crashes_is_told(monkeypatch):
    monkeypatch.setattr(apart, "_COMMAND", ("-c", "import os; open('left', 'w').close(); os.abort()"))

    assert "web.plans.reading_failed" == code_of(PLAN_BYTES, PLAN_NAME)


def test_a_reading_that_exhausts_its_memory_is_told(monkeypatch):
    def exhausted(content: bytes, name: str) -> None:
        raise MemoryError

    monkeypatch.setattr(documents, "read", exhausted)

    assert {"memory": True} == answer(b"", "a.txt", packs.names())


def test_limits_hold_in_the_child():
    sample = sample_plans()[0]  # a .docx, whose reader is loaded under the limit

    code = code_of(sample.content(), sample.file_name, Limits(memory=30_000_000))

    assert code in {"web.plans.reading_failed", "web.plans.reading_too_large"}


def test_too_many_at_once_wait_and_are_then_asked_to_come_again(monkeypatch):
    monkeypatch.setattr(apart, "_SECONDS_IN_LINE", 0.05)
    for _ in range(2):
        assert apart._AT_ONCE.acquire(timeout=0)
    try:
        assert "web.plans.reading_busy" == code_of(PLAN_BYTES, PLAN_NAME)
    finally:
        for _ in range(2):
            apart._AT_ONCE.release()


@pytest.mark.django_db
def test_an_upload_is_read_apart_and_what_is_no_plan_is_refused(agency, member, settings, tmp_path):
    settings.READ_UPLOADS_APART, settings.MEDIA_ROOT = True, tmp_path / "files"
    letter = "Kính gửi các phòng,\n\nVăn phòng thông báo lịch trực Tết để biết.".encode()

    with pytest.raises(ProblemError) as caught:
        create_draft(agency=agency, by=member(Role.FOCAL), file_name="thu.txt", content=letter, now=now_of(agency))

    assert "web.plans.not_a_plan" == caught.value.problems[0].code
    assert not Path(settings.MEDIA_ROOT).exists()
