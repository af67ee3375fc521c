"""Keeping the ground quiet where lettering will stand."""

import math
from collections.abc import Iterable

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.canvas import fill, linear, shaded
from pipeline.illustrator.recipe import Scene


def hush(
    canvas: skia.Canvas, text: Iterable[skia.Rect], colour: str, strength: float,
    reach: float = 40.0,
) -> None:  # fmt: skip
    """Cover each text rectangle with `colour`, fading out over about `reach` units beyond it.

    `strength` is the opacity in the middle, 0 to 1.
    """
    paint = fill(colour, strength)
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, reach / 2))
    for rect in text:
        wide = rect.makeOutset(reach * 0.7, reach * 0.6)
        canvas.drawRect(wide, paint)


def beside_text(scene: Scene) -> bool:
    """Whether lettering stands at one side of the picture, not above or below it."""
    return scene.focus.left() > 0.3 * scene.width or scene.focus.right() < 0.7 * scene.width


def still_side(canvas: skia.Canvas, scene: Scene, colour: str) -> None:
    """Where lettering stands at one side, what was drawn there comes out of plain `colour`."""
    if not beside_text(scene):
        return
    page = skia.Rect.MakeWH(scene.width, scene.height)
    left = scene.focus.left() > 0.3 * scene.width
    shore = scene.focus.left() if left else scene.focus.right()
    outside, inside = (shore - 60, shore + 170) if left else (shore + 60, shore - 170)
    fog = linear((outside, 0), (inside, 0), [colour, colour], None, [1.0, 0.0])
    page.intersect(skia.Rect.MakeLTRB(0 if left else inside, 0,
                                      inside if left else scene.width, scene.height))  # fmt: skip
    canvas.drawRect(page, shaded(fog))


def clearance(points: NDArray[np.float64], text: Iterable[skia.Rect]) -> NDArray[np.float64]:
    """Distance in units from each of `points` (..., 2) to the nearest text rectangle; 0 inside."""
    nearest = np.full(points.shape[:-1], np.inf)
    for rect in text:
        dx = np.maximum(rect.left() - points[..., 0], points[..., 0] - rect.right())
        dy = np.maximum(rect.top() - points[..., 1], points[..., 1] - rect.bottom())
        nearest = np.minimum(nearest, np.hypot(np.maximum(dx, 0), np.maximum(dy, 0)))
    return nearest


def lettering(scene: Scene) -> skia.Rect:
    """The smallest rectangle round all lettering; a small one in the middle where there is none."""
    if not scene.text:
        x, y = scene.width / 2, scene.height / 2
        return skia.Rect.MakeLTRB(x - 150, y - 90, x + 150, y + 90)
    box = skia.Rect.MakeEmpty()
    for rect in scene.text:
        box.join(rect)
    return box


def free_level(
    text: Iterable[skia.Rect], wanted: float, gap: float = 26.0, *, lowest: float = math.inf
) -> float:
    """The height nearest to `wanted` at which a line across the page misses all lettering.

    `lowest` is the largest answer allowed; where nothing is free above it, `wanted` is kept.
    """
    bands = [(rect.top() - gap, rect.bottom() + gap) for rect in text]
    levels = [wanted, *(edge for band in bands for edge in band)]
    clear = [
        y for y in levels if y <= lowest and not any(top < y < bottom for top, bottom in bands)
    ]
    return min(clear, key=lambda y: abs(y - wanted), default=wanted)
