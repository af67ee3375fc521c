"""Blossoms: rings of shaded petals seen from above or aslant, cups from the side, spikes, berries."""

import math
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

import skia

from pipeline.drawing.canvas import Point, fill, radial, shaded, stroke
from pipeline.drawing.colour import lighter, mix
from pipeline.illustrator.flora.curves import grow, through
from pipeline.illustrator.flora.leaves import leaf, stem
from pipeline.illustrator.flora.pen import Pen

TAU = 2 * math.pi


@contextmanager
def _posed(pen: Pen, centre: Point, heading: float, tilt: float) -> Generator[None]:
    """Draw round the origin: turned to `heading`, and flattened to `tilt` (1 from above)."""
    pen.canvas.save()
    pen.canvas.translate(*centre)
    pen.canvas.rotate(math.degrees(heading))
    pen.canvas.scale(1, tilt)
    yield
    pen.canvas.restore()


def petal(length: float, width: float, notch: float = 0.0, waist: float = 0.3) -> skia.Path:
    """A petal from the origin upwards; `notch` (in lengths) dents its tip, or draws it out (< 0)."""
    half = width / 2
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(-half * waist, -length * 0.2, -half * 1.15, -length * 0.4, -half, -length * 0.72)
    path.cubicTo(-half * 0.86, -length * 0.98, -half * 0.3, -length * 1.04,
                 0, -length * (1 - notch))  # fmt: skip
    path.cubicTo(half * 0.3, -length * 1.04, half * 0.86, -length * 0.98, half, -length * 0.72)
    path.cubicTo(half * 1.15, -length * 0.4, half * waist, -length * 0.2, 0, 0)
    path.close()
    return path


def _ring(
    pen: Pen, colour: str, count: int, length: float, width: float, *, notch: float = 0.0,
    turn: float = 0.0, deep: float = 0.12, veins: bool = False,
) -> None:  # fmt: skip
    """One ring of petals, darker towards the middle, each with a fine edge."""
    colour = pen.tone(colour)
    shader = radial((0, 0), length, [lighter(colour, -deep), colour, lighter(colour, 0.06)],
                    [0, 0.62, 1])  # fmt: skip
    edge = lighter(colour, -0.15)
    # even places first and odd ones over them, so that no petal is under both neighbours
    order = [*range(0, count, 2), *range(1, count, 2)]
    for i in order:
        pen.canvas.save()
        pen.canvas.rotate(math.degrees(turn + TAU * i / count + pen.vary(-0.05, 0.05)))
        shape = petal(length * pen.vary(0.94, 1.04), width, notch)
        pen.canvas.drawPath(shape, shaded(shader))
        pen.canvas.drawPath(shape, stroke(edge, max(0.8, length * 0.012), 0.45))
        if veins:
            _petal_veins(pen, length, edge)
        pen.canvas.restore()


def _petal_veins(pen: Pen, length: float, colour: str) -> None:
    path = skia.Path()
    for side in (-0.16, -0.05, 0.06, 0.17):
        path.moveTo(side * length * 0.3, -length * 0.26)
        path.quadTo(side * length * 0.9, -length * 0.5, side * length * 1.1, -length * 0.72)
    pen.canvas.drawPath(path, stroke(colour, max(0.7, length * 0.012), 0.4))


def _heart(pen: Pen, radius: float, *, stamens: int = 0, reach: float = 0.0) -> None:
    """The middle of a flower: a domed disc of grains, and stamens round it."""
    heart = pen.tone(pen.hues.heart)
    dark = lighter(heart, -0.2)
    for i in range(stamens):
        angle = TAU * i / stamens + pen.vary(-0.1, 0.1)
        length = reach * pen.vary(0.8, 1.1)
        x, y = length * math.sin(angle), -length * math.cos(angle)
        path = skia.Path()
        path.moveTo(0, 0)
        path.lineTo(x, y)
        pen.canvas.drawPath(path, stroke(dark, max(0.8, reach * 0.03), 0.7))
        pen.canvas.drawCircle(x, y, max(1.2, reach * 0.075), fill(heart))
    pen.canvas.drawCircle(0, 0, radius, fill(dark))
    for i in range(34):
        # a sunflower's spiral (Vogel 1979): grains at the golden angle
        r, a = radius * 0.96 * math.sqrt((i + 0.5) / 34), i * 2.39996
        grain = fill(lighter(heart, 0.1 - 0.16 * i / 34))
        pen.canvas.drawCircle(r * math.sin(a), -r * math.cos(a), radius * 0.12, grain)


def peony(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """A full flower of five rings, looking aslant along `heading`; `size` is its radius."""
    if not pen.free(*centre, size):
        return
    with _posed(pen, centre, heading, pen.vary(0.78, 0.95)):
        rings = ((9, 1.0, 0.86), (8, 0.84, 0.78), (7, 0.66, 0.66), (6, 0.48, 0.52), (4, 0.3, 0.4))
        for k, (count, length, width) in enumerate(rings):
            shade = mix(lighter(colour, 0.05), lighter(colour, -0.1), k / 4)
            pen.canvas.translate(0, -size * 0.035)
            _ring(pen, shade, count, size * length, size * width, notch=0.07, turn=0.4 * k,
                  deep=0.13)  # fmt: skip
        _heart(pen, size * 0.1, stamens=14, reach=size * 0.2)


def anemone(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """Seven broad petals in two rings round a dark, bristling heart."""
    if not pen.free(*centre, size):
        return
    with _posed(pen, centre, heading, pen.vary(0.7, 0.96)):
        _ring(pen, lighter(colour, -0.03), 7, size, size * 0.82, notch=0.05, veins=True)
        _ring(pen, colour, 6, size * 0.8, size * 0.68, notch=0.04, turn=0.4, veins=True)
        _heart(pen, size * 0.15, stamens=26, reach=size * 0.3)


def daisy(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """Many narrow petals round a broad golden heart."""
    if not pen.free(*centre, size):
        return
    with _posed(pen, centre, heading, pen.vary(0.62, 0.95)):
        _ring(pen, lighter(colour, -0.05), 15, size, size * 0.25, notch=0.04, turn=0.2, deep=0.07)
        _ring(pen, colour, 14, size * 0.9, size * 0.24, notch=0.04, deep=0.07)
        _heart(pen, size * 0.27)


def rose(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """Broad petals that wrap round each other towards a rolled heart."""
    if not pen.free(*centre, size):
        return
    with _posed(pen, centre, heading, pen.vary(0.84, 0.96)):
        rings = ((6, 1.0, 1.12), (5, 0.8, 1.02), (5, 0.62, 0.84), (4, 0.45, 0.68), (3, 0.3, 0.5))
        for k, (count, length, width) in enumerate(rings):
            shade = mix(lighter(colour, 0.05), lighter(colour, -0.15), k / 4)
            if k:
                # each ring lies on the shade that it casts on the one below
                dark = lighter(pen.tone(colour), -0.3)
                pen.canvas.drawCircle(0, 0, size * length * 1.07, fill(dark, 0.16))
            _ring(pen, shade, count, size * length, size * width, turn=0.55 * k, deep=0.17)
        rolled = skia.Path()
        rolled.moveTo(0, 0)
        for i in range(1, 26):
            reach, angle = size * 0.2 * i / 25, 0.5 * i
            rolled.lineTo(reach * math.sin(angle), -reach * math.cos(angle))
        dark = lighter(pen.tone(colour), -0.24)
        pen.canvas.drawPath(rolled, stroke(dark, max(1.0, size * 0.022), 0.7))


def sunflower(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """Two rings of narrow golden petals round a broad dark heart of seeds."""
    if not pen.free(*centre, size):
        return
    with _posed(pen, centre, heading, pen.vary(0.8, 0.97)):
        _ring(pen, lighter(colour, -0.06), 19, size, size * 0.26, notch=-0.08, turn=0.16)
        _ring(pen, colour, 18, size * 0.88, size * 0.26, notch=-0.06)
        dark = replace(pen, hues=replace(pen.hues, heart="#5d3c1e"))
        _heart(dark, size * 0.42)


def five_petals(
    pen: Pen, centre: Point, size: float, heading: float, colour: str, *, notch: float = 0.0
) -> None:
    """Plum (round petals) or cherry (`notch` about 0.14), with long fine stamens."""
    if not pen.free(*centre, size):
        return
    with _posed(pen, centre, heading, pen.vary(0.72, 1.0)):
        _ring(pen, colour, 5, size, size * 1.04, notch=notch, turn=pen.vary(0, TAU), deep=0.16)
        _heart(pen, size * 0.09, stamens=15, reach=size * 0.5)


def bud(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """A closed blossom in its calyx."""
    if not pen.free(*centre, size):
        return
    with _posed(pen, centre, heading, 1.0):
        tone = pen.tone(colour)
        pen.canvas.drawPath(petal(size * 1.3, size * 1.05, -0.06), fill(tone))
        pen.canvas.save()
        pen.canvas.rotate(16)
        pen.canvas.drawPath(petal(size * 1.15, size * 0.6, -0.04), fill(lighter(tone, 0.06)))
        pen.canvas.restore()
        calyx = fill(pen.tone(mix(pen.hues.leaf, pen.hues.bark, 0.4)))
        pen.canvas.drawPath(petal(size * 0.5, size * 0.8, 0.1), calyx)


def cup(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """A poppy or tulip from the side: back petals, then front ones that overlap."""
    if not pen.free(*centre, size):
        return
    tone = pen.tone(colour)
    with _posed(pen, centre, heading, 1.0):
        pen.canvas.translate(0, size * 0.7)
        for turn, width, shade in ((-20, 1.0, -0.1), (20, 1.0, -0.08), (0, 1.05, -0.04),
                                   (-27, 0.8, 0.0), (27, 0.8, 0.03)):  # fmt: skip
            pen.canvas.save()
            pen.canvas.rotate(turn)
            hue = lighter(tone, shade)
            shape = petal(size * (1.5 - abs(turn) * 0.004), size * width, 0.04, waist=1.5)
            light = radial((0, 0), size * 1.5, [lighter(hue, -0.13), hue, lighter(hue, 0.05)])
            pen.canvas.drawPath(shape, shaded(light))
            pen.canvas.drawPath(shape, stroke(lighter(hue, -0.14), max(0.8, size * 0.015), 0.5))
            pen.canvas.restore()


def lotus(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """An open lotus from the side: pointed petals in three fans."""
    if not pen.free(*centre, size):
        return
    tone = pen.tone(colour)
    with _posed(pen, centre, heading, 1.0):
        pen.canvas.translate(0, size * 0.5)
        fans = ((7, 62, 1.3, -0.06), (6, 76, 1.12, 0.0), (5, 58, 0.96, 0.05))
        for count, spread, length, shade in fans:
            hue = lighter(tone, shade)
            light = radial((0, 0), size * length, [lighter(hue, 0.1), hue, lighter(hue, -0.1)])
            order = sorted(range(count), key=lambda i, n=count: -abs(i - (n - 1) / 2))
            for i in order:
                pen.canvas.save()
                pen.canvas.rotate(spread * (2 * i / (count - 1) - 1))
                shape = petal(size * length, size * 0.5, -0.16, waist=0.6)
                pen.canvas.drawPath(shape, shaded(light))
                pen.canvas.drawPath(shape, stroke(lighter(hue, -0.16), size * 0.014, 0.5))
                pen.canvas.restore()


def spike(pen: Pen, foot: Point, heading: float, length: float, bend: float, colour: str) -> None:
    """Lavender: whorls of small florets up a thin stem, thinning out towards the tip."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    stem(pen, curve, max(2.2, length * 0.011))
    size = min(length * 0.055, 19.0)
    whorls = max(9, round(min(length * 0.4, 230.0) / (size * 0.9)))
    first = 1 - min(0.54, whorls * size * 1.25 / curve.length)
    for i in range(whorls):
        # whorls stand apart at the foot of the spike and close up towards its tip
        point, along = curve.at(first + (1 - first) * (i / (whorls - 1)) ** 0.75)
        grown = size * (1.05 - 0.6 * i / whorls)
        for turn in (-1.0, 1.0, -0.45, 0.45, 0.0):
            shade = lighter(pen.tone(colour), pen.vary(-0.09, 0.07) - 0.03 * abs(turn))
            pen.canvas.save()
            pen.canvas.translate(*point)
            pen.canvas.rotate(math.degrees(along + turn))
            pen.canvas.drawPath(petal(grown * 1.5, grown * 0.95), fill(shade))
            pen.canvas.restore()


def berries(pen: Pen, foot: Point, heading: float, length: float, bend: float, colour: str) -> None:
    """A twig with short side stalks, each with a shining berry."""
    curve = grow(foot, heading, length, bend).until(pen.free)
    if curve is None:
        return
    twig = pen.tone(pen.hues.bark)
    pen.canvas.drawPath(through(curve), stroke(twig, max(2.0, length * 0.013)))
    count, grown = max(9, round(length / 48)), min(length, 330.0)
    for i in range(count):
        point, along = curve.at(0.28 + 0.72 * i / (count - 1))
        side = 1 if i % 2 == 0 else -1
        stalk = grow(
            point, along + side * pen.vary(0.5, 1.0), grown * pen.vary(0.08, 0.15), steps=6
        )
        end = stalk.points[-1]
        radius = grown * pen.vary(0.034, 0.048)
        if not pen.free(*end, radius):
            continue
        pen.canvas.drawPath(through(stalk), stroke(twig, max(1.5, grown * 0.008)))
        _berry(pen, end, radius, colour)
        if i % 3 == 0:
            leaf(pen, point, along - side * 0.8, grown * 0.24, grown * 0.085, side * 0.3)


def _berry(pen: Pen, centre: Point, radius: float, colour: str) -> None:
    tone = pen.tone(colour)
    lit = (centre[0] - radius * 0.35, centre[1] - radius * 0.4)
    ball = radial(lit, radius * 1.5, [lighter(tone, 0.14), tone, lighter(tone, -0.13)], [0, 0.5, 1])
    pen.canvas.drawCircle(*centre, radius, shaded(ball))
    pen.canvas.drawCircle(*lit, radius * 0.2, fill(lighter(tone, 0.3), 0.85))
