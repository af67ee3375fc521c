"""Draws a layout: tones over the art, then each block's effects, then its letters.

Vectors only, so that a PDF page keeps the lettering as outlines (soft shadows and halos, which no
vector can give, are the one exception), and the same words at every size.
"""

import math
from collections.abc import Sequence

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.layout import Layout, TextBlock
from pipeline.drawing.page import page
from pipeline.typography.effects import draw_effects, draw_tone, lay_tone, reach_of, room_of
from pipeline.typography.library import FaceLibrary
from pipeline.typography.materials import Letters, draw_letters
from pipeline.typography.setting import set_block


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
        bounds = made.path.computeTightBounds()
        around = room_of(block.effects, block.material) * made.em
        spans.append(((bounds.top() - around) * per_unit, (bounds.bottom() + around) * per_unit))
    rows: list[slice] = []
    for top, bottom in sorted(spans):
        first, last = max(0, math.floor(top) - 1), min(height, math.ceil(bottom) + 1)
        if rows and first <= rows[-1].stop:
            rows[-1] = slice(rows[-1].start, max(last, rows[-1].stop))
        elif first < last:
            rows.append(slice(first, last))
    return rows


def _draw_rows(
    picture: NDArray[np.uint8], rows: slice, layout: Layout, letters: Sequence[Letters]
) -> None:
    """Draws what lies in `rows` of `picture`, (height, width, 3) RGB, into it."""
    height, width = picture.shape[:2]
    piece = picture[rows]
    pixels = np.full((*piece.shape[:2], 4), 255, np.uint8)
    for channel in range(3):  # four times as fast as all three in one assignment
        pixels[..., channel] = piece[..., channel]
    # all opaque, so premultiplied as well: tones are laid twice as fast
    canvas = skia.Surface(pixels, alphaType=skia.kPremul_AlphaType).getCanvas()
    canvas.translate(0, -rows.start)
    for tone in layout.tones:
        lay_tone(canvas, tone, (width, height), rows)
    units = page(layout.aspect)
    canvas.scale(width / units[0], height / units[1])
    for block, made in zip(layout.blocks, letters, strict=True):
        if not canvas.quickReject(made.path.computeTightBounds().makeOutset(made.em, made.em)):
            _letter(canvas, made, block)
    piece[:] = np.asarray(Image.fromarray(pixels).convert("RGB"))


def letters_of(library: FaceLibrary, block: TextBlock, aspect: float) -> Letters:
    """The outline of `block` where it stands on a cover of `aspect`, in units."""
    placed = set_block(library, block, aspect)
    return Letters(path=placed.path, em=placed.em, page=page(aspect), lines=placed.lines)
