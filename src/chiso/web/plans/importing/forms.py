"""What a reviewer sends: everything typed in the form, with the version that it was typed over and a step to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict
from urllib.parse import urlencode

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from chiso.documents import KINDS
from chiso.plans import from_json
from chiso.problems import Problem
from chiso.samples import sample_plans
from chiso.web.plans import _problems as problems
from chiso.web.plans.importing.acceptance import hindrances
from chiso.web.plans.importing.edited import OWN, PROVINCE, Edited, SubjectChoice
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import Taken, Typed, field_path, is_blank, posted, taken
from chiso.web.plans.importing.steps import Removed, move, put_back, rows_at, take_out

Faults = dict[str, tuple[Problem, ...]]
ENDINGS = ", ".join(f".{kind}" for kind in KINDS)
_MOVES = {"up": -1, "down": 1}
_MEGABYTE = 1024 * 1024
_VERSION = re.compile(r"\d{1,9}")


@dataclass(slots=True)
class Sent:
    """A review as sent; `focus` is the path to look at afterwards, `added` the list that gets an empty row."""

    typed: Typed
    version: int
    confirmed: tuple[str, ...]
    subject: str
    focus: str = ""
    added: str = ""
    removed: Removed | None = None
    taken: Taken = field(init=False)

    def __post_init__(self) -> None:
        self.taken = taken(PLAN, self.typed)

    @property
    def edited(self) -> Edited:
        """As a draft keeps it."""
        subject: SubjectChoice = PROVINCE if self.subject == PROVINCE else OWN
        return Edited(self.taken.value, self.taken.origins, self.confirmed, subject, self.removed)

    @property
    def onward(self) -> str:
        """What the page's address is followed by, so that the row in question is open and in view."""
        if self.added:
            found = rows_at(self.typed, self.added)
            count = sum(not is_blank(found[0], row) for row in found[1]) if found else 0
            return f"?{urlencode({'them': self.added})}#{_anchor(f'{self.added}/{count}')}"
        return f"?{urlencode({'mo': self.focus})}#{_anchor(self.focus)}" if self.focus else ""

    def faults(self, *, to_accept: bool) -> Faults:
        """What cannot be kept as typed, or be accepted, by path."""
        found = dict(self.taken.faults)
        if to_accept and not found:
            found |= {path: (problem,) for path, problem in hindrances(from_json(self.taken.value)).items()}
        return found


def _anchor(path: str) -> str:
    return path.replace("/", "-")


def sent(form: QueryDict, last_removed: Removed | None) -> Sent:
    """Read a POST of the review page; ProblemError where it did not arrive whole.

    last_removed: the row that the step before took out, which the step `undo` puts back
    """
    fields: Mapping[str, str] = form.dict()  # type: ignore[assignment]  # the last value of each name is a text
    version = fields.get("version", "")
    if "end" not in fields or not _VERSION.fullmatch(version):
        problems.FORM_CUT_OFF.stop()
    typed = posted(PLAN, fields)
    stepped = _stepped(typed, fields.get("step", ""), last_removed)
    return Sent(
        typed=typed,
        version=int(version),
        confirmed=tuple(dict.fromkeys(key for key in form.getlist("confirmed") if field_path(PLAN, key) == key)),
        subject=fields.get("subject", ""),
        **stepped,
    )


class _Stepped(TypedDict, total=False):
    focus: str
    added: str
    removed: Removed | None


def _stepped(typed: Typed, step: str, last_removed: Removed | None) -> _Stepped:
    """Do one step: `add:LIST`, `up:ROW`, `down:ROW`, `remove:ROW`, `undo`; anything else does nothing."""
    verb, _, path = step.partition(":")
    if verb == "add":
        return {"added": path if rows_at(typed, path) else ""}
    if verb in _MOVES:
        return {"focus": move(typed, path, _MOVES[verb])}
    if verb == "remove" and (removed := take_out(typed, path)):
        return {"focus": path.rpartition("/")[0], "removed": removed}
    if verb == "undo" and last_removed:
        return {"focus": put_back(typed, last_removed)}
    return {}


def uploaded(file: UploadedFile[Any] | None, sample: str) -> tuple[str, bytes]:
    """Name and content of what is to be read: the file, else the sample of that name; ProblemError for neither."""
    if file is not None:
        if (file.size or 0) > settings.UPLOAD_LIMIT_BYTES:  # told before it fills the memory
            given, wanted = (-(-size // _MEGABYTE) for size in (file.size or 0, settings.UPLOAD_LIMIT_BYTES))
            problems.FILE_TOO_LARGE.stop(where=file.name or "", given=given, wanted=wanted)
        return file.name or "", file.read()
    if not sample:
        problems.FILE_NEEDED.stop(wanted=ENDINGS)
    found = next((each for each in sample_plans() if each.key == sample), None)
    if found is None:
        problems.NO_SUCH_SAMPLE.stop(given=sample)
    return found.file_name, found.content()
