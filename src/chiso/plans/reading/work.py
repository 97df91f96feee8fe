"""The lines under a component, or under a heading of general work: results, assignment, timing and tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chiso.plans.reading.assignments import (
    ASKS,
    clause,
    joined,
    label_of,
    labelled,
    labelled_pieces,
    run_in,
    unbracketed,
)
from chiso.plans.reading.body import CLOSING, Body
from chiso.plans.reading.component_prose import is_work
from chiso.plans.reading.drafts import AssignmentDraft, TaskDraft
from chiso.plans.reading.facets import Facet, facet_of
from chiso.plans.reading.leaders import in_charge
from chiso.plans.reading.outline import Line, title_of
from chiso.plans.reading.passage import Passage, sentences_of, words
from chiso.plans.reading.score_figures import Statement
from chiso.plans.reading.score_years import years_in
from chiso.plans.reading.scores import Context, settled, statements
from chiso.plans.reading.tasks import LABELLED, note_label, task_of, unit_before_colon
from chiso.plans.reading.timings import LABEL, timing_of
from chiso.plans.reading.units import looks_like_unit
from chiso.plans.reading.words import folded
from chiso.plans.reading.work_lines import (
    INTRODUCES,
    SHORT,
    is_aside,
    is_result_line,
    is_sentence,
    only_assigns,
    says_work,
    stands_alone,
    stands_beside,
    timing_over,
    title_and_rest,
)
from chiso.plans.reading.work_parts import Division
from chiso.plans.reading.work_state import Findings, State

_WEAK = re.compile(
    r"(?:thấp|tồn tại|hạn chế|nguyên nhân|mất điểm|trừ điểm|giảm điểm|giảm hạng|chưa đạt|yếu kém)[^.;:]{0,25}:\s*$",
    re.IGNORECASE,
)


class WorkReader:
    """Reads the lines under one heading in their order."""

    def __init__(self, body: Body, facet: Facet | None = None, *, labels_are_of_tasks: bool = False) -> None:
        self._body = body
        self._labels_are_of_tasks = labels_are_of_tasks
        self._unlabelled: list[TaskDraft] = []
        self._after_label = False
        self._state = State(facet=facet)
        self._found = Findings()
        self._told: list[Statement] = []
        self._division = Division()
        self._first_lead_at = 0
        self._unit_headings = 0

    def read(self, lines: Iterable[Line], first: Passage | None = None) -> Findings:
        """What the lines hold; `first` is what follows a heading on its own line."""
        if first:
            told = [s for s in self._told_of(first) if s.score.is_stated]
            self._told += told
            if not told:
                self._content(first, None)
            for sentence in sentences_of(first) if told else ():
                self._told_beside(sentence)
        listed = [line for line in lines if not CLOSING.match(line.text) and not is_aside(line)]
        self._division = Division(listed)
        self._unit_headings = sum(line.text.rstrip().endswith(":") and looks_like_unit(line.text) for line in listed)
        for line, after in zip(listed, [*listed[1:], None], strict=False):
            self._line(line, after)
        context = Context(plan_year=self._body.plan_year)
        self._found.baseline, self._found.target = settled(self._told, context)
        self._division.share(self._found.tasks)
        return self._found

    def _line(self, line: Line, after: Line | None) -> None:
        state = self._state
        if state.aside == line.style:
            return
        state.aside = ""
        self._division.enter(line)
        if self._leaves_unit(line):
            state.unit, state.unit_line = None, None
        if self._heading(line, after):
            return
        if state.facet_line is not None and stands_beside(line, state.facet_line):
            state.facet, state.facet_line, state.year = None, None, None
        match = LABELLED.match(line.text)
        if match and not match["rest"] and self._unit_heading(line, match, after):
            return
        if INTRODUCES.search(line.text) and after is not None:
            self._introduction(line, after)
            return
        if self._is_subject(line, after):
            self._subject(line, after)
            return
        self._content(line.words, line)

    def _introduction(self, line: Line, after: Line | None) -> None:
        """`Giao X chủ trì, phối hợp với Y thực hiện:` before the tasks speaks of all of them."""
        for sentence in sentences_of(line.words.trimmed(" :")):
            asked = clause(sentence) if ASKS.match(sentence.text) else None
            if asked and not self._found.tasks:
                self._assign(asked.assignment)
            elif not asked:
                self._results(sentence)
        self._state.aside = after.style if after is not None and _WEAK.search(line.text) else ""

    def _leaves_unit(self, line: Line) -> bool:
        """A unit named as heading holds for what stands deeper, or for its equals where nothing stands deeper."""
        head = self._state.unit_line
        if head is None:
            return False
        if head.style == "title":
            return line.number >= head.end
        if head.style == "prose":
            return line.rank < self._state.unit_rank
        return line.rank < head.rank or (line.rank == head.rank and self._state.unit_rank > head.rank)

    def _heading(self, line: Line, after: Line | None) -> bool:
        """Whether the line is a heading that announces a facet; what follows its colon is read too."""
        title, rest = title_and_rest(line)
        facet = facet_of(title.text)
        if facet is None or label_of(line.words) or LABEL.match(line.text) or (not rest and is_sentence(line)):
            return False
        if not rest and len(sentences_of(line.words)) > 1:
            return False  # several sentences announce nothing by their first words
        if not (self._announces(line, facet, rest) if rest else stands_alone(line)):
            return False
        state = self._state
        before = state.facet
        state.facet, state.subject, state.unit, state.unit_line = facet, "", None, None
        state.facet_line = line
        state.year = years_in(title) or state.year
        if rest:
            if facet not in {Facet.RESULT, Facet.TARGET} or not self._results(line.words):
                self._content(rest, line)
            if after is None or after.rank <= line.rank:
                state.facet = before  # what it announced stood on its own line
        return True

    def _announces(self, line: Line, facet: Facet, rest: Passage) -> bool:
        """Whether words before a colon are a heading, not the beginning of a task."""
        if facet is Facet.WORK and not line.block.bold:
            return False
        if not line.is_numbered and facet in {Facet.RESULT, Facet.WORK}:
            return bool(self._scores(rest, facet))
        return True

    def _unit_heading(self, line: Line, match: re.Match[str], after: Line | None) -> bool:
        """Whether the line is only a unit and a colon: the lines after it are that unit's."""
        unit = unit_before_colon(line.words.group(match, "label"))
        if unit is None or after is None:
            return False
        if (
            unit.lead
            and unit.coordinating
            and self._unit_headings == 1
            and not self._found.tasks
            and not self._found.assignment
        ):
            self._assign(unit)
            return True
        state = self._state
        state.unit, state.unit_line = unit, line
        state.unit_rank = after.rank
        return True

    def _is_subject(self, line: Line, after: Line | None) -> bool:
        """A short line without end, with deeper lines under it, is the title of a part."""
        if after is None or len(line.text) > SHORT or re.search(r"[.;]$", line.text.strip()):
            return False
        if line.style in {"prose", "plus"} or self._told_of(line.words) or only_assigns(line, after):
            return False
        return (
            after.rank > line.rank
            and (line.style not in {"bullet", "dash"} or line.end > line.number + 1)
            and not says_work(line)
        )

    def _subject(self, line: Line, after: Line | None) -> None:
        """A part's title; the name of a unit makes the lines under it that unit's."""
        unit = unit_before_colon(title_of(line))
        if unit is not None and after is not None:
            self._state.unit, self._state.unit_line, self._state.unit_rank = unit, line, after.rank
        else:
            self._state.subject = folded(title_of(line).text)

    def _told_of(self, passage: Passage) -> list[Statement]:
        return statements(passage, self._context())

    def _context(self) -> Context:
        state = self._state
        return Context(self._body.plan_year, state.year, aims=state.facet is Facet.TARGET)

    def _scores(self, passage: Passage, facet: Facet) -> list[Statement]:
        return statements(passage, Context(self._body.plan_year, self._state.year, aims=facet is Facet.TARGET))

    def _content(self, passage: Passage, line: Line | None) -> None:
        """One line of content: an assignment, a timing, results, or a task."""
        passage = unbracketed(passage)
        if self._labelled(passage):
            return
        if self._results(passage):
            return
        person, after = in_charge(passage)
        spoken, labels = run_in(after)
        found = clause(spoken)
        if person and found:
            found.assignment.leader = words(person)
        if found and (found.is_whole or self._state.facet is Facet.ASSIGNMENT):
            self._assign(found.assignment)
            for label in labels:
                self._note_own_label(label)
            return
        if self._state.facet in {Facet.TARGET, Facet.RESULT, Facet.PURPOSE, Facet.ASSIGNMENT, Facet.ASIDE}:
            return
        self._task(passage, line)

    def _labelled(self, passage: Passage) -> bool:
        """Whether the line is a labelled assignment or timing, of the component or of the tasks before it."""
        if not LABEL.match(passage.text) and labelled(passage) is None:
            return False
        of_tasks = self._labels_are_of_tasks and self._unlabelled and self._state.facet is not Facet.ASSIGNMENT
        for label in labelled_pieces(passage):
            if of_tasks:
                self._after_label = True
                for task in self._unlabelled:
                    note_label(task, label, self._body.plan_year)
            else:
                self._note_own_label(label)
        return True

    def _note_own_label(self, label: Passage) -> None:
        timing = LABEL.match(label.text)
        if timing:
            self._found.timing = self._found.timing or timing_of(label.part(timing.end()), self._body.plan_year)
            return
        assignment = labelled(label)
        if assignment is not None:
            self._assign(assignment)

    def _assign(self, assignment: AssignmentDraft) -> None:
        found = self._found
        if self._division.takes(assignment, self._state.subject if self._state.facet is Facet.ASSIGNMENT else ""):
            return
        if not found.assignment.lead:
            self._first_lead_at = len(found.tasks)
        if assignment.lead and self._first_lead_at == len(found.tasks):
            found.assignment = joined(found.assignment, assignment)  # two lines one after the other may name two leads
        else:
            found.assignment.fill(assignment)

    def _results(self, passage: Passage) -> bool:
        """Whether the line tells results or targets of the component; they are kept."""
        told = self._told_of(passage)
        stated = [s for s in told if s.score.is_stated or s.from_rank or s.from_score]
        facet = self._state.facet
        if not stated:
            return False
        if facet in {Facet.TARGET, Facet.RESULT} or is_result_line(passage, stated):
            self._told += stated
            for sentence in sentences_of(passage):
                self._told_beside(sentence)
            return True
        return False

    def _told_beside(self, sentence: Passage) -> None:
        """What a sentence of a paragraph of results assigns, and the work that it asks for."""
        self._assigned_in(sentence)
        if is_work(sentence, self._body.plan_year):
            self._task(sentence, None)

    def _assigned_in(self, sentence: Passage) -> None:
        """The assignment that a sentence after the results makes: `Chỉ số này do Phó Giám đốc … phụ trách, X chủ trì`."""
        if by_label := labelled(sentence):
            self._assign(by_label)
            return
        asks = ASKS.match(sentence.text)
        person, after = in_charge(sentence.part(asks.end()) if asks else sentence)
        found = clause(after) if person else clause(sentence) if asks else None
        assignment = found.assignment if found else AssignmentDraft()
        if person:
            assignment.leader = words(person)
        self._assign(assignment)

    def _task(self, passage: Passage, line: Line | None) -> None:
        task = task_of(passage, self._body.plan_year)
        if line is not None and line.is_numbered and passage.start == 0:
            task.code = words(line.code)
        task.timing = task.timing or (timing_over(self._body, line) if line else None)
        state = self._state
        if state.unit and not task.assignment.lead:
            task.assignment.lead = state.unit.lead
            task.assignment.coordinating = task.assignment.coordinating or list(state.unit.coordinating)
        self._division.note_task(len(self._found.tasks), state.subject)
        self._found.tasks.append(task)
        self._unlabelled = [task] if self._after_label else [*self._unlabelled, task]
        self._after_label = False
