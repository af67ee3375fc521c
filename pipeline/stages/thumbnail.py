"""How much of a title is left when a cover is as small as in a shop's list."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.typography.legibility import luminances

THUMBNAIL_PX = 100
"""The short side of a thumbnail."""
CORE_PERCENTILE = 85.0
"""Letters cover about a third of their box; half of that is stroke rather than edge."""

Pixels = NDArray[np.uint8]


def thumbnail(cover: Pixels) -> Pixels:
    """`cover`, (height, width, 3) RGB, with a short side of `THUMBNAIL_PX`."""
    height, width = cover.shape[:2]
    scale = THUMBNAIL_PX / min(width, height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    picture = Image.fromarray(cover)
    # reduce first: a print page needs no better filter than a box on the way down
    return np.asarray(picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0))


def thumbnail_contrast(cover: Pixels, art: Pixels, title: Box) -> float:
    """The WCAG contrast, 1 to 21, that the strokes of a title keep against the art.

    `cover` is `art` with its lettering, both (height, width, 3) RGB of one ratio; `title` is
    where the ink is. Fine strokes melt into the ground when scaled down, which contrast at full
    size does not show.
    """
    with_letters, without = luminances(thumbnail(cover)), luminances(thumbnail(art))
    height, width = with_letters.shape
    rows = slice(
        int(title.y * height), max(int(title.y * height) + 1, round(title.bottom * height))
    )
    columns = slice(int(title.x * width), max(int(title.x * width) + 1, round(title.right * width)))
    text, ground = with_letters[rows, columns], without[rows, columns]
    if not text.size:
        return 1.0
    ratios = (np.maximum(text, ground) + 0.05) / (np.minimum(text, ground) + 0.05)
    return float(np.percentile(ratios, CORE_PERCENTILE))
