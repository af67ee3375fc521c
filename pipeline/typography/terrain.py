"""A picture as lettering sees it: how restless and how uneven any rectangle of it is."""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.geometry import Box
from pipeline.domain.subject import Subject, SubjectKind
from pipeline.typography.saliency import busy_map, light_map

Table = NDArray[np.float64]

HARM = {SubjectKind.FACE: 9.0, SubjectKind.SKIN: 6.0, SubjectKind.SALIENT: 4.2}
"""What covering a whole subject of weight 1 costs; a very busy ground costs about 1."""
PARTS = 0.35
"""Things that stand out overlap one another: what the lesser ones count beside the worst."""


class Terrain:
    """Summed-area tables over a picture (Crow 1984): any box is asked in constant time."""

    def __init__(self, rgb: NDArray[np.uint8], subjects: Iterable[Subject] = ()) -> None:
        """Maps `rgb`, (height, width, 3), and keeps its `subjects`."""
        light = light_map(rgb)
        self._busy = _summed(busy_map(rgb))
        self._light = _summed(light)
        self._squares = _summed(light * light)
        self.subjects = tuple(subjects)

    def busy(self, box: Box) -> float:
        """How restless `box` is, 0 to 1."""
        return self._mean(self._busy, box)

    def uneven(self, box: Box) -> float:
        """The standard deviation of lightness in `box`, 0 to 0.5."""
        mean = self._mean(self._light, box)
        return math.sqrt(max(0.0, self._mean(self._squares, box) - mean * mean))

    def harm(self, box: Box) -> float:
        """What lettering in `box` does to faces; 0 beside them all."""
        return sum(_harm(s, box) for s in self.subjects if s.kind is not SubjectKind.SALIENT)

    def bother(self, box: Box) -> float:
        """How far `box` is from empty: restless, uneven, or over something that stands out."""
        over = sorted(_harm(s, box) for s in self.subjects if s.kind is SubjectKind.SALIENT)
        uneven = self.uneven(box)
        # a little shading is nothing, a bright rim across dark ground tears words in two
        covered = over[-1] + PARTS * sum(over[:-1]) if over else 0.0
        return 1.5 * self.busy(box) + 0.8 * uneven + 7 * uneven * uneven + covered

    def cost(self, box: Box, calm: float = 1.0) -> float:
        """All of it in one number; below 0.5 is good ground, above 2 none at all.

        `calm` weighs what merely bothers: small lettering can be given a ground, a face cannot.
        """
        return calm * self.bother(box) + self.harm(box)

    def _mean(self, table: Table, box: Box) -> float:
        rows, columns = table.shape[0] - 1, table.shape[1] - 1
        left = min(columns - 1, max(0, int(box.x * columns)))
        top = min(rows - 1, max(0, int(box.y * rows)))
        right = min(columns, max(left + 1, math.ceil(box.right * columns)))
        bottom = min(rows, max(top + 1, math.ceil(box.bottom * rows)))
        total = table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left]
        return float(total) / ((right - left) * (bottom - top))


def _summed(field: NDArray[np.float32]) -> Table:
    return np.pad(field, ((1, 0), (1, 0))).astype(np.float64).cumsum(0).cumsum(1)


def _harm(subject: Subject, box: Box) -> float:
    return HARM[subject.kind] * subject.weight * _covered(subject.box, box)


def _covered(subject: Box, box: Box) -> float:
    """How far `box` covers `subject`, 0 to 1; touching a subject at all is already felt."""
    overlap = subject.overlap(box)
    if overlap <= 0:
        return 0.0
    return 0.15 + 0.85 * math.sqrt(overlap / min(subject.area, box.area))
