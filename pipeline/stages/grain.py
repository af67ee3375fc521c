"""The grain of a photograph, given to a part of it that was filled smaller and enlarged."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.ports.lettering import Mask, Pixels

_TO_SIGMA = 1.4826
"""The standard deviation of a normal distribution in medians of its absolute deviation."""
_KEPT = 0.94
"""What of independent noise is left when the mean of nine pixels is taken off: sqrt(1 - 1/9)."""


def grained(rgb: Pixels, mask: Mask, around: Pixels, seed: int) -> Pixels:
    """`rgb` with the grain of `around` under the mask; both (height, width, 3), of the same place.

    Grain is what single pixels differ by from their neighbours: the same in all channels, as film and
    sensors have it once they are scaled. Smooth pictures have none, and get none.
    """
    here, there = _roughness(rgb, mask), _roughness(around, ~mask)
    if not mask.any() or there <= here:
        return rgb
    rows, columns = np.nonzero(mask)
    noise = np.random.default_rng(seed).normal(0, np.sqrt(there**2 - here**2), len(rows))
    made = rgb.copy()
    made[rows, columns] = np.clip(np.round(rgb[rows, columns] + noise[:, None]), 0, 255)
    return made


def _roughness(rgb: Pixels, where: Mask) -> float:
    """The standard deviation of single pixels about their surroundings, in grey levels."""
    if not where.any():
        return 0.0
    grey = Image.fromarray(rgb).convert("L")
    mean = np.asarray(grey.filter(ImageFilter.BoxBlur(1)), np.float32)
    apart: NDArray[np.float32] = np.abs(np.asarray(grey, np.float32) - mean)[where]
    return float(np.median(apart)) * _TO_SIGMA / _KEPT
