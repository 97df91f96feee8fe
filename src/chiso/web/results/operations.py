"""Recording what was announced or computed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NotRequired, TypedDict, Unpack

from django.db import transaction

from chiso.problems import Problem, ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory.models import Agency, Subject
from chiso.web.results import _problems as told
from chiso.web.results.models import Result
from chiso.web.results.source_files import Attachment, keep, let_go
from chiso.web.results.typed.reading import written

Number = Decimal | float | None
_KEY = ("subject", "family", "year", "node", "standing")
_FIGURES = ("score", "scale", "rank", "rank_of", "band")
_EMPTY: "Entry" = {
    "edition": "",
    "node": "",
    "name": "",
    "band": "",
    "score": None,
    "scale": None,
    "rank": None,
    "rank_of": None,
    "document": "",
}  # type: ignore[typeddict-item]  # what a caller may leave out


class Entry(TypedDict):
    """A result to be recorded; node "" is the index as a whole, scale the highest score that can be had.

    document: the name of the kept publication; "" leaves the one that there is
    """

    subject: Subject
    family: str
    year: int
    standing: str
    source: str
    edition: NotRequired[str]
    node: NotRequired[str]
    name: NotRequired[str]
    score: NotRequired[Number]
    scale: NotRequired[Number]
    rank: NotRequired[int | None]
    rank_of: NotRequired[int | None]
    band: NotRequired[str | None]
    document: NotRequired[str]


@transaction.atomic
def record_result(*, agency: Agency, by: User | None, now: datetime, **entry: Unpack[Entry]) -> Result:
    """Record one result, or correct the one of the same subject, index, year, node and standing.

    by: None where the program itself loads sample data. Raises ProblemError with every fault of the entry; an
    official result is never replaced by a provisional one.
    """
    values: Entry = {**_EMPTY, **entry}
    faults = faults_of(agency, values)
    if faults:
        raise ProblemError(faults)
    key = {name: values[name] for name in _KEY}  # type: ignore[literal-required]  # the names are keys of Entry
    figures = {name: _stored(values[name]) for name in _FIGURES}  # type: ignore[literal-required]  # the same
    kept = Result.objects.select_for_update().filter(**key).first()
    before = _told(kept) if kept else None
    if kept and values["document"]:
        let_go({kept.document.name or ""})
    result, _created = Result.objects.update_or_create(
        **key,
        defaults={
            **figures,
            "band": values["band"] or "",
            "edition": values["edition"],
            "name": values["name"],
            "source": values["source"].strip(),
            "document": values["document"] or (kept.document.name if kept else "") or "",
            "entered_by": by,
            "entered_at": now,
        },
    )
    details = {"before": before, "after": _told(result), "source": result.source}
    record("results.result.recorded", actor=by, agency=agency.slug, about=result, now=now, details=details)
    return result


@transaction.atomic
def enter_sheet(
    *, agency: Agency, by: User, now: datetime, entries: Sequence[Entry], document: Attachment | None = None
) -> int:
    """Record all figures of a sheet or none of them, with their publication; give how many were recorded."""
    kept = keep(document, now) if document and entries else ""
    whole: list[Entry] = [{**entry, "document": kept} for entry in entries]
    return len([record_result(agency=agency, by=by, now=now, **entry) for entry in whole])


@transaction.atomic
def delete_results(*, agency: Agency, by: User, now: datetime, results: Iterable[Result]) -> int:
    """Delete figures, each with its event, and their publication where nothing else rests on it; give how many there were."""
    wanted = [row.pk for row in results]
    rows = list(Result.objects.select_for_update(of=("self",)).select_related("subject").filter(pk__in=wanted))
    for row in rows:
        details = {"result": str(row), "standing": row.standing, "before": _told(row), "source": row.source}
        record("results.result.deleted", actor=by, agency=agency.slug, about=row, now=now, details=details)
    let_go({row.document.name or "" for row in rows})
    Result.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def faults_of(agency: Agency, entry: Entry) -> list[Problem]:
    """Everything that is wrong with an entry, an official result that stands in its way included."""
    where = entry["name"] or entry["node"] or entry["family"]
    faults = _faults_of_figures(entry, where)
    if not _is_of(agency, entry["subject"]):
        faults.append(told.NOT_OF_THE_AGENCY(given=entry["subject"]))
    if not entry["source"].strip():
        faults.append(told.NO_SOURCE(where=where))
    if entry["standing"] == Result.Standing.PROVISIONAL and _has_official(entry):
        faults.append(told.OFFICIAL_STANDS(where=where))
    return faults


def _faults_of_figures(entry: Entry, where: str) -> list[Problem]:
    faults = []
    score, scale, rank, rank_of = entry["score"], entry["scale"], entry["rank"], entry["rank_of"]
    if score is None and rank is None and not entry["band"]:
        faults.append(told.NOTHING_STATED(where=where))
    if score is not None and score < 0:
        faults.append(told.BELOW_ZERO(where=where, given=written(score)))
    if score is not None and scale is not None and score > scale:
        faults.append(told.ABOVE_THE_SCALE(where=where, given=written(score), wanted=written(scale)))
    if rank is not None and (rank < 1 or (rank_of is not None and rank > rank_of)):
        faults.append(told.RANK_IMPOSSIBLE(where=where, given=rank, wanted="–" if rank_of is None else rank_of))
    return faults


def _is_of(agency: Agency, subject: Subject) -> bool:
    is_province = subject.kind == Subject.Kind.PROVINCE and subject.province == agency.province
    return subject.pk == agency.subject_id or is_province


def _has_official(entry: Entry) -> bool:
    return Result.objects.filter(
        subject=entry["subject"],
        family=entry["family"],
        year=entry["year"],
        node=entry["node"],
        standing=Result.Standing.OFFICIAL,
    ).exists()


def _stored(value: Number | str) -> Decimal | int | str | None:
    return Decimal(str(value)) if isinstance(value, float) else value


def _told(result: Result) -> dict[str, str | None]:
    values = {name: getattr(result, name) for name in _FIGURES}
    return {name: None if value is None else str(value) for name, value in values.items()}
