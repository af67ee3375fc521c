"""The pale paper of a drawing: where there is much of it, a dark tone shows as a grey cloud."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.drawing.colour import hex_of
from pipeline.drawing.light import luminances

PALE = 0.6
"""From this WCAG luminance on, art shows that it has been darkened."""
EVEN = 14
"""Paper differs in no channel (0 to 255) by more than this from its middle."""
FINE, FLAT = 7, 0.96
"""Of flat paper so much is within so little of its middle: prints have 0.98, washes at most 0.94."""
MUCH = 0.2
"""So much of the ground must be paper. Printed and painted art has 0.21 to 0.64 of it behind a
title that was moved over its subject; photographs and dark drawings at most 0.18."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper of a drawing: its colour (`#rrggbb`), and whether it is printed flat or painted."""

    colour: str
    flat: bool


def paper_of(pixels: NDArray[np.uint8]) -> Paper | None:
    """The paper among (n, 3) sRGB pixels; None where there is little of it."""
    pale = pixels[luminances(pixels) > PALE]
    if len(pale) < MUCH * len(pixels) or not len(pale):
        return None
    middle = np.median(pale, axis=0)
    off = np.abs(pale - middle).max(axis=1)
    even, fine = int((off < EVEN).sum()), int((off < FINE).sum())
    if even < MUCH * len(pixels):
        return None
    red, green, blue = (float(channel) / 255 for channel in middle)
    return Paper(hex_of(red, green, blue), flat=fine > FLAT * even)
