"""Which index a plan is about, of which province, for which year."""

from __future__ import annotations

import re
from collections import Counter

from chiso.documents import BlockKind, Document
from chiso.documents.letters import lettered
from chiso.plans.names import Names
from chiso.plans.reading.drafts import PlanDraft
from chiso.plans.reading.layout_lines import lines_of
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.words import folded

FRAMEWORKS = (
    (
        "DDCI",
        re.compile(r"\bDDCI\b|năng lực (?:cạnh tranh|điều hành)[^.;]{0,25}cấp (?:các )?(?:sở|huyện)", re.IGNORECASE),
    ),
    ("PCI", re.compile(r"\bPCI\b|năng lực cạnh tranh cấp tỉnh", re.IGNORECASE)),
    ("PAPI", re.compile(r"\bPAPI\b|hiệu quả quản trị (?:và )?hành chính công", re.IGNORECASE)),
    ("SIPAS", re.compile(r"\bSIPAS\b|chỉ số (?:đo lường )?(?:sự |mức độ )?hài lòng", re.IGNORECASE)),
    ("PAR INDEX", re.compile(r"\bPAR[\s-]?INDEX\b|chỉ số cải cách hành chính|chỉ số CCHC|\bPAR\b", re.IGNORECASE)),
)
_PROVINCE = lettered(
    r"\b(?:tỉnh\s+(?P<name>[:upper:][:lower:]+(?:[\s-]+[:upper:][:lower:]+){0,3})"
    r"|(?:thành phố|TP\.?)\s*(?P<city>Hà Nội|Hồ Chí Minh|Hải Phòng|Đà Nẵng|Cần Thơ|Huế)\b)"
)
_SHOUTED = lettered(r"\bTỈNH\s+(?P<name>[:upper:]+(?:[\s-]+[:upper:]+){0,3})\b")
_AFTER_NAME = re.compile(r"\s+(?:NĂM|GIAI|TRONG|VỀ|VÀ|THEO|ĐẾN|THỰC|TRÊN)\b")
_YEAR = re.compile(r"\bnăm\s+(?P<year>20\d\d)|\b(?P<bare>20\d\d)\b", re.IGNORECASE)


def read_index(document: Document, names: Names, draft: PlanDraft) -> None:
    """Fill framework, province and year."""
    _note_framework(document, draft)
    _note_year(draft)
    _note_province(document, names, draft)


def _title(draft: PlanDraft) -> tuple[str, Noted[str] | None]:
    title = draft.head.get("title")
    return (title.value if title else ""), title


def frameworks_in(text: str) -> list[str]:
    """The index families that the words name, in their order."""
    found = [(match.start(), name) for name, pattern in FRAMEWORKS if (match := pattern.search(text))]
    return [name for _, name in sorted(found)]


def _note_framework(document: Document, draft: PlanDraft) -> None:
    text, title = _title(draft)
    named = frameworks_in(text)
    if named:
        draft.index["framework"] = Noted(named[0], title.places if title else ())
        return
    counts: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for number, block in enumerate(document.blocks):
        for name, pattern in FRAMEWORKS:
            hits = list(pattern.finditer(block.text))
            counts[name] += len(hits)
            if hits:
                first.setdefault(name, Passage(block.text, number).group(hits[0]))
    if first:
        name = counts.most_common(1)[0][0]
        draft.index["framework"] = Noted(name, (first[name].place,))


def _note_year(draft: PlanDraft) -> None:
    text, title = _title(draft)
    match = _YEAR.search(text)
    if match and title:
        draft.index["year"] = Noted(int(match["year"] or match["bare"]), title.places)
    elif "date" in draft.head:
        date = draft.head["date"]
        draft.index["year"] = Noted(int(date.value[:4]), date.places)


def _note_province(document: Document, names: Names, draft: PlanDraft) -> None:
    """The province that the place line names where it is one, else that of the title, else the one named most."""
    known = {folded(name): name for name in names.provinces}
    place = draft.head.get("place")
    if place and folded(place.value) in known and not _is_below_province(draft, place.value):
        draft.index["province"] = Noted(known[folded(place.value)], place.places)
        return
    counts, first = _provinces(document, known)
    in_title = [
        name for name in counts if re.search(rf"(?:tỉnh|thành phố|tp) {folded(name)}", folded(_title(draft)[0]))
    ]
    in_title.sort(key=len, reverse=True)  # "Tuyên Quang" before "Tuyên", which a line of the head broke off
    best = (in_title or [name for name, _ in counts.most_common(1)] or [""])[0]
    if best and (not place or known or in_title or not counts[place.value]):
        draft.index["province"] = Noted(best, (first[best].place,))
    elif place:
        draft.index["province"] = Noted(place.value, place.places)


def _is_below_province(draft: PlanDraft, place: str) -> bool:
    """Whether the place is the issuing district or commune that bears a province's name."""
    issuer = draft.head.get("issuer")
    return bool(
        issuer and re.search(rf"(?:huyện|quận|xã|phường|thị xã|thị trấn) {folded(place)}$", folded(issuer.value))
    )


def _provinces(document: Document, known: dict[str, str]) -> tuple[Counter[str], dict[str, Passage]]:
    counts: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for number, block in enumerate(document.blocks):
        lines = lines_of(block, number) if block.kind is BlockKind.ROW else [Passage(block.text, number)]
        told = (
            (line, match)
            for line in lines
            for pattern in (_PROVINCE, _SHOUTED)
            for match in pattern.finditer(line.text)
        )
        for passage, match in told:
            group = "city" if match.groupdict().get("city") else "name"
            printed = _AFTER_NAME.split(match[group])[0]
            name = printed if printed != printed.upper() else printed.title()
            if known and folded(name) not in known:
                continue
            name = known.get(folded(name), name)
            counts[name] += 1
            first.setdefault(name, passage.group(match, group))
    return counts, first
