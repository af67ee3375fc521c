"""Colours as an eye weighs them, and groups of them: CIE Lab and k-means, the same for the same pixels."""

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Pixels

Colours = NDArray[np.float32]
"""(..., 3): L from 0 to 100, a and b about -110 to 110."""

# sRGB (IEC 61966-2-1) to XYZ, by the white of D65
_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32
)
_WHITE = np.array([0.9505, 1.0, 1.089], np.float32)
_LEVELS = np.arange(256, dtype=np.float32) / 255
_LINEAR = np.where(
    _LEVELS <= 0.04045, _LEVELS / 12.92, ((_LEVELS + 0.055) / 1.055) ** 2.4
).astype(np.float32)  # fmt: skip
ROUNDS = 12


def lab(rgb: Pixels) -> Colours:
    """Pixels (..., 3) in CIE 1976 L*a*b*."""
    xyz = (_LINEAR[rgb] @ _XYZ.T) / _WHITE
    cubic = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = np.moveaxis(cubic, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)


def centres(colours: Colours, count: int, sample: int = 4000) -> Colours:
    """At most `count` middles of groups of the colours (n, 3), by k-means.

    The first is the mean; each further one starts where the colours are farthest from those before.
    """
    some = colours[:: max(1, len(colours) // sample)]
    middles = some.mean(axis=0, keepdims=True)
    for _ in range(count - 1):
        away = _distances(some, middles).min(axis=1)
        # not the very farthest: that is a speck
        start = some[int(np.argsort(away)[int(0.99 * (len(away) - 1))])]
        middles = _settled(some, np.vstack([middles, start]))
    return middles


def nearest(colours: Colours, middles: Colours) -> NDArray[np.intp]:
    """The number of the nearest middle for each of the colours (n, 3)."""
    return _distances(colours, middles).argmin(axis=1)


def _settled(colours: Colours, middles: Colours) -> Colours:
    for _ in range(ROUNDS):
        labels = nearest(colours, middles)
        counts = np.bincount(labels, minlength=len(middles))
        sums = [np.bincount(labels, colours[:, k], minlength=len(middles)) for k in range(3)]
        moved = np.where(
            counts[:, None] > 0, np.stack(sums, 1) / np.maximum(counts, 1)[:, None], middles
        ).astype(np.float32)
        if np.allclose(moved, middles, atol=0.05):
            return moved
        middles = moved
    return middles


def _distances(colours: Colours, middles: Colours) -> Colours:
    """Squared, (n, number of middles)."""
    return (
        (colours**2).sum(1, keepdims=True) - 2 * colours @ middles.T + (middles**2).sum(1)
    )  # fmt: skip
