"""Where the cells of a tiling pattern lie (ISO 32000-1, 8.7.3)."""

import itertools
import math
from collections.abc import Sequence
from typing import Any

import skia

from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.affine import IDENTITY, Affine, box_of, six, times
from pipeline.prepress.preflight.spaces import CMYK, GRAY, RGB
from pipeline.prepress.preflight.state import BLACK, Ink, ink

MOST_CELLS = 64
"""So many cells are painted; of a finer pattern one stands for all."""
MOST_FILLS = 1_000
"""Pages that are filled with patterns more often are drawn for minutes."""
_BY_COUNT = {1: GRAY, 3: RGB, 4: CMYK}


def _to_sheet(pattern: Any, base: Affine) -> Affine:
    """From a pattern's own space to the sheet: patterns do not follow the page's `cm`."""
    given = pattern.get("/Matrix")
    if given is None:
        return base
    return times(six(given), base)


def cells(pattern: Any, base: Affine, area: RectMm) -> tuple[Sequence[Affine], bool]:
    """A matrix for each cell in `area` of the sheet, and whether those are all of them.

    `base` leads from the page's own space to the sheet.
    """
    matrix = _to_sheet(pattern, base)
    bounds = _in_pattern(matrix, area)
    across, down = (abs(float(pattern[key])) or 1.0 for key in ("/XStep", "/YStep"))
    left, low, right, high = (float(value) for value in pattern["/BBox"])
    columns = range(math.floor((bounds.x - right) / across) + 1,
                    math.ceil((bounds.right - left) / across))  # fmt: skip
    rows = range(math.floor((bounds.y - high) / down) + 1,
                 math.ceil((bounds.bottom - low) / down))  # fmt: skip
    if not columns or not rows:
        return (), True
    whole = len(columns) * len(rows) <= MOST_CELLS
    places = (
        itertools.product(columns, rows)
        if whole
        else [(columns[len(columns) // 2], rows[len(rows) // 2])]
    )
    return [times((1, 0, 0, 1, i * across, j * down), matrix) for i, j in places], whole


def _in_pattern(matrix: Affine, area: RectMm) -> RectMm:
    """A box of the sheet in the pattern's space."""
    a, b, c, d, e, f = matrix
    turned = skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1)
    back = skia.Matrix()
    if not turned.invert(back):
        return box_of(IDENTITY, 0, 0, 0, 0)
    box = back.mapRect(skia.Rect.MakeXYWH(area.x, area.y, area.w, area.h))
    return RectMm(x=box.left(), y=box.top(), w=box.width(), h=box.height())


def cell_ink(colour: Ink) -> Ink:
    """What a cell begins to paint in: of a pattern without colours, those told with it."""
    space = _BY_COUNT.get(len(colour.components))
    if int(colour.pattern.get("/PaintType", 1)) == 1 or space is None:
        return BLACK
    return ink(space, colour.components)
