"""Lines that follow a field: traced all at once with numpy, drawn one by one with skia."""

from collections.abc import Callable, Sequence

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.noise import Field

Points = NDArray[np.float64]
Direction = Callable[[Points], Points]


def trace(direction: Direction, seeds: Points, steps: int, stride: float) -> Points:
    """Lines from `seeds` (n, 2) as (n, steps + 1, 2); `stride` units a step.

    `direction` answers points (n, 2) with vectors (n, 2) of any length but zero.
    """
    lines = [seeds]
    for _ in range(steps):
        vectors = direction(lines[-1])
        length = np.maximum(np.hypot(vectors[:, 0], vectors[:, 1]), 1e-9)[:, None]
        lines.append(lines[-1] + stride * vectors / length)
    return np.stack(lines, axis=1)


def sampled(field: Field, points: Points, width: float, height: float) -> NDArray[np.float64]:
    """`field`, stretched over a page of width x height, at `points` (n, 2); clamped outside."""
    rows, columns = field.shape
    x = np.clip(points[:, 0] / width * (columns - 1), 0, columns - 1.001)
    y = np.clip(points[:, 1] / height * (rows - 1), 0, rows - 1.001)
    i, j = x.astype(int), y.astype(int)
    u, v = x - i, y - j
    top = field[j, i] * (1 - u) + field[j, i + 1] * u
    return top * (1 - v) + (field[j + 1, i] * (1 - u) + field[j + 1, i + 1] * u) * v


def kept_steps(outside: NDArray[np.bool_]) -> NDArray[np.int_]:
    """How many points of each line come before the first that is not `outside` (n, points)."""
    stopped = ~outside
    return np.where(stopped.any(axis=1), stopped.argmax(axis=1), outside.shape[1])


def draw_lines(
    canvas: skia.Canvas, lines: Points, lengths: NDArray[np.int_], paints: Sequence[skia.Paint],
    which: NDArray[np.int_],
) -> None:  # fmt: skip
    """Draw each line's first `lengths[i]` points with `paints[which[i]]`, in order.

    One small path a line is faster than one path a colour: skia sorts the edges of a path.
    """
    for line, length, index in zip(lines.tolist(), lengths.tolist(), which.tolist(), strict=True):
        if length >= 3:
            canvas.drawPath(smooth(line[:length]), paints[index])


def smooth(points: Sequence[Sequence[float]]) -> skia.Path:
    """A curve that starts at the first point and bends at every second one."""
    path = skia.Path()
    path.moveTo(*points[0])
    for bend, end in zip(points[1:-1:2], points[2::2], strict=False):
        path.quadTo(*bend, *end)
    return path
