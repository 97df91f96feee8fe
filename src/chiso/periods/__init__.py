"""Days, reporting periods, due days, deadlines and working days."""

from chiso.periods.counting import MOVED_BY, LastDay, TermUnit, end_of_month, last_day, months_later, term_end
from chiso.periods.deadlines import Deadline, cadence, deadline
from chiso.periods.decisions import DecidedDay, decided_days
from chiso.periods.due import Assumption, Due, DueRule, due_days, reported_in
from chiso.periods.partial_date import PartialDate
from chiso.periods.period import Period, PeriodKind, Span, Window
from chiso.periods.wording import stated_as
from chiso.periods.working_calendar import WorkingCalendar

__all__ = [
    "MOVED_BY",
    "Assumption",
    "Deadline",
    "DecidedDay",
    "Due",
    "DueRule",
    "LastDay",
    "PartialDate",
    "Period",
    "PeriodKind",
    "Span",
    "TermUnit",
    "Window",
    "WorkingCalendar",
    "cadence",
    "deadline",
    "decided_days",
    "due_days",
    "end_of_month",
    "last_day",
    "months_later",
    "reported_in",
    "stated_as",
    "term_end",
]
