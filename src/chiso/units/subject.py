"""The subject that an index measures, which may be another than the agency that owns the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chiso.problems import Text
from chiso.units.keys import search_key


class SubjectKind(StrEnum):
    """What is measured."""

    DEPARTMENT = "department"
    DISTRICT = "district"
    COMMUNE = "commune"
    PROVINCE = "province"

    def label(self, language: str = "vi") -> str:
        """The kind in words."""
        return _LABELS[self].in_language(language)


_LABELS: Final = {
    SubjectKind.DEPARTMENT: Text("sở, ban, ngành", "department"),
    SubjectKind.DISTRICT: Text("cấp huyện", "district"),
    SubjectKind.COMMUNE: Text("cấp xã", "commune"),
    SubjectKind.PROVINCE: Text("tỉnh, thành phố", "province"),
}

# PCI and PAPI are published by province, SIPAS of the national set too; DDCI never measures a province.
_OF_PROVINCES: Final = frozenset({"PCI", "PAPI", "SIPAS"})
_COMMITTEE: Final = r"^(?:ubnd|uy ban nhan dan|uy ban) "
_LEVELS: Final = (
    (SubjectKind.COMMUNE, re.compile(rf"(?:{_COMMITTEE})?(?:xa|phuong|thi tran|dac khu) ")),
    (SubjectKind.DISTRICT, re.compile(rf"(?:{_COMMITTEE})?(?:huyen|quan|thi xa|thanh pho|tp\.?) ")),
    (SubjectKind.PROVINCE, re.compile(rf"(?:{_COMMITTEE})?tinh\b")),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The unit measured; of a province the name is the province's."""

    kind: SubjectKind
    name: str
    province: str

    def __str__(self) -> str:
        return self.name


def subject_kind(name: str) -> SubjectKind:
    """What a body is, by its name.

    >>> subject_kind("UBND huyện Bát Xát").value, subject_kind("Sở Nội vụ").value
    ('district', 'department')
    """
    key = search_key(name)
    return next((kind for kind, pattern in _LEVELS if pattern.match(key)), SubjectKind.DEPARTMENT)


def subject_of(framework: str, *, province: str, agency: str) -> Subject:
    """Whom a plan's index measures: the province for PCI, PAPI and SIPAS, else the agency itself.

    framework: DDCI, PCI, PAR INDEX, PAPI or SIPAS

    >>> str(subject_of("PCI", province="Lạng Sơn", agency="Sở Khoa học và Công nghệ"))
    'Lạng Sơn'
    """
    kind = SubjectKind.PROVINCE if framework in _OF_PROVINCES else subject_kind(agency)
    return Subject(kind, province if kind is SubjectKind.PROVINCE else agency, province)
