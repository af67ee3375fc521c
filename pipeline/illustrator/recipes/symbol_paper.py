"""Cut and folded paper."""

import math

import skia

from pipeline.drawing.canvas import fill, linear, polygon, shaded, soft_shadow, stroke
from pipeline.drawing.colour import lighter, mix
from pipeline.illustrator.calm import still_side
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
    still_side(canvas, scene, ground)
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
