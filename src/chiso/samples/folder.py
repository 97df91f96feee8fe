"""The folder in which the sample data lie, wherever the package is installed."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

_FOLDER = files("chiso.samples")


def content(*path: str) -> bytes:
    """The bytes of a file of the folder."""
    return _FOLDER.joinpath(*path).read_bytes()


def written(*path: str) -> Any:  # noqa: ANN401 - what a file holds is known only where it is used
    """What a YAML file of the folder says."""
    return yaml.safe_load(content(*path))


def names(folder: str, ending: str) -> tuple[str, ...]:
    """The names of the files in a folder that have an ending, in order."""
    return tuple(sorted(file.name for file in _FOLDER.joinpath(folder).iterdir() if file.name.endswith(ending)))
