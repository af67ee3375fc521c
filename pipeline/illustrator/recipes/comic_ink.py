"""The comic's tools: rays, bursts, speed lines, and an emblem in ink with a printed shadow.

Palette of the recipe: hot centre, middle, edge, ray, ink, emblem, emblem in shade, paper, spark.
"""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import Point, fill, fitted, moved, polygon, radial, shaded
from pipeline.drawing.halftone import Values, fade, screen
from pipeline.illustrator.calm import clearance
from pipeline.illustrator.emblem import emblem
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.scenery.city import row

SHADOW = (11.0, 15.0)
"""Where the hard shadow of inked things falls, in units."""
BOLD = 1.7
"""How much larger a comic's windows are than those of a real city."""


def draw_rays(
    canvas: skia.Canvas,
    page: skia.Rect,
    centre: Point,
    colours: tuple[str, ...],
    count: int,
) -> None:
    """A radial ground of three colours with `count` lighter rays of the fourth."""
    reach = max(math.dist(centre, corner) for corner in
                ((page.left(), page.top()), (page.right(), page.top()),
                 (page.left(), page.bottom()), (page.right(), page.bottom())))  # fmt: skip
    canvas.drawRect(page, shaded(radial(centre, reach, colours[:3], [0.05, 0.42, 0.95])))
    rays = skia.Path()
    for k in range(count):
        angle, half = 2 * math.pi * k / count, math.pi / count / 2
        rays.moveTo(*centre)
        for side in (-half, half):
            rays.lineTo(
                centre[0] + 1.1 * reach * math.cos(angle + side),
                centre[1] + 1.1 * reach * math.sin(angle + side),
            )
        rays.close()
    light = radial(centre, reach, [colours[3]] * 3, [0, 0.5, 1], [0.75, 0.4, 0.12])
    canvas.drawPath(rays, shaded(light))


def draw_dots(
    canvas: skia.Canvas, area: skia.Rect, centre: Point, colour: str, inner: float, alpha: float,
    text: tuple[skia.Rect, ...] = (),
) -> None:  # fmt: skip
    """Halftone that grows from nothing at `inner` units round the centre to the corners.

    It fades away towards `text`, so that lettering keeps a flat ground.
    """
    reach = max(area.width(), area.height()) * 0.62

    def tone(x: Values, y: Values) -> Values:
        away = (np.hypot(x - centre[0], y - centre[1]) - inner) / max(reach - inner, 1.0)
        return 0.56 * np.clip(away, 0, 1) * calm_share(x, y, text)

    canvas.drawPath(screen(area, tone, pitch=19, degrees=30), fill(colour, alpha))


def calm_share(x: Values, y: Values, text: tuple[skia.Rect, ...]) -> Values:
    """0 at lettering, 1 from 130 units away."""
    return np.clip((clearance(np.stack([x, y], -1), text) - 20) / 110, 0, 1)


def burst(
    rng: np.random.Generator, centre: Point, radius: float, spikes: int, depth: float
) -> skia.Path:
    """An explosion: long and short spikes with hollow flanks; `depth` is how deep they are cut."""
    path = skia.Path()
    for k in range(spikes + 1):
        angle = 2 * math.pi * (k % spikes) / spikes
        tip_radius = radius * (1.0 if k % 2 else 0.84) * (1 + 0.08 * math.sin(7.3 * (k % spikes)))
        tip = (centre[0] + tip_radius * math.cos(angle), centre[1] + tip_radius * math.sin(angle))
        if k == 0:
            path.moveTo(*tip)
            continue
        before = angle - math.pi / spikes
        low = radius * (1 - depth) * (1 + 0.04 * float(rng.normal()))
        valley = (centre[0] + low * math.cos(before), centre[1] + low * math.sin(before))
        previous = path.getPoint(path.countPoints() - 1)
        for start, end in (((previous.x(), previous.y()), valley), (valley, tip)):
            middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
            path.quadTo(
                middle[0] + (centre[0] - middle[0]) * 0.06,
                middle[1] + (centre[1] - middle[1]) * 0.06,
                *end,
            )
    path.close()
    return path


def inked(canvas: skia.Canvas, path: skia.Path, colour: str, ink: str, width: float) -> None:
    """Flat colour, a black outline and a hard shadow."""
    shadow = skia.Path(path)
    shadow.offset(*SHADOW)
    line = fill(ink)
    line.setStyle(skia.Paint.kStrokeAndFill_Style)
    line.setStrokeWidth(width)
    line.setStrokeJoin(skia.Paint.kMiter_Join)
    canvas.drawPath(shadow, line)
    canvas.drawPath(path, line)
    canvas.drawPath(path, fill(colour))


def towers(
    rng: np.random.Generator, width: float, foot: float, height: float, *, lit: float, grain: float,
    peak: float,
) -> tuple[skia.Path, skia.Path]:  # fmt: skip
    """A street as `scenery.city.row` draws it, but with windows bold enough for ink."""
    body, lights = row(rng, width / BOLD, 0, height / BOLD, lit=lit, grain=grain / BOLD, peak=peak)
    return moved(body, 0, foot, BOLD), moved(lights, 0, foot, BOLD)


def silhouette(path: skia.Path) -> skia.Path:
    """The path with its holes filled: every contour counts as solid."""
    solid = skia.Path()
    contour = skia.Path()
    for verb, points in path:
        if verb == skia.Path.kMove_Verb and contour.countPoints():
            solid = skia.Op(solid, contour, skia.PathOp.kUnion_PathOp)
            contour = skia.Path()
        _extend(contour, verb, points)
    return skia.Op(solid, contour, skia.PathOp.kUnion_PathOp)


def _extend(path: skia.Path, verb: skia.Path.Verb, points: list[skia.Point]) -> None:
    rest = [coordinate for point in points[1:] for coordinate in (point.x(), point.y())]
    if verb == skia.Path.kMove_Verb:
        path.moveTo(points[0])
    elif verb == skia.Path.kLine_Verb:
        path.lineTo(*rest)
    elif verb == skia.Path.kQuad_Verb:
        path.quadTo(*rest)
    elif verb == skia.Path.kCubic_Verb:
        path.cubicTo(*rest)
    elif verb == skia.Path.kClose_Verb:
        path.close()


def draw_emblem(canvas: skia.Canvas, scene: Scene, box: skia.Rect, degrees: float = 0.0) -> None:
    """The book's sign as a sticker: paper rim, ink, two-tone colour, halftone in its shade."""
    colours = scene.palette.colours
    sign = fitted(emblem(scene), box, degrees)
    body = silhouette(sign)
    bold = max(box.width(), box.height()) * 0.034
    for offset, colour, width in (
        (SHADOW, colours[4], bold * 3.2),
        ((0.0, 0.0), colours[4], bold * 3.2),
        ((0.0, 0.0), colours[7], bold * 2.0),
    ):
        rim = fill(colour)
        rim.setStyle(skia.Paint.kStrokeAndFill_Style)
        rim.setStrokeWidth(width)
        rim.setStrokeJoin(skia.Paint.kRound_Join)
        moved = skia.Path(body)
        moved.offset(*offset)
        canvas.drawPath(moved, rim)
    canvas.drawPath(body, fill(colours[4]))
    canvas.save()
    canvas.clipPath(sign, doAntiAlias=True)
    canvas.drawPaint(fill(colours[5]))
    shade = fade(
        (box.left() + box.width() * 0.3, box.top()), (box.right(), box.bottom()), 0.0, 0.95
    )
    canvas.drawPath(
        screen(box.makeOutset(20, 20), shade, pitch=max(12.0, bold), degrees=30),
        fill(colours[6]),
    )
    canvas.restore()


def speed_lines(
    rng: np.random.Generator, focus: Point, inner: float, outer: float, count: int
) -> skia.Path:
    """Wedges that point at `focus` and end between `inner` and half way out."""
    path = skia.Path()
    for k in range(count):
        angle = 2 * math.pi * (k + rng.uniform(-0.4, 0.4)) / count
        near = inner * rng.uniform(1.0, 1.5)
        half = rng.uniform(0.006, 0.03)
        path.addPath(polygon((
            (focus[0] + near * math.cos(angle), focus[1] + near * math.sin(angle)),
            (focus[0] + outer * math.cos(angle - half), focus[1] + outer * math.sin(angle - half)),
            (focus[0] + outer * math.cos(angle + half), focus[1] + outer * math.sin(angle + half)),
        )))  # fmt: skip
    return path
