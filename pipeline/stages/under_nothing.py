"""Colours for what cannot be seen: under no opacity a file may hold anything, and filters would mix it in."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Planes = NDArray[np.float32]


def filled_under_nothing(rgba: Pixels) -> Pixels:
    """(height, width, 4) pixels whose fully transparent ones have the colours of what is nearest, roughly.

    All others stay as they are, and so does the opacity.
    """
    seen = rgba[..., 3:] > 0
    if not seen.any():
        return rgba
    weight = seen.astype(np.float32)
    made = rgba.copy()
    colours = np.rint(_spread(rgba[..., :3] * weight, weight)).astype(np.uint8)
    made[..., :3] = np.where(seen, rgba[..., :3], colours)
    return made


def _spread(colours: Planes, weight: Planes) -> Planes:
    """Mean colours at every pixel: its own, or those of the smallest square of 2, 4, 8 ... that has any."""
    height, width = weight.shape[:2]
    if weight.all() or (height == 1 and width == 1):
        return np.divide(colours, np.maximum(weight, np.float32(1)), dtype=np.float32)
    rows, columns = height + height % 2, width + width % 2
    pad = ((0, rows - height), (0, columns - width), (0, 0))
    fewer, less = (_halved(np.pad(one, pad)) for one in (colours, weight))
    any_there = (less > 0).astype(np.float32)
    means = np.divide(fewer, np.maximum(less, np.float32(1)), dtype=np.float32)
    around = _spread(np.multiply(means, any_there, dtype=np.float32), any_there)
    large = np.repeat(np.repeat(around, 2, axis=0), 2, axis=1)[:height, :width]
    return np.where(weight > 0, colours, large)


def _halved(planes: Planes) -> Planes:
    """Sums of two by two."""
    height, width, depth = planes.shape
    return planes.reshape(height // 2, 2, width // 2, 2, depth).sum(axis=(1, 3))
