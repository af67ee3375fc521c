"""Emblems: curated icons as paths. Their authors are named in `THIRD_PARTY.md` (CC BY 3.0).

Icons are used as foil, prints, masks and patterns, never as scenery.
"""

import functools
import json
from importlib import resources
from typing import TypedDict

import skia
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path


class _Icon(TypedDict):
    path: str
    author: str


def _to_skia(outline: RecordingPen) -> skia.Path:
    path = skia.Path()
    draw = {"moveTo": path.moveTo, "lineTo": path.lineTo, "qCurveTo": path.quadTo,
            "curveTo": path.cubicTo, "closePath": path.close, "endPath": lambda: None}  # fmt: skip
    for verb, points in outline.value:
        draw[verb](*(coordinate for point in points for coordinate in point))
    return path


@functools.cache
def _icons() -> dict[str, _Icon]:
    source = resources.files("pipeline.illustrator").joinpath("icons.json")
    return json.loads(source.read_text(encoding="utf-8"))


@functools.cache
def icon_path(name: str) -> skia.Path:
    """The icon's outline in its own square of 512 units, y downwards. Do not change it: copy it.

    Raises:
        KeyError: when no icon has that name.
    """
    outline = RecordingPen()
    parse_path(_icons()[name]["path"], outline)
    return _to_skia(outline)


@functools.cache
def known_icons() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(_icons())


def icon_author(name: str) -> str:
    """Who drew the icon, for the notices.

    Raises:
        KeyError: when no icon has that name.
    """
    return _icons()[name]["author"]
