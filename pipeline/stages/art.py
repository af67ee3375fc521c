"""The art of a version as data, and from that the same picture again at any size."""

from collections.abc import Mapping

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.choice import Choice
from pipeline.domain.geometry import Box
from pipeline.drawing.page import page
from pipeline.illustrator.painter import paint
from pipeline.illustrator.recipe import Recipe, Scene
from pipeline.stages.crop import cut
from pipeline.stages.open_picture import Picture

Pixels = NDArray[np.uint8]


def drawn(choice: Choice, scene: Scene) -> Drawn:
    """A scene of a choice as data."""
    return Drawn(choice=choice, composition=scene.composition, wishes=scene.wishes,
                 text=tuple(map(_box, scene.text)), focus=_box(scene.focus))  # fmt: skip


def scene_of(art: Drawn, aspect: float) -> Scene:
    """The scene that `drawn` was given, to the last bit, on a cover of `aspect`."""
    width, height = page(aspect)
    return Scene(
        width=width, height=height, text=tuple(map(_rect, art.text)), focus=_rect(art.focus),
        palette=art.choice.palette, composition=art.composition, concepts=art.choice.concepts,
        wishes=art.wishes, seed=art.choice.seed,
    )  # fmt: skip


def painted(
    art: Drawn, aspect: float, recipes: Mapping[str, Recipe], size: tuple[int, int]
) -> Pixels:
    """Drawn art as (height, width, 3) RGB of `size` (width, height) in pixels.

    Raises:
        KeyError: for a recipe that does not exist (any more).
    """
    return paint(recipes[art.choice.recipe], scene_of(art, aspect), *size)


def shown(art: Brought | Painted, picture: Picture, size: tuple[int, int]) -> Pixels:
    """What a cover shows of a `picture` that was brought or painted, at `size` (width, height) in pixels."""
    return cut(picture.rgb, art.origin.crop, size)


def _box(rect: skia.Rect) -> Box:
    """Skia's edges have single precision; their differences are exact in a Python float."""
    return Box.edges(rect.left(), rect.top(), rect.right(), rect.bottom())


def _rect(box: Box) -> skia.Rect:
    return skia.Rect.MakeLTRB(box.x, box.y, box.right, box.bottom)
