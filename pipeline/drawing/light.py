"""Colour of whole pictures: linear light, WCAG luminance and OKLab of arrays of sRGB bytes."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Field = NDArray[np.float32]


def linear_light(rgb: Pixels) -> Field:
    """Linear light, 0 to 1, of sRGB bytes of any shape."""
    return _LINEAR[rgb]


def luminances(rgb: Pixels) -> Field:
    """WCAG relative luminance, 0 to 1, of (..., 3 or 4) sRGB bytes."""
    total = _RED[rgb[..., 0]] + _GREEN[rgb[..., 1]]
    total += _BLUE[rgb[..., 2]]
    return total


def oklab_planes(rgb: Pixels) -> tuple[Field, Field, Field]:
    """OKLab of (..., 3) sRGB bytes as three arrays: L 0 to 1, a and b about -0.4 to 0.4."""
    linear = linear_light(rgb)
    cones = np.cbrt(linear @ _CONES)
    lab = cones @ _OPPONENTS
    return lab[..., 0], lab[..., 1], lab[..., 2]


_CONES = np.array(
    [[0.4122214708, 0.2119034982, 0.0883024619],
     [0.5363325363, 0.6806995451, 0.2817188376],
     [0.0514459929, 0.1073969566, 0.6299787005]], np.float32,
)  # fmt: skip
_OPPONENTS = np.array(
    [[0.2104542553, 1.9779984951, 0.0259040371],
     [0.7936177850, -2.4285922050, 0.7827717662],
     [-0.0040720468, 0.4505937099, -0.8086757660]], np.float32,
)  # fmt: skip


def _linear_table() -> Field:
    steps = np.arange(256) / 255
    curve = np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)
    return curve.astype(np.float32)


_LINEAR = _linear_table()
_RED: Field = (0.2126 * _LINEAR).astype(np.float32)
_GREEN: Field = (0.7152 * _LINEAR).astype(np.float32)
_BLUE: Field = (0.0722 * _LINEAR).astype(np.float32)
