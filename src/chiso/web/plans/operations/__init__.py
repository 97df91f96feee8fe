"""Writes to running plans."""

from chiso.web.plans.operations.editing import Assignment, Target, count_task_for, edit_component, edit_task
from chiso.web.plans.operations.recording import record_progress

__all__ = ["Assignment", "Target", "count_task_for", "edit_component", "edit_task", "record_progress"]
