"""Progress of scans on standard error: one changing line on a screen, one line elsewhere."""

from __future__ import annotations

import sys

import pytest

from chiso.cli.scan_progress import shown


@pytest.mark.parametrize(
    ("is_screen", "told"),
    [
        (True, "\ra.pdf: 0/2 trang / pages\ra.pdf: 1/2 trang / pages\ra.pdf: 2/2 trang / pages\n"),
        (False, "a.pdf: nhận dạng 2 trang / recognising 2 pages\n"),
    ],
)
def test_every_page_is_told(is_screen, told, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_screen)
    show = shown("a.pdf")

    for done in range(3):
        show(done, 2)

    assert told == capsys.readouterr().err
