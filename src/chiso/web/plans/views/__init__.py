"""Kế hoạch, nhiệm vụ, Việc của tôi."""

from chiso.web.plans.views.plans import component, edit_component, plan, plan_file, plans
from chiso.web.plans.views.tasks import count_task, edit_task, evidence_file, record_progress, task
from chiso.web.plans.views.work import my_work

__all__ = [
    "component",
    "count_task",
    "edit_component",
    "edit_task",
    "evidence_file",
    "my_work",
    "plan",
    "plan_file",
    "plans",
    "record_progress",
    "task",
]
