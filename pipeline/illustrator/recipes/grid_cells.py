"""Square cells that fill the room beside the lettering, and the one that is chosen."""

from dataclasses import dataclass

import numpy as np
import skia

from pipeline.domain.arrangement import margin
from pipeline.illustrator.recipe import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """`columns` x `rows` squares of `side` units, from (`left`, `top`)."""

    left: float
    top: float
    side: float
    columns: int
    rows: int

    def rect(self, column: int, row: int) -> skia.Rect:
        """The square in a column and row."""
        return skia.Rect.MakeXYWH(
            self.left + column * self.side, self.top + row * self.side, self.side, self.side
        )

    def centre(self, column: float, row: float) -> tuple[float, float]:
        """The middle of a square."""
        return self.left + (column + 0.5) * self.side, self.top + (row + 0.5) * self.side

    def anomaly(self, rng: np.random.Generator) -> tuple[int, int]:
        """A column and row off the middle and off the edge: where the eye likes to find it."""
        column = round((self.columns - 1) * float(rng.choice([0.28, 0.7, 0.76])))
        row = round((self.rows - 1) * float(rng.choice([0.34, 0.6, 0.68])))
        return column, row


def cells_in(scene: Scene, side: float) -> Cells:
    """Whole cells of about `side` units between the margins, in the focus."""
    short = min(scene.width, scene.height)
    mx, my = margin(scene.aspect)
    left = max(scene.focus.left() + 0.02 * short, mx * scene.width)
    right = min(scene.focus.right() - 0.02 * short, (1 - mx) * scene.width)
    top = max(scene.focus.top() + 0.045 * short, my * scene.height)
    bottom = min(scene.focus.bottom() - 0.045 * short, (1 - my) * scene.height)
    columns = max(3, round((right - left) / side))
    size = (right - left) / columns
    rows = max(2, int((bottom - top) / size))
    if rows * size > bottom - top:
        size = (bottom - top) / rows
        columns = max(3, int((right - left) / size))
    spare = bottom - top - rows * size
    return Cells(left=left + (right - left - columns * size) / 2, top=top + spare / 2, side=size,
                 columns=columns, rows=rows)  # fmt: skip
