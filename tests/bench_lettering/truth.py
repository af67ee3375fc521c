"""A generated cover, and all that is known about it because it was generated."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Corners, Mask, Pixels

WIDTH, HEIGHT = 512, 768
Plane = NDArray[np.float32]
"""(HEIGHT, WIDTH) from 0 to 1."""


class Split(StrEnum):
    """What stands on a cover; TURNED has lines of all kinds that do not run from left to right."""

    ENGLISH = "english"
    KOREAN = "korean"
    PSEUDO = "pseudo"
    FREE = "text-free"
    TURNED = "turned"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrueLine:
    """A line as it was set: its ink's corners, clockwise from where reading begins.

    `words` are empty for what nobody can read.
    """

    corners: Corners
    words: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """A cover `rgb` with `lines` on its `background`, and the `ink` of all of them.

    The ink is every pixel that lettering changed so that one can see it: shadows, outlines and
    soft edges too.
    """

    name: str
    split: Split
    ground: str
    rgb: Pixels
    background: Pixels
    ink: Mask
    lines: tuple[TrueLine, ...]
