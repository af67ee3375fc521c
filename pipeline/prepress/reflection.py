"""What lies beyond the left edge of a picture: its mirror image, in which lines run on.

A plain mirror image turns every slanting line at the edge into a V, by which it is recognised. So its
columns are moved up and down by as much as takes a line that crosses the edge straight on, and levels
it out further on. The slopes are those of the structure tensor (Bigün and Granlund, 1987) at the edge.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
SEEN_PX = 300
"""Slopes are taken from a picture of this height."""
NEXT = 0.09
"""How far from the edge, as a share of the height."""
STEEPEST = 2.2
"""Steeper lines (down over across) run along the edge rather than over it."""
CLEAR = 6.0
"""A gradient below this, of 255 for each pixel seen, is none."""
OWN, SHARED = 3.0, 9.0
"""Over so many rows slopes are gathered, and given to rows that have none."""
STRAIGHT = 0.06
"""Over about so much, as a share of the height, lines run straight on before they level out."""
PLAIN_FROM, PLAIN_TO = 0.5, 2.5
"""From the first to the second, in that measure, what is moved comes back to the plain mirror image."""
DENSEST = 0.85
"""By at most this share rows may be drawn together where lines meet."""


def reflected(art: Pixels, wide: int) -> Pixels:
    """`wide` pixels of what lies left of `art`, (height, width, 3): its lines run on, then it repeats."""
    height, width = art.shape[:2]
    plain = mirrored(art, wide)
    slopes = slopes_at(art)
    moving = min(wide, width)
    if not moving or float(np.abs(slopes).max()) * moving < 1:
        return plain
    made = plain.copy()
    for start in range(0, moving, STRIP):
        far = np.arange(start, min(moving, start + STRIP), dtype=np.float32) + 0.5
        place = slice(wide - start - len(far), wide - start)
        made[:, place] = _sampled(plain[:, place], _rows(slopes, far, height)[:, ::-1])
    return made


STRIP = 128
"""So many columns are moved at a time, so that a large sheet needs little memory."""


def mirrored(art: Pixels, wide: int) -> Pixels:
    """`wide` pixels of what lies left of `art`, as a mirror at its left edge shows it."""
    if wide <= art.shape[1]:
        return art[:, :wide][:, ::-1]
    return np.pad(art, ((0, 0), (wide, 0), (0, 0)), "symmetric")[:, :wide]


def slopes_at(art: Pixels) -> Floats:
    """How lines slope that cross the left edge of `art`, (SEEN_PX,): rows down for each one across."""
    height, width = art.shape[:2]
    near = max(2, min(width, round(NEXT * height)))
    columns = max(6, round(near * SEEN_PX / height))
    strip = Image.fromarray(np.ascontiguousarray(art[:, :near])).convert("L")
    seen = np.asarray(strip.resize((columns, SEEN_PX), Image.Resampling.BOX), np.float32)
    down, across = np.gradient(_smooth(seen, 1.0))
    nearer = np.linspace(1, 0, columns, dtype=np.float32) ** 2
    tensor = [
        _smooth((one * nearer).sum(axis=1)[:, None] / nearer.sum(), OWN)[:, 0]
        for one in (across * across, across * down, down * down)
    ]
    return _shared(*tensor)


def _shared(xx: Floats, xy: Floats, yy: Floats) -> Floats:
    """The slope of each row by its structure tensor; rows without lines have that of rows near them."""
    apart = np.hypot(xx - yy, 2 * xy)
    main = 0.5 * (xx + yy + apart)
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    slope = -np.cos(angle) / np.where(np.abs(np.sin(angle)) < 1e-3, 1e-3, np.sin(angle))
    steep = np.abs(slope) > STEEPEST
    coherent = (apart / np.maximum(xx + yy, 1e-6)) ** 4
    weight = np.where(steep, 0, coherent * main)
    slope = np.clip(slope, -STEEPEST, STEEPEST)
    total, summed = (
        _smooth(one[:, None].astype(np.float32), SHARED)[:, 0] for one in (weight, weight * slope)
    )
    made = summed / (total + 0.05 * CLEAR**2)
    while (np.diff(made) * STRAIGHT * SEEN_PX).max() > DENSEST:
        made = _smooth(np.asarray(made[:, None], np.float32), SHARED)[:, 0]
    return made.astype(np.float32)


def _rows(slopes: Floats, away: Floats, height: int) -> Floats:
    """From which row of the mirror image each pixel so far `away` from the edge is taken, (height, away)."""
    edge = (np.arange(SEEN_PX) + 0.5) * height / SEEN_PX
    rows = np.arange(height, dtype=np.float32) + 0.5
    straight = STRAIGHT * height
    made = np.empty((height, len(away)), np.float32)
    for column, one in enumerate(away):
        far = np.clip((one / straight - PLAIN_FROM) / (PLAIN_TO - PLAIN_FROM), 0, 1)
        near = slopes * np.float32(1 - far * far * (3 - 2 * far))
        level = straight * np.tanh(one / straight)
        moved = np.interp(rows, edge - near * level, near * (one + level))
        made[:, column] = rows + moved
    return made


def _sampled(plain: Pixels, rows: Floats) -> Pixels:
    """Each pixel of `plain` from another of its `rows` (pixel middles at .5), as if it went on at head and foot."""
    height = len(plain)
    at = np.abs(rows - 0.5)
    at = (height - 1) - np.abs((height - 1) - at % (2 * height - 2))
    low = np.minimum(at.astype(np.int32), height - 2)
    share = (at - low)[..., None]
    columns = np.arange(plain.shape[1])
    first, second = plain[low, columns], plain[low + 1, columns]
    return (first + (second.astype(np.float32) - first) * share + 0.5).astype(np.uint8)


def _smooth(values: Floats, sigma: float) -> Floats:
    """`values` smoothed along their rows."""
    room = int(3 * sigma) + 1
    at = np.arange(-room, room + 1, dtype=np.float32)
    kernel = np.exp(-(at**2) / (2 * sigma**2))
    padded = np.pad(values, ((room, room), (0, 0)), "edge")
    return np.stack([np.convolve(column, kernel / kernel.sum(), "valid") for column in padded.T],
                    axis=1).astype(np.float32)  # fmt: skip
