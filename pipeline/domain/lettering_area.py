"""Which polygons can be the place of lettering in a picture."""

import math
from collections.abc import Sequence

from pipeline.domain.errors import RetouchError
from pipeline.domain.lettering import Polygon

CORNERS = (3, 16)
OUTSIDE = 0.25
"""A tilted line at the edge has corners so far outside, in fractions of a side."""
LEAST = 1e-5
"""The least share of a picture: a line of four pixels in one of 1024 x 1536 has twice that."""


def demand_areas(areas: Sequence[Polygon], most: int) -> None:
    """Find out whether all `areas` can be lettering in a picture, and are at most so many.

    Raises:
        RetouchError: `retouch-many`, `retouch-area`.
    """
    if len(areas) > most:
        raise RetouchError("retouch-many", count=len(areas), most=most)
    if not all(map(_sane, areas)):
        raise RetouchError("retouch-area")


def _sane(area: Polygon) -> bool:
    low, high = CORNERS
    if not low <= len(area) <= high:
        return False
    values = [value for corner in area for value in corner]
    # a NaN is not within any bounds, and infinities are beyond them
    if not all(-OUTSIDE <= value <= 1 + OUTSIDE for value in values):
        return False
    (left, top), (right, bottom) = _frame(area)
    return min(right, 1) > max(left, 0) and min(bottom, 1) > max(top, 0) and _size(area) >= LEAST


def _frame(area: Polygon) -> tuple[tuple[float, float], tuple[float, float]]:
    across, down = [x for x, _ in area], [y for _, y in area]
    return (min(across), min(down)), (max(across), max(down))


def _size(area: Polygon) -> float:
    """The area by the shoelace formula, as a share of the picture."""
    turned = (*area[1:], area[0])
    crosses = (x * v - u * y for (x, y), (u, v) in zip(area, turned, strict=True))
    return abs(math.fsum(crosses)) / 2
