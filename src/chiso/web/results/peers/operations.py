"""Recording tables of peers, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from chiso.problems import Problem, ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory.models import Agency
from chiso.web.results.models import PeerScore, PeerTable
from chiso.web.results.peers import _problems as told
from chiso.web.results.peers.values import Heading, Peer, mark_of
from chiso.web.results.source_files import Attachment, let_go
from chiso.web.ui.file_names import kept_name


@transaction.atomic
def record_peers(
    *,
    agency: Agency | None,
    by: User | None,
    now: datetime,
    heading: Heading,
    rows: Sequence[Peer],
    document: Attachment | None = None,
) -> PeerTable:
    """Record a table, in the place of the one of the same index, group, year and standing.

    agency: None where the program itself brings the table. A table official and one provisional stand side by side.
    Raises ProblemError with every fault of the heading, or where there is no row.
    """
    if faults := faults_of(heading, rows):
        raise ProblemError(faults)
    key = {name: getattr(heading, name) for name in ("family", "year", "kind", "province", "standing")}
    if agency:
        Agency.objects.select_for_update().get(pk=agency.pk)  # so that two do not record the same table at once
    table = PeerTable.objects.select_for_update().filter(agency=agency, **key).first()
    before = table.scores.values("unit").distinct().count() if table else 0
    table = table or PeerTable(agency=agency, **key)
    table.edition, table.source, table.note = heading.edition, heading.source.strip(), heading.note.strip()
    table.mark, table.entered_by, table.entered_at = mark_of(heading, rows), by, now
    if document:
        let_go({table.document.name or ""})
        table.document.save(kept_name(document.name), ContentFile(document.content), save=False)
    table.save()
    table.scores.all().delete()
    PeerScore.objects.bulk_create(_scores(table, heading.rules.headline.code, rows))
    details = {"table": str(table), "units": len(rows), "before": before, "source": table.source}
    slug = agency.slug if agency else ""
    record("results.peers.recorded", actor=by, agency=slug, about=table, now=now, details=details)
    return table


@transaction.atomic
def delete_peers(*, table: PeerTable, by: User, now: datetime) -> None:
    """Delete a table with all its scores, and its publication where nothing else rests on it; nothing where it is gone."""
    if not PeerTable.objects.select_for_update().filter(pk=table.pk).exists():
        return
    units = table.scores.values("unit").distinct().count()
    details = {"table": str(table), "units": units, "standing": table.standing, "source": table.source}
    slug = table.agency.slug if table.agency else ""
    record("results.peers.deleted", actor=by, agency=slug, about=table, now=now, details=details)
    let_go({table.document.name or ""})
    table.delete()


def faults_of(heading: Heading, rows: Sequence[Peer]) -> list[Problem]:
    """Everything that is wrong with a table besides its cells."""
    faults = []
    if not rows:
        faults.append(told.NO_ROWS())
    if not heading.source.strip():
        faults.append(told.NO_SOURCE(where="source"))
    if not heading.rules.covers(heading.year):
        faults.append(told.NOT_COVERED(where="year", given=heading.year, wanted=heading.rules.name.vi))
    return faults


def _scores(table: PeerTable, headline: str, rows: Sequence[Peer]) -> list[PeerScore]:
    made = []
    for row in rows:
        made.append(
            PeerScore(
                table=table,
                unit=row.unit,
                node=headline,
                score=row.scores.get(headline),
                rank=row.rank,
                band=row.band,
            )
        )
        parts = ((code, score) for code, score in row.scores.items() if code != headline)
        made += [PeerScore(table=table, unit=row.unit, node=code, score=score) for code, score in parts]
    return made
