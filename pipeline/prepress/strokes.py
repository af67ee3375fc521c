"""Takes down what is drawn for a layout, stroke by stroke, instead of drawing it.

Every material and effect draws with filled paths, so what was taken down is all of it: soft strokes,
which no vector can give, and hard ones, which an outline cuts out.
"""

from dataclasses import dataclass, replace

import skia

from pipeline.domain.layout import TextBlock
from pipeline.domain.wrap import RectMm, Wrap
from pipeline.drawing.page import page
from pipeline.prepress.composed import Composed, Lettering
from pipeline.prepress.placing import common, rect_of, units_to_mm
from pipeline.typography.effects import draw_effects, draw_tone
from pipeline.typography.library import FaceLibrary
from pipeline.typography.materials import draw_letters
from pipeline.typography.rendering import letters_of

NEAR_MM = 0.01
"""Edges that are nearer than this are the same."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stroke:
    """One filled path.

    `path` is in units of its layout, which `place` takes to millimetres of the sheet; `reach` is
    what it touches there. A `soft` one has no edge. `em_mm` is the size of the lettering that it
    belongs to, 0 for a tone.
    """

    path: skia.Path
    paint: skia.Paint
    place: skia.Matrix
    reach: RectMm
    soft: bool
    em_mm: float

    @property
    def flat(self) -> bool:
        """Whether it is one opaque colour."""
        paint = self.paint
        return paint.isSrcOver() and paint.getAlpha() == 255 and paint.getShader() is None

    @property
    def covers(self) -> bool:
        """Whether nothing under it shows: its colours are opaque, be they one or many."""
        shader = self.paint.getShader()
        opaque = shader is None or shader.isOpaque()
        return self.paint.isSrcOver() and self.paint.getAlpha() == 255 and opaque

    def outline(self) -> skia.Path:
        """The path in millimetres of the sheet."""
        placed = skia.Path(self.path)
        placed.transform(self.place)
        return placed

    def draw(self, canvas: skia.Canvas) -> None:
        """Draws it on a canvas of millimetres."""
        canvas.save()
        canvas.concat(self.place)
        canvas.drawPath(self.path, self.paint)
        canvas.restore()

    def pour(self, canvas: skia.Canvas) -> None:
        """Draws it on a canvas of millimetres as if its path went round the whole canvas."""
        canvas.save()
        canvas.concat(self.place)
        canvas.drawPaint(self.paint)
        canvas.restore()


def strokes_of(composed: Composed, library: FaceLibrary) -> list[Stroke]:
    """All strokes of a cover's lettering in the order of drawing; those on the sheet."""
    found: list[Stroke] = []
    for lettering in composed.lettering:
        found += _strokes(lettering, composed.wrap, library)
    return [stroke for stroke in found if common(stroke.reach, composed.wrap.sheet)]


def _strokes(lettering: Lettering, wrap: Wrap, library: FaceLibrary) -> list[Stroke]:
    layout, place = lettering.layout, units_to_mm(lettering)
    scribe = _Scribe(place, em_mm=0.0)
    for tone in layout.tones:
        draw_tone(scribe, tone, page(layout.aspect))
    taken = [_bled(stroke, lettering.area, wrap) for stroke in scribe.taken]
    for block in layout.blocks:
        taken += _letters(block, layout.aspect, place, library)
    return taken


def _bled(stroke: Stroke, area: RectMm, wrap: Wrap) -> Stroke:
    """A tone that runs off the trimmed cover runs on over the bleed: its gradients go on unchanged."""
    reach, trim, sheet = stroke.reach, wrap.trim, wrap.sheet
    left = sheet.x if _same(reach.x, area.x, trim.x) else reach.x
    top = sheet.y if _same(reach.y, area.y, trim.y) else reach.y
    right = sheet.right if _same(reach.right, area.right, trim.right) else reach.right
    bottom = sheet.bottom if _same(reach.bottom, area.bottom, trim.bottom) else reach.bottom
    grown = RectMm(x=left, y=top, w=right - left, h=bottom - top)
    back = skia.Matrix()
    if grown == reach or not stroke.place.invert(back):
        return stroke
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(left, top, right, bottom))
    path.transform(back)
    return replace(stroke, path=path, reach=grown)


def _same(*edges: float) -> bool:
    return max(edges) - min(edges) < NEAR_MM


def _letters(
    block: TextBlock, aspect: float, place: skia.Matrix, library: FaceLibrary
) -> list[Stroke]:
    letters = letters_of(library, block, aspect)
    scribe = _Scribe(place, em_mm=place.mapRadius(letters.em))
    draw_effects(scribe, letters, block.effects, block.colour)
    draw_letters(scribe, letters, block.colour, block.material)
    return scribe.taken


class _Scribe:
    """What of a canvas lettering is drawn with; `em_mm` of 0 stands for tones, which are soft."""

    def __init__(self, place: skia.Matrix, em_mm: float) -> None:
        self.taken: list[Stroke] = []
        self._place = place
        self._em_mm = em_mm
        self._at: list[tuple[float, float]] = [(0.0, 0.0)]

    def save(self) -> None:
        self._at.append(self._at[-1])

    def restore(self) -> None:
        self._at.pop()

    def translate(self, dx: float, dy: float) -> None:
        x, y = self._at[-1]
        self._at[-1] = (x + dx, y + dy)

    def drawRect(self, rect: skia.Rect, paint: skia.Paint) -> None:  # noqa: N802 - as skia does
        path = skia.Path()
        path.addRect(rect)
        self.drawPath(path, paint)

    def drawPath(self, path: skia.Path, paint: skia.Paint) -> None:  # noqa: N802 - as skia does
        """Takes down `path` as an area; what is drawn is moved with its shader, as on a canvas."""
        area, filled = _area(path, paint)
        place = skia.Matrix.Concat(self._place, skia.Matrix.Translate(*self._at[-1]))
        blurred = paint.getMaskFilter() is not None
        bounds = area.computeTightBounds()
        reach = place.mapRect(filled.computeFastBounds(bounds) if blurred else bounds)
        self.taken.append(
            Stroke(path=area, paint=filled, place=place, reach=rect_of(reach),
                   soft=blurred or not self._em_mm, em_mm=self._em_mm)
        )  # fmt: skip


def _area(path: skia.Path, paint: skia.Paint) -> tuple[skia.Path, skia.Paint]:
    """What a paint fills when it draws `path`, and a paint that fills it."""
    filled = skia.Paint(paint)
    if paint.getStyle() == skia.Paint.kFill_Style:
        return skia.Path(path), filled
    area = skia.Path()
    paint.getFillPath(path, area)
    filled.setStyle(skia.Paint.kFill_Style)
    return area, filled
