"""Words and parts of words put together to lines of lettering, in the order of reading.

A detector sees words, halves of words, single letters. A person who wants a title gone picks a
line. Lines may be tilted, run up or down a spine, or stand with one letter under the other, as
Korean titles often do.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.ports.lettering import Corners, Fragment
from pipeline.stages import joining
from pipeline.stages.joining import Run
from pipeline.stages.quadrilateral import Vector, area, edges, sides

LARGEST = 0.20
"""No line has a larger share of a picture; what claims more is a frame or a field of pattern."""
TALLEST = 0.20
"""No line's short side is longer than this share of the height."""
TURNED_DEGREES = 20.0
LEAST_PX = 4.0
"""Shorter sides are specks."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineSpot:
    """Where a line is, in pixels, and how sure it is from 0 to 1 that it is one.

    `turned` as `TextLine` has it; `stacked` ones have upright letters one under the other, and so
    their first edge is short.
    """

    corners: Corners
    confidence: float
    turned: bool
    stacked: bool = False


def lines_of(fragments: Sequence[Fragment], shape: tuple[int, ...]) -> list[LineSpot]:
    """The lines that fragments in a picture of `shape` (height, width, ...) make up."""
    kept = [one for one in fragments if _plausible(one.corners, shape)]
    spots = [_spot(run) for run in joining.runs(kept)]
    return in_reading_order(spots)


def _plausible(corners: Corners, shape: tuple[int, ...]) -> bool:
    height, width = shape[:2]
    short = min(sides(corners))
    return (short >= LEAST_PX and short <= TALLEST * max(height, width)
            and area(corners) <= LARGEST * height * width)  # fmt: skip


def _spot(run: Run) -> LineSpot:
    corners = _round(run.points, run.axis)
    length, height = sides(corners)
    steep = abs(math.degrees(math.atan2(run.axis[1], run.axis[0])))
    if run.stacked:
        corners = np.roll(corners, 1, axis=0)
        if edges(corners)[0][0] < 0:
            corners = np.roll(corners, 2, axis=0)
    turned = run.stacked or (steep > TURNED_DEGREES and length > height)
    return LineSpot(
        corners=corners, confidence=run.confidence, turned=turned, stacked=run.stacked
    )  # fmt: skip


def _round(points: Vector, axis: Vector) -> Corners:
    """The rectangle along `axis` round the points, clockwise, from where reading begins."""
    across = np.array([-axis[1], axis[0]])
    u, v = points @ axis, points @ across
    ends = ((u.min(), v.min()), (u.max(), v.min()), (u.max(), v.max()), (u.min(), v.max()))
    return np.asarray([a * axis + b * across for a, b in ends], np.float32)


def in_reading_order(spots: Sequence[LineSpot]) -> list[LineSpot]:
    """From top to bottom, and in one row from left to right."""
    left = sorted(spots, key=lambda spot: float(spot.corners[:, 1].mean()))
    ordered: list[LineSpot] = []
    while left:
        row = [left[0], *(spot for spot in left[1:] if _same_row(left[0], spot))]
        row.sort(key=lambda spot: float(spot.corners[:, 0].min()))
        ordered += row
        left = [spot for spot in left if all(spot is not other for other in row)]
    return ordered


def _same_row(first: LineSpot, other: LineSpot) -> bool:
    (top, bottom), (high, low) = (_rows(spot.corners) for spot in (first, other))
    shared = min(bottom, low) - max(top, high)
    return shared > 0.5 * min(bottom - top, low - high) and (
        max(bottom - top, low - high) < 3 * min(bottom - top, low - high)
    )


def _rows(corners: Corners) -> tuple[float, float]:
    return float(corners[:, 1].min()), float(corners[:, 1].max())
