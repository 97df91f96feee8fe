"""`chiso packs`: the editions there are, and whether a folder of packs is right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chiso.cli.language import language
from chiso.problems import ProblemError

packs_app = typer.Typer(help="Bộ chỉ số và phiên bản. / Frameworks and editions.", no_args_is_help=True)


@packs_app.command("list")
def list_editions() -> None:
    """Liệt kê các phiên bản hiện có. / List the editions there are."""
    from chiso import packs  # noqa: PLC0415 - keeps `chiso --help` quick

    editions = packs.load_all()
    width = max(len(edition.key) for edition in editions)
    for edition in editions:
        typer.echo(f"{edition.key:<{width}}  {edition.content_hash[:12]}  {edition.name.in_language(language())}")


@packs_app.command("check")
def check_packs(
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="thư mục bộ chỉ số, mặc định là của chương trình / default: the program's own",
            exists=True,
            file_okay=False,
        ),
    ] = None,
) -> None:
    """Kiểm tra khuôn mẫu, nguồn, trọng số, mã và tình huống. / Check shape, sources, weights, codes and scenarios."""
    from chiso import packs  # noqa: PLC0415 - keeps `chiso --help` quick
    from chiso.packs import check  # noqa: PLC0415 - the same

    library = packs.built_in() if folder is None else packs.Library(folder, base=packs.built_in())
    faults = check.faults(library)
    if faults:
        raise ProblemError(faults)
    typer.echo(f"{len(library.own_keys())} ✓")
