"""Other words by the typesetter, in the place of lettering: measured, erased, and set anew."""

from dataclasses import dataclass, field, replace

import numpy as np

from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Hand, Polygon, Replacement
from pipeline.domain.operation import ReplaceText
from pipeline.domain.words import tidy
from pipeline.ports.lettering import Corners, Pixels
from pipeline.stages.colour_words import colour_of
from pipeline.stages.export import raster_png
from pipeline.stages.open_picture import open_kept
from pipeline.stages.quadrilateral import sides, straightened
from pipeline.typography.in_place.measuring import Place, printed
from pipeline.typography.in_place.setting import Wish, set_in_place
from pipeline.workshop.clearing import cleared
from pipeline.workshop.workshop import Workshop

MARGIN = 0.12
"""Readers want a little air round a line, in its heights."""
_QUAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A picture as a PNG file of the size that it had, and what was done to it."""

    content: bytes = field(repr=False)
    replacement: Replacement


def typeset(
    workshop: Workshop, content: bytes, crop: Box, operation: ReplaceText, *, fallback: bool = False
) -> Replaced:
    """A picture's file with the operation's words, set where its lettering was, in a worker.

    `crop` is what the cover shows of it. With `fallback` a model had tried before.

    Raises:
        RetouchError: `replace-undrawable`, `replace-typeface`, `replace-long`, `replace-small`,
            `retouch-nothing`; what the detectors raise.
        VersionError: `colour-unknown`.
    """
    words = operation.words
    colour = colour_of(operation.colour) if operation.colour else ""
    without = cleared(workshop, content, crop, [operation.area], operation.seed or 0).content
    # only now: large pictures are not to be in memory more often than need be
    picture, plain = open_kept(content).rgb, open_kept(without)
    corners = corners_in(operation.area, crop, picture)
    place = Place(picture=picture, plain=plain.rgb, corners=corners)
    place = replace(place, readings=_readings(workshop, place))
    made = set_in_place(place, Wish(words=words, family=operation.font, colour=colour),
                        workshop.library)  # fmt: skip
    family = workshop.library.catalogue.faces[made.face].family
    told = Replacement(hand=Hand.TYPE, words=words, face=family, fallback=fallback,
                       read=read_at(workshop, made.rgb, corners))  # fmt: skip
    return Replaced(content=raster_png(made.rgb), replacement=told)


def corners_in(area: Polygon, crop: Box, picture: Pixels) -> Corners:
    """An area of the cover as corners in pixels of the picture; what has not four gets its box's."""
    height, width = picture.shape[:2]
    points = np.array([((crop.x + x * crop.w) * width, (crop.y + y * crop.h) * height)
                       for x, y in area], np.float32)  # fmt: skip
    if len(points) == _QUAD:
        return points
    (left, top), (right, bottom) = points.min(0), points.max(0)
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)


def _readings(workshop: Workshop, place: Place) -> tuple[str, ...]:
    """What a reader makes of a line as it stands there, and of its ink alone."""
    seen = read_at(workshop, place.picture, place.corners)
    ink = printed(place)
    alone = tidy(workshop.retoucher.reader.read([ink])[0].words) if ink is not None else ""
    return tuple(dict.fromkeys(words for words in (seen, alone) if words))


def read_at(workshop: Workshop, picture: Pixels, corners: Corners) -> str:
    """What a reader makes of a line of a picture; empty where it reads nothing."""
    line = straightened(picture, corners, MARGIN * min(sides(corners)))
    (reading,) = workshop.retoucher.reader.read([line])
    return tidy(reading.words)
