"""Uploads are read apart: one process for each, within limits of time, memory and disk, gone when it has answered.

A file may be made to crash or exhaust whoever reads it. The server keeps nothing of that: the process that reads holds
no database, its folder is deleted with it, and two of them at most run at once.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any

from chiso.plans import Names
from chiso.problems import ProblemError, ProblemKind, Text
from chiso.web.plans.importing import _reading_problems as problems
from chiso.web.plans.importing.child import names_to_json


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one upload may take; a scan takes one to two seconds a page."""

    seconds: int = 180
    memory: int = 1_600_000_000
    file: int = 300_000_000
    answer: int = 60_000_000


_COMMAND = ("-m", "chiso.web.plans.importing.child")
_AT_ONCE = BoundedSemaphore(2)
_SECONDS_IN_LINE = 60
_SECONDS_TO_LEAVE = 3

Form = dict[str, Any]


def read_apart(content: bytes, name: str, names: Names, limits: Limits = Limits()) -> tuple[Form, Form]:
    """The document and its reading as a draft keeps them; ProblemError: cannot be read, or not within the limits."""
    if not _AT_ONCE.acquire(timeout=_SECONDS_IN_LINE):
        problems.READING_BUSY.stop(where=name)
    try:
        with tempfile.TemporaryDirectory(prefix="chiso-", ignore_cleanup_errors=True) as folder:
            told = _answer(_request(name, names, limits, folder) + content, folder, name, limits)
    finally:
        _AT_ONCE.release()
    if "memory" in told:
        problems.READING_TOO_LARGE.stop(where=name)
    if "problems" in told:
        raise ProblemError([_kind(letter)() for letter in told["problems"]])
    return told["document"], told["reading"]


def _request(name: str, names: Names, limits: Limits, folder: str) -> bytes:
    asked = {
        "name": name,
        "names": names_to_json(names),
        "folder": folder,
        "limits": {"memory": limits.memory, "seconds": limits.seconds, "file": limits.file},
    }
    return json.dumps(asked).encode() + b"\n"


def _answer(request: bytes, folder: str, name: str, limits: Limits) -> Form:
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, *_COMMAND],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            told, _ = process.communicate(request, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            problems.READING_TOO_SLOW.stop(where=name, wanted=limits.seconds)
        finally:
            _end(process)
    if process.returncode == -getattr(signal, "SIGXCPU", 0):
        problems.READING_TOO_SLOW.stop(where=name, wanted=limits.seconds)
    if process.returncode or len(told) > limits.answer:
        problems.READING_FAILED.stop(where=name)
    answer: Form = json.loads(told)
    return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the process to leave, and end it with all that it started where it does not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            process.kill()
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return


def _kind(letter: Form) -> ProblemKind:
    """A problem as the child told it: its sentences are whole, braces in them stand for themselves."""
    message, remedy = (
        Text(*(letter[part][language].replace("{", "{{").replace("}", "}}") for language in ("vi", "en")))
        for part in ("message", "remedy")
    )
    return ProblemKind(letter["code"], message, remedy)
