"""Cities: rows of towers with setbacks, spires, water tanks and scattered lit windows."""

import numpy as np
import skia

from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import box, gathered, shape


def _roof(rng: np.random.Generator, left: float, right: float, top: float) -> list[skia.Path]:
    """What stands on one flat roof."""
    w, middle, kind = right - left, (left + right) / 2, rng.random()
    if kind < 0.22:
        crown = box(left + w * 0.2, top - w * 0.3, right - w * 0.2, top)
        return [crown, box(left + w * 0.36, top - w * 0.52, right - w * 0.36, top)]
    if kind < 0.34:
        return [
            shape(left, top, middle, top - w * 0.75, right, top),
            box(middle - w * 0.02, top - w * 1.35, middle + w * 0.02, top),
        ]
    if kind < 0.46:
        return [shape(left, top, right, top - w * 0.42, right, top)]
    if kind < 0.62:
        x = left + w * rng.uniform(0.2, 0.5)
        tank = [
            box(x, top - w * 0.36, x + w * 0.3, top - w * 0.12),
            shape(
                x - w * 0.02,
                top - w * 0.36,
                x + w * 0.15,
                top - w * 0.48,
                x + w * 0.32,
                top - w * 0.36,
            ),
        ]
        return [
            *tank,
            box(x + w * 0.03, top - w * 0.14, x + w * 0.06, top),
            box(x + w * 0.24, top - w * 0.14, x + w * 0.27, top),
        ]
    if kind < 0.76:
        return [box(middle - w * 0.025, top - w * rng.uniform(0.5, 1.3), middle + w * 0.025, top)]
    return []


def _windows(rng: np.random.Generator, left: float, right: float, top: float, foot: float,
             lit: float) -> list[skia.Path]:  # fmt: skip
    """Lit windows on one facade; people go to bed floor by floor, so rows keep together."""
    w = right - left
    columns = max(2, round(w / 7.5))
    pitch = w / (columns + 0.6)
    lights: list[skia.Path] = []
    for row in range(int((foot - top) / (pitch * 1.5)) - 1):
        awake = lit * rng.uniform(0.2, 1.7)
        for column in range(columns):
            if rng.random() < awake:
                x, y = left + pitch * (column + 0.52), top + pitch * (0.9 + 1.5 * row)
                lights.append(box(x, y, x + pitch * 0.54, y + pitch * 0.8))
    return lights


def row(rng: np.random.Generator, width: float, foot: float, height: float, *, lit: float = 0.3,
        grain: float = 60.0, peak: float = 0.5) -> tuple[skia.Path, skia.Path]:  # fmt: skip
    """A street of towers from x = 0 to `width` as (silhouette, lit windows), in units.

    The towers are tallest near `peak` (a share of the width); `grain` is their usual breadth.
    """
    body: list[skia.Path] = []
    lights: list[skia.Path] = []
    x = -grain * rng.random()
    while x < width:
        w = grain * rng.uniform(0.55, 1.35)
        bell = np.exp(-(((x + w / 2) / width - peak) ** 2) / 0.09)
        tall = height * (0.34 + 0.5 * bell * rng.uniform(0.5, 1.15) + 0.16 * rng.random())
        top = foot - tall
        body += [box(x, top, x + w, foot + 1), *_roof(rng, x, x + w, top)]
        lights += _windows(rng, x, x + w, top, foot, lit)
        x += w * rng.uniform(0.86, 1.04)
    return gathered(body), gathered(lights)


def skyline(rng: np.random.Generator) -> Prop:
    """A compact cluster of towers: a city seen from afar."""
    body, lights = row(rng, 150, 0, 105, lit=0.34, grain=17)
    return finished([body], lights=[lights], metres=160, tangled=True)
