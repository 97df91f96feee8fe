"""Editions as their pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso import packs
from chiso.frameworks import Edition
from chiso.legal import Source, Timeline
from chiso.web.catalogue.editions import PACKS, Editions
from chiso.web.catalogue.own.sources import own_sources
from chiso.web.catalogue.wording import BAND_METHODS, KINDS, STANDINGS, SUBJECTS, intervals_of, rule_words, when
from chiso.web.ui.templatetags.chiso import figure


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in the list."""

    family: str
    edition: str
    abbreviation: str
    name: str
    subjects: str
    province: str
    years: str
    component_count: int
    is_own: bool
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """A node of another edition that measures the same theme."""

    family: str
    edition: str
    edition_name: str
    name: str


@dataclass(frozen=True, slots=True)
class NodeLine:
    """A node of the edition; weight None where it has none, is_counted None where nobody has stated it."""

    code: str
    name: str
    kind: str
    group: str
    aliases: tuple[str, ...]
    scale: str
    weight: Decimal | None
    is_counted: bool | None
    themes: tuple[str, ...]
    kin: tuple[Kin, ...]
    source: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule or a set of bands: of which nodes, when, in words, and whence; is_own: set by the agency."""

    nodes: tuple[str, ...]
    when: str
    words: str
    intervals: tuple[tuple[str, str], ...]
    source: str
    is_own: bool

    @property
    def has_intervals(self) -> bool:
        """Whether any band is told with its scores."""
        return any(scores for _band, scores in self.intervals)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with its addresses and days, those that are known."""

    key: str
    label: str
    standing: str
    issuer: str
    address: str
    note: str
    days: tuple[tuple[str, date], ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class EditionPage:
    """All that an edition says."""

    line: EditionLine
    key: str
    judged_by: str
    decimals: int
    is_in_points: bool
    together: str
    content_hash: str
    nodes: tuple[NodeLine, ...]
    rules: tuple[RuleLine, ...]
    bands: tuple[RuleLine, ...]
    sources: tuple[SourceLine, ...]
    absent: tuple[tuple[str, str], ...]
    dropped: tuple[tuple[str, str, str], ...]
    agency: str
    base: tuple[str, str, str] | None

    @property
    def has_weights(self) -> bool:
        """Whether any node has a weight."""
        return any(node.weight is not None for node in self.nodes)

    @property
    def has_kin(self) -> bool:
        """Whether any node is measured elsewhere too."""
        return any(node.kin for node in self.nodes)


def editions(known: Editions = PACKS) -> tuple[EditionLine, ...]:
    """All editions, by family and the newest first, an agency's own below their bases."""
    language, used = get_language() or "vi", set(known.all())
    found = sorted({*packs.load_all(), *used}, key=lambda each: (each.framework.key, -each.last_year, each.key))
    return tuple(_line(each, language, is_replaced=each not in used) for each in found)


def edition_page(key: str) -> EditionPage | None:
    """The page of one edition; None where there is no such key."""
    known = packs.keys()
    if key not in known:
        return None
    return page_of(packs.load(key))


def page_of(edition: Edition) -> EditionPage:
    """The page of an edition."""
    language, own = get_language() or "vi", own_sources(edition)
    return EditionPage(
        line=_line(edition, language),
        key=edition.key,
        judged_by=edition.framework.judged_by.in_language(language),
        decimals=edition.decimals,
        is_in_points=edition.arithmetic == "points",
        together="; ".join(each.value.together.in_language(language) for each in edition.ranking),
        content_hash=edition.content_hash,
        nodes=tuple(_nodes(edition, language)),
        rules=tuple(_rules(edition, language)),
        bands=tuple(_bands(edition, language)),
        sources=tuple(_source(edition.sources[name], language, is_own=name in own) for name in _cited(edition)),
        absent=tuple((each.what.in_language(language), each.why.in_language(language)) for each in edition.absent),
        dropped=tuple(
            (
                each.name.in_language(language),
                each.why.in_language(language),
                edition.sources[each.source].label(language),
            )
            for each in edition.dropped
        ),
        agency=edition.agency.in_language(language) if edition.agency else "",
        base=_base(edition, language),
    )


def _base(edition: Edition, language: str) -> tuple[str, str, str] | None:
    """Family, edition and name of the base of an agency's own edition."""
    if edition.agency is None or edition.derived_from is None:
        return None
    family, _slash, own = edition.derived_from.partition("/")
    return family, own, packs.load(edition.derived_from).name.in_language(language)


def _line(edition: Edition, language: str, *, is_replaced: bool = False) -> EditionLine:
    family, _slash, own = edition.key.partition("/")
    one_year = edition.first_year == edition.last_year
    return EditionLine(
        family=family,
        edition=own,
        abbreviation=edition.framework.abbreviation,
        name=edition.name.in_language(language),
        subjects=str(SUBJECTS[edition.subject_kind]),
        province=edition.province or "",
        years=str(edition.first_year) if one_year else f"{edition.first_year}–{edition.last_year}",
        component_count=len(edition.components),
        is_own=edition.agency is not None,
        is_replaced=is_replaced,
    )


def _nodes(edition: Edition, language: str) -> Iterator[NodeLine]:
    kin = _kin_by_theme(edition, language)
    themes = packs.themes()
    for node in edition.nodes:
        yield NodeLine(
            code=node.code,
            name=node.name.in_language(language),
            kind=str(KINDS[node.kind]),
            group=node.group.in_language(language) if node.group else "",
            aliases=node.aliases,
            scale=_("chưa đặt") if node.scale.is_open else f"{figure(node.scale.minimum)}–{figure(node.scale.maximum)}",
            weight=node.weight,
            is_counted=node.counts_in_headline,
            themes=tuple(themes[theme].in_language(language) for theme in node.themes if theme in themes),
            kin=tuple(each for theme in node.themes for each in kin.get(theme, ())),
            source=edition.sources[node.source].label(language),
        )


def _kin_by_theme(edition: Edition, language: str) -> dict[str, list[Kin]]:
    """What other families measure of each theme, by their newest edition that concerns the same province."""
    kin: dict[str, list[Kin]] = {}
    for other in _newest_of_other_families(edition):
        family, _slash, own = other.key.partition("/")
        for node in other.nodes:
            told = Kin(family, own, other.name.in_language(language), node.name.in_language(language))
            for theme in node.themes:
                kin.setdefault(theme, []).append(told)
    return kin


def _newest_of_other_families(edition: Edition) -> list[Edition]:
    newest: dict[tuple[str, str | None], Edition] = {}
    for other in packs.load_all():
        place = (other.framework.key, other.province)
        is_other = other.framework.key != edition.framework.key or other.province != edition.province
        if is_other and (place not in newest or other.last_year > newest[place].last_year):
            newest[place] = other
    return list(newest.values())


def _rules(edition: Edition, language: str) -> Iterator[RuleLine]:
    own = own_sources(edition)
    for code, timeline in edition.rules.items():
        for dated in timeline:
            yield RuleLine(
                nodes=(edition.node(code).name.in_language(language),),
                when=when(dated),
                words=rule_words(dated.value, edition, language),
                intervals=(),
                source=edition.sources[dated.source].label(language),
                is_own=dated.source in own,
            )


def _bands(edition: Edition, language: str) -> Iterator[RuleLine]:
    """Tell each set of bands once, with all nodes that it holds for."""
    told: dict[int, RuleLine] = {}
    own = own_sources(edition)
    for code, timeline in edition.bands.items():
        name = edition.node(code).name.in_language(language)
        for dated in timeline:
            known = told.get(id(dated))
            told[id(dated)] = RuleLine(
                nodes=(*(known.nodes if known else ()), name),
                when=when(dated),
                words=str(BAND_METHODS[dated.value.method]),
                intervals=intervals_of(dated.value, language),
                source=edition.sources[dated.source].label(language),
                is_own=dated.source in own,
            )
    yield from told.values()


def _cited(edition: Edition) -> list[str]:
    """The keys of the sources that something in the edition cites, in the order in which they are cited."""
    timelines: list[Timeline[Any]] = [*edition.rules.values(), *edition.bands.values(), edition.ranking]
    keys = [node.source for node in edition.nodes] + [dated.source for timeline in timelines for dated in timeline]
    return list(dict.fromkeys([*keys, *(each.source for each in edition.dropped)]))


def _source(source: Source, language: str, *, is_own: bool) -> SourceLine:
    days = (
        (_("ban hành"), source.issued_on),
        (_("có hiệu lực"), source.in_force_on),
        (_("hết hiệu lực"), source.expired_on),
        (_("công bố"), source.published_on),
        (_("truy cập"), source.accessed_on),
        (_("đối chiếu"), source.checked_on),
    )
    return SourceLine(
        key=source.key,
        label=source.label(language),
        standing=str(STANDINGS[source.standing]),
        issuer=source.issuer,
        address=source.address,
        note=source.note.in_language(language) if source.note else "",
        days=tuple((name, known) for name, known in days if known),
        is_own=is_own,
    )
