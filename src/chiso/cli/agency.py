"""`chiso agency add`: the first step of a new agency in production."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

agency_app = typer.Typer(no_args_is_help=True, help="Cơ quan. / Agencies.")


class Kind(StrEnum):
    """What an index measures in the agency."""

    DEPARTMENT = "department"
    DISTRICT = "district"
    COMMUNE = "commune"
    PROVINCE = "province"


@agency_app.callback()
def agency() -> None:
    """Cơ quan dùng chương trình. / Agencies that use the program."""


@agency_app.command()
def add(
    slug: Annotated[str, typer.Argument(help="địa chỉ của cơ quan, chữ không dấu và gạch nối / address")],
    name: Annotated[str, typer.Argument(help="tên đầy đủ / full name")],
    province: Annotated[str, typer.Option(help="tỉnh, thành phố / province")],
    admin: Annotated[str, typer.Option(help="tên đăng nhập của người quản trị / administrator's sign-in name")],
    admin_name: Annotated[str, typer.Option(help="họ tên người quản trị / administrator's name")],
    short: Annotated[str, typer.Option(help="tên ngắn / short name")] = "",
    kind: Annotated[Kind, typer.Option(help="đối tượng được đo / what is measured")] = Kind.DEPARTMENT,
) -> None:
    """Thêm cơ quan và người quản trị đầu tiên. / Add an agency and its first administrator."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chiso.web.project.settings")
    import django  # noqa: PLC0415 (keeps `chiso --help` quick)

    django.setup()
    from chiso.web.directory.operations import create_agency  # noqa: PLC0415
    from chiso.web.directory.passwords import one_time_password  # noqa: PLC0415
    from chiso.web.project import preparation  # noqa: PLC0415
    from chiso.web.ui.clock import clock_now  # noqa: PLC0415

    preparation.prepare()
    password = one_time_password()
    create_agency(
        slug=slug,
        name=name,
        short_name=short or name,
        province=province,
        kind=kind.value,
        administrator=admin,
        full_name=admin_name,
        password=password,
        by=None,
        now=clock_now(),
    )
    typer.echo(f"/{slug}/  {admin}  {password}")
