"""Leaders in charge: their names without title and office."""

from __future__ import annotations

import re

from chiso.documents.letters import lettered
from chiso.plans.reading.passage import Passage

_TITLES = re.compile(
    r"^(?:(?:ông|bà|đồng chí|đ/c|TS\.?|ThS\.?|thạc sĩ|tiến sĩ)\s*[.:]?\s*|"
    r"(?:phó\s+|quyền\s+)?(?:tổng\s+)?(?:giám đốc|chủ tịch|bí thư|trưởng (?:ban|phòng|khoa|công an|đội|trạm)|(?:chi\s+)?cục trưởng|"
    r"chánh (?:văn phòng|thanh tra)|(?:hiệu|viện|vụ|đội|trạm) trưởng|PGĐ|GĐ|PCT)"
    r"(?:\s+(?:phụ trách|thường trực))?(?:\s+(?:sở|ubnd|ủy ban nhân dân|tỉnh|huyện|xã|phường|ban|cục|chi cục|thường trực|phụ trách))*"
    r"\s*[:,-]?\s*)+",
    re.IGNORECASE,
)
_IN_CHARGE = re.compile(
    r"^(?P<who>[^.;:]{5,80}?)\s*,?\s*(?:trực tiếp\s+)?(?:chỉ đạo|phụ trách|theo dõi)(?:\s*,?\s*(?:chung|phụ trách|theo dõi|đôn đốc))*\s*[;,.]\s*",
    re.IGNORECASE,
)
_PERSON = lettered(r"^(?:[:upper:][:lower:]+\s+){1,4}[:upper:][:lower:]+")


def person_in(value: Passage) -> Passage | None:
    """The person's name without title and office."""
    title = _TITLES.match(value.text)
    rest = value.part(title.end() if title else 0)
    name = _PERSON.match(rest.text)
    return rest.group(name) if name else rest.trimmed(" ,.;:") or None


def in_charge(line: Passage) -> tuple[Passage | None, Passage]:
    """The person of `Phó Chủ tịch … chỉ đạo;` at the start of a line, and what stands after it."""
    match = _IN_CHARGE.match(line.text)
    title = _TITLES.match(line.text) if match else None
    if match is None or title is None:
        return None, line
    person = _PERSON.match(match["who"][title.end() :])
    return (line.part(title.end(), title.end() + person.end()), line.part(match.end())) if person else (None, line)
