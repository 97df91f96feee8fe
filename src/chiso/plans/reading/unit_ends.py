"""Where the names of units end in running prose: what a name can be made of, word by word."""

from __future__ import annotations

import re

from chiso.documents.letters import lettered
from chiso.plans.reading.unit_fields import FIELDS, KINDS
from chiso.plans.reading.words import bare

_FIELDS = frozenset(FIELDS.split("|"))
_KINDS = frozenset(KINDS.split("|"))
_BARE_FIELDS = frozenset(bare(field) for field in _FIELDS if " " in field)
_MOST_UNKNOWN = 3
_PARTING = {",", ";", "và"}
_LONGEST = max(len(field.split()) for field in _FIELDS)
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_CAPITAL = lettered(r"^[:upper:]")
_ABBREVIATION = lettered(r"^[:upper:]{2,}[:upper:0-9]*$")
_LINKS = {",", ";", "-", "–", "và", "&", "/", "hoặc"}
_TOGETHER = {"cùng", "với"}
_OPENING = ("(", "[")


def end_of_units(text: str) -> int:
    """How many characters from the start are names of units and what joins them.

    >>> "Công an xã, Hội Phụ nữ vẽ tranh"[: end_of_units("Công an xã, Hội Phụ nữ vẽ tranh")]
    'Công an xã, Hội Phụ nữ'
    """
    tokens = list(_TOKEN.finditer(text))
    at = end = 0
    while at < len(tokens):
        word = tokens[at].group()
        if word in _OPENING:
            closing = next((n for n in range(at, len(tokens)) if tokens[n].group() in ")]"), None)
            if closing is None:
                break
            at, end = closing + 1, tokens[closing].end()
            continue
        if _links(tokens, at):
            at += 1
            continue
        length = _length(tokens, at) or _length_to_next_unit(tokens, at)
        if not length:
            break
        at += length
        end = tokens[at - 1].end()
    return end


def _links(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word or mark joins names: `cùng` before a unit, a colon after `các phòng`."""
    word = tokens[at].group().lower()
    after = tokens[at + 1].group() if at + 1 < len(tokens) else ""
    if word in _TOGETHER:
        return bool(_CAPITAL.match(after)) or after in _KINDS
    if word == ":":
        return bool(at and tokens[at - 1].group().lower() in _KINDS and _CAPITAL.match(after))
    return word in _LINKS


def _length(tokens: list[re.Match[str]], at: int) -> int:
    """How many tokens from `at` on belong to a name."""
    if tokens[at].group() == "số" and at + 1 < len(tokens) and tokens[at + 1].group().isdigit():
        return 2
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        words = [token.group() for token in tokens[at : at + length]]
        written = " ".join([words[0].lower(), *words[1:]])
        if written in _FIELDS and (length > 1 or words[0].islower()):
            return length
        if length > 1 and bare(written) in _BARE_FIELDS:  # an accent mistyped, or lost in a scan
            return length
    return int(_is_capital(tokens, at) or _is_second_syllable(tokens, at))


def _length_to_next_unit(tokens: list[re.Match[str]], at: int) -> int:
    """How many unknown tokens stand between a name and the next unit of a list: they belong to the name."""
    for length in range(1, min(_MOST_UNKNOWN, len(tokens) - at - 1) + 1):
        mark, after = tokens[at + length].group(), tokens[at + length + 1 : at + length + 2]
        if mark in _PARTING:
            is_unit = bool(after) and (_CAPITAL.match(after[0].group()) or after[0].group() in _KINDS)
            return length if at and is_unit else 0
        if not mark.isalpha():
            return 0
    return 0


def _is_capital(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the word is written as a name, or is the number of a unit (`Phòng Nghiệp vụ 2`)."""
    word = tokens[at].group()
    if not word.isdigit():
        return bool(_CAPITAL.match(word))
    after = tokens[at + 1].group() if at + 1 < len(tokens) else ""
    return not word.startswith("0") and not after.islower()


def _is_second_syllable(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the word stands right after the capitalised first syllable of a word: `Bưu chính`, not `Sở Công Thương mở`."""
    if not at or not tokens[at].group().isalpha():
        return False
    first = tokens[at - 1].group()
    if not _CAPITAL.match(first) or _ABBREVIATION.match(first) or first.lower() in _KINDS or not first.isalpha():
        return False
    before = tokens[at - 2].group() if at > 1 else ""
    return not _CAPITAL.match(before) or before.lower() in _KINDS
