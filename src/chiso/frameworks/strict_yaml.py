"""YAML without surprises: no key twice, days stay text unless asked for, read by the C loader."""

from __future__ import annotations

from typing import Any

import yaml

from chiso.frameworks._problems import DUPLICATE_KEY, NOT_YAML
from chiso.problems import Problem, ProblemError


class _Loader(yaml.CSafeLoader):
    """The safe loader, which also remembers keys given twice."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.duplicates: list[tuple[str, int]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                self.duplicates.append((key.value, key.start_mark.line + 1))
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep=deep))


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
    except yaml.YAMLError as error:
        NOT_YAML.stop(where=path, given=" ".join(str(error).split()))
    finally:
        loader.dispose()
    if loader.duplicates:
        raise ProblemError(_told(path, loader.duplicates))
    return value


def _told(path: str, duplicates: list[tuple[str, int]]) -> list[Problem]:
    return [DUPLICATE_KEY(where=f"{path}:{line}", given=key) for key, line in duplicates]
