"""Which inks can be read on a ground, nearest to the wanted one first."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.drawing.colour import hex_of, luminance, oklch, rgb, to_oklab, to_oklch
from pipeline.drawing.light import luminances

WHITE, BLACK = "#ffffff", "#0a0a0a"
FAVOURED = 0.5
"""An ink that the design names counts as this much nearer than one derived."""
MARGIN = 1.04
"""Inks are wanted this much stronger than needed: materials and smoothing take a little."""
GENEROUS = 1.3
"""If an ink must change at all, one that is stronger than needed by this is looked for first."""
UNEVEN = 0.1
"""On light grounds less even than this, dark ink would need them bleached."""
MUD = 0.2
"""Extra distance of a derived middle grey, which looks like a mistake, and of mere white or black."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What lies under and around a block.

    `dark` and `bright` are the WCAG luminances below and above which a tenth of it lies;
    `lightness` and `spread` are mean and standard deviation of OKLab's L, or nearly so;
    `colour` is its mean.
    """

    dark: float
    bright: float
    lightness: float
    spread: float
    colour: str

    @staticmethod
    def of(pixels: NDArray[np.uint8]) -> "Ground":
        """The ground of (n, 3) sRGB pixels."""
        if not len(pixels):
            return Ground.plain("#808080")
        light = luminances(pixels)
        low, high = np.percentile(light, (10, 90))
        mean = pixels.mean(0) / 255
        colour = hex_of(float(mean[0]), float(mean[1]), float(mean[2]))
        # the cube root of luminance is OKLab's L of a grey
        return Ground(dark=float(low), bright=float(high), lightness=to_oklab(colour)[0],
                      spread=float(np.cbrt(light).std()), colour=colour)  # fmt: skip

    @staticmethod
    def plain(colour: str) -> "Ground":
        """An even ground of one colour."""
        light = luminance(colour)
        return Ground(dark=light, bright=light, lightness=to_oklab(colour)[0], spread=0.0,
                      colour=colour)  # fmt: skip

    @property
    def light(self) -> bool:
        """Whether it is light enough to be lightened further without looking bleached."""
        return self.lightness > 0.8

    @property
    def calm(self) -> bool:
        """Whether it is nearly even."""
        return self.spread < 0.1

    @property
    def shade(self) -> str:
        """Its own hue, nearly black: to darken it with."""
        _, chroma, hue = to_oklch(self.colour)
        return oklch(0.17, min(chroma, 0.05), hue)

    @property
    def tint(self) -> str:
        """Its own hue, nearly white."""
        _, chroma, hue = to_oklch(self.colour)
        return oklch(0.955, min(chroma, 0.035), hue)

    def ratio(self, ink: str) -> float:
        """The contrast of `ink` with the less favourable tenth of the ground."""
        light = luminance(ink)
        return min(_ratio(light, self.dark), _ratio(light, self.bright))


def inks_for(
    wished: str, named: tuple[str, ...], ground: Ground, wanted: float, *, true_to_hue: bool = False
) -> list[str]:
    """Inks whose contrast with `ground` reaches `wanted`, nearest to `wished` first.

    They are `wished` itself lighter or darker, the `named` inks, the ground's own tint and shade,
    and white and black, one of which can be read on any even ground. What is `true_to_hue`, such as gold foil, becomes a lighter or darker metal first.
    """
    own = (*_steps(wished), ground.tint, ground.shade, WHITE, BLACK)
    costs = {ink: _derived(wished, ink) for ink in own}
    for place, ink in enumerate(named):
        near = (1.4 if true_to_hue else FAVOURED) * _distance(wished, ink) + 0.02 * place
        costs[ink] = min(near, costs.get(ink, math.inf))
    good = [ink for ink in costs if ground.ratio(ink) >= wanted * MARGIN]
    generous = wanted * (MARGIN if true_to_hue else GENEROUS)
    return sorted(good, key=lambda ink: (ground.ratio(ink) < generous, costs[ink]))


def _derived(wished: str, ink: str) -> float:
    """How far off a derived ink is: a far cry from what was wished is worse than far."""
    lightness, chroma, _ = to_oklch(ink)
    distance = _distance(wished, ink)
    muddy = chroma < 0.04 and 0.3 < lightness < 0.8
    bare = ink in {WHITE, BLACK} and distance > 0
    return distance + max(0.0, distance - 0.3) + MUD * (muddy or bare)


def _steps(ink: str) -> list[str]:
    """`ink` at every lightness, its chroma lowered towards the ends so that it stays clean."""
    _, chroma, hue = to_oklch(ink)
    steps = (0.97, 0.93, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28, 0.22, 0.16)
    return [
        ink,
        *(oklch(step, chroma * min(1.0, 2.2 * step, 6 * (1.02 - step)), hue) for step in steps),
    ]


def _ratio(first: float, second: float) -> float:
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _distance(first: str, second: str) -> float:
    if rgb(first) == rgb(second):
        return 0.0
    return math.dist(to_oklab(first), to_oklab(second))


def readable(ground: Ground, named: tuple[str, ...] = ()) -> str:
    """The first of `named` that can be read on `ground`, else its own tint or shade.

    On a ground in between, the tint: a tone can darken a picture, it must not bleach it.
    """
    for ink in named:
        if ground.ratio(ink) >= 4.5:
            return ink
    clear = ground.ratio(ground.shade) > 1.6 * ground.ratio(ground.tint)
    if clear and ground.lightness > 0.62 and ground.spread < UNEVEN:
        return ground.shade
    return ground.tint
