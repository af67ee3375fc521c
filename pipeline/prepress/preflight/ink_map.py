"""Total ink all over a sheet, painted over one another as the page paints: what is above, counts.

A map has three channels: total ink as a share of 400 per cent, whether it is known (colours in RGB
are separated by the printer), and whether anything was painted. Overprinting is left out of account.
"""

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.affine import Affine
from pipeline.prepress.preflight.evidence import InkFound

Floats = NDArray[np.float32]
FULL = 4.0
MOST_PX = 4_000_000
FINEST = 150 / 25.4
"""Pixels per millimetre: ink that lies on less than a sixth of a millimetre dries by itself."""
PERCENTILE = 99.9
PATCH_MM = 3.0
"""The worst place is told as a square of this side."""
SMOOTH_PATHS = 5_000
"""So many paths have smooth edges, which take twice as long and of which total ink knows nothing."""
MANY_POINTS, MOST_ROWS = 20_000, 10_000_000
"""A path of so many points is drawn when its edges cross no more rows of the map: one whose edges
lie in each other's way all over the sheet takes a minute."""
SPECK = 0.0005
"""Less of the sheet than this given in inks says nothing about its ink."""


class InkMap:
    """A canvas in millimetres that is painted with inks."""

    def __init__(self, width_mm: float, height_mm: float) -> None:
        """An empty sheet."""
        self._size = (width_mm, height_mm)
        self._scale = min(FINEST, (MOST_PX / (width_mm * height_mm)) ** 0.5)
        info = skia.ImageInfo.Make(
            max(1, round(width_mm * self._scale)), max(1, round(height_mm * self._scale)),
            skia.ColorType.kRGBA_F16_ColorType, skia.AlphaType.kPremul_AlphaType,
        )  # fmt: skip
        self._surface = skia.Surface.MakeRaster(info)
        self.canvas: skia.Canvas = self._surface.getCanvas()
        self.canvas.clear(skia.Color4f(0, 0, 0, 1))
        self.canvas.scale(self._scale, self._scale)
        self._paths = 0

    @property
    def sheet(self) -> RectMm:
        """All of it."""
        return RectMm(x=0.0, y=0.0, w=self._size[0], h=self._size[1])

    @property
    def scale(self) -> float:
        """Pixels per millimetre."""
        return self._scale

    def visible(self, box: RectMm) -> RectMm | None:
        """What the clip and the sheet leave of `box`; None for nothing."""
        bounds = self.canvas.getLocalClipBounds()
        left, top = max(box.x, bounds.left(), 0.0), max(box.y, bounds.top(), 0.0)
        right = min(box.right, bounds.right(), self._size[0])
        bottom = min(box.bottom, bounds.bottom(), self._size[1])
        if right <= left or bottom <= top:
            return None
        return RectMm(x=left, y=top, w=right - left, h=bottom - top)

    def paint(
        self, path: skia.Path, total: float | None, alpha: float, stroke_mm: float = 0
    ) -> bool:
        """Fill `path`, or stroke it, with an ink; None for one that only the printer knows.

        Returns whether that was done: a path may be too tangled.
        """
        if self._is_tangled(path):
            return False
        self._paths += 1
        paint = skia.Paint(AntiAlias=self._paths <= SMOOTH_PATHS)
        paint.setColor4f(skia.Color4f((total or 0) / FULL, float(total is not None), 1, alpha))
        if stroke_mm:
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(stroke_mm)
        self.canvas.drawPath(path, paint)
        return True

    def _is_tangled(self, path: skia.Path) -> bool:
        if path.countPoints() < MANY_POINTS:
            return False
        high = [point.y() for point in path.getPoints(path.countPoints())]
        within = np.clip(high, 0, self._size[1])
        return float(np.abs(np.diff(within)).sum()) * self._scale > MOST_ROWS

    def flood(self, total: float | None, alpha: float) -> None:
        """Paint all that the clip leaves open."""
        self.canvas.drawColor(skia.Color4f((total or 0) / FULL, float(total is not None), 1, alpha))

    def image(self, matrix: Affine, totals: Floats | None, alpha: Floats | float) -> None:
        """Paint an image on the unit square of `matrix`; `totals` and `alpha` are (height, width)."""
        known = totals is not None
        values = np.zeros((1, 1), np.float32) if totals is None else totals
        if isinstance(alpha, np.ndarray) and not known:
            values = np.zeros(alpha.shape, np.float32)
        halves = np.ones((*values.shape, 4), np.float16)
        halves[..., 0], halves[..., 1], halves[..., 3] = values / FULL, float(known), alpha
        image = skia.Image.fromarray(halves, skia.ColorType.kRGBA_F16_ColorType)
        height, width = len(values), len(values[0])
        a, b, c, d, e, f = matrix
        self.canvas.save()
        # an image's first row is at the top of the unit square, whose y runs upwards
        self.canvas.concat(skia.Matrix.MakeAll(
            a / width, -c / height, c + e, b / width, -d / height, d + f, 0, 0, 1
        ))  # fmt: skip
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)
        self.canvas.drawImage(image, 0, 0, sampling)
        self.canvas.restore()

    def found(self) -> InkFound | None:
        """What there is of ink; None where nothing is given in inks."""
        info = self._surface.imageInfo()
        array = np.zeros((info.height(), info.width(), 4), np.float16)
        self._surface.readPixels(info, array, info.minRowBytes(), 0, 0)
        known = (array[..., 1] > 0.5) & (array[..., 2] > 0.5)
        share = float(known.mean())
        if share < SPECK:
            return None
        totals = np.where(known, array[..., 0].astype(np.float32) * FULL, np.float32(0))
        inks = totals[known]
        return InkFound(
            percentile=round(float(np.percentile(inks, PERCENTILE)) * 100, 1),
            most=round(float(inks.max()) * 100, 1), place=self._worst(totals), known=share,
        )  # fmt: skip

    def _worst(self, totals: Floats) -> RectMm:
        """The square with the most ink."""
        side = max(1, round(PATCH_MM * self._scale))
        height, width = totals.shape
        rows, columns = max(1, height // side), max(1, width // side)
        cut = totals[: rows * side, : columns * side]
        if cut.shape != (rows * side, columns * side):
            return RectMm(x=0.0, y=0.0, w=self._size[0], h=self._size[1])
        means = cut.reshape(rows, side, columns, side).mean(axis=(1, 3))
        row, column = np.unravel_index(int(means.argmax()), means.shape)
        step = side / self._scale
        return RectMm(x=float(column) * step, y=float(row) * step, w=step, h=step)
