"""The two lines between which letters stand, by votes of the ink itself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.typography.in_place.matte import Field
from pipeline.typography.in_place.plane import BAND_PX, MARGIN_PX, Matrix, Plane, homography

STEEPEST = 0.12
"""The steepest a level may run in a view that a detector has straightened, as a slope."""
SLOPES = 49
PARTS = 4
BIN_PX = 1.0
BENT = 1.25
"""So much better must a slope be than none: what detectors say is seldom far off."""
AGREED = 0.26
"""The least share of columns that must agree for a vote to count."""
SHEARED, SCATTERED = 0.15, 0.35
"""Letters of uneven heights, as those of Hangul, must drift by this share of a band, and stray from
that drift by no more than this share of it, before it is taken for more than chance."""
LEAST_COLUMNS = 24
SLANTS = np.linspace(-0.4, 0.4, 33)
SLANTED = 1.08
"""So much clearer must upright strokes stand out when a slant is taken away."""


@dataclass(frozen=True, slots=True)
class Level:
    """A line y = `rise` * x + `start` in a view."""

    rise: float
    start: float

    def at(self, x: float) -> float:
        """Its height at `x`."""
        return self.rise * x + self.start


def levelled(cover: Field, plane: Plane) -> Plane:
    """The plane turned and bent so that the feet and the heads of its letters lie level.

    Feet vote for one line and heads for another. Those that stay out of line, descenders and
    ascenders, are outvoted. A plane whose ink says too little, or what cannot be, stays as it is.
    """
    columns = np.flatnonzero((cover > 0.5).any(0))
    if len(columns) < LEAST_COLUMNS or plane.width < plane.height:
        return plane
    inked = cover > 0.5
    feet = cover.shape[0] - np.argmax(inked[::-1, columns], 0)
    heads = np.argmax(inked[:, columns], 0)
    x = columns + 0.5
    foot = _elected(x, feet.astype(float), lowest=True)
    head = _elected(x, heads.astype(float), lowest=False)
    left, right = float(x[0]), float(x[-1])
    if foot.rise == 0.0 and head.rise == 0.0:
        return plane
    low, high = (foot.at(left) + foot.at(right)) / 2, (head.at(left) + head.at(right)) / 2
    if low - high < 0.3 * BAND_PX:
        return plane
    level = np.array([[left, high], [right, high], [right, low], [left, low]])
    bent = np.array([[left, head.at(left)], [right, head.at(right)],
                     [right, foot.at(right)], [left, foot.at(left)]])  # fmt: skip
    found = plane.after(homography(level, _upright(bent, level)))
    return found if found.believable else plane


def _upright(bent: Matrix, level: Matrix) -> Matrix:
    """`bent` with sides that stand at right angles to a line that only turned.

    Where both levels rise alike, the line was turned; its strokes turned with it.
    """
    rises = (bent[1, 1] - bent[0, 1] + bent[2, 1] - bent[3, 1]) / 2
    turn = rises / (level[1, 0] - level[0, 0])
    tall = level[2, 1] - level[0, 1]
    lean = np.array([turn * tall / 2, 0.0])
    return bent + np.array([lean, lean, -lean, -lean])


def _elected(x: NDArray[np.floating], y: NDArray[np.floating], *, lowest: bool) -> Level:
    """The line that most of the points lie on, within a pixel or so; feet are the `lowest` ones."""
    middle = (x[0] + x[-1]) / 2
    slopes = np.linspace(-STEEPEST, STEEPEST, SLOPES)
    starts = [_best_bin(y - slope * (x - middle))[1] for slope in slopes]
    votes = [_agreed(x, y - slope * (x - middle) - start)
             for slope, start in zip(slopes, starts, strict=True)]  # fmt: skip
    best, straight = int(np.argmax(votes)), SLOPES // 2
    if votes[best] < AGREED:
        return _drift(x, y, lowest=lowest)
    if votes[best] < BENT * votes[straight]:
        return Level(0.0, starts[straight])
    slope, start = float(slopes[best]), starts[best]
    for reach in (4.0, 2.5, 1.5):
        near = np.abs(y - slope * (x - middle) - start) < reach
        if near.sum() >= LEAST_COLUMNS // 2:
            slope, start = (float(one) for one in np.polyfit(x[near] - middle, y[near], 1))
    return Level(slope, start - slope * middle)


def _agreed(x: NDArray[np.floating], off: NDArray[np.floating]) -> float:
    """The share of points on a line, all along it: a part that disagrees counts more than one that agrees."""
    parts = ((x - x[0]) / (x[-1] - x[0] + 1) * PARTS).astype(int)
    on = np.abs(off) < 1.5
    shares = [float(on[parts == part].mean()) if (parts == part).any() else 0.0
              for part in range(PARTS)]  # fmt: skip
    return float(np.exp(np.mean(np.log(np.maximum(shares, 0.01)))))


def _drift(x: NDArray[np.floating], y: NDArray[np.floating], *, lowest: bool) -> Level:
    """The line along the outermost points of every letter, where they do drift."""
    cells = ((x - x[0]) / (0.8 * BAND_PX)).astype(int)
    ends = [np.flatnonzero(cells == cell) for cell in np.unique(cells)]
    outer = [int(one[np.argmax(y[one] if lowest else -y[one])]) for one in ends if len(one) > 8]
    level = Level(0.0, float(np.median(y[outer])) if outer else float(np.median(y)))
    if len(outer) < 4:
        return level
    rise, start = (float(one) for one in np.polyfit(x[outer], y[outer], 1))
    drift = abs(rise) * float(x[-1] - x[0])
    stray = float(np.std(y[outer] - rise * x[outer] - start))
    sure = drift > SHEARED * BAND_PX and stray < SCATTERED * drift
    return Level(rise, start) if sure else level


def _best_bin(heights: NDArray[np.floating]) -> tuple[float, float]:
    """How many heights agree best, and on what; neighbours count half."""
    low = float(heights.min()) - 2
    counts = np.bincount(((heights - low) / BIN_PX).astype(int), minlength=4).astype(float)
    counts[1:-1] += 0.5 * (counts[:-2] + counts[2:])
    best = int(np.argmax(counts))
    return float(counts[best]), low + (best + 0.5) * BIN_PX


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Where the ink of a line lies in a view, in pixels; `base` is what its letters stand on.

    `top` is the height of its capitals or tallest letters, and `middle` that of its small
    letters; where it has none of them, the two are the same.
    """

    left: float
    right: float
    top: float
    middle: float
    base: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide the ink is."""
        return self.right - self.left


def extent(cover: Field) -> Extent | None:
    """Where the ink lies; specks at its rim do not count. None where there is hardly any."""
    inked = cover > 0.5
    rows, columns = _span(inked.sum(1)), _span(inked.sum(0))
    if rows is None or columns is None:
        return None
    inside = inked[rows[0] : rows[1], columns[0] : columns[1]]
    filled = inside[:, inside.any(0)]
    tall = inside.shape[0]
    feet = tall - np.argmax(filled[::-1], 0)
    heads = np.argmax(filled, 0)
    base = rows[0] + _best_bin(feet.astype(float))[1]
    middle = rows[0] + _best_bin(heads.astype(float))[1]
    if base - middle < 0.35 * tall:
        base, middle = float(rows[1]), float(rows[0])
    if middle - rows[0] < 0.14 * (base - rows[0]):
        middle = float(rows[0])
    if rows[1] - base < 0.08 * tall:
        base = float(rows[1])
    return Extent(left=columns[0], right=columns[1], top=rows[0], middle=middle, base=base,
                  bottom=rows[1])  # fmt: skip


def _span(counts: NDArray[np.intp]) -> tuple[int, int] | None:
    """From the first to behind the last line that has more than a speck."""
    full = np.flatnonzero(counts >= max(2, 0.02 * counts.max()))
    return (int(full[0]), int(full[-1]) + 1) if len(full) > 3 else None


def slant_of(cover: Field) -> float:
    """How far letters lean to the right, as a share of their height; 0 where they stand.

    Strokes of letters stand out most from the gaps between them where their lean is taken away.
    """
    inked = np.argwhere(cover > 0.5)
    if len(inked) < 50:
        return 0.0
    y, x = inked[:, 0] - MARGIN_PX, inked[:, 1]
    clear = [_clearness(x + slant * y) for slant in SLANTS]
    best = int(np.argmax(clear))
    upright = clear[len(SLANTS) // 2]
    return float(SLANTS[best]) if clear[best] > SLANTED * upright else 0.0


def _clearness(x: NDArray[np.floating]) -> float:
    counts = np.bincount((x - x.min()).astype(int))
    return float((np.diff(counts.astype(float)) ** 2).sum())
