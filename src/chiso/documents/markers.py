"""Marks of list items and numbers of headings, as Vietnamese offices print them."""

from __future__ import annotations

import re

from chiso.documents.letters import lettered

_UPPER = ":upper:"
_MARKS = lettered(
    rf"""^(?:
      (?P<named>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu\ mục|TIỂU\ MỤC|Điều|ĐIỀU)\s+(?:thứ\s+\w+|[IVXLC]+|\d+))
          (?=\s*[.:)]|\s+[{_UPPER}“"]|\s*$)\s*[.:)]?
    | (?P<roman>[IVXLC]{{1,6}})\s?(?:[.)/]|\s*[-–](?=\s))(?!\w)
    | (?P<capital>[A-HK-PR-ZĐ])(?:[.)])(?=\s+\w)
    | (?P<nested>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.):]\s*(?!\d)|(?=\s+[{_UPPER}“"']))
    | (?P<decimal>\d{{1,2}})(?:[.)](?!\d)|/(?=\s)|\s?[-–](?=\s[{_UPPER}“"]))(?=\s|[{_UPPER}“"]|$)
    | (?P<inner>\((?:\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\))(?=\s)
    | (?P<letter>[a-zđ]\d?)(?:\)|[.-](?=\s[{_UPPER}“"\d]))
    | (?P<bullet>[-–—]\s*\+|[-–—+*•●▪■◦○∙·»➢✓✔❖]|o(?=\s))(?!\d+[.,]\d)
    )\s*""",
    re.VERBOSE,
)
_BULLETS = {"–": "-", "—": "-", "●": "•", "■": "▪", "∙": "•", "·": "•", "○": "◦", "o": "◦"}


def split_marker(text: str) -> tuple[str, str]:
    """The mark or number at the start of a line, without its final dot or bracket, and the rest of the line.

    A number between two brackets keeps them: it stands deeper than the same number without.

    >>> split_marker("1.1. Chi phí thời gian")
    ('1.1', 'Chi phí thời gian')
    >>> split_marker("- + Triển khai")
    ('+', 'Triển khai')
    >>> split_marker("(1) Rà soát")
    ('(1)', 'Rà soát')
    >>> split_marker("100% hồ sơ")
    ('', '100% hồ sơ')
    """
    match = _MARKS.match(text)
    if not match:
        return "", text
    marker = (match.group(match.lastgroup or "named") or "").strip()
    if match.lastgroup == "bullet":
        inner = _MARKS.match(text[match.end() :])
        if inner and inner.lastgroup != "bullet":  # a bullet put before a printed number by the converter
            return split_marker(text[match.end() :])
        marker = _BULLETS.get(marker[-1], marker[-1])
    return " ".join(marker.split()), text[match.end() :]
