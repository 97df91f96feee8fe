"""Components named in the duties of units: `1. Văn phòng Sở` over `- Chủ trì nâng cao chỉ số “…” (năm … đạt …)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from chiso.plans.names import Names
from chiso.plans.reading.body import Body
from chiso.plans.reading.component_names import Named, is_group_title, is_whole_index, named_in
from chiso.plans.reading.component_signs import tells_scores
from chiso.plans.reading.outline import Line, title_of
from chiso.plans.reading.units import looks_like_unit

_LEAST = 2
_MOST_UNIT = 90
_DUTY = re.compile(
    r"^(?:là\s+(?:đơn vị|cơ quan)\s+)?(?:chủ trì|(?:làm\s+|là\s+)?đầu mối|chịu trách nhiệm(?:\s+chính)?|phụ trách)\b"
    r"(?:\s*,?\s*(?:chủ trì|tham mưu|theo dõi|thực hiện|triển khai|tổ chức|chịu trách nhiệm|trong|việc|về|đối với|và))*\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duty:
    """The line of a unit's duties that names a component, and the heading that names the unit."""

    line: Line
    named: Named
    unit: Line


def duties_for_components(body: Body, names: Names) -> list[Duty]:
    """The duties that name components, each line ending where the unit's next one or the next unit begins.

    None where fewer than two are named.
    """
    found = [duty for line in body.text_lines() if (duty := _duty(body, line, names))]
    if len(found) < _LEAST:
        return []
    for duty, after in pairwise([*found, None]):
        if duty is not None:
            same_unit = after is not None and after.unit is duty.unit
            duty.line.end = after.line.number if after is not None and same_unit else duty.unit.end
    return found


def _duty(body: Body, line: Line, names: Names) -> Duty | None:
    unit = body.lines[line.parent] if line.parent >= 0 else None
    told = _DUTY.match(line.text)
    if unit is None or told is None or len(unit.text) > _MOST_UNIT or not looks_like_unit(title_of(unit).text):
        return None
    named = named_in(line.words.part(told.end()), names, body.framework)
    if named is None or is_whole_index(named.name.text) or is_group_title(named.name.text):
        return None
    is_sure = named.is_known or (named.is_explicit and (_is_quoted(line, named) or tells_scores(body, named.rest)))
    return Duty(line, named, unit) if is_sure else None


def _is_quoted(line: Line, named: Named) -> bool:
    before = line.text[: named.name.start - line.words.start].rstrip()
    return before.endswith(("“", '"', "‘", "«"))
