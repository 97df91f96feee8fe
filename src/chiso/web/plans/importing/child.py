"""The process in which one upload is read: within limits, without the database, without Django.

It gets a line of JSON (the file's name, known names, limits) and the file's content on standard input, and answers with
one JSON object on standard output: the document and its reading, or the problems. `apart` starts it and waits for it.
"""

from __future__ import annotations

import json
import signal
import sys
import tempfile
from types import FrameType
from typing import Any, NoReturn

from chiso import documents, plans
from chiso.plans import ComponentName, Names
from chiso.problems import Problem, ProblemError
from chiso.web.plans.importing.document_form import document_json

_LANGUAGES = ("vi", "en")


def main() -> None:
    """Read one upload."""
    signal.signal(signal.SIGTERM, _leave)
    request = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    tempfile.tempdir = request["folder"]  # what a killed child leaves goes with the folder
    _limit(**request["limits"])
    sys.stdout.write(json.dumps(answer(content, request["name"], names_from(request["names"]))))


def answer(content: bytes, name: str, names: Names) -> dict[str, Any]:
    """The document and its reading as a draft keeps them, or what is wrong with the file."""
    try:
        document = documents.read(content, name)
        return {
            "document": document_json(document),
            "reading": plans.reading_to_json(plans.read(document, names=names)),
        }
    except ProblemError as error:
        return {"problems": [_letter(problem) for problem in error.problems]}
    except MemoryError:
        return {"memory": True}


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    """End in order, so that programs started for the reading end too."""
    sys.exit(1)


def _limit(memory: int, seconds: int, file: int) -> None:
    """Take from this process and its children what they may not need: bytes of memory, seconds of work, bytes on disk."""
    try:
        import resource  # noqa: PLC0415 (not on Windows, where the time that `apart` waits is the only limit)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file, file))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _letter(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "message": {language: problem.message(language) for language in _LANGUAGES},
        "remedy": {language: problem.remedy(language) for language in _LANGUAGES},
    }


def names_to_json(names: Names) -> dict[str, Any]:
    """Known names for the child."""
    return {
        "provinces": list(names.provinces),
        "components": {
            family: [[each.name, list(each.aliases)] for each in components]
            for family, components in names.components.items()
        },
        "units": list(names.units),
    }


def names_from(given: dict[str, Any]) -> Names:
    """Known names as `names_to_json` gives them."""
    return Names(
        provinces=tuple(given["provinces"]),
        components={
            family: tuple(ComponentName(name, tuple(aliases)) for name, aliases in components)
            for family, components in given["components"].items()
        },
        units=tuple(given["units"]),
    )


if __name__ == "__main__":
    main()
