"""`chiso serve` and `chiso demo`: the pages."""

from __future__ import annotations

import os
import socket
from typing import Annotated

import typer

from chiso.cli import _problems

Host = Annotated[str, typer.Option(help="địa chỉ / address")]
Port = Annotated[int, typer.Option(help="cổng / port")]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[int, typer.Option(help="số tiến trình phục vụ / server processes")] = 1,
) -> None:
    """Chạy chương trình trên trình duyệt. / Serve the pages."""
    _prepare(samples=False)
    _listen(host, port, workers)


def demo(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Chạy với dữ liệu mẫu; chạy lại thì giữ nguyên những gì đã nhập. / Serve with sample data, loaded once."""
    os.environ.setdefault("CHISO_MODE", "embedded")
    accounts = _prepare(samples=True)
    typer.echo(f"\nChỉ Số: http://{host}:{port}\n")
    typer.echo(accounts)
    _listen(host, port, workers=1)


def _prepare(*, samples: bool) -> str:
    """Bring the database up to date and, where asked, the sample data in; give the sample accounts as text."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chiso.web.project.settings")
    import django  # noqa: PLC0415 (keeps `chiso --help` quick)

    django.setup()
    from chiso.web.project import preparation  # noqa: PLC0415

    preparation.prepare()
    return preparation.load_samples() if samples else ""


def _listen(host: str, port: int, workers: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            _problems.PORT_TAKEN.stop(given=port)
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server import Server  # noqa: PLC0415

    Server(
        "chiso.web.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()
