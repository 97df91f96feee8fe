"""`chiso check`: what a head of office would want to know of a plan before signing it."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli import _problems
from chiso.cli.language import language
from chiso.cli.plan_file import not_a_plan
from chiso.problems import Problem, ProblemError

if TYPE_CHECKING:
    from chiso.documents import Document
    from chiso.frameworks import Edition
    from chiso.plans import Finding, Plan


class Format(StrEnum):
    """How findings are printed."""

    JSON = "json"
    TABLE = "table"


def check(
    files: Annotated[list[Path], typer.Argument(help="tệp .docx, .pdf, .txt, .md / files")],
    *,
    format: Annotated[  # noqa: A002 (the option's name)
        Format | None, typer.Option(help="table | json; để trống: bảng trên màn hình, json khi ghi ra tệp")
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE", formats=["%Y-%m-%d"], help="ngày kiểm tra bản dự thảo / day on which a draft is checked"
        ),
    ] = None,
) -> None:
    """Kiểm tra kế hoạch trước khi ký. / Check plans before they are signed."""
    form = format or (Format.TABLE if sys.stdout.isatty() else Format.JSON)
    problems: list[Problem] = []
    is_wanting = False
    for path in files:
        try:
            document, plan, findings = _checked(path, on.date() if on else None)
        except ProblemError as error:
            problems.extend(error.problems)
            continue
        is_wanting = is_wanting or any(finding.severity != "note" for finding in findings)
        if form is Format.JSON:
            _print_json(path, plan, findings, many=len(files) > 1)
        else:
            from chiso.cli.check_table import print_findings  # noqa: PLC0415 (only where a table is drawn)

            print_findings(findings, document, language())
    if problems:
        raise ProblemError(problems)
    if is_wanting:
        raise typer.Exit(1)


def _checked(path: Path, on: date | None) -> tuple[Document, Plan, tuple[Finding, ...]]:
    from chiso import documents, packs, plans  # noqa: PLC0415 (keeps `chiso --help` quick)
    from chiso.periods import WorkingCalendar  # noqa: PLC0415 (the same)

    if not path.is_file():
        _problems.NO_FILE.stop(given=path)
    document = documents.read(path.read_bytes(), path.name)
    reading = plans.read(document, names=packs.names())
    if wrong := not_a_plan(reading.plan, path):
        raise ProblemError(wrong)
    findings = plans.check(
        reading,
        document,
        edition=edition_of(reading.plan),
        calendar=WorkingCalendar.of(packs.decided_days()),
        on=on,
    )
    return document, reading.plan, findings


def edition_of(plan: Plan) -> Edition | None:
    """The edition that measures what the plan's index measures: the agency itself, or its province."""
    from chiso import packs  # noqa: PLC0415 (keeps `chiso --help` quick)
    from chiso.units import subject_of  # noqa: PLC0415 (the same)

    index = plan.index
    measured = subject_of(index.framework or "", province=index.province or "", agency=plan.document.issuer or "")
    return packs.find(index.framework, index.province, index.year, measured.kind.value)


def _print_json(path: Path, plan: Plan, findings: tuple[Finding, ...], *, many: bool) -> None:
    from chiso.plans import findings_to_json  # noqa: PLC0415 (loaded by now)

    told = findings_to_json(findings, plan, language())
    named = {"file": str(path), **told} if many else told
    typer.echo(json.dumps(named, ensure_ascii=False, indent=None if many else 1))
