"""Room for one more line on a finished cover: where the art is calm and no other text stands."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from pipeline.domain.arrangement import Anchor, margin
from pipeline.domain.errors import LetteringError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, TextBlock
from pipeline.typography.refitting import refitted
from pipeline.typography.sheet import Page
from pipeline.typography.terrain import Terrain

SIZES = (0.042, 0.036, 0.031, 0.026, 0.022)
"""Ems that are tried, as fractions of the short side."""
WIDTHS = (1.0, 0.72, 0.5, 0.36)
"""Shares of the width between the margins that the lines may take."""
ROWS = 40
AIR = 0.028
"""What is kept free to every other text, in fractions of the height."""
SMALL = 1.6
"""What a natural logarithm of size costs; a busy ground costs about 1."""
TURNED = 0.35
"""What it costs to be aligned to another side than the title is."""
FAR = 0.5
"""What it costs to stand a whole page away from the nearest text: lines belong together."""
MANY = 0.12
"""What each further line costs."""


def calm_place(
    sheet: Page, block: TextBlock, taken: Sequence[Box], terrain: Terrain
) -> TextBlock:  # fmt: skip
    """`block` on the best free ground, as large as is good, touching none of `taken`.

    Raises:
        LetteringError: `lettering-no-room` when the page is full.
    """
    best = min(
        (
            (cost, index, placed)
            for index, shape in enumerate(_shapes(sheet, block))
            for cost, placed in _spots(sheet, shape, taken, terrain)
        ),
        default=None,
        key=lambda spot: spot[:2],
    )
    if best is None:
        raise LetteringError("lettering-no-room", words=block.words)
    return best[2]


def _shapes(sheet: Page, block: TextBlock) -> Iterator[TextBlock]:
    """The block in every size, width and alignment in which it can be set at all."""
    mx, my = margin(sheet.aspect)
    seen: set[tuple[object, ...]] = set()
    for align in Align:
        turned = replace(block, align=align, vertical=False)
        for share in WIDTHS:
            room = Box(x=mx, y=my, w=share * (1 - 2 * mx), h=1 - 2 * my)
            for size in SIZES:
                shape = refitted(sheet, turned, room, size, Anchor.TOP)
                look = shape and (shape.lines, shape.align, round(shape.size, 4))
                if shape and look and look not in seen:
                    seen.add(look)
                    yield shape


def _spots(
    sheet: Page, shape: TextBlock, taken: Sequence[Box], terrain: Terrain
) -> Iterator[tuple[float, TextBlock]]:
    mx, my = margin(sheet.aspect)
    box, air = shape.box, AIR / sheet.aspect
    x = {Align.LEFT: mx, Align.RIGHT: 1 - mx - box.w, Align.CENTRE: 0.5 - box.w / 2}[shape.align]
    standing = SMALL * math.log(SIZES[0] / shape.size) + MANY * (len(shape.lines) - 1)
    standing += TURNED * (shape.align is not sheet.arrangement.align)
    for y in np.linspace(my, max(my, 1 - my - box.h), ROWS):
        spot = replace(box, x=x, y=float(y))
        felt = spot.inset(-air, -AIR)
        if all(felt.overlap(other) == 0 for other in taken):
            cost = standing + terrain.cost(felt) + FAR * _distance(spot, taken)
            yield cost, replace(shape, box=spot)


def _distance(spot: Box, taken: Sequence[Box]) -> float:
    """From top to bottom to the nearest text, in fractions of the height."""
    gaps = (max(spot.y - other.bottom, other.y - spot.bottom, 0.0) for other in taken)
    return min(gaps, default=0.0)
