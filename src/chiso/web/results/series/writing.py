"""Results through the years as files: what is there, and empty ones to be filled in."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.documents import Page
from chiso.frameworks import Edition, NodeKind, Scale
from chiso.web.directory.models import Subject
from chiso.web.results.models import Result
from chiso.web.results.series.columns import TITLES
from chiso.web.results.sheets import WHOLE
from chiso.web.results.table_files import Cell


def series_pages(results: Iterable[Result]) -> list[Page]:
    """The results of one subject and index as the import takes them, official and provisional, oldest first."""
    rows = sorted(results, key=lambda row: (row.year, row.node != WHOLE, row.node, row.standing))
    return [Page(rows[0].family if rows else _("Kết quả"), [_heads(), *(_line(row) for row in rows)])]


def sample_pages(subject: Subject, edition: Edition | None, year: int) -> list[Page]:
    """A year's lines to be filled in: one for the whole and one for each node, with codes, names and scales."""
    language = get_language() or "vi"
    nodes = [node for node in edition.nodes if node.kind is not NodeKind.HEADLINE] if edition else []
    lines: list[list[Cell]] = [
        _blank(subject, year, "", _("Điểm chung"), edition.headline.scale if edition else None),
        *(_blank(subject, year, node.code, node.name.in_language(language), node.scale) for node in nodes),
    ]
    title = edition.framework.abbreviation if edition else _("Kết quả")
    return [Page(title, [_heads(), *lines]), _guide()]


def _heads() -> list[Cell]:
    return [str(title) for title in TITLES.values()]


def _line(row: Result) -> list[Cell]:
    name = row.node_name if row.node else _("Điểm chung")
    figures: list[Cell] = [row.score, row.scale, row.rank, row.rank_of, row.band]
    return [row.subject.name, row.year, row.node, name, *figures, row.get_standing_display(), row.source]


def _blank(subject: Subject, year: int, code: str, name: str, scale: Scale | None) -> list[Cell]:
    highest = None if scale is None or scale.is_open else scale.maximum
    return [subject.name, year, code, name, None, highest]


def _guide() -> Page:
    """How the lines are filled in, in words beside each column."""
    told = {
        "unit": _("Đối tượng được đánh giá; để nguyên."),
        "year": _("Năm được đánh giá. Nhiều năm thì chép các dòng xuống dưới và đổi năm."),
        "code": _("Mã chỉ số của bộ chỉ số; trống là điểm chung."),
        "name": _("Tên chỉ số; dùng khi không ghi mã."),
        "score": _("Điểm, như 7,95. Chưa có số liệu thì để trống: thiếu số liệu không phải là 0 điểm."),
        "scale": _("Điểm cao nhất có thể đạt."),
        "rank": _("Thứ hạng, nếu được công bố."),
        "rank_of": _("Số đơn vị được xếp hạng."),
        "band": _("Xếp loại như bản công bố ghi."),
        "standing": _("Chính thức hoặc Tạm tính; trống thì theo lựa chọn trên trang nhập."),
        "source": _("Số, ký hiệu, ngày của văn bản hoặc tên ấn phẩm và trang; trống thì theo ô Nguồn trên trang nhập."),
    }
    rows: list[list[Cell]] = [[str(title), told[column]] for column, title in TITLES.items()]
    return Page(_("Cách điền"), [[_("Cột"), _("Điền gì")], *rows])
