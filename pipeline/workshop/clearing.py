"""Lettering taken out of a picture by what works on any processor, at the picture's own size.

Lines are looked for, masked and looked for again where a preview would show them. Of a larger
picture every line's surroundings are then filled once more as large as they are there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from pipeline.domain.errors import RetouchError
from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Eraser, Erasure, Polygon
from pipeline.ports.lettering import Corners, Inpainter, Mask, Pixels
from pipeline.stages.erasing import erase
from pipeline.stages.export import raster_png
from pipeline.stages.grain import grained
from pipeline.stages.open_picture import open_kept
from pipeline.stages.quadrilateral import Window, sides, window_of
from pipeline.stages.seen_lines import seen_lines
from pipeline.stages.shown_part import (
    FADE_PX,
    MOST_PX,
    ShownPart,
    enlarged_mask,
    put_back,
    reduced,
    shown_part,
)
from pipeline.workshop.workshop import Workshop

FILLED_PX = 100
"""Lines are filled no taller."""
AROUND = 1.5
"""So much of what surrounds a line is looked at to fill its place, in its heights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A picture as a PNG file of the size that it had, and what was taken out of it, and where."""

    content: bytes = field(repr=False)
    erasure: Erasure
    areas: tuple[Polygon, ...]


def cleared(
    workshop: Workshop, content: bytes, crop: Box, areas: Sequence[Polygon], seed: int
) -> Cleared:
    """A picture's file without the lettering in `areas`, fractions of what a cover shows, in a worker.

    Raises:
        RetouchError: `retouch-nothing` where the areas are outside; what the detectors raise.
    """
    picture = open_kept(content).rgb
    part = shown_part(picture, crop)
    return _cleared(workshop, picture, part, [part.corners(area) for area in areas], seed)


def all_cleared(workshop: Workshop, content: bytes, crop: Box, seed: int) -> Cleared | None:
    """The same for all that a detector finds in what a cover shows; None where it finds nothing.

    Raises:
        RetouchError: what the detectors raise.
    """
    picture = open_kept(content).rgb
    part = shown_part(picture, crop)
    spots = seen_lines(part.rgb, workshop.retoucher.detector)
    places = [spot.corners for spot in spots]
    return _cleared(workshop, picture, part, places, seed) if places else None


def _cleared(
    workshop: Workshop, picture: Pixels, part: ShownPart, places: Sequence[Corners], seed: int
) -> Cleared:  # fmt: skip
    tools = workshop.retoucher
    filler = _LargeFiller(picture, part, places, tools.inpainter) if part.reduced else None
    done = erase(part.rgb, places, filler or tools.inpainter, tools.detector, tools.judge, seed)
    if not done.tries:
        raise RetouchError("retouch-nothing")
    whole = np.array(picture)
    if filler is None:
        put_back(whole, part.window, done.rgb, done.mask)
    else:
        filler.put_into(whole, done.mask)
    return Cleared(
        content=raster_png(whole), areas=tuple(map(part.polygon, places)),
        erasure=told(Eraser.BUILTIN, len(places), len(done.left), done.tries),
    )  # fmt: skip


def told(eraser: Eraser, asked: int, left: int, tries: int) -> Erasure:
    """The erasure of `asked` lines; what is left of one may be found in several pieces."""
    stays = min(asked, left)
    return Erasure(eraser=eraser, erased=asked - stays, left=stays, tries=tries)


@dataclass(frozen=True, slots=True, eq=False)
class _Filled:
    """What was filled at a window of the picture, under a mask; both as large as it.

    Inside the mask's edge it fades in over `fade_px`.
    """

    window: Window
    rgb: Pixels
    mask: Mask
    fade_px: int


class _LargeFiller:
    """Fills a large picture where masks of its `part` say, and shows what that comes to there.

    Every line's surroundings are filled as large as they are, up to lines of `FILLED_PX`: patches
    that are copied are some pixels wide, and know nothing of what is far larger.
    """

    def __init__(
        self, picture: Pixels, part: ShownPart, places: Sequence[Corners], inpainter: Inpainter
    ) -> None:  # fmt: skip
        self._picture = picture
        self._part = part
        self._inpainter = inpainter
        self._places = places
        self._tries: list[tuple[Mask, list[_Filled]]] = []

    def fill(self, rgb: Pixels, mask: Mask, *, seed: int) -> Pixels:
        """The part with other pixels where the mask is True, and the same ones elsewhere."""
        small, made = rgb.copy(), list[_Filled]()
        for number, window in enumerate(surroundings(self._places, mask.shape)):
            here = mask[window.slices]
            if here.any():
                filled = self._filled(window, here, seed + number)
                made.append(filled)
                put_back(small, window, filled.rgb, here)
        self._tries.append((mask, made))
        return small

    def put_into(self, whole: Pixels, mask: Mask) -> None:
        """Write what was filled under that mask into the picture."""
        made = next(made for tried, made in self._tries if tried is mask)
        for one in made:
            put_back(whole, one.window, one.rgb, one.mask, one.fade_px)

    def _filled(self, window: Window, mask: Mask, seed: int) -> _Filled:
        there = self._part.in_picture(window)
        around = self._picture[there.slices]
        ground = reduced(around, self._long_px(window, there))
        stencil = enlarged_mask(mask, (ground.shape[1], ground.shape[0]))
        filled = self._inpainter.fill(ground, stencil, seed=seed)
        fade_px = round(FADE_PX * (there.right - there.left) / (window.right - window.left))
        if filled.shape == around.shape:
            return _Filled(there, filled, stencil, fade_px)
        size = (around.shape[1], around.shape[0])
        large = np.asarray(Image.fromarray(filled).resize(size, Image.Resampling.BICUBIC))
        whole = enlarged_mask(mask, size)
        return _Filled(there, grained(large, whole, around, seed), whole, fade_px)

    def _long_px(self, window: Window, there: Window) -> int:
        """How long the long side of a window is filled: so that its lines are small enough."""
        shape = self._part.rgb.shape
        tall = max(min(sides(place)) for place in self._places
                   if window.touches(window_of(place, shape)))  # fmt: skip
        enlarged = (there.right - there.left) / (window.right - window.left)
        long = max(there.right - there.left, there.bottom - there.top)
        return min(MOST_PX, max(1, round(long * min(1.0, FILLED_PX / (tall * enlarged)))))


def surroundings(
    places: Sequence[Corners], shape: tuple[int, ...], around: float = AROUND
) -> list[Window]:  # fmt: skip
    """Windows of a picture of `shape` that hold the lines and what surrounds them; none overlap."""
    found: list[Window] = []
    for place in places:
        window = window_of(place, shape, around * min(sides(place)) + 8)
        if window.empty:
            continue
        while near := [other for other in found if window.touches(other)]:
            found = [other for other in found if other not in near]
            for other in near:
                window = window.joined(other)
        found.append(window)
    return found
