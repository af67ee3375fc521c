"""What a hand and a press do to clean shapes: uneven edges and ink that did not take."""

import functools

import numpy as np
import skia

from pipeline.drawing.canvas import LINEAR
from pipeline.drawing.colour import rgb
from pipeline.drawing.noise import tinted

TILE = 768
TEXEL = 1.25
"""Units a texel of the speck tile."""


def roughened(path: skia.Path, step: float, amount: float, seed: int) -> skia.Path:
    """`path` with an edge broken every `step` units and shifted by up to `amount` units."""
    paint = skia.Paint(PathEffect=skia.DiscretePathEffect.Make(step, amount, seed & 0xFFFF))
    area = skia.Path()
    paint.getFillPath(path, area)
    return area


def specks(canvas: skia.Canvas, area: skia.Rect, colour: str, strength: float, seed: int) -> None:
    """Spots of `colour` over `area` where ink did not take; `strength` from 0 to 1."""
    matrix = skia.Matrix()
    matrix.setScale(TEXEL, TEXEL)
    tile = _specks(colour, seed % 3).makeShader(
        skia.TileMode.kRepeat, skia.TileMode.kRepeat, LINEAR, matrix
    )
    paint = skia.Paint(Shader=tile)
    paint.setAlphaf(strength)
    canvas.drawRect(area, paint)


@functools.lru_cache(maxsize=12)
def _specks(colour: str, seed: int) -> skia.Image:
    """A seamless tile: blurred white noise, cut off high; higher where a broad field is low."""
    rng = np.random.default_rng((seed, 90210))
    fine = _blurred(rng.standard_normal((TILE, TILE)), 1.5)
    broad = _blurred(rng.standard_normal((TILE, TILE)), 46.0)
    opacity = np.clip((fine - 2.35 + 0.42 * broad) * 3.2, 0, 1)
    return tinted(rgb(colour), opacity.astype(np.float32))


def _blurred(field: np.ndarray, sigma: float) -> np.ndarray:
    """A Gaussian blur that wraps round, scaled back to a deviation of one."""
    ramp = np.exp(-2 * (np.pi * sigma * np.fft.fftfreq(TILE)) ** 2)
    soft = np.fft.ifft2(np.fft.fft2(field) * ramp[:, None] * ramp[None, :]).real
    return soft / soft.std()
