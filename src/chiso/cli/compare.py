"""`chiso compare`: what changed between two versions of a plan."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from chiso.cli.plan_file import plan_from


class Format(StrEnum):
    """How a comparison is printed."""

    JSON = "json"
    TABLE = "table"


def compare(
    old: Annotated[Path, typer.Argument(help="bản cũ: .json hoặc văn bản / the older version")],
    new: Annotated[Path, typer.Argument(help="bản mới / the newer version")],
    format: Annotated[  # noqa: A002 (the option's name)
        Format | None, typer.Option(help="table | json; để trống: bảng trên màn hình, json khi ghi ra tệp")
    ] = None,
) -> None:
    """So sánh hai bản của một kế hoạch. / Compare two versions of a plan."""
    from chiso import plans  # noqa: PLC0415 (keeps `chiso --help` quick)

    found = plans.compare(plan_from(old), plan_from(new))
    if (format or (Format.TABLE if sys.stdout.isatty() else Format.JSON)) is Format.JSON:
        from chiso.plans.comparing import comparison_to_json  # noqa: PLC0415 (see above)

        typer.echo(json.dumps(comparison_to_json(found), ensure_ascii=False, indent=1))
        return
    from chiso.cli.comparison_table import print_comparison  # noqa: PLC0415 (see above)

    print_comparison(found)
