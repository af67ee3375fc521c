"""Lettering taken out of a picture, looked for again, and once more taken out where it is still there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.domain.lettering import TextLine
from pipeline.ports.lettering import Corners, Inpainter, Mask, Pixels, TextDetector
from pipeline.stages.ink_mask import ink_mask
from pipeline.stages.quadrilateral import as_polygon, grown, inside, sides, window_of
from pipeline.stages.seen_lines import seen_lines
from pipeline.stages.text_lines import LineSpot

SHARED = 0.3
"""A line that is found again lies on the place of an erased one with this share of its area."""
MORE_PX, MORE = 3, 0.08
"""How much the mask grows for the second try: in pixels, and in heights of a line."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Erased:
    """A picture whose lettering was taken out; only pixels under `mask` are other than before.

    `left` are lines that a detector still finds where something was erased, as fractions of the
    picture; `tries` counts the passes.
    """

    rgb: Pixels
    mask: Mask
    left: tuple[TextLine, ...]
    tries: int


def erase(
    rgb: Pixels, corners: Sequence[Corners], inpainter: Inpainter, detector: TextDetector,
    judge: TextDetector, seed: int,
) -> Erased:  # fmt: skip
    """`rgb` (height, width, 3) without the lines in `corners`; the same seed, the same picture.

    Raises:
        RetouchError: what `detector` and `judge` raise.
    """
    mask = ink_mask(rgb, corners)
    if not mask.any():
        return Erased(rgb=rgb, mask=mask, left=(), tries=0)
    out = inpainter.fill(rgb, mask, seed=seed)
    spots = still_there(out, corners, detector, judge)
    if not spots:
        return Erased(rgb=out, mask=mask, left=(), tries=1)
    again = [
        place for place in corners if any(_on(spot.corners, place, rgb.shape) for spot in spots)
    ]
    wider = mask | _again(rgb, out, again, spots)
    second = inpainter.fill(rgb, wider, seed=seed + 1)
    after = still_there(second, corners, detector, judge)
    if len(after) > len(spots):
        second, wider, after = out, mask, spots
    return Erased(rgb=second, mask=wider, left=_lines(after, rgb.shape), tries=2)


def still_there(
    rgb: Pixels, corners: Sequence[Corners], detector: TextDetector, judge: TextDetector
) -> list[LineSpot]:
    """Lines that either of them finds where those in `corners` were.

    They look at these and what surrounds them, at the size that it has in the whole picture. A line
    that both find counts once.
    """
    spots = seen_lines(rgb, judge, corners)
    spots += [spot for spot in seen_lines(rgb, detector, corners)
              if not any(_on(spot.corners, other.corners, rgb.shape) for other in spots)]  # fmt: skip
    return [spot for spot in spots
            if any(_on(spot.corners, place, rgb.shape) for place in corners)]  # fmt: skip


def _again(
    rgb: Pixels, out: Pixels, corners: Sequence[Corners], spots: Sequence[LineSpot]
) -> Mask:  # fmt: skip
    """A larger mask for the lines of which something is left, and for what that is."""
    mask = np.zeros(rgb.shape[:2], np.bool_)
    for place in corners:
        mask |= ink_mask(rgb, [place], more=_more(place))
    for spot in spots:
        mask |= ink_mask(out, [spot.corners], more=_more(spot.corners))
    return mask


def _more(corners: Corners) -> int:
    return round(MORE_PX + MORE * min(sides(corners)))


def _on(found: Corners, place: Corners, shape: tuple[int, ...]) -> bool:
    """What was found lies on an erased place, not just beside it."""
    window = window_of(found, shape)
    if window.empty:
        return False
    here = inside(found, window)
    both = here & inside(grown(place, 2), window)
    return float(both.sum()) >= SHARED * float(here.sum())


def _lines(spots: Sequence[LineSpot], shape: tuple[int, ...]) -> tuple[TextLine, ...]:
    return tuple(
        TextLine(polygon=as_polygon(spot.corners, shape), confidence=spot.confidence,
                 turned=spot.turned)
        for spot in spots
    )  # fmt: skip
