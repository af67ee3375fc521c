"""The straight view of a line, whatever its corners are said to be."""

import numpy as np
import pytest

from pipeline.typography.in_place.levels import levelled
from pipeline.typography.in_place.plane import Plane

PICTURE = np.zeros((600, 1200, 3), np.uint8)
LEVEL = np.array([[100, 300], [700, 300], [700, 400], [100, 400]], np.float32)


def wedge(plane, end):
    """Strokes between two lines that come together, to a share of the height at their `end`."""
    y, x = np.mgrid[: plane.height, : plane.width] + 0.5
    along = (x - 32) / (plane.width - 64)
    high = 48 * (1 - (1 - end) * along)
    strokes = (x // 6).astype(int) % 2 == 0
    return ((np.abs(y - plane.height / 2) < high) & (along > 0) & (along < 1) & strokes).astype(
        np.float32
    )


@pytest.mark.parametrize("end", [0.0, 0.02, 0.1])
def test_strokes_that_run_to_a_point_are_no_perspective(end):
    plane = Plane.of(LEVEL)

    assert levelled(wedge(plane, end), plane) is plane


def test_strokes_that_become_smaller_are():
    plane = Plane.of(LEVEL)
    bent = levelled(wedge(plane, 0.4), plane)

    (_, above), (_, below) = bent.corners([(32, 32), (32, bent.height - 32)])
    (_, higher), (_, lower) = bent.corners(
        [(bent.width - 32, 32), (bent.width - 32, bent.height - 32)]
    )
    assert lower - higher < 0.6 * (below - above)


@pytest.mark.parametrize("corners", [
    [(100, 300), (700, 340), (700, 341), (100, 400)],
    [(100, 300), (700, 400), (700, 300), (100, 400)],
    [(100, 300), (101, 300), (700, 400), (100, 400)],
    [(100, 300), (400, 300), (700, 300), (1000, 300)],
])  # fmt: skip
def test_corners_that_are_no_line_in_perspective_are_seen_without_one(corners):
    plane = Plane.of(np.array(corners, np.float32))

    assert plane.believable
    assert plane.seen(PICTURE).shape == (plane.height, plane.width, 3)
