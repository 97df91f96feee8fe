"""Checks of the documents that a plan cites."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.cited import Cited
from chiso.plans.checking.document_kinds import ABBREVIATIONS, kind_in, kind_name
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import day, joined, listed, partial_day
from chiso.problems import Text
from chiso.units import is_symbol_of

_PLANS: Final = ("KH", "CTr")
_FIRST_YEAR: Final = 1945  # of the state that issues these documents
_FIRST_HALF: Final = 6
_PLANNED: Final = Text("kế hoạch", "a plan")
_ANNOUNCED: Final = Text("kết quả", "results")


def kind_and_symbol(subject: Subject) -> Iterator[Fact]:
    """A cited document is called otherwise than its symbol says."""
    for cited in subject.cited:
        symbol = kind_in(cited.number)
        named = ABBREVIATIONS.get(cited.kind or "")
        if cited.kind and symbol and symbol != named:
            yield Fact(
                Text(
                    f"Viện dẫn “{cited.kind} số {cited.number}”, nhưng ký hiệu {symbol} là của {kind_name(symbol)}.",
                    f"“{cited.number}” is cited as a {cited.kind}, but {symbol} is the symbol of a {kind_name(symbol)}.",
                ),
                (cited.place,),
                given=f"{cited.kind} số {cited.number}",
                expected=f"{kind_name(symbol)} số {cited.number}",
            )


def year_doubtful(subject: Subject) -> Iterator[Fact]:
    """A cited day that is too early for the year that the document is about.

    A yearly plan is made at the end of the year before it or in it; results of a year are not announced before it.
    """
    for cited in subject.cited:
        issued, topic = cited.day, cited.topic_year
        if issued is not None and issued.year < _FIRST_YEAR:
            yield _impossible_year(cited, issued)
        if issued is None or topic is None or not _is_too_early(cited, issued, topic):
            continue
        told, what = day(issued), _ANNOUNCED if cited.announces else _PLANNED
        yield Fact(
            Text(
                f"{cited.number} ghi ngày {told.vi} nhưng nói về năm {topic}; "
                f"{what.vi} của năm {topic} khó có thể ban hành từ {issued.month:02}/{issued.year}. "
                f"Có lẽ là năm {topic + cited.announces}.",
                f"{cited.number} is dated {told.en} but is about {topic}: {what.en} of {topic} can hardly be of "
                f"{issued:%m/%Y}. The year is probably {topic + cited.announces}.",
            ),
            (cited.place,),
            given=told.vi,
            expected=str(topic + cited.announces),
            key=(cited.number, told.vi),
        )


def _impossible_year(cited: Cited, issued: date) -> Fact:
    told = day(issued)
    return Fact(
        Text(
            f"{cited.number} ghi ngày {told.vi}: năm {issued.year} không thể đúng.",
            f"{cited.number} is dated {told.en}: {issued.year} cannot be right.",
        ),
        (cited.place,),
        given=told.vi,
        key=(cited.number, told.vi),
    )


def _is_too_early(cited: Cited, issued: date, topic: int) -> bool:
    if cited.announces:
        return issued.year < topic or (issued.year == topic and issued.month <= _FIRST_HALF)
    is_yearly = kind_in(cited.number) in _PLANS
    return is_yearly and (topic - issued.year > 1 or (topic - issued.year == 1 and issued.month <= _FIRST_HALF))


def after_plan(subject: Subject) -> Iterator[Fact]:
    """A cited document is dated after the plan itself."""
    issued = subject.issued
    if issued is None:
        return
    for cited in subject.cited:
        if cited.day and cited.day > issued.last_day:
            told, own = day(cited.day), partial_day(issued)
            yield Fact(
                Text(
                    f"{cited.number} ghi ngày {told.vi}, sau ngày của chính kế hoạch ({own.vi}).",
                    f"{cited.number} is dated {told.en}, after the plan itself ({own.en}).",
                ),
                (cited.place,),
                subject.places("document/date"),
                given=told.vi,
                key=(cited.number, told.vi),
            )


def undated(subject: Subject) -> Iterator[Fact]:
    """Documents whose numbers begin anew each year are cited without a day anywhere."""
    known = subject.cited
    dated = {cited.family for cited in known if cited.day}
    lacking = [cited for cited in known if not cited.has_year and cited.family not in dated and cited.kind]
    first = {cited.family: cited for cited in reversed(lacking)}
    numbers = [cited.number for cited in reversed(first.values())]
    if numbers:
        told = listed(numbers)
        yield Fact(
            Text(
                f"Viện dẫn không có ngày, tháng, năm: {told.vi}. Số văn bản đánh lại từ đầu mỗi năm nên không rõ là văn bản nào.",
                f"Cited without a day: {told.en}. Numbers begin anew each year, so nobody can tell which document is meant.",
            ),
            tuple(cited.place for cited in lacking),
            given=", ".join(numbers),
        )


def spellings(subject: Subject) -> Iterator[Fact]:
    """One cited number is written in several ways."""
    families: dict[tuple[int, str], list[Cited]] = defaultdict(list)
    for cited in subject.cited:
        if not cited.has_year:
            families[cited.family].append(cited)
    for family in families.values():
        counts = Counter(cited.number for cited in family)
        if len(counts) > 1:
            right = _best(counts, subject.plan.document.issuer)
            others = [number for number in counts if number != right]
            yield Fact(
                Text(
                    f"Cùng một văn bản được ghi {len(counts)} cách: {joined(list(counts), 'và')}. Nên thống nhất là {right}.",
                    f"One document is written in {len(counts)} ways: {joined(list(counts), 'and')}. Settle on {right}.",
                ),
                tuple(cited.place for cited in family if cited.number != right),
                tuple(cited.place for cited in family if cited.number == right),
                given=", ".join(others),
                expected=right,
            )


def _best(counts: Counter[str], issuer: str | None) -> str:
    def merit(number: str) -> tuple[bool, int]:
        symbol = number.partition("/")[2].partition("-")[2]
        return bool(issuer) and "&" not in symbol and is_symbol_of(symbol, issuer or ""), counts[number]

    return max(counts, key=merit)


CHECKS: Final = (
    CheckKind(
        "citations.kind_and_symbol",
        Severity.ERROR,
        Text("Viện dẫn sai loại văn bản", "Cited as another kind of document"),
        Text(
            "Tên loại và ký hiệu trái nhau nên không biết viện dẫn văn bản nào.",
            "Kind and symbol contradict each other, so nobody can tell which document is meant.",
        ),
        Text("“Kế hoạch số 120/QĐ-UBND”", "“Kế hoạch số 120/QĐ-UBND”"),
        Text("Đối chiếu bản gốc, sửa tên loại hoặc ký hiệu.", "Compare with the original; correct kind or symbol."),
        kind_and_symbol,
    ),
    CheckKind(
        "citations.year_doubtful",
        Severity.WARNING,
        Text("Năm của văn bản viện dẫn không hợp lý", "Year of a cited document cannot be right"),
        Text(
            "Kế hoạch hằng năm được ban hành cuối năm trước hoặc trong năm; kết quả một năm không công bố trước năm đó. Ngày sớm hơn thường là gõ nhầm năm.",
            "A yearly plan is issued late in the year before or within the year; an earlier day is mostly a slip.",
        ),
        Text(
            "Kế hoạch ngày 15/01/2023 về nhiệm vụ năm 2024.",
            "A plan of 15 January 2023 on the tasks of 2024.",
        ),
        Text("Đối chiếu bản gốc, sửa năm.", "Compare with the original and correct the year."),
        year_doubtful,
    ),
    CheckKind(
        "citations.after_plan",
        Severity.ERROR,
        Text("Viện dẫn văn bản ban hành sau kế hoạch", "Cited document is later than the plan"),
        Text("Không thể căn cứ vào văn bản chưa có.", "A plan cannot rest on what did not exist yet."),
        Text("Kế hoạch ngày 10/3 căn cứ quyết định ngày 25/3.", "A plan of 10 March rests on a decision of 25 March."),
        Text("Kiểm tra ngày của cả hai văn bản.", "Check the days of both."),
        after_plan,
    ),
    CheckKind(
        "citations.undated",
        Severity.NOTE,
        Text("Viện dẫn không ghi ngày, năm", "Cited without a day"),
        Text(
            "Khi viện dẫn lần đầu phải ghi đủ tên loại, số, ký hiệu, ngày và cơ quan ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
            "The first citation gives kind, number, symbol, day and issuer (Decree 30/2020/NĐ-CP, appendix I).",
        ),
        Text("“theo Kế hoạch số 88/KH-UBND của tỉnh”", "“theo Kế hoạch số 88/KH-UBND của tỉnh”"),
        Text("Bổ sung ngày, tháng, năm ở lần viện dẫn đầu.", "Add the day at the first citation."),
        undated,
    ),
    CheckKind(
        "citations.spellings",
        Severity.WARNING,
        Text("Một số văn bản ghi nhiều cách", "One number in several spellings"),
        Text(
            "Người đọc có thể tưởng là nhiều văn bản khác nhau.",
            "Readers may take them for different documents.",
        ),
        Text("“12/KH-SNV” và “12/KH-SNNV”", "“12/KH-SNV” and “12/KH-SNNV”"),
        Text("Dùng một cách ghi theo bản gốc.", "Use one spelling, that of the original."),
        spellings,
    ),
)
