"""The home page of the sample data: statements, server time, memory of all processes."""

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http import HTTPStatus

from benchmarks.measure import Measured, median_seconds, tree_megabytes


def measured() -> Iterator[Measured]:
    """Measure each sample agency's home page in process, and the memory of the whole program once."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {
            "CHISO_MODE": "embedded",
            "CHISO_HOME": home,
            "DJANGO_SETTINGS_MODULE": "chiso.web.project.settings",
        }
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from chiso.web.project import preparation

        preparation.prepare()
        preparation.load_samples()
        yield from _home_pages()
        if sys.platform == "linux":
            yield Measured("memory of all processes after the home page", _memory(home), 450, "MB")


def _home_pages() -> Iterator[Measured]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from chiso.web.directory.models import Membership

    for membership in Membership.objects.filter(role="focal").select_related("user", "agency"):
        client = Client()
        client.force_login(membership.user)
        address = f"/{membership.agency.slug}/"
        client.get(address)
        with CaptureQueriesContext(connection) as statements:
            assert client.get(address).status_code == HTTPStatus.OK  # noqa: S101 (a wrong page would be measured)
        name = membership.agency.slug
        yield Measured(f"home page of {name}, SQL statements", len(statements), 15, "")
        yield Measured(
            f"home page of {name}, server time", 1000 * median_seconds(lambda c=client, a=address: c.get(a)), 60, "ms"
        )


def _memory(home: str) -> float:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "chiso", "demo", "--port", str(port)],
        env=os.environ | {"CHISO_HOME": home},
        stdout=subprocess.DEVNULL,
    )
    try:
        _visit(f"http://127.0.0.1:{port}")
        return tree_megabytes(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _visit(base: str) -> None:
    """Sign in, load the home page and every chart on it."""
    from chiso.samples import SAMPLE_PASSWORD, sample_people

    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    for attempt in range(300):
        try:
            page = opener.open(f"{base}/dang-nhap/").read().decode()
            break
        except OSError:
            time.sleep(0.1 if attempt else 0.5)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page).group(1)
    person = next(person for person in sample_people() if person.role == "focal")
    form = {"csrfmiddlewaretoken": token, "username": person.username, "password": SAMPLE_PASSWORD}
    home = opener.open(f"{base}/dang-nhap/", urllib.parse.urlencode(form).encode()).read().decode()
    for chart in sorted(set(re.findall(r'"(/[^"]+\.svg)[^"]*"', home))):
        if "/static/" not in chart:
            opener.open(base + chart).read()
