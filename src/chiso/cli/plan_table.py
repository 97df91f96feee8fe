"""A plan as tables on a terminal, in the language of the command line."""

from rich.console import Console
from rich.table import Table

from chiso.cli.language import language
from chiso.plans import Component, Plan, ReportingRule, ReportPeriod, Score
from chiso.problems import Text

_HEADS = (
    Text("TT", "No."),
    Text("Chỉ số thành phần", "Component"),
    Text("Năm trước", "Last year"),
    Text("Mục tiêu", "Target"),
    Text("Chủ trì", "Lead"),
    Text("Lãnh đạo", "Leader"),
    Text("Nhiệm vụ", "Tasks"),
)
_WHOLE = Text("Toàn chỉ số", "Whole index")
_MAXIMUM = Text("điểm tối đa", "maximum points")
_RANK = Text("hạng", "rank")
_REPORT = Text("Báo cáo", "Report")
_NO_DAY = Text("chưa quy định ngày", "no day stated")
_BEFORE = Text("trước ngày", "before")
_BY = Text("ngày", "by")
_PERIODS = {
    ReportPeriod.MONTHLY: Text("tháng", "monthly"),
    ReportPeriod.QUARTERLY: Text("quý", "quarterly"),
    ReportPeriod.HALF_YEARLY: Text("6 tháng", "half-yearly"),
    ReportPeriod.NINE_MONTHLY: Text("9 tháng", "nine-monthly"),
    ReportPeriod.YEARLY: Text("năm", "yearly"),
}


def print_plan(plan: Plan, name: str) -> None:
    """Print what was read: head, components, reporting duties."""
    console = Console()
    head, index = plan.document, plan.index
    console.print(f"[bold]{head.title or name}[/bold]", highlight=False)
    facts = (head.number, head.date, head.issuer, index.framework, index.province, index.year)
    console.print(" · ".join(str(fact) for fact in facts if fact), highlight=False)
    console.print(_components(plan), highlight=False)
    for rule in plan.reporting:
        console.print(_report(rule), highlight=False)


def _said(text: Text) -> str:
    return text.in_language(language())


def _figure(value: float) -> str:
    text = f"{value:.10g}"
    return text if language() == "en" else text.replace(".", ",")


def _components(plan: Plan) -> Table:
    table = Table(*(_said(head) for head in _HEADS))
    if plan.baseline or plan.target or plan.general_tasks:
        whole = (_score(plan.baseline), _score(plan.target), "", "", str(len(plan.general_tasks)))
        table.add_row("", _said(_WHOLE), *whole)
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
    points = "" if score.score is None else _figure(score.score) + (f"/{_figure(score.scale)}" if score.scale else "")
    points = _said(_MAXIMUM) if score.score_is_maximum_points else ("≥ " if score.score_is_minimum else "") + points
    rank = "" if score.rank is None else f"{_said(_RANK)} {'≤ ' if score.rank_is_at_most else ''}{score.rank}"
    of = f"/{score.rank_of}" if score.rank and score.rank_of else ""
    return " · ".join(part for part in (points, rank + of, score.band or "") if part) or "–"


def _report(rule: ReportingRule) -> str:
    months = "".join(f"/{month}" for month in rule.due_months[:1]) if len(rule.due_months) == 1 else ""
    several = f" ({', '.join(map(str, rule.due_months))})" if len(rule.due_months) > 1 else ""
    word = _said(_BEFORE if rule.due_is_inclusive is False else _BY)
    stated = rule.due_date or (f"{rule.due_day}{months}{several}" if rule.due_day else "")
    day = f"{word} {stated}" if stated else _said(_NO_DAY)
    chain = " → ".join((rule.to or "?", *([", ".join(rule.onward_to)] if rule.onward_to else [])))
    return f"{_said(_REPORT)} {_said(_PERIODS[rule.period])}: {day} → {chain}"
