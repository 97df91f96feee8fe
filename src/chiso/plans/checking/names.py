"""Checks of names: units, people, the index, its components."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.index_names import index_spellings
from chiso.plans.checking.people import person_spellings
from chiso.plans.checking.spelt_alike import one_letter_apart, one_syllable_apart
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import listed, quoted
from chiso.plans.reading.words import bare, folded
from chiso.problems import Text
from chiso.units import Kinship, RecognisedUnit, kinship, unit_name

_QUOTED: Final = re.compile(r"[Cc]hỉ số(?: thành phần| nội dung)?\s*[“\"](?P<name>[^”\"]{5,90})[”\"]")
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_LEAST_SYLLABLES: Final = 3
_LETTERS: Final = re.compile(r"[\W_]+")


def unit_spellings(subject: Subject) -> Iterator[Fact]:
    """Units written in several ways, letter case apart."""
    places = subject.unit_places
    several = {
        unit.name: unit.variants
        for unit in subject.units
        if len({_as_written(variant) for variant in unit.variants}) > 1 and not _slips(unit)
    }
    if several:
        told = [
            f"{name} ({', '.join(quoted(v for v in variants if v.casefold() != name.casefold()))})"
            for name, variants in several.items()
        ]
        written = [name for variants in several.values() for name in variants]
        yield Fact(
            Text(
                f"Tên đơn vị ghi không thống nhất: {'; '.join(told)}.",
                f"Units are written in several ways: {'; '.join(told)}.",
            ),
            tuple(place for name in written if name not in several for place in places[name]),
            tuple(place for name in written if name in several for place in places[name]),
            given=", ".join(name for name in written if name not in several),
            expected=", ".join(several),
        )


def _as_written(name: str) -> str:
    """Lower case, tone marks in one place; dashes alike and without blanks, other marks left out."""
    return "-".join(folded(part) for part in _DASH.split(name))


def unit_misspelt(subject: Subject) -> Iterator[Fact]:
    """A unit's name that differs from the right one by an accent or a letter."""
    places = subject.unit_places
    for unit in subject.units:
        for slip in _slips(unit):
            yield Fact(
                Text(
                    f"“{slip}” là {unit.name}: ghi sai tên đơn vị.", f"“{slip}” is {unit.name}: the name is misspelt."
                ),
                places[slip],
                tuple(place for name in unit.variants if name not in _slips(unit) for place in places[name]),
                given=slip,
                expected=unit.name,
            )

    yield from _seldom_misspelt(subject)


def _seldom_misspelt(subject: Subject) -> Iterator[Fact]:
    """A name that stands once and is that of a unit named more often but for a letter of one syllable."""
    places = subject.unit_places
    counts = {unit.name: sum(len(places[name]) for name in unit.variants) for unit in subject.units}
    for one, other in permutations(subject.units, 2):
        if counts[one.name] == 1 < counts[other.name] and one_letter_apart(one.name, other.name):
            yield Fact(
                Text(
                    f"“{one.name}” có lẽ là {other.name}: ghi sai tên đơn vị.",
                    f"“{one.name}” is probably {other.name}: the name is misspelt.",
                ),
                tuple(place for name in one.variants for place in places[name]),
                tuple(place for name in other.variants for place in places[name]),
                given=one.name,
                expected=other.name,
            )


def _slips(unit: RecognisedUnit) -> list[str]:
    """The variants that differ from the unit's best name by accents, or by a letter."""
    right = folded(unit.name)
    return [
        variant
        for variant in unit.variants
        if folded(variant) != right and (bare(variant) == bare(right) or _is_slip(variant, unit.name))
    ]


def _is_slip(variant: str, right: str) -> bool:
    return kinship(unit_name(variant), unit_name(right)) is Kinship.MISSPELT


def component_spellings(subject: Subject) -> Iterator[Fact]:
    """A component's name that differs by accents from the same name elsewhere, or from the edition's."""
    elsewhere = _quoted_names(subject)
    for place, component in enumerate(subject.components):
        own = folded(component.name)
        alike = [(name, at) for name, at in elsewhere if bare(name) == bare(own) and folded(name) != own]
        official = _official(subject, own)
        if alike or official:
            right = official or alike[0][0]
            yield Fact(
                Text(
                    f"Tên chỉ số ở đề mục là “{component.name}”, {'theo bộ chỉ số' if official else 'chỗ khác'} là “{right}”.",
                    f"The heading names “{component.name}”, {'the index' if official else 'elsewhere it is'} “{right}”.",
                ),
                subject.name_places(place),
                tuple(at for _, at in alike),
                component=place,
                given=component.name,
                expected=right,
            )
    yield from _cited_otherwise(subject, elsewhere)


def _cited_otherwise(subject: Subject, elsewhere: list[tuple[str, Place]]) -> Iterator[Fact]:
    """Components cited elsewhere by their name with a syllable more, less or another one."""
    right = {folded(name) for node in (subject.edition.components if subject.edition else ()) for name in node.names}
    right |= {folded(component.name) for component in subject.components}
    told: set[str] = set()
    for name, at in elsewhere:
        alike = [n for n, each in enumerate(subject.components) if one_syllable_apart(name, each.name)]
        if len(alike) != 1 or folded(name) in right or folded(name) in told:
            continue
        told.add(folded(name))
        component = subject.components[alike[0]]
        yield Fact(
            Text(
                f"Tên chỉ số ở đề mục là “{component.name}”, chỗ khác là “{name}”.",
                f"The heading names “{component.name}”, elsewhere it is “{name}”.",
            ),
            (at,),
            subject.name_places(alike[0]),
            component=alike[0],
            given=name,
            expected=component.name,
            severity=Severity.NOTE,
        )


def _quoted_names(subject: Subject) -> list[tuple[str, Place]]:
    headings = {place.block for n in range(len(subject.components)) for place in subject.name_places(n)}
    return [
        (found["name"].strip(), Place(number, found.start("name"), found.end("name")))
        for number, block in enumerate(subject.blocks)
        if number not in headings and "hỉ số" in block.text
        for found in _QUOTED.finditer(block.text)
    ]


def _official(subject: Subject, own: str) -> str | None:
    """The edition's name where the plan's is the same but for accents."""
    known = [name for node in subject.edition.components for name in node.names] if subject.edition else []
    if any(folded(name) == own for name in known):
        return None
    return next((name for name in known if bare(name) == bare(own)), None)


def body_and_annex(subject: Subject) -> Iterator[Fact]:
    """A component called otherwise in the annex than in the body."""
    by_code = {component.code: place for place, component in enumerate(subject.components) if component.code}
    differing = []
    for number in sorted(subject.is_in_table):
        code, *rest = [cell.strip() for cell in subject.blocks[number].cells] or [""]
        filled = [cell for cell in rest if cell]
        if len(filled) != 1:
            continue
        component = _clipped(subject, filled[0]) if code else None
        if component is None:
            component = by_code.get(code.rstrip("."))
        if component is None or number in _name_blocks(subject, component):
            continue
        if _LETTERS.sub("", folded(filled[0])) != _LETTERS.sub("", folded(subject.components[component].name)):
            differing.append((component, filled[0], number))
    if differing:
        pairs = [f"{subject.named(component)} ↔ “{name}”" for component, name, _ in differing]
        yield Fact(
            Text(
                f"Tên chỉ số trong phụ lục khác trong kế hoạch: {listed(pairs).vi}.",
                f"Components are called otherwise in the annex: {listed(pairs).en}.",
            ),
            tuple(subject.block_place(number) for _, _, number in differing),
            tuple(place for component, _, _ in differing for place in subject.name_places(component)),
            component=differing[0][0] if len(differing) == 1 else None,
            given=", ".join(name for _, name, _ in differing),
            expected=", ".join(subject.components[component].name for component, _, _ in differing),
        )


def _clipped(subject: Subject, name: str) -> int | None:
    """The component of which a name is only the beginning, or that begins the name; None where one is just that."""
    written = folded(name).split()
    named = [folded(component.name).split() for component in subject.components]
    if len(written) < _LEAST_SYLLABLES or written in named:
        return None
    fitting = [
        place
        for place, own in enumerate(named)
        if len(own) >= _LEAST_SYLLABLES and (own[: len(written)] == written or written[: len(own)] == own)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _name_blocks(subject: Subject, component: int) -> set[int]:
    return {place.block for place in subject.name_places(component)}


CHECKS: Final = (
    CheckKind(
        "names.unit_spellings",
        Severity.NOTE,
        Text("Tên đơn vị ghi nhiều cách", "Unit in several spellings"),
        Text(
            "Mỗi đơn vị nên có một cách ghi, theo quyết định chức năng, nhiệm vụ.",
            "Each unit should be written one way, that of the decision on its functions.",
        ),
        Text("“Văn phòng”, “Văn phòng Cục”", "“Văn phòng”, “Văn phòng Cục”"),
        Text("Thống nhất theo tên đầy đủ.", "Use the full name throughout."),
        unit_spellings,
    ),
    CheckKind(
        "names.unit_misspelt",
        Severity.WARNING,
        Text("Sai tên đơn vị", "Unit misspelt"),
        Text("Sai một dấu thành tên khác.", "One wrong accent makes another name."),
        Text("“Phòng Tổ chúc cán bộ”", "“Phòng Tổ chúc cán bộ”"),
        Text("Sửa theo tên đúng.", "Correct the name."),
        unit_misspelt,
    ),
    CheckKind(
        "names.person_spellings",
        Severity.WARNING,
        Text("Tên người ghi hai cách", "Person in two spellings"),
        Text(
            "Sai tên lãnh đạo trong văn bản là điều khó chấp nhận.", "A leader's name must not be wrong in a document."
        ),
        Text("“Trần Văn Hòan” và “Trần Văn Hoàn”", "“Trần Văn Hòan” and “Trần Văn Hoàn”"),
        Text("Đối chiếu tên đúng.", "Check the right name."),
        person_spellings,
    ),
    CheckKind(
        "names.index_spellings",
        Severity.NOTE,
        Text("Tên chỉ số ghi nhiều cách", "Index in several spellings"),
        Text("Nên dùng một cách viết tắt trong cả văn bản.", "Use one abbreviation throughout."),
        Text("“PAR Index” và “PARINDEX”", "“PAR Index” and “PARINDEX”"),
        Text("Chọn một cách ghi.", "Choose one."),
        index_spellings,
    ),
    CheckKind(
        "names.component_spellings",
        Severity.WARNING,
        Text("Sai tên chỉ số thành phần", "Component misspelt"),
        Text(
            "Tên ở đề mục không khớp tên ở chỗ khác hoặc tên chính thức.",
            "The heading differs from the name elsewhere or the official one.",
        ),
        Text("“Chi phi thời gian”", "“Chi phi thời gian”"),
        Text("Sửa theo tên chính thức.", "Use the official name."),
        component_spellings,
    ),
    CheckKind(
        "names.body_and_annex",
        Severity.WARNING,
        Text("Tên ở phụ lục khác phần chính", "Annex names it otherwise"),
        Text(
            "Một chỉ số hai tên thì phụ lục không gắn được với kế hoạch.",
            "With two names the annex cannot be matched with the plan.",
        ),
        Text(
            "Kế hoạch ghi “Dịch vụ công”, phụ lục ghi “Cung cấp dịch vụ”.",
            "“Dịch vụ công” in the plan, “Cung cấp dịch vụ” in the annex.",
        ),
        Text("Dùng một tên ở cả hai nơi.", "Use one name in both."),
        body_and_annex,
    ),
)
