"""Halftone screens: a tone as a turned lattice of dots whose area is the tone."""

import math
from collections.abc import Callable

import numpy as np
import skia
from numpy.typing import NDArray

Values = NDArray[np.float64]
Tone = Callable[[Values, Values], Values]
"""From x and y in units to how much ink, 0 (none) to 1 (solid)."""

FULL = 0.72
"""The dot radius, in pitches, at which neighbours cover the paper between them."""


def screen(area: skia.Rect, tone: Tone, *, pitch: float = 10.0, degrees: float = 45.0) -> skia.Path:
    """Dots over `area`, `pitch` units apart, in rows turned by `degrees`."""
    x, y = _lattice(area, pitch, math.radians(degrees))
    radius = pitch * np.sqrt(np.clip(tone(x, y), 0, 1)) * FULL
    path = skia.Path()
    for cx, cy, r in zip(x.tolist(), y.tolist(), radius.tolist(), strict=True):
        if r > 0.09 * pitch:
            path.addCircle(cx, cy, r)
    return path


def _lattice(area: skia.Rect, pitch: float, turn: float) -> tuple[Values, Values]:
    reach = math.hypot(area.width(), area.height()) / 2 + pitch
    steps = np.arange(-math.ceil(reach / pitch), math.ceil(reach / pitch) + 1) * pitch
    u, v = np.meshgrid(steps, steps)
    x = area.centerX() + u * math.cos(turn) - v * math.sin(turn)
    y = area.centerY() + u * math.sin(turn) + v * math.cos(turn)
    inside = (
        (x > area.left() - pitch) & (x < area.right() + pitch)
        & (y > area.top() - pitch) & (y < area.bottom() + pitch)
    )  # fmt: skip
    return x[inside], y[inside]


def fade(start: tuple[float, float], end: tuple[float, float], first: float, last: float) -> Tone:
    """A tone from `first` at `start` to `last` at `end`, even beyond them."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy

    def tone(x: Values, y: Values) -> Values:
        share = np.clip(((x - start[0]) * dx + (y - start[1]) * dy) / length, 0, 1)
        return first + (last - first) * share

    return tone
