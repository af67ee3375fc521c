"""Outlines as coverage, and ink over a picture in linear light."""

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.light import linear_light

Pixels = NDArray[np.uint8]
Field = NDArray[np.floating]


def coverage(path: skia.Path, width: int, height: int) -> Field:
    """How much of each pixel `path` covers, 0 to 1, (height, width)."""
    held = np.zeros((height, width), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(width, height), held).getCanvas()
    canvas.drawPath(path, skia.Paint(AntiAlias=True))
    return held.astype(np.float32) / 255


def laid_over(ground: Pixels, cover: Field, light: Field) -> Pixels:
    """`ground`, (h, w, 3) sRGB, with `light` (linear, broadcast to it) where `cover` says so.

    Ink and ground are mixed as light mixes, so that edges are neither fringed nor thinned; what
    is not covered keeps its bytes.
    """
    share = cover[..., None].astype(np.float32)
    mixed = linear_light(ground) * (1 - share) + np.broadcast_to(light, ground.shape) * share
    drawn = as_bytes(mixed)
    return np.where(share > 0, drawn, ground)


def as_bytes(light: Field) -> Pixels:
    """Linear light, 0 to 1, as sRGB bytes."""
    held = np.clip(light, 0.0, 1.0)
    curve = np.where(held <= 0.0031308, 12.92 * held, 1.055 * held ** (1 / 2.4) - 0.055)
    return np.round(255 * curve).astype(np.uint8)
