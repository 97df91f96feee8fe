"""Files that are archives (.docx, .odt, .xlsx): what they are, and whether they may be unpacked at all."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import NoReturn

from chiso.documents import _problems as problems
from chiso.problems import ProblemKind

_MOST_UNPACKED = 300_000_000
_MOST_XML = 60_000_000  # in memory it takes about ten times as much
_MOST_OF_A_WORKBOOK = 25_000_000  # some seconds of work
_MOST_PACKED_TIMES = 200
_LEAST_PACKED = 20_000  # an almost empty file may be packed very well
_MOST_ENTRIES = 10_000
_OTHERS = {"xl/workbook.xml": ".xlsx", "ppt/presentation.xml": ".pptx"}
_ENTITIES = re.compile(
    rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)", re.IGNORECASE
)
_HEAD = 4_096
_XML = (".xml", ".rels")
_SHEET, _MOST_SHEETS = b"sheetId=", 200
_PICTURES = "xl/media/"  # all else is read as XML, whatever it is called
_ENCRYPTED = 0x1
FAULTS = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError, LookupError, NotImplementedError)


def kind_of_archive(content: bytes, name: str, wanted: str) -> str:
    """`docx` or `odt`; raises ProblemError where it is neither, has a password or macros, or is too large unpacked."""
    with _opened(content, name) as archive:
        entries = archive.infolist()
        names = {entry.filename for entry in entries}
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            problems.ENCRYPTED.stop(where=name)
        _check_size(entries, len(content), name)
        if "word/document.xml" in names:
            _check_parts(archive, entries, name, problems.MACROS)
            return "docx"
        if "mimetype" in names and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                problems.ENCRYPTED.stop(where=name)
            return "odt"
    given = next((kind for entry, kind in _OTHERS.items() if entry in names), "zip")
    return problems.UNKNOWN_KIND.stop(where=name, given=given, wanted=wanted)


def check_workbook(content: bytes, name: str) -> None:
    """Raise ProblemError where an archive is no .xlsx, has a password or macros, or is too large unpacked."""
    with _opened(content, name) as archive:
        entries = archive.infolist()
        names = {entry.filename for entry in entries}
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            problems.ENCRYPTED.stop(where=name)
        _check_size(entries, len(content), name)
        parts = sum(entry.file_size for entry in entries if not entry.filename.startswith(_PICTURES))
        if parts > _MOST_OF_A_WORKBOOK:
            _stop_as_too_large(parts, _MOST_OF_A_WORKBOOK, name)
        if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
            problems.NO_WORKBOOK.stop(where=name)
        _check_parts(archive, entries, name, problems.WORKBOOK_MACROS)
        if archive.read("xl/workbook.xml").count(_SHEET) > _MOST_SHEETS:
            problems.TOO_MANY_SHEETS.stop(where=name, wanted=_MOST_SHEETS)


@contextmanager
def _opened(content: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield archive
    except FAULTS:
        problems.DAMAGED.stop(where=name)


def _check_size(entries: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    """Judge by the sizes that the archive declares; more than it declares is never unpacked."""
    unpacked = sum(entry.file_size for entry in entries)
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith(_XML))
    is_bomb = unpacked > _MOST_PACKED_TIMES * max(packed, _LEAST_PACKED)
    if is_bomb or len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or xml > _MOST_XML:
        _stop_as_too_large(unpacked, _MOST_XML, name)


def _stop_as_too_large(given: int, wanted: int, name: str) -> NoReturn:
    problems.UNPACKED_TOO_LARGE.stop(where=name, given=-(-given // 1_000_000), wanted=wanted // 1_000_000)


def _check_parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str, macros: ProblemKind) -> None:
    has_code = any(entry.filename.rpartition("/")[2].lower() == "vbaproject.bin" for entry in entries)
    if has_code or b"macroEnabled" in archive.read("[Content_Types].xml"):
        macros.stop(where=name)
    for entry in entries:
        if entry.filename.endswith(_XML):
            with archive.open(entry) as part:
                head = part.read(_HEAD)
            if _ENTITIES.search(head):
                problems.ENTITIES.stop(where=name)
