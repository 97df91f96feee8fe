"""YAML without surprises: no key twice, days stay text unless asked for, read by the C loader."""

from __future__ import annotations

import math
from typing import Any

import yaml

from chiso.frameworks._problems import DUPLICATE_KEY, NOT_YAML
from chiso.problems import Problem, ProblemError

_MOST = 10**15
_LONGEST = 60


class _Loader(yaml.CSafeLoader):
    """The safe loader, which also remembers keys given twice."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.duplicates: list[tuple[str, int]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                self.duplicates.append((key.value, key.start_mark.line + 1))
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep=deep))

    def construct_finite(self, node: yaml.ScalarNode) -> float:
        """A number; infinity and what is none are no value that anybody states."""
        number: float = self.construct_yaml_float(node)
        if not math.isfinite(number):
            raise yaml.constructor.ConstructorError(None, None, f"{node.value} is no number", node.start_mark)
        return number

    def construct_short(self, node: yaml.ScalarNode) -> int:
        """A whole number of no more digits than can be written out again."""
        number: int = self.construct_yaml_int(node)
        if abs(number) >= _MOST:
            raise yaml.constructor.ConstructorError(None, None, "a number of too many digits", node.start_mark)
        return number

    def construct_day(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401 - a day or a moment, as PyYAML reads it
        """A day that there is."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(None, None, f"{node.value} is no day", node.start_mark) from error


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_day)
_Loader.add_constructor("tag:yaml.org,2002:float", _Loader.construct_finite)
_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_short)


class _TextLoader(_Loader):
    """The same, but days stay as they are written."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str, path: str, *, with_days: bool = False) -> Any:  # noqa: ANN401 - the schema says what it must be
    """The value in a YAML text; days are `date` with `with_days`, else text.

    Raises ProblemError frameworks.not_yaml or frameworks.duplicate_key, with the file and the line.
    """
    loader = (_Loader if with_days else _TextLoader)(text)
    try:
        value = loader.get_single_data()
    except (yaml.YAMLError, ValueError, KeyError) as error:  # the latter where a tag claims what the text is not
        line, column = _place(error)
        NOT_YAML.stop(where=f"{path}:{line}:{column}" if line else path, given=_line(text, line))
    finally:
        loader.dispose()
    if loader.duplicates:
        raise ProblemError(_told(path, loader.duplicates))
    return value


def _place(error: Exception) -> tuple[int, int]:
    """The line and the column at which reading broke off; zeros where it is not known."""
    mark = getattr(error, "problem_mark", None)
    return (0, 0) if mark is None else (mark.line + 1, mark.column + 1)


def _line(text: str, number: int) -> str:
    r"""What is written in a line, shortened; the first one where it is not known which, the last where the text ends.

    >>> _line("a: 1\nb: c: d", 2)
    'b: c: d'
    """
    lines = [line.strip() for line in text.splitlines()] or [""]
    written = lines[number - 1] if 0 < number <= len(lines) else lines[-1] if number else lines[0]
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


def _told(path: str, duplicates: list[tuple[str, int]]) -> list[Problem]:
    return [DUPLICATE_KEY(where=f"{path}:{line}", given=key) for key, line in duplicates]
