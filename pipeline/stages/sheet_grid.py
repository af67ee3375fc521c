"""How many columns a contact sheet has, and where its proofs lie."""

from collections.abc import Sequence
from dataclasses import dataclass

MARGIN, GAP, HEAD, CAPTION, FOOT = 84, 72, 262, 104, 156
WIDEST, TALLEST = 2400, 1900
"""Pixels of a sheet of up to eight; more proofs get a larger one."""
COMFORTABLE = 8
LARGEST_COVER = 1100
NARROWEST = 1000
"""A sheet with one slim cover still needs room for its heading."""


Place = tuple[int, int, int, int]
"""Left, top, width and height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Places of proofs on a sheet; everything in pixels."""

    columns: int
    rows: int
    cover_width: int
    cover_height: int
    margin: int
    width: int
    height: int
    top: int
    left: int

    def place(self, index: int) -> tuple[int, int]:
        """The upper left corner of the cover at `index`, row by row."""
        row, column = divmod(index, self.columns)
        return (
            self.left + column * (self.cover_width + GAP),
            self.top + row * (self.cover_height + CAPTION + GAP // 2),
        )

    def stand(self, index: int, aspects: Sequence[float]) -> Place:
        """Where the cover at `index` stands among covers of `aspects`: on the floor of its cell."""
        x, y = self.place(index)
        wide, high = _extents(aspects)
        aspect = aspects[index]
        width = round(self.cover_width * aspect**0.5 / wide)
        height = round(self.cover_height / aspect**0.5 / high)
        return x + (self.cover_width - width) // 2, y + self.cover_height - height, width, height

    def room(self, index: int) -> float:
        """How far to the right a caption may reach: nearly to the next cover, or to the margin."""
        x, _ = self.place(index)
        last = index % self.columns == self.columns - 1
        return self.width - self.margin if last else x + self.cover_width + GAP - 30


def cell_aspect(aspects: Sequence[float]) -> float:
    """The ratio of a cell into which covers of `aspects` fit when all have the same area."""
    wide, high = _extents(aspects)
    return wide / high


def _extents(aspects: Sequence[float]) -> tuple[float, float]:
    """The greatest width and height of covers with an area of one."""
    return max(aspects) ** 0.5, min(aspects) ** -0.5


def grid(count: int, aspect: float, largest: float = LARGEST_COVER) -> Grid:
    """The grid for `count` covers of `aspect` (width / height) in which they are largest.

    No side of a cover gets longer than `largest` pixels.
    """
    scale = max(1.0, (count / COMFORTABLE) ** 0.5)
    fits = [
        (_cover_width(columns, count, aspect, scale, largest), -columns)
        for columns in range(1, count + 1)
    ]
    cover, negative = max(fits)
    columns = -negative
    rows = -(-count // columns)
    cover_width, cover_height = round(cover), round(cover / aspect)
    inner = columns * cover_width + (columns - 1) * GAP
    width = max(NARROWEST, inner + 2 * MARGIN)
    height = HEAD + rows * (cover_height + CAPTION) + (rows - 1) * (GAP // 2) + FOOT
    return Grid(columns=columns, rows=rows, cover_width=cover_width, cover_height=cover_height,
                margin=MARGIN, width=width, height=height, top=HEAD,
                left=(width - inner) // 2)  # fmt: skip


def _cover_width(columns: int, count: int, aspect: float, scale: float, largest: float) -> float:
    """The widest that a cover can be with so many columns."""
    rows = -(-count // columns)
    across = (WIDEST * scale - 2 * MARGIN - (columns - 1) * GAP) / columns
    down = (TALLEST * scale - HEAD - FOOT - rows * CAPTION - (rows - 1) * GAP / 2) / rows
    return min(across, down * aspect, largest, largest * aspect)
