"""What a reviewer should look at: values that are doubtful as read, and values that are missing.

Paths here are those of fields as they stand now, unless they are said to be "as read".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chiso.plans._problems import DOUBTS
from chiso.units import search_key
from chiso.web.plans.importing.kinds import Words
from chiso.web.plans.importing.naming import separate
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import ORIGIN, Field, Group, Part, Rows, Typed, field_path

_UNSEEN: Final = _("Không thấy trong văn bản.")
_HEAD: Final[dict[str, Words]] = {
    "index/framework": _("Không thấy văn bản nói bộ chỉ số nào."),
    "index/province": _UNSEEN,
    "index/year": _("Không thấy văn bản nói kế hoạch của năm nào."),
    "document/number": _UNSEEN,
    "document/date": _UNSEEN,
    "document/issuer": _UNSEEN,
    "document/title": _UNSEEN,
    "document/signer/name": _UNSEEN,
}
_NUMBER_BLANK: Final = _("Văn bản để trống số; chỉ có ký hiệu.")
_DATE_PARTIAL: Final = _("Văn bản để trống ngày hoặc tháng.")
_NO_LEAD: Final = _("Chỉ số này và một số nhiệm vụ của nó chưa có đơn vị chủ trì.")
_NO_TARGET: Final = _("Các chỉ số khác có mục tiêu, chỉ số này chưa.")
_NO_TARGETS: Final = _("Không thấy mục tiêu nào bằng điểm, hạng hay xếp loại.")
_SEVERAL_LEADS: Final = _("Nhiều đơn vị cùng đứng đầu: khi chấp nhận, đơn vị đầu chủ trì, các đơn vị sau phối hợp.")
_OTHER_PROVINCE: Final = _("Khác tỉnh, thành phố của cơ quan này.")
_SLASHES_OF_A_DAY: Final = 2
_GOALS: Final = ("score", "rank", "band", "score_is_maximum_points")


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to look at; `key` is under what a person's "seen and right" is kept."""

    kind: Literal["doubt", "missing"]
    reason: Words
    key: str
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the agency knows of itself."""

    agency: str
    province: str


def by_field(said: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What the reading says of its paths, gathered under the fields of the form; paths as read."""
    found: dict[str, list[Any]] = {}
    for path, value in said.items():
        if shown_at := field_path(PLAN, path):
            found.setdefault(shown_at, []).append(value)
    return found


def flat(part: Part, typed: Any, path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 (walks what was typed)
    """Every field's path and text."""
    if isinstance(part, Field):
        yield path, typed
    elif isinstance(part, Rows):
        for n, row in enumerate(typed):
            yield from flat(part.of, row, f"{path}/{n}")
    elif isinstance(part, Group):
        for name, inner in part.parts.items():
            yield from flat(inner, typed[name], f"{path}/{name}".lstrip("/"))


def doubt_told(code: str) -> str:
    """What a doubt of the reader says and asks for."""
    kind = DOUBTS.get(code)
    language = get_language() or "vi"
    return f"{kind().message(language)} {kind().remedy(language)}" if kind else code


def missing(typed: Typed, around: Surroundings) -> dict[str, Words]:
    """What is missing or not as it should be in what was typed, by path."""
    found = dict(_head_missing(typed))
    province = typed["index"]["province"]
    if province and search_key(province) != search_key(around.province):
        found["index/province"] = _OTHER_PROVINCE
    if not _has_goal(typed["target"]) and not any(_has_goal(each["target"]) for each in typed["components"]):
        found["target/score"] = _NO_TARGETS
    for n, component in enumerate(typed["components"]):
        found |= _component_missing(f"components/{n}", component, typed["components"])
    found |= dict(_several_leads(PLAN, typed, around.agency))
    return found


def _head_missing(typed: Typed) -> Iterator[tuple[str, Words]]:
    texts = dict(flat(Group({"index": PLAN.parts["index"], "document": PLAN.parts["document"]}), typed))
    yield from ((path, reason) for path, reason in _HEAD.items() if not texts[path].strip())
    if texts["document/number"].startswith("/"):
        yield "document/number", _NUMBER_BLANK
    date = texts["document/date"]
    if date and date.count("/") < _SLASHES_OF_A_DAY:
        yield "document/date", _DATE_PARTIAL


def _has_goal(score: Typed) -> bool:
    return any(score[name].strip() for name in _GOALS)


def _component_missing(path: str, component: Typed, others: list[Typed]) -> Iterator[tuple[str, Words]]:
    if not component[ORIGIN]:
        return  # whoever adds a component knows what they leave out
    leads = [task["assignment"]["lead"].strip() for task in component["tasks"]]
    if not component["assignment"]["lead"].strip() and not (leads and all(leads)):
        yield f"{path}/assignment/lead", _NO_LEAD
    if not _has_goal(component["target"]) and any(_has_goal(each["target"]) for each in others):
        yield f"{path}/target/score", _NO_TARGET


def _several_leads(part: Part, typed: Typed, agency: str) -> Iterator[tuple[str, Words]]:
    for path, text in flat(part, typed):
        if path.endswith("assignment/lead") and text.strip() and len(separate(text, agency)) > 1:
            yield path, _SEVERAL_LEADS
