"""Cubes in isometry with one lit from inside, and bars of which one breaks the rhythm."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, glow, linear, polygon, shaded
from pipeline.drawing.colour import lighter, mix
from pipeline.drawing.noise import fbm
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.grid_cells import cells_in


def paint_cubes(canvas: skia.Canvas, scene: Scene) -> None:
    """A city of columns on an isometric plan; the odd column is taller and of another colour."""
    colours, focus = scene.palette.colours, scene.focus
    count = 4 if scene.wishes.minimal else 6
    half = min(0.46 * focus.width(), 0.42 * focus.height()) / count
    rise = half / math.sqrt(3)
    heights = fbm(scene.rng("heights"), count, count, base=2.2, octaves=1)
    heights = half * (0.5 + 3.6 * (heights - heights.min()) / max(float(np.ptp(heights)), 1e-6))
    rng = scene.rng("cubes")
    odd = (int(rng.integers(count // 2, count)), int(rng.integers(count // 2, count)))
    foot = focus.centerY() + 6.3 * half - 0.6 * count * rise
    low = mix(colours[3], colours[0], 0.15)
    for i in range(count):
        for j in range(count):
            x = focus.centerX() + (i - j) * half
            y = foot + (i + j - 1.4 * count + 1) * rise
            height = float(heights[j, i])
            if (i, j) == odd:
                glow(canvas, (x, y - height - half * 1.8), half * 3.2, colours[5], 0.35,
                     skia.BlendMode.kScreen if scene.palette.dark else skia.BlendMode.kSrcOver)  # fmt: skip
                _column(canvas, (x, y), half * 0.86, height + half * 2.0, colours[5], colours[1])
            else:
                tone = min(1.0, height / (4.1 * half))
                _column(
                    canvas,
                    (x, y),
                    half * 0.86,
                    height,
                    mix(low, colours[2], 0.8 * tone),
                    colours[1],
                )


def _column(
    canvas: skia.Canvas,
    foot: tuple[float, float],
    half: float,
    height: float,
    colour: str,
    dark: str,
) -> None:
    """A square column; the light comes from the upper left."""
    x, y = foot
    rise = half / math.sqrt(3)
    top = y - height
    faces = (
        (((x - half, top), (x, top + rise), (x, y + rise), (x - half, y)), 0.22),
        (((x + half, top), (x, top + rise), (x, y + rise), (x + half, y)), 0.5),
    )
    for points, shade in faces:
        tone = linear(
            (0, top),
            (0, y + rise),
            [mix(colour, dark, shade), mix(colour, dark, min(1.0, shade + 0.22))],
        )
        canvas.drawPath(polygon(points), shaded(tone))
    roof = polygon(((x - half, top), (x, top - rise), (x + half, top), (x, top + rise)))
    canvas.drawPath(roof, fill(lighter(colour, 0.08)))


def paint_lines(canvas: skia.Canvas, scene: Scene) -> None:
    """Bars that rise from left to right; one leaves the ranks and goes its own, steeper way."""
    cells = cells_in(scene, 92.0 if scene.wishes.minimal else 58.0)
    colours = scene.palette.colours
    rng = scene.rng("bars")
    odd = round((cells.columns - 1) * float(rng.choice([0.2, 0.28, 0.36])))
    top, bottom = cells.top, cells.top + cells.rows * cells.side
    swell = fbm(scene.rng("swell"), cells.columns, 4, base=2, octaves=2)[0]
    swell = (swell - swell.min()) / max(float(np.ptp(swell)), 1e-6)
    tints = (colours[2], colours[3]) if scene.palette.dark else (colours[1], colours[2])
    for column in range(cells.columns):
        if column == odd:
            continue
        x = cells.centre(column, 0)[0]
        before = 1 - column / max(cells.columns - 1, 1)
        start = top + (bottom - top) * (0.2 + 0.08 * float(swell[column]) + 0.45 * before)
        paint = fill(mix(tints[0], tints[1], float(swell[column])))
        bar = skia.Rect.MakeLTRB(x - cells.side * 0.27, start, x + cells.side * 0.27, bottom)
        canvas.drawRoundRect(bar, cells.side, cells.side, paint)
    _runaway(canvas, scene, cells.centre(odd, 0)[0], top, bottom, cells.side)


def _runaway(
    canvas: skia.Canvas, scene: Scene, x: float, top: float, bottom: float, side: float
) -> None:
    colours = scene.palette.colours
    end = scene.focus.left() + scene.focus.width() * (0.86 if x < scene.focus.centerX() else 0.14)
    path = skia.Path()
    path.moveTo(x, bottom - side * 0.27)
    path.cubicTo(
        x,
        bottom - (bottom - top) * 0.42,
        x,
        top + (bottom - top) * 0.42,
        (x + end) / 2,
        top + (bottom - top) * 0.3,
    )
    path.cubicTo(end, top + (bottom - top) * 0.2, end, top + side, end, top + side * 0.2)
    for colour, width in ((colours[0], side * 0.92), (colours[5], side * 0.54)):
        paint = fill(colour)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        canvas.drawPath(path, paint)
