"""Which pixels of a picture are the ink of its lettering, with its edges, shadows and glows.

A mask of the ink instead of the box leaves the filler most of the ground to go by. Inside a line,
colours are grouped; groups that look like letters are ink: rare round the line, thin, and spread
along it. The mask grows by what the strokes' width asks for, and on as long as rings round the ink
are not yet the ground.
"""

from collections.abc import Sequence

import numpy as np
from PIL import Image

from pipeline.ports.lettering import Corners, Mask, Pixels
from pipeline.stages.clusters import lab
from pipeline.stages.halo import with_halo
from pipeline.stages.morphology import dilated
from pipeline.stages.quadrilateral import Window, sides, window_of
from pipeline.stages.strokes import RING, Place, bare_parts, ink_of, place_of

WORKING_PX = 72.0
"""Higher lines are looked at smaller: their ink is the same, and its edge is grown over anyway."""


def ink_mask(rgb: Pixels, corners: Sequence[Corners], *, more: int = 0) -> Mask:
    """(height, width), True on the ink of the lines in `corners`; their size in pixels.

    `more` pixels are added round everything, for a second try. A line whose ink does not stand
    apart from its ground is masked as a whole, a little grown. Corners outside the picture are empty.
    """
    mask = np.zeros(rgb.shape[:2], np.bool_)
    for index, line in enumerate(corners):
        height = min(sides(line))
        window = window_of(line, rgb.shape, margin_px=height * (RING + 0.2) + 8)
        if not window.empty:
            others = [*corners[:index], *corners[index + 1 :]]
            mask[window.slices] |= _line_mask(rgb[window.slices], line, others, window)
    return dilated(mask, more)


def _line_mask(rgb: Pixels, corners: Corners, others: Sequence[Corners], window: Window) -> Mask:
    """The mask of one line in its window, in which parts of others may lie."""
    scale = min(1.0, WORKING_PX / max(1.0, min(sides(corners))))
    origin = np.array([window.left, window.top], np.float32)
    height, width = rgb.shape[:2]
    if scale == 1.0:
        return _mask_of(place_of(lab(rgb), corners - origin, [one - origin for one in others]))
    small = max(1, round(width * scale)), max(1, round(height * scale))
    picture = Image.fromarray(rgb).resize(small, Image.Resampling.BOX)
    factors = np.array([small[0] / width, small[1] / height], np.float32)
    place = place_of(lab(np.asarray(picture)), (corners - origin) * factors,
                     [(one - origin) * factors for one in others])  # fmt: skip
    mask = _mask_of(place)
    grown = Image.fromarray(mask).resize((width, height), Image.Resampling.NEAREST)
    return dilated(np.asarray(grown, np.bool_), 0.5 / scale)


def _mask_of(place: Place) -> Mask:
    ink = ink_of(place)
    return place.wider if ink is None else with_halo(place, ink) | bare_parts(place, ink)
