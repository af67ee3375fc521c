"""How far a picture has to be continued to the left, in which strips, and whether one goes on from it."""

import math

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.geometry import Box
from pipeline.stages.extending import MEETING, Extent, Rect, Strip
from pipeline.stages.paint_size import FINE, PaintSize

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
VIEW = 0.4
"""So much of what a model paints at once is picture that was there before, which it goes on from."""
SMOOTH = 0.012
"""Tones are told apart down an edge as finely as this share of its height."""
LOOKED_AT = 16
"""So many pixels at either side of an edge are compared."""


def widening(size: PaintSize, view_aspect: float, missing: float) -> Extent:
    """What is painted left of a picture by a model that paints `size`, from the right to the left.

    A strip of the picture's left edge is in view, of at most `view_aspect` (width / height); `missing` is
    how wide the new part has to be, in heights. Strips are all as wide, whatever is missing: the same
    picture gets the same ones for a thin book and for a thick one. `crop` is what is new.
    """
    window, height = size.width, size.height
    view = max(FINE, _down(min(VIEW * window, view_aspect * height)))
    step = window - view
    count = max(1, math.ceil(missing * height / step))
    new = count * step
    return Extent(
        width=new + view, height=height, core=Rect(x=new, y=0, width=view, height=height),
        strips=tuple(_strip(new - (number + 1) * step, window, step, height, first=not number)
                     for number in range(count)),
        crop=Box(x=0.0, y=0.0, w=new / (new + view), h=1.0),
    )  # fmt: skip


def _strip(x: int, window: int, step: int, height: int, *, first: bool) -> Strip:
    """The first leaves the picture as it is; the others go over into the one before them."""
    return Strip(
        window=Rect(x=x, y=0, width=window, height=height),
        new=Rect(x=x, y=0, width=step, height=height),
        meeting=0 if first else min(MEETING, (window - step) // 2),
    )  # fmt: skip


def _down(px: float) -> int:
    return int(px / FINE) * FINE


def apart(whole: Pixels, strip: Strip, painted: Pixels) -> float:
    """How far the tones of a `painted` window are from what they go on from, in levels of 255.

    Its right edge is held against `whole`, (height, width, 3), before it is put there.
    """
    end = strip.new.x + strip.new.width
    was = edge_tones(whole[:, end : end + LOOKED_AT])
    new = painted[:, strip.new.width - LOOKED_AT : strip.new.width]
    return float(np.abs(edge_tones(new) - was).mean())


def edge_tones(strip: Pixels) -> Floats:
    """The tones of a strip, (height, width, 3), from the top down without its grain: (height, 3)."""
    rows = strip.mean(axis=1, dtype=np.float32)
    sigma = max(0.5, SMOOTH * len(rows))
    room = int(3 * sigma) + 1
    kernel = np.exp(-0.5 * (np.arange(-room, room + 1, dtype=np.float32) / sigma) ** 2)
    padded = np.pad(rows, ((room, room), (0, 0)), "edge")
    soft = [np.convolve(padded[:, one], kernel / kernel.sum(), "valid") for one in range(3)]
    return np.stack(soft, axis=1).astype(np.float32)
