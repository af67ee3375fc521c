"""The ground of a drawing without its things: the level of each height at its edge, in its own grain.

A landscape goes on as its sky and its land, a stamped cloth as cloth, a printed sheet as paper;
further from the front the levels melt into one another, which leaves a calm ground for reading.
"""

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.drawing.finish import finish
from pipeline.illustrator.recipe import Recipe
from pipeline.prepress.composed import Pixels

SEEN_PX = 400
"""The levels of a drawing are taken from it at this height."""
EDGE = 0.02
"""This share of its width, next to the fold, says what its levels are."""
STEADY = 0.3
"""What is less high than half this share of the height is a thing, not a level."""
ALIKE, SEEN = 24.0, 0.3
"""How far bare ground differs from itself, of 255; the share of a row that has to be bare to count."""
SHARP, MOLTEN = 0.003, 0.09
"""How soft the levels are at the fold and at the far edge, as shares of the height."""
GRAIN, PAPER = 0.4, 0.4

Floats = NDArray[np.float32]


def levelled(art: Pixels, wide: int, recipe: Recipe, seed: int) -> Pixels:
    """`wide` pixels of level ground, as high as `art`, (height, width, 3) RGB; `art` is at its right."""
    height = art.shape[0]
    levels = levels_of(art)
    sharp, molten = (tall(_soft(levels, sigma), height) for sigma in (SHARP, MOLTEN))
    pixels = np.full((height, wide, 4), 255, np.uint8)
    for x in range(0, wide, STRIP):
        share = _molten(np.arange(x, min(wide, x + STRIP), dtype=np.float32), wide)
        mixed = sharp[:, None] + (molten - sharp)[:, None] * share[None, :, None]
        pixels[:, x : x + STRIP, :3] = mixed + 0.5
    canvas = skia.Surface(pixels).getCanvas()
    per_unit = min(art.shape[:2]) / 1000
    canvas.scale(per_unit, per_unit)
    across, down = wide / per_unit, height / per_unit
    if recipe.surface:
        recipe.surface(canvas, across, down, seed)
    else:
        finish(canvas, across, down, grain=GRAIN, paper=PAPER, seed=1 + seed % 3)
    return np.ascontiguousarray(pixels[..., :3])


STRIP = 256
"""So many columns are mixed at a time, so that a large sheet needs little memory."""


def _molten(x: Floats, wide: int) -> Floats:
    return np.asarray(np.clip(1.5 * (1 - x / wide), 0, 1), np.float32)


def levels_of(art: Pixels) -> Floats:
    """The usual colour of each height at the left edge of `art`, (SEEN_PX, 3) from 0 to 255.

    Where bare ground is seen in a row, that is its level, whatever stands at the edge.
    """
    height, width = art.shape[:2]
    columns = max(16, round(SEEN_PX * width / height))
    small = Image.fromarray(np.ascontiguousarray(art)).resize(
        (columns, SEEN_PX), Image.Resampling.BOX, reducing_gap=1.0
    )
    seen = np.asarray(small, np.float32)
    usual = np.median(seen[:, : max(4, round(EDGE * columns))], axis=1)
    ground = _ground(seen[:, : max(8, round(3 * EDGE * columns))])
    bare = np.abs(seen - ground).max(axis=2) < ALIKE
    for row in np.flatnonzero(bare.mean(axis=1) > SEEN):
        usual[row] = np.median(seen[row, bare[row]], axis=0)
    window = max(3, round(STEADY * SEEN_PX) | 1)
    padded = np.pad(usual, ((window // 2, window // 2), (0, 0)), "edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, window, axis=0)
    return np.asarray(np.median(around, axis=-1), np.float32)


def _ground(strip: Floats) -> Floats:
    """The colour that most of the strip along an edge has, to within `ALIKE`."""
    cells = (strip / ALIKE).astype(np.int32) @ np.array([10_000, 100, 1])
    names, counts = np.unique(cells, return_counts=True)
    return np.asarray(strip[cells == names[counts.argmax()]].mean(axis=0), np.float32)


def _soft(levels: Floats, share: float) -> Floats:
    """The levels with their borders melted over `share` of the height."""
    sigma = share * SEEN_PX
    room = int(4 * sigma) + 1
    at = np.arange(-room, room + 1, dtype=np.float32)
    kernel = np.exp(-(at**2) / (2 * sigma**2))
    padded = np.pad(levels, ((room, room), (0, 0)), "edge")
    soft = [np.convolve(padded[:, c], kernel / kernel.sum(), "valid") for c in range(3)]
    return np.stack(soft, axis=1).astype(np.float32)


def tall(levels: Floats, height: int) -> Floats:
    """The levels at every row of a picture of `height`, (height, 3)."""
    at = (np.arange(height) + 0.5) * SEEN_PX / height - 0.5
    return np.stack([np.interp(at, np.arange(SEEN_PX), levels[:, c]) for c in range(3)],
                    axis=1).astype(np.float32)  # fmt: skip
