"""Ink on a picture: colours that can be read there, shadows, outlines, glows."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from pipeline.ports.lettering import Mask, Pixels
from tests.bench_lettering.grounds import Rng
from tests.bench_lettering.truth import HEIGHT, WIDTH, Plane

LIGHT = (
    (252, 248, 236),
    (255, 255, 255),
    (244, 214, 120),
    (255, 226, 61),
    (178, 226, 240),
    (255, 196, 178),
)
DARK = ((24, 20, 34), (0, 0, 0), (122, 20, 24), (18, 44, 92), (12, 70, 58), (84, 34, 96))
LEAST_CONTRAST = 2.6
"""Of the ink against the mean of what is under it, by WCAG's formula: designers go lower than text may."""
LOST_CONTRAST, LOST_SHARE = 1.6, 0.15
"""Where so large a share of the letters has less contrast than that, nobody prints them without a halo."""
SEEN = 8 / 255
"""From this change of a channel on a pixel counts as ink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Lengths in pixels. `shadow` and `glow` are 0 for none, `outline` as well."""

    colour: tuple[int, int, int]
    opacity: float = 1.0
    shadow: float = 0.0
    glow: float = 0.0
    outline: float = 0.0


class Sheet:
    """A picture that is lettered, and the pixels that changed by it."""

    def __init__(self, background: Pixels) -> None:
        self.picture = background.astype(np.float32)
        self.background = background

    def letter(self, cover: Plane, look: Look) -> None:
        """Put ink where `cover` says, its effects under it."""
        contrary = (0, 0, 0) if luminance(look.colour) > 0.25 else (255, 255, 255)
        if look.glow:
            self._blend(np.clip(2.2 * gaussian_filter(cover, look.glow), 0, 0.8), contrary)
        if look.shadow:
            moved = np.roll(cover, round(look.shadow), (0, 1))
            self._blend(0.8 * gaussian_filter(moved, 0.25 * look.shadow), contrary)
        if look.outline:
            self._blend(np.clip(4 * gaussian_filter(cover, look.outline), 0, 1), contrary)
        self._blend(look.opacity * cover, look.colour)

    def finished(self) -> tuple[Pixels, Mask]:
        """The picture, and where it differs from its background so that one can see it."""
        rgb = np.clip(self.picture + 0.5, 0, 255).astype(np.uint8)
        change = np.abs(rgb.astype(np.int16) - self.background).max(2)
        return rgb, change > SEEN * 255

    def _blend(self, cover: Plane, colour: tuple[int, int, int]) -> None:
        self.picture += cover[..., None] * (np.array(colour, np.float32) - self.picture)


def coverage(path: skia.Path) -> Plane:
    """How much of each pixel a path in pixels covers."""
    plane = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    surface = skia.Surface(plane)
    surface.getCanvas().drawPath(path, skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))
    surface.flushAndSubmit()
    return plane[..., 3].astype(np.float32) / 255


def look_for(rng: Rng, background: Pixels, cover: Plane, *, size: float) -> Look:
    """An ink that stands off from what is under it; an effect more often where that is busy."""
    under = background[cover > 0.5].astype(np.float32)
    if not len(under):
        under = background.reshape(-1, 3).astype(np.float32)
    mean = tuple(under.mean(0))
    tones = LIGHT if luminance(mean) < 0.32 else DARK
    colours = [tones[0], *(tones[int(n)] for n in rng.permutation(len(tones)))]
    if rng.random() < 0.5:
        colours = colours[1:] + colours[:1]
    colour = next((c for c in colours if contrast(c, mean) >= LEAST_CONTRAST), tones[1])
    busy = under.std(0).max() > 35
    effect = str(rng.choice(("shadow", "glow", "outline", "none"),
                            p=(0.3, 0.2, 0.2, 0.3) if busy else (0.2, 0.05, 0.05, 0.7)))  # fmt: skip
    if effect in {"none", "shadow"} and lost(under, colour):
        effect = "glow"
    large = max(1.0, size / 30)
    return Look(
        colour=colour, opacity=float(rng.choice((1.0, 0.9))),
        shadow=large if effect == "shadow" else 0.0,
        glow=1.6 * large if effect == "glow" else 0.0,
        outline=0.4 * large if effect == "outline" else 0.0,
    )  # fmt: skip


def lost(under: NDArray[np.float32], colour: tuple[float, ...]) -> bool:
    """Whether a part of the letters cannot be told from what is under them."""
    shades = (luminance(tuple(shade)) for shade in under[:: max(1, len(under) // 200)])
    ink = luminance(colour)
    ratios = [(max(ink, shade) + 0.05) / (min(ink, shade) + 0.05) for shade in shades]
    return float(np.quantile(ratios, LOST_SHARE)) < LOST_CONTRAST


def luminance(colour: tuple[float, ...]) -> float:
    """Relative luminance (WCAG 2) of an sRGB colour of 0 to 255."""
    part = np.array(colour[:3], np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    """From 1 to 21 (WCAG 2)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
