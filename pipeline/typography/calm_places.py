"""Room for one more line on a finished cover: where the art is calm and no other text stands."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.arrangement import Anchor, margin
from pipeline.domain.errors import LetteringError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, TextBlock
from pipeline.typography.inking import Ground
from pipeline.typography.legibility import wanted_ratio
from pipeline.typography.placement import under
from pipeline.typography.refitting import refitted
from pipeline.typography.sheet import Page
from pipeline.typography.terrain import Terrain

SIZES = (0.042, 0.036, 0.031, 0.026, 0.022)
"""Ems that are tried, as fractions of the short side."""
WIDTHS = (1.0, 0.72, 0.5, 0.36)
"""Shares of the width between the margins that the lines may take."""
ROWS = 40
AIR = 0.042
"""What is kept free to every other text, as a fraction of the short side."""
CALM = 2.0
"""How much the ground matters: a good one costs less than 0.5, a very busy one about 1."""
SMALL = 1.6
"""What a natural logarithm of size costs."""
TURNED = 0.55
"""What it costs to be aligned to another side than the title is."""
BESIDE = 0.45
"""What it costs to stand beside another text: lines are read one under another."""
FAR = 0.5
"""What it costs to stand a whole page away from the nearest text: lines belong together."""
MANY = 0.15
"""What each further line costs."""
FAINT = 0.8
"""What it costs when the ink cannot be read on the ground and something has to be done."""
JUDGED = 16
"""So many of the best spots are held against their ink, which takes longest."""


def calm_place(
    sheet: Page, block: TextBlock, taken: Sequence[Box], terrain: Terrain, art: NDArray[np.uint8]
) -> TextBlock:  # fmt: skip
    """`block` on the best free ground of `art`, as large as is good, touching none of `taken`.

    `terrain` is that of `art`, (height, width, 3) RGB.

    Raises:
        LetteringError: `lettering-no-room` when the page is full.
    """
    spots = [
        spot for shape in _shapes(sheet, block) for spot in _spots(sheet, shape, taken, terrain)
    ]  # fmt: skip
    if not spots:
        raise LetteringError("lettering-no-room", words=block.words)
    best = sorted(spots, key=lambda spot: spot[0])[:JUDGED]
    return min(best, key=lambda spot: spot[0] + FAINT * _faint(spot[1], art))[1]


def _faint(block: TextBlock, art: NDArray[np.uint8]) -> bool:
    return Ground.of(under(art, block.box)).ratio(block.colour) < wanted_ratio(block.role)


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
    box, short = shape.box, min(sheet.aspect, 1.0)
    air_x, air_y = AIR * short / sheet.aspect, AIR * short
    x = {Align.LEFT: mx, Align.RIGHT: 1 - mx - box.w, Align.CENTRE: 0.5 - box.w / 2}[shape.align]
    standing = SMALL * math.log(SIZES[0] / shape.size) + MANY * (len(shape.lines) - 1)
    standing += TURNED * (shape.align is not sheet.arrangement.align)
    for y in np.linspace(my, max(my, 1 - my - box.h), ROWS):
        spot = replace(box, x=x, y=float(y))
        felt = spot.inset(-air_x, -air_y)
        if all(felt.overlap(other) == 0 for other in taken):
            near = FAR * _distance(spot, taken) + BESIDE * _beside(felt, taken)
            yield standing + near + CALM * terrain.cost(felt), replace(shape, box=spot)


def _distance(spot: Box, taken: Sequence[Box]) -> float:
    """From top to bottom to the nearest text, in fractions of the height."""
    gaps = (max(spot.y - other.bottom, other.y - spot.bottom, 0.0) for other in taken)
    return min(gaps, default=0.0)


def _beside(spot: Box, taken: Sequence[Box]) -> bool:
    """Whether another text is at the same height."""
    return any(spot.y < other.bottom and other.y < spot.bottom for other in taken)
