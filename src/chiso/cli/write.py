"""`chiso write`: plans as official documents."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli import _problems
from chiso.cli.language import language
from chiso.cli.plan_file import plan_from
from chiso.problems import Text

if TYPE_CHECKING:
    from chiso.documents import OfficialDocument

_WRITTEN = Text("Đã ghi {file}.", "Wrote {file}.")
_OTHER_FONT = Text(
    "Máy không có đủ phông Times New Roman; tệp PDF dùng phông {font}.",
    "This machine has no complete Times New Roman; the PDF is set in {font}.",
)


_OWN = Text(
    "Câu do chương trình thêm, không có trong kế hoạch; sửa hoặc bỏ nếu không đúng ý: {sentences}",
    "Sentences of the program's own (not in the plan; change or drop them): {sentences}",
)
_BLANK_BASES = Text(
    "Cần điền chỗ “……” của {count} căn cứ: cơ quan ban hành, trích yếu.",
    "To be filled in where “……” stands in {count} legal bases: issuer and subject.",
)


class FileKind(StrEnum):
    """What a document is written as."""

    DOCX = "docx"
    PDF = "pdf"


def write(
    plan: Annotated[Path, typer.Argument(help="kế hoạch .json, hoặc văn bản .docx, .pdf, .txt, .md / the plan")],
    to: Annotated[
        FileKind | None, typer.Option(help="docx | pdf; để trống: theo đuôi của --out, không thì docx")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="tệp ghi ra / file to write")] = None,
    parent: Annotated[str | None, typer.Option(help="cơ quan chủ quản trực tiếp / the body above the issuer")] = None,
    annex: Annotated[  # noqa: FBT002 (a switch of the command line)
        bool, typer.Option("--annex", help="mọi nhiệm vụ ở phụ lục / all tasks in the annex")
    ] = False,
) -> None:
    """Ghi kế hoạch thành văn bản hành chính theo Nghị định 30. / Write a plan as an official document."""
    from chiso import plans  # noqa: PLC0415 (keeps `chiso --help` quick)

    kind = _kind(to, out)
    target = out or _beside(plan, kind)
    document = plans.write(plan_from(plan), parent=parent, all_tasks_in_annex=annex)
    _save(document, kind, target)
    typer.echo(_WRITTEN.in_language(language()).format(file=target), err=True)
    _tell_what_to_review(document)
    if kind is FileKind.PDF:
        _tell_font()


def _kind(to: FileKind | None, out: Path | None) -> FileKind:
    """The kind asked for, else the one of the file's ending."""
    if to is not None or out is None or not out.suffix:
        return to or FileKind.DOCX
    ending = out.suffix.removeprefix(".").lower()
    if ending not in set(FileKind):
        _problems.NOT_WRITTEN_SO.stop(given=out.suffix, wanted=", ".join(FileKind))
    return FileKind(ending)


def _beside(plan: Path, kind: FileKind) -> Path:
    """A file of the plan's name in the current folder, which must not be there yet."""
    target = Path(f"{plan.stem}.{kind}")
    if target.exists():
        _problems.FILE_EXISTS.stop(given=target)
    return target


def _save(document: OfficialDocument, kind: FileKind, target: Path) -> None:
    from chiso import documents  # noqa: PLC0415 (see above)

    content = documents.write_pdf(document) if kind is FileKind.PDF else documents.write_docx(document)
    try:
        target.write_bytes(content)
    except OSError as error:
        _problems.CANNOT_WRITE.stop(where=str(target), given=error.strerror)


def _tell_what_to_review(document: OfficialDocument) -> None:
    from chiso import plans  # noqa: PLC0415 (see above)

    own = " ".join(f"“{sentence}”" for sentence in plans.OWN_SENTENCES)
    typer.echo(_OWN.in_language(language()).format(sentences=own), err=True)
    if document.bases:
        typer.echo(_BLANK_BASES.in_language(language()).format(count=len(document.bases)), err=True)


def _tell_font() -> None:
    from chiso.documents.writing import pdf_font  # noqa: PLC0415 (see above)

    font = pdf_font()
    if not font.is_the_decrees:
        typer.echo(_OTHER_FONT.in_language(language()).format(font=font.family), err=True)
