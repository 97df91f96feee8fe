"""Word's old format, OpenDocument and RTF: turned into .docx by LibreOffice.

A program of its own does this work, because no library under a free licence reads .doc; it gets a folder of its own for
its settings, the file and what comes out, which goes with it, and is ended with all its children after a time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from chiso.documents import _problems as problems

_SECONDS = 90
_PROGRAMS = ("soffice", "libreoffice")


def as_docx(content: bytes, kind: str, name: str) -> bytes:
    """The content as a .docx; raises ProblemError where LibreOffice is absent, cannot open it or takes too long."""
    program = next((found for each in _PROGRAMS if (found := shutil.which(each))), None)
    if program is None:
        problems.NO_LIBREOFFICE.stop(where=name, given=f".{kind}")
    with tempfile.TemporaryDirectory(prefix="chiso-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / f"document.{kind}", Path(folder) / "out" / "document.docx"
        source.write_bytes(content)
        options = ["--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent)]
        profile = (Path(folder) / "profile").as_uri()
        told = _run([program, f"-env:UserInstallation={profile}", *options, str(source)], folder, name)
        if not target.is_file():
            problems.CANNOT_CONVERT.stop(where=name, given=told or "?")
        return target.read_bytes()


def _run(command: list[str], folder: str, name: str) -> str:
    """What the program said last; it and whatever it started are ended when its time is over."""
    with subprocess.Popen(  # noqa: S603 (a fixed command, paths of our own)
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            told = process.communicate(timeout=_SECONDS)[1].decode("utf-8", "replace").split("\n")
        except subprocess.TimeoutExpired:
            problems.TOO_SLOW.stop(where=name, wanted=_SECONDS)
        finally:
            _end(process)
    return next((line.strip() for line in reversed(told) if line.strip()), "")


def _end(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice starts a second process, which outlives the first unless the whole group is ended."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()
