"""Headings that are components because those beside them are: members of one run, with work under them."""

from __future__ import annotations

import re
from collections import defaultdict

from chiso.plans.reading.body import Body
from chiso.plans.reading.component_names import is_group_title, is_whole_index
from chiso.plans.reading.facets import Facet, facet_of
from chiso.plans.reading.outline import Line, children, title_of
from chiso.plans.reading.units import looks_like_unit

_MOST_TITLE = 150
_LEAST_SURE = 2
_WORKING = re.compile(
    r"^(?:tăng cường|đẩy mạnh|tiếp tục|thực hiện|tổ chức|triển khai|xây dựng kế hoạch|rà soát|chỉ đạo|tuyên truyền|công tác "
    r"(?:tuyên truyền|lãnh đạo|kiểm tra)|nâng cao (?:chất lượng|nhận thức|hiệu quả|trách nhiệm)|phát huy|"
    r"giải pháp|biện pháp|chung\b|tham mưu|phối hợp|ban hành|hoàn thiện|đổi mới|chủ động|bảo đảm|đảm bảo)\b",
    re.IGNORECASE,
)


def names_work(title: str) -> bool:
    """Whether a title begins as a piece of work does: `Tăng cường …`."""
    return bool(_WORKING.match(title))


def can_head_tasks(title: str) -> bool:
    """Whether the heading of tasks can be a component: no group, no announcement, no piece of work, no unit."""
    return not names_work(title) and _can_be_one(title)


def siblings_of(body: Body, chosen: list[Line]) -> list[Line]:
    """The further members of the runs that the chosen headings stand in.

    Between two components any heading with lines under it is one, whatever its words; before the first and
    after the last only in a part that announces work, where its own words are no work or what stands under it is
    of the same build.
    """
    found: list[Line] = []
    runs: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for line in chosen:
        if line.style != "prose":
            runs[line.parent, line.style].append(line)
    for (parent, style), sure in runs.items():
        if len(sure) < _LEAST_SURE:
            continue
        start, end = (parent + 1, body.lines[parent].end) if parent >= 0 else (None, None)
        run = [line for line in body.text_lines(start, end) if line.parent == parent and line.style == style]
        more = [line for line in run if line not in sure and _is_one_of(body, line, sure)]
        found += more if len(more) <= len(sure) else []
    return found


def _is_one_of(body: Body, line: Line, sure: list[Line]) -> bool:
    title = title_of(line).text
    if line.end <= line.number + 1 or len(title) > _MOST_TITLE or line.text.rstrip().endswith((".", ":")):
        return False
    if sure[0].number < line.number < sure[-1].number:
        return _can_be_one(title)
    if not line.is_numbered or body.facet(line) is not Facet.WORK:
        return False
    return can_head_tasks(title) or (_can_be_one(title) and _is_built_as(body, line, sure[0]))


def _is_built_as(body: Body, line: Line, other: Line) -> bool:
    """Whether results, targets or an assignment stand under both headings, announced by their own."""
    return bool(_announced(body, line) & _announced(body, other) & {Facet.RESULT, Facet.TARGET, Facet.ASSIGNMENT})


def _announced(body: Body, line: Line) -> set[Facet | None]:
    return {facet_of(below.text.split(":")[0]) for below in children(body.lines, line)}


def _can_be_one(title: str) -> bool:
    return not (is_group_title(title) or facet_of(title) or is_whole_index(title) or looks_like_unit(title))
