"""Rooms told by light: a door ajar, and a chair whose shadow is not empty."""

import skia

from pipeline.drawing.canvas import fill, glow, linear, moved, polygon, shaded, stroke
from pipeline.drawing.colour import lighter, luminance, mix
from pipeline.illustrator.calm import beside_text, free_level, still_side
from pipeline.illustrator.recipe import Scene


def paint_door(canvas: skia.Canvas, scene: Scene) -> None:
    """A door ajar on the sea, and its light across the floor."""
    ground, shade, form, accent, deep, light = scene.palette.colours
    focus = scene.focus
    height = min(0.66 * focus.height(), 1.3 * focus.width())
    half = 0.22 * height
    foot = focus.top() + 0.1 * focus.height() + height
    if not beside_text(scene):
        foot = free_level(scene.text, foot)
    height = min(height, foot - focus.top() - 12)
    x = focus.centerX() + 0.06 * focus.width()
    floor = linear((0, foot), (0, scene.height), [shade, mix(shade, ground, 0.75)])
    canvas.drawRect(skia.Rect.MakeLTRB(0, foot, scene.width, scene.height), shaded(floor))
    still_side(canvas, scene, ground)
    glow(canvas, (x, foot - height * 0.45), height * 0.95, light, 0.34, skia.BlendMode.kSrcOver)
    opening = skia.Rect.MakeLTRB(x - half, foot - height, x + half, foot)
    _sea_view(canvas, scene, opening)
    _spill(canvas, scene, opening)
    leaf = polygon(((x - half, foot - height), (x - half * 2.35, foot - height * 1.05),
                    (x - half * 2.35, foot + height * 0.07), (x - half, foot)))  # fmt: skip
    wood = form if not scene.palette.dark else mix(deep, ground, 0.35)
    canvas.drawPath(
        leaf, shaded(linear((x - half * 2.35, 0), (x - half, 0), [wood, mix(wood, deep, 0.5)]))
    )
    canvas.drawCircle(x - half * 2.2, foot - height * 0.46, height * 0.011, fill(accent))
    _frame(canvas, opening, mix(wood, deep, 0.4))


def _frame(canvas: skia.Canvas, opening: skia.Rect, colour: str) -> None:
    """The jambs and the lintel of a door; nothing at its foot."""
    left, top, right, foot = opening.left(), opening.top(), opening.right(), opening.bottom()
    jambs = polygon(((left, foot), (left, top), (right, top), (right, foot)), closed=False)
    paint = stroke(
        colour,
        opening.height() * 0.016,
        StrokeJoin=skia.Paint.kMiter_Join,
        StrokeCap=skia.Paint.kButt_Cap,
    )
    canvas.drawPath(jambs, paint)


def _sea_view(canvas: skia.Canvas, scene: Scene, opening: skia.Rect) -> None:
    _, _, form, accent, _, light = scene.palette.colours
    horizon = opening.top() + opening.height() * 0.62
    canvas.save()
    canvas.clipRect(opening, doAntiAlias=True)
    canvas.drawRect(
        opening, shaded(linear((0, opening.top()), (0, horizon), [mix(light, accent, 0.42), light]))
    )
    sun = opening.width() * 0.17
    canvas.drawCircle(opening.centerX() + sun * 0.5, horizon - sun * 1.6, sun, fill(accent))
    sea = form if not scene.palette.dark else mix(accent, scene.palette.colours[0], 0.7)
    water = linear(
        (0, horizon), (0, opening.bottom()), [mix(sea, light, 0.6), mix(sea, light, 0.15)]
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(opening.left(), horizon, opening.right(), opening.bottom()),
        shaded(water),
    )
    rng = scene.rng("glitter")
    for _ in range(26):
        y = horizon + opening.height() * 0.36 * rng.random()
        reach = sun * rng.uniform(0.2, 0.9)
        middle = opening.centerX() + sun * 0.5 + rng.normal(0, sun * 0.4)
        canvas.drawLine(
            middle - reach, y, middle + reach, y, stroke(light, opening.height() * 0.004, 0.8)
        )
    canvas.restore()


def _spill(canvas: skia.Canvas, scene: Scene, opening: skia.Rect) -> None:
    """Light on the floor; it is gone before the lettering below it begins."""
    light = scene.palette.colours[5]
    foot, half = opening.bottom(), opening.width() / 2
    end = min(scene.focus.bottom() + 30, foot + opening.height() * 0.8)
    x, spread = opening.centerX(), (end - foot) / opening.height()
    wedge = polygon(
        (
            (x - half, foot),
            (x + half, foot),
            (x + half * (1 + 2.4 * spread), end),
            (x - half * (0.6 - spread), end),
        )
    )
    canvas.drawPath(
        wedge, shaded(linear((0, foot), (0, end), [light] * 3, [0, 0.55, 1], [0.92, 0.5, 0.0]))
    )


def paint_chair(canvas: skia.Canvas, scene: Scene) -> None:
    """An empty chair in low light; somebody (or a bird) still sits in its shadow."""
    ground, shade, form, accent, deep, _ = scene.palette.colours
    focus = scene.focus
    size = min(0.43 * focus.height(), 0.46 * focus.width())
    foot = (focus.left() + 0.27 * focus.width(), focus.top() + 0.09 * focus.height() + size)
    wall = foot[1] - size * 0.16
    if not beside_text(scene):
        wall = free_level(scene.text, wall, lowest=foot[1] - size * 0.05)
    # on the darkest ground a still darker floor would swallow the shadow
    floor = lighter(ground, 0.09) if luminance(ground) < 0.05 else shade
    canvas.drawRect(
        skia.Rect.MakeLTRB(0, wall, scene.width, scene.height),
        shaded(linear((0, wall), (0, scene.height), [floor, mix(floor, ground, 0.45)])),
    )
    still_side(canvas, scene, ground)
    _chair_shadow(canvas, scene, foot, size)
    chair = moved(_chair(), *foot, size)
    body = accent if not scene.palette.dark else form
    tints = [lighter(body, 0.06), mix(body, deep, 0.25)]
    tone = linear((foot[0] - size * 0.3, 0), (foot[0] + size * 0.4, 0), tints)
    canvas.drawPath(chair, shaded(tone))


def _chair_shadow(
    canvas: skia.Canvas, scene: Scene, foot: tuple[float, float], size: float
) -> None:
    """The chair and who sits in it, laid on the floor; it ends above the lettering below."""
    deep = scene.palette.colours[4]
    shadow = _chair()
    _add_sitter(shadow, scene.wishes.people)
    reach = min(1.25, (scene.focus.bottom() - 24 - foot[1]) / size / 1.36)
    laid = skia.Matrix()
    laid.setAll(size, -1.05 * reach * size, foot[0], 0, -reach * size * 0.98, foot[1], 0, 0, 1)
    shadow.transform(laid)
    end = (foot[0] + size * reach, foot[1] + size * reach)
    paint = shaded(linear(foot, end, [deep, deep], None, [0.85, 0.42]))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 2.2))
    canvas.drawPath(shadow, paint)


def _chair() -> skia.Path:
    """A plain chair from the side, standing on y = 0, one unit high, facing right."""
    path = skia.Path()
    parts = (
        (
            (-0.35, -0.98),
            (-0.285, -0.98),
            (-0.20, -0.45),
            (-0.25, 0.0),
            (-0.315, 0.0),
            (-0.27, -0.45),
        ),
        ((-0.29, -0.52), (0.30, -0.49), (0.31, -0.42), (-0.28, -0.43)),
        ((0.21, -0.45), (0.28, -0.45), (0.325, 0.0), (0.26, 0.0)),
        ((-0.26, -0.22), (0.27, -0.20), (0.27, -0.165), (-0.26, -0.18)),
        ((-0.375, -1.01), (-0.265, -1.02), (-0.245, -0.86), (-0.345, -0.85)),
    )
    for part in parts:
        path.addPath(polygon(part))
    path.setFillType(skia.PathFillType.kWinding)
    return path


def _add_sitter(path: skia.Path, people: bool) -> None:
    """Somebody who reads, from the side; a bird on the chair's back where nobody is wanted."""
    if not people:
        bird = skia.Path()
        bird.moveTo(-0.10, -1.13)
        bird.cubicTo(-0.14, -1.25, -0.28, -1.27, -0.36, -1.15)
        bird.lineTo(-0.52, -1.04)
        bird.cubicTo(-0.4, -1.02, -0.32, -1.0, -0.26, -1.02)
        bird.cubicTo(-0.18, -1.02, -0.14, -1.06, -0.13, -1.1)
        bird.close()
        path.addPath(bird)
        return
    path.addOval(skia.Rect.MakeLTRB(-0.12, -1.42, 0.14, -1.12))
    body = skia.Path()
    body.moveTo(-0.03, -1.16)
    body.cubicTo(-0.24, -1.08, -0.29, -0.78, -0.27, -0.46)
    body.lineTo(0.30, -0.46)
    body.lineTo(0.33, -0.06)
    body.lineTo(0.31, 0.0)
    body.lineTo(0.60, 0.0)
    body.cubicTo(0.58, -0.06, 0.52, -0.07, 0.46, -0.08)
    body.lineTo(0.46, -0.56)
    body.cubicTo(0.46, -0.64, 0.4, -0.66, 0.32, -0.66)
    body.lineTo(0.10, -0.67)
    body.cubicTo(0.16, -0.86, 0.18, -1.04, 0.08, -1.15)
    body.close()
    path.addPath(body)
    arm = (
        (0.02, -1.0),
        (0.13, -1.0),
        (0.2, -0.8),
        (0.42, -0.86),
        (0.44, -0.79),
        (0.16, -0.68),
        (0.04, -0.78),
    )
    path.addPath(polygon(arm))
    path.addPath(polygon(((0.36, -1.06), (0.44, -0.78), (0.49, -0.8), (0.42, -1.07))))
