"""Taking a document in, keeping its review, putting it away."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from chiso import documents, packs, plans
from chiso.plans import Names
from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.models import Agency, UnitName
from chiso.web.plans import _problems as problems
from chiso.web.plans.importing._reading_problems import NOT_A_PLAN
from chiso.web.plans.importing.apart import read_apart
from chiso.web.plans.importing.document_form import document_json
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.models import Draft

_MEGABYTE = 1024 * 1024


class SameFileError(ProblemError):
    """The very file is here already; `draft_id` says where."""

    def __init__(self, draft: Draft) -> None:
        super().__init__([problems.SAME_FILE(given=draft.file_name)])
        self.draft_id = draft.pk


def create_draft(*, agency: Agency, by: User | None, file_name: str, content: bytes, now: datetime) -> Draft:
    """Read a document and keep it with what was read; nothing is kept of one that cannot be read.

    by: None where the program itself loads sample data. Raises ProblemError: the file is too large, cannot be read, is
    no plan; `SameFileError` where the agency has it already.
    """
    name = PurePath(file_name.replace("\\", "/")).name[-255:] or "ke-hoach"
    if len(content) > settings.UPLOAD_LIMIT_BYTES:
        limit = settings.UPLOAD_LIMIT_BYTES // _MEGABYTE
        problems.FILE_TOO_LARGE.stop(where=name, given=-(-len(content) // _MEGABYTE), wanted=limit)
    sha256 = hashlib.sha256(content).hexdigest()
    if kept := Draft.objects.filter(agency=agency, sha256=sha256).exclude(state=Draft.State.DISCARDED).first():
        raise SameFileError(kept)
    document, reading = _read(content, name, _names(agency), is_own=by is None)
    edited = Edited.as_read(reading["plan"], agency=agency.name, province=agency.province)
    draft = Draft(
        agency=agency,
        file_name=name,
        sha256=sha256,
        document=document,
        reading=reading,
        edited=edited.to_json(),
        created_by=by,
        created_at=now,
        changed_at=now,
    )
    return _kept(draft, content, by)


def _read(content: bytes, name: str, names: Names, *, is_own: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """The document and its reading; ProblemError where it cannot be read or holds no plan. Own samples need no guard."""
    if settings.READ_UPLOADS_APART and not is_own:
        document, reading = read_apart(content, name, names)
    else:
        read = documents.read(content, name)
        document, reading = document_json(read), plans.reading_to_json(plans.read(read, names=names))
    plan = reading["plan"]
    if not plan.get("components") and not plan.get("general_tasks"):
        NOT_A_PLAN.stop(where=name)
    return document, reading


def _names(agency: Agency) -> Names:
    known = packs.names(editions_of(agency).own)
    spellings = UnitName.objects.filter(agency=agency).values_list("name", flat=True)
    return replace(known, units=(*known.units, *spellings))


def _kept(draft: Draft, content: bytes, by: User | None) -> Draft:
    try:
        with transaction.atomic():
            draft.file.save(draft.file_name, ContentFile(content), save=True)
            record(
                "plans.draft.created",
                actor=by,
                agency=draft.agency.slug,
                about=draft,
                now=draft.created_at,
                details={"file": draft.file_name, "sha256": draft.sha256},
            )
    except BaseException:
        draft.file.delete(save=False)  # the database forgets the row by itself, the disk would keep the file
        raise
    return draft


def lock(draft: Draft) -> Draft:
    """The draft as it stands, held until the transaction ends; ProblemError where it is no longer under review."""
    held = Draft.objects.select_for_update().select_related("agency__subject").get(pk=draft.pk)
    if held.state != Draft.State.REVIEWING:
        problems.DRAFT_CLOSED.stop(given=held.file_name)
    return held


def keep(held: Draft, *, edited: Edited, version: int, now: datetime) -> None:
    """Put a review in place of the stored one, unless somebody was quicker (`DRAFT_CHANGED`)."""
    if held.version != version:
        problems.DRAFT_CHANGED.stop()
    held.edited, held.version, held.changed_at = edited.to_json(), version + 1, now
    held.save(update_fields=["edited", "version", "changed_at"])


@transaction.atomic
def save_draft(*, draft: Draft, edited: Edited, version: int, by: User | None, now: datetime) -> Draft:
    """Keep what a reviewer made of a draft; `version` is the one that they had before them."""
    held = lock(draft)
    keep(held, edited=edited, version=version, now=now)
    _told("plans.draft.saved", held, by, now)
    return held


@transaction.atomic
def discard_draft(*, draft: Draft, by: User | None, now: datetime) -> Draft:
    """Put a draft away; the same file may then be taken in anew."""
    held = lock(draft)
    held.state, held.changed_at = Draft.State.DISCARDED, now
    held.save(update_fields=["state", "changed_at"])
    _told("plans.draft.discarded", held, by, now)
    return held


def _told(name: str, draft: Draft, by: User | None, now: datetime) -> None:
    details = {"file": draft.file_name, "version": draft.version}
    record(name, actor=by, agency=draft.agency.slug, about=draft, now=now, details=details)
