"""Plans of a few lines under one head."""

from __future__ import annotations

from chiso.documents import read as read_document
from chiso.plans import Plan, read

HEAD = "UBND TỈNH HÀ NAM\nSỞ XÂY DỰNG\nSố: 12/KH-SXD\nHà Nam, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nNâng cao Chỉ số DDCI năm 2024\n\n"


def plan_of(body: str) -> Plan:
    """The plan read from the head and a body."""
    return read(read_document((HEAD + body).encode(), "ke-hoach.txt")).plan


def shape(plan: Plan) -> dict[str, list[str]]:
    """The texts of the tasks by component."""
    return {component.name: [task.text for task in component.tasks] for component in plan.components}
