"""What the page of the audit trail shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.apps import apps
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import make_aware

from chiso.web.audit.models import Event
from chiso.web.audit.sentences import ADDRESSES, TITLED, sentence, told

PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events a reader wants; "" and None where nothing was asked."""

    name: str = ""
    actor_id: int | None = None
    day: date | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether something is filtered out."""
        return bool(self.name or self.actor_id or self.day)


@dataclass(frozen=True, slots=True)
class EventLine:
    """One write in words; title: what it is about, as it is called now, "" where that says nothing or is gone."""

    at: datetime
    name: str
    sentence: str
    title: str
    actor: str
    address: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """A page of events, with what can be asked for."""

    asked: Asked
    page: Page[Event]
    lines: tuple[EventLine, ...]
    names: tuple[tuple[str, str], ...]
    actors: tuple[tuple[int, str], ...]


def trail(agency: str, asked: Asked, page_number: str | None) -> Trail:
    """The events of an agency, newest first; agency: its slug."""
    events = Event.objects.filter(agency=agency)
    page = Paginator(_fitting(events, asked).select_related("actor"), PAGE_SIZE).get_page(page_number)
    titles = _titles(page)
    names = events.order_by("name").values_list("name", flat=True).distinct()
    actors = events.exclude(actor=None).order_by("actor__full_name").values_list("actor", "actor__full_name").distinct()
    return Trail(
        asked=asked,
        page=page,
        lines=tuple(_line(event, agency, titles.get(event.about, "")) for event in page),
        names=tuple((name, sentence(name, {}, unknown="…")) for name in names),
        actors=tuple(actors),
    )


def _fitting(events: QuerySet[Event], asked: Asked) -> QuerySet[Event]:
    if asked.name:
        events = events.filter(name=asked.name)
    if asked.actor_id:
        events = events.filter(actor=asked.actor_id)
    if asked.day:
        start = make_aware(datetime.combine(asked.day, time.min))
        events = events.filter(at__gte=start, at__lt=start + timedelta(days=1))
    return events


def _titles(events: Iterable[Event]) -> dict[str, str]:
    """What the events are about, as it is called now; one statement a model.

    Models are asked of Django by their labels: the apps that they belong to lie above this one.
    """
    keys: dict[str, set[int]] = {}
    for event in events:
        model, _colon, key = event.about.partition(":")
        if model in TITLED:
            keys.setdefault(model, set()).add(int(key))
    return {
        f"{label}:{key}": str(row)
        for label, wanted in keys.items()
        for key, row in apps.get_model(label).objects.select_related().in_bulk(wanted).items()
    }


def _line(event: Event, agency: str, title: str) -> EventLine:
    details: Mapping[str, object] = event.details
    return EventLine(
        at=event.at,
        name=event.name,
        sentence=sentence(event.name, details),
        title="" if title in sentence(event.name, details) else title,
        actor=str(event.actor) if event.actor else "",
        address=_address(event.about, agency),
        details=told(details),
    )


def _address(about: str, agency: str) -> str:
    """Where that which the event is about is shown; "" where it has no page of its own."""
    model, _colon, key = about.partition(":")
    return reverse(ADDRESSES[model], args=[agency, int(key)]) if model in ADDRESSES else ""
