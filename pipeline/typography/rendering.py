"""Draws a layout: tones over the art, then each block's effects, then its letters.

Vectors only, so that a PDF page keeps the lettering as outlines (soft shadows and halos, which no
vector can give, are the one exception), and the same words at every size.
"""

import math
from collections.abc import Sequence

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.layout import Layout, TextBlock
from pipeline.drawing.page import page
from pipeline.typography.effects import draw_effects, draw_tone, lay_tone, reach_of, room_of
from pipeline.typography.library import FaceLibrary
from pipeline.typography.materials import Letters, draw_letters
from pipeline.typography.setting import set_block

OPAQUE = np.frombuffer(bytes((0, 0, 0, 255)), np.uint32)[0]
"""The alpha of a pixel as one number of four bytes, in this machine's order."""


def render(layout: Layout, canvas: skia.Canvas, library: FaceLibrary) -> None:
    """Draws `layout` on a `canvas` scaled to units (short side = 1000), over what is there."""
    for tone in layout.tones:
        draw_tone(canvas, tone, page(layout.aspect))
    for block in layout.blocks:
        _letter(canvas, letters_of(library, block, layout.aspect), block)


def _letter(canvas: skia.Canvas, letters: Letters, block: TextBlock) -> None:
    draw_effects(canvas, letters, block.effects, block.colour)
    draw_letters(canvas, letters, block.colour, block.material)


def render_over(art: NDArray[np.uint8], layout: Layout, library: FaceLibrary) -> NDArray[np.uint8]:
    """`art`, (height, width, 3) RGB of the layout's ratio, with its lettering, as a new array."""
    letters = [letters_of(library, block, layout.aspect) for block in layout.blocks]
    picture = art.copy()
    for rows in _touched(layout, letters, art.shape[0]):
        _draw_rows(picture, rows, layout, letters)
    return picture


def _touched(layout: Layout, letters: Sequence[Letters], height: int) -> list[slice]:
    """The rows of pixels in which anything is drawn, apart from one another, from top to bottom.

    Most of a cover stays bare, and taking pixels to the canvas and back takes longer than letters.
    """
    per_unit = height / page(layout.aspect)[1]
    spans = [(reach.y * height, reach.bottom * height)
             for reach in (reach_of(tone, layout.aspect) for tone in layout.tones)]  # fmt: skip
    for block, made in zip(layout.blocks, letters, strict=True):
        bounds = _drawn_bounds(block, made)
        spans.append((bounds.top() * per_unit, bounds.bottom() * per_unit))
    rows: list[slice] = []
    for top, bottom in sorted(spans):
        first, last = max(0, math.floor(top) - 1), min(height, math.ceil(bottom) + 1)
        if rows and first <= rows[-1].stop:
            rows[-1] = slice(rows[-1].start, max(last, rows[-1].stop))
        elif first < last:
            rows.append(slice(first, last))
    return rows


def _drawn_bounds(block: TextBlock, letters: Letters) -> skia.Rect:
    """Where a block is drawn at most, in units: its ink with its edges and effects."""
    around = room_of(block.effects, block.material) * letters.em
    return letters.path.computeTightBounds().makeOutset(around, around)


def _draw_rows(
    picture: NDArray[np.uint8], rows: slice, layout: Layout, letters: Sequence[Letters]
) -> None:
    """Draws what lies in `rows` of `picture`, (height, width, 3) RGB, into it."""
    height, width = picture.shape[:2]
    piece = picture[rows]
    pixels = _opaque(piece)
    # all opaque, so premultiplied as well: tones are laid twice as fast
    canvas = skia.Surface(pixels, alphaType=skia.kPremul_AlphaType).getCanvas()
    canvas.translate(0, -rows.start)
    for tone in layout.tones:
        lay_tone(canvas, tone, (width, height), rows)
    units = page(layout.aspect)
    canvas.scale(width / units[0], height / units[1])
    for block, made in zip(layout.blocks, letters, strict=True):
        if not canvas.quickReject(_drawn_bounds(block, made)):
            _letter(canvas, made, block)
    for channel in range(3):  # four times as fast as all three in one assignment
        piece[..., channel] = pixels[..., channel]


def _opaque(piece: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """`piece`, contiguous (height, width, 3), as (height, width, 4) with nothing transparent.

    Four bytes are read from every third one on and the fourth is made opaque, which takes half the
    time of copying channel by channel.
    """
    height, width = piece.shape[:2]
    last = np.append(piece[-1, -1], np.uint8(255)).view(np.uint32)
    fours = np.ndarray((height * width - 1,), np.uint32, piece.data, strides=(3,))
    return np.append(fours | OPAQUE, last).view(np.uint8).reshape(height, width, 4)


def letters_of(library: FaceLibrary, block: TextBlock, aspect: float) -> Letters:
    """The outline of `block` where it stands on a cover of `aspect`, in units."""
    placed = set_block(library, block, aspect)
    return Letters(path=placed.path, em=placed.em, page=page(aspect), lines=placed.lines)
