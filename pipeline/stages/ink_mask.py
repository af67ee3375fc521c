"""Which pixels of a picture are the ink of its lettering, with its edges, shadows and glows.

A mask of the ink instead of the box leaves the filler most of the ground to go by. Inside a line,
colours are grouped; groups that the ground round the line has little of are ink. The mask grows by
what the strokes' width asks for, and on as long as rings round the ink are not yet the ground.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Corners, Mask, Pixels
from pipeline.stages.clusters import Colours, centres, lab, nearest
from pipeline.stages.morphology import dilated, opened
from pipeline.stages.quadrilateral import Window, grown, inside, sides, window_of

GROUPS = 4
MORE_COMMON = 1.6
"""A colour is ink when it has so many times the share in the line that it has round it."""
LEAST, MOST = 0.04, 0.72
"""The share of a line that ink has; anything else was not told apart."""
RING = 0.35
"""How wide the ground round a line is looked at, in its heights."""
THICKEST = 0.26
"""The radius of the thickest stroke, in heights of a line: what is thicker is no letter."""
HALO_MOST = 0.30
"""Glows and shadows are followed so far, in heights of a line."""
HALO_SIGMAS, HALO_LEAST = 2.5, 2.0
"""A ring is not the ground yet when its mean is farther off than this, in spreads and in Lab."""


def ink_mask(rgb: Pixels, corners: Sequence[Corners], *, more: int = 0) -> Mask:
    """(height, width), True on the ink of the lines in `corners`; their size in pixels.

    `more` pixels are added round everything, for a second try. A line whose ink does not stand
    apart from its ground is masked as a whole, a little grown. Corners outside the picture are empty.
    """
    mask = np.zeros(rgb.shape[:2], np.bool_)
    for line in corners:
        height = min(sides(line))
        window = window_of(line, rgb.shape, margin_px=height * (RING + 0.2) + 8 + more)
        if not window.empty:
            mask[window.slices] |= _line_mask(rgb[window.slices], line, window, more)
    return mask


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A line in its window: colours, its area, a little grown, and the ground round it."""

    colours: Colours
    place: Mask
    wider: Mask
    ring: Mask
    height: float


def _line_mask(rgb: Pixels, corners: Corners, window: Window, more: int) -> Mask:
    height = max(1.0, min(sides(corners)))
    place = inside(grown(corners, max(2.0, 0.06 * height)), window)
    wider = inside(grown(corners, max(4.0, 0.14 * height) + more), window)
    ring = inside(grown(corners, (RING + 0.14) * height + 4 + more), window) & ~wider
    if ring.sum() < 20 or place.sum() < 20:
        return wider
    line = _Line(lab(rgb), place, wider, ring, height)
    ink = _ink(line)
    if ink is None:
        return wider
    stroke = stroke_width_px(ink)
    mask = dilated(ink, max(2.0, min(0.5 * stroke, 0.12 * height)) + more)
    return dilated(mask, _halo(line, mask))


def _ink(line: _Line) -> Mask | None:
    """The ink itself; None where it does not stand apart."""
    colours = line.colours[line.place]
    middles = centres(colours, GROUPS)
    labels = nearest(colours, middles)
    here = np.bincount(labels, minlength=len(middles)) / len(labels)
    around = nearest(line.colours[line.ring], middles)
    there = np.bincount(around, minlength=len(middles)) / len(around)
    is_ink = here > MORE_COMMON * there
    ink = np.zeros(line.place.shape, np.bool_)
    ink[line.place] = is_ink[labels]
    # part of a face or a hill behind the letters has their colour, but not their thickness
    ink &= ~opened(ink, max(3.0, THICKEST * line.height))
    share = ink.sum() / line.place.sum()
    return ink if LEAST <= share <= MOST else None


def stroke_width_px(ink: Mask) -> float:
    """The mean width of the strokes: twice their area over the length of their edges."""
    padded = np.pad(ink, 1)
    edge = (padded[1:, :] != padded[:-1, :]).sum() + (padded[:, 1:] != padded[:, :-1]).sum()
    # steps along a slanted edge are longer than the edge; pi / 4 on the average
    return 2 * float(ink.sum()) / max(1.0, float(edge) * np.pi / 4)


def _halo(line: _Line, mask: Mask) -> int:
    """By how many pixels more the mask must grow until what is round it is the ground."""
    ground = line.colours[line.ring]
    middle = np.median(ground, axis=0)
    spread = 1.48 * np.median(np.abs(ground - middle), axis=0)
    limit = np.maximum(HALO_LEAST, HALO_SIGMAS * spread)
    before = mask
    most = int(max(2, HALO_MOST * line.height))
    for grown_by in range(most):
        after = dilated(mask, grown_by + 1)
        shell = after & ~before
        if not shell.any() or _like(line.colours[shell], middle, limit):
            return grown_by
        before = after
    return 0


def _like(colours: Colours, middle: NDArray[np.float32], limit: NDArray[np.float32]) -> bool:
    """Nearly all of the colours are the ground's."""
    off = (np.abs(colours - middle) > limit).any(axis=-1)
    return float(off.mean()) < 0.1
