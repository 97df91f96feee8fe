"""Checks of what the document says of itself: number, day, signer, symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.document_kinds import ABBREVIATIONS, kind_in, kind_name
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.reading.dates import iso_date
from chiso.problems import Text
from chiso.units import agency_of, is_symbol_of, symbol_in, symbol_of

_LITTLE_WORDS: Final = ("các", "của", "cho")
_ATTACHED: Final = re.compile(
    r"^\(?\s*(?:Ban hành )?[Kk]èm theo\s+(?:Kế hoạch|Quyết định)\s+số\s*:?\s*(?P<number>\d+\s*/\s*[\w&Đ-]+)(?P<rest>.{0,40})"
)


def number_missing(subject: Subject) -> Iterator[Fact]:
    """No number, or only the symbol of one."""
    number = subject.plan.document.number
    if number is None or number.startswith("/"):
        yield Fact(
            Text(
                f"Số của văn bản còn để trống{f' (chỉ có ký hiệu {number})' if number else ''}.",
                f"The number is still blank{f' (there is only the symbol {number})' if number else ''}.",
            ),
            subject.places("document/number"),
            given=number or "",
        )


def day_missing(subject: Subject) -> Iterator[Fact]:
    """No day of issue, or only its month and year."""
    issued = subject.issued
    if issued is None or issued.day is None:
        written = f"{issued.month:02}/{issued.year}" if issued and issued.month else str(issued.year) if issued else ""
        yield Fact(
            Text(
                f"Chưa ghi ngày ban hành{f', chỉ có tháng {written}' if written else ''}.",
                f"The day of issue is missing{f'; there is only {written}' if written else ''}.",
            ),
            subject.places("document/date"),
            given=written,
        )


def signer_missing(subject: Subject) -> Iterator[Fact]:
    """Nobody signs, or the name or position of who signs is missing."""
    signer = subject.plan.document.signer
    lacking = [
        words
        for value, words in (
            (signer and signer.name, Text("họ tên người ký", "the signer's name")),
            (signer and signer.position, Text("chức vụ người ký", "the signer's position")),
        )
        if not value
    ]
    if lacking:
        missing = Text(" và ".join(each.vi for each in lacking), " and ".join(each.en for each in lacking))
        yield Fact(
            Text(f"Phần ký chưa ghi {missing.vi}.", f"The signature lacks {missing.en}."),
            subject.places("document/signer/name", "document/signer/position"),
            key=tuple(each.en for each in lacking),
        )


def kind_and_symbol(subject: Subject) -> Iterator[Fact]:
    """The symbol stands for another kind of document than the title names."""
    head = subject.plan.document
    named = ABBREVIATIONS.get((head.kind or "").lower())
    symbol = kind_in(head.number or "")
    if head.number and named and symbol and named != symbol:
        yield Fact(
            Text(
                f"Văn bản là {head.kind} nhưng ký hiệu {head.number} là của {kind_name(symbol)}.",
                f"The document is a {head.kind}, but the symbol {head.number} is that of a {kind_name(symbol)}.",
            ),
            subject.places("document/number", "document/kind"),
            given=symbol,
            expected=named,
        )


def symbol_and_issuer(subject: Subject) -> Iterator[Fact]:
    """The symbol is nearly the issuer's, or another agency's."""
    head = subject.plan.document
    symbol = symbol_in(head.number or "")
    if not symbol or not head.issuer or is_symbol_of(symbol, head.issuer):
        return
    # Where the issuer was only gathered from the text, another agency's symbol more likely means that it is the issuer.
    is_sure = "document/issuer" not in subject.reading.doubts
    wanted, other = symbol_of(head.issuer), agency_of(symbol) if is_sure else None
    # Customs differ too much between agencies for more than slips and plain mix-ups to be told.
    if other or (OSA.distance(symbol, wanted) == 1 and not _drops_a_word(symbol, head.issuer)):
        yield Fact(
            Text(
                f"Ký hiệu {symbol} trong số văn bản không khớp với {head.issuer}"
                f"{f' (đó là ký hiệu của {other})' if other else ''}; đúng ra là {wanted}.",
                f"The symbol {symbol} in the number does not fit {head.issuer}"
                f"{f' (it is that of {other})' if other else ''}; it should be {wanted}.",
            ),
            subject.places("document/number"),
            given=symbol,
            expected=wanted,
        )


def _drops_a_word(symbol: str, issuer: str) -> bool:
    """Whether a symbol leaves out a little word, as BQLKCN does of "Ban Quản lý các khu công nghiệp"."""
    return is_symbol_of(symbol, " ".join(word for word in issuer.split() if word.lower() not in _LITTLE_WORDS))


def annex_differs(subject: Subject) -> Iterator[Fact]:
    """An annex says that it belongs to a document of another number or day."""
    head = subject.plan.document
    for number, block in enumerate(subject.blocks):
        if not (found := _ATTACHED.search(block.text)):
            continue
        pairs = ((_bare(found["number"]), _own_number(head.number)), (iso_date(found["rest"]), _full_day(head.date)))
        for given, own in pairs:
            if given and own and given != own:
                yield Fact(
                    Text(
                        f"Phụ lục ghi kèm theo {given}, văn bản là {own}.",
                        f"The annex names {given}, the document is {own}.",
                    ),
                    (Place(number, found.start(), found.end()),),
                    subject.places("document/number", "document/date"),
                    given=given,
                    expected=own,
                )


def _bare(number: str) -> str:
    return re.sub(r"\s", "", number).lstrip("0")


def _own_number(number: str | None) -> str | None:
    return _bare(number) if number and not number.startswith("/") else None


def _full_day(date: str | None) -> str | None:
    return date if date and len(date) == len("2021-01-20") else None


CHECKS: Final = (
    CheckKind(
        "head.number_missing",
        Severity.NOTE,
        Text("Chưa có số văn bản", "Number missing"),
        Text(
            "Số được cấp khi ban hành; bản đã phát hành mà không có số thì không viện dẫn được.",
            "The number is given when the document is issued; without one nobody can cite it.",
        ),
        Text("“Số: /KH-SNV”", "“Số: /KH-SNV”"),
        Text("Lấy số ở văn thư khi ban hành.", "Have the clerk's office give the number on issue."),
        number_missing,
    ),
    CheckKind(
        "head.day_missing",
        Severity.NOTE,
        Text("Chưa có ngày ban hành", "Day of issue missing"),
        Text(
            "Thời hạn và hiệu lực tính từ ngày ban hành.",
            "Deadlines and effect are counted from the day of issue.",
        ),
        Text("“Hà Nam, ngày   tháng 3 năm 2024”", "“Hà Nam, ngày   tháng 3 năm 2024”"),
        Text("Ghi ngày khi ký.", "Write the day when it is signed."),
        day_missing,
    ),
    CheckKind(
        "head.signer_missing",
        Severity.WARNING,
        Text("Thiếu người ký", "Signer missing"),
        Text(
            "Thể thức theo Nghị định 30/2020/NĐ-CP gồm chức vụ và họ tên người ký.",
            "Decree 30/2020/NĐ-CP wants the signer's position and name.",
        ),
        Text("Dưới “GIÁM ĐỐC” không có họ tên.", "No name stands under “GIÁM ĐỐC”."),
        Text("Bổ sung chức vụ, họ tên người ký.", "Add the signer's position and name."),
        signer_missing,
    ),
    CheckKind(
        "head.kind_and_symbol",
        Severity.ERROR,
        Text("Ký hiệu không đúng loại văn bản", "Symbol of another kind of document"),
        Text(
            "Chữ viết tắt trong ký hiệu phải là của chính loại văn bản.",
            "The abbreviation in the symbol must be that of the document's own kind.",
        ),
        Text("KẾ HOẠCH mang số 15/QĐ-SNV.", "A KẾ HOẠCH with the number 15/QĐ-SNV."),
        Text("Sửa ký hiệu hoặc tên loại văn bản.", "Change the symbol or the kind."),
        kind_and_symbol,
    ),
    CheckKind(
        "head.symbol_and_issuer",
        Severity.WARNING,
        Text("Ký hiệu không đúng cơ quan ban hành", "Symbol of another agency"),
        Text(
            "Ký hiệu sai một chữ làm văn bản khó tra cứu và dễ lẫn với cơ quan khác.",
            "A symbol wrong by a letter is hard to find and easily taken for another agency's.",
        ),
        Text("Sở Nội vụ ban hành văn bản ký hiệu KH-SNNV.", "The Sở Nội vụ issues under KH-SNNV."),
        Text("Sửa ký hiệu theo tên viết tắt của cơ quan.", "Use the agency's own abbreviation."),
        symbol_and_issuer,
    ),
    CheckKind(
        "head.annex_differs",
        Severity.ERROR,
        Text("Phụ lục ghi số, ngày khác văn bản", "Annex of another number or day"),
        Text(
            "Phụ lục phải dẫn đúng số và ngày của văn bản mà nó kèm theo.",
            "An annex must name the number and day of the document that it belongs to.",
        ),
        Text("Kế hoạch số 12, phụ lục ghi kèm theo Kế hoạch số 21.", "Plan no. 12 with an annex to plan no. 21."),
        Text("Sửa dòng “Kèm theo …” ở phụ lục.", "Correct the line “Kèm theo …” of the annex."),
        annex_differs,
    ),
)
