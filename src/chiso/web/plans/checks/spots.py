"""Where a finding stands: the field of the review form and the block of the document that show it, and words for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import Any, Final

from django.utils.translation import gettext, gettext_lazy

from chiso.documents import Document, Place
from chiso.plans import Finding, Reading, to_json
from chiso.web.plans.field_words import GROUPS, field_words
from chiso.web.plans.importing.kinds import Choice, Words
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import Field, Group, Part, Rows, field_path

_ROW_NAMES: Final = ("text", "name", "number")
_NAME_WIDTH: Final = 60
_QUOTE_WIDTH: Final = 90
_SECTIONS: Final[Mapping[str, Words]] = {"components": gettext_lazy("Chỉ số thành phần")}
# Where a finding without a place is mended: what is missing stands nowhere.
_HOMES: Final[Mapping[str, str]] = {
    "head.number_missing": "document/number",
    "head.day_missing": "document/date",
    "head.signer_missing": "document/signer/name",
    "targets.whole_without": "target/score",
    "targets.nothing_measured": "target/score",
    "reporting.missing": "reporting",
    "framework.not_covered": "components",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a finding.

    told:   from the outside in: component, task, the field's label
    field:  the id of the field (or of the section) in the review form, "" where the form has none
    opened: the path of the rows that must be open for it to be seen
    block:  the number of the document's block, None for what stands nowhere
    where:  "đoạn 34", "dòng 12", with the page where there is one
    quoted: the words at the place
    """

    told: tuple[str, ...] = ()
    field: str = ""
    opened: str = ""
    block: int | None = None
    where: str = ""
    quoted: str = ""


@dataclass(frozen=True)  # no slots: cached properties need a dictionary
class Locator:
    """Finds the spots of the findings of one reading."""

    reading: Reading
    document: Document

    @cached_property
    def _plan(self) -> dict[str, Any]:
        return to_json(self.reading.plan)

    @cached_property
    def _values(self) -> Mapping[int, list[tuple[Place, str]]]:
        """Where each value stands, with its path, by block."""
        values: dict[int, list[tuple[Place, str]]] = defaultdict(list)
        for path, places in self.reading.places.items():
            for place in places:
                values[place.block].append((place, path))
        return values

    def spots(self, finding: Finding) -> tuple[Spot, ...]:
        """The places of a finding in its order; where it has none, where it can be mended."""
        near = _near(finding)
        home = _HOMES.get(finding.code, "")
        found = self._several(finding.places, near, home)
        return found or ((self._home(home or near),) if home or near else ())

    def related(self, finding: Finding) -> tuple[Spot, ...]:
        """The places that a finding is compared with, but for its own."""
        places = (place for place in finding.related if place not in finding.places)
        return self._several(places, "", "")

    def _several(self, places: Iterable[Place], near: str, home: str) -> tuple[Spot, ...]:
        """The spots of places, one for each field and block."""
        spots = [self._spot(place, home or self._path_at(place, near)) for place in places]
        return tuple({(spot.field or spot.quoted, spot.block): spot for spot in reversed(spots)}.values())[::-1]

    def _spot(self, place: Place, path: str) -> Spot:
        return Spot(
            told=self._told(path),
            field=_anchor(path) if path else "",
            opened=_rows_of(path),
            block=place.block,
            where=self._where(place.block),
            quoted=shorten(self.document.text_at(place), _QUOTE_WIDTH, placeholder="…"),
        )

    def _home(self, path: str) -> Spot:
        return Spot(told=self._told(path), field=_anchor(path), opened=_rows_of(path))

    def _path_at(self, place: Place, near: str) -> str:
        """The value that stands at a place: just there, else around it; of several that of the finding's component."""
        here = self._values.get(place.block, ())
        just = [path for at, path in here if at == place]
        around = [(at.end - at.start, path) for at, path in here if at.start <= place.start and place.end <= at.end]
        fitting = just or [path for _, path in sorted(around)]
        return next((path for path in fitting if near and path.startswith(near)), fitting[0] if fitting else "")

    def _where(self, number: int) -> str:
        block = self.document.blocks[number]
        if block.page and not block.line:
            return gettext("trang %(page)s") % {"page": block.page}
        line = block.line or number + 1
        words = gettext("đoạn %(line)s") if self.document.kind == "docx" else gettext("dòng %(line)s")
        return words % {"line": line}

    def _told(self, path: str) -> tuple[str, ...]:
        words = dict.fromkeys(each for each in self._words(path) if each)
        return tuple(shorten(each, _NAME_WIDTH, placeholder="…") for each in words)

    def _words(self, path: str) -> Iterator[str]:
        """The names of the rows that a path goes through, then the field's label unless it is the row's own name."""
        part: Part = PLAN
        here: Any = self._plan
        is_row = False
        for step in (field_path(PLAN, path) or path).split("/"):
            if isinstance(part, Rows):
                part, here, is_row = part.of, here[int(step)], True
                yield _row_name(here)
                continue
            if not isinstance(part, Group) or step not in part.parts:
                return
            part = part.parts[step]
            here = here.get(step) if here else None
            if step in GROUPS or step == path:
                yield str(GROUPS.get(step) or _SECTIONS.get(step, ""))
            if isinstance(part, Field) and not (is_row and step in _ROW_NAMES):
                yield field_words(step, part)
            is_row = False


def _row_name(row: Mapping[str, Any]) -> str:
    if "period" in row:
        return _period_words(row["period"])
    name = next((row[key] for key in _ROW_NAMES if row.get(key)), "")
    return " ".join(filter(None, [row.get("code"), name]))


def _period_words(period: str) -> str:
    """A reporting period as the review form names it."""
    rules = PLAN.parts["reporting"]
    field = rules.of.parts["period"] if isinstance(rules, Rows) else None
    options = field.kind.options if isinstance(field, Field) and isinstance(field.kind, Choice) else {}
    return str(options.get(period, period))


def _near(finding: Finding) -> str:
    """The beginning of the paths of what the finding is about; "" of the whole plan."""
    if finding.component is None:
        return "" if finding.task is None else f"general_tasks/{finding.task}"
    start = f"components/{finding.component}"
    return start if finding.task is None else f"{start}/tasks/{finding.task}"


def _anchor(path: str) -> str:
    """The id of the field that shows a value; of a whole section where there is no such field."""
    shown = field_path(PLAN, path)
    return f"id-{shown.replace('/', '-')}" if shown else path.replace("/", "-")


def _rows_of(path: str) -> str:
    """The path of the innermost row or fold on the way to a value."""
    steps = path.split("/")
    last = max((n for n, step in enumerate(steps) if step.isdigit()), default=-1)
    return "/".join(steps[: last + 1])
