"""How much alike texts and tasks are, fast enough to compare every task with every other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import Final

from chiso.plans.checking.words import bare_syllables
from chiso.plans.plan import Task

_LEAST_SYLLABLES: Final = 5
_LEAST_SHARED: Final = 3
_SAME_SHARE: Final = 0.62
_HELD_SHARE: Final = 0.8
_LEAST_HELD: Final = 9
_LONG_RUN: Final = 15
_LONG_SHARE: Final = 0.43


_ONLY_REFERS: Final = re.compile(
    r"^(?:tiếp tục\s+)?(?:triển khai\s+)?thực hiện (?:các |những )?(?:nhiệm vụ|nội dung|giải pháp)(?:[^.;]{0,120}?)"
    r"(?:tại|theo|trong|nêu tại) (?:kế hoạch|quyết định|chương trình|đề án)(?: số)?\s[^.;]{0,40}[.;]?$",
    re.IGNORECASE,
)


def is_only_reference(task: Task) -> bool:
    """Whether a task says no more than that another document's tasks are to be done."""
    return not task.quantities and bool(_ONLY_REFERS.match(task.text))


def same_tasks(tasks: Sequence[Task]) -> list[list[int]]:
    """The groups of tasks that say the same; those that only refer are the same only word for word."""
    work = [place for place, task in enumerate(tasks) if not is_only_reference(task)]
    groups = [[work[n] for n in group] for group in alike_groups([tasks[place].text for place in work])]
    references: dict[str, list[int]] = defaultdict(list)
    for place in sorted(set(range(len(tasks))) - set(work)):
        references[" ".join(bare_syllables(tasks[place].text))].append(place)
    return groups + [group for group in references.values() if len(group) > 1]


def alike_groups(texts: Sequence[str]) -> list[list[int]]:
    """The groups of texts that say nearly the same; texts of fewer than five syllables are left alone.

    Two texts are alike where they share most pairs of neighbouring syllables, where nearly all of a shorter one stands
    in the longer, or where two long ones share many and nearly half.

    >>> alike_groups(["Duy trì đường dây nóng của Sở", "duy trì đường dây nóng của sở.", "Một việc khác hẳn hai việc kia"])
    [[0, 1]]
    """
    masks = _masks(texts)
    leader = list(range(len(texts)))
    for one, other in combinations(range(len(texts)), 2):
        if _alike(masks[one], masks[other]):
            old, new = leader[other], leader[one]
            leader = [new if each == old else each for each in leader]
    groups = [[n for n, each in enumerate(leader) if each == first] for first in dict.fromkeys(leader)]
    return [group for group in groups if len(group) > 1]


def _masks(texts: Iterable[str]) -> list[int]:
    """Each text as the set of its pairs of neighbouring syllables, one bit a pair; 0 of a text too short."""
    bits: dict[tuple[str, str], int] = {}
    masks = []
    for text in texts:
        syllables = bare_syllables(text)
        pairs = pairwise(syllables) if len(syllables) >= _LEAST_SYLLABLES else ()
        places = [bits.setdefault(pair, len(bits)) for pair in pairs]
        # One long number grown bit by bit would be copied for each bit.
        eighths = bytearray(len(bits) // 8 + 1)
        for place in places:
            eighths[place >> 3] |= 1 << (place & 7)
        masks.append(int.from_bytes(eighths, "little"))
    return masks


def _alike(one: int, other: int) -> bool:
    shared = (one & other).bit_count()
    if shared < _LEAST_SHARED:
        return False
    shorter = min(one.bit_count(), other.bit_count())
    both = (one | other).bit_count()
    is_held = shorter >= _LEAST_HELD and shared >= _HELD_SHARE * shorter
    return is_held or shared >= _SAME_SHARE * both or (shared >= _LONG_RUN and shared >= _LONG_SHARE * both)
