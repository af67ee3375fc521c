"""How large a picture is painted for a cover of any ratio, and what of it the cover shows.

A model paints sizes of 8 pixels only, and best at about the area that it was taught. Its pictures
fall apart into two where they are long: beyond a ratio of 1.8 they are painted at that ratio, and
then continued (`extending`).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.domain.geometry import Box

STEEPEST = 1.8
GROWN = 1.6
"""So much more than its area a model of the first families can paint: 512 x 768 for 512 x 512."""
TAUGHT_LONG = 1.1
"""The same for models that were taught long pictures of their area."""
FINE, COARSE = 8, 64
TOLERATED = 0.04
"""What may be cut off for a size of 64 pixels; else one of 8 is taken."""
AREA_WORTH = 0.1
_LEAST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintSize:
    """`width` and `height` in pixels, multiples of 8, and the part of exactly the cover's ratio."""

    width: int
    height: int
    crop: Box


def paint_size(
    aspect: float, area_px: int, grown: float = GROWN, steepest: float = STEEPEST
) -> PaintSize:  # fmt: skip
    """The size for a cover of `aspect` (width / height) by a model taught `area_px` pixels.

    Its area is at most `grown` times that; the short side keeps the model's own as far as that
    goes. A cover beyond `steepest` gets the size for that ratio.
    """
    near = max(1 / steepest, min(steepest, aspect))
    ideal = area_px * min(max(near, 1 / near), grown)
    sizes = list(_sizes(near, ideal, area_px * grown, COARSE))
    best = min(sizes, key=lambda size: _cost(size, near, ideal), default=None)
    if best is None or _lost(best, near) > TOLERATED:
        sizes = list(_sizes(near, ideal, area_px * grown, FINE))
        best = min(sizes, key=lambda size: _cost(size, near, ideal))
    return PaintSize(width=best[0], height=best[1], crop=part_of_ratio(best, near))


def part_of_ratio(size: tuple[int, int], aspect: float) -> Box:
    """The largest part of `size` with exactly the ratio `aspect`, out of the middle."""
    have = size[0] / size[1]
    w, h = min(1.0, aspect / have), min(1.0, have / aspect)
    return Box(x=(1 - w) / 2, y=(1 - h) / 2, w=w, h=h)


def _sizes(
    aspect: float, ideal: float, most: float, step: int
) -> Iterable[tuple[int, int]]:  # fmt: skip
    """Sizes about the ideal one, none larger than `most` pixels."""
    width, height = math.sqrt(ideal * aspect), math.sqrt(ideal / aspect)
    for w in _near(width, step):
        for h in _near(height, step):
            if w * h <= most * (1 + 1e-9):
                yield w, h


def _near(side: float, step: int) -> Iterable[int]:
    reach = 3 if step == FINE else 2
    middle = round(side / step)
    return (step * n for n in range(middle - reach, middle + reach + 1) if step * n >= _LEAST)


def _cost(size: tuple[int, int], aspect: float, ideal: float) -> float:
    return _lost(size, aspect) + AREA_WORTH * abs(math.log(size[0] * size[1] / ideal))


def _lost(size: tuple[int, int], aspect: float) -> float:
    """The share of a picture that is cut off for the ratio."""
    have = size[0] / size[1]
    return 1 - min(have / aspect, aspect / have)
