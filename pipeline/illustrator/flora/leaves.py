"""Leaves and what is made of them: sprigs, ferns, round-leaved branches, grasses, bamboo."""

import math

import skia

from pipeline.drawing.canvas import Point, fill, polygon, stroke
from pipeline.drawing.colour import lighter
from pipeline.illustrator.flora.curves import Curve, grow, ribbon, sides, through
from pipeline.illustrator.flora.pen import Pen


def leaf(
    pen: Pen, foot: Point, heading: float, length: float, width: float, bend: float = 0.0,
    *, round_tip: bool = False, veins: bool = True,
) -> None:  # fmt: skip
    """A leaf in two halves, one in the light, with its midrib and side veins.

    Nothing is drawn where it would touch lettering.
    """
    steps = 16 if length > 150 else 11 if length > 60 else 8
    spine = grow(foot, heading, length, bend, steps=steps)
    if not all(pen.free(*spine.at(share)[0], width / 2) for share in (0.0, 0.5, 1.0)):
        return
    power, sharp = (0.62, 0.75) if round_tip else (0.78, 1.25)
    left, right = sides(spine, lambda t: width / 2 * math.sin(math.pi * t**power) ** sharp)
    colour = pen.green()
    lit, dim = lighter(colour, 0.035), lighter(colour, -0.035)
    if math.cos(heading) < 0:
        lit, dim = dim, lit
    middle = list(spine.points)
    pen.canvas.drawPath(polygon(left + middle[::-1]), fill(lit))
    pen.canvas.drawPath(polygon(right + middle[::-1]), fill(dim))
    if width < 8:
        return
    rib = lighter(colour, 0.13)
    pen.canvas.drawPath(through(spine), stroke(rib, max(1.0, width * 0.035), 0.8))
    if veins and width > 20 and steps > 8:
        _veins(pen, spine, left, right, rib, width)


def _veins(
    pen: Pen, spine: Curve, left: list[Point], right: list[Point], colour: str, width: float
) -> None:
    path = skia.Path()
    last = len(spine.points) - 1
    for i in range(2, last - 3, 2):
        for edge in (left, right):
            (x0, y0), (x1, y1) = spine.points[i], edge[min(i + 3, last - 1)]
            path.moveTo(x0, y0)
            path.lineTo(x0 + (x1 - x0) * 0.82, y0 + (y1 - y0) * 0.82)
    pen.canvas.drawPath(path, stroke(colour, max(0.7, width * 0.02), 0.5))


def stem(pen: Pen, curve: Curve, width: float) -> None:
    """A green stem, tapering to a third."""
    pen.canvas.drawPath(ribbon(curve, width, width / 3), fill(pen.tone(pen.hues.leaf)))


def sprig(
    pen: Pen, foot: Point, heading: float, length: float, bend: float = 0.0, *,
    leaf_length: float = 0.26, slim: float = 0.36, round_tip: bool = False,
) -> Curve | None:  # fmt: skip
    """A stem with leaves in turns to its tip; sizes of leaves in lengths. Returns the stem."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return None
    stem(pen, curve, max(2.2, length * 0.014))
    # a long stem bears more leaves, not giant ones
    scale = min(length, 420.0)
    count = max(4, round(9 * 0.26 / leaf_length * curve.length / scale))
    for i in range(count):
        share = 0.16 + 0.8 * i / count
        point, along = curve.at(share)
        size = scale * leaf_length * (1.06 - 0.6 * share) * pen.vary(0.88, 1.1)
        side = 1 if i % 2 == 0 else -1
        leaf(pen, point, along + side * pen.vary(0.62, 0.95), size, size * slim,
             -side * pen.vary(0.15, 0.5), round_tip=round_tip)  # fmt: skip
    tip, along = curve.at(1.0)
    leaf(pen, tip, along, scale * leaf_length * 0.6, scale * leaf_length * 0.6 * slim)
    return curve


def fern(pen: Pen, foot: Point, heading: float, length: float, bend: float = 0.0) -> None:
    """A frond: narrow leaflets in pairs that shrink to the tip."""
    curve = grow(foot, heading, length, bend, steps=28).until(pen.free)
    if curve is None:
        return
    stem(pen, curve, max(2.0, length * 0.012))
    scale = min(length, 520.0)
    pairs = round(17 * length / scale)
    for i in range(pairs):
        share = 0.1 + 0.88 * i / pairs
        point, along = curve.at(share)
        size = scale * 0.26 * (1 - share) ** 0.7 * min(1.0, 0.45 + share * 3)
        for side in (1, -1):
            leaf(pen, point, along + side * 1.12, size, size * 0.22, -side * 0.35, veins=False)


def grass(pen: Pen, foot: Point, heading: float, length: float, bend: float, width: float) -> None:
    """One blade, folded along its middle."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    left, right = sides(curve, lambda t: width / 2 * (1 - t) ** 0.6)
    colour = pen.green()
    middle = list(curve.points)
    pen.canvas.drawPath(polygon(left + middle[::-1]), fill(colour))
    pen.canvas.drawPath(polygon(right + middle[::-1]), fill(lighter(colour, -0.05)))


def seed_head(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A stalk of wheat-like grains with beards."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    stem(pen, curve, 4)
    colour = pen.tone(pen.hues.heart)
    size = min(46.0, max(30.0, length * 0.06))
    # the ear has its own length, however long the stalk
    first = max(0.5, 1 - size * 8.4 / length)
    for i in range(13):
        point, along = curve.at(first + (1 - first) * i / 13)
        side = 1 if i % 2 == 0 else -1
        grain = grow(point, along + side * 0.42, size, -side * 0.3, steps=8)
        left, right = sides(grain, lambda t: size * 0.22 * math.sin(math.pi * t**0.8))
        pen.canvas.drawPath(
            polygon(left + right[::-1]), fill(lighter(colour, pen.vary(-0.05, 0.05)))
        )
        beard = grow(grain.points[-1], along + side * 0.2, size, 0, steps=4)
        pen.canvas.drawPath(through(beard), stroke(colour, 1.2, 0.8))


def bamboo(pen: Pen, foot: Point, heading: float, length: float, width: float) -> None:
    """A cane of joints with tufts of narrow leaves."""
    curve = grow(foot, heading, length, pen.vary(-0.12, 0.12), steps=44).until(pen.free)
    if curve is None:
        return
    joints = 8
    colour = pen.green()
    for i in range(joints):
        part = Curve(curve.points[i * 5 : i * 5 + 6], curve.headings[i * 5 : i * 5 + 6])
        if len(part.points) < 3:
            break
        thick = width * (1 - 0.06 * i)
        left, right = sides(part, lambda t, w=thick: w / 2 * (1 + 0.16 * abs(2 * t - 1) ** 5))
        pen.canvas.drawPath(polygon(left + right[::-1]), fill(colour))
        shade = [(x * 0.45 + a * 0.55, y * 0.45 + b * 0.55)
                 for (x, y), (a, b) in zip(left, right, strict=True)]  # fmt: skip
        pen.canvas.drawPath(polygon(shade + right[::-1]), fill(lighter(colour, -0.06)))
        pen.canvas.drawPath(polygon([left[0], right[0]]), stroke(pen.tone(pen.hues.bark), 3, 0.55))
        if i >= 2:
            _tuft(pen, part.points[0], part.headings[0], width, 1 if i % 2 else -1)


def _tuft(pen: Pen, point: Point, heading: float, width: float, side: int) -> None:
    twig = grow(point, heading + side * 0.75, width * 3.2, side * 0.3, steps=10).until(pen.free)
    if twig is None:
        return
    stem(pen, twig, width * 0.16)
    for turn, share in ((0.9, 0.6), (0.35, 1.0), (1.35, 1.0), (0.85, 1.0)):
        foot, along = twig.at(share)
        leaf(pen, foot, along + side * (turn + pen.vary(-0.15, 0.15)), width * pen.vary(3.0, 4.6),
             width * 0.62, side * 0.3, veins=False)  # fmt: skip


def pine_twig(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """An evergreen shoot: needles all along it, in two shades."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    pen.canvas.drawPath(through(curve), stroke(pen.tone(pen.hues.bark), max(2.6, length * 0.013)))
    needle = min(62.0, length * 0.2)
    count = round(curve.length / 5.5)
    for shade in (-0.05, 0.05):
        brush = skia.Path()
        for i in range(count):
            (x, y), along = curve.at(0.06 + 0.94 * i / count)
            for side in (-1, 1):
                turn = along + side * pen.vary(0.45, 0.85)
                reach = needle * pen.vary(0.75, 1.05) * (1 - 0.35 * i / count)
                brush.moveTo(x, y)
                brush.lineTo(x + reach * math.sin(turn), y - reach * math.cos(turn))
        colour = lighter(pen.tone(pen.hues.leaf), shade)
        pen.canvas.drawPath(brush, stroke(colour, 2.4, 0.95))
