"""Which node of the edition each component of the plan is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from chiso.frameworks.edition import Edition, Node
from chiso.plans.reading.words import bare

_ALIKE: Final = 88.0
_SPELT_OUT: Final = {
    "antt": "an ninh trat tu",
    "cchc": "cai cach hanh chinh",
    "cntt": "cong nghe thong tin",
    "kt": "kinh te",
    "qppl": "quy pham phap luat",
    "tthc": "thu tuc hanh chinh",
    "vbqppl": "van ban quy pham phap luat",
    "xh": "xa hoi",
}
_OPENING: Final = re.compile(r"^(?:(?:cong tac|chi so|noi dung|linh vuc) )+")


def node_called(name: str, edition: Edition) -> Node | None:
    """The component of an edition by its name or a name much like it."""
    return edition.find_node(name) or _nearest(name, edition)


def _nearest(name: str, edition: Edition) -> Node | None:
    wanted = _comparable(name)
    rated = [(_likeness(wanted, _bare_names(node.names)), node) for node in edition.components]
    best, node = max(rated, key=lambda each: each[0], default=(0.0, None))
    return node if best >= _ALIKE else None


@lru_cache(maxsize=1024)
def _bare_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_comparable(name) for name in names)


def _comparable(name: str) -> str:
    """A name without accents, abbreviations spelt out, the words that only say what kind of thing it is left out."""
    words = (_SPELT_OUT.get(word, word) for word in bare(name).split())
    return _OPENING.sub("", " ".join(words))


def _likeness(wanted: str, names: Iterable[str]) -> float:
    """How like the nearest name is; whole where one name begins with the other."""
    return max(100.0 if _begins(wanted, name) else ratio(wanted, name) for name in names)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short.split()) > 2 and long.startswith(f"{short} ")  # noqa: PLR2004 (two syllables begin too many names)
