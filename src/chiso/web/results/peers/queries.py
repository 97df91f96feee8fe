"""The tables of peers that an agency may see: its own and those that come with the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chiso import packs
from chiso.frameworks import Edition
from chiso.frameworks.edition import folded
from chiso.web.catalogue.editions import Editions, editions_of
from chiso.web.directory.models import Agency, Subject
from chiso.web.results.models import PeerScore, PeerTable, Result
from chiso.web.results.peers.values import Heading, Peer, Table

Rows = dict[str, Peer]
_KEPT = 32


def visible(agency: Agency, today: date) -> QuerySet[PeerTable]:
    """The tables that an agency may see on a day: one that comes with the program only when its year is over."""
    of_program = Q(agency__isnull=True, year__lt=today.year)
    return PeerTable.objects.select_related("entered_by").filter(Q(agency=agency) | of_program)


def tables(agency: Agency, today: date, family: str = "") -> tuple[Table, ...]:
    """All visible tables, or those of an index, with their rows in two statements.

    Those with the agency among their units come first, then the newest.
    """
    found = [each for each in visible(agency, today) if not family or folded(each.family) == folded(family)]
    rows = _rows(tuple((each.pk, each.mark) for each in found))
    editions = editions_of(agency)
    made = [_table(each, rows.get(each.pk, {}), agency, editions) for each in found if editions.get(each.edition)]
    return tuple(
        sorted(made, key=lambda each: (not each.own, each.heading.family, -each.heading.year, not each.is_own))
    )


def table(agency: Agency, table_id: int, today: date) -> Table | None:
    """One visible table; None where there is none."""
    found = visible(agency, today).filter(pk=table_id).first()
    editions = editions_of(agency)
    if found is None or not editions.get(found.edition):
        return None
    return _table(found, _rows(((found.pk, found.mark),)).get(found.pk, {}), agency, editions)


def of_index(found: Iterable[Table], family: str, kind: str, province: str) -> dict[int, Table]:
    """The tables of one index and group by year: the agency's own before the program's, official before provisional."""
    fitting = [
        each
        for each in found
        if folded(each.heading.family) == folded(family)
        and each.heading.kind == kind
        and each.heading.province in {"", province}
    ]
    ordered = sorted(fitting, key=lambda each: (each.is_own, not each.is_provisional))
    return {each.heading.year: each for each in sorted(ordered, key=lambda each: each.heading.year)}


def known_units(agency: Agency, edition: Edition, kind: str, today: date) -> tuple[str, ...]:
    """The units that the newest table of an index and group names; none where there is no such table."""
    found = of_index(
        tables(agency, today, edition.framework.abbreviation), edition.framework.abbreviation, kind, agency.province
    )
    return tuple(sorted(row.unit for row in found[max(found)].rows)) if found else ()


def own_unit(units: Iterable[str], kind: str, province: str, agency: Agency) -> str:
    """The unit of a table that stands for an agency: itself, or its province; "" where it is not there."""
    if kind == Subject.Kind.PROVINCE:
        here = next((each for each in packs.provinces() if each.is_called(agency.province)), None)
        return next((unit for unit in units if here and here.is_called(unit)), "")
    if kind != agency.subject.kind or province not in {"", agency.province}:
        return ""
    names = {folded(_without_province(name, agency.province)) for name in (agency.name, agency.short_name)}
    names |= {folded(agency.subject.name), folded(agency.name)}
    return next((unit for unit in units if folded(_without_province(unit, agency.province)) in names), "")


def _without_province(name: str, province: str) -> str:
    for ending in (f" tỉnh {province}", f" thành phố {province}", f" {province}"):
        if name.casefold().endswith(ending.casefold()):
            return name[: -len(ending)]
    return name


@lru_cache(maxsize=_KEPT)
def _rows(tables: tuple[tuple[int, str], ...]) -> Mapping[int, Rows]:
    """The rows by table, kept as long as no mark says that a table changed."""
    values = PeerScore.objects.filter(table__in=[table_id for table_id, _mark in tables]).order_by("pk")
    found: dict[int, dict[str, tuple[dict[str, Decimal], list[int], list[str]]]] = {}
    for table_id, unit, node, score, rank, band in values.values_list("table", "unit", "node", "score", "rank", "band"):
        scores, ranks, bands = found.setdefault(table_id, {}).setdefault(unit, ({}, [], []))
        if score is not None:
            scores[node] = score
        if rank:
            ranks.append(rank)
        if band:
            bands.append(band)
    return {
        table_id: {
            unit: Peer(unit, next(iter(ranks), None), next(iter(bands), ""), scores)
            for unit, (scores, ranks, bands) in units.items()
        }
        for table_id, units in found.items()
    }


def _table(stored: PeerTable, rows: Rows, agency: Agency, editions: Editions) -> Table:
    heading = Heading(
        family=stored.family,
        edition=stored.edition,
        year=stored.year,
        kind=stored.kind,
        province=stored.province,
        standing=stored.standing,
        source=stored.source,
        note=stored.note,
        among=editions,
    )
    kind = stored.get_kind_display()
    return Table(
        id=stored.pk,
        heading=heading,
        label=f"{heading.rules.framework.abbreviation} {stored.year}",
        group=_("%(kind)s của %(province)s") % {"kind": kind, "province": stored.province} if stored.province else kind,
        is_own=stored.agency_id is not None,
        is_provisional=stored.standing == Result.Standing.PROVISIONAL,
        own=own_unit(rows, stored.kind, stored.province, agency),
        mark=stored.mark,
        document=stored.document.name or "",
        entered_by=str(stored.entered_by) if stored.entered_by else "",
        entered_at=stored.entered_at,
        rows=tuple(rows.values()),
    )
