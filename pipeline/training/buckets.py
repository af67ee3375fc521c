"""Sizes for pictures of different ratios that take about the same work.

As NovelAI described it (2022): every size has multiples of 64 for sides and about the area of a
square of the resolution, and a picture goes to the size whose ratio is nearest to its own.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

STEP = 64
"""Three levels of the UNet halve latents that are an eighth of the picture."""
MOST_RATIO = 2.5
"""No size is wider or taller than this; more extreme pictures are cropped."""
MOST_OVER = 1.1
"""So much more than the square's area a size may take: 448 x 640 is nearer to 2:3 than 384 x 640."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Crop(NamedTuple):
    """How a picture gets its size: enlarged by `scale`, of which `lost` (0 to 1) is cut off."""

    size: Size
    scale: float
    lost: float


def sizes(resolution: int, step: int = STEP) -> tuple[Size, ...]:
    """All sizes of about `resolution` squared pixels, at most a tenth more."""
    area = resolution * resolution
    longest = math.floor(resolution * math.sqrt(MOST_RATIO) / step) * step
    found = {Size(resolution, resolution)}
    for side in range(step, longest + 1, step):
        below = area // side // step * step
        for other in (below, below + step):
            fits = 0 < other * side <= MOST_OVER * area
            if fits and max(side, other) <= MOST_RATIO * min(side, other):
                found |= {Size(side, other), Size(other, side)}
    return tuple(sorted(found))


def nearest(width: int, height: int, among: Sequence[Size]) -> Crop:
    """The size whose ratio is nearest to that of a picture of `width` x `height`."""

    def away(size: Size) -> tuple[float, int]:
        return abs(math.log(width / height * size.height / size.width)), -size.width * size.height

    size = min(among, key=away)
    scale = max(size.width / width, size.height / height)
    kept = size.width * size.height / (width * scale * height * scale)
    return Crop(size, scale, max(0.0, 1 - kept))
