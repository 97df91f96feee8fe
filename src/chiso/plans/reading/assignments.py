"""Who leads and who coordinates: lines of assignment and the clauses of sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce

from chiso.documents.letters import lettered
from chiso.plans.reading.assignment_clauses import (
    BOTH,
    CLAUSE,
    COORDINATES,
    DONE_BY,
    FOCAL,
    FOCAL_WITH,
    LEADS,
    NO_WORK,
    OWN_CLAUSE,
    ROLES,
)
from chiso.plans.reading.drafts import AssignmentDraft
from chiso.plans.reading.leaders import person_in
from chiso.plans.reading.passage import Noted, Passage, words
from chiso.plans.reading.units import looks_like_unit, unit_list, unit_only
from chiso.plans.reading.words import bare, folded

_BODY = r"(?:đơn vị|cơ quan|bộ phận|phòng|sở,?\s*ngành|ban,?\s*ngành|cán bộ|tổ chức|đ/v|các)"
_LABELS = (
    (
        "leader",
        re.compile(
            r"(?:đồng chí\s+)?(?:lãnh đạo|người|đồng chí|đ/c)(?:\s+(?:sở|tỉnh|ubnd|cơ quan|đơn vị))*"
            r"\s+(?:phụ trách|chỉ đạo|theo dõi)[^:]{0,20}:|phụ trách chỉ đạo\s*:",
            re.IGNORECASE,
        ),
    ),
    (
        "coordinating",
        re.compile(rf"(?:các\s+)?(?:{_BODY}\s+)*(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*:", re.IGNORECASE),
    ),
    (
        "lead",
        re.compile(
            rf"(?:các\s+)?(?:{_BODY}\s+)*(?:chủ trì|đầu mối|thường trực)"
            rf"(?:\s*(?:,|và)?\s*(?:thực hiện|tham mưu|theo dõi|chịu trách nhiệm))*\s*:"
            r"|(?:người|công chức|cán bộ|viên chức)(?:,? (?:công chức|viên chức|cán bộ))*\s+(?:thực hiện|chủ trì|chịu trách nhiệm|tham mưu)"
            r"(?:\s+chính)?\s*:"
            rf"|{_BODY}\s+(?:chịu trách nhiệm(?:\s+chính)?|thực hiện|phụ trách)\s*:|chịu trách nhiệm(?: chính)?\s*:|(?:thực hiện|trách nhiệm(?: chính| thực hiện)?|phân công(?: thực hiện)?)\s*:"
            r"(?=\s*(?:Sở|Phòng|Văn phòng|Thanh tra|Các phòng|Chi cục|Trung tâm|UBND|Ban|Công an|Đội|Bộ phận)\b)(?!.*(?:chủ trì|đầu mối|phối hợp(?! *:)))",
            re.IGNORECASE,
        ),
    ),
)
_MOST_LABEL = 40
_BARE_BODY = r"(?:(?:cac|don vi|co quan|bo phan|phong|can bo) )*"
_BARE_LABELS = (
    ("leader", re.compile(r"(?:dong chi )?lanh dao (?:so |ubnd |don vi |co quan )?(?:phu trach|chi dao)")),
    ("coordinating", re.compile(rf"{_BARE_BODY}(?:cung )?phoi hop(?: thuc hien)?")),
    ("lead", re.compile(rf"{_BARE_BODY}(?:chu tri|dau moi)(?: thuc hien| tham muu)?")),
)
_BEGINS_A_NAME = lettered(r"(?:các|những)\s|[:upper:]")
ASKS = re.compile(
    r"^(?:(?:chỉ số|nội dung|lĩnh vực|nhiệm vụ) này\s+)?(?:được\s+)?(?:giao(?:\s+cho)?|phân công|đề nghị|do)\s+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^\(\s*(?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)\W*$")
_IN_BRACKETS = re.compile(r"\((?P<clause>[^()]*\bchủ trì\b[^()]*)\)", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?<!\w)(?P<label>(?:(?:đơn vị|cơ quan|bộ phận|phòng)\s+)?(?:chủ trì|phối hợp|đầu mối)(?:\s+thực hiện)?|"
    r"(?:đơn vị|cơ quan|bộ phận)\s+(?:thực hiện|phụ trách|chịu trách nhiệm)|(?<=[.;] )thực hiện(?=\s*:\s*(?:Sở|Phòng|Văn phòng|Thanh tra|Các|Chi cục|Trung tâm|UBND|Ban))|"
    r"thời (?:gian|hạn)(?:\s+(?:thực hiện|hoàn thành))*|lãnh đạo phụ trách)\s*:\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """An assignment found in words, and whether anything else is said there."""

    assignment: AssignmentDraft
    is_whole: bool


def label_of(line: Passage) -> tuple[str, Passage] | None:
    """The kind of a line of assignment ("lead", "coordinating", "leader") and what stands after its colon."""
    for kind, pattern in _LABELS:
        match = pattern.match(line.text)
        if match:
            return kind, line.part(match.end())
    return _label_without_accents(line)


def _label_without_accents(line: Passage) -> tuple[str, Passage] | None:
    """As `label_of` for a label that lost accents: `Bộ phân phối hợp:`."""
    head, colon, _ = line.text[:_MOST_LABEL].partition(":")
    if not colon:
        return None
    plain = bare(head)
    kind = next((kind for kind, pattern in _BARE_LABELS if pattern.fullmatch(plain)), None)
    return (kind, line.part(len(head) + 1)) if kind else None


def labelled(line: Passage) -> AssignmentDraft | None:
    """The assignment in a line such as `Đơn vị chủ trì: …`, with further labels in the same line."""
    if not label_of(line):
        return None
    draft = AssignmentDraft()
    for piece in labelled_pieces(line):
        found = label_of(piece)
        if found:
            put(draft, found[0], found[1])
    return draft


def labelled_pieces(line: Passage) -> list[Passage]:
    """The line cut before each further label."""
    starts = [match.start() for match in _INSIDE.finditer(line.text)]
    starts = [0, *(start for start in starts if start > 0)]
    return [line.part(a, b).trimmed(" ;,.()") for a, b in zip(starts, [*starts[1:], None], strict=True)]


def run_in(sentence: Passage) -> tuple[Passage, list[Passage]]:
    """A task's words, and the labelled assignment and timing that follow them in the same paragraph.

    Labels in brackets stay in the words, as a clause does; labels after the end of the sentence leave them.
    """
    first = _INSIDE.search(sentence.text)
    if first is None or first.start() == 0:
        return sentence, []
    before = sentence.text[: first.start()].rstrip()
    if not before.endswith((".", ";", "(", ",", "…", "-", "–")):
        return sentence, []
    labels = labelled_pieces(sentence.part(first.start()).trimmed(" .;)"))
    return (sentence if before.endswith("(") else sentence.part(0, first.start()).trimmed(" (-–")), labels


def put(draft: AssignmentDraft, kind: str, value: Passage) -> None:
    """Add to a draft what a labelled line or a cell of a column says."""
    if not value.trimmed():
        return
    if kind == "leader":
        person = person_in(value)
        draft.leader = draft.leader or (words(person) if person else None)
    elif kind == "lead" and (roles := _roles(value)):
        draft.fill(roles)
    elif kind == "lead":
        unit = unit_only(value)
        draft.lead = draft.lead or (words(unit) if unit else None)
    else:
        draft.coordinating = draft.coordinating or [words(unit) for unit in unit_list(value)]


def clause(line: Passage, *, in_prose: bool = True) -> Clause | None:
    """The assignment that a sentence makes: `X chủ trì, phối hợp với Y …`, `Giao X là đầu mối …`.

    in_prose: whether what the units are to do may stand after their names, as it does not in brackets
    """
    asked = ASKS.match(line.text)
    sentence = line.part(asked.end()) if asked else line
    if together := _roles(sentence) or _joint(sentence, in_prose=in_prose):
        return Clause(together, is_whole=True)
    said = sentence.text.lower()  # looked at first, for the patterns are tried on every line
    for pattern in (CLAUSE, FOCAL_WITH, BOTH) if "phối hợp" in said else ():
        match = pattern.match(sentence.text)
        if (
            match
            and _is_unit(match["lead"])
            and (looks_like_unit(match["with"]) or ((asked or not in_prose) and _BEGINS_A_NAME.match(match["with"])))
        ):
            return _with_partners(sentence, match, in_prose=in_prose)
    match = LEADS.match(sentence.text)
    if match and _is_unit(match["lead"]):
        lead = sentence.group(match, "lead").trimmed(" ,")
        draft = AssignmentDraft(lead=words(_focal_cut(lead)))
        return Clause(draft, is_whole=bool(asked) or bool(NO_WORK.match(match["rest"])))
    if asked and looks_like_unit(sentence.text):
        lead = unit_only(sentence, in_prose=True)
        rest = sentence.text[len(lead.text) :]
        return Clause(AssignmentDraft(lead=words(lead)), is_whole=bool(NO_WORK.match(rest)))
    return None


def joined(one: AssignmentDraft, other: AssignmentDraft) -> AssignmentDraft:
    """Two assignments of the same work; two leads become one string, as where they share a cell."""
    lead = one.lead or other.lead
    if one.lead and other.lead and folded(other.lead.value) not in map(folded, one.lead.value.split("; ")):
        lead = Noted(f"{one.lead.value}; {other.lead.value}", (*one.lead.places, *other.lead.places))
    known = {folded(unit.value) for unit in one.coordinating}
    more = [unit for unit in other.coordinating if folded(unit.value) not in known]
    return AssignmentDraft(lead, [*one.coordinating, *more], one.leader or other.leader)


def _joint(line: Passage, *, in_prose: bool) -> AssignmentDraft | None:
    """The assignment of a line in which each of several clauses names a lead: `X chủ trì; Y chủ trì, phối hợp với Z`."""
    if ";" not in line.text or line.text.lower().count("chủ trì") < 2:  # noqa: PLR2004 (a lead each)
        return None
    ends = [*(match.start() for match in re.finditer(";", line.text)), len(line.text)]
    clauses = [
        clause(line.part(a, b), in_prose=in_prose) for a, b in zip([0, *(e + 1 for e in ends)], ends, strict=False)
    ]
    found = [each.assignment for each in clauses if each and each.is_whole and each.assignment.lead]
    return reduce(joined, found) if len(found) == len(clauses) else None


def _roles(line: Passage) -> AssignmentDraft | None:
    """The assignment of `X (chủ trì), Y, Z (phối hợp)`."""
    match = ROLES.match(line.text) if "(" in line.text else None
    if match is None or not _is_unit(match["lead"]):
        return None
    roles = list(COORDINATES.finditer(line.text)) if match["with"] else []
    starts = [match.start("with"), *(role.end() for role in roles)]
    partners = [
        unit
        for start, role in zip(starts, roles, strict=False)
        for unit in unit_list(line.part(start, role.start()).trimmed(" ,;"))
    ]
    return AssignmentDraft(words(line.group(match, "lead")), [words(unit) for unit in partners])


def assigns(line: Passage) -> bool:
    """Whether a line does nothing but give work to a unit: `Giao X chủ trì, phối hợp với Y thực hiện`."""
    found = clause(line) if ASKS.match(line.text) else None
    return found is not None and found.is_whole


def own_clause(line: Passage) -> AssignmentDraft | None:
    """The coordinating units of a sentence without subject: `Chủ trì, phối hợp với Y …`."""
    match = OWN_CLAUSE.match(line.text)
    if not match:
        return None
    return AssignmentDraft(coordinating=[words(unit) for unit in unit_list(line.group(match, "with"), in_prose=True)])


def done_by(line: Passage) -> AssignmentDraft | None:
    """The unit of a clause inside a sentence: `…, do X chủ trì`."""
    match = DONE_BY.search(line.text)
    if not match or not looks_like_unit(match["lead"]):
        return None
    found = clause(line.group(match, "clause"))
    return found.assignment if found else None


def unbracketed(line: Passage) -> Passage:
    """The words without the brackets around the whole of them."""
    match = _BRACKETED.match(line.text)
    return line.group(match, "inside") if match else line


def clause_in_brackets(line: Passage) -> AssignmentDraft | None:
    """The assignment that a sentence adds in brackets: `… (Sở Tài chính chủ trì)`."""
    for match in _IN_BRACKETS.finditer(line.text):
        found = clause(line.group(match, "clause"), in_prose=False)
        if found and found.is_whole:
            return found.assignment
    return None


def _with_partners(sentence: Passage, match: re.Match[str], *, in_prose: bool) -> Clause:
    partners = sentence.group(match, "with")
    units = unit_list(partners, in_prose=in_prose)
    lead = _focal_cut(sentence.group(match, "lead").trimmed(" ,"))
    draft = AssignmentDraft(lead=words(lead), coordinating=[words(unit) for unit in units])
    last = units[-1] if units else None
    used = (last.start + len(last.text) - partners.start) if last else 0
    rest = partners.text[used:] + sentence.text[match.end() :]
    return Clause(draft, is_whole=bool(NO_WORK.match(rest)))


def _focal_cut(lead: Passage) -> Passage:
    cut = re.search(rf"\s*,?\s*\b{FOCAL}", lead.text, re.IGNORECASE)
    return lead.part(0, cut.start()).trimmed(" ,") if cut else lead


def _is_unit(text: str) -> bool:
    """A lead must begin as a unit does, or be a short name in capitals of its own (`Hạ tầng số chủ trì`)."""
    text = text.strip()
    if looks_like_unit(text):
        return True
    return len(text.split()) <= 5 and text[:1].isupper() and not re.search(r"[,;]", text)  # noqa: PLR2004 (short names)
