"""Tesseract through its command: a picture in, words with their boxes and certainty out.

A program of its own does this work, because no library recognises Vietnamese as well under a free licence; it gets the
picture on standard input, answers on standard output and is ended after a time, so that nothing is left on the disk.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chiso.documents import _problems as problems
from chiso.documents.scans.pictures import RESOLUTION, Grey

_LANGUAGE = "vie"
SECONDS = 30
_SECONDS_TO_ANSWER = 20
_SPAN = re.compile(r"<span class='(?P<kind>ocr\w+)'[^>]*?title=(?P<q>[\"'])(?P<title>.*?)(?P=q)[^>]*>(?P<text>[^<]*)")
_SPECKS = re.compile(r"^[|_ˆ~`¬^°¦'‘\s]+|[|_ˆ~`¬^¦'‘\s]+$")  # what is left of rules, read as signs
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_CERTAINTY = re.compile(r"x_wconf (\d+)")


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word: its box in dots from the upper left, the line it is in, the size of that line's letters.

    certainty: 0 to 100, as Tesseract rates it
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: int
    size: float
    certainty: int


def words_in(dots: Grey, name: str, seconds: int = SECONDS) -> list[Word]:
    """The words of a page, in Tesseract's order; raises ProblemError where it is absent, fails or takes too long."""
    height, width = dots.shape
    picture = f"P5 {width} {height} 255\n".encode() + dots.tobytes()
    command = [*_command(name), "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(RESOLUTION), "--psm", "6"]
    command += ["-c", "tessedit_create_hocr=1"]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=seconds, check=False)  # noqa: S603 (a fixed command)
    except subprocess.TimeoutExpired:
        problems.TOO_SLOW.stop(where=name, wanted=seconds)
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        problems.RECOGNITION_FAILED.stop(where=name, given=told[-1] if told else done.returncode)
    return list(_words(done.stdout.decode("utf-8", "replace")))


def _words(page: str) -> Iterator[Word]:
    line, size = -1, 0.0
    for span in _SPAN.finditer(page):
        box = _BOX.search(span["title"])
        if box is None:
            continue
        if span["kind"] != "ocrx_word":
            told = _SIZE.search(span["title"])
            line, size = line + 1, float(told[1]) if told else 0.0
            continue
        text = _SPECKS.sub("", html.unescape(span["text"])).replace("—", "-").replace("\u2044", "/")
        certainty = _CERTAINTY.search(span["title"])
        if text:
            left, top, right, bottom = map(int, box.groups())
            yield Word(text, left, top, right, bottom, line, size, int(certainty[1]) if certainty else 0)


def is_present() -> bool:
    """Whether Tesseract is installed and reads Vietnamese."""
    return bool(_found())


def _command(name: str) -> list[str]:
    found = _found()
    if not found:
        problems.NO_TESSERACT.stop(where=name)
    return list(found)


@cache
def _found() -> tuple[str, ...]:
    """The command that reads Vietnamese on one core, empty where it is absent.

    `env` sets the limit of threads for Tesseract alone: with more than one it takes six times as long on two cores.
    """
    program = shutil.which("tesseract")
    if program is None:
        return ()
    env = shutil.which("env")
    command = (env, "OMP_THREAD_LIMIT=1", program) if env else (program,)
    try:
        told = subprocess.run([*command, "--list-langs"], capture_output=True, timeout=_SECONDS_TO_ANSWER, check=False)  # noqa: S603 (a fixed command)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return command if _LANGUAGE in told.stdout.decode("utf-8", "replace").split() else ()
