"""Checks of the plan's components against those of the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chiso.frameworks.edition import SubjectKind
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import listed, quoted
from chiso.problems import Text

_OF_ONE_AGENCY: Final = (SubjectKind.DEPARTMENT, SubjectKind.DISTRICT, SubjectKind.COMMUNE, SubjectKind.MINISTRY)


def not_covered(subject: Subject) -> Iterator[Fact]:
    """Components of the edition that the plan leaves out."""
    edition = subject.edition
    if edition is None or not subject.components:
        return
    covered = {node.code for place in range(len(subject.components)) if (node := subject.node(place))}
    missing = [node for node in edition.components if node.code not in covered]
    if not missing or len(missing) == len(edition.components):
        return  # nothing is left out, or the plan goes by other parts of the index than its components
    vi, en = listed(quoted(n.name.vi for n in missing)).vi, listed(quoted(n.name.en for n in missing)).en
    is_own = edition.subject_kind in _OF_ONE_AGENCY
    reason = Text("", "")
    if not is_own:
        reason = Text(
            " Nếu tỉnh không giao các chỉ số này thì nên nói rõ.",
            " If the province did not assign them, the plan should say so.",
        )
    yield Fact(
        Text(
            f"{edition.name.vi} có {len(edition.components)} chỉ số thành phần; kế hoạch chưa có {vi}.{reason.vi}",
            f"{edition.name.en} has {len(edition.components)} components; the plan lacks {en}.{reason.en}",
        ),
        subject.places("document/title", "index/framework"),
        given=str(len(covered)),
        expected=str(len(edition.components)),
        key=(edition.key, *(node.code for node in missing)),
        severity=Severity.WARNING if is_own else Severity.NOTE,
    )


def unknown_component(subject: Subject) -> Iterator[Fact]:
    """Components of the plan that the edition does not have."""
    edition = subject.edition
    if edition is None:
        return
    known = [place for place in range(len(subject.components)) if subject.node(place)]
    unknown = [place for place in range(len(subject.components)) if place not in known]
    if known and unknown:
        told = listed(quoted(subject.components[place].name for place in unknown))
        yield Fact(
            Text(
                f"{edition.name.vi} không có chỉ số thành phần tên là {told.vi}.",
                f"{edition.name.en} has no component called {told.en}.",
            ),
            tuple(place for each in unknown for place in subject.name_places(each)),
            component=unknown[0] if len(unknown) == 1 else None,
            given=", ".join(subject.components[place].name for place in unknown),
        )


CHECKS: Final = (
    CheckKind(
        "framework.not_covered",
        Severity.WARNING,
        Text("Thiếu chỉ số thành phần của bộ chỉ số", "Components of the index left out"),
        Text(
            "Chỉ số không có trong kế hoạch thì không ai phụ trách; riêng chỉ số cấp tỉnh, mỗi sở có thể chỉ được giao một phần.",
            "Nobody answers for what the plan leaves out; of a province's index a department may have been given a part only.",
        ),
        Text("Bộ chỉ số có 8 thành phần, kế hoạch chỉ có 7.", "The index has 8 components, the plan 7."),
        Text("Bổ sung, hoặc ghi rõ vì sao không có.", "Add them, or say why they are left out."),
        not_covered,
    ),
    CheckKind(
        "framework.unknown_component",
        Severity.NOTE,
        Text("Chỉ số thành phần không có trong bộ chỉ số", "Component that the index does not have"),
        Text(
            "Tên khác với bộ chỉ số thì không đối chiếu được điểm khi công bố.",
            "A name unlike that of the index cannot be matched with the published scores.",
        ),
        Text(
            "“Chi phí chính thức” thay cho “Chi phí không chính thức”.",
            "“Chi phí chính thức” for “Chi phí không chính thức”.",
        ),
        Text("Dùng tên theo quyết định ban hành bộ chỉ số.", "Use the name of the decision."),
        unknown_component,
    ),
)
