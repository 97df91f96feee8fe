"""`chiso packs`: the editions there are, whether a folder of packs is right, and packs out of COINr's tables."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from chiso.cli import _problems
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


@packs_app.command("import-coin")
def import_coin(
    meta: Annotated[
        Path,
        typer.Argument(metavar="IMETA.csv", help="bảng khung iMeta / framework table", exists=True, dir_okay=False),
    ],
    *,
    recipe: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="cách tính, tệp YAML / the method, YAML", exists=True, dir_okay=False),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(
            metavar="FRAMEWORK/EDITION", help="khóa, mặc định theo tên tệp / default: by the name of the file"
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="thư mục ghi vào / folder to write", file_okay=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="ghi đè phiên bản đã có / write over what is there")] = False,
) -> None:
    """Nhập khung chỉ số của COINr thành một bộ chỉ số. / Make a pack out of COINr's framework table."""
    from chiso import scoring  # noqa: PLC0415 - keeps `chiso --help` quick
    from chiso.packs import coin  # noqa: PLC0415 - the same

    rows = scoring.read_table(meta.read_bytes(), meta.name).fill_null("").to_dicts()
    slug = re.sub(r"[^a-z0-9]+", "-", meta.stem.casefold()).strip("-") or "coin"
    name = key or f"{slug}/imported"
    entry = coin.edition_entry(rows, name, _recipe(recipe))
    coin.check(entry, meta.name)
    folder = out or Path(f"{slug}-pack")
    index, edition = folder / "frameworks" / name.partition("/")[0] / "index.yaml", folder / "frameworks" / name
    if not force and (edition / "framework.yaml").exists():
        _problems.PACK_EXISTS.stop(given=str(edition))
    if force or not index.exists():
        _write(index, coin.index_entry(name))
    _write(edition / "framework.yaml", entry)
    typer.echo(f"chiso score {name} iData.csv --pack {folder}")


def _recipe(path: Path | None) -> dict[str, Any]:
    from chiso.frameworks import strict_yaml  # noqa: PLC0415 - as above

    if path is None:
        return {}
    written = strict_yaml.read(path.read_text(encoding="utf-8"), path.name)
    if written is not None and not isinstance(written, dict):
        _problems.NOT_A_RECIPE.stop(where=path.name)
    return dict(written or {})


def _write(path: Path, content: dict[str, Any]) -> None:
    import yaml  # noqa: PLC0415 - as above

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    except OSError as error:
        _problems.CANNOT_WRITE.stop(where=str(path), given=error.strerror)
