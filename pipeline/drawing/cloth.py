"""Book cloth: the threads of a plain weave as one repeating tile, blended in one pass."""

import functools

import numpy as np
import skia

from pipeline.drawing.canvas import LINEAR
from pipeline.drawing.noise import image

PITCH = 5
"""Texels from one thread to the next."""
THREADS = 160
TEXEL = 0.72
"""Units a texel: threads of about 3.6 units, half a millimetre on a six-inch book."""


def weave(
    canvas: skia.Canvas, width: float, height: float, *, strength: float = 0.6, seed: int = 1
) -> None:
    """Weave cloth into what is already painted; `strength` from 0 to 1. One full-page blend."""
    matrix = skia.Matrix()
    matrix.setScale(TEXEL, TEXEL)
    tile = _tile(seed % 4).makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, LINEAR, matrix)
    paint = skia.Paint(Shader=tile, BlendMode=skia.BlendMode.kSoftLight)
    paint.setAlphaf(strength)
    canvas.drawRect(skia.Rect.MakeWH(width, height), paint)


@functools.lru_cache(maxsize=4)
def _tile(seed: int) -> skia.Image:
    """Warp over weft in turns; each thread a little thicker or paler than its neighbours."""
    rng = np.random.default_rng((seed, 515))
    size = PITCH * THREADS
    place = np.arange(size)
    bulge = np.sin(np.pi * ((place % PITCH) + 0.5) / PITCH).astype(np.float32) - 0.6
    thread = place // PITCH
    warp_on_top = ((thread[:, None] + thread[None, :]) % 2).astype(np.float32)
    warp = bulge[None, :] + 0.17 * rng.standard_normal(THREADS)[thread][None, :]
    weft = bulge[:, None] + 0.17 * rng.standard_normal(THREADS)[thread][:, None]
    woven = warp * warp_on_top + weft * (1 - warp_on_top)
    woven += 0.22 * rng.standard_normal((size, size))
    pixels = np.ones((size, size, 4), np.float32)
    pixels[..., :3] = np.clip(0.5 + 0.2 * woven, 0, 1)[..., None]
    return image(pixels)
