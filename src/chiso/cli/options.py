"""Options that several commands share."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ResultFormat(StrEnum):
    """How results are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Language(StrEnum):
    """The languages of an explanation."""

    VI = "vi"
    EN = "en"


EditionKey = Annotated[str, typer.Argument(metavar="FRAMEWORK/EDITION", help="phiên bản, như pci/2013-2021 / edition")]
DataFile = Annotated[
    Path,
    typer.Argument(
        metavar="DATA.csv|.xlsx", help="số liệu, dạng dài hoặc rộng / observations", exists=True, dir_okay=False
    ),
]
AsOf = Annotated[
    datetime | None, typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="ngày áp dụng quy định / day of the rules")
]
UnitColumn = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="cột ghi tên đơn vị, mặc định của phiên bản / column of the units"),
]
History = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="số liệu các năm trước, có cột period / earlier years, with a column period",
        exists=True,
        dir_okay=False,
    ),
]
Ignored = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="COLUMN", help="cột bỏ qua, ghi nhiều lần được / column to leave out, repeatable"),
]
PackFolder = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="thư mục bộ chỉ số riêng / folder of your own packs", exists=True, file_okay=False
    ),
]
UnitName = Annotated[str, typer.Option(metavar="U", help="đơn vị / unit")]
NodeCode = Annotated[
    str | None, typer.Option(metavar="N", help="mã chỉ số, mặc định là chỉ số tổng hợp / code, default: the headline")
]
Format = Annotated[
    ResultFormat | None,
    typer.Option(help="mặc định theo đuôi tệp --out, không có thì table / default: by the ending of --out, else table"),
]
OutFile = Annotated[Path | None, typer.Option(metavar="FILE", help="ghi vào tệp / write to a file", dir_okay=False)]
Seed = Annotated[int, typer.Option(min=0, help="hạt giống; cùng hạt giống thì cùng kết quả / same seed, same result")]
Draws = Annotated[int, typer.Option(min=1, help="số lượt tính / number of draws")]
