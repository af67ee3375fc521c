"""Exact resampling: Lanczos with three lobes, on light instead of on the values that stand for it.

Mixing the values of sRGB (IEC 61966-2-1) darkens fine texture and frays bright edges; light mixes as it does
on paper and in the eye. With an opacity the light is weighted by it, so that colours under nothing do not
come through. All is done strip by strip: beside source and result only some megabytes are needed.
"""

import functools
import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Light = NDArray[np.float32]
Part = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""

LOBES = 3
STRIP_PX = 1 << 21
"""So many pixels of the source or of the result are worked on at once."""
_FINE = (1 << 16) - 1
_ALPHA = 4
"""Channels of a picture with an opacity."""


def resampled(pixels: Pixels, part: Part, size: tuple[int, int]) -> Pixels:
    """A `part` of a picture, (height, width, 3) or with an opacity 4, at `size` (width, height).

    Made smaller or larger, nothing is shifted: what is outside the part is seen by the filter, as far as
    the picture goes, so parts that lie side by side fit together.
    """
    width, height = size
    if _is_whole(part, size):
        left, top = round(part[0]), round(part[1])
        return np.array(pixels[top : top + height, left : left + width])
    made = np.empty((height, width, pixels.shape[2]), np.uint8)
    rows = _rows_at_once(part, size)
    for start in range(0, height, rows):
        end = min(height, start + rows)
        made[start:end] = _strip(pixels, part, size, (start, end))
    return made


def _is_whole(part: Part, size: tuple[int, int]) -> bool:
    """Whether the part has as many pixels as it shall get, and these are the picture's."""
    left, top = round(part[0]), round(part[1])
    return np.allclose(part, (left, top, left + size[0], top + size[1]), rtol=0, atol=1e-9)


def _rows_at_once(part: Part, size: tuple[int, int]) -> int:
    left, top, right, bottom = part
    per_row = max(size[0], (right - left) * max(1.0, (bottom - top) / size[1]))
    return max(1, int(STRIP_PX / per_row))


def _strip(pixels: Pixels, part: Part, size: tuple[int, int], rows: tuple[int, int]) -> Pixels:
    """Some rows of the result, from the rows of the source that the filter reaches."""
    left, top, right, bottom = part
    scale = (bottom - top) / size[1]
    reach = LOBES * max(1.0, scale) + 1
    above, below = top + rows[0] * scale, top + rows[1] * scale
    first = max(0, math.floor(above - reach))
    last = min(pixels.shape[0], math.ceil(below + reach))
    box = (left, above - first, right, below - first)
    planes = _light(pixels[first:last])
    to = (size[0], rows[1] - rows[0])
    return _levels([
        np.asarray(Image.fromarray(plane).resize(to, Image.Resampling.LANCZOS, box=box))
        for plane in planes
    ])  # fmt: skip


def _light(pixels: Pixels) -> list[Light]:
    """The planes of a picture as light from 0 to 1, weighted by its opacity, and that opacity."""
    planes: list[Light] = [_to_light()[pixels[..., channel]] for channel in range(3)]
    if pixels.shape[2] < _ALPHA:
        return planes
    opacity: Light = np.divide(pixels[..., 3], 255, dtype=np.float32)
    return [*(np.multiply(plane, opacity, dtype=np.float32) for plane in planes), opacity]


def _levels(planes: list[Light]) -> Pixels:
    """The way back."""
    if len(planes) < _ALPHA:
        return np.stack([_level(plane) for plane in planes], axis=2)
    # not clipped: where the filter overshoots, it does so for both
    weight = np.maximum(planes[3], 0.5 / 255, dtype=np.float32)
    shown = [_level(np.divide(plane, weight, dtype=np.float32)) for plane in planes[:3]]
    opacity = np.rint(np.clip(planes[3], 0, 1) * np.float32(255)).astype(np.uint8)
    return np.stack([*shown, opacity], axis=2)


def _level(light: Light) -> Pixels:
    fine = np.rint(np.clip(light, 0, 1) * np.float32(_FINE)).astype(np.uint16)
    return _from_light()[fine]


@functools.cache
def _to_light() -> Light:
    """The light of each of 256 levels."""
    value = np.arange(256) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(
        np.float32
    )


@functools.cache
def _from_light() -> Pixels:
    """The level of light in steps that are finer than any two levels are apart."""
    light = np.arange(_FINE + 1) / _FINE
    value = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.rint(value * 255).astype(np.uint8)
