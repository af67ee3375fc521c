"""Rows of waves before a low light, every row hiding the one behind it."""

import numpy as np
import skia

from pipeline.drawing.canvas import fill, glow, linear, shaded, stroke
from pipeline.drawing.colour import mix
from pipeline.drawing.noise import fbm
from pipeline.illustrator.calm import hush, still_side
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.streamlines import smooth

ROWS = 54
"""Half as many where the wish is for few elements."""
POINTS = 121


def paint_tide(canvas: skia.Canvas, scene: Scene) -> None:
    """A sun on a horizon of lines; its light runs down the waves."""
    colours = scene.palette.colours
    page = skia.Rect.MakeWH(scene.width, scene.height)
    horizon = scene.focus.top() + 0.4 * scene.focus.height()
    radius = 0.26 * min(scene.focus.width(), scene.focus.height())
    sun = (
        scene.focus.left() + scene.focus.width() * scene.rng("sun").uniform(0.46, 0.68),
        horizon - radius * 0.3,
    )
    canvas.drawRect(
        page,
        shaded(
            linear((0, 0), (0, horizon), [colours[0], mix(colours[0], colours[1], 0.55)], [0.3, 1])
        ),
    )
    mode = skia.BlendMode.kScreen if scene.palette.dark else skia.BlendMode.kSrcOver
    glow(canvas, sun, radius * 3.4, colours[1], 0.7, mode)
    tints = [colours[9], colours[7]] if scene.palette.dark else [colours[8], colours[7]]
    disc = linear((0, sun[1] - radius), (0, sun[1] + radius), tints)
    canvas.drawCircle(*sun, radius, shaded(disc))
    _waves(canvas, scene, horizon, sun[0], radius)
    still_side(canvas, scene, colours[0])
    hush(canvas, scene.text, colours[0], 0.82, 60)


def _waves(canvas: skia.Canvas, scene: Scene, horizon: float, sun_x: float, radius: float) -> None:
    colours = scene.palette.colours
    rows = ROWS // 2 if scene.wishes.minimal else ROWS
    noise = fbm(scene.rng("waves"), POINTS, rows, base=3.0, octaves=4, stretch=2.0) - 0.5
    x = np.linspace(-10, scene.width + 10, POINTS)
    rng = scene.rng("tints")
    for row in range(rows):
        near = row / (rows - 1)
        y = horizon + (scene.height - horizon + 60) * near**1.45
        swell = noise[row] * (16 + 210 * near)
        points = np.stack([x, y + swell], 1).tolist()
        body = smooth(points)
        body.lineTo(scene.width + 10, y + 260)
        body.lineTo(-10, y + 260)
        canvas.drawPath(
            body,
            fill(mix(mix(colours[0], colours[1], 0.2 * (1 - near)), colours[2], 0.3 + 0.2 * near)),
        )
        far = colours[2 + int(np.clip(rng.normal(2.3 - 1.2 * near, 0.7), 0, 3))]
        warm = colours[6 + int(np.clip(rng.normal(1.4 - near, 0.6), 0, 2))]
        reach = radius * (0.75 + 1.6 * near) * rng.uniform(0.75, 1.25)
        light = linear(
            (sun_x - reach * 1.8, 0),
            (sun_x + reach * 1.8, 0),
            [far, warm, warm, far],
            [0, 0.36, 0.64, 1],
        )
        paint = stroke("#000000", 2.0 + 2.6 * near, Shader=light)
        canvas.drawPath(smooth(points), paint)
