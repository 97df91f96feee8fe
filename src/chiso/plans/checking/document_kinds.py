"""The kinds of documents and the abbreviations that stand for them in a symbol (Decree 30/2020/NĐ-CP, appendix III)."""

from __future__ import annotations

from typing import Final

from chiso.legal import DocumentNumber
from chiso.problems import ProblemError

ABBREVIATIONS: Final = {
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "kế hoạch": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "tờ trình": "TTr",
    "công điện": "CĐ",
    "nghị định": "NĐ",
    "thông tư": "TT",
}
_NAMES: Final = {abbreviation: name for name, abbreviation in ABBREVIATIONS.items()}


def kind_in(number: str) -> str | None:
    """The abbreviation of the kind in a number, of which the running number may be blank."""
    whole = number.strip()
    try:
        return DocumentNumber.parse(f"1{whole}" if whole.startswith("/") else whole).kind
    except ProblemError:
        return None


def kind_name(abbreviation: str) -> str:
    """The kind that an abbreviation stands for; the abbreviation itself where it is a rare one."""
    return _NAMES.get(abbreviation, abbreviation)
