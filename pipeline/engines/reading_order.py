"""Which corner of a rectangle comes first: where its letters begin, as far as its form tells."""

import numpy as np

from pipeline.ports.lettering import Corners

LONG = 1.5
"""A rectangle whose sides differ by this factor is read along its long side."""
STEEPEST_DEGREES = 65.0
"""Beyond that it stands: its letters may be turned, or one below the other; which, nobody can tell
from its form, and so its short side is called the top, as of a picture that hangs straight."""


def upright(corners: Corners) -> Corners:
    """The same rectangle clockwise, its first edge along the top of what is read there.

    The first edge leads to the right. It is a long one where the rectangle is clearly long and not
    nearly vertical, and else the one that is nearer to the horizontal.
    """
    if _turns_left(corners):
        corners = corners[::-1]
    edges = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(edges, axis=1)
    lean = np.degrees(np.abs(np.arctan2(edges[:, 1], edges[:, 0])))
    rightward = np.flatnonzero(edges[:, 0] > 0) if edges[:, 0].any() else np.arange(4)
    first = int(rightward[np.argmin(lean[rightward])])
    beside = {(first - 1) % 4, (first + 1) % 4}
    for edge in beside & set(rightward.tolist()):
        if lengths[edge] >= LONG * lengths[first] and lean[edge] <= STEEPEST_DEGREES:
            first = edge
    return np.roll(corners, -first, axis=0).astype(np.float32)


def _turns_left(corners: Corners) -> bool:
    """Whether the corners go round against the clock, as one sees them (y grows downwards)."""
    x, y = corners[:, 0], corners[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) < 0
