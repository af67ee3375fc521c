"""Hot-stamped metal foil: a shader of broad, warped reflections between a tint's dark and light.

The field is small and scaled up, so a print shows the same reflections as a preview; the darkest
step of every metal stays light enough to be told from dark cloth.
"""

import functools
import math

import numpy as np
import skia

from pipeline.drawing.canvas import LINEAR, fill, shaded
from pipeline.drawing.colour import from_oklab, lighter, rgb, to_oklab
from pipeline.drawing.noise import Field, fbm, image

FIELD = 384
"""Texels on the longer side of the reflections."""

RAMPS: dict[str, tuple[str, ...]] = {
    "gold": ("#8f6420", "#b98632", "#d9ae58", "#f0d68e", "#fff6d8"),
    "silver": ("#7b838c", "#a0a8b0", "#c3c9cf", "#e2e6ea", "#ffffff"),
    "copper": ("#96502c", "#bd6f42", "#d8946a", "#efbd9a", "#ffe9d8"),
    "rose": ("#a5625d", "#c5857d", "#dca89f", "#f0cdc5", "#fff0ea"),
    "ink": ("#0b1220", "#141d31", "#1f2c47", "#31456a", "#5c76a0"),
}
"""Dark to light. `ink` is a blue-black pigment foil for pale cloth."""

STEPS = (0.0, 0.3, 0.55, 0.8, 1.0)
MIDDLE = 2


def foil_colour(tint: str) -> str:
    """The tint's middle tone: to measure contrast with, and where foil cannot be drawn."""
    return RAMPS[tint][MIDDLE]


def nearest_tint(colour: str) -> str:
    """The tint whose middle tone is nearest to `colour` (`#rrggbb`) in OKLab."""
    wanted = to_oklab(colour)
    return min(RAMPS, key=lambda tint: math.dist(to_oklab(foil_colour(tint)), wanted))


def foil_shader(width: float, height: float, seed: int, tint: str = "gold") -> skia.Shader:
    """Foil over a page of `width` x `height` units from the origin.

    Raises:
        KeyError: when there is no such tint.
    """
    picture = _foil(round(width / height, 3), seed, tint)
    matrix = skia.Matrix()
    matrix.setScale(width / picture.width(), height / picture.height())
    # the same as mirrored within the page, and drawn in half the time
    return picture.makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, LINEAR, matrix)


def stamp(canvas: skia.Canvas, area: skia.Path, foil: skia.Shader, cloth: str) -> None:
    """Press foil into cloth: a shaded upper edge, a lit lower edge, then the metal."""
    for shift, colour, alpha in (
        (-0.9, lighter(cloth, -0.2), 0.75),
        (0.9, lighter(cloth, 0.28), 0.3),
    ):
        canvas.save()
        canvas.translate(shift, shift * 1.2)
        canvas.drawPath(area, fill(colour, alpha))
        canvas.restore()
    canvas.drawPath(area, shaded(foil))


@functools.lru_cache(maxsize=24)
def _foil(aspect: float, seed: int, tint: str) -> skia.Image:
    width = round(FIELD * min(1.0, aspect))
    height = round(FIELD * min(1.0, 1 / aspect))
    shine = _reflections(np.random.default_rng((seed, 7919)), width, height)
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[..., :3] = _table(tint)[(shine * 255).astype(np.uint8)]
    return image(pixels)


def _table(tint: str) -> np.ndarray:
    """256 colours from the ramp's dark to its light, (256, 3) uint8, mixed in OKLab."""
    stops = np.array([to_oklab(colour) for colour in RAMPS[tint]])
    levels = np.linspace(0, 1, 64)
    ramp = np.stack([np.interp(levels, STEPS, stops[:, axis]) for axis in range(3)], axis=1)
    colours = np.array([rgb(from_oklab(*map(float, step))) for step in ramp])
    fine = np.linspace(0, 1, 256)
    return np.stack(
        [np.round(255 * np.interp(fine, levels, colours[:, axis])) for axis in range(3)], axis=1
    ).astype(np.uint8)


def _reflections(rng: np.random.Generator, width: int, height: int) -> Field:
    """How bright the metal shines, (height, width) 0 to 1: diagonal bands, bent and broken."""
    long = max(width, height)
    x = np.arange(width, dtype=np.float32)[None, :] / long
    y = np.arange(height, dtype=np.float32)[:, None] / long
    bend = fbm(rng, width, height, base=3.0 * width / long, octaves=2) - 0.5
    along = 0.86 * x + 0.51 * y + 0.2 * bend
    bands = 0.5 + 0.5 * np.sin(2 * math.pi * (4.3 * along + rng.random()))
    narrow = 0.5 + 0.5 * np.sin(2 * math.pi * (10.9 * along + rng.random()))
    crinkle = fbm(rng, width, height, base=14.0 * width / long, octaves=2)
    shine = 0.56 * bands + 0.24 * narrow + 0.22 * (crinkle - 0.5) + 0.1
    return np.clip(shine, 0, 1).astype(np.float32)
