"""How a state is shown: never by colour alone, always with a shape and a word."""

from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Judgement(Protocol):
    """A state with the rule that gave it, as `chiso.plans.status` judges."""

    @property
    def state(self) -> str:
        """One of good, risk, bad, none."""

    def rule(self, language: str = "vi") -> str:
        """Give the rule in a sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The shape and the word of a state; its code is the name of its colour in the style sheets."""

    code: str
    icon: str
    word: str | Promise


MARKS = {
    mark.code: mark
    for mark in (
        Mark("good", "●", _("Đạt")),
        Mark("risk", "▲", _("Nguy cơ")),
        Mark("bad", "■", _("Không đạt")),
        Mark("none", "○", _("Chưa có số liệu")),
    )
}
