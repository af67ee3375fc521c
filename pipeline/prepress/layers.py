"""A cover as what a printer's page is made of: one picture of the ground, and sharp pieces on it.

Soft strokes are flattened into the ground. A hard one becomes a flat fill where it is one opaque
colour that nothing soft covers; else a picture of what is seen there, poured beyond its edge and cut
out by its outline. So every edge is a vector, and nothing on the page is transparent.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import skia

from pipeline.domain.format import MM_PER_INCH
from pipeline.domain.wrap import RectMm
from pipeline.drawing.colour import hex_of
from pipeline.prepress.composed import Composed, Pixels
from pipeline.prepress.placing import common, mm_to_px
from pipeline.prepress.strokes import Stroke, strokes_of
from pipeline.stages.linear_light import resampled
from pipeline.typography.library import FaceLibrary

MATERIAL_DPI = 600
"""Resolution of what changes inside letters: metal, gradients."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fill:
    """A flat shape: `path` in millimetres of the sheet, `colour` as `#rrggbb`, `em_mm` its lettering's."""

    path: skia.Path
    colour: str
    em_mm: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cutout:
    """A picture of `part` of the sheet, cut out by `path`; `picture` is (height, width, 3) in sRGB."""

    path: skia.Path
    part: RectMm
    picture: Pixels = field(repr=False)


Piece = Fill | Cutout


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layers:
    """`ground` is of the whole sheet, at the resolution of the art; `pieces` lie on it in order."""

    ground: Pixels = field(repr=False)
    pieces: tuple[Piece, ...]


def layers_of(composed: Composed, library: FaceLibrary) -> Layers:
    """`composed`, without its solids, ready to be separated; nothing of it is transparent."""
    strokes = strokes_of(composed, library)
    pieces = tuple(
        _piece(composed, strokes, place) for place, stroke in enumerate(strokes) if not stroke.soft
    )
    soft = [stroke for stroke in strokes if stroke.soft]
    return Layers(ground=_flattened(composed, soft), pieces=pieces)


def _flattened(composed: Composed, soft: Sequence[Stroke]) -> Pixels:
    """The art with soft strokes on it; only what they reach is taken to a canvas and back."""
    ground = composed.art
    for stroke in soft:
        part = _whole_pixels(stroke.reach, composed, composed.dpi)
        if part is None:
            continue
        if ground is composed.art:
            ground = composed.art.copy()
        rows, columns = _pixels_of(part, composed.dpi, ground)
        canvas, pixels = _canvas(ground[rows, columns], part, composed.dpi)
        stroke.draw(canvas)
        ground[rows, columns] = pixels[..., :3]
    return ground


def _piece(composed: Composed, strokes: Sequence[Stroke], place: int) -> Piece:
    stroke = strokes[place]
    over = [later for later in strokes[place + 1 :] if later.soft and _touch(later, stroke)]
    if stroke.flat and not over:
        colour = stroke.paint.getColor4f()
        return Fill(path=stroke.outline(), em_mm=stroke.em_mm,
                    colour=hex_of(colour.fR, colour.fG, colour.fB))  # fmt: skip
    # what is poured in one colour shows no more detail than the art under it
    plain = stroke.paint.getShader() is None
    dpi = composed.dpi if plain else max(MATERIAL_DPI, composed.dpi)
    part = _whole_pixels(stroke.reach, composed, dpi) or composed.wrap.sheet
    under = [] if stroke.covers else [one for one in strokes[:place] if _touch(one, stroke)]
    canvas, pixels = _canvas(_art_of(composed, part, dpi), part, dpi)
    for one in under:
        one.draw(canvas)
    stroke.pour(canvas)
    for one in over:
        one.draw(canvas)
    picture = np.ascontiguousarray(pixels[..., :3])
    return Cutout(path=stroke.outline(), part=part, picture=picture)


def _touch(one: Stroke, other: Stroke) -> bool:
    return common(one.reach, other.reach) is not None


def _whole_pixels(reach: RectMm, composed: Composed, dpi: float) -> RectMm | None:
    """What of `reach` is on the sheet, grown to whole pixels of the sheet at `dpi`; None: nothing."""
    sheet, step = composed.wrap.sheet, MM_PER_INCH / dpi
    seen = common(reach, sheet)
    if seen is None:
        return None
    left, top = (math.floor(edge / step + 1e-6) for edge in (seen.x - sheet.x, seen.y - sheet.y))
    right = math.ceil((seen.right - sheet.x) / step - 1e-6)
    bottom = math.ceil((seen.bottom - sheet.y) / step - 1e-6)
    return RectMm(x=sheet.x + left * step, y=sheet.y + top * step,
                  w=max(1, right - left) * step, h=max(1, bottom - top) * step)  # fmt: skip


def _pixels_of(part: RectMm, dpi: float, picture: Pixels) -> tuple[slice, slice]:
    """Rows and columns of the sheet's `picture` that `part`, of whole pixels, is."""
    scale = dpi / MM_PER_INCH
    left, top = round(part.x * scale), round(part.y * scale)
    height, width = picture.shape[:2]
    return (
        slice(top, min(height, top + round(part.h * scale))),
        slice(left, min(width, left + round(part.w * scale))),
    )


def _art_of(composed: Composed, part: RectMm, dpi: float) -> Pixels:
    """The art in `part`, which may reach over the sheet by a pixel, at `dpi`."""
    scale = composed.dpi / MM_PER_INCH
    height, width = composed.art.shape[:2]
    left, top = (part.x - composed.wrap.sheet.x) * scale, (part.y - composed.wrap.sheet.y) * scale
    box = (max(0.0, left), max(0.0, top), min(float(width), left + part.w * scale),
           min(float(height), top + part.h * scale))  # fmt: skip
    size = (round(part.w * dpi / MM_PER_INCH), round(part.h * dpi / MM_PER_INCH))
    return resampled(composed.art, box, size)


def _canvas(picture: Pixels, part: RectMm, dpi: float) -> tuple[skia.Canvas, Pixels]:
    """A canvas of millimetres on a copy of `picture`, (height, width, 4), which it draws into."""
    height, width = picture.shape[:2]
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[..., :3] = picture
    surface = skia.Surface(pixels, alphaType=skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    canvas.concat(mm_to_px(part, dpi))
    return canvas, pixels
