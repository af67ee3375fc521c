"""From CRAFT's heat maps to words, the way its authors and keras-ocr do it.

Points that are a letter or a link are joined where they touch; each such island is widened to what
its letters cover, and the smallest rectangle round it is the word.
Source: `getDetBoxes_core` of the published code; `getBoxes` of keras-ocr.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.engines.reading_order import upright
from pipeline.ports.lettering import Corners, Fragment

Heat = NDArray[np.float32]
"""(rows, columns) from 0 to 1, half the picture's size."""

TIMES = 2
"""A picture is so many times as large as its heat maps."""
LEAST_POINTS = 10
"""Smaller islands are specks."""
LONE, LINK_LESS = 0.2, 0.1
"""Colder links are none; and by so much may half of a link be colder than half of a letter."""
SQUARE = 0.1
"""A rectangle whose sides differ by less has no direction that could be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """How hot an island's hottest letter must be, the points of letters and of links, its hottest link.

    The values here find painted pseudo-lettering as well, and nothing on pictures without text;
    those of keras-ocr are .7, .4 and .4.
    """

    detection: float = 0.4
    text: float = 0.3
    link: float = 0.3
    linked: float = 0.0


def words_in(text: Heat, link: Heat, thresholds: Thresholds) -> Iterator[Fragment]:
    """Words of a picture, their corners in its pixels; how sure they are is their hottest letter."""
    letters, links = text > thresholds.text, link > thresholds.link
    both = letters & links
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        (letters | links).astype(np.uint8), connectivity=4
    )
    for number in range(1, count):
        island = _island(stats[number], text.shape)
        own = labels[island.window] == number
        hottest = float(np.where(own, text[island.window], 0).max())
        if island.points < LEAST_POINTS or hottest < thresholds.detection:
            continue
        tied = float(np.where(own, link[island.window], 0).max())
        if tied < thresholds.linked:
            continue
        core = own & ~both[island.window]
        # where everything is both, the published code and keras-ocr find no contour and fail
        corners = _around(core if core.any() else own, island)
        yield Fragment(corners=corners * TIMES, confidence=sureness(hottest, tied))


def sureness(hottest: float, tied: float) -> float:
    """How sure a word is by its hottest letter and its hottest link.

    A lone letter has no links, and letters of a word have strong ones. Half a link is doubtful:
    so it goes with emblems in a row.
    """
    return min(1.0, hottest if tied < LONE else min(hottest, (hottest + tied) / 2 + LINK_LESS))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Island:
    """`points` that touch, in a window with so much room round them as they are widened by."""

    points: int
    widened: int
    left: int
    top: int
    window: tuple[slice, slice]


def _island(stats: NDArray[np.int32], shape: tuple[int, ...]) -> _Island:
    left, top, width, height, points = (int(one) for one in stats)
    widened = int(2 * math.sqrt(points * min(width, height) / (width * height)))
    rows = slice(max(top - widened, 0), min(top + height + widened + 1, shape[0]))
    columns = slice(max(left - widened, 0), min(left + width + widened + 1, shape[1]))
    return _Island(
        points=points, widened=widened, left=columns.start, top=rows.start, window=(rows, columns)
    )


def _around(core: NDArray[np.bool_], island: _Island) -> Corners:
    """The rectangle round what letters cover; links alone hold words together and do not count."""
    kernel = np.ones((1 + island.widened,) * 2, np.uint8)
    covered = cv2.dilate(core.astype(np.uint8), kernel)
    contours, _ = cv2.findContours(covered, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    edge = np.concatenate(contours)[:, 0] + (island.left, island.top)
    return upright(_rectangle(edge.astype(np.float32)))


def _rectangle(points: NDArray[np.float32]) -> Corners:
    """The smallest one, which stands straight where it is nearly a square."""
    corners = cv2.boxPoints(cv2.minAreaRect(points))
    one, other = (float(np.linalg.norm(corners[k] - corners[k + 1])) for k in (0, 1))
    if abs(1 - max(one, other) / (min(one, other) + 1e-5)) > SQUARE:
        return np.asarray(corners, np.float32)
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
