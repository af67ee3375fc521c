"""A chart of orbits round the lettering, drawn with ruling pen and brush."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, glow, radial, shaded, stroke
from pipeline.drawing.colour import mix
from pipeline.illustrator.calm import lettering
from pipeline.illustrator.recipe import Scene


def paint_orbits(canvas: skia.Canvas, scene: Scene) -> None:
    """Circles round the text with small worlds on them, ticks, and a comet."""
    colours = scene.palette.colours
    core = lettering(scene)
    centre = (core.centerX(), core.centerY())
    inner = math.hypot(core.width(), core.height()) / 2 + 34
    page = skia.Rect.MakeWH(scene.width, scene.height)
    reach = math.hypot(scene.width, scene.height) * 0.6
    canvas.drawRect(
        page, shaded(radial(centre, reach, [colours[1], colours[0], colours[0]], [0, 0.6, 1]))
    )
    rng = scene.rng("orbits")
    ink = scene.palette.inks[1]
    radii = _radii(inner, math.hypot(scene.width, scene.height) / 2)
    for k, radius in enumerate(radii):
        canvas.drawCircle(*centre, radius, stroke(ink, 2.6 if k % 3 == 0 else 1.3, 0.75))
        if k % 3 == 1 and not scene.wishes.minimal:
            _ticks(canvas, centre, radius, ink)
    if not scene.wishes.minimal:
        _dust(canvas, scene, centre, inner)
    taken: list[tuple[float, float]] = []
    for k, radius in enumerate(radii):
        at = (
            None
            if k == 3 or (k > 2 and scene.wishes.minimal)
            else _place(scene, centre, radius, taken, rng)
        )
        if at is not None:
            taken.append(at)
            _world(canvas, scene, centre, at, k, rng)


def _radii(inner: float, outer: float) -> list[float]:
    radii, step = [inner], 58.0
    while radii[-1] < outer:
        radii.append(radii[-1] + step)
        step *= 1.08
    return radii


def _ticks(canvas: skia.Canvas, centre: tuple[float, float], radius: float, ink: str) -> None:
    path = skia.Path()
    for i in range(144):
        angle = 2 * math.pi * i / 144
        length = 15 if i % 12 == 0 else 7
        path.moveTo(centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))
        path.lineTo(centre[0] + (radius + length) * math.cos(angle),
                    centre[1] + (radius + length) * math.sin(angle))  # fmt: skip
    canvas.drawPath(path, stroke(ink, 1.4, 0.6))


def _dust(canvas: skia.Canvas, scene: Scene, centre: tuple[float, float], inner: float) -> None:
    """A belt of fine points between two orbits."""
    rng = scene.rng("belt")
    angle = rng.uniform(0, 2 * math.pi, 1500)
    radius = inner + 165 + rng.normal(0, 11, 1500)
    dots = [skia.Point(float(centre[0] + r * math.cos(a)), float(centre[1] + r * math.sin(a)))
            for a, r in zip(angle, radius, strict=True)]  # fmt: skip
    ink = scene.palette.inks[1]
    canvas.drawPoints(skia.Canvas.kPoints_PointMode, dots[:1150], stroke(ink, 1.7, 0.7))
    canvas.drawPoints(skia.Canvas.kPoints_PointMode, dots[1150:], stroke(ink, 3.1, 0.8))


def _place(
    scene: Scene, centre: tuple[float, float], radius: float, taken: list[tuple[float, float]],
    rng: np.random.Generator,
) -> tuple[float, float] | None:  # fmt: skip
    """A point of the orbit inside the page and away from other worlds, or None."""
    inset, apart = 60, 230
    for _ in range(60):
        angle = rng.uniform(0, 2 * math.pi)
        x, y = centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
        inside = inset < x < scene.width - inset and inset < y < scene.height - inset
        if inside and all(math.dist((x, y), other) > apart for other in taken):
            return x, y
    return None


def _world(
    canvas: skia.Canvas, scene: Scene, centre: tuple[float, float], at: tuple[float, float], k: int,
    rng: np.random.Generator,
) -> None:  # fmt: skip
    """One small world: a clean gap in the orbit, a disc, its night side, sometimes a ring."""
    angle = math.atan2(at[1] - centre[1], at[0] - centre[0])
    colours = scene.palette.colours
    size = (20, 34, 50, 26, 84, 56, 40, 60)[k % 8] * rng.uniform(0.9, 1.1)
    canvas.drawCircle(*at, size + 9, fill(mix(colours[0], colours[1], 0.4)))
    tint = colours[(6, 5, 7, 6, 5, 6, 7, 5)[k % 8]]
    canvas.drawCircle(*at, size, fill(tint))
    disc = skia.Path()
    disc.addCircle(*at, size)
    canvas.save()
    canvas.clipPath(disc, doAntiAlias=True)
    canvas.drawCircle(at[0] + size * 0.55 * math.cos(angle), at[1] + size * 0.55 * math.sin(angle), size,
                      fill(mix(tint, colours[0], 0.62)))  # fmt: skip
    for band in range(-3, 4):
        canvas.drawLine(at[0] - size, at[1] + band * size * 0.3, at[0] + size, at[1] + band * size * 0.3 - size * 0.12,
                        stroke(colours[7], size * 0.045, 0.35))  # fmt: skip
    canvas.restore()
    if k in {2, 4}:
        canvas.save()
        canvas.translate(*at)
        canvas.rotate(-24)
        canvas.drawArc(skia.Rect.MakeLTRB(-size * 1.9, -size * 0.5, size * 1.9, size * 0.5), -18, 216, False,
                       stroke(colours[8], 3.2))  # fmt: skip
        canvas.restore()
    glow(canvas, at, size * 2.4, colours[8], 0.12)
