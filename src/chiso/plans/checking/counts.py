"""How many components a plan says that it has, or that have a band, beside how many it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chiso.documents.document import Block, BlockKind, Place
from chiso.plans.checking.bands import BAND_WORDS
from chiso.plans.checking.finding import Fact
from chiso.plans.checking.numbers import ordinal
from chiso.plans.checking.subject import Subject
from chiso.problems import Text

_COUNTED: Final = re.compile(
    r"(?P<count>\d+)\s*(?:/\s*(?P<of>\d+)\s*)?(?:chỉ số|lĩnh vực|trục nội dung)(?: thành phần| nội dung)?"
    rf"[^.;,\d]{{0,40}}?(?:xếp loại|loại|mức)\s*:?\s*(?P<band>{BAND_WORDS})",
    re.IGNORECASE,
)
_AIM: Final = re.compile(r"phấn đấu|phần đầu|mục tiêu|chỉ tiêu", re.IGNORECASE)
_NEAR: Final = 80
_NEAREST: Final = 2
_COUNTS: Final = re.compile(r"\d (?:chỉ|lĩnh|trục|CHỈ|LĨNH|TRỤC)")
_LIST_FOLLOWS: Final = re.compile(
    r"(?P<count>\d{1,2})\s+(?:chỉ số thành phần|chỉ số nội dung|lĩnh vực đánh giá|trục nội dung)\s+(?:như sau|sau đây|dưới đây|sau)\b",
    re.IGNORECASE,
)
_IN_HEADING: Final = re.compile(
    r"\((?:gồm\s+)?(?P<count>\d{1,2})\s+(?:chỉ số|lĩnh vực|trục)(?:[^()]*\))?", re.IGNORECASE
)
_HEADED: Final = re.compile(
    r"\b(?P<count>\d{1,2})\s+(?:chỉ số thành phần|chỉ số nội dung|lĩnh vực|trục nội dung)\b(?!\s+(?:có|cần|thấp|cao|giảm|tăng))",
    re.IGNORECASE,
)


def band_counts(subject: Subject) -> Iterator[Fact]:
    """So many components are said to have a band, but another number of them has it."""
    bands = [(score.band or "").lower() for place, score in subject.scores("baseline") if place is not None]
    if not all(bands):
        return
    for place, block in enumerate(subject.blocks):
        for found in _COUNTED.finditer(block.text):
            count, band = bands.count(found["band"].lower()), found["band"].lower()
            told, of = int(found["count"]), found["of"] and int(found["of"])
            is_aim = _AIM.search(block.text, max(0, found.start() - _NEAR), found.start())
            if not is_aim and (told != count or (of and of != len(bands))):
                yield Fact(
                    Text(
                        f"Ghi “{found.group()}”, nhưng trong kế hoạch có {count}/{len(bands)} chỉ số xếp loại {band}.",
                        f"“{found.group()}” is written, but {count} of {len(bands)} components have the band “{band}”.",
                    ),
                    (Place(place, found.start(), found.end()),),
                    subject.places(*(f"components/{n}/baseline/band" for n, each in enumerate(bands) if each == band)),
                    given=f"{told}/{of}" if of else str(told),
                    expected=f"{count}/{len(bands)}",
                    key=(band, str(told), str(count)),
                )


def component_count(subject: Subject) -> Iterator[Fact]:
    """A heading, or the sentence before the list, counts components otherwise than they are listed."""
    groups: dict[str, list[int]] = {}
    for place, component in enumerate(subject.components):
        groups.setdefault(component.group or "", []).append(place)
    for group, members in groups.items():
        found = _IN_HEADING.search(group)
        if found and int(found["count"]) != len(members):
            yield _counted(found["count"], group, len(members), subject.places(f"components/{members[0]}/group"))
    counts = {len(subject.components), len(groups), *map(len, groups.values())}
    for spot, count in _told_counts(subject) if subject.components else ():
        if int(count) not in counts:
            said = subject.blocks[spot.block].text[spot.start : spot.end]
            yield _counted(count, said, len(subject.components), (spot,))


def _told_counts(subject: Subject) -> Iterator[tuple[Place, str]]:
    """Where the heading over the components, or a sentence before a list of them, says how many there are."""
    first = min((place.block for place in subject.name_places(0)), default=0)
    groups = {place.block for n in range(len(subject.components)) for place in subject.places(f"components/{n}/group")}
    counting = [at for at, block in enumerate(subject.blocks) if _COUNTS.search(block.text)]
    bracketed = [
        at for at in counting if _is_heading(subject.blocks[at]) and _IN_HEADING.search(subject.blocks[at].text)
    ]
    for at in counting:
        text = subject.blocks[at].text
        is_over = first - _NEAREST <= at < first and _is_heading(subject.blocks[at])
        found = (_HEADED if is_over else _LIST_FOLLOWS).search(text)
        # Of several headings with a count each stands over a part of the components.
        if found is None and is_over and [at] == bracketed and at not in groups:
            found = _IN_HEADING.search(text)
        if found:
            yield Place(at, found.start(), found.end()), found["count"]


def _is_heading(block: Block) -> bool:
    is_numbered = block.kind is BlockKind.HEADING or ordinal(block.marker) is not None
    return is_numbered and len(block.text) < _NEAR


def _counted(given: str, said: str, count: int, places: tuple[Place, ...]) -> Fact:
    return Fact(
        Text(f"Văn bản ghi “{said}” nhưng liệt kê {count} chỉ số.", f"The text says “{said}”, but {count} are listed."),
        places,
        given=given,
        expected=str(count),
        key=(said,),
    )
