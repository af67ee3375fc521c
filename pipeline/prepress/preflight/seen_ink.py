"""Where the ink of lettering is that a detector saw: its boxes have room round the letters."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Edges = tuple[int, int, int, int]
ALONG, BESIDE = 0.2, 0.12
"""Measured on covers of ours: the room that detectors leave at the ends of a line and above and below
it, in heights of the box that they draw; used on busy ground, where ink cannot be told from it."""
MOST = 0.45
"""No detector leaves more room than this at a side, in heights of its box."""
LEAST_CONTRAST = 20
FAINT = 0.4
"""Of the contrast of a line's letters, what a pixel must have to be ink."""


def ink_edges(view: Pixels, box: Edges) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the ink in a `box` of a picture, (height, width, 3).

    A side is where ink begins, when ground shows between it and the box, and else as far inside as
    detectors usually leave room.
    """
    left, top, right, bottom = box
    cut = view[top:bottom, left:right].astype(np.int16)
    high = min(right - left, bottom - top)
    turned = bottom - top > right - left
    room = (BESIDE, ALONG) if turned else (ALONG, BESIDE)
    across, down = (min(share * high, 0.4 * max(right - left, bottom - top)) for share in room)
    usual = (left + across, top + down, right - across, bottom - down)
    if min(cut.shape[:2]) < 4:
        return usual
    frame = np.concatenate([cut[0], cut[-1], cut[:, 0], cut[:, -1]])
    apart = np.abs(cut - np.median(frame, axis=0)).max(axis=2)
    contrast = np.percentile(apart, 97)
    if contrast < LEAST_CONTRAST:
        return usual
    ink = apart > FAINT * contrast
    first, last = _ends(ink.any(axis=0)), _ends(ink.any(axis=1))
    found = (left + first[0], top + last[0], right - first[1], bottom - last[1])
    free = (first[0], last[0], first[1], last[1])
    chosen = [seen if 0 < gap <= MOST * high else guess
              for seen, guess, gap in zip(found, usual, free, strict=True)]  # fmt: skip
    return chosen[0], chosen[1], chosen[2], chosen[3]


def _ends(inked: NDArray[np.bool_]) -> tuple[int, int]:
    """How many lines are free of ink at the beginning and at the end."""
    places = np.flatnonzero(inked)
    return int(places[0]), len(inked) - 1 - int(places[-1])
