"""Masks grown and shrunk by round brushes, and distances from them, in plain numpy."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Mask


def dilated(mask: Mask, radius_px: float) -> Mask:
    """Everything that is no farther than `radius_px` from the mask."""
    if radius_px < 1 or not mask.any():
        return mask.copy()
    height = mask.shape[0]
    out = np.zeros_like(mask)
    wide = {half: _rows_dilated(mask, half) for half in {half for _, half in _disc(radius_px)}}
    for shift, half in _disc(radius_px):
        if shift < height:
            out[shift:] |= wide[half][: height - shift]
            out[: height - shift] |= wide[half][shift:]
    return out


def eroded(mask: Mask, radius_px: float) -> Mask:
    """What is farther than `radius_px` from everything outside; the edge of a picture is no outside."""
    return ~dilated(~mask, radius_px)


def opened(mask: Mask, radius_px: float) -> Mask:
    """The parts of a mask that a round brush of that radius can paint."""
    return dilated(eroded(mask, radius_px), radius_px)


@lru_cache(maxsize=64)
def _disc(radius_px: float) -> tuple[tuple[int, int], ...]:
    """Rows of a disc from its middle down, and half of the width of each."""
    rows = range(int(radius_px) + 1)
    return tuple((row, int((radius_px**2 - row**2) ** 0.5)) for row in rows)


def _rows_dilated(mask: Mask, half: int) -> Mask:
    """Each row grown by `half` to both sides: a sliding sum that is not zero."""
    if not half:
        return mask
    width = mask.shape[1]
    sums = np.zeros((mask.shape[0], width + 1), np.int32)
    np.cumsum(mask, axis=1, out=sums[:, 1:])
    columns = np.arange(width)
    high, low = np.minimum(columns + half + 1, width), np.maximum(columns - half, 0)
    return (sums[:, high] - sums[:, low]) > 0


def blurred(values: NDArray[np.float32], radius_px: float) -> NDArray[np.float32]:
    """The mean of (rows, columns, channels) over squares of 2 r + 1; edges are repeated."""
    radius = max(1, int(radius_px))
    for axis in (0, 1):
        values = _slid(values, radius, axis)
    return values


def _slid(values: NDArray[np.float32], radius: int, axis: int) -> NDArray[np.float32]:
    moved = np.moveaxis(values, axis, 0)
    padded = np.pad(moved, ((radius + 1, radius), *[(0, 0)] * (moved.ndim - 1)), mode="edge")
    sums = np.cumsum(padded, axis=0, dtype=np.float64)
    means = (sums[2 * radius + 1 :] - sums[: -2 * radius - 1]) / (2 * radius + 1)
    return np.moveaxis(means.astype(np.float32), 0, axis)
