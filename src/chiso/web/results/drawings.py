"""From a sheet of results to what its charts show."""

from __future__ import annotations

from decimal import Decimal

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.charts import Comparison, History, Moment, Row
from chiso.web.results.pictures import Figure, Picture, is_drawable, version
from chiso.web.results.sheets import Cell, NodeRow, Sheet
from chiso.web.ui.templatetags.chiso import DASH, figure

_FALLBACK_SCALE = Decimal(100)
_FEWEST_YEARS = 2  # one year is no history


def drawing(sheet: Sheet, kind: str) -> History | Comparison | None:
    """Make the drawing of a kind; None where there is no such kind."""
    match kind:
        case "lich-su":
            return history(sheet)
        case "thanh-phan":
            return components(sheet)
        case _:
            return None


def pictures(sheet: Sheet, agency: str) -> tuple[Picture, ...]:
    """The charts of a sheet that have something to show."""
    made = (_history_picture(sheet, agency), _components_picture(sheet, agency))
    return tuple(picture for picture in made if picture)


def history(sheet: Sheet) -> History:
    """The index as a whole through the years."""
    cells = [cell for cell in (sheet.whole.known if sheet.whole else ()) if cell.score is not None]
    scales = [cell.scale for cell in cells if cell.scale is not None] or [_FALLBACK_SCALE]
    return History(
        moments=tuple(_moment(cell, sheet.edition_of(cell.year)) for cell in cells),
        lowest=0,
        highest=float(max(scales)),
        language=get_language() or "vi",
    )


def components(sheet: Sheet) -> Comparison:
    """The components in the last two years that have a figure."""
    before, after = _last_two(sheet)
    return Comparison(
        rows=tuple(_row(row.name, old, new) for row, old, new in _pairs(sheet)),
        before=str(before or ""),
        after=str(after or ""),
        language=get_language() or "vi",
    )


def _pairs(sheet: Sheet) -> list[tuple[NodeRow, Cell | None, Cell | None]]:
    """The components with what they had in the last two years, where they had anything."""
    before, after = _last_two(sheet)
    rows = [(row, _of_year(row.known, before), _of_year(row.known, after)) for row in sheet.parts]
    return [(row, old, new) for row, old, new in rows if _score(old) is not None or _score(new) is not None]


def _moment(cell: Cell, edition: str) -> Moment:
    return Moment(
        year=cell.year,
        score=float(cell.score or 0),
        label=figure(cell.score, 2),
        note=rank_words(cell.rank, cell.rank_of) if cell.rank else "",
        edition=edition,
        is_provisional=cell.is_provisional,
    )


def rank_words(rank: int | None, rank_of: int | None) -> str:
    """Write a rank as short as can be: 36/63."""
    if rank is None:
        return DASH
    return f"{rank}/{rank_of}" if rank_of else str(rank)


def _last_two(sheet: Sheet) -> tuple[int | None, int | None]:
    years = sorted({cell.year for row in sheet.parts for cell in row.known if cell.score is not None})
    return (years[-2] if len(years) > 1 else None, years[-1] if years else None)


def _of_year(cells: tuple[Cell, ...], year: int | None) -> Cell | None:
    return next((cell for cell in cells if cell.year == year), None)


def _score(cell: Cell | None) -> float | None:
    return None if cell is None or cell.score is None else float(cell.score)


def _row(name: str, before: Cell | None, after: Cell | None) -> Row:
    scales = [cell.scale for cell in (before, after) if cell and cell.scale is not None]
    return Row(
        name=name,
        before=_score(before),
        after=_score(after),
        before_label=figure(before.score if before else None, 2),
        after_label=figure(after.score if after else None, 2),
        highest=float(max(scales, default=Decimal(10))),
    )


def _address(sheet: Sheet, agency: str, kind: str) -> str:
    """The folder of a chart's pictures: the address of one of them without its last part."""
    one = reverse("results:chart", args=[agency, kind, sheet.subject_id, sheet.slug, "light", "wide"])
    return one.removesuffix("light-wide.svg")


def _explained(text: str, cell: Cell | None, sheet: Sheet, agency: str) -> Figure:
    """A figure with the address of the page that explains it."""
    if cell is None:
        return Figure(text)
    if cell.is_computed:
        return Figure(text, reverse("results:computed", args=[agency, sheet.subject_id, sheet.slug, cell.year]))
    return Figure(text, reverse("results:result", args=[agency, cell.result_id]))


def _files(sheet: Sheet, agency: str, kind: str) -> str:
    """The address of a chart as a file, without its ending."""
    return reverse("results:chart_file", args=[agency, kind, sheet.subject_id, sheet.slug, "svg"]).removesuffix("svg")


def _history_picture(sheet: Sheet, agency: str) -> Picture | None:
    drawn = history(sheet)
    if len(drawn.moments) < _FEWEST_YEARS:
        return None
    known = {cell.year: cell for cell in (sheet.whole.known if sheet.whole else ()) if cell.score is not None}
    first, last = drawn.moments[0], drawn.moments[-1]
    years = range(first.year, last.year + 1)
    values = {
        "index": sheet.abbreviation,
        "first": first.year,
        "last": last.year,
        "low": first.label,
        "high": last.label,
    }
    words = _(
        "Biểu đồ điểm %(index)s từ năm %(first)s (%(low)s) đến năm %(last)s (%(high)s); số liệu có trong bảng bên dưới."
    )
    missing = _("chưa có số liệu")
    return Picture(
        address=_address(sheet, agency, "lich-su"),
        files=_files(sheet, agency, "lich-su"),
        version=version(drawn),
        title=_("Điểm %(index)s qua các năm") % values,
        words=words % values,
        columns=(_("Năm"), _("Điểm"), _("Hạng")),
        rows=tuple(
            (
                str(year),
                (
                    _explained(figure(cell.score, 2), cell, sheet, agency),
                    _explained(rank_words(cell.rank, cell.rank_of), cell if cell.rank else None, sheet, agency),
                )
                if (cell := known.get(year))
                else (Figure(missing), Figure(DASH)),
            )
            for year in years
        ),
        note=_history_note(sheet, drawn),
    )


def _history_note(sheet: Sheet, drawn: History) -> str:
    editions = {moment.edition for moment in drawn.moments}
    if len(editions) > 1:
        return _(
            "Đường gạch đứng: từ năm đó áp dụng phiên bản khác, điểm hai bên không so sánh trực tiếp được. Năm không có chấm là năm thiếu số liệu."
        )
    return _("Năm không có chấm là năm thiếu số liệu.") if sheet.missing else ""


def _components_picture(sheet: Sheet, agency: str) -> Picture | None:
    drawn = components(sheet)
    if not is_drawable(drawn):
        return None
    values = {"index": sheet.abbreviation, "before": drawn.before, "after": drawn.after}
    title = (
        _("Các chỉ số thành phần %(index)s: %(before)s và %(after)s")
        if drawn.before
        else _("Các chỉ số thành phần %(index)s năm %(after)s")
    )
    columns = (_("Chỉ số thành phần"), *([drawn.before] if drawn.before else []), drawn.after)
    return Picture(
        address=_address(sheet, agency, "thanh-phan"),
        files=_files(sheet, agency, "thanh-phan"),
        version=version(drawn),
        title=title % values,
        words=_("Biểu đồ chấm: %(title)s; số liệu có trong bảng bên dưới.") % {"title": title % values},
        columns=columns,
        rows=tuple(
            (
                row.name,
                tuple(
                    _explained(figure(cell.score if cell else None, 2), cell, sheet, agency)
                    for cell in ([old, new] if drawn.before else [new])
                ),
            )
            for row, old, new in _pairs(sheet)
        ),
        is_of_components=True,
    )
