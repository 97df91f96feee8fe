"""`chiso read`: plans out of documents."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli import _problems
from chiso.problems import Problem, ProblemError

if TYPE_CHECKING:
    from chiso.plans import Plan


class Format(StrEnum):
    """How a plan is printed."""

    JSON = "json"
    TABLE = "table"


def read(
    files: Annotated[list[Path], typer.Argument(help="tệp .docx, .pdf, .txt, .md, ảnh quét, .doc, .odt, .rtf / files")],
    format: Annotated[  # noqa: A002 (the option's name)
        Format | None, typer.Option(help="json | table; để trống: bảng trên màn hình, json khi ghi ra tệp")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="thư mục cho mỗi kế hoạch một tệp .json / folder")] = None,
) -> None:
    """Đọc kế hoạch từ văn bản. / Read plans out of documents."""
    if out is not None:
        _refuse_clashes(files, out)
    form = format or (Format.TABLE if sys.stdout.isatty() else Format.JSON)
    problems: list[Problem] = []
    for path in _with_progress(files):
        try:
            _deliver(path, _plan_in(path), form, out, many=len(files) > 1)
        except ProblemError as error:
            problems.extend(error.problems)
    if problems:
        raise ProblemError(problems)


def _refuse_clashes(files: list[Path], out: Path) -> None:
    by_stem: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        by_stem[path.stem].append(path)
    clashes = [
        _problems.SAME_NAME(where=str(out / f"{stem}.json"), given=", ".join(map(str, paths)))
        for stem, paths in by_stem.items()
        if len(paths) > 1
    ]
    if clashes:
        raise ProblemError(clashes)


def _with_progress(files: list[Path]) -> Iterable[Path]:
    if len(files) < 5:  # noqa: PLR2004 (a few are done before a bar could be read)
        return files
    from rich.console import Console  # noqa: PLC0415 (only where a bar is drawn)
    from rich.progress import track  # noqa: PLC0415

    return track(files, description="Đang đọc", console=Console(stderr=True))


def _plan_in(path: Path) -> Plan:
    from chiso import documents, plans  # noqa: PLC0415 (keeps `chiso --help` quick)
    from chiso.cli.scan_progress import shown  # noqa: PLC0415
    from chiso.packs import names  # noqa: PLC0415

    if not path.is_file():
        _problems.NO_FILE.stop(given=path)
    return plans.read(documents.read(path.read_bytes(), path.name, progress=shown(path.name)), names=names()).plan


def _deliver(path: Path, plan: Plan, form: Format, out: Path | None, *, many: bool) -> None:
    from chiso.plans import to_json  # noqa: PLC0415

    if out is not None:
        target = out / f"{path.stem}.json"
        try:
            out.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(to_json(plan), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            _problems.CANNOT_WRITE.stop(where=str(target), given=error.strerror)
    elif form is Format.JSON:
        typer.echo(json.dumps(to_json(plan), ensure_ascii=False, indent=None if many else 1))
    else:
        from chiso.cli.plan_table import print_plan  # noqa: PLC0415

        print_plan(plan, path.name)
