"""Crop and fold marks: where the knife and the fold go, outside the bleed only."""

from dataclasses import dataclass

import skia

from pipeline.domain.wrap import RectMm, Wrap

MARGIN_MM = 10.0
"""Paper round the bleed, for the marks."""
GAP_MM, LENGTH_MM = 2.0, 6.0
"""A mark begins this far outside the bleed, so that none is left on a book cut askew."""
WEIGHT_MM = 0.0882
"""A quarter of a point."""
_DASH_MM = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line in millimetres of the sheet; a `dashed` one is folded."""

    start: tuple[float, float]
    end: tuple[float, float]
    dashed: bool = False


def marks_of(wrap: Wrap) -> tuple[Line, ...]:
    """Two crop marks at each corner of the trimmed cover, and fold marks at its spine."""
    trim, spine = wrap.trim, wrap.spine
    cut = [line for x in (trim.x, trim.right) for line in _upright(x, wrap.sheet, dashed=False)]
    cut += [line for y in (trim.y, trim.bottom) for line in _level(y, wrap.sheet)]
    if spine.w > 0:
        for x in (spine.x, spine.right):
            cut += _upright(x, wrap.sheet, dashed=True)
    return tuple(cut)


def marks_path(wrap: Wrap) -> skia.Path:
    """All marks as one area."""
    path = skia.Path()
    for line in marks_of(wrap):
        path.addPath(line_path(line.start, line.end, WEIGHT_MM, _DASH_MM if line.dashed else 0.0))
    return path


def line_path(
    start: tuple[float, float], end: tuple[float, float], weight_mm: float, dash_mm: float = 0.0
) -> skia.Path:
    """A line as an area; with `dash_mm` one of dashes and gaps that long."""
    line = skia.Path()
    line.moveTo(*start).lineTo(*end)
    paint = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=weight_mm)
    if dash_mm:
        paint.setPathEffect(skia.DashPathEffect.Make([dash_mm, dash_mm], 0.0))
    area = skia.Path()
    paint.getFillPath(line, area)
    return area


def _upright(x: float, sheet: RectMm, *, dashed: bool) -> list[Line]:
    near, far = GAP_MM, GAP_MM + LENGTH_MM
    return [
        Line(start=(x, sheet.y - near), end=(x, sheet.y - far), dashed=dashed),
        Line(start=(x, sheet.bottom + near), end=(x, sheet.bottom + far), dashed=dashed),
    ]


def _level(y: float, sheet: RectMm) -> list[Line]:
    near, far = GAP_MM, GAP_MM + LENGTH_MM
    return [
        Line(start=(sheet.x - near, y), end=(sheet.x - far, y)),
        Line(start=(sheet.right + near, y), end=(sheet.right + far, y)),
    ]
