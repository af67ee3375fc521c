"""Drawn with one line: a brushed ring, and a thread that becomes something on its way."""

import math
from collections.abc import Sequence

import numpy as np
import skia

from pipeline.domain.arrangement import WIDE
from pipeline.drawing.canvas import Point, fill, linear, shaded, stroke
from pipeline.drawing.colour import mix
from pipeline.illustrator.calm import free_level, lettering
from pipeline.illustrator.recipe import Scene

BRISTLES = 76


def paint_enso(canvas: skia.Canvas, scene: Scene) -> None:
    """A ring in one stroke of a dry brush, and a seal."""
    form, accent, deep = (
        scene.palette.colours[2],
        scene.palette.colours[3],
        scene.palette.colours[4],
    )
    ink = form if scene.palette.dark else deep
    if scene.aspect >= WIDE:
        centre = (scene.focus.centerX(), scene.focus.centerY())
        radius = 0.36 * min(scene.focus.width(), scene.focus.height())
        disc = linear(
            (0, centre[1] - radius), (0, centre[1] + radius), [accent, mix(accent, deep, 0.2)]
        )
        canvas.drawCircle(
            centre[0] + radius * 0.12, centre[1] + radius * 0.1, radius * 0.4, shaded(disc)
        )
    else:
        core = lettering(scene)
        centre = (core.centerX(), core.centerY())
        radius = 0.5 * math.hypot(core.width(), core.height()) + 0.09 * scene.width
    _brush_ring(canvas, scene, centre, radius, ink)
    angle = math.radians(38)
    side = 0.062 * radius + 16
    _seal(canvas, scene, (min(centre[0] + radius * 1.12 * math.cos(angle), scene.width - side * 1.6),
                          centre[1] + radius * 1.2 * math.sin(angle)), side)  # fmt: skip


def _brush_ring(canvas: skia.Canvas, scene: Scene, centre: Point, radius: float, ink: str) -> None:
    """Bristles with their own ends: full at the start of the stroke, dry where it lifts."""
    rng = scene.rng("brush")
    breadth = 0.085 * radius + 12
    start = rng.uniform(95, 150)
    canvas.save()
    canvas.translate(*centre)
    canvas.rotate(float(rng.uniform(-12, 12)))
    canvas.scale(1.0, float(rng.uniform(0.95, 1.0)))
    for across in np.linspace(-1, 1, BRISTLES):
        wet = 1 - abs(across) ** 3
        sweep = 338 * min(1.0, 0.70 + 0.26 * rng.random() + 0.09 * wet)
        begin = start + rng.normal(0, 2.0) + 7 * abs(across) ** 2
        drift = rng.normal(0, breadth * 0.03)
        r = radius + across * breadth * 0.62 + drift
        box = skia.Rect.MakeLTRB(-r, -r, r, r)
        # a hair thinner than a pixel of the preview would be another grey in print
        width = max(1.5, breadth / BRISTLES * rng.uniform(1.0, 2.8))
        canvas.drawArc(
            box,
            begin,
            sweep * rng.uniform(0.35, 0.75),
            False,
            stroke(ink, width * 1.3, 0.85, StrokeCap=skia.Paint.kButt_Cap),
        )
        if rng.random() < 0.72:
            canvas.drawArc(
                box, begin, sweep, False, stroke(ink, width, 0.8, StrokeCap=skia.Paint.kButt_Cap)
            )
    canvas.restore()
    for _ in range(26):
        angle, away = rng.uniform(0, 2 * math.pi), radius + breadth * (0.9 + rng.exponential(0.5))
        canvas.drawCircle(
            centre[0] + away * math.cos(angle),
            centre[1] + away * math.sin(angle),
            float(rng.exponential(2.2)),
            fill(ink, 0.8),
        )


def _seal(canvas: skia.Canvas, scene: Scene, at: Point, side: float) -> None:
    """A square seal, carved with strokes that are no letters."""
    accent, ground = scene.palette.colours[3], scene.palette.colours[0]
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(-3)
    box = skia.Rect.MakeLTRB(-side / 2, -side / 2, side / 2, side / 2)
    canvas.drawRoundRect(box, side * 0.08, side * 0.08, fill(accent))
    line = stroke(ground, side * 0.075, 0.95, StrokeCap=skia.Paint.kSquare_Cap)
    for x0, y0, x1, y1 in (
        (-0.28, -0.28, 0.28, -0.28),
        (-0.28, -0.28, -0.28, 0.28),
        (0, -0.28, 0, 0.28),
        (0.28, -0.06, 0.28, 0.28),
        (-0.28, 0.28, -0.1, 0.28),
        (0.1, 0, 0.28, 0),
    ):
        canvas.drawLine(x0 * side, y0 * side, x1 * side, y1 * side, line)
    canvas.restore()


_SHAPES: dict[str, Sequence[Point]] = {
    "house": ((-1.0, 0.62), (-0.62, 0.62), (-0.62, -0.12), (-0.78, 0.0), (0.0, -0.74), (0.34, -0.42), (0.34, -0.66),
              (0.52, -0.66), (0.52, -0.25), (0.78, 0.0), (0.62, -0.12), (0.62, 0.62), (0.14, 0.62), (0.14, 0.14),
              (-0.18, 0.14), (-0.18, 0.62), (1.0, 0.62)),
    "mountain": ((-1.0, 0.5), (-0.72, 0.5), (-0.3, -0.34), (-0.12, -0.06), (0.16, -0.72), (0.36, -0.3), (0.44, -0.4),
                 (0.9, 0.5), (1.0, 0.5)),
    "boat": ((-1.0, 0.34), (-0.6, 0.34), (-0.4, 0.62), (0.42, 0.62), (0.66, 0.3), (-0.02, 0.3), (-0.02, -0.78),
             (0.5, 0.12), (-0.02, 0.12), (-0.02, -0.62), (-0.4, 0.16), (-0.02, 0.16), (-0.02, 0.34), (1.0, 0.34)),
    "bird": ((-1.0, 0.5), (-0.6, 0.42), (-0.3, 0.24), (0.04, 0.08), (-0.12, -0.3), (-0.46, -0.7), (-0.04, -0.5),
             (0.24, -0.14), (0.36, -0.02), (0.52, -0.12), (0.66, -0.1), (0.86, 0.0), (0.66, 0.04), (0.5, 0.2), (0.2, 0.32),
             (-0.24, 0.3), (-0.62, 0.24), (-0.3, 0.4), (0.2, 0.56), (0.6, 0.56), (1.0, 0.5)),
    "loops": ((-1.0, 0.3), (-0.62, 0.34), (-0.3, 0.1), (-0.28, -0.3), (-0.5, -0.42), (-0.66, -0.16), (-0.44, 0.2), (0.0, 0.26),
              (0.32, -0.1), (0.28, -0.62), (0.02, -0.78), (-0.12, -0.42), (0.12, 0.1), (0.52, 0.34), (0.78, 0.12), (0.72, -0.14),
              (0.54, -0.06), (0.6, 0.26), (1.0, 0.3)),
    "heart": ((-1.0, 0.56), (-0.5, 0.6), (0.0, 0.58), (-0.42, 0.16), (-0.58, -0.24), (-0.36, -0.52), (-0.08, -0.42),
              (0.0, -0.18), (0.08, -0.42), (0.36, -0.52), (0.58, -0.24), (0.42, 0.16), (0.0, 0.58), (0.5, 0.6), (1.0, 0.56)),
}  # fmt: skip
_ANY = ("loops", "mountain", "bird")
"""What fits every book, for a summary that names none of the others."""
_STRAIGHT = frozenset({"house", "mountain", "boat"})
_NAMED = {"house": "house", "home": "house", "mountain": "mountain", "ship": "boat", "boat": "boat", "sea": "boat",
          "bird": "bird", "heart": "heart", "love": "heart"}  # fmt: skip


def paint_thread(canvas: skia.Canvas, scene: Scene) -> None:
    """One line from edge to edge that becomes a thing before a coloured disc."""
    _, _, form, accent, deep, _ = scene.palette.colours
    focus = scene.focus
    size = 0.36 * min(focus.width(), focus.height() * 1.15)
    centre = (focus.centerX(), focus.top() + 0.52 * focus.height())
    names = [_NAMED[c.name] for c in scene.concepts if c.name in _NAMED]
    name = names[0] if names else _ANY[int(scene.rng("shape").integers(len(_ANY)))]
    canvas.drawCircle(centre[0] + size * 0.3, centre[1] - size * 0.16, size * 0.66, fill(accent))
    ink = form if scene.palette.dark else deep
    outline = [(centre[0] + x * size, centre[1] + y * size) for x, y in _SHAPES[name]]
    path = skia.Path()
    (x0, y0), (x1, y1) = outline[0], outline[-1]
    sway = 0.16 * size
    path.moveTo(-20, y0 + sway)
    path.cubicTo(x0 * 0.4, y0 + sway, x0 * 0.6, y0, x0, y0)
    _follow(path, outline, smooth=name not in _STRAIGHT)
    # where lettering stands at the right, the line passes above, below or between its blocks
    level = free_level(scene.text, y1 - sway, 34)
    end = scene.width + 20 if focus.right() > 0.9 * scene.width else focus.right()
    path.cubicTo(x1 + (end - x1) * 0.5, y1, x1 + (end - x1) * 0.5, level, end, level)
    path.lineTo(scene.width + 20, level)
    canvas.drawPath(path, stroke(ink, 0.012 * size + 4.2))


def _follow(path: skia.Path, points: Sequence[Point], *, smooth: bool) -> None:
    """Through `points`: straight, or as a Catmull-Rom curve."""
    if not smooth:
        for point in points[1:]:
            path.lineTo(*point)
        return
    padded = [points[0], *points, points[-1]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        path.cubicTo(start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6,
                     end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6, *end)  # fmt: skip
