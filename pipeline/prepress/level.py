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
COVERED = 0.02
"""From this share on a row is no longer bare."""
NEAR, HALF = 12, 0.5
"""So many rows round a thing are not trusted."""
SHARP, MOLTEN = 0.003, 0.09
"""How soft the levels are at the fold and at the far edge, as shares of the height."""
GRAIN, PAPER = 0.4, 0.4

Floats = NDArray[np.float32]


def levelled(
    art: Pixels, wide: int, recipe: Recipe, seed: int, over: Pixels | None = None
) -> Pixels:  # fmt: skip
    """`wide` pixels of level ground, as high as `art`, (height, width, 3) RGB; `art` is at its right.

    `over`, (height, wide, 4) premultiplied, are things on that ground, which then is bare.
    """
    height = art.shape[0]
    levels = levels_of(art, None if over is None else covered(over))
    sharp, molten = (tall(_soft(levels, sigma), height) for sigma in (SHARP, MOLTEN))
    pixels = np.full((height, wide, 4), 255, np.uint8)
    for x in range(0, wide, STRIP):
        share = _molten(np.arange(x, min(wide, x + STRIP), dtype=np.float32), wide)
        mixed = sharp[:, None] + (molten - sharp)[:, None] * share[None, :, None]
        pixels[:, x : x + STRIP, :3] = mixed + 0.5
    if over is not None:
        _lay(pixels, over)
    canvas = skia.Surface(pixels).getCanvas()
    per_unit = min(art.shape[:2]) / 1000
    canvas.scale(per_unit, per_unit)
    across, down = wide / per_unit, height / per_unit
    if recipe.surface:
        recipe.surface(canvas, across, down, seed)
    else:
        finish(canvas, across, down, grain=GRAIN, paper=PAPER, seed=1 + seed % 3)
    return np.ascontiguousarray(pixels[..., :3])


def _lay(pixels: Pixels, over: Pixels) -> None:
    """Lay what is clear in places, (height, width, 4) premultiplied, over opaque `pixels`."""
    columns = np.flatnonzero(over[..., 3].any(axis=0))
    if columns.size:
        there = slice(int(columns[0]), None)
        through = 1 - over[:, there, 3:].astype(np.float32) / 255
        pixels[:, there, :3] = pixels[:, there, :3] * through + over[:, there, :3] + 0.5


STRIP = 256
"""So many columns are mixed at a time, so that a large sheet needs little memory."""


def _molten(x: Floats, wide: int) -> Floats:
    return np.asarray(np.clip(1.5 * (1 - x / wide), 0, 1), np.float32)


def levels_of(art: Pixels, things: Floats | None = None) -> Floats:
    """The usual colour of each height at the left edge of `art`, (SEEN_PX, 3) from 0 to 255.

    Where bare ground is seen in a row, what is nearest of it is its level, whatever stands at the
    edge; further in, a vignette would have made it lighter. Rows in
    which there are `things`, (height,) from 0 to 1, have the level of those above and below them.
    """
    height, width = art.shape[:2]
    columns = max(16, round(SEEN_PX * width / height))
    small = Image.fromarray(np.ascontiguousarray(art)).resize(
        (columns, SEEN_PX), Image.Resampling.BOX, reducing_gap=1.0
    )
    seen = np.asarray(small, np.float32)
    edge = max(4, round(EDGE * columns))
    usual = np.median(seen[:, :edge], axis=1)
    ground = _ground(seen[:, : max(8, round(3 * EDGE * columns))])
    empty = np.abs(seen - ground).max(axis=2) < ALIKE
    for row in np.flatnonzero(empty.mean(axis=1) > SEEN):
        usual[row] = np.median(seen[row, np.flatnonzero(empty[row])[:edge]], axis=0)
    if things is not None:
        usual = _between(usual, things, empty[:, :edge].mean(axis=1))
    window = max(3, round(STEADY * SEEN_PX) | 1)
    padded = np.pad(usual, ((window // 2, window // 2), (0, 0)), "edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, window, axis=0)
    return np.asarray(np.median(around, axis=-1), np.float32)


def _between(levels: Floats, things: Floats, empty: Floats) -> Floats:
    """The levels of bare rows, and what lies between them where there are things.

    A row just above or below a thing is not trusted to be bare, nor is one of which half is
    not `empty`, (SEEN_PX,) from 0 to 1, where there are others.
    """
    rows = np.arange(SEEN_PX)
    covers = (things[rows * len(things) // SEEN_PX] >= COVERED).astype(np.float32)
    far = np.convolve(covers, np.ones(2 * NEAR + 1), "same") < HALF
    bare = np.flatnonzero(far & (empty > HALF))
    bare = bare if bare.size else np.flatnonzero(far)
    if not bare.size:
        return levels
    made = [np.interp(rows, bare, levels[bare, channel]) for channel in range(3)]
    return np.stack(made, axis=1).astype(np.float32)


def covered(over: Pixels) -> Floats:
    """How much of each row of `over`, (height, width, 4), is covered next to its right edge."""
    near = over[:, -max(2, over.shape[0] // 100) :, 3]
    return np.asarray(near.mean(axis=1, dtype=np.float32) / 255)


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
