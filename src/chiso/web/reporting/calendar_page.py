"""What the calendar page and its feed show."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from chiso.periods import WorkingCalendar
from chiso.web.directory.models import Agency
from chiso.web.reporting import arrangement, queries
from chiso.web.reporting.arrangement import Day, Group, UndatedRule, WindowGroup
from chiso.web.reporting.days_off import working_calendar
from chiso.web.reporting.deadlines import Line, PlanName, report_lines, task_line
from chiso.web.reporting.queries import Duties
from chiso.web.reporting.wanted import Shown, Wanted


@dataclass(frozen=True, slots=True)
class Month:
    """A month laid out as a grid, and the same lines as a list for narrow screens."""

    first: date
    before: date
    after: date
    weeks: tuple[tuple[Day, ...], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The page: what can be asked for, and what fits what was asked.

    untimed_count: tasks of the year for which the plans state no time at all
    """

    wanted: Wanted
    year: int
    years: tuple[int, ...]
    plans: tuple[PlanName, ...]
    units: tuple[tuple[int, str], ...]
    overdue: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()
    past: tuple[Group, ...] = ()
    undated: tuple[UndatedRule, ...] = ()
    windows: tuple[WindowGroup, ...] = ()
    untimed_count: int = 0
    month: Month | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all fits."""
        return not (self.overdue or self.groups or self.past or self.undated or self.windows or self.untimed_count)


def calendar_page(agency: Agency, wanted: Wanted, today: date, language: str) -> CalendarPage:
    """The calendar of an agency as a reader asked for it."""
    duties = queries.duties_of(agency, today)
    calendar = working_calendar()
    lines = all_lines(duties, today, calendar, language)
    years = _years(duties.plans, lines)
    year = wanted.year or _usual_year(years, today)
    fitting = arrangement.fitting_lines(lines, wanted, year, today)
    by_heading = arrangement.groups(fitting, wanted.group, today)
    tasks = arrangement.fitting_tasks(duties.tasks, wanted, year)
    return CalendarPage(
        wanted=wanted,
        year=year,
        years=tuple(sorted({*years, year}, reverse=True)),
        plans=duties.plans,
        units=duties.units,
        overdue=tuple(line for line in fitting if line.is_overdue),
        groups=tuple(group for group in by_heading if not group.is_past),
        past=tuple(group for group in by_heading if group.is_past),
        undated=arrangement.undated(fitting),
        windows=arrangement.window_groups(tasks, year, today, language),
        untimed_count=sum(not task.is_timed for task in tasks),
        month=_month(fitting, wanted, year, today, calendar) if wanted.shown == Shown.GRID else None,
    )


def feed_lines(agency: Agency, wanted: Wanted, today: date, language: str) -> tuple[Line, ...]:
    """Every line with a day, of all years, that a reader's calendar program is to show."""
    lines = all_lines(queries.duties_of(agency, today), today, working_calendar(), language)
    return tuple(line for line in lines if line.day and wanted.fits(line.plan.plan_id, line.concerned))


def all_lines(duties: Duties, today: date, calendar: WorkingCalendar, language: str) -> tuple[Line, ...]:
    """The lines of all duties, without the reports that were due before their plan was issued."""
    reports = [line for duty in duties.reports for line in report_lines(duty, today, calendar, language)]
    tasks = [line for task in duties.tasks if (line := task_line(task, today, calendar, language))]
    return tuple(line for line in (*reports, *tasks) if line.is_asked_for)


def _years(plans: tuple[PlanName, ...], lines: tuple[Line, ...]) -> set[int]:
    return {plan.year for plan in plans} | {line.day.year for line in lines if line.day}


def _usual_year(years: set[int], today: date) -> int:
    """The running year where anything falls into it, else the last year before it that has something."""
    return max((year for year in years if year <= today.year), default=min(years, default=today.year))


def _month(lines: tuple[Line, ...], wanted: Wanted, year: int, today: date, calendar: WorkingCalendar) -> Month:
    first = wanted.month or (today.replace(day=1) if today.year == year else date(year, 1, 1))
    after = first + timedelta(days=monthrange(first.year, first.month)[1])
    return Month(
        first=first,
        before=(first - timedelta(days=1)).replace(day=1),
        after=after,
        weeks=arrangement.month_grid(lines, first, today, calendar),
        lines=tuple(line for line in lines if line.day and first <= line.day < after),
    )
