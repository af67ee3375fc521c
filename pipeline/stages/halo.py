"""What hangs on letters beside their ink: soft edges, outlines, shadows, glows.

What belongs to letters lies round all of them, or to one side of all of them, at the same distance
and of the same tone. What a picture shows behind them begins and ends anywhere, and is left as it is.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Mask
from pipeline.stages.clusters import Colours
from pipeline.stages.morphology import blurred, dilated, eroded
from pipeline.stages.strokes import Place, stroke_width_px

REACH = 0.30
"""Glows and shadows are followed so far from the ink, in heights of a line."""
EDGE, MOST_EDGE, LEAST_EDGE_PX = 0.5, 0.12, 2.0
"""What the ink grows by in any case, for its soft edges: in widths of a stroke, at most in heights."""
SIGMAS, LEAST = 2.5, 1.5
"""Not the ground: farther off than so many of its spreads, and than this in Lab."""
ALIKE = 0.45
"""From 0 to 1: how much pixels at one distance from the ink are off the ground in the same way."""
FADED = 0.5
"""Halos fade: at their end less than so much of that is left."""
CLOSED = 0.08
"""Gaps up to twice as many heights are closed: an outline that was told apart encloses its letter."""
NOT_GROUND = 0.5
"""What is off the ground by less in every channel stays in such gaps: ground between letters."""
SIDES = 8
CELLS = 3
"""So many parts of a line, each about as long as high, are looked at together: a shadow that shows on
one half of a line may not show on the other."""
FEW = 60
"""Fewer pixels tell nothing."""


def with_halo(place: Place, ink: Mask) -> Mask:
    """The ink, grown by what its strokes ask for, and with all that hangs on it."""
    edge = max(LEAST_EDGE_PX, min(EDGE * stroke_width_px(ink), MOST_EDGE * place.height))
    mask = dilated(ink, edge)
    off = _off(place, dilated(ink, edge + 0.1 * place.height))
    sides = place.cells // CELLS * SIDES + _sides(mask, place.height)
    whole = _hanging_on(mask, off, sides, max(2, int(REACH * place.height)))
    closing = max(1.5, CLOSED * place.height)
    gaps = eroded(dilated(whole, closing), closing) & (np.abs(off).max(axis=-1) > NOT_GROUND)
    return dilated(gaps | whole, 1)


def _hanging_on(mask: Mask, off: Colours, sides: NDArray[np.int32], most_px: int) -> Mask:
    """The mask grown pixel by pixel to the sides where the next ones are off in the same way.

    It is not grown to a side where that does not fade: there the ground is another one.
    """
    count = int(sides.max()) + 1
    grown, first = [mask], np.zeros(count)
    reached, alike = np.zeros(count, np.int32), np.zeros(count)
    for step in range(1, most_px + 1):
        wider = dilated(grown[-1], 1)
        shell = wider & ~grown[-1]
        alike = _alike(off[shell], sides[shell], count)
        first = alike if step == 1 else first
        going_on = (reached == step - 1) & (alike > ALIKE)
        if not going_on.any():
            break
        reached[going_on] = step
        grown.append(grown[-1] | (shell & going_on[sides]))
    reached[(reached == most_px) & (alike > FADED * first)] = 0
    return np.logical_or.reduce(
        [mask, *(one & (reached >= step)[sides] for step, one in enumerate(grown[1:], 1))]
    )


def _alike(off: Colours, sides: NDArray[np.int32], count: int) -> NDArray[np.float64]:
    """How much the pixels to each side are off in the same way, from 0 to 1."""
    counts = np.bincount(sides, minlength=count)
    sums = [np.bincount(sides, off[:, channel], minlength=count) for channel in range(3)]
    return np.abs(sums).max(axis=0) / np.maximum(counts, FEW)


def _sides(mask: Mask, height: float) -> NDArray[np.int32]:
    """In which of the directions away from the letters each pixel lies."""
    near = blurred(blurred(mask.astype(np.float32)[..., None], 0.1 * height), 0.1 * height)[..., 0]
    down, right = np.gradient(near)
    return np.rint(np.arctan2(down, right) / (2 * np.pi) * SIDES).astype(np.int32) % SIDES


def _off(place: Place, covered: Mask) -> Colours:
    """How each pixel is off the ground as it goes on under what is covered: each channel from -1 to 1.

    What the ground itself is off on the average is taken away.
    """
    known = (~covered & ~place.others).astype(np.float32)[..., None]
    radius = place.height * 0.5
    weight = blurred(known, radius)
    ground = blurred(place.colours * known, radius) / np.maximum(weight, 1e-3)
    away = (place.colours - ground).astype(np.float32)
    bare = ~covered & (place.area | place.band | place.ring)
    if bare.sum() < FEW:
        return np.clip(away / LEAST, -1, 1).astype(np.float32)
    spread = np.maximum(LEAST, SIGMAS * 1.48 * np.median(np.abs(away[bare]), axis=0))
    off = np.clip(away / spread, -1, 1)
    return (off - off[bare].mean(axis=0)).astype(np.float32)
