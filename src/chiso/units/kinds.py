"""What an agency's units are, and the words by which their names begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from chiso.problems import Text


class UnitKind(StrEnum):
    """The kind of a unit.

    JOINT is several units named together that are of different kinds; UNSTATED a name that tells no kind.
    """

    ROOM = "room"
    SUB_DEPARTMENT = "sub-department"
    CENTRE = "centre"
    INSPECTORATE = "inspectorate"
    OFFICE = "office"
    SECTION = "section"
    BOARD = "board"
    LEADERSHIP = "leadership"
    COLLECTIVE = "collective"
    JOINT = "joint"
    UNSTATED = "unstated"

    def label(self, language: str = "vi") -> str:
        """The kind in words."""
        return _LABELS[self].in_language(language)


_LABELS: Final[Mapping[UnitKind, Text]] = {
    UnitKind.ROOM: Text("phòng", "division"),
    UnitKind.SUB_DEPARTMENT: Text("chi cục", "sub-department"),
    UnitKind.CENTRE: Text("trung tâm", "centre"),
    UnitKind.INSPECTORATE: Text("thanh tra", "inspectorate"),
    UnitKind.OFFICE: Text("văn phòng", "office"),
    UnitKind.SECTION: Text("bộ phận", "section"),
    UnitKind.BOARD: Text("ban", "board"),
    UnitKind.LEADERSHIP: Text("tập thể lãnh đạo", "leadership"),
    UnitKind.COLLECTIVE: Text("các đơn vị nói chung", "units in general"),
    UnitKind.JOINT: Text("nhiều đơn vị cùng chủ trì", "several units jointly"),
    UnitKind.UNSTATED: Text("chưa rõ loại", "kind not stated"),
}

KIND_WORDS: Final[Mapping[tuple[str, ...], UnitKind]] = {
    ("phong", "thanh", "tra"): UnitKind.INSPECTORATE,
    ("van", "phong"): UnitKind.OFFICE,
    ("thanh", "tra"): UnitKind.INSPECTORATE,
    ("chi", "cuc"): UnitKind.SUB_DEPARTMENT,
    ("trung", "tam"): UnitKind.CENTRE,
    ("bo", "phan"): UnitKind.SECTION,
    ("phong",): UnitKind.ROOM,
    ("ban",): UnitKind.BOARD,
}
"""The words before the proper name, in syllables without accents; those that begin alike longest first."""

KIND_ACRONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "vp": ("van", "phong"),
    "ttr": ("thanh", "tra"),
    "cc": ("chi", "cuc"),
    "tt": ("trung", "tam"),
    "bp": ("bo", "phan"),
    "p": ("phong",),
    "bgd": ("ban", "giam", "doc"),
    "ld": ("lanh", "dao"),
}
"""What an acronym means at the beginning of a name; "TT" further in is Thông tin, Truyền thông, Thị trường …"""

WHOLE_ACRONYMS: Final = frozenset({"vp", "ttr", "bgd", "ld"})
"""Those that are a unit's name also where nothing follows."""

LEADERSHIP_WORDS: Final[tuple[tuple[str, ...], ...]] = (
    ("tap", "the", "lanh", "dao"),
    ("ban", "can", "su"),
    ("ban", "giam", "doc"),
    ("ban", "lanh", "dao"),
    ("pho", "giam", "doc"),
    ("giam", "doc"),
    ("lanh", "dao"),
    ("dang", "uy"),
    ("dang", "bo"),
    ("chi", "bo"),
    ("chi", "uy"),
)
"""The beginnings of names of those who lead an agency, longest first."""

QUANTIFIERS: Final[tuple[tuple[str, ...], ...]] = (
    ("thu", "truong", "cac"),
    ("lanh", "dao", "cac"),
    ("truong", "cac"),
    ("tat", "ca", "cac"),
    ("toan", "the", "cac"),
    ("tat", "ca"),
    ("toan", "the"),
    ("toan", "bo"),
    ("cac",),
    ("nhung",),
    ("moi",),
)
"""The beginnings of names that mean many units without naming one."""

_WORKERS: Final = "don vi|co quan|can bo|cong chuc|vien chuc|nguoi lao dong|truc thuoc|lien quan|phoi hop"
GENERIC_NAME: Final = re.compile(
    rf"phong(?: chuyen mon(?: nghiep vu)?| ban)(?: (?:{_WORKERS}))*"
    rf"|phong(?: (?:{_WORKERS}))+"
    rf"|(?:don vi|co quan|can bo|cong chuc|vien chuc|nguoi lao dong)(?: (?:{_WORKERS}))*"
    r"|(?:trung tam|chi cuc|bo phan|ban|nganh) lien quan"
)
"""Names, in syllables, that mean many units though no word before them says so."""
