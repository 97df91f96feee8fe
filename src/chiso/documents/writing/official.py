"""An official document as a value: what Decree 30/2020/NĐ-CP asks for, whatever file it is written to."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.documents.word_numbering import formatted

_BLANK = "    "  # room for what is filled in by hand
_NUMBER_BLANK = "      "

_LETTERED = 4  # the level whose numbers are letters


def roman(number: int) -> str:
    """A number in Roman figures.

    >>> roman(4)
    'IV'
    """
    return formatted(number, "upperRoman")


def printed_number(level: int, number: str) -> str:
    """A number with the dot or bracket of its level.

    >>> printed_number(1, "II"), printed_number(4, "a")
    ('II.', 'a)')
    """
    return f"{number})" if level == _LETTERED else f"{number}."


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered title: level 1 is I., 2 is 1., 3 is 1.1., 4 is a), 5 is one without a level of the decree.

    number: as printed, without the dot or bracket after it ("II", "1", "1.1", "a"); "" where it has none
    """

    level: int
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered paragraph without title: level 2 is 1., 3 is 1.1., 4 is a). `number` as in `Heading`."""

    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `lead` are the words in bold at its start, such as "Điều 1."."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph after a dash (level 1) or a plus (level 2)."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and how wide it is beside the others."""

    head: str
    width: float
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a row that is a title has a number, which may be "", and the title over the other columns."""

    cells: tuple[str, ...]
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose heads are repeated on every page; `title` stands before it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""


BodyBlock = Heading | Clause | Paragraph | Item | Table


@dataclass(frozen=True, slots=True)
class PlaceAndDay:
    """Where and when a document is issued; what a draft leaves blank is None."""

    place: str
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def day_words(self) -> str:
        """The day as the decree writes it: two figures for a day below 10 and for January and February.

        >>> PlaceAndDay("Hà Nội", 2020, 1, 5).day_words
        'ngày 05 tháng 01 năm 2020'
        >>> PlaceAndDay("Lào Cai", 2022, 7).day_words
        'ngày      tháng 7 năm 2022'
        """
        day = _BLANK if self.day is None else f"{self.day:02d}"
        month = _BLANK if self.month is None else f"{self.month:02d}" if self.month <= 2 else str(self.month)  # noqa: PLR2004 (February)
        year = f"20{_BLANK}" if self.year is None else str(self.year)
        return f"ngày {day} tháng {month} năm {year}"

    @property
    def line(self) -> str:
        """The whole line, the place first."""
        return f"{self.place}, {self.day_words}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: `authority` are the lines over the position ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")."""

    position: str
    name: str = ""
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex with pages and page numbers of its own; `blocks` as in the body."""

    title: str
    blocks: tuple[BodyBlock, ...]
    is_landscape: bool = True


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A plan, report, decision or letter before it becomes a file.

    issuer:     who issues it, as in a sentence (the head prints capitals); `parent` the body directly above, or ""
    number:     number and symbol, "07/KH-SKHCN"; of a draft without its number "/KH-SKHCN"
    kind:       "KẾ HOẠCH", "BÁO CÁO"; "" in an official letter, whose title is then the words after V/v
    bases:      the legal bases, one a line, without the punctuation at their ends
    addressees: who is addressed after Kính gửi (letters, reports to a superior, submissions)
    recipients: who receives it, the filing line "Lưu: VT, …" last
    """

    issuer: str
    title: str
    kind: str = ""
    parent: str = ""
    number: str = ""
    place_and_day: PlaceAndDay | None = None
    bases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    body: tuple[BodyBlock, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()

    @property
    def is_letter(self) -> bool:
        """Whether it is an official letter, which has no kind."""
        return not self.kind

    @property
    def number_line(self) -> str:
        """The line of number and symbol; a draft keeps room for the number.

        >>> OfficialDocument("SỞ NỘI VỤ", "…", number="7/KH-SNV").number_line
        'Số: 07/KH-SNV'
        >>> OfficialDocument("SỞ NỘI VỤ", "…", number="/KH-SNV").number_line
        'Số:       /KH-SNV'
        """
        running, slash, symbol = self.number.partition("/")
        if not slash:
            return f"Số: {_NUMBER_BLANK}/{_NUMBER_BLANK}"
        return f"Số: {running.zfill(2) if running else _NUMBER_BLANK}/{symbol}"

    @property
    def reference(self) -> str:
        """The line under an annex's title that names the document it belongs to."""
        kind = self.kind.capitalize() if self.kind else "Công văn"
        number = self.number_line.removeprefix("Số: ")
        issued = (self.place_and_day or PlaceAndDay("")).day_words
        return f"(Kèm theo {kind} số {number} {issued} của {self.issuer})"

    def annex_number(self, position: int) -> str:
        """The name of an annex: "Phụ lục" of the only one, else with its Roman number."""
        return "Phụ lục" if len(self.annexes) == 1 else f"Phụ lục {roman(position + 1)}"
