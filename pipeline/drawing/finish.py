"""What makes flat vectors look printed: grain, paper and a vignette, in as few passes as can be.

A full-page pass costs about half of a Pillow `GaussianBlur(8)` of the page, so a recipe ends with
one call of `finish`, not with several filters.
"""

import functools

import numpy as np
import skia

from pipeline.drawing.canvas import LINEAR, diagonal, radial, shaded
from pipeline.drawing.noise import fbm

TILE = 1024


@functools.lru_cache(maxsize=16)
def _texture(paper: float, seed: int) -> skia.Image:
    """A repeating grey tile: fine grain, and `paper` (0 to 1) of a fibrous, blotchy ground."""
    rng = np.random.default_rng(seed)
    fine = rng.standard_normal((TILE, TILE)).astype(np.float32)
    soft = fine + 0.6 * np.roll(fine, 1, 0) + 0.6 * np.roll(fine, 1, 1)
    soft += 0.36 * np.roll(np.roll(fine, 1, 0), 1, 1)
    grey = 0.16 * soft / soft.std() * (1 - 0.45 * paper)
    fibres = fbm(rng, TILE, TILE, base=64, octaves=3, gain=0.7) - 0.5
    blotches = fbm(rng, TILE, TILE, base=4, octaves=4) - 0.5
    grey += paper * (0.55 * _seamless(fibres) + 0.35 * _seamless(blotches))
    levels = (np.clip(0.5 + grey, 0, 1) * 255 + 0.5).astype(np.uint8)
    return skia.Image.fromarray(np.ascontiguousarray(levels), colorType=skia.kGray_8_ColorType)


def _seamless(field: np.ndarray) -> np.ndarray:
    """The field blended with itself half a tile away, so that its edges meet."""
    ramp = np.abs(np.linspace(-1, 1, TILE, dtype=np.float32))
    weight = np.maximum(ramp[:, None], ramp[None, :]) ** 4
    return field * (1 - weight) + np.roll(field, (TILE // 2, TILE // 2), (0, 1)) * weight


def finish(
    canvas: skia.Canvas, width: float, height: float, *, grain: float = 0.35, paper: float = 0.0,
    vignette: float = 0.0, shade: str = "#000000", seed: int = 1,
) -> None:  # fmt: skip
    """Grain and paper in one soft-light pass, then a vignette of `shade`; all strengths 0 to 1."""
    page = skia.Rect.MakeWH(width, height)
    if vignette > 0:
        shader = radial((width / 2, height / 2), diagonal(width, height), [shade] * 3,
                        [0, 0.48, 1], [0, 0, vignette])  # fmt: skip
        canvas.drawRect(page, shaded(shader))
    if grain <= 0 and paper <= 0:
        return
    matrix = skia.Matrix()
    # one texel is 1/1400 of the short side: visible tooth on paper, calm at thumbnail size
    matrix.setScale(1000 / 1400, 1000 / 1400)
    tile = _texture(round(paper, 2), seed).makeShader(
        skia.TileMode.kRepeat, skia.TileMode.kRepeat, LINEAR, matrix
    )
    paint = skia.Paint(Shader=tile, BlendMode=skia.BlendMode.kSoftLight)
    paint.setAlphaf(min(1.0, max(grain, paper)))
    canvas.drawRect(page, paint)
