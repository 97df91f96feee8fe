"""What the check of a draft finds, beside the part of the desk where it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.packs._problems import NO_SCENARIOS
from chiso.packs.derived import Derived
from chiso.problems import Problem
from chiso.web.catalogue.own.desk import Desk, said
from chiso.web.ui.templatetags.chiso import figure

_PLACE = re.compile(r"framework\.yaml: (?P<part>\w+)(?:/(?P<code>[^/]+))?")
_OF_SCENARIO = re.compile(r"(?P<name>.*) \((?P<unit>.*), (?P<code>[^,]+), (?P<what>score|rank|band)\)")
_SECTIONS = {
    "rules": "rules",
    "nodes": "nodes",
    "dropped": "nodes",
    "bands": "bands",
    "band_names": "bands",
    "ranking": "ranking",
    "sources": "sources",
    "absent": "absent",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in words: where it is, what is wrong, what to do, and the section of the desk that it belongs to."""

    section: str
    where: str
    message: str
    remedy: str


def faults_of(desk: Desk) -> tuple[Fault, ...]:
    """Everything that `chiso packs check` finds in the draft; a missing example also where it gets no further than the rest."""
    made = Derived(desk.edition.text, desk.edition.scenarios)
    problems = list(made.faults())
    if not desk.edition.scenarios and not any(problem.kind is NO_SCENARIOS for problem in problems):
        problems.append(NO_SCENARIOS())
    return tuple(told(problems, desk))


def told(problems: Iterable[Problem], desk: Desk) -> list[Fault]:
    """Faults of a pack as the desk tells them."""
    return [_told(problem, desk) for problem in problems]


def _told(problem: Problem, desk: Desk) -> Fault:
    language = get_language() or "vi"
    if problem.kind is NO_SCENARIOS:
        return Fault(
            "scenarios", _("Ví dụ kiểm tra"), _("Chưa có ví dụ kiểm tra nào"), _("Thêm một ví dụ đã tính tay.")
        )
    section, where = _place(problem.where, desk)
    shown = replace(problem, where=where)
    if section == "scenarios":
        shown = replace(shown, given=_number(problem.given), wanted=_number(problem.wanted))
    return Fault(section, where, shown.message(language), problem.remedy(language))


def _place(where: str, desk: Desk) -> tuple[str, str]:
    if "scenarios/" in where:
        return "scenarios", _scenario(where.partition(": ")[2], desk)
    found = _PLACE.search(where)
    section = _SECTIONS.get(found["part"], "head") if found else "head"
    name = _name((found["code"] or "") if found else "", desk)
    words = {
        "rules": _("Công thức"),
        "nodes": _("Các chỉ số"),
        "bands": _("Xếp loại"),
        "ranking": _("Quy tắc xếp hạng"),
        "sources": _("Nguồn"),
        "absent": _("Điều chưa có"),
        "head": _("Tên và các năm"),
    }
    return section, f"{words[section]}, {name}" if name else words[section]


def _scenario(where: str, desk: Desk) -> str:
    """Which example, of which unit and of what."""
    found = _OF_SCENARIO.fullmatch(where)
    if found is None:
        return _("Ví dụ kiểm tra %(name)s") % {"name": where}
    words = {"score": _("điểm"), "rank": _("hạng"), "band": _("xếp loại")}
    values = {"name": found["name"], "unit": found["unit"], "what": words[found["what"]]}
    return _("Ví dụ kiểm tra “%(name)s”, %(unit)s, %(what)s %(node)s") % {**values, "node": _name(found["code"], desk)}


def _number(text: str) -> str:
    """A number as the page writes it; anything else as it is."""
    try:
        return figure(Decimal(text))
    except InvalidOperation:
        return text


def _name(step: str, desk: Desk) -> str:
    """The name of the node that a step of the way means, by its code or its place."""
    node = desk.node(step)
    return said(node["name"]) if node else ""
