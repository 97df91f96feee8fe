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
from chiso.cli.plan_file import not_a_plan
from chiso.problems import Problem, ProblemError

if TYPE_CHECKING:
    from chiso.documents import Document, Place
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
    *,
    places: Annotated[
        bool, typer.Option("--places", help="thêm chỗ đứng của từng giá trị / where each value stands")
    ] = False,
) -> None:
    """Đọc kế hoạch từ văn bản. / Read plans out of documents."""
    if out is not None:
        _refuse_clashes(files, out)
    form = format or (Format.TABLE if sys.stdout.isatty() else Format.JSON)
    problems: list[Problem] = []
    for path in _with_progress(files):
        try:
            plan, told = _reading_in(path, places=places)
            _deliver(path, (plan, told), form, out, many=len(files) > 1)
            problems.extend(not_a_plan(plan, path))
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


def _reading_in(path: Path, *, places: bool) -> tuple[Plan, dict[str, object]]:
    """The plan in a file, and its JSON: the schema's object, with `places` and `doubts` where asked."""
    from chiso import documents, plans  # noqa: PLC0415 (keeps `chiso --help` quick)
    from chiso.cli.scan_progress import shown  # noqa: PLC0415
    from chiso.packs import names  # noqa: PLC0415

    if not path.is_file():
        _problems.NO_FILE.stop(given=path)
    document = documents.read(path.read_bytes(), path.name, progress=shown(path.name))
    reading = plans.read(document, names=names())
    told = plans.to_json(reading.plan)
    if places:
        stands = {value: [_told(document, place) for place in found] for value, found in reading.places.items()}
        told |= {"places": stands, "doubts": dict(reading.doubts)}
    return reading.plan, told


def _told(document: Document, place: Place) -> dict[str, object]:
    """A place: its block and characters, the line and page of the source, and the words that stand there."""
    block = document.blocks[place.block]
    where = {"block": place.block, "start": place.start, "end": place.end, "line": block.line, "page": block.page}
    return where | {"text": document.text_at(place)}


def _deliver(
    path: Path, read_out: tuple[Plan, dict[str, object]], form: Format, out: Path | None, *, many: bool
) -> None:
    plan, told = read_out
    if out is not None:
        target = out / f"{path.stem}.json"
        try:
            out.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            _problems.CANNOT_WRITE.stop(where=str(target), given=error.strerror)
    elif form is Format.JSON:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=None if many else 1))
    else:
        from chiso.cli.plan_table import print_plan  # noqa: PLC0415

        print_plan(plan, path.name)
