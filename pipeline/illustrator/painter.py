"""From a scene to pixels: scales the canvas so that recipes see units only."""

import itertools

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.canvas import pixels
from pipeline.illustrator.recipe import Recipe, Scene


def paint(recipe: Recipe, scene: Scene, width_px: int, height_px: int) -> NDArray[np.uint8]:
    """Text-free art as (height_px, width_px, 3) RGB.

    The pixel size must have the scene's ratio within a pixel; the scene alone decides what is
    drawn, so that every size shows the same picture.
    """
    surface = skia.Surface(width_px, height_px)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    canvas.scale(width_px / scene.width, height_px / scene.height)
    recipe.paint(canvas, scene)
    return pixels(surface)


def paint_around(
    recipe: Recipe, scene: Scene, whole: tuple[int, int], window: tuple[int, int, int, int]
) -> NDArray[np.uint8]:  # fmt: skip
    """What a recipe draws in a `window` of a page that is `whole` (width, height) in pixels.

    The window, (left, top, width, height) from the page's upper left corner, may lie beyond the
    page: (height, width, 4) RGBA, premultiplied and clear where nothing is drawn.
    """
    left, top, width, height = window
    made = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Surface(made, alphaType=skia.kPremul_AlphaType).getCanvas()
    canvas.translate(-left, -top)
    canvas.scale(whole[0] / scene.width, whole[1] / scene.height)
    recipe.paint(canvas, scene)
    return made


def free_rectangle(width: float, height: float, taken: tuple[skia.Rect, ...]) -> skia.Rect:
    """The best rectangle for a subject beside `taken`, in the same units as the page.

    The largest one that overlaps nothing, among those bounded by the page's and the rectangles'
    edges; squarer ones are preferred, since subjects are compact.
    """
    lefts = sorted({0.0, *(r.right() for r in taken)})
    rights = sorted({width, *(r.left() for r in taken)})
    tops = sorted({0.0, *(r.bottom() for r in taken)})
    bottoms = sorted({height, *(r.top() for r in taken)})
    best, best_score = skia.Rect.MakeWH(width, height), -1.0
    for left, right, top, bottom in itertools.product(lefts, rights, tops, bottoms):
        w, h = right - left, bottom - top
        if w <= 0 or h <= 0:
            continue
        rect = skia.Rect.MakeLTRB(left, top, right, bottom)
        if any(_meet(rect, other) for other in taken):
            continue
        score = w * h * min(1.0, 0.55 + 0.6 * min(w, h) / max(w, h))
        if score > best_score:
            best, best_score = rect, score
    return best


def _meet(a: skia.Rect, b: skia.Rect) -> bool:
    return (
        a.left() < b.right() - 1e-6
        and b.left() < a.right() - 1e-6
        and a.top() < b.bottom() - 1e-6
        and b.top() < a.bottom() - 1e-6
    )
