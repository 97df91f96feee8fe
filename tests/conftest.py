"""What all tests share."""

import os
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile(
    "chiso", deadline=None, derandomize=True
)  # no test asserts a time or depends on luck
hypothesis.settings.load_profile("chiso")

ROOT = Path(__file__).resolve().parents[1]
NO_SKIP = os.environ.get("CHISO_NO_SKIP") == "1"  # noqa: TID251 (the tests' own switch)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of specification plans and published tables that developers have beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared is not on this machine")
    return folder


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    """Where nothing may be skipped (.ci/run), a skip is a failure that says what was missing."""
    outcome = yield
    report = outcome.get_result()
    if NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but CHISO_NO_SKIP=1 allows no skip: {report.longrepr}"


from tests.web_fixtures import agency, client_for, lang_son, member, other_agency, pci_2021  # noqa: E402, F401 (fixtures for all tests)
