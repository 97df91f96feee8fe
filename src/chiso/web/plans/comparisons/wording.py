"""Words for what differs between two plans: kinds of change, fields by their labels in the review form, values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Final, cast

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chiso.plans import Citation, Quantity, ScorePart
from chiso.plans.comparing import ChangeKind, FieldChange
from chiso.web.plans.field_words import GROUPS, field_words
from chiso.web.plans.importing.kinds import Choice, Coded, Kind, Lines, Mark, Number, Words
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import Field, Group, Part, Rows

COMPONENT: Final = cast("Rows", PLAN.parts["components"]).of
TASK: Final = cast("Rows", COMPONENT.parts["tasks"]).of
DUTY: Final = cast("Rows", PLAN.parts["reporting"]).of
_KINDS: Final[Mapping[ChangeKind, tuple[str, str, Words]]] = {
    ChangeKind.ADDED: ("good", "+", _("thêm")),
    ChangeKind.DROPPED: ("bad", "−", _("bỏ")),
    ChangeKind.CHANGED: ("risk", "±", _("sửa")),
    ChangeKind.MOVED: ("none", "→", _("chuyển")),
}
_SENTENCES: Final = frozenset({"text", "title", "name"})


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """How a kind of change is shown: shape, word and colour."""

    kind: str
    colour: str
    icon: str
    word: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence: kept, taken out ("before") or put in ("after")."""

    text: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value before and after; of sentences, `pieces` tell word by word."""

    label: tuple[str, ...]
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()


def mark_of(kind: ChangeKind) -> ChangeMark:
    """The mark of a kind of change."""
    colour, icon, word = _KINDS[kind]
    return ChangeMark(kind.value, colour, icon, str(word))


def value_change(change: FieldChange, shape: Group) -> ValueChange:
    """A change of one field of a part of that shape."""
    label, part = _labelled(change.field, shape)
    before, after = _said(change.before, part), _said(change.after, part)
    is_sentence = change.field.rpartition("/")[2] in _SENTENCES and before and after
    return ValueChange(label, before, after, word_by_word(before, after) if is_sentence else ())


def _labelled(path: str, shape: Group) -> tuple[tuple[str, ...], Part | None]:
    """The labels on the way to a field, and the field itself."""
    part: Part | None = shape
    words: list[str] = []
    last = ""
    for last in path.split("/"):
        part = part.parts.get(last) if isinstance(part, Group) else None
        if last in GROUPS:
            words.append(str(GROUPS[last]))
    return tuple(dict.fromkeys([*words, field_words(last, part)])), part


def _said(value: object, part: Part | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple) and not isinstance(part, Field):
        return "; ".join(_row(each) for each in value)
    if isinstance(part, Field):
        return _shown(value.value if isinstance(value, Enum) else value, part.kind)
    return str(value)


def _shown(value: object, kind: Kind) -> str:
    if isinstance(kind, Mark):
        return gettext("có") if value else gettext("không")
    if isinstance(kind, Lines):
        return "; ".join(cast("Sequence[str]", value))
    text = kind.shown(value)
    options = kind.options if isinstance(kind, Choice | Coded) else {}
    return str(options.get(text, text))


def _row(value: object) -> str:
    if isinstance(value, Quantity):
        return value.text
    if isinstance(value, ScorePart):
        return f"{value.name} {Number().shown(value.score)}"
    if isinstance(value, Citation):
        day = "/".join(reversed(value.date.split("-"))) if value.date else ""
        return f"{value.number} {day}".strip()
    return str(value)


def word_by_word(before: str, after: str) -> tuple[Piece, ...]:
    """What was taken out of a sentence and put into it, in reading order."""
    old, new = before.split(), after.split()
    pieces: list[Piece] = []
    for kind, i, j, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(" ".join(old[i:j])))
            continue
        if i < j:
            pieces.append(Piece(" ".join(old[i:j]), "before"))
        if m < n:
            pieces.append(Piece(" ".join(new[m:n]), "after"))
    return tuple(pieces)


def period_words(period: str) -> str:
    """A reporting period as the review form names it."""
    kind = cast("Field", DUTY.parts["period"]).kind
    return _shown(period, kind)
