"""What the fields of a plan are called away from the review form, where nobody types in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from chiso.web.plans.importing.kinds import Words
from chiso.web.plans.importing.shape import Field, Part

GROUPS: Final[Mapping[str, Words]] = {
    "baseline": _("Kết quả năm trước"),
    "target": _("Mục tiêu"),
    "timing": _("Thời gian"),
    "reporting": _("Chế độ báo cáo"),
}
# Lists, which the form names nowhere or together with how they are typed in.
_LISTS: Final[Mapping[str, Words]] = {
    "coordinating": _("Phối hợp"),
    "recipients": _("Nơi nhận"),
    "onward_to": _("Gửi tiếp"),
    "quantities": _("Chỉ tiêu cam kết"),
    "parts": _("Điểm từng phần"),
    "based_on": _("Văn bản được dẫn"),
}


def field_words(name: str, part: Part | None) -> str:
    """The label of a field or list of a plan."""
    return str(_LISTS.get(name) or (part.label if isinstance(part, Field) else name))
