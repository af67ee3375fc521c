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
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.comic_ink import (
    burst,
    calm_share,
    draw_dots,
    draw_emblem,
    draw_rays,
    inked,
    silhouette,
    speed_lines,
)
from pipeline.illustrator.scenery.city import row


def _box(centre: Point, half: float) -> skia.Rect:
    return skia.Rect.MakeLTRB(
        centre[0] - half, centre[1] - half, centre[0] + half, centre[1] + half
    )


def paint_speed(canvas: skia.Canvas, scene: Scene) -> None:
    """The emblem rushes out of a bundle of lines, over a flat ground for the lettering."""
    colours, focus = scene.palette.colours, scene.focus
    page = skia.Rect.MakeWH(scene.width, scene.height)
    size = min(focus.width(), focus.height())
    centre = (focus.centerX(), focus.centerY())
    canvas.drawRect(page, shaded(radial(centre, size * 1.1, [colours[0], colours[1]], [0.1, 1])))
    draw_dots(canvas, page, centre, colours[2], size * 0.3, 0.5, scene.text)
    lines = speed_lines(
        scene.rng("lines"), centre, size * 0.4, math.hypot(scene.width, scene.height), 90
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
    slant = 0.05 * scene.width
    if scene.focus.width() > 0.7 * scene.width:
        top = core.top() - 54
        field = polygon(
            (
                (-20, top + slant),
                (scene.width + 20, top - slant * 0.4),
                (scene.width + 20, scene.height + 20),
                (-20, scene.height + 20),
            )
        )
    else:
        left = core.left() - 54
        field = polygon(
            (
                (left + slant, -20),
                (scene.width + 20, -20),
                (scene.width + 20, scene.height + 20),
                (left - slant, scene.height + 20),
            )
        )
    edge = stroke(colours[4], 26, StrokeJoin=skia.Paint.kMiter_Join)
    canvas.drawPath(field, edge)
    canvas.drawPath(field, stroke(colours[8], 12, StrokeJoin=skia.Paint.kMiter_Join))
    canvas.drawPath(field, fill(ground))


def paint_signal(canvas: skia.Canvas, scene: Scene) -> None:
    """A searchlight writes the emblem on the night; the dark city is the lettering's ground."""
    colours, focus = scene.palette.colours, scene.focus
    page = skia.Rect.MakeWH(scene.width, scene.height)
    night, dusk = (colours[2], colours[1]) if scene.palette.dark else (colours[1], colours[0])
    canvas.drawRect(page, shaded(linear((0, 0), (0, focus.bottom()), [night, dusk])))
    dusk_tone = fade((0, 0), (0, focus.bottom()), 0.5, 0.0)

    def tone(x: Values, y: Values) -> Values:
        return dusk_tone(x, y) * calm_share(x, y, scene.text)

    canvas.drawPath(screen(page, tone, pitch=15, degrees=30), fill(colours[4], 0.3))
    size = min(focus.width(), focus.height())
    disc, radius = (focus.centerX(), focus.top() + 0.44 * focus.height()), size * 0.33
    foot = (focus.left() + 0.14 * focus.width(), focus.bottom() + 20)
    glow(canvas, disc, radius * 1.9, colours[8], 0.55, skia.BlendMode.kSrcOver)
    beam = polygon((foot, _tangent(foot, disc, radius, 1), _tangent(foot, disc, radius, -1)))
    canvas.drawPath(beam, shaded(linear(foot, disc, [colours[8], colours[8]], None, [0.85, 0.35])))
    canvas.drawCircle(*disc, radius, fill(mix(colours[8], colours[7], 0.45)))
    canvas.drawCircle(*disc, radius, stroke(colours[7], 7))
    canvas.drawPath(silhouette_cut(scene, _box(disc, radius * 0.62)), fill(colours[4]))
    _dark_city(canvas, scene)


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


def _dark_city(canvas: skia.Canvas, scene: Scene) -> None:
    """Towers down to the lettering at the foot; below them, one flat colour."""
    colours, short = scene.palette.colours, min(scene.width, scene.height)
    core = lettering(scene)
    upright = scene.focus.width() > 0.7 * scene.width
    lowest = max((rect.top() for rect in scene.text), default=scene.height)
    top = (core.top() if upright else lowest) - 34
    sky = top - max((r.bottom() for r in scene.text if r.bottom() < top), default=0.0)
    near = colours[4] if scene.palette.dark else colours[0]
    far = mix(colours[4], colours[2], 0.5) if scene.palette.dark else colours[4]
    for k, (height, colour) in enumerate(((0.36, far), (0.2, near))):
        tall = min(short * height, sky * (0.8 - 0.3 * k), scene.focus.height() * height)
        body, lights = row(scene.rng(f"city {k}"), scene.width, top, tall, lit=0.26,
                           grain=short * 0.085, peak=0.8 - 0.5 * k)  # fmt: skip
        canvas.drawPath(body, fill(colour))
        # towers stand a hair apart, and what is behind them would shine through
        canvas.drawPath(body, stroke(colour, 3))
        if colour != colours[0]:
            canvas.drawPath(lights, fill(colours[8], 0.95))
    canvas.drawRect(skia.Rect.MakeLTRB(0, top - 1, scene.width, scene.height), fill(near))


def paint_panels(canvas: skia.Canvas, scene: Scene) -> None:
    """Slanted panels beside a flat ground for lettering: the emblem, its city, its rush."""
    colours = scene.palette.colours
    ground = mix(colours[2], colours[4], 0.25) if scene.palette.dark else colours[0]
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), fill(ground))
    painters = (_panel_emblem, _panel_city, _panel_rush)
    for panel, draw in zip(_panels(scene), painters, strict=True):
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
    body, lights = row(
        scene.rng("panel city"),
        box.width(),
        box.bottom(),
        box.height() * 0.72,
        lit=0.34,
        grain=box.width() * 0.16,
        peak=0.8,
    )
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
