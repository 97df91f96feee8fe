"""The page Vị trí as files: its tables as CSV or workbooks, its charts as SVG or PNG."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.charts import LIGHT, Heat, HeatLine, Ladder, Rung, png, svg
from chiso.charts.radar_picture import radar_png, radar_svg
from chiso.documents import Page
from chiso.web.results.position.queries import Position
from chiso.web.results.position.standings import Standing, Step
from chiso.web.results.table_files import PICTURES, Cell
from chiso.web.ui.templatetags.chiso import figure, signed


def pages(found: Position, kind: str) -> list[Page] | None:
    """One of the page's tables with the source of its figures; None where there is no such table."""
    lines = _LINES.get(kind)
    if lines is None or (kind == "hinh-dang" and found.radar is None):
        return None
    heading = found.table.heading
    standing = _("Tạm tính") if found.table.is_provisional else _("Chính thức")
    origin: list[list[Cell]] = [
        [_("Bảng"), _("Các đơn vị"), _("Loại số liệu"), _("Nguồn"), _("Phiên bản"), _("Mã nội dung")],
        [found.table.label, found.table.group, standing, heading.source, heading.rules.key, heading.rules.content_hash],
    ]
    return [Page(title(found, kind), lines(found)), Page(_("Nguồn số liệu"), origin)]


def picture(found: Position, kind: str, form: str) -> bytes | None:
    """One of the page's charts; None where there is no such chart or form."""
    if form not in PICTURES:
        return None
    words = f"{found.table.label}: {title(found, kind)}" if kind in _LINES else ""
    if kind == "hinh-dang" and found.radar:
        scale = {"low": figure(found.radar.lowest), "high": figure(found.radar.highest)}
        words = _("%(title)s (tâm %(low)s, vòng ngoài %(high)s điểm)") % {"title": words, **scale}
        return radar_svg(found.radar, LIGHT, words).encode() if form == "svg" else radar_png(found.radar, LIGHT, words)
    drawing = ladder(found) if kind == "bac-thang" else heat(found) if kind == "so-sanh" else None
    if drawing is None:
        return None
    return svg(drawing, LIGHT, words).encode() if form == "svg" else png(drawing, LIGHT, title=words)


def title(found: Position, kind: str) -> str:
    """What a table or chart shows, in words."""
    match kind:
        case "bac-thang":
            return _("Bậc thang: %(node)s") % {"node": found.node_name}
        case "khoang-cach":
            return _("Khoảng cách theo chỉ số")
        case "so-sanh":
            return _("So với cao nhất, trung vị")
        case _:
            return _("Hình dạng các chỉ số thành phần")


def ladder(found: Position) -> Ladder | None:
    """The ladder as the page shows it, its bars on the whole scale of the node."""
    if not found.steps:
        return None
    scale = found.table.heading.rules.node(found.node).scale
    best = max(float(step.score) for step in found.every)
    return Ladder(
        rungs=tuple(_rung(step) for step in found.steps),
        lowest=0.0 if scale.is_open else float(scale.minimum),
        highest=best if scale.is_open else float(scale.maximum),
        language=get_language() or "vi",
    )


def heat(found: Position) -> Heat | None:
    """The heat table as the page shows it."""
    if not found.heat or not found.columns:
        return None
    lines = tuple(
        HeatLine(row.name, tuple(figure(cell.score, 2) for cell in row.cells), tuple(cell.heat for cell in row.cells))
        for row in found.heat
    )
    return Heat(found.columns, lines, get_language() or "vi")


def ladder_lines(found: Position) -> list[list[Cell]]:
    """The ladder as a file."""
    head: list[Cell] = [_("Hạng"), _("Đơn vị"), found.node_name, _("Cách %(unit)s") % {"unit": found.seen_from}]
    rows: list[list[Cell]] = [[step.rank, step.unit, step.score, step.distance] for step in found.every]
    return [head, *rows]


def standing_lines(found: Position) -> list[list[Cell]]:
    """The distances by component as a file."""
    head: list[Cell] = [
        _("Chỉ số"), _("Điểm"), _("Hạng"), _("Trên tổng số"), _("Trên liền kề"), _("Còn thiếu"), _("Dưới liền kề"), _("Hơn"),
        _("Cao nhất"), _("Trung vị"), _("Thấp nhất"),
    ]  # fmt: skip
    return [head, *(_standing_line(each) for each in found.standings)]


def heat_lines(found: Position) -> list[list[Cell]]:
    """The comparison as a file."""
    rows: list[list[Cell]] = [[row.name, *(cell.score for cell in row.cells)] for row in found.heat]
    return [[_("Chỉ số"), *found.columns], *rows]


def radar_lines(found: Position) -> list[list[Cell]]:
    """What the radar draws as a file."""
    names = [name for code, name in found.nodes if code != found.table.headline]
    rows: list[list[Cell]] = [[name, *scores] for name, scores in found.radar_values]
    return [[_("Đơn vị"), *names], *rows]


_LINES: dict[str, Callable[[Position], list[list[Cell]]]] = {
    "bac-thang": ladder_lines,
    "khoang-cach": standing_lines,
    "so-sanh": heat_lines,
    "hinh-dang": radar_lines,
}


def _rung(step: Step) -> Rung:
    return Rung(
        rank=step.rank,
        unit=step.unit,
        score=float(step.score),
        label=figure(step.score, 2),
        distance="" if step.is_own or step.distance is None else signed(step.distance),
        is_own=step.is_own,
        is_chosen=step.is_chosen,
        after_gap=step.after_gap,
    )


def _standing_line(each: Standing) -> list[Cell]:
    above, below = each.above.unit if each.above else "", each.below.unit if each.below else ""
    near: list[Cell] = [above, each.to_above, below, each.to_below]
    return [each.name, each.own, each.rank, each.rank_of, *near, each.best.score, each.median, each.worst.score]
