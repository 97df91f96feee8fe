"""An edition of one's own as it is kept and handed on: texts that make a pack folder on the base of the program's packs."""

from __future__ import annotations

import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Final

import yaml

from chiso import packs
from chiso.frameworks import Edition, built, shape, strict_yaml
from chiso.frameworks.derive import merged
from chiso.packs import check
from chiso.packs._problems import BASE_UNKNOWN, NOT_A_PACK
from chiso.packs.library import Library
from chiso.problems import Problem, ProblemError

MOST_BYTES: Final = 100_000  # three times the longest of the program's own
_SCENARIOS: Final = "scenarios/kiem-chung.yaml"
_EDITION: Final = "framework.yaml"
_THE_SAME: Final = (1980, 1, 1, 0, 0, 0)  # so that the same texts make the same archive
_KEPT: Final = 256
_DEEPEST: Final = 30
_BROKEN: Final = (
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Derived:
    """The text of a derived edition's file, and that of the scenarios beside it ("" where there are none)."""

    text: str
    scenarios: str = ""

    @property
    def written(self) -> dict[str, Any]:
        """What the edition says itself."""
        found: dict[str, Any] = strict_yaml.read(self.text, _EDITION)
        return found

    def whole(self) -> dict[str, Any]:
        """What it says together with its base. Raises ProblemError as `derive.merged`."""
        written = self.written
        return merged(packs.built_in().written(written["base"]), written, _EDITION)

    def files(self) -> dict[str, str]:
        """The texts of its pack folder by their paths."""
        folder = f"frameworks/{self.written['key']}"
        beside = {f"{folder}/{_SCENARIOS}": self.scenarios} if self.scenarios else {}
        return {f"{folder}/{_EDITION}": self.text, **beside}

    def faults(self) -> list[Problem]:
        """Everything that `chiso packs check` finds in its folder."""
        with TemporaryDirectory() as folder:
            for path, text in self.files().items():
                file = Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return check.faults(Library(Path(folder), base=packs.built_in()))

    def packed(self) -> bytes:
        """Its pack folder as a .zip."""
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, text in self.files().items():
                archive.writestr(zipfile.ZipInfo(path, _THE_SAME), text.encode())
        return content.getvalue()


def written_out(value: object) -> str:
    """A value of a pack as YAML."""
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=None, width=120)
    return text


@lru_cache(maxsize=_KEPT)
def locked(whole: str) -> Edition:
    """The edition whose whole content was kept as JSON when it was put in force. Raises ProblemError."""
    written = json.loads(whole)
    return built(written, path=_EDITION, surroundings=packs.built_in().surroundings(written["key"]))


def taken(content: bytes, name: str, *, key_for: Mapping[str, str], agency: Mapping[str, str]) -> Derived:
    """A derived edition out of an uploaded YAML file or zipped pack folder, made the edition of an agency.

    key_for: by key of a base, the key that the agency's own edition on it has; bases that are not there are refused
    agency:  its name in both languages

    Raises ProblemError packs.not_a_pack or packs.base_unknown, or with everything that breaks the schema.
    """
    text, beside = _texts(content, name)
    written, lists = _read(text, name), [_read(each, name) for each in beside]
    if not isinstance(written, dict) or not all(isinstance(each, list) for each in lists):
        NOT_A_PACK.stop(where=name)
    scenarios = [scenario for each in lists for scenario in each]
    base = written.get("base")
    if not isinstance(base, str) or base not in key_for:
        BASE_UNKNOWN.stop(where=name, given=base or "–", wanted=", ".join(key_for))
    own = {**written, "key": key_for[base], "agency": dict(agency)}
    made = Derived(written_out(own), written_out(scenarios) if scenarios else "")
    whole, schema = made.whole(), packs.built_in().schema
    faults = shape.faults(whole, schema, "edition", name)
    if scenarios:
        faults += shape.faults(scenarios, schema, "scenarios", name)
    if faults:
        raise ProblemError(faults)
    return made


def _read(text: str, name: str) -> Any:  # noqa: ANN401 - the schema says what it is
    """Read YAML from outside: an alias could make a small file a huge one, deep nesting would end the process."""
    if not _is_plain(text):
        NOT_A_PACK.stop(where=name)
    return strict_yaml.read(text, name)


def _is_plain(text: str) -> bool:
    """Whether a YAML text has no aliases and is not nested deeply, as far as it can be read."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
                return False
    except yaml.YAMLError:
        return True  # the reading tells what is wrong with it
    return True


def _texts(content: bytes, name: str) -> tuple[str, list[str]]:
    """The text of the edition's file and those of its scenarios."""
    if len(content) > MOST_BYTES:
        NOT_A_PACK.stop(where=name)
    try:
        if not zipfile.is_zipfile(io.BytesIO(content)):
            return content.decode("utf-8-sig"), []
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _of_archive(archive, name)
    except _BROKEN:
        return NOT_A_PACK.stop(where=name)


def _of_archive(archive: zipfile.ZipFile, name: str) -> tuple[str, list[str]]:
    files = {PurePosixPath(each.filename): each for each in archive.infolist() if each.filename.endswith(".yaml")}
    editions = [path for path in files if path.name == _EDITION]
    if len(editions) != 1 or sum(each.file_size for each in files.values()) > MOST_BYTES:
        NOT_A_PACK.stop(where=name)
    beside = [path for path in sorted(files) if path.parent == editions[0].parent / "scenarios"]
    edition, *scenarios = (archive.read(files[path]).decode("utf-8-sig") for path in (*editions, *beside))
    return edition, scenarios
