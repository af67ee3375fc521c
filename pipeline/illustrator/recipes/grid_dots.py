"""A field of dots whose sizes swell like a tide; one dot has its own size and colour."""

import numpy as np
import skia

from pipeline.drawing.canvas import fill, stroke
from pipeline.drawing.noise import fbm
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.grid_cells import cells_in


def paint_dots(canvas: skia.Canvas, scene: Scene) -> None:
    """Dots in rows; their radii follow a slow wave that is deepest round the odd one."""
    rng = scene.rng("dots")
    cells = cells_in(scene, 74.0 if scene.wishes.minimal else 46.0)
    odd = cells.anomaly(rng)
    wave = fbm(scene.rng("wave"), cells.columns, cells.rows, base=1.6, octaves=2)
    wave = (wave - wave.min()) / max(float(np.ptp(wave)), 1e-6)
    column, row = np.meshgrid(np.arange(cells.columns), np.arange(cells.rows))
    away = np.hypot(column - odd[0], row - odd[1])
    reach = 0.2 * min(cells.columns, cells.rows) + 1.5
    ripple = 0.5 + 0.5 * np.cos(away / reach * 2.6)
    size = np.clip(
        (0.08 + 0.36 * wave * 0.5 + 0.22 * ripple) * np.clip(away / 3.2, 0.0, 1), 0.045, 0.47
    )
    paints = [stroke(c, 1) for c in (*scene.palette.colours[1:4],)]
    order = (2, 1, 0) if not scene.palette.dark else (1, 2, 2)
    if scene.palette.dark:
        paints = [stroke(c, 1) for c in scene.palette.colours[2:5]]
        order = (0, 1, 2)
    for j in range(cells.rows):
        for i in range(cells.columns):
            if (i, j) != odd:
                tier = order[min(2, int(size[j, i] * 7.2))]
                paint = paints[tier]
                paint.setStrokeWidth(2 * cells.side * float(size[j, i]))
                canvas.drawPoint(*cells.centre(i, j), paint)
    canvas.drawCircle(*cells.centre(*odd), cells.side * 1.35, fill(scene.palette.colours[5]))
