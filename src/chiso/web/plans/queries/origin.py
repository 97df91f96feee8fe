"""Where the plan's document says a task, and how its last day follows from what is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, gettext

from chiso.periods import deadline
from chiso.web.plans.models import Draft, Task
from chiso.web.plans.states import is_standing_duty

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """A task in its document: the block where it was read (None where it was typed in), and notes on its day."""

    draft_id: int
    block: int | None
    notes: tuple[str, ...]


def origin_of(task: Task, timing_kind: str) -> Origin:
    """Find a task in the document that its plan was read from, by its words."""
    draft = Draft.objects.only("reading", "edited").get(pk=task.plan.draft_id)
    read = next((path for path, each in _tasks_in(draft.reading.get("plan", {})) if each["text"] == task.text), None)
    places = draft.reading.get("places", {})
    stated = next((each for _, each in _tasks_in(draft.edited.get("plan", {})) if each["text"] == task.text), None)
    return Origin(
        draft_id=draft.pk,
        block=_first_block(places, read) if read else None,
        notes=tuple(_notes(task, timing_kind, (stated or {}).get("timing") or {})),
    )


def _tasks_in(plan: Json) -> Iterator[tuple[str, Json]]:
    for i, component in enumerate(plan.get("components") or []):
        for j, task in enumerate(component.get("tasks") or []):
            yield f"components/{i}/tasks/{j}", task
    for i, task in enumerate(plan.get("general_tasks") or []):
        yield f"general_tasks/{i}", task


def _first_block(places: Json, path: str) -> int | None:
    found = places.get(f"{path}/text") or places.get(path)
    return int(found[0][0]) if found else None


def _notes(task: Task, timing_kind: str, timing: Json) -> Iterator[str]:
    if task.due_on is None:
        yield _undated_note(timing_kind)
        return
    stated = timing.get("due")
    if not stated:
        yield gettext("Ngày này do cơ quan ấn định; văn bản không ghi.")
        return
    computed = deadline(stated, is_inclusive=timing.get("due_is_inclusive"))
    if computed.day != task.due_on:
        yield gettext("Ngày này do cơ quan sửa; tính theo văn bản là %(day)s.") % {"day": f"{computed.day:%d/%m/%Y}"}
        return
    language = get_language() or "vi"
    if timing.get("due_is_inclusive") is False:
        yield gettext("Văn bản ghi “trước”: ngày cuối cùng còn đúng hạn là ngày liền trước.")
    elif stated.count("-") < 2:  # noqa: PLR2004 (a whole ISO day has two hyphens)
        yield gettext("Văn bản không ghi ngày: tính đến ngày cuối của kỳ đã nêu.")
    yield from (assumption.sentence(language) for assumption in computed.assumptions)
    if computed.last.is_moved:
        yield computed.last.note(language)


def _undated_note(timing_kind: str) -> str:
    if is_standing_duty(timing_kind, None):
        return gettext("Việc lặp lại: mỗi kỳ cần ít nhất một lần cập nhật có ngày trong kỳ.")
    return gettext("Kế hoạch không ghi hạn: trạng thái dựa vào lần cập nhật gần nhất; quá một quý im lặng là nguy cơ.")
