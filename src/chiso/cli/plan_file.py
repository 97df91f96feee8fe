"""The plan in a file: its JSON as `chiso read` prints it, or a document to be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.cli import _problems
from chiso.problems import Problem

if TYPE_CHECKING:
    from chiso.plans import Plan


def plan_from(path: Path) -> Plan:
    """The plan in a .json file, or in a document of any kind that can be read."""
    from chiso import documents, plans  # noqa: PLC0415 (keeps `chiso --help` quick)
    from chiso.packs import names  # noqa: PLC0415

    if not path.is_file():
        _problems.NO_FILE.stop(given=path)
    if path.suffix.lower() == ".json":
        return plans.from_json(_object_in(path))
    return plans.read(documents.read(path.read_bytes(), path.name), names=names()).plan


def not_a_plan(plan: Plan, path: Path) -> tuple[Problem, ...]:
    """The problem that a document of this reading is no plan: it names neither a component nor a task; () where it is."""
    return () if plan.components or plan.general_tasks else (_problems.NOT_A_PLAN(where=str(path)),)


def _object_in(path: Path) -> dict[str, object]:
    """The plan's object; of a reading with places, the plan inside it."""
    try:
        given = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        _problems.NOT_JSON.stop(where=str(path), given=error)
    if not isinstance(given, dict):
        _problems.NOT_JSON.stop(where=str(path), given=type(given).__name__)
    inner = given.get("plan")
    return inner if isinstance(inner, dict) else given
