"""The examples of docs/method give what they say."""

import doctest
import re
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).resolve().parents[3] / "docs" / "method").glob("*.md"))
WITH_EXAMPLES = [page for page in PAGES if ">>>" in page.read_text(encoding="utf-8") and page.name != "README.md"]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.stem)
def test_every_example_of_a_page_holds(page):
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)

    result = doctest.DocTestRunner().run(example)

    assert (0, True) == (result.failed, result.attempted > 0)


def test_every_step_has_its_page():
    linked = set(re.findall(r"\]\((\w+\.md)\)", (PAGES[0].parent / "README.md").read_text(encoding="utf-8")))

    assert {page.name for page in PAGES} - {"README.md"} == linked
