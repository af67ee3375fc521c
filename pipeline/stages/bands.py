"""The rows of a picture in which some places lie, laid under each other: less to look at again.

Detectors see letters as large as in the whole picture, for the short side stays what it is; only of
pictures that they look at smaller they see them a little larger.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.ports.lettering import Corners, Pixels
from pipeline.stages.quadrilateral import area, sides

AROUND, AROUND_PX = 1.0, 24
"""What is left of the surroundings above and below a place: in its heights, and in pixels."""
STEP_PX = 16
HIGHEST, LARGEST = 0.15, 0.15
"""No place is larger in what is left of the picture, in height and area: detectors have limits."""
WORTH = 0.9
"""A picture that would keep more of its rows keeps all of them."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Spans of rows, each from its first to behind its last, from top to bottom."""

    spans: tuple[tuple[int, int], ...]

    def cut(self, rgb: Pixels) -> Pixels:
        """The bands of a picture under each other."""
        return np.concatenate([rgb[top:bottom] for top, bottom in self.spans])

    def back(self, corners: Corners) -> Corners:
        """Corners in what was cut, where they are in the picture; their middle tells the band."""
        middle, above = float(corners[:, 1].mean()), 0
        for top, bottom in self.spans[:-1]:
            if middle < above + bottom - top:
                return corners + np.array([0, top - above], np.float32)
            above += bottom - top
        return corners + np.array([0, self.spans[-1][0] - above], np.float32)


def bands_round(places: Sequence[Corners], shape: tuple[int, ...]) -> Bands:
    """The bands of a picture of `shape` with the places and what surrounds them."""
    height, width = shape[:2]
    whole = Bands(((0, height),))
    if not places:
        return whole
    least = max(width, max(min(sides(place)) for place in places) / HIGHEST,
                max(area(place) for place in places) / (LARGEST * width))  # fmt: skip
    more = 0
    while True:
        spans = _joined([_span(place, height, more) for place in places])
        kept = sum(bottom - top for top, bottom in spans)
        if kept >= WORTH * height:
            return whole
        if kept >= least:
            return Bands(spans)
        more += STEP_PX


def _span(place: Corners, height: int, more: int) -> tuple[int, int]:
    around = AROUND * min(sides(place)) + AROUND_PX + more
    # a place may lie outside the picture
    first, last = np.clip((place[:, 1].min(), place[:, 1].max()), 0, height - 1)
    return max(0, int(first - around)), min(height, int(last + around) + 1)


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same rows in spans that do not touch."""
    found: list[tuple[int, int]] = []
    for top, bottom in sorted(spans):
        if found and top <= found[-1][1]:
            found[-1] = (found[-1][0], max(bottom, found[-1][1]))
        else:
            found.append((top, bottom))
    return tuple(found)
