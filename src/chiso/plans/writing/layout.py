"""A plan in the office's standard form: purpose, results and targets, components, general work, organisation, annex."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from chiso.documents.writing import BodyBlock, Clause, Item, OfficialDocument, Paragraph
from chiso.plans.names import Names
from chiso.plans.plan import Assignment, Component, Plan, Score
from chiso.plans.reading.component_names import named_in
from chiso.plans.reading.passage import Passage
from chiso.plans.writing import head
from chiso.plans.writing.assignments import assignment_lines
from chiso.plans.writing.figures import told
from chiso.plans.writing.outline import Outline, outline_of
from chiso.plans.writing.reporting import duty
from chiso.plans.writing.work import Parted, annex, lines, parted

PURPOSE = (
    "Phát huy kết quả đã đạt, khắc phục nội dung còn hạn chế; mỗi nhiệm vụ rõ người làm, rõ thời hạn, rõ sản phẩm.",
    "Người đứng đầu từng đơn vị trực tiếp chỉ đạo và chịu trách nhiệm về phần việc được giao.",
)
CLOSING = "Khó khăn, vướng mắc phát sinh được phản ánh kịp thời để xem xét, điều chỉnh Kế hoạch cho phù hợp."
OWN_SENTENCES = (*PURPOSE, CLOSING)
"""What a document says that its plan does not hold, to be told to whoever is going to sign it."""
_NAMED = {"PAPI": "Nội dung", "PAR INDEX": "Lĩnh vực"}
_COMPONENT = "Chỉ số thành phần"
_END = "./."


def write(
    plan: Plan,
    *,
    parent: str | None = None,
    purpose: tuple[str, ...] = PURPOSE,
    closing: str = CLOSING,
    all_tasks_in_annex: bool = False,
) -> OfficialDocument:
    """The plan as a document to be signed once its blanks are filled in, which reads back as the same plan.

    Purpose and closing are sentences of the program's own (`OWN_SENTENCES`); what it leaves to fill in stands as "……".

    parent:             the body above the issuer; where None, a department's provincial committee
    all_tasks_in_annex: the tasks of the body go to the annex too, which else holds those with a number, a
                        leader or a time of their own
    """
    issuer = head.issuer_in_sentence(plan)
    outline = outline_of(plan.components)
    year = plan.index.year
    work = [
        parted(c.tasks, year, is_assigned=c.assignment != Assignment(), all_in_annex=all_tasks_in_annex)
        for c in plan.components
    ]
    general = parted(plan.general_tasks, year, all_in_annex=all_tasks_in_annex)
    listed = annex(plan, zip(plan.components, (each.annex for each in work), strict=True), general.annex)
    sections: list[tuple[str, list[BodyBlock]]] = [
        ("MỤC ĐÍCH, YÊU CẦU", [Item(line) for line in purpose]),
        ("KẾT QUẢ, MỤC TIÊU CHUNG", list(_whole_index(plan))),
        (f"MỤC TIÊU, NHIỆM VỤ TỪNG {_word(plan).upper()}", list(_components(plan, outline, work))),
        ("NHIỆM VỤ CHUNG", list(lines(general.body, year))),
        ("TỔ CHỨC THỰC HIỆN", list(_organisation(plan, closing, has_annex=listed is not None))),
    ]
    return OfficialDocument(
        issuer=issuer,
        parent=head.parent_of(issuer, plan) if parent is None else parent,
        title=plan.document.title or _title(plan),
        kind=plan.document.kind or "KẾ HOẠCH",
        number=plan.document.number or "",
        place_and_day=head.place_and_day(plan.document),
        bases=head.bases(plan),
        body=(_preamble(plan, issuer), *_sections(outline, sections)),
        signature=head.signature(plan.document.signer, issuer),
        recipients=plan.document.recipients,
        annexes=(listed,) if listed else (),
    )


def _sections(outline: Outline, sections: list[tuple[str, list[BodyBlock]]]) -> Iterator[BodyBlock]:
    """The sections that hold anything, numbered without gaps."""
    for position, (title, blocks) in enumerate(each for each in sections if each[1]):
        yield outline.section(position, title)
        yield from blocks


def _word(plan: Plan) -> str:
    return _NAMED.get(plan.index.framework or "", _COMPONENT)


def _title(plan: Plan) -> str:
    return f"Cải thiện {_index_in_words(plan)}".strip()


def _index_in_words(plan: Plan) -> str:
    index = plan.index
    name = f"Chỉ số {index.framework}" if index.framework else "chỉ số"
    return name if index.year is None else f"{name} năm {index.year}"


def _preamble(plan: Plan, issuer: str) -> Paragraph:
    index = plan.index
    where = f" của {head.province_with_kind(index.province, index.year)}" if index.province else ""
    kind = (plan.document.kind or "KẾ HOẠCH").capitalize()
    return Paragraph(f"Để giữ vững và nâng cao {_index_in_words(plan)}{where}, {issuer} ban hành {kind} như sau:")


def _whole_index(plan: Plan) -> Iterator[Item]:
    subject = f"Chỉ số {plan.index.framework} " if plan.index.framework else ""
    yield from _results(plan.baseline, plan.target, subject)


def _results(baseline: Score | None, target: Score | None, subject: str = "") -> Iterator[Item]:
    """The line of the last result, then the line of the target."""
    if baseline is not None:
        yield Item(f"Kết quả{_of_year(baseline)}: {subject}{told(baseline)}.")
    if target is not None:
        yield Item(f"Mục tiêu{_of_year(target)}: {subject}phấn đấu {told(target)}.")


def _of_year(score: Score) -> str:
    return "" if score.year is None else f" năm {score.year}"


def _components(plan: Plan, outline: Outline, work: list[Parted]) -> Iterator[BodyBlock]:
    """The components in their order, under the headings of their groups."""
    pairs = list(zip(plan.components, work, strict=True))
    for position, (group, together) in enumerate(groupby(pairs, lambda pair: pair[0].group)):
        members = list(together)
        if group:
            yield outline.group(position, group, members[0][0])
        for component, own in members:
            yield outline.component(component, _heading(_word(plan), component.name))
            yield from _component(component, own, outline, plan.index.year)


def _heading(word: str, name: str) -> str:
    """A component's heading, its name in quotation marks unless marks of its own would end it too early."""
    return max((f"{word} “{name}”", f"{word} {name}"), key=lambda heading: len(_name_in(heading)))


def _name_in(heading: str) -> str:
    """The name that a reader takes from a heading."""
    found = named_in(Passage(heading, 0), Names(), None)
    return found.name.text if found else ""


def _component(component: Component, own: Parted, outline: Outline, year: int | None) -> Iterator[BodyBlock]:
    parts = (
        ("Kết quả, mục tiêu", list(_results(component.baseline, component.target))),
        ("Phân công thực hiện", assignment_lines(component.assignment, component.timing)),
        ("Nhiệm vụ, giải pháp", list(lines(own.body, year))),
    )
    told_parts = [part for part in parts if part[1]]
    for position, (title, blocks) in enumerate(told_parts):
        yield outline.part(position, title)
        yield from blocks


def _organisation(plan: Plan, closing: str, *, has_annex: bool) -> Iterator[BodyBlock]:
    said = [duty(rule) for rule in plan.reporting]
    if has_annex:
        said.insert(0, "Nội dung công việc, đơn vị chủ trì, phối hợp và thời gian thực hiện nêu tại Phụ lục kèm theo.")
    said.append(closing.removesuffix(".") + _END)
    if len(said) == 1:
        yield Paragraph(said[0])
        return
    for number, sentence in enumerate(said, start=1):
        yield Clause(2, str(number), sentence)
