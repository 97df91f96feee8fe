"""A folder of packs: where its files lie and how they are read."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chiso.frameworks import Edition, Framework, Surroundings, built, shape, strict_yaml
from chiso.frameworks._problems import BASE_IN_A_CIRCLE, KEY_AND_FOLDER
from chiso.frameworks.crosswalk import Change, Crosswalk, Link, Order
from chiso.frameworks.derive import merged
from chiso.frameworks.faults import Faults
from chiso.frameworks.sources import day, sources, text
from chiso.legal import Source
from chiso.packs._problems import NO_FRAMEWORK, NO_SUCH_EDITION
from chiso.packs.words import GlossaryEntry, Province
from chiso.problems import ProblemError, Text

if TYPE_CHECKING:
    from chiso.periods.decisions import DecidedDay

_SCHEMA = Path(__file__).parent / "pack.schema.json"
_EDITION = "framework.yaml"


class Library:
    """The packs in a folder, and behind them those of `base` where this folder has none of its own."""

    def __init__(self, root: Path, base: Library | None = None) -> None:
        self.root = root
        self.base = base

    def __contains__(self, key: object) -> bool:
        return key in set(self.keys())

    def own_keys(self) -> tuple[str, ...]:
        """The keys of the editions in this very folder."""
        found = (self.root / "frameworks").glob(f"*/*/{_EDITION}")
        return tuple(sorted(f"{path.parent.parent.name}/{path.parent.name}" for path in found))

    def keys(self) -> tuple[str, ...]:
        """The keys of all editions, in order."""
        return tuple(sorted({*self.own_keys(), *(self.base.keys() if self.base else ())}))

    def load(self, key: str) -> Edition:
        """The edition of a key. Raises ProblemError with all faults of its file."""
        if key not in self.own_keys():
            if self.base is not None and key in self.base:
                return self.base.load(key)
            NO_SUCH_EDITION.stop(given=key, wanted=", ".join(self._like(key)))
        path = self.folder(key) / _EDITION
        edition = built(self.written(key), path=self._shown(path), surroundings=self.surroundings(key))
        if edition.key != key:
            KEY_AND_FOLDER.stop(where=self._shown(path), given=edition.key, wanted=key)
        return edition

    def _like(self, key: str) -> list[str]:
        """The editions of the same framework; all where it has none."""
        family = key.partition("/")[0]
        return [known for known in self.keys() if known.startswith(f"{family}/")] or list(self.keys())

    def surroundings(self, key: str) -> Surroundings:
        """What an edition of this library may refer to."""
        return Surroundings(self.schema, self.framework(key), self.legal, frozenset(self.themes()))

    def written(self, key: str, above: tuple[str, ...] = ()) -> dict[str, Any]:
        """What the file of an edition says, put over what its base says; `above`: the editions that rest on it."""
        if key not in self.own_keys():
            if self.base is not None and key in self.base:
                return self.base.written(key, above)
            NO_SUCH_EDITION.stop(given=key, wanted=", ".join(self._like(key)))
        path = self.folder(key) / _EDITION
        shown = self._shown(path)
        written: dict[str, Any] = strict_yaml.read(path.read_text(encoding="utf-8"), shown)
        base = written.get("base") if isinstance(written, dict) else None
        if base is None:
            return written
        if base in (*above, key):
            BASE_IN_A_CIRCLE.stop(where=shown, given=" → ".join((*above, key, base)))
        return merged(self.written(base, (*above, key)), written, shown)

    def crosswalks(self, family: str) -> tuple[Crosswalk, ...]:
        """The crosswalks between the editions of a framework."""
        return tuple(_crosswalk(entry) for entry in self._between(family).get("between", ()))

    def orders(self, family: str) -> tuple[Order, ...]:
        """The orders of components that publications use and the editions do not."""
        return tuple(
            Order(entry["edition"], text(entry["used_by"]), tuple(entry["codes"]), entry["source"])
            for entry in self._between(family).get("orders", ())
        )

    def _between(self, family: str) -> dict[str, Any]:
        path = self.root / "frameworks" / family / "crosswalks.yaml"
        if not path.is_file():
            return {} if self.base is None else self.base._between(family)  # noqa: SLF001 - the same class
        found: dict[str, Any] = self.read(path, "crosswalks")
        return found

    def folder(self, key: str) -> Path:
        """Where an edition of this folder lies."""
        return self.root / "frameworks" / key

    def scenario_texts(self, key: str) -> dict[str, str]:
        """The scenario files beside an edition: path as shown in faults, and text."""
        paths = sorted((self.folder(key) / "scenarios").glob("*.yaml"))
        return {self._shown(path): path.read_text(encoding="utf-8") for path in paths}

    def framework(self, key: str) -> Framework:
        """The framework of an edition's key."""
        family = key.partition("/")[0]
        path = self.root / "frameworks" / family / "index.yaml"
        if not path.is_file():
            if self.base is None:
                NO_FRAMEWORK.stop(where=self._shown(path), given=key)
            return self.base.framework(key)
        written = self.read(path, "framework")
        return Framework(
            key=written["key"],
            abbreviation=written["abbreviation"],
            name=text(written["name"]),
            judged_by=text(written["judged_by"]),
            aliases=tuple(written.get("aliases", ())),
        )

    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks of all editions, in the order of their keys."""
        return tuple(self.framework(f"{family}/") for family in sorted({key.partition("/")[0] for key in self.keys()}))

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The schema of every file of a pack."""
        schema: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
        return schema

    @cached_property
    def legal(self) -> dict[str, Source]:
        """The legal documents by key."""
        known = dict(self.base.legal) if self.base else {}
        for path in sorted((self.root / "legal").glob("*.yaml")):
            faults = Faults(self._shown(path))
            known |= sources(self.read(path, "sources"), faults)
            faults.stop_if_any()
        return known

    def themes(self) -> dict[str, Text]:
        """The themes by code, with those of the base."""
        known = dict(self.base.themes()) if self.base else {}
        path = self.root / "themes.yaml"
        return known | (
            {code: text(entry) for code, entry in self.read(path, "themes").items()} if path.is_file() else {}
        )

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """The words of the program."""
        return tuple(
            GlossaryEntry(entry["word"], text(entry), tuple(entry.get("not", ())))
            for entry in self.read(self.root / "glossary.yaml", "glossary")
        )

    def provinces(self) -> tuple[Province, ...]:
        """All provinces that the folder knows, those of the past too."""
        path = self.root / "units" / "provinces.yaml"
        if self.base is not None and not path.is_file():
            return self.base.provinces()
        faults = Faults(self._shown(path))
        known = tuple(_province(entry, faults.at(entry["code"])) for entry in self.read(path, "provinces"))
        faults.stop_if_any()
        return known

    def decided_days(self) -> tuple[DecidedDay, ...]:
        """The government's yearly decisions on holidays and swapped working days, of all years."""
        from chiso.periods.decisions import decided_days  # noqa: PLC0415 - the calendar is not needed for editions

        found: list[DecidedDay] = []
        for path in sorted((self.root / "calendars").glob("*.yaml")):
            shown = self._shown(path)
            content = strict_yaml.read(path.read_text(encoding="utf-8"), shown, with_days=True)
            found += decided_days(content, where=shown)
        return tuple(found)

    def read(self, path: Path, kind: str) -> Any:  # noqa: ANN401 - the schema says what it is
        """The value in a file of the pack, which must have the shape `kind` of the schema."""
        shown = self._shown(path)
        written = strict_yaml.read(path.read_text(encoding="utf-8"), shown)
        faults = shape.faults(written, self.schema, kind, shown)
        if faults:
            raise ProblemError(faults)
        return written

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _crosswalk(entry: dict[str, Any]) -> Crosswalk:
    links = (
        Link(
            Change(change["change"]),
            tuple(change.get("before", ())),
            tuple(change.get("after", ())),
            text(change["note"]) if "note" in change else None,
        )
        for change in entry["changes"]
    )
    return Crosswalk(entry["from"], entry["to"], entry["source"], tuple(links))


def _province(entry: dict[str, Any], faults: Faults) -> Province:
    return Province(
        code=entry["code"],
        name=entry["name"],
        english=entry["english"],
        aliases=tuple(entry.get("aliases", ())),
        since=day(entry["from"], faults) if "from" in entry else None,
        until=day(entry["until"], faults) if "until" in entry else None,
        successor=entry.get("successor"),
        source=entry.get("source"),
    )
