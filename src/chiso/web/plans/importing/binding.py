"""The form as a page shows it: every field with what is typed, where it stands in the document, and what to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from chiso.problems import Problem
from chiso.web.plans.importing import concerns, controls
from chiso.web.plans.importing.concerns import Concern
from chiso.web.plans.importing.kinds import Words
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import ORIGIN, Field, Group, Part, Rows, Typed, shown

Places = list[list[int]]


@dataclass(slots=True)
class Value:
    """One field on the page.

    below:     the id of the next value to look at, "" after the last
    inherited: what holds while the field is empty, because the component says it; "" where nothing does
    """

    path: str
    field: Field
    text: str
    faults: tuple[Problem, ...]
    places: Places
    concern: Concern | None
    below: str = ""
    inherited: str = ""

    @property
    def name(self) -> str:
        """The name of its field in the form."""
        return self.path.replace("/", "-")

    @property
    def id(self) -> str:
        """Where a link finds it."""
        return f"id-{self.name}"

    @property
    def needs_a_look(self) -> bool:
        """Whether it is counted among what is left to look at."""
        return bool(self.faults) or (self.concern is not None and not self.concern.is_confirmed)

    @property
    def letters(self) -> list[str]:
        """Its faults, told to a person."""
        language = get_language() or "vi"
        return [f"{fault.message(language)} {fault.remedy(language)}" for fault in self.faults]

    def __str__(self) -> SafeString:
        """The field with its label, its link into the document and its marks."""
        return controls.drawn(self)


class Row(dict[str, Any]):
    """A row of the form: its values by name, its path, how many of its values need a look, whether it shows them."""

    path: str
    origin: str
    is_open: bool
    count: int

    @property
    def anchor(self) -> str:
        """Where a link finds it; also the beginning of its fields' names."""
        return self.path.replace("/", "-")


@dataclass(slots=True)
class Review:
    """The whole form: `plan` mirrors the shape with `Value`s; `values` in the order of the page."""

    plan: dict[str, Any]
    values: list[Value]

    @property
    def to_look_at(self) -> list[Value]:
        """What is left to look at."""
        return [value for value in self.values if value.needs_a_look]

    @property
    def faulty(self) -> list[Value]:
        """What could not be taken as typed."""
        return [value for value in self.values if value.faults]


@dataclass(slots=True)
class _Binder:
    faults: Mapping[str, tuple[Problem, ...]]
    missing: Mapping[str, Words]
    places: Mapping[str, list[Places]]
    doubts: Mapping[str, list[str]]
    as_read: Mapping[str, str]
    confirmed: frozenset[str]
    values: list[Value] = field(default_factory=list)

    def bind(self, part: Part, typed: Any, path: str, origin: str | None) -> Any:  # noqa: ANN401 (mirrors the shape)
        """A value, a dictionary of such, or rows; `origin` is the path as read, None inside a row that was added."""
        if isinstance(part, Field):
            return self._value(part, typed, path, origin)
        if isinstance(part, Rows):
            return [self._row(part.of, row, f"{path}/{n}") for n, row in enumerate(typed)]
        return {name: self.bind(inner, typed[name], *_below(path, origin, name)) for name, inner in part.parts.items()}

    def _row(self, group: Group, typed: Typed, path: str) -> Row:
        before = len(self.values)
        row = Row(self.bind(group, typed, path, typed[ORIGIN] or None))
        own = self.values[before:]
        row.path, row.origin = path, typed[ORIGIN]
        row.count = sum(value.needs_a_look for value in own)
        row.is_open = any(value.faults for value in own) or not any(value.text for value in own)
        return row

    def _value(self, field: Field, text: str, path: str, origin: str | None) -> Value:
        read_at = origin or ""
        places = [place for each in self.places.get(read_at, ()) for place in each]
        value = Value(path, field, text, self.faults.get(path, ()), places, self._concern(path, read_at, text))
        self.values.append(value)
        return value

    def _concern(self, path: str, read_at: str, text: str) -> Concern | None:
        if path in self.missing:
            key = read_at or path
            return Concern("missing", self.missing[path], key, is_confirmed=key in self.confirmed)
        if read_at in self.doubts and self.as_read.get(read_at) == text:
            told = " ".join(concerns.doubt_told(code) for code in dict.fromkeys(self.doubts[read_at]))
            return Concern("doubt", told, read_at, is_confirmed=read_at in self.confirmed)
        return None


def _below(path: str, origin: str | None, name: str) -> tuple[str, str | None]:
    return f"{path}/{name}".lstrip("/"), None if origin is None else f"{origin}/{name}".lstrip("/")


def review(
    typed: Typed,
    reading: Mapping[str, Any],
    *,
    around: concerns.Surroundings,
    confirmed: frozenset[str] = frozenset(),
    faults: Mapping[str, tuple[Problem, ...]] | None = None,
) -> Review:
    """The form of what is typed now, beside what was read."""
    binder = _Binder(
        faults=faults or {},
        missing=concerns.missing(typed, around),
        places=concerns.by_field(reading["places"]),
        doubts=concerns.by_field(reading["doubts"]),
        as_read=dict(concerns.flat(PLAN, shown(PLAN, reading["plan"], {}))),
        confirmed=confirmed,
    )
    whole = Review(binder.bind(PLAN, typed, "", ""), binder.values)
    for component in whole.plan["components"]:
        for task in component["tasks"]:
            _inherit(task, component)
    left = whole.to_look_at
    for value, after in pairwise(left):
        value.below = after.id
    return whole


def _inherit(task: Mapping[str, Any], component: Mapping[str, Any]) -> None:
    """What a task's empty fields take from its component, as `web.plans.assignments` does once the plan runs."""
    own, of_all = task["assignment"], component["assignment"]
    names = ["leader"] if own["lead"].text or own["coordinating"].text else ["lead", "coordinating", "leader"]
    pairs = [(own[name], of_all[name]) for name in names]
    if not any(value.text for value in task["timing"].values()):
        pairs.append((task["timing"]["text"], component["timing"]["text"]))
    for value, source in pairs:
        value.inherited = "" if value.text else source.text
