"""Words and marks of the check: severities, and the parts of a plan that the catalogue is divided into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chiso.plans import Severity
from chiso.web.plans.importing.kinds import Words

SUBJECTS: Final[Mapping[str, Words]] = {
    "head": _("Thể thức"),
    "citations": _("Văn bản viện dẫn"),
    "numbering": _("Đánh số"),
    "sums": _("Cộng điểm, đếm số"),
    "scores": _("Kết quả"),
    "targets": _("Mục tiêu"),
    "framework": _("Bộ chỉ số"),
    "assignments": _("Phân công"),
    "names": _("Tên gọi"),
    "tasks": _("Nhiệm vụ"),
    "quantities": _("Con số cam kết"),
    "repetition": _("Trùng lặp"),
    "clashes": _("Mâu thuẫn"),
    "references": _("Dẫn chiếu"),
    "reporting": _("Báo cáo"),
    "wording": _("Câu chữ"),
}
MEANINGS: Final[Mapping[Severity, Words]] = {
    Severity.ERROR: _("Kế hoạch tự mâu thuẫn hoặc không thể đúng."),
    Severity.WARNING: _("Rất có thể là sai sót."),
    Severity.NOTE: _("Nên xem lại trước khi ký."),
}
_MARKS: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.ERROR: ("bad", "■"),
    Severity.WARNING: ("risk", "▲"),
    Severity.NOTE: ("none", "○"),
}


@dataclass(frozen=True, slots=True)
class SeverityMark:
    """How a severity is shown: shape, word and colour, with its meaning on hover."""

    severity: str
    colour: str
    icon: str
    word: str
    meaning: str


def mark_of(severity: Severity) -> SeverityMark:
    """The mark of a severity in the language of the page."""
    colour, icon = _MARKS[severity]
    return SeverityMark(severity.value, colour, icon, severity.label(language()), str(MEANINGS[severity]))


def language() -> str:
    """The language of the page."""
    return get_language() or "vi"
