"""Small covers side by side with large numbers, to be told apart and chosen on a phone.

A contact sheet is a document; this is a part of a chat message, a third as wide on the screen as
in pixels, whose heading and explanation the message has.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.drawing.canvas import fill, pixels, soft_shadow, stroke
from pipeline.stages.sheet import GREY, PAPER, RULE
from pipeline.typography.library import FaceLibrary
from pipeline.typography.one_line import Hand, broken, measured, write

Pixels = NDArray[np.uint8]

WIDEST, TALLEST = 1600, 1600
MARGIN, GAP, CAPTION, ROW_GAP = 44, 36, 96, 30
LARGEST = 640
"""No side of a cover is longer: two covers need no wall."""
NUMBER = Hand(size=46, weight=700)
HERE = Hand(size=40, weight=700, colour=PAPER)
LABEL = Hand(size=27, weight=500)
PILL = 52
LINES = 2
NO_COVER = 2 / 3
"""The ratio of the place that is left for a cover without a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One cover on a board, (height, width, 3) RGB; None leaves its place empty.

    `label` stands beside its number, after a patch of the colour `chip` (`#rrggbb`). `here` marks
    the one that is the present state of things.
    """

    cover: Pixels | None
    label: str = ""
    chip: str = ""
    here: bool = False

    @property
    def aspect(self) -> float:
        """Width / height."""
        return NO_COVER if self.cover is None else self.cover.shape[1] / self.cover.shape[0]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where tiles lie: cells of (wide, high) pixels, in which a square of `side` has a cover's area."""

    columns: int
    rows: int
    side: float
    wide: int
    high: int

    @property
    def size(self) -> tuple[int, int]:
        return (
            2 * MARGIN + self.columns * self.wide + (self.columns - 1) * GAP,
            2 * MARGIN + self.rows * (self.high + CAPTION) + (self.rows - 1) * ROW_GAP,
        )

    def corner(self, index: int) -> tuple[int, int]:
        row, column = divmod(index, self.columns)
        return MARGIN + column * (self.wide + GAP), MARGIN + row * (self.high + CAPTION + ROW_GAP)

    def place(self, index: int, aspect: float) -> tuple[int, int, int, int]:
        """Left, top, width and height of a cover: in the middle of its cell, on its floor."""
        x, y = self.corner(index)
        width, height = round(self.side * aspect**0.5), round(self.side / aspect**0.5)
        return x + (self.wide - width) // 2, y + self.high - height, width, height


def board(tiles: Sequence[Tile], library: FaceLibrary, columns: int | None = None) -> Pixels:
    """The tiles, numbered from 1, in `columns`, or in as many as make them largest.

    Covers of several ratios get the same area.

    Raises:
        ValueError: when there is no tile.
    """
    if not tiles:
        raise ValueError("a board needs a tile")
    plan = _plan(tiles, columns)
    surface = skia.Surface(*plan.size)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*bytes.fromhex(PAPER[1:])))
    for index, tile in enumerate(tiles):
        _picture(canvas, plan.place(index, tile.aspect), tile.cover)
        _caption(canvas, plan, index, tile, library)
    return pixels(surface)


def _plan(tiles: Sequence[Tile], columns: int | None) -> _Plan:
    count = len(tiles)
    if columns:
        return _fitted(tiles, min(columns, count))
    plans = [_fitted(tiles, each) for each in range(1, count + 1)]
    return max(plans, key=lambda plan: (round(plan.side), plan.columns))


def _fitted(tiles: Sequence[Tile], columns: int) -> _Plan:
    """The plan of so many columns with the largest covers."""
    rows = -(-len(tiles) // columns)
    across = max(tile.aspect for tile in tiles) ** 0.5
    down = min(tile.aspect for tile in tiles) ** -0.5
    width = (WIDEST - 2 * MARGIN - (columns - 1) * GAP) / columns
    height = (TALLEST - 2 * MARGIN - (rows - 1) * ROW_GAP) / rows - CAPTION
    side = min(width / across, height / down, LARGEST / max(across, down))
    return _Plan(columns, rows, side, round(side * across), round(side * down))


def _picture(canvas: skia.Canvas, place: tuple[int, int, int, int], cover: Pixels | None) -> None:
    at = skia.Rect.MakeXYWH(*place)
    if cover is None:
        canvas.drawRect(at, stroke(RULE, 2))
        return
    outline = skia.Path()
    outline.addRect(at)
    soft_shadow(canvas, outline, 0, 7, 10, "#2a241a", 0.22)
    soft_shadow(canvas, outline, 0, 2, 2.5, "#2a241a", 0.25)
    small = Image.fromarray(cover)
    if small.size != place[2:]:
        small = small.resize(place[2:], Image.Resampling.LANCZOS, reducing_gap=2.0)
    image = skia.Image.fromarray(np.asarray(small.convert("RGBA")), skia.kRGBA_8888_ColorType)
    canvas.drawImage(image, at.left(), at.top())


def _caption(
    canvas: skia.Canvas, plan: _Plan, index: int, tile: Tile, library: FaceLibrary
) -> None:  # fmt: skip
    x, _, width, _ = plan.place(index, tile.aspect)
    left, top = plan.corner(index)
    end = max(x + width, left + plan.wide)
    base = top + plan.high + 58
    x += 14 + _number(canvas, library, str(index + 1), x, base, here=tile.here)
    if tile.chip:
        canvas.drawCircle(x + 16, base - 15, 16, fill(tile.chip))
        canvas.drawCircle(x + 16, base - 15, 16, stroke(GREY, 1.5, 0.5))
        x += 46
    lines = broken(library, tile.label, LABEL, end - x, LINES)
    first = base - 2 - (len(lines) - 1) * 15
    for number, line in enumerate(lines):
        write(canvas, library, line, LABEL, x, first + number * 32, room=end - x)


def _number(
    canvas: skia.Canvas, library: FaceLibrary, number: str, x: float, base: float, *, here: bool
) -> float:  # fmt: skip
    """The number from `x` on, in a dark pill where it is `here`; the width that it took."""
    if not here:
        return write(canvas, library, number, NUMBER, x, base, room=120)
    inked = measured(library, number, HERE)
    wide = max(PILL, inked + 28)
    pill = skia.Rect.MakeXYWH(x, base - 41, wide, PILL)
    canvas.drawRoundRect(pill, PILL / 2, PILL / 2, fill(NUMBER.colour))
    write(canvas, library, number, HERE, x + (wide - inked) / 2, base - 1, room=120)
    return wide
