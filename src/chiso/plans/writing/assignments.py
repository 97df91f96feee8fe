"""Who does what and when, in the lines that stand under a component."""

from __future__ import annotations

from chiso.documents.writing import Item
from chiso.plans.plan import Assignment, Timing


def assignment_lines(assignment: Assignment, timing: Timing | None) -> list[Item]:
    """One labelled line for each thing said."""
    said = (
        ("Đơn vị chủ trì", assignment.lead),
        ("Đơn vị phối hợp", "; ".join(assignment.coordinating)),
        ("Lãnh đạo phụ trách", assignment.leader),
        ("Thời gian thực hiện", timing.text if timing else None),
    )
    return [Item(f"{label}: {value}.") for label, value in said if value]


def unit_heading(assignment: Assignment) -> str:
    """The line over the tasks of one unit: `Văn phòng Sở chủ trì, phối hợp với các phòng, đơn vị liên quan:`."""
    partners = f", phối hợp với {', '.join(assignment.coordinating)}" if assignment.coordinating else ""
    return f"{assignment.lead} chủ trì{partners}:"
