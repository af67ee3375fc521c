"""Ornaments as areas to be stamped, printed or carved: bands, rays, leaves, wreaths, frames.

Angles are clockwise from straight up, in radians. All areas fill by the non-zero rule, so they
may be added to one path.
"""

import math

import skia

from pipeline.drawing.canvas import Point, fitted, moved

TAU = 2 * math.pi


def at(centre: Point, radius: float, angle: float) -> Point:
    """The point `radius` away from `centre` at `angle`."""
    return centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)


def around(centre: Point, radius: float) -> skia.Rect:
    """The square round a circle."""
    return skia.Rect.MakeLTRB(
        centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius
    )


def outlined(path: skia.Path, width: float, *, round_ends: bool = True) -> skia.Path:
    """The area that a pen of `width` covers along `path`."""
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width)
    paint.setStrokeCap(skia.Paint.kRound_Cap if round_ends else skia.Paint.kButt_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join if round_ends else skia.Paint.kMiter_Join)
    area = skia.Path()
    paint.getFillPath(path, area)
    return area


def band(centre: Point, radius: float, width: float) -> skia.Path:
    """A circle line of `width`, as two circles in opposite directions."""
    path = skia.Path()
    path.addCircle(*centre, radius + width / 2, skia.PathDirection.kCW)
    path.addCircle(*centre, max(0.0, radius - width / 2), skia.PathDirection.kCCW)
    return path


def blade(centre: Point, inner: float, outer: float, angle: float, width: float) -> skia.Path:
    """A ray from `inner` to `outer`, widest (`width`) at a third and pointed at both ends."""
    belly = inner + (outer - inner) * 0.3
    path = skia.Path()
    path.moveTo(*at(centre, inner, angle))
    for sign in (1, -1):
        x, y = at(centre, belly, angle)
        path.lineTo(x + sign * width / 2 * math.cos(angle), y + sign * width / 2 * math.sin(angle))
        if sign == 1:
            path.lineTo(*at(centre, outer, angle))
    path.close()
    return path


def wedge(centre: Point, inner: float, outer: float, angle: float, spread: float) -> skia.Path:
    """A sector piece between two radii, `spread` radians wide about `angle`."""
    path = skia.Path()
    degrees = math.degrees(angle - spread / 2) - 90
    sweep = math.degrees(spread)
    path.arcTo(around(centre, outer), degrees, sweep, True)
    path.arcTo(around(centre, max(inner, 0.01)), degrees + sweep, -sweep, False)
    path.close()
    return path


def leaf(foot: Point, angle: float, length: float, width: float, bend: float = 0.0) -> skia.Path:
    """A pointed leaf from `foot`; `bend` moves its tip sideways, in lengths."""
    c, s = math.cos(angle), math.sin(angle)

    def place(x: float, y: float) -> Point:
        return foot[0] + x * c + y * s, foot[1] + x * s - y * c

    tip = place(bend * length, length)
    path = skia.Path()
    path.moveTo(*foot)
    path.cubicTo(*place(width * 0.66, length * 0.18), *place(width * 0.55, length * 0.66), *tip)
    path.cubicTo(*place(-width * 0.55, length * 0.66), *place(-width * 0.66, length * 0.18), *foot)
    path.close()
    return path


def in_circle(path: skia.Path, centre: Point, radius: float, degrees: float = 0.0) -> skia.Path:
    """A copy of `path`, turned, centred and as large as sits well within a circle."""
    turned = moved(path, 0, 0, 1.0, degrees)
    bounds = turned.computeTightBounds()
    reach = math.hypot(bounds.width(), bounds.height()) / 2
    scale = min(radius / reach, 0.74 * 2 * radius / max(bounds.width(), bounds.height()))
    half_w, half_h = bounds.width() * scale / 2, bounds.height() * scale / 2
    return fitted(turned, skia.Rect.MakeLTRB(centre[0] - half_w, centre[1] - half_h,
                                             centre[0] + half_w, centre[1] + half_h))  # fmt: skip


def spark(centre: Point, size: float) -> skia.Path:
    """A small star of four long and four short points."""
    path = skia.Path()
    for i in range(8):
        path.addPath(blade(centre, 0, size * (1 if i % 2 == 0 else 0.5), TAU * i / 8, size * 0.2))
    return path


def rays(
    centre: Point, inner: float, outer: float, count: int, width: float, short: float = 0.6
) -> skia.Path:
    """`count` blades all round, long and short (`short` of the length) in turns."""
    path = skia.Path()
    for i in range(count):
        reach = outer if i % 2 == 0 else inner + (outer - inner) * short
        path.addPath(blade(centre, inner, reach, TAU * i / count, width))
    return path


def dots(centre: Point, radius: float, count: int, size: float) -> skia.Path:
    """`count` dots of radius `size` on a circle."""
    path = skia.Path()
    for i in range(count):
        path.addCircle(*at(centre, radius, TAU * i / count), size)
    return path


def wreath(centre: Point, radius: float, size: float) -> skia.Path:
    """Two laurel branches, tied at the foot and open at the top; leaves about `size` long."""
    path = skia.Path()
    open_top, tie = 0.42, 0.12
    steps = max(7, round((math.pi - open_top - tie) * radius / (size * 0.62)))
    for side in (1, -1):
        for i in range(steps):
            t = i / (steps - 1)
            angle = side * (math.pi - tie - t * (math.pi - open_top - tie))
            grown = size * (0.72 + 0.42 * math.sin(math.pi * min(1.0, t * 0.8 + 0.16)))
            foot = at(centre, radius, angle)
            along = angle - side * math.pi / 2
            for turn, share in ((0.62, 1.0), (-0.62, 0.9)):
                path.addPath(leaf(foot, along + side * turn, grown * share, grown * 0.36))
            if i % 2 == 0:
                path.addCircle(*at(centre, radius + size * 0.78, angle + side * 0.05), size * 0.09)
        stem = skia.Path()
        sweep = math.degrees(math.pi - open_top - tie * 0.4)
        stem.addArc(around(centre, radius), 90 - side * math.degrees(tie * 0.4), -side * sweep)
        path.addPath(outlined(stem, size * 0.07))
    return path


def notched(page: skia.Rect, notch: float) -> skia.Path:
    """A rectangle whose corners are bitten out by quarter circles of radius `notch`."""
    left, top, right, bottom = page.left(), page.top(), page.right(), page.bottom()
    path = skia.Path()
    path.moveTo(left + notch, top)
    path.lineTo(right - notch, top)
    path.arcTo(around((right, top), notch), 180, -90, False)
    path.lineTo(right, bottom - notch)
    path.arcTo(around((right, bottom), notch), 270, -90, False)
    path.lineTo(left + notch, bottom)
    path.arcTo(around((left, bottom), notch), 0, -90, False)
    path.lineTo(left, top + notch)
    path.arcTo(around((left, top), notch), 90, -90, False)
    path.close()
    return path


def stepped(page: skia.Rect, step: float) -> skia.Path:
    """A rectangle with two stairs in every corner, as art-deco frames have."""
    left, top, right, bottom = page.left(), page.top(), page.right(), page.bottom()
    corners = (
        (left, top, 1, 1),
        (right, top, -1, 1),
        (right, bottom, -1, -1),
        (left, bottom, 1, -1),
    )
    path = skia.Path()
    for i, (x, y, dx, dy) in enumerate(corners):
        stairs = [(x, y + 2 * step * dy), (x + step * dx, y + 2 * step * dy),
                  (x + step * dx, y + step * dy), (x + 2 * step * dx, y + step * dy),
                  (x + 2 * step * dx, y)]  # fmt: skip
        for point in stairs if i % 2 == 0 else reversed(stairs):
            path.lineTo(*point) if not path.isEmpty() else path.moveTo(*point)
    path.close()
    return path


def scroll(corner: Point, size: float, dx: int, dy: int) -> skia.Path:
    """A corner flourish of two spirals with leaves, `size` long, growing towards (dx, dy)."""
    half = skia.Path()
    spiral = skia.Path()
    spiral.moveTo(0.06, 0.06)
    spiral.cubicTo(0.1, 0.02, 0.5, -0.02, 0.72, 0.1)
    spiral.cubicTo(0.92, 0.21, 0.86, 0.42, 0.7, 0.4)
    spiral.cubicTo(0.58, 0.385, 0.58, 0.25, 0.68, 0.26)
    half.addPath(outlined(spiral, 0.03))
    half.addCircle(0.675, 0.285, 0.034)
    half.addPath(leaf((0.3, 0.035), math.pi * 0.66, 0.26, 0.085, -0.12))
    half.addPath(leaf((0.66, 0.045), math.pi * 0.53, 0.36, 0.07, -0.08))
    half.addPath(leaf((0.55, 0.035), math.pi * 0.72, 0.15, 0.06))
    mirror = skia.Matrix()
    mirror.setAll(0, 1, 0, 1, 0, 0, 0, 0, 1)
    other = skia.Path(half)
    other.transform(mirror)
    # a union, since contours that run the other way round would cut holes
    half = skia.Simplify(half) or half
    whole = skia.Op(half, other, skia.PathOp.kUnion_PathOp)
    whole.addPath(leaf((0.1, 0.1), math.pi * 0.75, 0.42, 0.13))
    whole.addCircle(0.46, 0.46, 0.022)
    place = skia.Matrix()
    place.setTranslate(*corner)
    place.preScale(dx * size, dy * size)
    whole.transform(place)
    return whole
