"""Pictures brought to a size that a detector works at, and its corners brought back."""

import math
from dataclasses import dataclass

import numpy as np

from pipeline.ports.lettering import Corners, Pixels


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Framed:
    """A picture at its working size, its edges drawn out to the right and below.

    `pixels` is what the network sees; the picture proper is `width_px` x `height_px` of it, and
    `across` and `down` times as large as it was.
    """

    pixels: Pixels
    width_px: int
    height_px: int
    across: float
    down: float

    def outside(self, corners: Corners) -> bool:
        """Whether the middle of `corners` lies in what was added to the picture."""
        x, y = corners.mean(axis=0)
        return bool(x > self.width_px or y > self.height_px)

    def back(self, corners: Corners) -> Corners:
        """Corners in the picture as it came."""
        return (corners / np.array([self.across, self.down])).astype(np.float32)


def framed(
    rgb: Pixels, *, step_px: int, short_px: int, most_px: int, most_times: float = math.inf
) -> Framed:
    """A picture enlarged until its short side has `short_px`, but to `most_px` pixels in all at most.

    Larger ones are scaled down to that. The sides become multiples of `step_px`: pixels of the edges
    are repeated, so that letters keep their form. It is enlarged by `most_times` at most.
    """
    height, width = rgb.shape[:2]
    wished = min(most_times, max(1.0, short_px / min(height, width)))
    scale = min(wished, math.sqrt(most_px / (height * width)))
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    if (wide, high) != (width, height):
        import cv2  # noqa: PLC0415  (heavy)

        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        rgb = np.asarray(cv2.resize(rgb, (wide, high), interpolation=way), np.uint8)
    right, below = -wide % step_px, -high % step_px
    pixels = np.pad(rgb, ((0, below), (0, right), (0, 0)), mode="edge")
    return Framed(
        pixels=pixels, width_px=wide, height_px=high, across=wide / width, down=high / height
    )
