"""A cover for a printer as a picture: what a person looks at before it is printed."""

import numpy as np
import skia

from pipeline.domain.wrap import RectMm
from pipeline.drawing.canvas import fill
from pipeline.drawing.colour import hex_of
from pipeline.prepress.composed import Cmyk, Composed, Pixels
from pipeline.prepress.guides import COLOURS, guides_of
from pipeline.prepress.inks import Profile, separated, soft_proof
from pipeline.prepress.placing import mm_to_px, size_px
from pipeline.prepress.strokes import strokes_of
from pipeline.stages.linear_light import resampled
from pipeline.typography.library import FaceLibrary


def rendered(
    composed: Composed, library: FaceLibrary, *, dpi: float, part: RectMm | None = None,
    guides: bool = False, soft: Profile | None = None,
) -> Pixels:  # fmt: skip
    """`part` of the sheet (None: all of it) at `dpi`, (height, width, 3) in sRGB.

    With `soft` its colours are those that they have in print by that profile, on white paper;
    `guides` are drawn last, in colours of the screen.
    """
    seen = part or composed.wrap.sheet
    pixels = _opaque(_art(composed, seen, dpi))
    canvas = skia.Surface(pixels, alphaType=skia.kPremul_AlphaType).getCanvas()
    canvas.concat(mm_to_px(seen, dpi))
    for stroke in strokes_of(composed, library):
        stroke.draw(canvas)
    for solid in composed.solids:
        canvas.drawPath(solid.path, fill(_screen(solid.inks)))
    if soft:
        pixels[..., :3] = soft_proof(separated(pixels[..., :3], soft), soft)
    if guides:
        for guide in guides_of(composed.wrap):
            canvas.drawPath(guide.path, fill(COLOURS[guide.kind]))
    return np.ascontiguousarray(pixels[..., :3])


def _art(composed: Composed, part: RectMm, dpi: float) -> Pixels:
    """The art in `part`, by Lanczos where its resolution is another."""
    sheet, (height, width) = composed.wrap.sheet, composed.art.shape[:2]
    across, down = width / sheet.w, height / sheet.h
    box = (max(0.0, (part.x - sheet.x) * across), max(0.0, (part.y - sheet.y) * down),
           min(width, (part.right - sheet.x) * across), min(height, (part.bottom - sheet.y) * down))  # fmt: skip
    size = size_px(part, dpi)
    if box == (0.0, 0.0, width, height) and size == (width, height):
        return composed.art
    return resampled(composed.art, box, size)


def _opaque(picture: Pixels) -> Pixels:
    pixels = np.full((*picture.shape[:2], 4), 255, np.uint8)
    pixels[..., :3] = picture
    return pixels


def _screen(inks: Cmyk) -> str:
    """Flat inks as light, the plain way; a soft proof then says how they really look."""
    cyan, magenta, yellow, black = inks
    return hex_of(*((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)))
