"""Icons whose lines are thick enough to be seen on a thumbnail."""

import functools
import math

import skia

from pipeline.illustrator.icons import icon_path
from pipeline.illustrator.ornament import outlined

THICK = 0.066
"""The mean thickness of lines, as a share of the icon's larger side, that reads at 100 px."""
SPARSE = 0.33
"""An icon that inks less than this share of its frame is made of lines; others have none to spare."""
MOST = 0.02
"""The widest pen, as a share of the larger side: more would close the gaps that tell shapes apart."""
FINE = 128
"""Pixels a side on which an icon's ink is counted."""


@functools.cache
def sturdy_icon(name: str) -> skia.Path:
    """The icon's outline in its own square, grown where it is thin. Do not change it: copy it.

    Raises:
        KeyError: when no icon has that name.
    """
    path = icon_path(name)
    bounds = path.computeTightBounds()
    size = max(bounds.width(), bounds.height())
    ink = _ink(path, bounds)
    pen = min(MOST, THICK - 2 * ink / _outline(path) / size) * size
    if pen <= 0 or ink > SPARSE * bounds.width() * bounds.height():
        return path
    # a union, since a pen's outlines run either way and would cut holes
    return skia.Op(path, outlined(path, pen), skia.PathOp.kUnion_PathOp) or path


def _ink(path: skia.Path, bounds: skia.Rect) -> float:
    """The area that is inked, counted on a small picture: outlines may overlap in any way."""
    surface = skia.Surface(FINE, FINE)
    canvas = surface.getCanvas()
    canvas.scale(FINE / bounds.width(), FINE / bounds.height())
    canvas.translate(-bounds.left(), -bounds.top())
    canvas.drawPath(path, skia.Paint(AntiAlias=True))
    alpha = surface.makeImageSnapshot().toarray()[..., 3]
    return float(alpha.mean()) / 255 * bounds.width() * bounds.height()


def _outline(path: skia.Path) -> float:
    """The length of all outlines together."""
    measure = skia.PathMeasure(path, True)
    length = measure.getLength()
    while measure.nextContour():
        length += measure.getLength()
    return max(length, math.ulp(1.0))
