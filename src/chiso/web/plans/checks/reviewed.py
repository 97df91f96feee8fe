"""A stored draft as the core's values: the document, the plan as edited with the places of what was read, its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from chiso import packs, plans
from chiso.documents import Block, BlockKind, Document, Place
from chiso.frameworks import Edition
from chiso.periods import WorkingCalendar
from chiso.plans import Finding, Plan, Reading
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.models import Subject
from chiso.web.plans.importing.edited import PROVINCE, Edited
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import origins_as_read
from chiso.web.plans.models import Draft

_LISTS: Final = frozenset({"cells", "merged"})
_BLOCK_FIELDS: Final = frozenset(field.name for field in fields(Block))


def document_of(draft: Draft) -> Document:
    """The document that the draft was read from, as `importing.operations.document_json` keeps it."""
    stored = draft.document
    return Document(stored["name"], stored["kind"], tuple(_block(block) for block in stored["blocks"]))


def _block(stored: Mapping[str, Any]) -> Block:
    known = _BLOCK_FIELDS.intersection(stored)
    values: dict[str, Any] = {name: tuple(stored[name]) if name in _LISTS else stored[name] for name in known}
    values["kind"] = BlockKind(stored["kind"])
    if "doubtful" in values:
        values["doubtful"] = tuple((start, end) for start, end in values["doubtful"])
    values.setdefault("text", "")
    if values["kind"] is BlockKind.ROW:
        values.setdefault("table", 0)  # stored blocks leave out what is empty, the number 0 too
    return Block(**values)


def reading_of(draft: Draft, edited: Edited) -> Reading:
    """The plan as edited, with the places of the values that were read: of rows where they stand now."""
    read = draft.reading
    now = {origin: path for path, origin in edited.origins.items()}
    rows = origins_as_read(PLAN, read["plan"])
    places: dict[str, tuple[Place, ...]] = {}
    for path, found in read["places"].items():
        if moved := _path_now(path, rows, now):
            places[moved] = tuple(Place(*place) for place in found)
    return Reading(plan=edited.as_plan(), places=places)


def _path_now(path: str, rows: Mapping[str, str], now: Mapping[str, str]) -> str:
    """The path at which a value read at `path` stands now; "" where its row was taken out."""
    steps = path.split("/")
    for length in range(len(steps), 0, -1):
        row = "/".join(steps[:length])
        if row in rows:
            return "/".join([now[row], *steps[length:]]) if row in now else ""
    return path


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft as the core saw it, and what it found."""

    reading: Reading
    document: Document
    findings: tuple[Finding, ...]


def checked(draft: Draft, *, on: date, edited: Edited | None = None) -> Checked:
    """Check a draft as it is stored, or what a reviewer makes of it.

    on: today for a draft under review, the day of acceptance of a plan that runs
    """
    review = edited or Edited.from_json(draft.edited)
    reading, document = reading_of(draft, review), document_of(draft)
    found = plans.check(
        reading,
        document,
        edition=edition_of(draft, review, reading.plan),
        calendar=WorkingCalendar.of(packs.decided_days()),
        on=on,
    )
    return Checked(reading, document, found)


def edition_of(draft: Draft, review: Edited, plan: Plan) -> Edition | None:
    """The edition that the plan would be accepted under."""
    agency = draft.agency
    kind = Subject.Kind.PROVINCE.value if review.subject == PROVINCE else agency.subject.kind
    return editions_of(agency).find(plan.index.framework, agency.province, plan.index.year, kind)
