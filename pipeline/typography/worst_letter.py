"""The letter of a block that is hardest to read: one that vanishes spoils a word read elsewhere."""

import math
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import skia
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Scalar = TypeVar("Scalar", bound=np.generic)

WIDTH = 0.45
"""How much of a line is looked at at once, in ems: about a letter."""
LEAST = 0.5
"""Where a line has less ink than this share of its mean there is a gap, and no letter."""
FAINT = 0.8
"""A letter has this share of the contrast that is wanted, or stands out too little: metal plays by
less from letter to letter."""
LOST = 0.35
"""A letter of which more than this cannot be told from its ground is not read for what it is."""


class WorstLetter:
    """Looks along each line of a block through a window of about a letter's width."""

    def __init__(self, text: Mask, lines: Sequence[skia.Rect], em: float) -> None:
        """`text` is where the letters are; `lines`, the bounds of each, and `em` are in pixels."""
        width = max(2, round(WIDTH * em))
        self._text = text
        self._lines = [_Line(text, bounds, width) for bounds in lines]

    def ratio(self, contrasts: Floats, wanted: float) -> float:
        """What the worst letter has, but for its faintest part; infinite where every one stands out.

        `contrasts` are those of every pixel with the ground beside it, of which those of the
        letters count; `wanted` is for the block as a whole.
        """
        weak = self._text & (contrasts < FAINT * wanted)
        if not weak.any():
            return math.inf
        return min((line.ratio(contrasts, weak) for line in self._lines), default=math.inf)


class _Line:
    """One line, or one column of upright lettering, and how much ink each of its windows has."""

    def __init__(self, text: Mask, bounds: skia.Rect, width: int) -> None:
        area = bounds.roundOut()
        self._rows = slice(max(0, area.top()), max(0, area.bottom()))
        self._columns = slice(max(0, area.left()), max(0, area.right()))
        self._upright = bounds.height() > bounds.width()
        self._text = self._along(text)
        self._width = min(width, max(1, len(self._text)))
        ink = self._through(self._text)
        enough = LEAST * self._width * int(self._text.sum()) / max(1, len(self._text))
        self._ink = np.where(ink > enough, ink, np.inf)

    def ratio(self, contrasts: Floats, weak: Mask) -> float:
        """The contrast in the window with the most `weak` ink; infinite where that is little."""
        lost = self._through(self._along(weak)) / self._ink
        if not lost.size or lost.max() <= LOST:
            return math.inf
        start = int(lost.argmax())
        window = slice(start, start + self._width)
        seen = self._along(contrasts)[window][self._text[window]]
        return float(np.quantile(seen, LOST, method="lower"))

    def _along(self, field: NDArray[Scalar]) -> NDArray[Scalar]:
        """What a field of the whole block has here, with the line's direction first."""
        piece = field[self._rows, self._columns]
        return piece if self._upright else piece.T

    def _through(self, mask: Mask) -> NDArray[np.int_]:
        """How much of `mask` is in each window, from the line's beginning to its end."""
        sums = np.concatenate(([0], np.cumsum(mask.sum(axis=1))))
        return sums[self._width :] - sums[: -self._width]
