"""What a plant bears when its flowers are over: fruit on the bough, grapes, a dandelion's clock."""

import math

import skia

from pipeline.drawing.canvas import Point, fill, radial, shaded, stroke
from pipeline.drawing.colour import lighter, mix
from pipeline.illustrator.flora.branches import bough
from pipeline.illustrator.flora.curves import Curve, grow, through
from pipeline.illustrator.flora.leaves import leaf, stem
from pipeline.illustrator.flora.pen import Pen

APPLE, TANGERINE, PERSIMMON, GRAPE = "#c4372d", "#ec8b27", "#dc6425", "#6a3b6f"


def fruit(pen: Pen, centre: Point, radius: float, colour: str) -> None:
    """A round fruit, lit from the upper left, with the dent of its stalk."""
    tone = pen.tone(colour)
    lit = (centre[0] - radius * 0.36, centre[1] - radius * 0.4)
    ball = radial(lit, radius * 1.6, [lighter(tone, 0.1), tone, lighter(tone, -0.12)], [0, 0.5, 1])
    pen.canvas.drawCircle(*centre, radius, shaded(ball))
    dent = skia.Rect.MakeXYWH(centre[0] - radius * 0.24, centre[1] - radius * 0.92, radius * 0.48,
                              radius * 0.22)  # fmt: skip
    pen.canvas.drawOval(dent, fill(lighter(tone, -0.13)))
    pen.canvas.drawCircle(*lit, radius * 0.16, fill(lighter(tone, 0.22), 0.75))
    if colour == PERSIMMON:
        _calyx(pen, (centre[0], centre[1] - radius * 0.78), radius * 0.6)


def _calyx(pen: Pen, centre: Point, size: float) -> None:
    """The four dry leaves over a persimmon."""
    tone = fill(mix(pen.tone(pen.hues.leaf), pen.tone(pen.hues.bark), 0.45))
    for turn in (-1.25, -0.42, 0.42, 1.25):
        lobe = skia.Path()
        lobe.addOval(skia.Rect.MakeXYWH(-size * 0.3, -size * 0.1, size * 0.6, size))
        matrix = skia.Matrix()
        matrix.setTranslate(*centre)
        matrix.preRotate(math.degrees(turn))
        lobe.transform(matrix)
        pen.canvas.drawPath(lobe, tone)


def fruited(pen: Pen, foot: Point, heading: float, length: float, bend: float, colour: str) -> None:
    """A leafy twig with a fruit at every third leaf."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    stem(pen, curve, max(3.0, length * 0.014))
    grown = min(length, 420.0)
    count = max(6, round(curve.length / (grown * 0.115)))
    for i in range(count):
        point, along = curve.at(0.14 + 0.84 * i / count)
        side = 1 if i % 2 == 0 else -1
        leaf(pen, point, along + side * pen.vary(0.6, 0.95), grown * 0.25, grown * 0.105,
             -side * 0.3)  # fmt: skip
        radius = grown * pen.vary(0.082, 0.1)
        spot = (point[0] - side * radius * 0.9, point[1] + radius * 0.8)
        if i % 3 == 1 and pen.free(*spot, radius):
            fruit(pen, spot, radius, colour)


def orchard(
    pen: Pen, foot: Point, heading: float, length: float, colour: str, *, size: float = 44.0
) -> None:
    """A bough in leaf that bears fruit of about `size` units in radius."""

    def dress(limb: Curve) -> None:
        count = max(3, round(limb.length / 58))
        for i in range(count):
            point, along = limb.at(0.22 + 0.78 * i / count)
            side = 1 if i % 2 == 0 else -1
            leaf(pen, point, along + side * pen.vary(0.5, 1.0), size * pen.vary(2.0, 2.5),
                 size * 0.9, -side * 0.3)  # fmt: skip
        for share in (0.45, 0.9):
            (x, y), _ = limb.at(share)
            radius = size * pen.vary(0.85, 1.1)
            if pen.free(x, y + radius, radius):
                fruit(pen, (x, y + radius * 0.9), radius, colour)

    bough(pen, foot, heading, length, dress)


def apples(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A twig of red apples."""
    fruited(pen, foot, heading, length, bend, APPLE)


def tangerines(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A twig of tangerines."""
    fruited(pen, foot, heading, length, bend, TANGERINE)


def persimmons(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A twig of persimmons."""
    fruited(pen, foot, heading, length, bend, PERSIMMON)


def vine(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A shoot with broad leaves and hanging grapes."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    stem(pen, curve, max(3.0, length * 0.013))
    grown = min(length, 420.0)
    count = max(6, round(curve.length / (grown * 0.12)))
    for i in range(count):
        point, along = curve.at(0.12 + 0.86 * i / count)
        side = 1 if i % 2 == 0 else -1
        leaf(pen, point, along + side * pen.vary(0.7, 1.0), grown * 0.25, grown * 0.19, -side * 0.2,
             round_tip=True)  # fmt: skip
        if i % 4 == 1:
            _bunch(pen, point, grown * 0.03)


def _bunch(pen: Pen, top: Point, radius: float) -> None:
    if not pen.free(top[0], top[1] + radius * 5, radius * 4):
        return
    for row, berries in enumerate((4, 5, 4, 3, 2, 1)):
        for k in range(berries):
            spot = (top[0] + (k - (berries - 1) / 2) * radius * 1.75, top[1] + radius * 1.55 * row)
            shade = lighter(GRAPE, pen.vary(-0.04, 0.06))
            tone = pen.tone(shade)
            pen.canvas.drawCircle(*spot, radius, fill(tone))
            pen.canvas.drawCircle(spot[0] - radius * 0.3, spot[1] - radius * 0.34, radius * 0.24,
                                  fill(lighter(tone, 0.2), 0.8))  # fmt: skip


def clock(pen: Pen, centre: Point, size: float, _heading: float, _colour: str) -> None:
    """A dandelion's ball of seeds, each a fine stalk under a tuft."""
    if not pen.free(*centre, size):
        return
    dark = lighter(pen.tone(pen.hues.leaf), 0.02)
    down = pen.tone(mix(pen.hues.heart, "#fffdf6", 0.72))
    pen.canvas.drawCircle(*centre, size, fill(down, 0.34))
    seeds = skia.Path()
    for i in range(46):
        # a sunflower's spiral (Vogel 1979) spreads the seeds evenly
        reach, angle = size * 0.94 * math.sqrt((i + 0.5) / 46), i * 2.39996
        tip = (centre[0] + reach * math.sin(angle), centre[1] - reach * math.cos(angle))
        seeds.moveTo(*centre)
        seeds.lineTo(*tip)
        for turn in (-1.0, -0.5, 0.0, 0.5, 1.0):
            seeds.moveTo(*tip)
            seeds.lineTo(tip[0] + size * 0.15 * math.sin(angle + turn),
                         tip[1] - size * 0.15 * math.cos(angle + turn))  # fmt: skip
    pen.canvas.drawPath(seeds, stroke(dark, max(0.9, size * 0.011), 0.55))
    pen.canvas.drawCircle(*centre, size * 0.12, fill(pen.tone(pen.hues.bark)))


def ginkgo(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A twig with fan-shaped leaves on long stalks."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    pen.canvas.drawPath(through(curve), stroke(pen.tone(pen.hues.bark), max(2.4, length * 0.012)))
    grown = min(length, 380.0)
    count = max(5, round(curve.length / (grown * 0.15)))
    for i in range(count):
        point, along = curve.at(0.16 + 0.84 * i / count)
        side = 1 if i % 2 == 0 else -1
        _fan(pen, point, along + side * pen.vary(0.55, 1.0), grown * pen.vary(0.2, 0.26))


def _fan(pen: Pen, foot: Point, heading: float, size: float) -> None:
    spine = grow(foot, heading, size, 0.2, steps=6)
    if not all(pen.free(*spine.at(share)[0], size * 0.5) for share in (0.0, 1.0)):
        return
    tone = pen.tone(lighter(pen.hues.heart, pen.vary(-0.04, 0.06)))
    pen.canvas.save()
    pen.canvas.translate(*foot)
    pen.canvas.rotate(math.degrees(heading))
    blade = skia.Path()
    blade.moveTo(0, -size * 0.3)
    blade.cubicTo(-size * 0.12, -size * 0.5, -size * 0.42, -size * 0.55, -size * 0.56, -size * 0.74)
    blade.cubicTo(-size * 0.42, -size * 1.02, -size * 0.14, -size * 1.08, 0, -size * 0.86)
    blade.cubicTo(size * 0.14, -size * 1.08, size * 0.42, -size * 1.02, size * 0.56, -size * 0.74)
    blade.cubicTo(size * 0.42, -size * 0.55, size * 0.12, -size * 0.5, 0, -size * 0.3)
    blade.close()
    pen.canvas.drawPath(blade, fill(tone))
    ribs = skia.Path()
    ribs.moveTo(0, 0)
    ribs.lineTo(0, -size * 0.32)
    for turn in (-0.42, -0.25, -0.1, 0.1, 0.25, 0.42):
        ribs.moveTo(0, -size * 0.32)
        ribs.lineTo(size * turn, -size * 0.86 + abs(turn) * size * 0.12)
    pen.canvas.drawPath(ribs, stroke(lighter(tone, -0.1), max(0.9, size * 0.016), 0.6))
    pen.canvas.restore()
