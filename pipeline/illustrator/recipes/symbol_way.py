"""A sea that mirrors another sun, and stairs into the light."""

import skia

from pipeline.drawing.canvas import fill, glow, linear, polygon, shaded
from pipeline.drawing.colour import lighter, mix
from pipeline.illustrator.calm import beside_text, free_level, still_side
from pipeline.illustrator.recipe import Scene, stage

STEPS = 12


def paint_horizon(canvas: skia.Canvas, scene: Scene) -> None:
    """Half a sun above the horizon; below it, moved aside, half of another one."""
    ground, shade, form, accent, _, light = scene.palette.colours
    focus = scene.focus
    wanted = focus.top() + 0.52 * focus.height()
    line = wanted if beside_text(scene) else free_level(scene.text, wanted)
    radius = min(0.31 * focus.width(), 0.285 * focus.height(), line - focus.top() - 12)
    shift = (
        radius
        * scene.rng("shift").uniform(0.55, 0.8)
        * (1 if scene.rng("way").random() < 0.5 else -1)
    )
    sky = linear((0, 0), (0, line), [ground, ground, mix(shade, accent, 0.22)], [0, 0.35, 1])
    canvas.drawRect(skia.Rect.MakeLTRB(0, 0, scene.width, line), shaded(sky))
    sea = scene.palette.colours[1] if scene.palette.dark else form
    depth = linear((0, line), (0, scene.height), [mix(sea, accent, 0.14), sea], [0, 0.5])
    canvas.drawRect(skia.Rect.MakeLTRB(0, line, scene.width, scene.height), shaded(depth))
    still_side(canvas, scene, ground)
    x, front = focus.centerX(), stage(canvas, scene)
    _half(
        front,
        (x - shift / 2, line),
        radius,
        True,
        linear((0, line - radius), (0, line), [lighter(accent, 0.05), accent]),
    )
    _half(
        front,
        (x + shift / 2, line),
        radius,
        False,
        linear((0, line), (0, line + radius), [light, mix(light, sea, 0.35)]),
    )
    _author_ground(canvas, scene, line)


def _half(
    canvas: skia.Canvas,
    centre: tuple[float, float],
    radius: float,
    upper: bool,
    shader: skia.Shader,
) -> None:
    box = skia.Rect.MakeLTRB(
        centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius
    )
    canvas.drawArc(box, 180 if upper else 0, 180, True, shaded(shader))


def _author_ground(canvas: skia.Canvas, scene: Scene, line: float) -> None:
    """On a light ground the inks are dark, so the sea ends in a pale shore under the author."""
    if scene.bare or scene.palette.dark or beside_text(scene):
        return
    lowest = max((rect.top() for rect in scene.text), default=0.0)
    if lowest < line:
        return
    top = lowest - 44
    shore = skia.Path()
    shore.moveTo(0, top + 14)
    shore.cubicTo(scene.width * 0.3, top - 16, scene.width * 0.62, top + 34, scene.width, top - 4)
    shore.lineTo(scene.width, scene.height)
    shore.lineTo(0, scene.height)
    shore.close()
    canvas.drawPath(shore, fill(scene.palette.colours[0]))


def paint_stairs(canvas: skia.Canvas, scene: Scene) -> None:
    """Broad steps that narrow towards an arch of light."""
    ground, _, form, accent, deep, light = scene.palette.colours
    focus = scene.focus
    top = focus.top() + 0.50 * focus.height()
    x = focus.centerX()
    half_top = 0.13 * min(focus.width(), focus.height())
    arch_height = min(0.44 * focus.height(), 3.6 * half_top)
    _arch(canvas, scene, x, top, half_top, arch_height)
    bottom, half_low = focus.bottom() - 0.05 * focus.height(), 0.46 * focus.width()
    stone = form if not scene.palette.dark else mix(form, ground, 0.25)
    for k in range(STEPS):
        near, nearer = (k / STEPS) ** 1.35, ((k + 1) / STEPS) ** 1.35
        y0, y1 = top + (bottom - top) * near, top + (bottom - top) * nearer
        w0, w1 = (
            half_top * 1.5 + (half_low - half_top * 1.5) * near,
            half_top * 1.5 + (half_low - half_top * 1.5) * nearer,
        )
        edge = y0 + (y1 - y0) * 0.52
        middle = w0 + (w1 - w0) * 0.9
        tread = mix(light, stone, 0.12 + 0.4 * near)
        canvas.drawPath(
            polygon(((x - w0, y0), (x + w0, y0), (x + middle, edge), (x - middle, edge))),
            fill(mix(tread, accent, 0.25 * (1 - near))),
        )
        riser = polygon(
            ((x - middle, edge - 0.5), (x + middle, edge - 0.5), (x + middle, y1), (x - middle, y1))
        )
        canvas.drawPath(riser, fill(mix(stone, deep, 0.1 + 0.45 * near)))
    way = linear((0, top), (0, bottom), [light, light], None, [0.75, 0.0])
    spill = polygon(
        (
            (x - half_top, top),
            (x + half_top, top),
            (x + half_top * 1.9, bottom),
            (x - half_top * 1.9, bottom),
        )
    )
    canvas.drawPath(spill, shaded(way, BlendMode=skia.BlendMode.kSoftLight))


def _arch(
    canvas: skia.Canvas, scene: Scene, x: float, foot: float, half: float, height: float
) -> None:
    _, shade, _, accent, _, light = scene.palette.colours
    glow(
        canvas,
        (x, foot - height * 0.5),
        height * 1.25,
        mix(accent, light, 0.5),
        0.5,
        skia.BlendMode.kSrcOver,
    )
    arch = skia.Path()
    arch.moveTo(x - half, foot + 1)
    arch.lineTo(x - half, foot - height + half)
    arch.arcTo(
        skia.Rect.MakeLTRB(x - half, foot - height, x + half, foot - height + 2 * half),
        180,
        180,
        False,
    )
    arch.lineTo(x + half, foot + 1)
    arch.close()
    canvas.drawPath(
        arch, shaded(linear((0, foot - height), (0, foot), [accent, light], [0.1, 0.9]))
    )
    jamb = skia.Path(arch)
    jamb.offset(half * 0.22, 0)
    reveal = skia.Op(arch, jamb, skia.PathOp.kDifference_PathOp)
    canvas.drawPath(reveal, fill(shade, 0.85))
