import importlib.util
import re
from pathlib import Path

import pytest
from tests.unit.plans.checking.faults import FAULTS

from chiso.plans import CHECKS, CheckKind, check

ROOT = Path(__file__).resolve().parents[4]
_SPEC = importlib.util.spec_from_file_location("build_checks_page", ROOT / "scripts" / "build_checks_page.py")
builder = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(builder)


def test_the_page_of_checks_is_up_to_date():
    assert builder.page() == builder.PAGE.read_text("utf-8")


def test_codes_are_dotted_and_each_stands_once():
    codes = [kind.code for kind in CHECKS]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[a-z]+\.[a-z_]+", code)] == []


@pytest.mark.parametrize("kind", CHECKS, ids=lambda kind: kind.code)
def test_every_text_of_a_check_is_there_in_both_languages(kind: CheckKind):
    texts = (kind.title, kind.meaning, kind.example, kind.remedy)
    assert [text for text in texts if not (text.vi.strip() and text.en.strip())] == []


@pytest.mark.parametrize("code", FAULTS)
def test_every_message_is_a_sentence_in_both_languages(code):
    draft = FAULTS[code]
    for finding in check(draft.reading, draft.document):
        vi, en = finding.message(), finding.message("en")
        assert vi != en
        assert [text for text in (vi, en) if not text.endswith(".")] == []
        assert [text for text in (vi, en) if re.search(r"None|[{}]|  ", text)] == []
