"""Plans and readings as JSON objects of the plan schema, and back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from chiso.documents.document import Place
from chiso.plans import _problems as problems
from chiso.plans.plan import Plan, Reading

Json = dict[str, Any]


def to_json(plan: Plan) -> Json:
    """The plan as an object of the schema with every key written."""
    return cast("Json", _plain(plan))


def from_json(given: Mapping[str, Any]) -> Plan:
    """The plan in an object of the schema; keys left out are taken as not stated.

    Raises ProblemError (`plans.bad_json`) naming the path of the first value that does not fit.
    """
    return cast("Plan", _value(Plan, given, ""))


def reading_to_json(reading: Reading) -> Json:
    """`{"plan", "places", "doubts"}`; each place is `[block, start, end]`."""
    places = {path: [[p.block, p.start, p.end] for p in found] for path, found in reading.places.items()}
    return {"plan": to_json(reading.plan), "places": places, "doubts": dict(reading.doubts)}


def reading_from_json(given: Mapping[str, Any]) -> Reading:
    """The reading in an object that `reading_to_json` made."""
    places = {path: tuple(Place(*place) for place in found) for path, found in given["places"].items()}
    return Reading(plan=from_json(given["plan"]), places=places, doubts=dict(given["doubts"]))


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _value(wanted: Any, given: Any, path: str) -> Any:  # noqa: ANN401 (walks the types of the dataclasses)
    origin = get_origin(wanted)
    if origin is UnionType:
        inner = next(kind for kind in get_args(wanted) if kind is not NoneType)
        return None if given is None else _value(inner, given, path)
    if origin is tuple:
        return _each(get_args(wanted)[0], given, path)
    if is_dataclass(wanted):
        return _made(cast("type", wanted), given, path)
    return _simple(wanted, given, path)


def _each(kind: Any, given: Any, path: str) -> tuple[Any, ...]:  # noqa: ANN401 (see _value)
    if not isinstance(given, list | tuple):
        problems.BAD_JSON.stop(where=path, given=given, wanted="a list")
    return tuple(_value(kind, one, f"{path}/{n}") for n, one in enumerate(given))


def _made(kind: type, given: Any, path: str) -> Any:  # noqa: ANN401 (see _value)
    if not isinstance(given, Mapping):
        problems.BAD_JSON.stop(where=path or "/", given=given, wanted="an object")
    types = _types(kind)
    known = {f.name: f for f in fields(kind)}
    unknown = set(given) - set(known)
    if unknown:
        problems.BAD_JSON.stop(where=path or "/", given=", ".join(sorted(unknown)), wanted=", ".join(known))
    missing = [n for n, f in known.items() if f.default is MISSING and n not in given]
    if missing:
        problems.BAD_JSON.stop(where=path or "/", given="-", wanted=", ".join(missing))
    return kind(**{name: _value(types[name], one, f"{path}/{name}") for name, one in given.items()})


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


_MAKERS: dict[type, Callable[[Any], Any]] = {float: float}


def _simple(wanted: type, given: Any, path: str) -> Any:  # noqa: ANN401 (see _value)
    accepts: tuple[type, ...] = (int, float) if wanted is float else (str,) if issubclass(wanted, Enum) else (wanted,)
    is_bool = isinstance(given, bool)
    if not isinstance(given, accepts) or (is_bool and wanted is not bool):
        problems.BAD_JSON.stop(where=path, given=repr(given), wanted=wanted.__name__)
    try:
        return _MAKERS.get(wanted, wanted)(given)
    except ValueError:
        problems.BAD_JSON.stop(where=path, given=repr(given), wanted=wanted.__name__)
