"""Curves that grow as stems do: a heading that bends steadily, and ribbons that taper along it.

Headings are clockwise from straight up, in radians; lengths are in units.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import skia

from pipeline.drawing.canvas import Point, polygon


@dataclass(frozen=True, slots=True)
class Curve:
    """Points from foot to tip, with the heading at each."""

    points: tuple[Point, ...]
    headings: tuple[float, ...]

    def at(self, share: float) -> tuple[Point, float]:
        """Point and heading at a share (0 to 1) of the length."""
        place = min(max(share, 0.0), 1.0) * (len(self.points) - 1)
        i = min(int(place), len(self.points) - 2)
        rest = place - i
        (x0, y0), (x1, y1) = self.points[i], self.points[i + 1]
        return (x0 + (x1 - x0) * rest, y0 + (y1 - y0) * rest), self.headings[i]

    def until(self, free: Callable[[float, float], bool]) -> "Curve | None":
        """The curve, or a shorter one that stops well before its first point that is not free.

        None when nearly nothing is left: a stump looks worse than no stem.
        """
        count = len(self.points)
        met = next((i for i, point in enumerate(self.points) if not free(*point)), None)
        if met is not None:
            count = round(met * 0.78)
        if count < 5:
            return None
        return Curve(self.points[:count], self.headings[:count])

    @property
    def length(self) -> float:
        """Units from foot to tip."""
        return sum(math.dist(a, b) for a, b in zip(self.points, self.points[1:], strict=False))


def grow(
    foot: Point, heading: float, length: float, bend: float = 0.0, *, kinks: Sequence[float] = (),
    steps: int = 22,
) -> Curve:  # fmt: skip
    """A curve whose heading turns by `bend` on its way, and by each of `kinks` at even places."""
    x, y = foot
    points, headings = [foot], [heading]
    jumps = {round(steps * (k + 1) / (len(kinks) + 1)): turn for k, turn in enumerate(kinks)}
    for i in range(1, steps + 1):
        heading += bend / steps + jumps.get(i, 0.0)
        x += length / steps * math.sin(heading)
        y -= length / steps * math.cos(heading)
        points.append((x, y))
        headings.append(heading)
    return Curve(tuple(points), tuple(headings))


def sides(curve: Curve, half: Callable[[float], float]) -> tuple[list[Point], list[Point]]:
    """The left and the right edge of a curve that is `half(share)` wide to either side."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(curve.points) - 1
    for i, ((x, y), heading) in enumerate(zip(curve.points, curve.headings, strict=True)):
        reach = half(i / last)
        dx, dy = reach * math.cos(heading), reach * math.sin(heading)
        left.append((x - dx, y - dy))
        right.append((x + dx, y + dy))
    return left, right


def ribbon(curve: Curve, foot_width: float, tip_width: float) -> skia.Path:
    """A stem as an area, from `foot_width` to `tip_width`."""
    left, right = sides(curve, lambda t: (foot_width + (tip_width - foot_width) * t) / 2)
    return polygon(left + right[::-1])


def through(curve: Curve) -> skia.Path:
    """The curve itself, as a line to be stroked."""
    return polygon(curve.points, closed=False)
