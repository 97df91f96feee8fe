"""Formulas of named terms: a small grammar, read into a tree; nothing of it is ever run as a program.

    sum     = product { ("+" | "-") product }
    product = factor { ("*" | "/") factor }
    factor  = ["-"] (number | name | call | "(" sum ")")
    call    = ("min" | "max" | "ratio") "(" sum { "," sum } ")"

`ratio(a, b, c)` is a / b, and c where b is zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NoReturn

from chiso.frameworks._problems import BAD_FORMULA

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?(?:e-?\d+)?)|(?P<name>[A-Za-z]\w*)|(?P<mark>[-+*/(),]))")
CALLS: Final = {"min": (2, None), "max": (2, None), "ratio": (3, 3)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in a formula."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """The code of a part."""

    code: str


@dataclass(frozen=True, slots=True)
class Operation:
    """`+`, `-`, `*`, `/` of two terms, or a call of min, max or ratio."""

    operator: str
    terms: tuple[Term, ...]


Term = Number | Name | Operation


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as written, and its tree."""

    text: str
    tree: Term

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes it names, each once, in order."""
        return tuple(dict.fromkeys(_codes(self.tree)))


def parse_formula(text: str) -> Formula:
    """The formula in a text. Raises ProblemError frameworks.bad_formula with the place where it breaks off.

    >>> parse_formula("6 * paid + min(2, 2.5 * online)").codes
    ('paid', 'online')
    """
    reader = _Reader(text)
    tree = reader.sum()
    if reader.next is not None:
        reader.stop("+ - * /")
    return Formula(text, tree)


def _codes(tree: Term) -> list[str]:
    match tree:
        case Name(code):
            return [code]
        case Operation(_, terms):
            return [code for term in terms for code in _codes(term)]
        case _:
            return []


class _Reader:
    """Reads the marks of a formula from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.next: str | None = None
        self.take()

    def take(self) -> str | None:
        """The next mark, and move on."""
        taken = self.next
        found = _TOKEN.match(self.text, self.place)
        if found is None and self.text[self.place :].strip():
            self.stop("number, code, + - * / ( )")
        self.next = found.group().strip() if found else None
        self.place = found.end() if found else len(self.text)
        return taken

    def sum(self) -> Term:
        """Read a sum."""
        tree = self.product()
        while self.next in {"+", "-"}:
            tree = Operation(self.take() or "", (tree, self.product()))
        return tree

    def product(self) -> Term:
        """Read a product."""
        tree = self.factor()
        while self.next in {"*", "/"}:
            tree = Operation(self.take() or "", (tree, self.factor()))
        return tree

    def factor(self) -> Term:
        """Read a number, a code, a call or what stands in brackets."""
        mark = self.take()
        if mark == "-":
            return Operation("-", (Number(0.0), self.factor()))
        if mark == "(":
            tree = self.sum()
            self.expect(")")
            return tree
        if mark is None or mark in "+*/),":
            self.stop("number, code, (")
        if mark[0].isdigit():
            return Number(float(mark))
        return self.call(mark) if self.next == "(" else Name(mark)

    def call(self, name: str) -> Term:
        """Read the terms of a call."""
        if name not in CALLS:
            self.stop(", ".join(CALLS))
        self.take()
        terms = [self.sum()]
        while self.next == ",":
            self.take()
            terms.append(self.sum())
        self.expect(")")
        least, most = CALLS[name]
        if len(terms) < least or (most is not None and len(terms) > most):
            self.stop(f"{name}: {least}")
        return Operation(name, tuple(terms))

    def expect(self, mark: str) -> None:
        """Take a mark that must stand here."""
        if self.next != mark:
            self.stop(mark)
        self.take()

    def stop(self, wanted: str) -> NoReturn:
        """Give up, telling what is wanted here."""
        BAD_FORMULA.stop(where=f"{self.place}", given=self.text, wanted=wanted)
