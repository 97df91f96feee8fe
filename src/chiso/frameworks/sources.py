"""Citations as packs write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from chiso.frameworks._problems import BAD_DAY, BAD_SOURCE_NUMBER
from chiso.frameworks.faults import Faults
from chiso.legal import DocumentNumber, Source, Standing
from chiso.problems import ProblemError, Text

_DAYS = ("issued_on", "in_force_on", "expired_on", "published_on", "accessed_on", "checked_on")


def sources(entries: Mapping[str, Any], faults: Faults) -> dict[str, Source]:
    """The sources of a pack by key; entries must have the shape of the schema."""
    return {key: _source(key, entry, faults.at(key)) for key, entry in entries.items()}


def day(text: str, faults: Faults) -> date:
    """The day that a pack writes as 2019-12-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        faults.add(BAD_DAY, given=text)
        return date.max


def text(entry: Mapping[str, str]) -> Text:
    """Words in both languages."""
    return Text(entry["vi"], entry["en"])


def _source(key: str, entry: Mapping[str, Any], faults: Faults) -> Source:
    return Source(
        key=key,
        title=text(entry["title"]),
        standing=Standing(entry["standing"]),
        number=_number(entry.get("number"), faults),
        issuer=entry.get("issuer", ""),
        address=entry.get("address", ""),
        note=text(entry["note"]) if "note" in entry else None,
        kind=entry.get("kind", ""),
        article=entry.get("article", ""),
        **{name: day(entry[name], faults.at(name)) for name in _DAYS if name in entry},
    )


def _number(number: str | None, faults: Faults) -> DocumentNumber | None:
    if number is None:
        return None
    try:
        return DocumentNumber.parse(number)
    except ProblemError:
        faults.add(BAD_SOURCE_NUMBER, given=number)
        return None
