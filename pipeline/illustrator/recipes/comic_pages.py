"""Three more ways to shout: a flying emblem, slanted panels, a signal over a city."""

import math

import skia

from pipeline.drawing.canvas import (
    Point,
    fill,
    fitted,
    glow,
    linear,
    polygon,
    radial,
    shaded,
    stroke,
)
from pipeline.drawing.colour import mix
from pipeline.drawing.halftone import Values, fade, screen
from pipeline.illustrator.calm import lettering
from pipeline.illustrator.emblem import emblem
from pipeline.illustrator.recipe import Scene, stage
from pipeline.illustrator.recipes.comic_ink import (
    burst,
    calm_share,
    draw_dots,
    draw_emblem,
    draw_rays,
    inked,
    silhouette,
    speed_lines,
    towers,
)

BEYOND = 600.0
"""So many units beyond its page a rushing picture goes on."""


def _box(centre: Point, half: float) -> skia.Rect:
    return skia.Rect.MakeLTRB(
        centre[0] - half, centre[1] - half, centre[0] + half, centre[1] + half
    )


def paint_speed(canvas: skia.Canvas, scene: Scene) -> None:
    """The emblem rushes out of a bundle of lines, over a flat ground for the lettering.

    Both run on beyond the page, over the spine of a book.
    """
    colours, focus = scene.palette.colours, scene.focus
    page = skia.Rect.MakeWH(scene.width, scene.height)
    size = min(focus.width(), focus.height())
    centre = (focus.centerX(), focus.centerY())
    light = shaded(radial(centre, size * 1.1, [colours[0], colours[1]], [0.1, 1]))
    canvas.drawRect(page.makeOutset(BEYOND, BEYOND), light)
    count = 36 if scene.wishes.minimal else 90
    if not scene.wishes.minimal:
        draw_dots(canvas, page, centre, colours[2], size * 0.3, 0.5, scene.text)
    lines = speed_lines(
        scene.rng("lines"), centre, size * 0.4, math.hypot(scene.width, scene.height), count
    )
    canvas.drawPath(lines, fill(colours[4]))
    _lettering_band(canvas, scene)
    inked(
        canvas, burst(scene.rng("flash"), centre, size * 0.4, 14, 0.36), colours[8], colours[4], 12
    )
    draw_emblem(canvas, scene, _box(centre, size * 0.24), -12)


def _lettering_band(canvas: skia.Canvas, scene: Scene) -> None:
    """A slanted flat field with a hard edge behind all lettering."""
    colours, core = scene.palette.colours, lettering(scene)
    ground = colours[2] if scene.palette.dark else colours[0]
    slant = 0.05 * min(scene.width, scene.height)
    right, low, further = scene.width + BEYOND, scene.height + BEYOND, BEYOND - 20
    if scene.focus.width() > 0.7 * scene.width:
        top, rise = core.top() - 54, 1.4 * slant / (scene.width + 40)
        field = polygon(
            (
                (-BEYOND, top + slant + rise * further),
                (right, top - 0.4 * slant - rise * further),
                (right, low),
                (-BEYOND, low),
            )
        )
    else:
        left, lean = core.left() - 90, 2 * slant / (scene.height + 40)
        field = polygon(
            (
                (left + slant + lean * further, -BEYOND),
                (right, -BEYOND),
                (right, low),
                (left - slant - lean * further, low),
            )
        )
    edge = stroke(colours[4], 26, StrokeJoin=skia.Paint.kMiter_Join)
    canvas.drawPath(field, edge)
    canvas.drawPath(field, stroke(colours[8], 12, StrokeJoin=skia.Paint.kMiter_Join))
    canvas.drawPath(field, fill(ground))


def paint_signal(canvas: skia.Canvas, scene: Scene) -> None:
    """A searchlight writes the emblem on the sky; lettering has a flat ground of its own."""
    colours, focus = scene.palette.colours, scene.focus
    upright = focus.width() > 0.7 * scene.width
    _signal_sky(canvas, scene)
    core = lettering(scene)
    foot = core.top() - 20 if upright else scene.height
    size = min(focus.width(), foot - focus.top())
    disc, radius = (focus.centerX(), focus.top() + 0.45 * (foot - focus.top())), size * 0.33
    lamp = (focus.left() + 0.12 * focus.width(), foot - 0.02 * size)
    lit = stage(canvas, scene)
    glow(lit, disc, radius * 1.9, colours[8], 0.55, skia.BlendMode.kSrcOver)
    beam = polygon((lamp, _tangent(lamp, disc, radius, 1), _tangent(lamp, disc, radius, -1)))
    lit.drawPath(beam, shaded(linear(lamp, disc, [colours[8], colours[8]], None, [0.85, 0.35])))
    lit.drawCircle(*disc, radius, fill(mix(colours[8], colours[7], 0.45)))
    lit.drawCircle(*disc, radius, stroke(colours[7], 7))
    lit.drawPath(silhouette_cut(scene, _box(disc, radius * 0.62)), fill(colours[4]))
    _dark_city(canvas, scene, foot, size)
    if upright and scene.palette.dark:
        ground = skia.Rect.MakeLTRB(0, foot - 1, scene.width, scene.height)
        canvas.drawRect(ground, fill(colours[4]))
    else:
        _lettering_band(canvas, scene)


def _signal_sky(canvas: skia.Canvas, scene: Scene) -> None:
    """A sky in two colours with halftone from above."""
    colours, end = scene.palette.colours, (0.0, scene.focus.bottom())
    page = skia.Rect.MakeWH(scene.width, scene.height)
    tints = [colours[2], colours[1]] if scene.palette.dark else [colours[2], colours[0]]
    canvas.drawRect(page, shaded(linear((0, 0), end, tints)))
    if scene.wishes.minimal:
        return
    dusk = fade((0, 0), end, 0.5, 0.0)

    def tone(x: Values, y: Values) -> Values:
        return dusk(x, y) * calm_share(x, y, scene.text)

    canvas.drawPath(screen(page, tone, pitch=16, degrees=30), fill(colours[4], 0.22))


def silhouette_cut(scene: Scene, box: skia.Rect) -> skia.Path:
    """The emblem alone, as one flat shape."""
    return fitted(emblem(scene), box)


def _tangent(point: Point, centre: Point, radius: float, side: int) -> Point:
    """Where the line from `point` touches the circle on one side."""
    away = math.dist(point, centre)
    angle = math.atan2(point[1] - centre[1], point[0] - centre[0]) + side * math.acos(
        min(1.0, radius / away)
    )
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def _dark_city(canvas: skia.Canvas, scene: Scene, foot: float, size: float) -> None:
    """Two rows of towers that stand on y = `foot`, in proportion to a picture of `size`."""
    colours = scene.palette.colours
    far = mix(colours[4], colours[2] if scene.palette.dark else colours[6], 0.55)
    rows = ((0.36, far), (0.22, colours[4]))
    for k, (height, colour) in enumerate(rows[1:] if scene.wishes.minimal else rows):
        body, lights = towers(scene.rng(f"city {k}"), scene.width, foot + 60, size * height + 60,
                              lit=0.24, grain=size * 0.12, peak=0.8 - 0.5 * k)  # fmt: skip
        canvas.drawPath(body, fill(colour))
        # towers stand a hair apart, and what is behind them would shine through
        canvas.drawPath(body, stroke(colour, 3))
        canvas.drawPath(lights, fill(colours[8], 0.95))


def paint_panels(canvas: skia.Canvas, scene: Scene) -> None:
    """Slanted panels beside a flat ground for lettering: the emblem, its city, its rush."""
    colours = scene.palette.colours
    ground = mix(colours[2], colours[4], 0.25) if scene.palette.dark else colours[0]
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(ground))
    painters = (_panel_emblem, _panel_city, _panel_rush)
    panels = _panels(scene)
    if scene.wishes.minimal:
        panels, painters = (_whole(scene),), painters[:1]
    for panel, draw in zip(panels, painters, strict=True):
        canvas.save()
        canvas.clipPath(panel, doAntiAlias=True)
        draw(canvas, scene, panel.computeTightBounds())
        canvas.restore()
        for colour, width in ((colours[7], 13), (colours[4], 8)):
            canvas.drawPath(panel, stroke(colour, width, StrokeJoin=skia.Paint.kMiter_Join))


def _panels(scene: Scene) -> tuple[skia.Path, skia.Path, skia.Path]:
    """One broad panel over two narrower ones, with slanted gutters."""
    area = scene.focus.makeInset(34, 26)
    left, right = max(area.left(), 34), min(area.right(), scene.width - 34)
    top, bottom, width = area.top(), area.bottom(), right - left
    lean, gap = 0.05 * width, 13.0
    low, middle = top + 0.6 * (bottom - top), left + 0.46 * width
    from_left, from_right = low + lean * 0.5, low - lean * 0.5
    meet = from_left + gap + (from_right - from_left) * 0.46
    return (
        polygon(((left, top), (right, top), (right, from_right - gap), (left, from_left - gap))),
        polygon(((left, from_left + gap), (middle + lean - gap, meet),
                 (middle - lean - gap, bottom), (left, bottom))),
        polygon(((middle + lean + gap, meet), (right, from_right + gap),
                 (right, bottom), (middle - lean + gap, bottom))),
    )  # fmt: skip


def _whole(scene: Scene) -> skia.Path:
    """All the panels' room as one panel."""
    upper, low_left, low_right = (panel.computeTightBounds() for panel in _panels(scene))
    return polygon(((upper.left(), upper.top()), (upper.right(), upper.top()),
                    (low_right.right(), low_right.bottom()), (low_left.left(), low_left.bottom())))  # fmt: skip


def _panel_emblem(canvas: skia.Canvas, scene: Scene, box: skia.Rect) -> None:
    colours = scene.palette.colours
    centre, size = (box.centerX(), box.centerY()), min(box.width(), box.height())
    draw_rays(canvas, box, centre, colours, 24)
    draw_dots(canvas, box, centre, colours[4], size * 0.4, 0.24)
    inked(
        canvas, burst(scene.rng("burst"), centre, size * 0.56, 20, 0.3), colours[8], colours[4], 11
    )
    draw_emblem(canvas, scene, _box(centre, size * 0.3), -6)


def _panel_city(canvas: skia.Canvas, scene: Scene, box: skia.Rect) -> None:
    colours = scene.palette.colours
    canvas.drawRect(
        box, shaded(linear((0, box.top()), (0, box.bottom()), [colours[6], colours[5]]))
    )
    canvas.drawCircle(
        box.left() + box.width() * 0.36,
        box.top() + box.height() * 0.4,
        box.height() * 0.2,
        fill(colours[8]),
    )
    canvas.save()
    canvas.translate(box.left(), 0)
    body, lights = towers(scene.rng("panel city"), box.width(), box.bottom(), box.height() * 0.72,
                          lit=0.34, grain=box.width() * 0.18, peak=0.8)  # fmt: skip
    canvas.drawPath(body, fill(colours[4]))
    canvas.drawPath(lights, fill(colours[8]))
    canvas.restore()


def _panel_rush(canvas: skia.Canvas, scene: Scene, box: skia.Rect) -> None:
    """So near that only a part is seen."""
    colours = scene.palette.colours
    centre = (box.left() + box.width() * 0.6, box.top() + box.height() * 0.56)
    canvas.drawRect(box, fill(colours[8]))
    canvas.drawPath(
        speed_lines(scene.rng("rush"), centre, box.height() * 0.36, box.width() * 1.2, 60),
        fill(colours[1]),
    )
    sign = fitted(emblem(scene), _box(centre, box.height() * 0.62), 14)
    line = stroke(colours[4], 12)
    canvas.drawPath(silhouette(sign), line)
    canvas.drawPath(silhouette(sign), fill(colours[4]))
    canvas.drawPath(sign, fill(colours[7]))
