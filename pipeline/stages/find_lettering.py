"""All lettering of a picture: where its lines are, and what they say where anything can read it."""

from collections.abc import Sequence

import numpy as np

from pipeline.domain.lettering import FoundText, TextLine
from pipeline.ports.lettering import UNREAD, Corners, Pixels, Reading, TextDetector, TextReader
from pipeline.stages.quadrilateral import as_polygon, edges, sides, straightened
from pipeline.stages.seen_lines import seen_lines
from pipeline.stages.text_lines import LineSpot

MARGIN = 0.12
"""Readers want a little air round a line, in its heights."""
LEAST_STACK = 2
"""Two letters over each other are a stack."""


def find_lettering(rgb: Pixels, detector: TextDetector, reader: TextReader | None) -> FoundText:
    """The lines of a picture (height, width, 3); without a reader their words stay empty.

    Words never decide whether a line is one: what nobody can read is lettering as well.

    Raises:
        RetouchError: `detector-extra`, `detector-damaged`, `detector-lost`, `detector-failed`.
    """
    spots = seen_lines(rgb, detector)
    read = _read(rgb, spots, reader) if reader else [(spot.corners, UNREAD) for spot in spots]
    return FoundText(
        lines=tuple(
            TextLine(polygon=as_polygon(corners, rgb.shape), words=reading.words,
                     confidence=spot.confidence, script=reading.script, turned=spot.turned)
            for spot, (corners, reading) in zip(spots, read, strict=True)
        ),
        width_px=rgb.shape[1], height_px=rgb.shape[0], detector=detector.name,
    )  # fmt: skip


def _read(
    rgb: Pixels, spots: Sequence[LineSpot], reader: TextReader
) -> list[tuple[Corners, Reading]]:  # fmt: skip
    """What each line says, and its corners in the way round in which it can be read."""
    ways = [(index, corners) for index, spot in enumerate(spots) for corners in ways_round(spot)]
    pictures = [_for_reading(rgb, corners) for _, corners in ways]
    readings = list(reader.read(pictures))
    best: list[tuple[Corners, Reading]] = [(spot.corners, UNREAD) for spot in spots]
    for (index, corners), reading in zip(ways, readings, strict=True):
        if reading.words and reading.confidence > best[index][1].confidence:
            best[index] = corners, reading
    return best


def ways_round(spot: LineSpot) -> list[Corners]:
    """The orders of corners that a line may be read in: only reading tells.

    A line that runs down a page may as well run up, or be letters over each other.
    """
    down = spot.corners
    if not spot.turned:
        return [down]
    if spot.stacked:
        return [down, np.roll(down, -1, axis=0), np.roll(down, 1, axis=0)]
    ways = [down, np.roll(down, 2, axis=0)]
    along, across = edges(down)
    steep = abs(along[1]) > 2 * abs(along[0])
    if steep and float(np.hypot(*along)) > LEAST_STACK * float(np.hypot(*across)):
        ways.append(np.roll(down, 1 if along[1] > 0 else -1, axis=0))
    return ways


def _for_reading(rgb: Pixels, corners: Corners) -> Pixels:
    """One upright line; letters over each other are laid beside each other."""
    picture = straightened(rgb, corners, MARGIN * min(sides(corners)))
    high, wide = picture.shape[:2]
    count = round(high / wide)
    if count < LEAST_STACK:
        return picture
    return np.concatenate(np.array_split(picture[: high - high % count], count), axis=1)
