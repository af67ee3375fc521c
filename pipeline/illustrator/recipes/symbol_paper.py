"""Cut, torn and folded paper."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, linear, polygon, shaded, soft_shadow, stroke
from pipeline.drawing.colour import lighter, mix
from pipeline.illustrator.recipe import Scene


def paint_discs(canvas: skia.Canvas, scene: Scene) -> None:
    """Two discs of cut paper; where they meet is a third thing."""
    ground, _, form, accent, deep, light = scene.palette.colours
    focus = scene.focus
    radius = 0.29 * min(focus.width(), focus.height() * 1.05)
    angle = math.radians(scene.rng("angle").choice([-62, -32, 0, 32, 62]))
    step = radius * scene.rng("step").uniform(0.52, 0.72)
    x, y = focus.centerX(), focus.top() + 0.5 * focus.height()
    first, second = skia.Path(), skia.Path()
    first.addCircle(x - step * math.cos(angle), y - step * math.sin(angle), radius)
    second.addCircle(x + step * math.cos(angle), y + step * math.sin(angle), radius)
    lens = skia.Op(first, second, skia.PathOp.kIntersect_PathOp)
    other = mix(light, ground, 0.1) if scene.palette.dark else form
    for path, colour in ((first, accent), (second, other)):
        _sheet(canvas, path, colour, deep)
    _sheet(canvas, lens, deep, deep, lift=0.0)
    canvas.save()
    canvas.clipPath(lens, doAntiAlias=True)
    _night(canvas, scene, lens.computeTightBounds())
    canvas.restore()


def _sheet(canvas: skia.Canvas, path: skia.Path, colour: str, deep: str, lift: float = 1.0) -> None:
    """A sheet of paper that lies a little above the ground."""
    if lift:
        soft_shadow(canvas, path, 5 * lift, 10 * lift, 11 * lift, deep, 0.32)
        soft_shadow(canvas, path, 1.5, 3, 2.5, deep, 0.28)
    box = path.computeTightBounds()
    tone = linear(
        (box.left(), box.top()),
        (box.right(), box.bottom()),
        [lighter(colour, 0.03), lighter(colour, -0.025)],
    )
    canvas.drawPath(path, shaded(tone))
    canvas.drawPath(path, stroke(lighter(colour, 0.12), 1.4, 0.5))


def _night(canvas: skia.Canvas, scene: Scene, box: skia.Rect) -> None:
    """What is seen through the opening: a low moon, hills and stars."""
    _, _, _, accent, deep, light = scene.palette.colours
    size = max(box.width(), box.height())
    base = mix(deep, accent, 0.38)
    canvas.drawRect(box, shaded(linear((0, box.top()), (0, box.bottom()), [deep, base], [0.2, 1])))
    rng = scene.rng("stars")
    for _ in range(60):
        px, py = (
            box.left() + rng.random() * box.width(),
            box.top() + rng.random() * box.height() * 0.7,
        )
        canvas.drawCircle(px, py, float(rng.uniform(0.8, 2.2)), fill(light, 0.9))
    canvas.drawCircle(box.centerX(), box.top() + box.height() * 0.5, size * 0.09, fill(light))
    for k, y in enumerate((0.70, 0.80)):
        ridge = skia.Path()
        low = box.top() + y * box.height()
        ridge.moveTo(box.left(), low)
        ridge.cubicTo(box.left() + box.width() * 0.3, low - size * 0.08, box.left() + box.width() * 0.6,
                      low + size * 0.06, box.right(), low - size * 0.03)  # fmt: skip
        ridge.lineTo(box.right(), box.bottom())
        ridge.lineTo(box.left(), box.bottom())
        canvas.drawPath(ridge, fill(mix(deep, base, 0.55 - 0.45 * k)))


def _torn_edge(
    rng: np.random.Generator, start: float, end: float, level: float, swing: float, grain: float
) -> np.ndarray:
    """A ragged line along x as (n, 2): a slow sway with fibres on it."""
    x = np.arange(start, end + 4, 4.0)
    sway = np.zeros_like(x)
    for wave in (1, 2, 3, 5):
        sway += np.sin(x / (end - start) * 2 * math.pi * wave + rng.uniform(0, 6.28)) * swing / wave
    steps = np.convolve(rng.normal(0, 1, len(x) + 8), np.ones(9) / 9, "valid") * grain
    return np.stack([x, level + sway + steps + rng.normal(0, grain * 0.22, len(x))], 1)


def paint_torn(canvas: skia.Canvas, scene: Scene) -> None:
    """A strip torn out of the cover: another night is under it."""
    ground, _, _, _, deep, light = scene.palette.colours
    focus = scene.focus
    upright = focus.width() < 0.7 * scene.width
    if upright:
        canvas.save()
        canvas.translate(0, scene.height)
        canvas.rotate(-90)
        length, low, high = scene.height, focus.left(), focus.right()
    else:
        length, low, high = scene.width, focus.top(), focus.bottom()
    rng = scene.rng("tear")
    depth = high - low
    upper = _torn_edge(rng, -30, length + 30, low + 0.2 * depth, 0.035 * depth, 9)
    lower = _torn_edge(rng, -30, length + 30, high - 0.16 * depth, 0.035 * depth, 9)
    hole = polygon([*upper.tolist(), *lower[::-1].tolist()])
    canvas.save()
    canvas.clipPath(hole, doAntiAlias=True)
    if upright:
        canvas.save()
        canvas.rotate(90)
        canvas.translate(0, -scene.height)
        _under(canvas, scene, skia.Rect.MakeLTRB(low, 0, high, scene.height))
        canvas.restore()
    else:
        _under(canvas, scene, skia.Rect.MakeLTRB(0, low + 0.1 * depth, length, high - 0.08 * depth))
    for edge, side in ((upper, -1), (lower, 1)):
        sheet = polygon(
            [
                *edge.tolist(),
                (length + 60, edge[-1, 1] + side * 400),
                (-60, edge[0, 1] + side * 400),
            ]
        )
        soft_shadow(canvas, sheet, 4, 16 if side < 0 else 4, 13, deep, 0.6)
    canvas.restore()
    for edge, side in ((upper, -1), (lower, 1)):
        back = edge + np.stack(
            [np.zeros(len(edge)), side * np.abs(_torn_edge(rng, -30, length + 30, 15, 7, 9)[:, 1])],
            1,
        )
        canvas.drawPath(
            polygon([*edge.tolist(), *back[::-1].tolist()]), fill(mix(light, "#ffffff", 0.3))
        )
        canvas.drawPath(
            polygon(back.tolist(), closed=False), stroke(mix(ground, deep, 0.25), 1.6, 0.55)
        )
    if upright:
        canvas.restore()


def _under(canvas: skia.Canvas, scene: Scene, box: skia.Rect) -> None:
    """A night with a moon over three ridges."""
    ground, _, form, accent, deep, light = scene.palette.colours
    top, h = box.top(), box.height()
    dusk = mix(form, deep, 0.1) if not scene.palette.dark else mix(ground, deep, 0.3)
    canvas.drawRect(
        box.makeOutset(30, 30),
        shaded(
            linear(
                (0, top), (0, box.bottom()), [deep, dusk, mix(accent, light, 0.35)], [0, 0.38, 0.72]
            )
        ),
    )
    rng = scene.rng("under")
    for _ in range(130):
        canvas.drawCircle(
            box.left() + rng.random() * box.width(),
            top + rng.random() * h * 0.55,
            float(rng.uniform(0.8, 2.4)),
            fill(light, 0.85),
        )
    size = 0.15 * min(h, box.width())
    canvas.drawCircle(box.left() + box.width() * 0.64, top + h * 0.47, size, fill(light))
    for k in range(3):
        x = np.linspace(box.left() - 20, box.right() + 20, 60)
        y = (
            top
            + h * (0.62 + 0.11 * k)
            + sum(
                np.sin(x / box.width() * wave * 6.28 + rng.uniform(0, 6.28)) * h * 0.05 / wave**0.8
                for wave in (1, 2.3, 4.1)
            )
        )
        ridge = polygon(
            [
                *np.stack([x, y], 1).tolist(),
                (box.right() + 20, box.bottom() + 60),
                (box.left() - 20, box.bottom() + 60),
            ]
        )
        canvas.drawPath(ridge, fill(mix(mix(dusk, accent, 0.3), deep, 0.1 + 0.42 * k)))


def paint_boat(canvas: skia.Canvas, scene: Scene) -> None:
    """A boat folded from a written letter, on a line of water."""
    ground, shade, form, accent, deep, light = scene.palette.colours
    focus = scene.focus
    size = 0.36 * min(focus.width(), 1.2 * focus.height())
    x, water = focus.centerX(), focus.top() + 0.66 * focus.height()
    sun = (x + size * 0.42, water - size * 0.78)
    canvas.drawCircle(*sun, size * 0.5, fill(accent))
    sea = mix(shade, form, 0.22) if not scene.palette.dark else shade
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, water, scene.width, scene.height),
        shaded(linear((0, water), (0, scene.height), [sea, mix(sea, ground, 0.6)])),
    )
    facets = (
        (((0.0, -0.98), (-0.42, -0.26), (0.0, -0.12)), 0.0),
        (((0.0, -0.98), (0.42, -0.26), (0.0, -0.12)), 0.16),
        (((-1.0, -0.42), (-0.62, 0.06), (0.0, 0.06), (0.0, -0.12)), 0.06),
        (((1.0, -0.42), (0.62, 0.06), (0.0, 0.06), (0.0, -0.12)), 0.26),
        (((-0.62, 0.06), (0.0, -0.12), (0.62, 0.06)), 0.12),
    )
    canvas.save()
    canvas.translate(x, water)
    canvas.rotate(-4)
    canvas.scale(size, size)
    for points, dark in facets:
        facet = polygon(points)
        paper = mix(light, deep, dark)
        canvas.drawPath(facet, fill(paper))
        canvas.drawPath(facet, stroke(mix(paper, deep, 0.3), 0.006))
        _handwriting(canvas, scene, facet, mix(form, deep, 0.3))
    canvas.restore()
    _ripples(canvas, scene, x, water, size)


def _handwriting(canvas: skia.Canvas, scene: Scene, facet: skia.Path, ink: str) -> None:
    """Lines of a letter, too small to read."""
    rng = scene.rng("letter")
    box = facet.computeTightBounds()
    canvas.save()
    canvas.clipPath(facet, doAntiAlias=True)
    canvas.rotate(14 if box.centerX() < 0 else -14)
    script = skia.Path()
    y = -1.3
    while y < 0.4:
        x = -1.2
        while x < 1.2:
            word = rng.uniform(0.05, 0.16)
            script.moveTo(x, y)
            for _ in range(int(word / 0.018)):
                script.rQuadTo(0.009, rng.uniform(-0.026, 0.004), 0.018, 0)
            x += word + 0.03
        y += 0.075
    canvas.drawPath(script, stroke(ink, 0.0045, 0.6))
    canvas.restore()


def _ripples(canvas: skia.Canvas, scene: Scene, x: float, water: float, size: float) -> None:
    """The sea hides the keel, and a few long strokes say that it is water."""
    light, ground = scene.palette.colours[5], scene.palette.colours[0]
    rng = scene.rng("ripples")
    room = scene.focus.bottom() - water
    for k in range(13):
        y = water + size * 0.055 + room * 0.86 * (k / 13) ** 1.3
        reach = size * (1.15 - 0.055 * k) * rng.uniform(0.45, 1.0)
        middle = x + rng.normal(0, size * 0.22)
        ripple = skia.Path()
        ripple.moveTo(middle - reach, y)
        ripple.quadTo(middle, y - 5, middle + reach, y)
        ripple.quadTo(middle, y + 7, middle - reach, y)
        canvas.drawPath(ripple, fill(light if k % 3 else ground, 0.75 - 0.03 * k))
