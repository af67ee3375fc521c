"""A window on a wall."""

import skia

from pipeline.drawing.canvas import fill, linear, shaded
from pipeline.drawing.colour import lighter, mix
from pipeline.illustrator.recipe import Scene


def paint_window(canvas: skia.Canvas, scene: Scene) -> None:
    """A window on another weather, and its light on the wall."""
    ground, shade, form, _, deep, _ = scene.palette.colours
    focus = scene.focus
    height = min(0.62 * focus.height(), 0.72 * focus.width())
    width = height * 0.74
    left, top = focus.left() + 0.16 * focus.width(), focus.top() + 0.12 * focus.height()
    rect = skia.Rect.MakeXYWH(left, top, width, height)
    _light_on_wall(canvas, scene, rect)
    sash = mix(form, ground, 0.1) if scene.palette.dark else mix(form, deep, 0.3)
    lip = rect.makeOutset(width * 0.06, width * 0.06)
    shadow = fill(deep, 0.4)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 12))
    canvas.drawRect(lip.makeOffset(7, 12), shadow)
    canvas.drawRect(lip, fill(sash))
    canvas.save()
    clip = skia.Path()
    for pane in _panes(rect, width * 0.05):
        clip.addRect(pane)
    canvas.clipPath(clip, doAntiAlias=True)
    _weather(canvas, scene, rect)
    canvas.restore()
    sill = skia.Rect.MakeXYWH(
        left - width * 0.12, rect.bottom() + width * 0.06, width * 1.24, width * 0.06
    )
    canvas.drawRect(sill, fill(lighter(sash, 0.05)))
    canvas.drawRect(
        skia.Rect.MakeXYWH(sill.left(), sill.bottom(), sill.width(), 5),
        fill(mix(shade, deep, 0.4), 0.6),
    )


def _light_on_wall(canvas: skia.Canvas, scene: Scene, window: skia.Rect) -> None:
    """The panes again, slanted and pale, beside the window; never on the lettering's side."""
    light = scene.palette.colours[5]
    left, top, width, height = window.left(), window.top(), window.width(), window.height()
    # it fades before it reaches the edge of the room beside the lettering
    room = max(80.0, scene.focus.right() - left - width)
    slant = linear((0, 0), (room, 0), [light, light], None, [0.62, 0.0])
    canvas.save()
    canvas.clipRect(scene.focus.makeOutset(0, 20), doAntiAlias=True)
    canvas.translate(left + width * 1.0, top + height * 0.30)
    canvas.skew(0.30, 0.30)
    for pane in _panes(skia.Rect.MakeWH(width * 0.8, height * 0.72), width * 0.07):
        canvas.drawRect(pane, shaded(slant))
    canvas.restore()


def _panes(rect: skia.Rect, bar: float) -> list[skia.Rect]:
    """Two columns and three rows with `bar` between them."""
    w, h = (rect.width() - bar) / 2, (rect.height() - 2 * bar) / 3
    return [skia.Rect.MakeXYWH(rect.left() + i * (w + bar), rect.top() + j * (h + bar), w, h)
            for i in range(2) for j in range(3)]  # fmt: skip


def _weather(canvas: skia.Canvas, scene: Scene, rect: skia.Rect) -> None:
    """A sky at sunset, two clouds, a far hill and a near one."""
    _, _, form, accent, deep, light = scene.palette.colours
    w, h = rect.width(), rect.height()
    canvas.save()
    canvas.translate(rect.left(), rect.top())
    sky = linear(
        (0, 0),
        (0, h),
        [
            mix(form, accent, 0.25) if not scene.palette.dark else mix(deep, accent, 0.3),
            mix(accent, light, 0.25),
            light,
        ],
        [0, 0.55, 0.9],
    )
    canvas.drawRect(skia.Rect.MakeWH(w, h), shaded(sky))
    canvas.drawCircle(w * 0.66, h * 0.56, w * 0.15, fill(light))
    for x, y, size in ((0.1, 0.3, 0.5), (0.55, 0.2, 0.4), (0.4, 0.44, 0.34)):
        bar = skia.Rect.MakeXYWH(x * w, y * h, size * w, 0.035 * h)
        canvas.drawRoundRect(bar, h, h, fill(light, 0.75))
        canvas.drawRoundRect(bar.makeOffset(size * w * 0.25, -0.028 * h), h, h, fill(light, 0.6))
    hill = mix(form, deep, 0.2) if not scene.palette.dark else mix(deep, accent, 0.25)
    for y, rise, share in ((0.78, 0.13, 0.45), (0.9, -0.1, 0.0)):
        ridge = skia.Path()
        ridge.moveTo(0, h * y)
        ridge.cubicTo(
            w * 0.35, h * (y - rise), w * 0.6, h * (y + rise * 0.6), w, h * (y - rise * 0.4)
        )
        ridge.lineTo(w, h)
        ridge.lineTo(0, h)
        canvas.drawPath(ridge, fill(mix(hill, light, share)))
    canvas.restore()
