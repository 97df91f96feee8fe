"""Own editions as their pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso import packs
from chiso.frameworks import BandMethod, Method
from chiso.frameworks.rules import WEIGHING
from chiso.web.accounts.permissions import Action, may
from chiso.web.catalogue.editions import read
from chiso.web.catalogue.models import OwnEdition
from chiso.web.catalogue.own.desk import Desk, Written, said
from chiso.web.catalogue.own.forms.bands import METHODS as BAND_METHODS
from chiso.web.catalogue.own.forms.rules import METHODS, can_be_edited, counted_in
from chiso.web.catalogue.wording import KINDS
from chiso.web.directory.models import Agency
from chiso.web.ui.templatetags.chiso import figure


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A version in the list; is_readable: whether this version of the program can still read what was locked."""

    id: int
    name: str
    base_name: str
    version: int
    state: str
    is_draft: bool
    is_in_force: bool
    is_readable: bool
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Saying:
    """A dated value: its time, what it says, its source, and whether the agency has set it."""

    when: str
    words: str
    source: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class RulePart:
    """A node that comes out of others: its rules, and whether a form can set them."""

    code: str
    name: str
    is_set_by_form: bool
    is_own: bool
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class NodePart:
    """A node in the tree."""

    code: str
    name: str
    kind: str
    depth: int
    scale: str
    source: str
    is_own: bool
    is_added: bool
    is_headline: bool
    may_have_more: bool


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A source that the agency has brought, with the name of its file."""

    key: str
    label: str
    document: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The draft by its parts."""

    absent: tuple[tuple[str, str], ...]
    sources: tuple[SourcePart, ...]
    rules: tuple[RulePart, ...]
    nodes: tuple[NodePart, ...]
    dropped: tuple[tuple[str, str, str, str], ...]
    bands: tuple[tuple[str, tuple[Saying, ...]], ...]
    bands_are_own: bool
    ranking: tuple[Saying, ...]
    ranking_is_own: bool
    scenarios: tuple[str, ...]


def own_lines(agency: Agency, role: str) -> tuple[OwnLine, ...]:
    """The agency's own editions, the newest version first; drafts only for those who make them."""
    rows = OwnEdition.objects.filter(agency=agency)
    if not may(role, Action.KEEP_EDITIONS):
        rows = rows.exclude(state=OwnEdition.State.DRAFT)
    return tuple(_line(row) for row in rows)


def standing_for(agency: Agency, base: str) -> tuple[OwnEdition, ...]:
    """The versions of the agency's own edition on a base that are made or in force."""
    states = (OwnEdition.State.DRAFT, OwnEdition.State.IN_FORCE)
    return tuple(OwnEdition.objects.filter(agency=agency, base=base, state__in=states))


def desk_page(desk: Desk) -> DeskPage:
    """Everything on the desk."""
    documents = {each.source: each.name for each in desk.edition.documents.all()}
    return DeskPage(
        absent=tuple((said(each["what"]), said(each["why"])) for each in desk.absent),
        sources=tuple(
            SourcePart(key, desk.source_label(key), documents.get(key, "")) for key in desk.own.get("sources", {})
        ),
        rules=tuple(_rules(desk)),
        nodes=tuple(_nodes(desk)),
        dropped=tuple(
            (each["code"], said(each["name"]), said(each["why"]), desk.source_label(each["source"]))
            for each in desk.full.get("dropped", ())
        ),
        bands=tuple(_bands(desk)),
        bands_are_own="bands" in desk.own,
        ranking=tuple(_saying(desk, entry, said(entry["together"])) for entry in desk.full["ranking"]),
        ranking_is_own="ranking" in desk.own,
        scenarios=tuple(_scenario(each, desk) for each in desk.scenarios),
    )


def _line(row: OwnEdition) -> OwnLine:
    language = get_language() or "vi"
    name = Desk.of(row).name if row.state == OwnEdition.State.DRAFT else ""
    edition = None if name else read(row.whole)
    return OwnLine(
        id=row.pk,
        name=name or (edition.name.in_language(language) if edition else row.key),
        base_name=packs.load(row.base).name.in_language(language),
        version=row.version,
        state=row.get_state_display(),
        is_draft=row.state == OwnEdition.State.DRAFT,
        is_in_force=row.state == OwnEdition.State.IN_FORCE,
        is_readable=bool(name or edition),
        changed_at=row.changed_at,
    )


def _rules(desk: Desk) -> Iterator[RulePart]:
    for node in desk.nodes:
        code, entries = node["code"], desk.full["rules"].get(node["code"], [])
        if not desk.children(code) and not entries:
            continue
        yield RulePart(
            code=code,
            name=said(node["name"]),
            is_set_by_form=bool(desk.children(code)) and can_be_edited(desk.rule_now(code)),
            is_own=code in desk.own.get("rules", {}),
            sayings=tuple(_saying(desk, entry, _rule_words(desk, entry)) for entry in entries),
        )


def _rule_words(desk: Desk, entry: Written) -> str:
    method = Method(entry["method"])
    if method is Method.ANNOUNCED:
        return _("nhập theo công bố; chưa nguồn nào nêu công thức")
    if method not in METHODS:
        return _("chấm điểm theo quy tắc riêng (%(method)s)") % {"method": method.value}
    parts = [_part_words(desk, code, entry) for code in counted_in(entry)]
    words = f"{METHODS[method]}: {'; '.join(parts)}"
    return words if entry.get("multiplier", 1) == 1 else f"{words}; × {figure(entry['multiplier'])}"


def _part_words(desk: Desk, code: str, entry: Written) -> str:
    node = desk.node(code)
    name = said(node["name"]) if node else code
    weight = entry.get("weights", {}).get(code) if Method(entry["method"]) in WEIGHING else None
    return name if weight is None else f"{name} {figure(weight)}%"


def _nodes(desk: Desk) -> Iterator[NodePart]:
    changed = {node["code"] for node in desk.own.get("nodes", ())}
    for depth, node in desk.tree():
        code, scale = node["code"], node["scale"]
        yield NodePart(
            code=code,
            name=said(node["name"]),
            kind=str(KINDS[node["kind"]]),
            depth=depth,
            scale=_("chưa đặt") if isinstance(scale, str) else f"{figure(scale[0])}–{figure(scale[1])}",
            source=desk.source_label(node["source"]),
            is_own=code in changed,
            is_added=code not in desk.base_codes,
            is_headline="parent" not in node,
            may_have_more=node["kind"] != "indicator",
        )


def _bands(desk: Desk) -> Iterator[tuple[str, tuple[Saying, ...]]]:
    names = {name["code"]: said(name) for name in desk.full.get("band_names", ())}
    for entry in desk.full.get("bands", ()):
        of = "; ".join(said(node["name"]) if (node := desk.node(code)) else code for code in entry["nodes"])
        yield of, tuple(_saying(desk, value, _band_words(value, names)) for value in entry["values"])


def _band_words(value: Written, names: dict[str, str]) -> str:
    intervals = value.get("intervals")
    if not intervals:
        return str(BAND_METHODS[BandMethod(value["method"])])
    return "; ".join(f"{names.get(code, code)} {_ends(low, high)}" for code, (low, high) in intervals.items())


def _ends(low: float | None, high: float | None) -> str:
    if low is None:
        return _("dưới %(high)s") % {"high": figure(high)}
    if high is None:
        return _("từ %(low)s") % {"low": figure(low)}
    return figure(low) if low == high else f"{figure(low)}–{figure(high)}"


def _saying(desk: Desk, entry: Written, words: str) -> Saying:
    source = entry["source"]
    return Saying(_when(entry), words, desk.source_label(source), desk.is_own_source(source))


def _when(entry: Written) -> str:
    since = _day(entry["from"])
    if "until" not in entry:
        return _("từ %(day)s") % {"day": since}
    return f"{since}–{_day(entry['until'], before=1)}"


def _day(written: str, before: int = 0) -> str:
    try:
        return f"{date.fromisoformat(written) - timedelta(days=before):%d/%m/%Y}"
    except (ValueError, OverflowError):  # the check tells that there is no such day
        return written


def _scenario(written: Written, desk: Desk) -> str:
    wanted = [
        f"{unit}: {said(node['name']) if (node := desk.node(code)) else code} = {figure(told.get('score'))}"
        + (f", {told['band']}" if told.get("band") else "")
        for unit, nodes in written["expected"].items()
        for code, told in nodes.items()
    ]
    return f"{written['name']} ({'; '.join(wanted)})"
