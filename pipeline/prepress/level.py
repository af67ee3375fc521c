"""The ground of a drawing without its things: the level of each height at its edge, in its own grain.

A landscape goes on as its sky and its land, a stamped cloth as cloth, a printed sheet as paper;
further from the front the levels melt into one another, which leaves a calm ground for reading.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.drawing.finish import finish
from pipeline.prepress.composed import Pixels
from pipeline.prepress.tones import eased

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
HAZY = 70
"""Up to this opacity, of 255, something is a haze."""
NEAR, HALF = 12, 0.5
"""So many rows round a thing are not trusted."""
PLAIN = 0.85
"""From this share on of the rows without things that are of one colour, all ground is."""
SHARP, MOLTEN = 0.003, 0.09
"""How soft the levels are at the fold and at the far edge, as shares of the height."""
BACK = 0.6
"""The least width, as a share of the height, over which levels melt."""
STILL = 9.0
"""Up to this difference of an edge from its levels, of 255, nothing runs over it."""
AROUND = 0.03
"""Something at the edge is minded so far above and below itself, as a share of the height."""
GRAIN, PAPER = 0.4, 0.4
TONED, TONES = 0.008, 0.06
"""The tones of a picture are those of so much next to its edge, as a share of its height, and so soft."""

Floats = NDArray[np.float32]
Surface = Callable[[skia.Canvas, float, float, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuff:
    """What a ground is made of: a recipe's `surface`, or the grain of paper; grown from a `seed`."""

    surface: Surface | None = None
    seed: int = 0


def levelled(
    levels: Floats, size: tuple[int, int], page_px: int, stuff: Stuff, over: Pixels | None = None
) -> Pixels:  # fmt: skip
    """Level ground of a `size` (width, height) left of a page of which the short side has `page_px`.

    `levels`, (SEEN_PX, 3), are sharp at its right edge. `over`, (height, width, 4) premultiplied,
    are things on that ground.
    """
    wide, height = size
    sharp, molten = (tall(_soft(levels, sigma), height) for sigma in (SHARP, MOLTEN))
    pixels = np.full((height, wide, 4), 255, np.uint8)
    for x in range(0, wide, STRIP):
        share = _molten(np.arange(x, min(wide, x + STRIP), dtype=np.float32), wide, height)
        mixed = sharp[:, None] + (molten - sharp)[:, None] * share[None, :, None]
        pixels[:, x : x + STRIP, :3] = mixed + 0.5
    if over is not None:
        _lay(pixels, over)
    canvas = skia.Surface(pixels).getCanvas()
    per_unit = page_px / 1000
    canvas.scale(per_unit, per_unit)
    across, down = wide / per_unit, height / per_unit
    if stuff.surface:
        stuff.surface(canvas, across, down, stuff.seed)
    else:
        finish(canvas, across, down, grain=GRAIN, paper=PAPER, seed=1 + stuff.seed % 3)
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


def _molten(x: Floats, wide: int, height: int) -> Floats:
    """How molten the levels are: on a strip that is narrower than a back they hardly are."""
    return np.asarray(np.clip(1.5 * (wide - x) / max(wide, BACK * height), 0, 1), np.float32)


def levels_of(art: Pixels, things: Floats | None = None) -> Floats:
    """The usual colour of each height at the left edge of `art`, (SEEN_PX, 3) from 0 to 255.

    Where bare ground is seen in a row, what is nearest of it is its level, whatever stands at the
    edge; further in, a vignette would have made it lighter. Rows in
    which there are `things`, (height,) from 0 to 1, have the level of those above and below them.
    """
    height, width = art.shape[:2]
    columns = max(16, round(SEEN_PX * width / height))
    edge, seen = max(4, round(EDGE * columns)), _seen(art, columns)
    usual = np.median(seen[:, :edge], axis=1)
    crowded = things is not None and things.mean() > HALF
    ground = _ground(seen if crowded else seen[:, : 3 * edge])
    empty = np.abs(seen - ground).max(axis=2) < ALIKE
    for row in np.flatnonzero(empty.mean(axis=1) > SEEN):
        usual[row] = np.median(seen[row, np.flatnonzero(empty[row])[:edge]], axis=0)
    if things is not None:
        usual = _between(usual, things, empty[:, :edge].mean(axis=1), ground)
    window = max(3, round(STEADY * SEEN_PX) | 1)
    padded = np.pad(usual, ((window // 2, window // 2), (0, 0)), "edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, window, axis=0)
    return np.asarray(np.median(around, axis=-1), np.float32)


def tones_of(art: Pixels) -> Floats:
    """The tones of each height at the left edge of a picture, (SEEN_PX, 3) from 0 to 255."""
    near = art[:, : max(1, round(TONED * art.shape[0]))]
    seen = np.median(_seen(near, max(1, round(TONED * SEEN_PX))), axis=1)
    return _soft(np.asarray(seen, np.float32), TONES)


def lively(art: Pixels, usual: Floats) -> Floats:
    """How far something runs over the left edge of `art` at each row, (height,) from 0 to 1.

    `usual`, (height, 3), is the ground of each row. A thin line counts as much as a wide shape: it
    is the first thing that is seen to stop at a fold.
    """
    height = art.shape[0]
    seen = art[:, : max(2, art.shape[1] // 200)].mean(axis=1, dtype=np.float32)
    apart = np.abs(seen - usual).max(axis=1)
    something = np.clip((apart - STILL) / STILL, 0, 1).astype(np.float32)
    rows = max(1, round(AROUND * height))
    around = np.convolve(np.pad(something, rows, "edge"), np.hanning(2 * rows + 1), "valid")
    return eased((around / (0.1 * rows)).astype(np.float32))


def _seen(art: Pixels, columns: int) -> Floats:
    """`art` in so many `columns` at a height of `SEEN_PX`; of a large one not every pixel is looked at."""
    step = max(1, min(art.shape[0] // SEEN_PX, art.shape[1] // columns) // 2)
    small = Image.fromarray(np.ascontiguousarray(art[::step, ::step])).resize(
        (columns, SEEN_PX), Image.Resampling.BOX, reducing_gap=1.0
    )
    return np.asarray(small, np.float32)


def _between(levels: Floats, things: Floats, empty: Floats, ground: Floats) -> Floats:
    """The levels of bare rows, and what lies between them where there are things; none bare: `ground`.

    A row just above or below a thing is not trusted to be bare, nor is one of which half is
    not `empty`, (SEEN_PX,) from 0 to 1, where most others are: then the ground is no gradient.
    """
    rows = np.arange(SEEN_PX)
    covers = (things[rows * len(things) // SEEN_PX] >= COVERED).astype(np.float32)
    far = np.convolve(covers, np.ones(2 * NEAR + 1), "same") < HALF
    plain = far & (empty > HALF)
    bare = np.flatnonzero(plain if plain.sum() > PLAIN * far.sum() else far)
    if not bare.size:
        return np.broadcast_to(ground, levels.shape)
    made = [np.interp(rows, bare, levels[bare, channel]) for channel in range(3)]
    return np.stack(made, axis=1).astype(np.float32)


def covered(over: Pixels) -> Floats:
    """How much of each row of `over`, (height, width, 4), things cover next to its right edge.

    A glow or a haze is none: the ground is seen through it.
    """
    near = over[:, -max(2, over.shape[0] // 100) :, 3]
    return np.asarray((near > HAZY).mean(axis=1), np.float32)


def _ground(strip: Floats) -> Floats:
    """The colour that most of the strip along an edge has, to within `ALIKE`.

    It is counted in cells of which the borders lie twice, since grain scatters a ground over a border.
    """
    best = strip[:0]
    for shift in (0.0, 0.5):
        cells = (strip / ALIKE + shift).astype(np.int32) @ np.array([10_000, 100, 1])
        names, counts = np.unique(cells, return_counts=True)
        most = strip[cells == names[counts.argmax()]]
        best = max(best, most, key=len)
    return np.asarray(best.mean(axis=0), np.float32)


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
