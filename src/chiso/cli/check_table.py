"""Findings as tables on a terminal, one for each severity."""

from __future__ import annotations

from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Words

from chiso.documents import Document
from chiso.plans import Finding, Severity
from chiso.problems import Text

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_LINES: Final = Text("Dòng", "Lines")
_PARAGRAPHS: Final = Text("Đoạn", "Paragraphs")
_PAGES: Final = Text("Trang", "Pages")
_NOTHING: Final = Text("Không có phát hiện nào.", "Nothing was found.")
_MOST_LINES: Final = 6


def print_findings(findings: tuple[Finding, ...], document: Document, language: str) -> None:
    """Print what was found, errors first."""
    console = Console()
    console.print(Words(document.name, style="bold"))
    if not findings:
        console.print(_NOTHING.in_language(language))
    for severity in Severity:
        some = [finding for finding in findings if finding.severity is severity]
        if some:
            console.print(_table(some, severity, document, language), highlight=False)


def _table(findings: list[Finding], severity: Severity, document: Document, language: str) -> Table:
    where = {"docx": _PARAGRAPHS, "pdf": _PAGES}.get(document.kind, _LINES)
    title = f"{severity.label(language)} ({len(findings)})"
    table = Table(title=title, title_justify="left", title_style=_COLOURS[severity], box=box.SIMPLE_HEAD, expand=True)
    table.add_column(where.in_language(language), justify="right", max_width=18)
    table.add_column(Text("Phát hiện", "Finding").in_language(language), ratio=1)
    for finding in findings:
        told = Words(finding.message(language))
        told.append(f"\n→ {finding.remedy(language)} [{finding.code}]", style="dim")
        table.add_row(_lines(finding), told)
    return table


def _lines(finding: Finding) -> str:
    where = finding.lines or finding.pages
    shown = ", ".join(map(str, where[:_MOST_LINES]))
    return f"{shown} …" if len(where) > _MOST_LINES else shown
