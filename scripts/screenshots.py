"""Pictures of every page of the sample data, at both widths, light and dark.

    python scripts/screenshots.py [--out FOLDER] [--only WORD] [--readme]

Starts the program on a fresh data folder, signs in, visits each page; --readme writes docs/images/scorecard.png only.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
WIDTHS = {"wide": (1440, 900), "phone": (390, 844)}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(home: str, port: int) -> subprocess.Popen[bytes]:
    """Start the program with sample data and wait until it answers."""
    environment = os.environ | {"CHISO_HOME": home, "CHISO_MODE": "embedded"}
    command = [sys.executable, "-m", "chiso", "demo", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit("the program did not start")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        time.sleep(0.2)
    raise SystemExit("the program did not start within two minutes")


def sign_in(page: Page, base: str, username: str) -> None:
    """Sign in as one of the sample people."""
    from chiso.samples import SAMPLE_PASSWORD

    page.goto(f"{base}/dang-nhap/")
    page.fill("#id_username", username)
    page.fill("#id_password", SAMPLE_PASSWORD)
    page.click("form .button.primary")


def administrators() -> dict[str, str]:
    """Give the administrator of each sample agency."""
    from chiso.samples import sample_people

    return {person.agency: person.username for person in sample_people() if person.role == "administrator"}


def addresses(page: Page, base: str, start: str) -> dict[str, str]:
    """Find the pages of an agency: those of the rail, and from each the first of every kind that it leads to."""
    found: dict[str, str] = {}
    pages: dict[str, str] = {}
    queue = [start]
    while queue:
        address = queue.pop(0)
        kind = "-".join("N" if part.isdigit() else part for part in address.strip("/").split("/")) or "home"
        if kind in found:
            continue
        found[kind] = address
        if "text/html" not in page.request.get(base + address).headers.get("content-type", ""):
            continue
        page.goto(base + address)
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        queue += [link for link in links if link.startswith(start) and "?" not in link and "#" not in link]
        pages[kind] = address
    return pages


def take_all(browser: Browser, base: str, out: Path, only: str) -> None:
    """Take a picture of each kind of page of each agency."""
    for agency, username in administrators().items():
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, base, username)
        pages = addresses(page, base, f"/{agency}/")
        state = context.storage_state()
        context.close()
        for scheme in ("light", "dark"):
            for name, (width, height) in WIDTHS.items():
                context = browser.new_context(
                    storage_state=state, viewport={"width": width, "height": height}, color_scheme=scheme
                )
                page = context.new_page()
                for kind, address in pages.items():
                    if only in kind:
                        page.goto(base + address)
                        page.screenshot(path=out / f"{kind}.{name}.{scheme}.png", full_page=True)
                context.close()


def take_readme(browser: Browser, base: str) -> None:
    """Take the one picture of the README."""
    agency, username = next(iter(administrators().items()))
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    sign_in(page, base, username)
    page.goto(f"{base}/{agency}/")
    (ROOT / "docs" / "images").mkdir(exist_ok=True)
    page.screenshot(path=ROOT / "docs" / "images" / "scorecard.png")


def main() -> None:
    """Start, visit, take pictures, stop."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=ROOT / "var" / "screenshots")
    options.add_argument("--only", default="")
    options.add_argument("--readme", action="store_true")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("no Chromium on this machine")
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        process = started(home, port)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                base = f"http://127.0.0.1:{port}"
                take_readme(browser, base) if given.readme else take_all(browser, base, given.out, given.only)
                browser.close()
        finally:
            process.terminate()
            process.wait(timeout=20)


if __name__ == "__main__":
    main()
