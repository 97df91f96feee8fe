"""What happens to files on their way: bytes flipped, cut, doubled, swapped, overwritten; inside archives too."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO

import numpy as np
from lxml import etree

_TELLING = (
    b"\x00", b"\xff\xff\xff\xff", b"<", b">", b"&a;", b"\x7f\xff\xff\xff", b"-1", b"99999999999999999999", b"((((((((",
    b"%s%n", b"{0}", b"\xed\xa0\x80", b"\xef\xbf\xbd", b"<!DOCTYPE a>", b"\n" * 50, b"|" * 60, b"1.1.1.1.", b"\\u-99999",
)  # fmt: skip


def mutilated(content: bytes, chance: np.random.Generator) -> bytes:
    """The content after one to four mishaps; of an archive, half the time, in one of its parts."""
    if content.startswith(b"PK") and chance.random() < 0.6:
        return _with_part_mutilated(content, chance)
    for _ in range(chance.integers(1, 5)):
        content = _mishap(content, chance)
    return content


def _mishap(content: bytes, chance: np.random.Generator) -> bytes:
    if not content:
        return content
    at, length = int(chance.integers(len(content))), int(chance.integers(1, 1 + max(1, len(content) // 20)))
    head, piece, tail = content[:at], content[at : at + length], content[at + length :]
    other = int(chance.integers(len(content)))
    return (
        lambda: head + bytes(chance.integers(0, 256, len(piece), dtype=np.uint8)) + tail,
        lambda: head + bytes([content[at] ^ (1 << int(chance.integers(8)))]) + content[at + 1 :],
        lambda: head + tail,
        lambda: head,
        lambda: head + piece * int(chance.integers(2, 40)) + tail,
        lambda: head + _TELLING[int(chance.integers(len(_TELLING)))] + content[at:],
        lambda: content[:other] + piece + content[other:],
        lambda: tail + head,
    )[int(chance.integers(8))]()


def _with_part_mutilated(content: bytes, chance: np.random.Generator) -> bytes:
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        likely = [name for name in names if name in {"word/document.xml", "word/numbering.xml", "word/styles.xml"}]
        hit = str(chance.choice(likely if likely and chance.random() < 0.8 else names))
        for name in names:
            part = source.read(name)
            if name == hit:
                part = (
                    _restructured(part, chance)
                    if hit.endswith(".xml") and chance.random() < 0.7
                    else _mishap(part, chance)
                )
            target.writestr(name, part)
    return result.getvalue()


def _restructured(part: bytes, chance: np.random.Generator) -> bytes:
    """XML that stays XML: elements taken out, doubled, moved into one another; attributes and words overwritten."""
    root = etree.fromstring(part)
    for _ in range(chance.integers(1, 12)):
        elements = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
        if not elements:
            break
        _shaken(elements, chance)
    return etree.tostring(root)


def _shaken(elements: list, chance: np.random.Generator) -> None:
    one, other = (elements[int(chance.integers(len(elements)))] for _ in range(2))
    telling = ("", "-1", "99999999999", "abc", "1.5", "%9", "\uf0b7", "restart", "a\u0301" * 30)
    word = telling[int(chance.integers(len(telling)))]
    match int(chance.integers(6)):
        case 0:
            one.getparent().remove(one)
        case 1:
            other.append(deepcopy(one))
        case 2:
            for name in one.attrib:
                one.set(name, word)
        case 3:
            one.text = word
        case 4:
            one.tag = other.tag
        case _:
            for name in list(one.attrib):
                del one.attrib[name]
