"""Whether the tags of a page tell its paragraphs, or only its printed lines or the whole page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from chiso.documents.markers import split_marker
from chiso.documents.pdf_lines import TextLine

_LEAST_FALSE = 2
_ENDS = (".", ";", ":")


def drop_false_tags(groups: list[list[TextLine]]) -> None:
    """Take the tags off the lines of a page, in groups that stand together, where most contradict what is plain to see."""
    verdicts = list(_verdicts(groups))
    if verdicts.count(False) >= max(_LEAST_FALSE, len(verdicts) / 2):
        for line in (line for group in groups for line in group):
            line.tag = None


def _verdicts(groups: Iterable[list[TextLine]]) -> Iterator[bool]:
    """Of each line that surely goes on with the one before it, or surely does not, whether its tag says the same."""
    for group in groups:
        for last, line in pairwise(group):
            if last.tag is None or line.tag is None:
                continue
            is_marked, has_ended = bool(split_marker(line.text)[0]), last.text.endswith(_ENDS)
            if line.text[:1].islower() and not is_marked and not has_ended:
                yield last.tag.paragraph == line.tag.paragraph
            elif is_marked and has_ended:
                yield last.tag.paragraph != line.tag.paragraph
