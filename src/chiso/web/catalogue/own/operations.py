"""Making an agency's own edition: opened, filled in piece by piece, put in force, withdrawn."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max

from chiso import packs
from chiso.frameworks.fingerprint import content_hash
from chiso.packs.derived import Derived, written_out
from chiso.problems import ProblemError, ProblemKind
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.catalogue.models import OwnEdition, SourceDocument
from chiso.web.catalogue.own import _problems as told
from chiso.web.directory.models import Agency
from chiso.web.ui.file_names import kept_name

Written = dict[str, Any]
Attachment = tuple[str, bytes]
_LONGEST_KEY = 80
_DRAFT, _IN_FORCE = OwnEdition.State.DRAFT, OwnEdition.State.IN_FORCE


def own_key(base: str, agency: Agency) -> str:
    """The key of an agency's own edition on a base: what stands in its folder's name."""
    slug = re.sub(r"[^a-z0-9]+", "-", agency.slug.lower()).strip("-")
    return f"{base}-{slug}"[:_LONGEST_KEY].rstrip("-")


def told_agency(agency: Agency) -> dict[str, str]:
    """The agency as its own edition names it."""
    return {"vi": agency.name, "en": agency.name}


@transaction.atomic
def open_draft(*, agency: Agency, base: str, by: User | None, now: datetime) -> OwnEdition:
    """The draft of an agency's own edition on a base: the one there is, else a new one that starts from its last version.

    Raises ProblemError packs.no_such_edition.
    """
    name = packs.load(base).name
    newest = _newest(agency, base)
    if newest and newest.state == _DRAFT:
        return newest
    if newest:
        made = Derived(newest.text, newest.scenarios)
    else:
        own = {language: f"{words} – {agency.short_name}" for language, words in (("vi", name.vi), ("en", name.en))}
        start = {"key": own_key(base, agency), "base": base, "agency": told_agency(agency), "name": own}
        made = Derived(written_out(start))
    return _drafted(agency, base, made, newest, by, now)


@transaction.atomic
def take_in(*, agency: Agency, made: Derived, by: User | None, now: datetime) -> OwnEdition:
    """Make an uploaded edition the draft of the agency, in the place of what the draft said so far."""
    base = made.written["base"]
    newest = _newest(agency, base)
    if newest is None or newest.state != _DRAFT:
        return _drafted(agency, base, made, newest, by, now)
    before = newest.text
    newest.text, newest.scenarios, newest.changed_at = made.text, made.scenarios, now
    newest.save(update_fields=["text", "scenarios", "changed_at"])
    _tell("catalogue.own_edition.taken_in", newest, by, now, {"before": before})
    return newest


@transaction.atomic
def amend(
    *,
    edition: OwnEdition,
    part: str,
    change: Callable[[Written], Written],
    by: User | None,
    now: datetime,
    document: tuple[str, Attachment] | None = None,
) -> OwnEdition:
    """Change what a draft says; `part` names for the audit trail what was changed.

    document: the key of a source and its file. Raises ProblemError catalogue.not_a_draft.
    """
    held = _held(edition, _DRAFT, told.NOT_A_DRAFT)
    before = Derived(held.text).written
    after = change(before)
    held.text, held.changed_at = written_out(after), now
    held.save(update_fields=["text", "changed_at"])
    if document:
        _attach(held, *document)
    changed = sorted({key for key in {*before, *after} if before.get(key) != after.get(key)})
    details = {key: written_out(after.get(key)).strip() for key in changed}
    _tell("catalogue.own_edition.amended", held, by, now, {"part": part, "after": details})
    return held


@transaction.atomic
def set_scenarios(*, edition: OwnEdition, scenarios: str, by: User | None, now: datetime) -> OwnEdition:
    """Set the scenarios by which a draft is proved. Raises ProblemError catalogue.not_a_draft."""
    held = _held(edition, _DRAFT, told.NOT_A_DRAFT)
    held.scenarios, held.changed_at = scenarios, now
    held.save(update_fields=["scenarios", "changed_at"])
    _tell("catalogue.own_edition.amended", held, by, now, {"part": "scenarios", "after": {"scenarios": scenarios}})
    return held


@transaction.atomic
def put_in_force(*, edition: OwnEdition, by: User | None, now: datetime) -> OwnEdition:
    """Lock a draft with its hash and let it take the place of its base. Raises ProblemError with everything wrong."""
    held = _held(edition, _DRAFT, told.NOT_A_DRAFT)
    made = Derived(held.text, held.scenarios)
    if faults := made.faults():
        raise ProblemError(faults)
    whole = made.whole()
    before = OwnEdition.objects.filter(agency=held.agency, base=held.base, state=_IN_FORCE)
    before.update(state=OwnEdition.State.REPLACED)
    OwnEdition.objects.filter(agency=held.agency, base=held.base, state=OwnEdition.State.WITHDRAWN).update(
        state=OwnEdition.State.REPLACED
    )
    held.whole, held.content_hash = json.dumps(whole, ensure_ascii=False), content_hash(whole)
    held.state, held.in_force_by, held.in_force_at, held.changed_at = _IN_FORCE, by, now, now
    held.save()
    _tell("catalogue.own_edition.put_in_force", held, by, now, {"content_hash": held.content_hash})
    return held


@transaction.atomic
def withdraw(*, edition: OwnEdition, reason: str, by: User | None, now: datetime) -> OwnEdition:
    """Let the base stand for itself again. Raises ProblemError where no reason is given or it is not in force."""
    if not reason.strip():
        told.NO_REASON.stop(where="reason")
    held = _held(edition, _IN_FORCE, told.NOT_IN_FORCE)
    held.state, held.changed_at = OwnEdition.State.WITHDRAWN, now
    held.save(update_fields=["state", "changed_at"])
    _tell("catalogue.own_edition.withdrawn", held, by, now, {"reason": reason.strip()})
    return held


@transaction.atomic
def discard(*, edition: OwnEdition, by: User | None, now: datetime) -> None:
    """Throw a draft away; what it said stays in the audit trail. Raises ProblemError catalogue.not_a_draft."""
    held = _held(edition, _DRAFT, told.NOT_A_DRAFT)
    _tell("catalogue.own_edition.discarded", held, by, now, {"before": held.text})
    held.delete()


def _newest(agency: Agency, base: str) -> OwnEdition | None:
    """The newest version, held, as the agency is, until the transaction ends, so that two do not open one each."""
    Agency.objects.select_for_update().get(pk=agency.pk)
    return OwnEdition.objects.select_for_update().filter(agency=agency, base=base).order_by("-version").first()


def _drafted(
    agency: Agency, base: str, made: Derived, newest: OwnEdition | None, by: User | None, now: datetime
) -> OwnEdition:
    last = OwnEdition.objects.filter(agency=agency, base=base).aggregate(Max("version"))["version__max"] or 0
    draft = OwnEdition.objects.create(
        agency=agency,
        base=base,
        key=own_key(base, agency),
        version=last + 1,
        text=made.text,
        scenarios=made.scenarios,
        made_by=by,
        changed_at=now,
    )
    for document in newest.documents.all() if newest else ():
        SourceDocument.objects.create(
            edition=draft, source=document.source, name=document.name, file=document.file.name
        )
    _tell("catalogue.own_edition.opened", draft, by, now, {"base": base})
    return draft


def _attach(held: OwnEdition, source: str, attachment: Attachment) -> None:
    name, content = attachment
    SourceDocument.objects.filter(edition=held, source=source).delete()
    SourceDocument(edition=held, source=source, name=name[-200:]).file.save(
        kept_name(name), ContentFile(content), save=True
    )


def _held(edition: OwnEdition, state: str, otherwise: ProblemKind) -> OwnEdition:
    held = OwnEdition.objects.select_for_update(of=("self",)).select_related("agency").filter(pk=edition.pk).first()
    if held is None or held.state != state:
        otherwise.stop(given=str(edition))
    return held


def _tell(name: str, edition: OwnEdition, by: User | None, now: datetime, more: Mapping[str, object]) -> None:
    details = {"edition": edition.key, "version": edition.version, **more}
    record(name, actor=by, agency=edition.agency.slug, about=edition, now=now, details=details)
