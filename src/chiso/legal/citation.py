"""Where a value comes from: a decision, a report, a published table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chiso.legal.number import DocumentNumber
from chiso.problems import Text


class Standing(StrEnum):
    """How sure a source makes us: read in it, worked out from its figures, or known but not yet checked."""

    STATED = "stated"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Source:
    """A citation: what is cited, where it stands, and when it was published, fetched and checked.

    Days that nobody has recorded are None. Legal documents have a number and may have days in force,
    half-open: in force on `in_force_on`, no longer on `expired_on`. `kind` is what the document is (Quyết định,
    Kế hoạch), `article` the place in it (Điều 5, Phụ lục II).
    """

    key: str
    title: Text
    standing: Standing
    number: DocumentNumber | None = None
    issuer: str = ""
    issued_on: date | None = None
    in_force_on: date | None = None
    expired_on: date | None = None
    address: str = ""
    published_on: date | None = None
    accessed_on: date | None = None
    checked_on: date | None = None
    note: Text | None = None
    kind: str = ""
    article: str = ""

    def is_in_force(self, on: date) -> bool | None:
        """Whether the document is in force on a day; None where its first day is not known.

        >>> Source("x", Text("", ""), Standing.STATED, in_force_on=date(2020, 3, 5)).is_in_force(date(2020, 3, 5))
        True
        """
        if self.in_force_on is None:
            return None
        return self.in_force_on <= on and (self.expired_on is None or on < self.expired_on)

    def label(self, language: str = "vi") -> str:
        """Kind, number, title and article on one line, those that are known.

        >>> Source("x", Text("ban hành bộ chỉ số", ""), Standing.STATED, kind="Quyết định", article="Điều 5").label()
        'Quyết định – ban hành bộ chỉ số, Điều 5'
        """
        head = " ".join(filter(None, [self.kind, str(self.number or "")]))
        title = ", ".join(filter(None, [self.title.in_language(language), self.article]))
        return f"{head} – {title}" if head else title
