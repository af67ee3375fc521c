"""Draws a layout: tones over the art, then each block's effects, then its letters.

Vectors only, so that a PDF page keeps the lettering as outlines (soft shadows and halos, which no
vector can give, are the one exception), and the same words at every size.
"""

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.layout import Layout, TextBlock
from pipeline.drawing.page import page
from pipeline.typography.effects import draw_effects, draw_tone
from pipeline.typography.library import FaceLibrary
from pipeline.typography.materials import Letters, draw_letters
from pipeline.typography.setting import set_block


def render(layout: Layout, canvas: skia.Canvas, library: FaceLibrary) -> None:
    """Draws `layout` on a `canvas` scaled to units (short side = 1000), over what is there."""
    for tone in layout.tones:
        draw_tone(canvas, tone, page(layout.aspect))
    for block in layout.blocks:
        letters = letters_of(library, block, layout.aspect)
        draw_effects(canvas, letters, block.effects, block.colour)
        draw_letters(canvas, letters, block.colour, block.material)


def render_over(art: NDArray[np.uint8], layout: Layout, library: FaceLibrary) -> NDArray[np.uint8]:
    """`art`, (height, width, 3) RGB of the layout's ratio, with its lettering, as a new array."""
    height, width = art.shape[:2]
    pixels = np.full((height, width, 4), 255, np.uint8)
    for channel in range(3):  # four times as fast as all three in one assignment
        pixels[..., channel] = art[..., channel]
    canvas = skia.Surface(pixels).getCanvas()
    units = page(layout.aspect)
    canvas.scale(width / units[0], height / units[1])
    render(layout, canvas, library)
    return np.asarray(Image.fromarray(pixels).convert("RGB"))


def letters_of(library: FaceLibrary, block: TextBlock, aspect: float) -> Letters:
    """The outline of `block` where it stands on a cover of `aspect`, in units."""
    placed = set_block(library, block, aspect)
    return Letters(path=placed.path, em=placed.em, page=page(aspect), lines=placed.lines)
