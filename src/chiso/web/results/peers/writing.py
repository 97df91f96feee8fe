"""Tables of peers as files: what is there, and empty ones to be filled in."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.documents import Page
from chiso.frameworks import Edition
from chiso.web.results.peers.values import Peer, Table, below
from chiso.web.results.table_files import Cell


def table_pages(table: Table) -> list[Page]:
    """A table as the import takes it, and what its columns are."""
    return [Page(table.label, table_lines(table)), _guide(table.heading.rules)]


def sample_pages(edition: Edition, units: Sequence[str] = ()) -> list[Page]:
    """An empty table of an edition with the units that are known, and what its columns are."""
    return [Page(edition.framework.abbreviation, sample_lines(edition, units)), _guide(edition)]


def table_lines(table: Table) -> list[list[Cell]]:
    """A table as the import takes it."""
    codes = (table.headline, *table.columns)
    return [heads(table.heading.rules, table.columns), *(_line(row, codes) for row in table.rows)]


def sample_lines(edition: Edition, units: Sequence[str] = ()) -> list[list[Cell]]:
    """An empty table of an edition: the names of its columns, and the units that are known."""
    rows: list[list[Cell]] = [[unit] for unit in units]
    return [heads(edition, [node.code for node in below(edition)]), *rows]


def heads(edition: Edition, columns: Sequence[str]) -> list[Cell]:
    """The names of the columns."""
    language = get_language() or "vi"
    names = [edition.node(code).name.in_language(language) for code in columns]
    return [_("Đơn vị"), _("Hạng"), _("Xếp loại"), _("Điểm chung"), *names]


def _guide(edition: Edition) -> Page:
    """What each column is: its code, its name, the ends of its scale; a column may be named by either."""
    language = get_language() or "vi"
    head: list[Cell] = [_("Mã"), _("Tên cột"), _("Điểm thấp nhất"), _("Điểm cao nhất"), _("Nhóm")]
    rows: list[list[Cell]] = [
        [
            node.code,
            _("Điểm chung") if node.code == edition.headline.code else node.name.in_language(language),
            None if node.scale.is_open else node.scale.minimum,
            None if node.scale.is_open else node.scale.maximum,
            node.group.in_language(language) if node.group else "",
        ]
        for node in (edition.headline, *below(edition))
    ]
    return Page(_("Mã và tên"), [head, *rows])


def _line(row: Peer, codes: Sequence[str]) -> list[Cell]:
    return [row.unit, row.rank, row.band, *(row.scores.get(code) for code in codes)]
