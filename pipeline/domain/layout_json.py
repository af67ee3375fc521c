"""A layout as JSON text, and back.

    {"version": 1, "aspect": 0.667, "language": "en", "tones": [...], "blocks": [...]}

Every field of the frozen values is written under its own name; enums as their values, axes as an
object. Reading is strict: what is missing, unknown or of a wrong type is named by its place, as in
`blocks[0].size`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, asdict, fields
from enum import StrEnum
from typing import Any, TypeVar, cast

from pipeline.domain.geometry import Box
from pipeline.domain.layout import (
    Align,
    Case,
    Effect,
    EffectKind,
    Layout,
    Material,
    Role,
    TextBlock,
    Tone,
    Trait,
)

VERSION = 1
T = TypeVar("T")
Read = Callable[[object, str], Any]


class LayoutError(ValueError):
    """The text is not a layout. `place` says where in it ("" is the whole), `fault` what is wrong.

    Below it: `LayoutSyntaxError`, `LayoutVersionError`, `LayoutValueError`.
    """

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place or 'layout'}: {fault}")
        self.place = place
        self.fault = fault


class LayoutSyntaxError(LayoutError):
    """Not JSON."""


class LayoutVersionError(LayoutError):
    """Written by a later program, or by none."""


class LayoutValueError(LayoutError):
    """A field is missing, unknown, of a wrong type or out of range."""


def to_json(layout: Layout) -> str:
    """`layout` as one JSON object; equal layouts give equal text."""
    plain = asdict(layout)
    for block in plain["blocks"]:
        block["axes"] = dict(block["axes"])
    return json.dumps({"version": VERSION, **plain}, ensure_ascii=False, indent=1)


def from_json(text: str) -> Layout:
    """The layout that `to_json` wrote.

    Raises:
        LayoutSyntaxError: when `text` is not JSON.
        LayoutVersionError: when its schema's version is unknown.
        LayoutValueError: when a field is missing, unknown, of a wrong type or out of range.
    """
    try:
        plain: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LayoutSyntaxError("", str(error)) from error
    record = dict(_record(plain, ""))
    version = record.pop("version", None)
    if version != VERSION or isinstance(version, bool):
        raise LayoutVersionError("version", f"{version!r} is not {VERSION}")
    return _object(Layout, _LAYOUT)(record, "")


def _record(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise LayoutValueError(place, "must be an object")
    return cast("dict[str, object]", value)


def _object(kind: type[T], readers: Mapping[str, Read]) -> Callable[[object, str], T]:
    """A reader of one dataclass: all its fields, each by its reader, and no other."""

    def read(value: object, place: str) -> T:
        record = _record(value, place)
        at = f"{place}." if place else ""
        for name in record:
            if name not in readers:
                raise LayoutValueError(f"{at}{name}", "is unknown")
        for name in _required(kind):
            if name not in record:
                raise LayoutValueError(f"{at}{name}", "is missing")
        return kind(**{name: readers[name](item, f"{at}{name}") for name, item in record.items()})

    return read


def _required(kind: Any) -> list[str]:
    return [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]


def _string(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise LayoutValueError(place, "must be a string")
    return value


def _flag(value: object, place: str) -> bool:
    if not isinstance(value, bool):
        raise LayoutValueError(place, "must be true or false")
    return value


def _colour(value: object, place: str) -> str:
    colour = _string(value, place)
    digits = colour.removeprefix("#")
    if len(colour) != 7 or len(digits) != 6 or not set(digits) <= set("0123456789abcdefABCDEF"):
        raise LayoutValueError(place, "must be a colour such as #1a2b3c")
    return colour


def _number(low: float, high: float) -> Callable[[object, str], float]:
    def read(value: object, place: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise LayoutValueError(place, "must be a number")
        if not low <= value <= high:
            raise LayoutValueError(place, f"must be from {low} to {high}")
        return float(value)

    return read


def _choice(kind: type[StrEnum]) -> Read:
    def read(value: object, place: str) -> StrEnum:
        try:
            return kind(_string(value, place))
        except ValueError as error:
            known = ", ".join(member.value for member in kind)
            raise LayoutValueError(place, f"must be one of {known}") from error

    return read


def _every(item: Callable[[object, str], T]) -> Callable[[object, str], tuple[T, ...]]:
    def read(value: object, place: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise LayoutValueError(place, "must be a list")
        entries = cast("list[object]", value)
        return tuple(item(entry, f"{place}[{i}]") for i, entry in enumerate(entries))

    return read


def _axes(value: object, place: str) -> tuple[tuple[str, float], ...]:
    number = _number(-1e5, 1e5)
    return tuple((n, number(item, f"{place}.{n}")) for n, item in _record(value, place).items())


_SHARE = _number(0.0, 1.0)
_SIZE = _number(1e-4, 4.0)
_BOX = _object(
    Box, {"x": _number(-10, 10), "y": _number(-10, 10), "w": _number(0, 20), "h": _number(0, 20)}
)
_EFFECT = _object(
    Effect,
    {"kind": _choice(EffectKind), "colour": _colour, "strength": _SHARE, "size": _number(0, 4)},
)
_TONE = _object(Tone, {"box": _BOX, "colour": _colour, "strength": _SHARE, "fade": _number(0, 4)})
_BLOCK = _object(
    TextBlock,
    {
        "role": _choice(Role),
        "words": _string,
        "lines": _every(_string),
        "font": _string,
        "axes": _axes,
        "size": _SIZE,
        "tracking": _number(-1, 4),
        "leading": _number(0, 10),
        "align": _choice(Align),
        "box": _BOX,
        "colour": _colour,
        "case": _choice(Case),
        "material": _choice(Material),
        "effects": _every(_EFFECT),
        "vertical": _flag,
        "locked": _flag,
        "chosen": _every(_choice(Trait)),
    },
)
_LAYOUT: dict[str, Read] = {
    "aspect": _number(0.05, 20),
    "blocks": _every(_BLOCK),
    "tones": _every(_TONE),
    "language": _string,
}
