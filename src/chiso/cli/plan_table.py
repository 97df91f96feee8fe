"""A plan as tables on a terminal."""

from rich.console import Console
from rich.table import Table

from chiso.plans import Component, Plan, Score


def print_plan(plan: Plan, name: str) -> None:
    """Print what was read: head, components, reporting duties."""
    console = Console()
    head, index = plan.document, plan.index
    console.print(f"[bold]{head.title or name}[/bold]", highlight=False)
    facts = (head.number, head.date, head.issuer, index.framework, index.province, index.year)
    console.print(" · ".join(str(fact) for fact in facts if fact), highlight=False)
    console.print(_components(plan), highlight=False)
    for rule in plan.reporting:
        months = ", ".join(map(str, rule.due_months))
        day = rule.due_date or f"{rule.due_day or '?'}{'/' + months if months else ''}"
        console.print(f"{rule.period}: {day} → {rule.to or '?'}", highlight=False)


def _components(plan: Plan) -> Table:
    table = Table("TT", "Chỉ số thành phần", "Năm trước", "Mục tiêu", "Chủ trì", "Lãnh đạo", "Nhiệm vụ")
    if plan.baseline or plan.target:
        table.add_row("", "Toàn chỉ số", _score(plan.baseline), _score(plan.target), "", "", str(len(plan.general_tasks)))
    for component in plan.components:
        table.add_row(*_row(component))
    return table


def _row(component: Component) -> tuple[str, ...]:
    assignment = component.assignment
    leads = assignment.lead or "; ".join(dict.fromkeys(t.assignment.lead for t in component.tasks if t.assignment.lead))
    return (
        component.code or "",
        component.name,
        _score(component.baseline),
        _score(component.target),
        leads,
        assignment.leader or "",
        str(len(component.tasks)),
    )


def _score(score: Score | None) -> str:
    if score is None:
        return "–"
    points = "" if score.score is None else f"{score.score:g}" + (f"/{score.scale:g}" if score.scale else "")
    if score.score_is_maximum_points:
        points = "tối đa"
    rank = "" if score.rank is None else f"hạng {score.rank}" + (f"/{score.rank_of}" if score.rank_of else "")
    return " · ".join(part for part in (points, rank, score.band or "") if part) or "–"
