"""Woody plants and fungi: a crooked branch in flower, a pine bough, mushrooms."""

import math
from collections.abc import Callable

import skia

from pipeline.drawing.canvas import Point, fill, linear, polygon, shaded, stroke
from pipeline.drawing.colour import lighter, mix
from pipeline.illustrator.flora.blossoms import bud, five_petals
from pipeline.illustrator.flora.curves import Curve, grow, ribbon, sides
from pipeline.illustrator.flora.pen import Pen


def _wood(pen: Pen, curve: Curve, width: float) -> None:
    """A limb with a lit upper edge and knots."""
    bark = pen.tone(pen.hues.bark)
    rough = [pen.vary(0.86, 1.12) for _ in curve.points]
    last = len(curve.points) - 1
    left, right = sides(
        curve, lambda t: width / 2 * (1 - 0.72 * t) * rough[min(last, round(t * last))]
    )
    pen.canvas.drawPath(polygon(left + right[::-1]), fill(bark))
    if width > 5:
        shade = [(x * 0.6 + a * 0.4, y * 0.6 + b * 0.4)
                 for (x, y), (a, b) in zip(left, right, strict=True)]  # fmt: skip
        lit = left if math.sin(curve.headings[0]) > 0 else right
        inner = shade if lit is left else [(x * 0.4 + a * 0.6, y * 0.4 + b * 0.6)
                                           for (x, y), (a, b) in zip(left, right, strict=True)]  # fmt: skip
        pen.canvas.drawPath(polygon(lit + inner[::-1]), fill(lighter(bark, 0.06)))


def bough(
    pen: Pen, foot: Point, heading: float, length: float, dress: Callable[[Curve], None]
) -> None:
    """A crooked branch with upright twigs; `dress` draws what grows along each limb."""
    kinks = [pen.vary(0.2, 0.5) * (1 if i % 2 == 0 else -1) for i in range(6)]
    main = grow(foot, heading, length, pen.vary(-0.2, 0.2), kinks=kinks, steps=40).until(pen.free)
    if main is None:
        return
    twigs: list[Curve] = []
    count = max(5, round(length / 105))
    for i in range(count):
        point, along = main.at(0.14 + 0.8 * i / count)
        # twigs reach for the light: the side that looks upwards gets the long ones
        side = 1 if math.cos(along + 0.9) > math.cos(along - 0.9) else -1
        side = side if pen.rng.random() < 0.75 else -side
        reach = length * pen.vary(0.14, 0.34) * (1 - 0.4 * i / count)
        twig = grow(point, along + side * pen.vary(0.5, 0.95), reach, -side * pen.vary(0.1, 0.6),
                    kinks=(pen.vary(-0.3, 0.3),)).until(pen.free)  # fmt: skip
        if twig is not None:
            twigs.append(twig)
    for twig in twigs:
        _wood(pen, twig, max(5.0, length * 0.009))
    _wood(pen, main, max(12.0, length * 0.028))
    for limb in (main, *twigs):
        dress(limb)


def blossoming(
    pen: Pen, foot: Point, heading: float, length: float, colour: str, *, notch: float = 0.0,
    bloom: float = 46.0,
) -> None:  # fmt: skip
    """A bough with open flowers, half-open ones and buds.

    `notch` is 0 for plum and about 0.14 for cherry; `bloom` is a flower's radius in units.
    """
    bough(pen, foot, heading, length, lambda limb: _flowers(pen, limb, colour, notch, bloom))


def _flowers(pen: Pen, limb: Curve, colour: str, notch: float, bloom: float) -> None:
    spots = max(2, round(limb.length / (bloom * 2.3)))
    for i in range(spots):
        point, along = limb.at(0.2 + 0.8 * (i + pen.vary(0, 0.6)) / spots)
        side = 1 if pen.rng.random() < 0.5 else -1
        out = along + side * pen.vary(0.7, 1.5)
        near = (point[0] + bloom * 0.4 * math.sin(out), point[1] - bloom * 0.4 * math.cos(out))
        if pen.rng.random() < 0.66:
            five_petals(pen, near, bloom * pen.vary(0.72, 1.08), out, colour, notch=notch)
        else:
            bud(pen, near, bloom * pen.vary(0.3, 0.42), out, colour)
    tip, along = limb.at(1.0)
    bud(pen, tip, bloom * 0.3, along, colour)


def pine(pen: Pen, foot: Point, heading: float, length: float) -> None:
    """A bough with fans of needles, the nearer ones lighter, and two cones."""
    kinks = [pen.vary(0.1, 0.35) * (1 if i % 2 == 0 else -1) for i in range(4)]
    main = grow(foot, heading, length, pen.vary(-0.15, 0.15), kinks=kinks, steps=40).until(pen.free)
    if main is None:
        return
    limbs = [main]
    for i in range(max(4, round(length / 150))):
        point, along = main.at(0.16 + 0.76 * i * 150 / length)
        side = 1 if i % 2 == 0 else -1
        twig = grow(point, along + side * pen.vary(0.55, 0.85), length * pen.vary(0.2, 0.32),
                    -side * 0.3).until(pen.free)  # fmt: skip
        if twig is not None:
            limbs.append(twig)
    for limb in limbs[1:]:
        _wood(pen, limb, max(5.0, length * 0.01))
    _wood(pen, main, max(12.0, length * 0.026))
    for limb in limbs:
        for share in (0.34, 0.55, 0.78, 1.0):
            point, along = limb.at(share)
            _needles(pen, point, along, min(105.0, max(62.0, length * 0.12)))


def _needles(pen: Pen, centre: Point, heading: float, length: float) -> None:
    """A brush of needles round a twig's end."""
    if not pen.free(*centre, length):
        return
    for layer, shade in enumerate((-0.07, 0.0, 0.07)):
        path = skia.Path()
        for i in range(20):
            angle = heading + (i / 19 - 0.5) * (3.7 - 0.6 * layer) + pen.vary(-0.06, 0.06)
            curve = grow(centre, angle, length * pen.vary(0.75, 1.0) * (1 - 0.14 * layer),
                         pen.vary(-0.2, 0.2), steps=5)  # fmt: skip
            path.addPath(ribbon(curve, 3.4, 0.8))
        pen.canvas.drawPath(path, fill(lighter(pen.tone(pen.hues.leaf), shade)))


def mushroom(pen: Pen, foot: Point, size: float, colour: str) -> None:
    """A cap on gills and a swelling stem with a skirt; `size` is the width of the cap."""
    x, y = foot
    height = size * pen.vary(0.9, 1.35)
    if not pen.free(x, y - height, size / 2):
        return
    lean = pen.vary(-0.12, 0.12)
    stalk = grow((x, y), lean, height, -lean, steps=14)
    left, right = sides(stalk, lambda t: size * (0.12 - 0.045 * math.sin(math.pi * t * 0.9)))
    pale = pen.tone(lighter(pen.hues.heart, 0.22))
    (hx, hy) = stalk.points[-1]
    shade = linear((hx - size * 0.1, 0), (hx + size * 0.12, 0), [pale, lighter(pale, -0.16)])
    pen.canvas.drawPath(polygon(left + right[::-1]), shaded(shade))
    pen.canvas.save()
    pen.canvas.translate(hx, hy)
    pen.canvas.rotate(math.degrees(lean) * 1.4)
    _cap(pen, size, colour)
    pen.canvas.restore()


def _cap(pen: Pen, size: float, colour: str) -> None:
    tone = pen.tone(colour)
    under = skia.Path()
    under.addOval(skia.Rect.MakeLTRB(-size * 0.5, -size * 0.13, size * 0.5, size * 0.1))
    pen.canvas.drawPath(under, fill(pen.tone(mix(pen.hues.heart, "#ffffff", 0.62))))
    gills = skia.Path()
    for i in range(-9, 10):
        gills.moveTo(i * size * 0.011, 0)
        gills.lineTo(i * size * 0.052, -size * 0.02 + size * 0.11 * (1 - (i / 9.4) ** 2) ** 0.5)
    pen.canvas.drawPath(gills, stroke(pen.tone(pen.hues.bark), max(0.8, size * 0.008), 0.45))
    cap = skia.Path()
    cap.moveTo(-size * 0.52, 0)
    cap.cubicTo(-size * 0.5, -size * 0.34, -size * 0.26, -size * 0.52, 0, -size * 0.53)
    cap.cubicTo(size * 0.26, -size * 0.52, size * 0.5, -size * 0.34, size * 0.52, 0)
    cap.cubicTo(size * 0.3, -size * 0.1, -size * 0.3, -size * 0.1, -size * 0.52, 0)
    light = linear((-size * 0.3, -size * 0.5), (size * 0.3, 0),
                   [lighter(tone, 0.08), tone, lighter(tone, -0.1)])  # fmt: skip
    pen.canvas.drawPath(cap, shaded(light))
    spots = fill(lighter(tone, 0.26), 0.9)
    for u, v, r in ((-0.24, 0.24, 0.05), (0.0, 0.36, 0.065), (0.24, 0.22, 0.05), (-0.06, 0.18, 0.04),
                    (-0.38, 0.1, 0.032), (0.15, 0.42, 0.03), (0.39, 0.09, 0.03)):  # fmt: skip
        pen.canvas.drawOval(skia.Rect.MakeLTRB(
            (u - r) * size, (-v - r * 0.8) * size, (u + r) * size, (-v + r * 0.8) * size), spots)  # fmt: skip
