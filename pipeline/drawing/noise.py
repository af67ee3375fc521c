"""Value noise on a fixed lattice: the same field at every pixel size.

All fields are computed at a fixed small size and scaled up when drawn, so that a preview and a
print show the same clouds, and so that a large page costs no more than a small one.
"""

from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

Field = NDArray[np.float32]


def lattice(rng: np.random.Generator, columns: int, rows: int, width: int, height: int) -> Field:
    """White noise on `columns` x `rows` knots, bicubically smooth, as (height, width) 0 to 1."""
    knots = rng.random((rows + 3, columns + 3), dtype=np.float32)
    smooth = Image.fromarray(knots).resize(
        (width, height), Image.Resampling.BICUBIC, box=(1, 1, columns + 2, rows + 2)
    )
    return np.asarray(smooth, dtype=np.float32)


def fbm(
    rng: np.random.Generator,
    width: int,
    height: int,
    *,
    base: float = 3.0,
    octaves: int = 5,
    gain: float = 0.5,
    stretch: float = 1.0,
) -> Field:
    """Fractional Brownian motion as (height, width), about 0 to 1 with mean 0.5.

    `base` is the number of knots over the width in the first octave, each further octave has
    twice as many at `gain` of the weight; `stretch` above 1 squeezes the field vertically, which
    makes clouds of it.
    """
    total = np.zeros((height, width), np.float32)
    weight, weights = 1.0, 0.0
    for octave in range(octaves):
        columns = max(1, round(base * 2**octave))
        rows = max(1, round(base * 2**octave * height / width * stretch))
        total += weight * lattice(rng, columns, rows, width, height)
        weights += weight
        weight *= gain
    return total / weights


def image(pixels: NDArray[np.float32] | NDArray[np.uint8]) -> skia.Image:
    """An unpremultiplied (height, width, 4) array, float 0 to 1 or uint8, as a skia image."""
    if pixels.dtype != np.uint8:
        pixels = (np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8)
    return skia.Image.fromarray(np.ascontiguousarray(pixels), colorType=skia.kRGBA_8888_ColorType)


def tinted(colour: tuple[float, float, float], opacity: Field) -> skia.Image:
    """One colour (floats 0 to 1) with an opacity field (height, width) as an image."""
    pixels = np.empty((*opacity.shape, 4), np.float32)
    pixels[..., :3] = colour
    pixels[..., 3] = opacity
    return image(pixels)


def stencil(opacity: NDArray[np.floating[Any]]) -> skia.Image:
    """An opacity field (height, width), 0 to 1, to be drawn in the colour of a paint.

    Three times as fast to draw as the same field `tinted`, since it has one channel to sample.
    """
    levels = (np.clip(opacity, 0, 1) * 255 + 0.5).astype(np.uint8)
    return skia.Image.fromarray(np.ascontiguousarray(levels), colorType=skia.kAlpha_8_ColorType)
