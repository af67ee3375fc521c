"""Values of the domain as JSON texts, and back, strictly.

Every field is written under its own name and every member of a union under its tag, `"is"`.
Reading refuses what is unknown, missing or of another type: a text that was damaged becomes a
`StorageError`, and never a value that nobody wrote. Floats survive to the last bit.
"""

from __future__ import annotations

import json
import types
from datetime import datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, overload

from pipeline.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

T = TypeVar("T")
TAG = "is"
_SHOWN = 200
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError, ExceptionGroup)
"""AttributeError: cattrs asks a list for its keys where an object belongs."""


def dumped(value: object, kind: Any = None) -> str:
    """`value` as one line of JSON; `kind` is its type where that is a union or a collection."""
    plain = _converter().unstructure(value, kind or type(value))
    # ASCII only: no database mangles a NUL or half of a surrogate pair that is spelt out
    return json.dumps(plain, separators=(",", ":"))


@overload
def loaded(kind: type[T], text: str) -> T: ...
@overload
def loaded(kind: types.UnionType, text: str) -> Any: ...
def loaded(kind: Any, text: str) -> Any:
    """The value of type `kind` that `dumped` wrote.

    Raises:
        StorageError: `storage-damaged`.
    """
    try:
        return _converter().structure(json.loads(text), kind)
    except _UNREADABLE as error:
        name = getattr(kind, "__name__", str(kind))
        raise StorageError("storage-damaged", reason=f"{name}: {error}"[:_SHOWN]) from error


@cache
def _converter() -> Converter:
    """The rules; made on first use, since cattrs takes a while to load."""
    from cattrs import Converter  # noqa: PLC0415

    converter = Converter(forbid_extra_keys=True)
    for plain in (str, bool, int):
        converter.register_structure_hook(plain, _exactly(plain))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(datetime, _moment)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_structure_hook_factory(_is_union, _union_reader)
    converter.register_unstructure_hook_factory(_is_union, _union_writer)
    return converter


def _exactly(plain: type[T]) -> Callable[[object, Callable[[T], T]], T]:
    """A reader of a plain type, and of the enums that are made of it."""

    def read(value: object, kind: Callable[[T], T]) -> T:
        if type(value) is not plain:
            raise TypeError(f"{value!r:.40} is no {plain.__name__}")
        return value if kind is plain else kind(value)

    return read


def _number(value: object, _kind: type[float]) -> float:
    if type(value) is not float and type(value) is not int:
        raise TypeError(f"{value!r:.40} is no number")
    return float(value)


def _moment(value: object, _kind: type[datetime]) -> datetime:
    if not isinstance(value, str) or (moment := datetime.fromisoformat(value)).tzinfo is None:
        raise TypeError(f"{value!r:.40} is no moment")
    return moment


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_reader(kind: Any, converter: Converter) -> Callable[[object, Any], tuple[Any, ...]]:
    items = get_args(kind)
    repeated = len(items) == 2 and items[1] is Ellipsis

    def read(value: object, _kind: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(f"{value!r:.40} is no list")
        entries = cast("list[object]", value)
        kinds = (items[0],) * len(entries) if repeated else items
        if len(kinds) != len(entries):
            raise ValueError(f"{len(entries)} values instead of {len(kinds)}")
        return tuple(converter.structure(e, k) for e, k in zip(entries, kinds, strict=True))

    return read


def _is_union(kind: Any) -> bool:
    """Whether it is a union of more than one thing besides None."""
    return get_origin(kind) in {Union, types.UnionType} and len(_members(kind)) > 1


def _members(kind: Any) -> list[Any]:
    return [member for member in get_args(kind) if member is not type(None)]


def _is_plain(kind: Any) -> bool:
    return kind in {str, bool, int, float}


def _union_writer(kind: Any, converter: Converter) -> Callable[[object], object]:
    """Plain values as they are; every other member as an object or value with its name."""
    names = {member: member.__name__ for member in _members(kind)}

    def write(value: object) -> object:
        if value is None or _is_plain(type(value)):
            return value
        name = names[type(value)]
        plain = converter.unstructure(value, type(value))
        return {TAG: name, "value": plain} if isinstance(value, Enum) else {TAG: name, **plain}

    return write


def _union_reader(kind: Any, converter: Converter) -> Callable[[object, Any], object]:
    members = _members(kind)
    plain = {member for member in members if _is_plain(member)}
    tagged = {member.__name__: member for member in members if member not in plain}
    optional = type(None) in get_args(kind)

    def read(value: object, _kind: Any) -> object:
        if (value is None and optional) or type(value) in plain:
            return value
        if not isinstance(value, dict):
            raise TypeError(f"{value!r:.40} is none of {sorted(tagged)}")
        fields = dict(cast("dict[str, object]", value))
        member = tagged.get(str(fields.pop(TAG, "")))
        if member is None:
            raise ValueError(f"{value!r:.60} has no tag of {sorted(tagged)}")
        if issubclass(member, Enum):
            if set(fields) != {"value"}:
                raise ValueError(f"{member.__name__} needs one value")
            return converter.structure(fields["value"], member)
        return converter.structure(fields, member)

    return read
