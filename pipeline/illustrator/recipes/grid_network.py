"""A board of traces that run in eighths of a turn between pads; one trace is live."""

import math

import numpy as np
import skia

from pipeline.drawing.canvas import fill, glow, stroke
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.recipes.grid_cells import Cells, cells_in

LIVE = 16
"""The most cells that the live trace passes."""

Cell = tuple[int, int]
_WAYS = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))


def paint_network(canvas: skia.Canvas, scene: Scene) -> None:
    """Traces that never cross; the longest one carries the light."""
    cells = cells_in(scene, 62.0 if scene.wishes.minimal else 40.0)
    live, *others = _route(scene, cells)
    colours = scene.palette.colours
    tints = (
        (colours[2], colours[3], colours[1])
        if not scene.palette.dark
        else (colours[3], colours[2], colours[4])
    )
    for index, trace in enumerate(others):
        _draw(canvas, cells, trace, tints[index % 3], cells.side * 0.17, colours[0])
    if scene.palette.dark:
        for end in (live[0], live[-1]):
            glow(canvas, cells.centre(*end), cells.side * 3.2, colours[5], 0.55)
    _draw(canvas, cells, live, colours[5], cells.side * 0.3, colours[0])


def _route(scene: Scene, cells: Cells) -> list[list[Cell]]:
    """The live trace first: the one of many tries that gets farthest; then all others."""
    rng = scene.rng("routes")
    free = {(i, j) for i in range(cells.columns) for j in range(cells.rows)}
    starts = sorted(free)
    tries = [_walk(starts[int(rng.integers(len(starts)))], LIVE, free, rng) for _ in range(24)]
    traces = [max(tries, key=lambda trace: math.dist(trace[0], trace[-1]))]
    free.difference_update(traces[0])
    for index in rng.permutation(len(starts)).tolist():
        if starts[index] in free:
            traces.append(_walk(starts[index], int(rng.integers(3, 9)), free, rng))
            free.difference_update(traces[-1])
    return traces


def _walk(start: Cell, length: int, free: set[Cell], rng: np.random.Generator) -> list[Cell]:
    """A walk over free cells that mostly keeps its way and turns by an eighth at most."""
    trace, way = [start], int(rng.integers(8))
    while len(trace) < length:
        turns = (0, 1, -1) if rng.random() < 0.82 else (1, -1, 0)
        turn = next((t for t in turns if _open(trace, (way + t) % 8, free)), None)
        if turn is None:
            break
        way = (way + turn) % 8
        trace.append((trace[-1][0] + _WAYS[way][0], trace[-1][1] + _WAYS[way][1]))
    return trace


def _open(trace: list[Cell], way: int, free: set[Cell]) -> bool:
    """Whether the next cell that way is free; a diagonal must not cut through another trace."""
    (x, y), (dx, dy) = trace[-1], _WAYS[way]
    if (x + dx, y + dy) not in free or (x + dx, y + dy) in trace:
        return False
    return not (dx and dy) or (x + dx, y) in free or (x, y + dy) in free


def _draw(
    canvas: skia.Canvas, cells: Cells, trace: list[Cell], colour: str, width: float, ground: str
) -> None:
    """The trace with a pad at each end; a trace of one cell is a pad alone."""
    if len(trace) > 1:
        path = skia.Path()
        path.moveTo(*cells.centre(*trace[0]))
        for cell in trace[1:]:
            path.lineTo(*cells.centre(*cell))
        canvas.drawPath(path, stroke(colour, width))
    for end in {trace[0], trace[-1]}:
        canvas.drawCircle(*cells.centre(*end), width * 1.5, fill(colour))
        canvas.drawCircle(*cells.centre(*end), width * 0.62, fill(ground))
