"""Drawing words for scenery: splines through points, tapering limbs, boxes, arches.

Drawings are made in any units with y pointing down and the ground at y = 0; `prop.finished`
brings them into the unit square.
"""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import Point


def outline(data: str, *, closed: bool = True) -> skia.Path:
    """A smooth curve through points: `"0,0 4,-9* 8,0"`; a star makes a point a sharp corner."""
    words = data.split()
    points = [_numbers(word.rstrip("*")) for word in words]
    corners = [i for i, word in enumerate(words) if word.endswith("*")]
    return curve([(p[0], p[1]) for p in points], corners, closed=closed)


def _numbers(word: str) -> tuple[float, ...]:
    return tuple(float(n) for n in word.split(","))


def curve(points: list[Point], corners: list[int], *, closed: bool = True) -> skia.Path:
    """A Catmull-Rom spline through `points`, broken at the indices `corners`."""
    path = skia.Path()
    path.moveTo(*points[0])
    count = len(points)
    sharp = set(corners) if closed else {*corners, 0, count - 1}
    for i in range(count if closed else count - 1):
        before, start = points[i - 1], points[i]
        end, after = points[(i + 1) % count], points[(i + 2) % count]
        into = _handle(start, before, end, 0.0 if i in sharp else 1.0)
        out = _handle(end, after, start, 0.0 if (i + 1) % count in sharp else 1.0)
        path.cubicTo(*into, *out, *end)
    if closed:
        path.close()
    return path


def _handle(at: Point, behind: Point, ahead: Point, smooth: float) -> Point:
    """The control point beside `at` on the way to `ahead`; its tangent leans on `behind`.

    Centripetal: the handle's length follows the segment it belongs to, so that unevenly spaced
    points make no loops.
    """
    length = math.dist(at, ahead)
    if smooth == 0.0:
        return at[0] + (ahead[0] - at[0]) / 3, at[1] + (ahead[1] - at[1]) / 3
    dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
    size = math.hypot(dx, dy) or 1.0
    return at[0] + dx / size * length / 3, at[1] + dy / size * length / 3


def spline(points: np.ndarray, per_span: int = 6) -> np.ndarray:
    """Points (n, k) joined by a uniform Catmull-Rom spline, sampled `per_span` times a span."""
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, per_span, endpoint=False)[:, None]
    spans = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2
               + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(padded[:-3], padded[1:-2], padded[2:-1], padded[3:], strict=True)
    ]  # fmt: skip
    return np.vstack([*spans, points[-1:]])


def limb(data: str) -> skia.Path:
    """A tapering limb with round ends through `"x,y,width ..."`: arms, legs, branches, necks."""
    return tapered(spline(np.array([_numbers(word) for word in data.split()])))


def tapered(samples: np.ndarray) -> skia.Path:
    """The area swept along samples (n, 3) of x, y and width, with round ends; one contour."""
    xy, half = samples[:, :2], np.maximum(samples[:, 2:], 1e-3) / 2
    along = np.gradient(xy, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    normal = np.column_stack([along[:, 1], -along[:, 0]])
    turn = np.linspace(0, math.pi, 7 if half.max() > 1 else 3)[1:-1, None]
    head = xy[-1] + half[-1] * (np.cos(turn) * normal[-1] + np.sin(turn) * along[-1])
    tail = xy[0] + half[0] * (-np.cos(turn) * normal[0] - np.sin(turn) * along[0])
    ring = np.vstack([xy + normal * half, head, (xy - normal * half)[::-1], tail])
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in ring.tolist()], True)
    return path


def box(left: float, top: float, right: float, bottom: float) -> skia.Path:
    """A rectangle by its edges."""
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(left, top, right, bottom))
    return path


def arch(x: float, top: float, width: float, bottom: float) -> skia.Path:
    """An opening with a round head, centred on `x`."""
    left, right, spring = x - width / 2, x + width / 2, top + width / 2
    path = skia.Path()
    path.moveTo(left, bottom)
    path.lineTo(left, spring)
    path.arcTo(skia.Rect.MakeLTRB(left, top, right, top + width), 180, 180, False)
    path.lineTo(right, bottom)
    path.close()
    return path


def disc(x: float, y: float, radius: float) -> skia.Path:
    """A circle."""
    path = skia.Path()
    path.addCircle(x, y, radius)
    return path


def shape(*numbers: float) -> skia.Path:
    """A polygon from x, y, x, y, ..."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)], True)
    return path


def combined(one: skia.Path, two: skia.Path, how: skia.PathOp) -> skia.Path | None:
    """Both paths under a path operation, or None where skia cannot compute it.

    Its solver gives up on rare near-tangent curves; callers fall back on something harmless.
    """
    try:
        return skia.Op(one, two, how)
    except RuntimeError:
        return None


def joined(*paths: skia.Path) -> skia.Path:
    """The union of `paths` as clean, non-overlapping contours, whatever way round they run."""
    union = skia.Path()
    for path in paths:
        union = combined(union, path, skia.PathOp.kUnion_PathOp) or gathered([union, path])
    return union


def without(path: skia.Path, *holes: skia.Path) -> skia.Path:
    """`path` with `holes` cut out of it; a hole that cannot be cut is left out."""
    for hole in holes:
        path = combined(path, hole, skia.PathOp.kDifference_PathOp) or path
    return path


def within(path: skia.Path, area: skia.Path) -> skia.Path:
    """The part of `path` that lies in `area`; nothing where it cannot be computed."""
    return combined(path, area, skia.PathOp.kIntersect_PathOp) or skia.Path()


def gathered(paths: list[skia.Path]) -> skia.Path:
    """All contours in one path, overlaps and all: for many limbs that run the same way round."""
    every = skia.Path()
    for path in paths:
        every.addPath(path, 0, 0)
    return every
