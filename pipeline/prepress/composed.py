"""A cover for a printer, put together and not yet a file: what every file of it is made from."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.layout import Layout
from pipeline.domain.wrap import RectMm, Wrap
from pipeline.stages.imprint import Imprint

Pixels = NDArray[np.uint8]
Cmyk = tuple[float, float, float, float]
"""Inks from 0 to 1."""
BLACK: Cmyk = (0.0, 0.0, 0.0, 1.0)
PAPER_WHITE: Cmyk = (0.0, 0.0, 0.0, 0.0)


class Turn(StrEnum):
    """By how much something is turned on the sheet: not, by 90 degrees clockwise, or the other way."""

    NONE = "none"
    CLOCKWISE = "clockwise"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A layout on a part of the sheet: its page fills `area` after it was turned by `turn`."""

    layout: Layout
    area: RectMm
    turn: Turn = Turn.NONE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solid:
    """A flat vector shape in printing inks, its `path` in millimetres of the sheet: bars, digits."""

    path: skia.Path
    inks: Cmyk


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Composed:
    """A full cover, or a front alone.

    `art` is text-free and of the whole sheet, (height, width, 3) in sRGB at `dpi`; over it lies the
    `lettering`, and over that the `solids`, each in the order of drawing.
    """

    wrap: Wrap
    art: Pixels = field(repr=False)
    dpi: float
    lettering: tuple[Lettering, ...]
    solids: tuple[Solid, ...]
    imprint: Imprint
