"""How a report or a task stands on a day: the first rule that fits wins."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chiso.web.ui.marks import MARKS

NEAR: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Words:
    """A standing in words: the code of its colour, its name, and the rule that gave it."""

    state: str
    word: str | Promise
    rule: str | Promise

    @property
    def icon(self) -> str:
        """The shape that goes with the colour."""
        return MARKS[self.state].icon


class Standing(Enum):
    """Every standing that a line of the calendar can have."""

    SENT = Words("good", _("Đã gửi"), _("Đạt: báo cáo đã gửi, không muộn hơn ngày cuối cùng còn tính là đúng hạn."))
    SENT_LATE = Words("good", _("Đã gửi, trễ"), _("Đạt nhưng trễ: báo cáo đã gửi sau ngày cuối cùng còn tính là đúng hạn."))
    SENT_WITHOUT_DAY = Words("good", _("Đã gửi"), _("Đạt: báo cáo đã gửi; kế hoạch không quy định ngày nên không xét trễ."))
    DONE = Words("good", _("Xong"), _("Đạt: nhiệm vụ đã hoàn thành, không muộn hơn ngày cuối cùng còn tính là đúng hạn."))
    DONE_LATE = Words("good", _("Xong, trễ"), _("Đạt nhưng trễ: nhiệm vụ hoàn thành sau ngày cuối cùng còn tính là đúng hạn."))
    OVERDUE = Words("bad", _("Quá hạn"), _("Không đạt: đã qua ngày cuối cùng còn tính là đúng hạn mà chưa xong hoặc chưa gửi."))
    NEAR = Words("risk", _("Sắp đến hạn"), _("Nguy cơ: còn từ 0 đến 7 ngày là hết hạn mà chưa xong hoặc chưa gửi."))
    AHEAD = Words("none", _("Chưa đến hạn"), _("Chưa xét: còn hơn 7 ngày mới hết hạn."))
    WITHOUT_DAY = Words("none", _("Chưa quy định ngày"), _("Chưa xét: kế hoạch không quy định ngày nên không thể quá hạn."))

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed with nothing to show."""
        return self is Standing.OVERDUE


def report_standing(on_time_until: date | None, filed_on: date | None, today: date) -> Standing:
    """How the report of one period stands; a late one is never locked."""
    if filed_on is not None:
        if on_time_until is None:
            return Standing.SENT_WITHOUT_DAY
        return Standing.SENT if filed_on <= on_time_until else Standing.SENT_LATE
    return _open(on_time_until, today)


def task_standing(due_on: date, done_on: date | None, today: date) -> Standing:
    """How a task with a day stands by that day alone."""
    if done_on is not None:
        return Standing.DONE if done_on <= due_on else Standing.DONE_LATE
    return _open(due_on, today)


def _open(until: date | None, today: date) -> Standing:
    if until is None:
        return Standing.WITHOUT_DAY
    if until < today:
        return Standing.OVERDUE
    return Standing.NEAR if until - today <= NEAR else Standing.AHEAD
