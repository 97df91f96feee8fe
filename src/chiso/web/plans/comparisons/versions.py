"""Which versions of a plan can be laid beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from chiso import plans
from chiso.web.directory.models import Agency
from chiso.web.plans.importing.edited import PROVINCE, Edited
from chiso.web.plans.models import Draft, Plan
from chiso.web.plans.plan_value import plan_value
from chiso.web.plans.queries.labels import plan_label


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a plan; `load` gives its value where it is looked at."""

    name: str
    load: Callable[[], plans.Plan]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions, the older first; `key` stands in the address."""

    key: str
    older: Version
    newer: Version

    @property
    def label(self) -> str:
        """Both names."""
        return gettext("%(older)s → %(newer)s") % {"older": self.older.name, "newer": self.newer.name}


def pairs_of_draft(draft: Draft, agency: Agency) -> tuple[Pair, ...]:
    """What a draft can be laid beside: the file as read, and the agency's plans of the same index."""
    edited = Edited.from_json(draft.edited)
    plan = edited.as_plan()
    now = Version(gettext("bản rà soát"), edited.as_plan)
    of_province = edited.subject == PROVINCE and agency.subject.kind != "province"
    others = Plan.objects.filter(agency=agency, family=plan.index.framework or "").exclude(draft=draft)
    fitting = others.exclude(subject=agency.subject_id) if of_province else others.filter(subject=agency.subject_id)
    return (Pair("ban-doc", _as_read(draft), now), *_beside(fitting, agency, plan.index.year or 0, now))


def pairs_of_plan(plan: Plan, agency: Agency) -> tuple[Pair, ...]:
    """What a running plan can be laid beside: the version accepted, the file as read, plans of other years."""
    plan.agency = agency
    now = Version(gettext("bản hiện tại"), lambda: plan_value(plan))
    accepted = Version(gettext("bản đã chấp nhận"), Edited.from_json(plan.draft.edited).as_plan)
    others = Plan.objects.filter(agency=agency, family=plan.family, subject=plan.subject_id).exclude(pk=plan.pk)
    this = Version(plan_label(plan), now.load)
    return (
        Pair("ban-chap-nhan", accepted, now),
        Pair("ban-doc", _as_read(plan.draft), accepted),
        *_beside(others, agency, plan.year, this),
    )


def _as_read(draft: Draft) -> Version:
    return Version(gettext("bản đọc từ tệp"), lambda: plans.from_json(draft.reading["plan"]))


def _beside(others: Iterable[Plan], agency: Agency, year: int, this: Version) -> Iterator[Pair]:
    """A plan of the same index of an earlier year, or of this one, is the older; of a later year the newer."""
    for other in others:
        other.agency = agency
        version = Version(plan_label(other), _loader(other))
        older, newer = (version, this) if other.year <= year else (this, version)
        yield Pair(f"ke-hoach-{other.pk}", older, newer)


def _loader(plan: Plan) -> Callable[[], plans.Plan]:
    return lambda: plan_value(plan)
