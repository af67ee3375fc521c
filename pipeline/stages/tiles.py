"""A picture in tiles that overlap, and the enlarged tiles as one picture without seams.

A network sees the edge of a tile as the end of the world, so the outermost pixels of a tile are thrown away
where another tile has them as well, and the next ones go over from one tile into the other.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.upscaler import SCALE

Pixels = NDArray[np.uint8]
Weight = NDArray[np.float32]

DROPPED = 8
"""Pixels at a side with a neighbour that are thrown away."""
BLENDED = 8
"""Pixels over which two tiles go over into each other."""
SHARED = 2 * DROPPED + BLENDED
"""Pixels that two neighbours have in common."""
LEAST_SIDE = 3 * SHARED
"""In smaller tiles the pixels shared with both neighbours would be the same ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From where to where a tile goes along one side, and what of that it has in common.

    `before` and `after` are pixels shared with its neighbours; 0 at the picture's edge.
    """

    start: int
    end: int
    before: int = 0
    after: int = 0

    @property
    def pixels(self) -> slice:
        """Its pixels of the picture."""
        return slice(self.start, self.end)

    @property
    def kept(self) -> slice:
        """The enlarged pixels that are kept of the enlarged tile."""
        first, last = self._dropped
        return slice(SCALE * first, SCALE * (self.end - self.start - last))

    @property
    def place(self) -> slice:
        """Where these are in the enlarged picture."""
        first, last = self._dropped
        return slice(SCALE * (self.start + first), SCALE * (self.end - last))

    @property
    def _dropped(self) -> tuple[int, int]:
        return (_thrown(self.before), _thrown(self.after))

    def rising(self) -> Weight:
        """How much of the tile shows, from 0 to 1, where its neighbour before it was: of what is kept."""
        return self._ramp(self.before)

    def falling(self) -> Weight:
        """How much of the tile shows where the neighbour after it will be."""
        return self._ramp(self.after)[::-1]

    def _ramp(self, shared: int) -> Weight:
        length = self.kept.stop - self.kept.start
        rise = SCALE * (shared - 2 * _thrown(shared))
        at = np.arange(length, dtype=np.float32) + np.float32(0.5)
        return np.minimum(at / rise, np.float32(1)) if rise else np.ones(length, np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A rectangle of the picture: its rows and columns."""

    rows: Span
    columns: Span

    @property
    def pixels(self) -> tuple[slice, slice]:
        """Its pixels of the picture."""
        return self.rows.pixels, self.columns.pixels


def tiles_of(width: int, height: int, side: int) -> tuple[Tile, ...]:
    """The tiles of a picture, row by row; none is longer than `side` nor much smaller than others."""
    columns = spans(width, side)
    return tuple(
        Tile(rows=row, columns=column) for row in spans(height, side) for column in columns
    )


def spans(length: int, side: int) -> tuple[Span, ...]:
    """A side of `length` pixels as spans of the same length, of at most `side`.

    Neighbours have about `SHARED` pixels in common; a length up to `side` is one span. `side` is at least
    `LEAST_SIDE`.
    """
    if length <= side:
        return (Span(start=0, end=length),)
    count = -(-(length - SHARED) // (side - SHARED))
    side = -(-(length + (count - 1) * SHARED) // count)
    starts = [round(number * (length - side) / (count - 1)) for number in range(count)]
    return tuple(
        Span(start=start, end=start + side,
             before=starts[number - 1] + side - start if number else 0,
             after=start + side - starts[number + 1] if number < count - 1 else 0)
        for number, start in enumerate(starts)
    )  # fmt: skip


def put(whole: Pixels, tile: Tile, enlarged: Pixels) -> None:
    """Write an `enlarged` tile into the enlarged picture `whole`, after all that come before it.

    What it shares with tiles before it is blended with what they wrote there, and so that every pixel has
    in the end what bilinear weights give it.
    """
    place = whole[tile.rows.place, tile.columns.place]
    kept = enlarged[tile.rows.kept, tile.columns.kept]
    weight = _over(tile)[..., None]
    place[...] = np.rint(place + weight * (kept - place.astype(np.float32))).astype(np.uint8)


def _over(tile: Tile) -> Weight:
    """How much of a tile is laid over what was written before it.

    In a corner where four meet, the one at the lower left is written before the one at the lower right and
    has to leave it its share: with x and y rising, y (1 - x) / (1 - x y) of it, and then x y of the other.
    """
    down, right = tile.rows.rising()[:, None], tile.columns.rising()[None, :]
    fades = 1 - tile.columns.falling()[None, :]
    share = 1 - fades * down
    left = np.divide(1 - fades, share, out=np.ones_like(share), where=share > 0)
    return down * right * left


def _thrown(shared: int) -> int:
    """How many of `shared` pixels each of two neighbours throws away."""
    return max(0, (shared - BLENDED) // 2)
