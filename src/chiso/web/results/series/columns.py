"""The columns of a table of results, by what they are and by every name that they may have."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chiso.frameworks.edition import folded
from chiso.web.results.spreadsheets.heads import unaccented

UNIT, YEAR, CODE, NAME, SCORE, SCALE = "unit", "year", "code", "name", "score", "scale"
RANK, RANK_OF, BAND, STANDING, SOURCE = "rank", "rank_of", "band", "standing", "source"
TITLES: dict[str, str | Promise] = {
    UNIT: _("Đơn vị"),
    YEAR: _("Năm"),
    CODE: _("Mã"),
    NAME: _("Chỉ số"),
    SCORE: _("Điểm"),
    SCALE: _("Thang điểm"),
    RANK: _("Hạng"),
    RANK_OF: _("Trên tổng số"),
    BAND: _("Xếp loại"),
    STANDING: _("Loại số liệu"),
    SOURCE: _("Nguồn"),
}
_ALSO = {RANK_OF: ("Số đơn vị được xếp hạng", "Trong số"), NAME: ("Tên chỉ số", "Tiêu chí"), YEAR: ("Năm đánh giá",)}


def known() -> dict[str, str]:
    """The columns by every name, folded, with accents and without, in each language and by their own."""
    found = {folded(column): column for column in TITLES}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found |= {folded(str(title)): column for column, title in TITLES.items()}
    return unaccented(found | {folded(name): column for column, names in _ALSO.items() for name in names})


def wanted() -> str:
    """The names of all columns in the language of the page."""
    return ", ".join(str(title) for title in TITLES.values())
