"""Lettering taken out of a picture by what works on any processor, at the picture's own size.

Lines are looked for, masked and looked for again where a preview would show them. Of a larger
picture every line's surroundings are then filled once more as large as they are there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from pipeline.domain.errors import RetouchError
from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Eraser, Erasure, Polygon
from pipeline.ports.lettering import Corners, Pixels
from pipeline.stages.erasing import Erased, erase, still_there
from pipeline.stages.export import raster_png
from pipeline.stages.open_picture import open_kept
from pipeline.stages.quadrilateral import Window, sides, window_of
from pipeline.stages.shown_part import ShownPart, enlarged_mask, put_back, reduced, shown_part
from pipeline.stages.text_lines import lines_of
from pipeline.workshop.workshop import Workshop

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
    spots = lines_of(workshop.retoucher.detector.fragments(part.rgb), part.rgb.shape)
    places = [spot.corners for spot in spots]
    return _cleared(workshop, picture, part, places, seed) if places else None


def _cleared(
    workshop: Workshop, picture: Pixels, part: ShownPart, places: Sequence[Corners], seed: int
) -> Cleared:  # fmt: skip
    tools = workshop.retoucher
    done = erase(part.rgb, places, tools.inpainter, tools.detector, tools.judge, seed)
    if not done.tries:
        raise RetouchError("retouch-nothing")
    whole = np.array(picture)
    left = len(done.left)
    if part.reduced:
        _filled_large(workshop, whole, part, places, done, seed)
        again = shown_part(whole, part.crop)
        left = len(still_there(again.rgb, places, tools.detector, tools.judge))
    else:
        put_back(whole, part.window, done.rgb, done.mask)
    return Cleared(
        content=raster_png(whole), erasure=told(Eraser.BUILTIN, len(places), left, done.tries),
        areas=tuple(map(part.polygon, places)),
    )  # fmt: skip


def told(eraser: Eraser, asked: int, left: int, tries: int) -> Erasure:
    """The erasure of `asked` lines; what is left of one may be found in several pieces."""
    stays = min(asked, left)
    return Erasure(eraser=eraser, erased=asked - stays, left=stays, tries=tries)


def _filled_large(
    workshop: Workshop, whole: Pixels, part: ShownPart, places: Sequence[Corners], done: Erased,
    seed: int,
) -> None:  # fmt: skip
    """Fill what the mask of the small picture names in the large one, window by window."""
    for number, window in enumerate(surroundings(places, part.rgb.shape)):
        mask = done.mask[window.slices]
        if not mask.any():
            continue
        there = part.in_picture(window)
        ground = reduced(whole[there.slices])
        stencil = enlarged_mask(mask, (ground.shape[1], ground.shape[0]))
        filled = workshop.retoucher.inpainter.fill(ground, stencil, seed=seed + number)
        put_back(whole, there, filled, stencil)


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
