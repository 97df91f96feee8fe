"""Whether a pack has the shape that the schema asks for, told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from chiso.frameworks._problems import MISSING_KEY, NOT_ONE_OF, UNKNOWN_KEY, WRONG_SHAPE
from chiso.problems import Problem


def faults(value: object, schema: Mapping[str, Any], kind: str, path: str) -> list[Problem]:
    """All places where `value` breaks the definition `kind` of the schema.

    `where` of a fault is the file and the way to the place, such as `framework.yaml: nodes/3/scale`.
    """
    import jsonschema  # noqa: PLC0415 - takes longer to load than a whole pack, and only parsing needs it

    validator = jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{kind}"})
    return [told for error in validator.iter_errors(value) for told in _told(error, path)]


def _told(error: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401 - a jsonschema error, imported late
    meant = _meant(error)
    if meant is not None:
        for each in meant:
            yield from _told(each, path)
        return
    place = "/".join(str(step) for step in error.absolute_path)
    where = f"{path}: {place}" if place else path
    if error.validator == "additionalProperties":
        known = sorted(error.schema.get("properties", {}))
        for key in sorted(set(error.instance) - set(known), key=str):
            yield UNKNOWN_KEY(where=where, given=key, wanted=", ".join(known))
    elif error.validator == "required":
        for key in (key for key in error.validator_value if key not in error.instance):
            yield MISSING_KEY(where=where, given=key)
    elif error.validator == "enum":
        yield NOT_ONE_OF(where=where, given=error.instance, wanted=", ".join(map(str, error.validator_value)))
    else:
        yield WRONG_SHAPE(
            where=where,
            given=_shortened(error.instance),
            wanted=f"{error.validator}: {_shortened(error.validator_value)}",
        )


def _meant(error: Any) -> list[Any] | None:  # noqa: ANN401 - as above
    """Of several shapes that a value may have, what is wrong by the one that it is meant to have; None if unclear."""
    if error.validator != "anyOf":
        return None
    by_shape: dict[Any, list[Any]] = {}
    for each in error.context:
        by_shape.setdefault(each.schema_path[0], []).append(each)
    fitting = [
        found
        for found in by_shape.values()
        if not any(each.validator in {"type", "const"} and not each.relative_path for each in found)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _shortened(value: object) -> str:
    text = str(value)
    limit = 80
    return text if len(text) <= limit else f"{text[:limit]}…"
