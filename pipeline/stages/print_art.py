"""The text-free art of a version at any size, whole or a part of it."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.errors import PictureError
from pipeline.domain.geometry import Box
from pipeline.domain.version import Document
from pipeline.drawing.page import page
from pipeline.illustrator.recipe import Recipe
from pipeline.stages.art import painted
from pipeline.stages.crop import cut
from pipeline.stages.reformat import within

Pixels = NDArray[np.uint8]
WHOLE = Box(x=0.0, y=0.0, w=1.0, h=1.0)


def print_art(
    made: Document, part: Box, size: tuple[int, int], recipes: Mapping[str, Recipe],
    picture: Pixels | None,
) -> Pixels:  # fmt: skip
    """A `part` of the document's art, (height, width, 3) RGB of `size` (width, height) in pixels.

    A drawing is drawn at that size; other art is cut from `picture`, (height, width, 3) in sRGB.

    Raises:
        PictureError: `picture-unreadable` where a picture is needed and there is none.
        KeyError: for a recipe that does not exist any more.
    """
    match made.art:
        case Drawn() as art:
            aspect = made.layout.aspect
            whole = size if part == WHOLE else _whole_px(aspect, part, size)
            drawing = painted(art, aspect, recipes, whole)
            return drawing if part == WHOLE else cut(drawing, part, size)
        case Brought(origin=origin) | Painted(origin=origin):
            if picture is None:
                raise PictureError("picture-unreadable")
            return cut(picture, within(origin.crop, part), size)


def _whole_px(aspect: float, part: Box, size: tuple[int, int]) -> tuple[int, int]:
    """How large a drawing has to be so that its `part` has `size`, without being enlarged."""
    width, height = page(aspect)
    scale = max(size[0] / (part.w * width), size[1] / (part.h * height))
    return round(scale * width), round(scale * height)
