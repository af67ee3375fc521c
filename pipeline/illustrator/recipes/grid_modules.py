"""Modules of quarter circles, stripes, rings and triangles; one square has come loose."""

import math
from collections.abc import Callable

import numpy as np
import skia

from pipeline.drawing.canvas import fill, polygon, soft_shadow
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.grid_cells import cells_in


def paint_modules(canvas: skia.Canvas, scene: Scene) -> None:
    """A tiling of modules round one turned square in the anomaly's colour."""
    rng = scene.rng("modules")
    cells = cells_in(scene, 260.0 if scene.wishes.minimal else 172.0)
    odd = cells.anomaly(rng)
    colours = scene.palette.colours
    for row in range(cells.rows):
        for column in range(cells.columns):
            if (column, row) == odd:
                continue
            ground, figure = _pair(rng)
            rect = cells.rect(column, row)
            # the hair's breadth hides the seam between neighbours
            canvas.drawRect(rect.makeOutset(0.4, 0.4), fill(colours[ground]))
            _module(canvas, rect, colours[figure], rng)
    _loose(canvas, scene, cells.rect(*odd), rng)


def _pair(rng: np.random.Generator) -> tuple[int, int]:
    """Two different palette places with enough contrast: dark with pale, mid with either."""
    pairs = (
        (4, 1),
        (4, 2),
        (4, 1),
        (3, 1),
        (2, 4),
        (1, 3),
        (3, 4),
        (4, 3),
        (1, 4),
        (0, 2),
        (0, 1),
        (2, 3),
    )
    return pairs[int(rng.integers(len(pairs)))]


def _loose(canvas: skia.Canvas, scene: Scene, rect: skia.Rect, rng: np.random.Generator) -> None:
    """The square that obeys nobody: turned, shifted, lifted off the page."""
    colours = scene.palette.colours
    canvas.drawRect(rect.makeOutset(0.4, 0.4), fill(colours[4]))
    canvas.save()
    canvas.translate(rect.centerX() + rect.width() * 0.09, rect.centerY() - rect.width() * 0.05)
    canvas.rotate(float(rng.choice([-14, 11, 17])))
    half = rect.width() * 0.43
    square = skia.Path()
    square.addRect(skia.Rect.MakeLTRB(-half, -half, half, half))
    soft_shadow(canvas, square, 5, 9, 8, colours[1], 0.4)
    canvas.drawPath(square, fill(colours[5]))
    canvas.restore()


def _module(canvas: skia.Canvas, rect: skia.Rect, colour: str, rng: np.random.Generator) -> None:
    kinds: tuple[Callable[[skia.Canvas, str], None], ...] = (
        _quarter, _quarter, _rainbow, _stripes, _ring, _triangle, _leaf, _halves, _four,
    )  # fmt: skip
    canvas.save()
    canvas.clipRect(rect, doAntiAlias=True)
    canvas.translate(rect.centerX(), rect.centerY())
    canvas.rotate(90 * int(rng.integers(4)))
    canvas.scale(rect.width() / 2, rect.width() / 2)
    kinds[int(rng.integers(len(kinds)))](canvas, colour)
    canvas.restore()


def _quarter(canvas: skia.Canvas, colour: str) -> None:
    canvas.drawCircle(-1, -1, 2, fill(colour))


def _rainbow(canvas: skia.Canvas, colour: str) -> None:
    for radius in (1.75, 1.05, 0.35):
        paint = fill(colour)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(0.35)
        canvas.drawCircle(-1, -1, radius, paint)


def _stripes(canvas: skia.Canvas, colour: str) -> None:
    for k in range(4):
        canvas.drawRect(skia.Rect.MakeXYWH(-1, -1 + 0.5 * k + 0.125, 2, 0.25), fill(colour))


def _ring(canvas: skia.Canvas, colour: str) -> None:
    paint = fill(colour)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(0.36)
    canvas.drawCircle(0, 0, 0.53, paint)


def _triangle(canvas: skia.Canvas, colour: str) -> None:
    canvas.drawPath(polygon(((-1, -1), (1, -1), (-1, 1))), fill(colour))


def _leaf(canvas: skia.Canvas, colour: str) -> None:
    leaf, other = skia.Path(), skia.Path()
    leaf.addCircle(-1, -1, 2)
    other.addCircle(1, 1, 2)
    canvas.drawPath(skia.Op(leaf, other, skia.PathOp.kIntersect_PathOp), fill(colour))


def _halves(canvas: skia.Canvas, colour: str) -> None:
    for y in (-1, 0):
        canvas.drawArc(skia.Rect.MakeLTRB(-1, y, 1, y + 2), 180, 180, True, fill(colour))


def _four(canvas: skia.Canvas, colour: str) -> None:
    for k in range(4):
        angle = math.pi / 4 + k * math.pi / 2
        canvas.drawCircle(0.71 * math.cos(angle), 0.71 * math.sin(angle), 0.31, fill(colour))
