"""Where a layout's units, the sheet's millimetres and a picture's pixels lie on one another."""

import skia

from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.wrap import RectMm
from pipeline.drawing.page import page
from pipeline.prepress.composed import Lettering, Turn


def units_to_mm(lettering: Lettering) -> skia.Matrix:
    """From the units of a layout's page to millimetres of the sheet: scaled, turned and moved."""
    area = lettering.area
    across, down = page(lettering.layout.aspect)
    match lettering.turn:
        case Turn.NONE:
            return skia.Matrix.MakeAll(
                area.w / across, 0, area.x, 0, area.h / down, area.y, 0, 0, 1
            )
        case Turn.CLOCKWISE:
            return skia.Matrix.MakeAll(
                0, -area.w / down, area.right, area.h / across, 0, area.y, 0, 0, 1
            )
        case Turn.COUNTER:
            return skia.Matrix.MakeAll(
                0, area.w / down, area.x, -area.h / across, 0, area.bottom, 0, 0, 1
            )


def mm_to_px(part: RectMm, dpi: float) -> skia.Matrix:
    """From millimetres of the sheet to pixels of a picture of `part` of it at `dpi`."""
    scale = dpi / MM_PER_INCH
    return skia.Matrix.Scale(scale, scale).preTranslate(-part.x, -part.y)


def size_px(part: RectMm, dpi: float) -> tuple[int, int]:
    """Width and height of a picture of `part` at `dpi`, at least one pixel each."""
    scale = dpi / MM_PER_INCH
    return max(1, round(part.w * scale)), max(1, round(part.h * scale))


def rect_of(bounds: skia.Rect) -> RectMm:
    """Skia's rectangle as ours."""
    return RectMm(x=bounds.left(), y=bounds.top(), w=bounds.width(), h=bounds.height())


def common(one: RectMm, other: RectMm) -> RectMm | None:
    """What two rectangles share; None for nothing."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    w, h = min(one.right, other.right) - x, min(one.bottom, other.bottom) - y
    return RectMm(x=x, y=y, w=w, h=h) if w > 0 and h > 0 else None
