"""Emblems: curated icons as paths. Their authors are named in `docs/motifs.md` (most CC BY 3.0).

Icons are used as foil, prints, masks and patterns, never as scenery.
"""

import functools
import json
from importlib import resources
from typing import TypedDict

import skia
from fontTools.pens.areaPen import AreaPen
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


@functools.cache
def is_solid(name: str) -> bool:
    """Whether the icon is one compact shape, which still says what it is as a bare silhouette.

    One outline must hold three quarters of all ink, and a good part of its frame.

    Raises:
        KeyError: when no icon has that name.
    """
    pen = RecordingPen()
    parse_path(_icons()[name]["path"], pen)
    areas = [_area(contour) for contour in _contours(pen)]
    largest = max(areas, key=abs)
    ink = sum(abs(one) for one in areas if one * largest > 0)
    bounds = icon_path(name).computeTightBounds()
    return abs(largest) >= max(0.75 * ink, 0.34 * bounds.width() * bounds.height())


def _contours(pen: RecordingPen) -> list[RecordingPen]:
    """Each closed outline of a drawing for itself."""
    parts: list[RecordingPen] = []
    for command, points in pen.value:
        if command == "moveTo":
            parts.append(RecordingPen())
        # areas need closed outlines, and a fill closes them anyway
        parts[-1].value.append(("closePath" if command == "endPath" else command, points))
    return parts


def _area(contour: RecordingPen) -> float:
    """The signed area that an outline holds, in square units of its icon."""
    pen = AreaPen()
    contour.replay(pen)
    return float(pen.value)
