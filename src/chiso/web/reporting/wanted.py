"""What a reader of the calendar asked for, out of the address; what makes no sense counts as not asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chiso.periods import PartialDate
from chiso.problems import ProblemError
from chiso.web.reporting.deadlines import Concerned

_YEARS = range(1990, 2200)


class Grouping(TextChoices):
    """What the lines stand under."""

    MONTH = "month", _("Tháng")
    PLAN = "plan", pgettext_lazy("số ít", "Kế hoạch")
    UNIT = "unit", _("Đơn vị")


class Shown(TextChoices):
    """How the deadlines are laid out."""

    LIST = "list", _("Danh sách")
    GRID = "grid", _("Lưới tháng")


class Kinds(TextChoices):
    """The kinds of lines; the values are those of `deadlines.LineKind`."""

    REPORT = "report", _("Báo cáo")
    TASK = "task", _("Nhiệm vụ")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters and layout; None or "" where nothing was asked."""

    year: int | None = None
    plan: int | None = None
    unit: int | None = None
    kind: str = ""
    group: Grouping = Grouping.MONTH
    shown: Shown = Shown.LIST
    month: date | None = None

    def fits(self, plan_id: int, concerned: Concerned) -> bool:
        """Whether a duty of a plan and of units was asked for."""
        return self.plan in {None, plan_id} and (self.unit is None or self.unit in concerned)

    @property
    def is_narrowed(self) -> bool:
        """Whether something is filtered out."""
        return bool(self.plan or self.unit or self.kind)

    def query(self, **changed: object) -> str:
        """The same wishes as the part of an address after the question mark, some of them changed."""
        wishes = replace(self, **changed) if changed else self  # type: ignore[arg-type]  # the fields' own types
        parts = {
            "year": wishes.year,
            "plan": wishes.plan,
            "unit": wishes.unit,
            "kind": wishes.kind,
            "group": wishes.group.value if wishes.group != Grouping.MONTH else "",
            "shown": wishes.shown.value if wishes.shown != Shown.LIST else "",
            "month": f"{wishes.month:%Y-%m}" if wishes.month else "",
        }
        return urlencode({name: value for name, value in parts.items() if value})


def wanted(asked: Mapping[str, str]) -> Wanted:
    """The wishes in the address of a request."""
    return Wanted(
        year=_number(asked.get("year"), _YEARS),
        plan=_number(asked.get("plan")),
        unit=_number(asked.get("unit")),
        kind=asked["kind"] if asked.get("kind") in Kinds.values else "",
        group=Grouping(asked["group"]) if asked.get("group") in Grouping.values else Grouping.MONTH,
        shown=Shown(asked["shown"]) if asked.get("shown") in Shown.values else Shown.LIST,
        month=_month(asked.get("month", "")),
    )


def _number(text: str | None, within: range | None = None) -> int | None:
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004 (keys)
    return None if within is not None and number not in within else number


def _month(text: str) -> date | None:
    try:
        written = PartialDate.parse(text)
    except ProblemError:
        return None
    return date(written.year, written.month, 1) if written.month and written.year in _YEARS else None
