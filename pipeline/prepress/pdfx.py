"""A cover as a PDF file for printing: PDF/X-1a:2001 or PDF/X-3:2002 (ISO 15930-1 and -3).

Both are PDF 1.3 without transparency, and what is in them is DeviceCMYK, whose printing condition the
output intent names and carries. Lettering is outlines, so there are no fonts. Neither standard knows
layers: with guides the file is a proof for people, PDF 1.6 and no PDF/X, whose guides can be hidden.
"""

import io
from datetime import datetime
from typing import assert_never

import pikepdf

from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.printer import FileRule
from pipeline.domain.wrap import RectMm
from pipeline.prepress.composed import BLACK, Cmyk, Composed, Solid
from pipeline.prepress.guides import guide_solids
from pipeline.prepress.inks import Profile, inks_of, profile, separated, text_inks
from pipeline.prepress.layers import Cutout, Fill, Layers, layers_of
from pipeline.prepress.marks import MARGIN_MM, marks_path
from pipeline.prepress.pdf_names import add_boxes, add_layer, add_names, add_output_intent
from pipeline.prepress.pdf_paths import clip_operators, fill_operators, number
from pipeline.prepress.pdf_pictures import MEGABYTE, picture_streams
from pipeline.typography.library import FaceLibrary

POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH
PICTURES_SHARE = 0.9
"""Of the size that is advised, what pictures may take: the rest is outlines and the profile."""
SMALL_MM = 24 / POINTS_PER_MM
"""Up to this em, 24 points, black lettering is black ink alone; above, it is as deep as inks go."""


def encode_pdfx(
    composed: Composed, library: FaceLibrary, *, rule: FileRule, made_at: datetime,
    marks: bool = False, guides: bool = False,
) -> bytes:  # fmt: skip
    """One page with the whole sheet, and with `marks` also `MARGIN_MM` of paper round it.

    Pictures are packed so that the file stays under what `rule` advises, and no ink exceeds its
    `ink_warn`. The same cover with the same `made_at`, which knows its time zone, is the same bytes.

    Raises:
        KeyError: when there is no profile of the rule's name.
    """
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page()
    sheet, margin = composed.wrap.sheet, MARGIN_MM if marks else 0.0
    content = [_millimetres(sheet, margin), _cover(pdf, page, composed, library, rule)]
    if marks:
        content.append(_solid(Solid(path=marks_path(composed.wrap), inks=BLACK)))
    if guides:
        lines = "".join(_solid(solid) for solid in guide_solids(composed.wrap))
        content.append(f"/OC /{add_layer(pdf, page)} BDC\n{lines}EMC\n")
    page.Contents = pikepdf.Stream(pdf, "".join(content).encode("ascii"))
    add_boxes(page, composed.wrap, margin, POINTS_PER_MM)
    add_names(pdf, composed.imprint, None if guides else rule.standard, made_at)
    add_output_intent(pdf, profile(rule.profile))
    return _saved(pdf, "1.6" if guides else "1.3")


def _millimetres(sheet: RectMm, margin: float) -> str:
    """From here on the page is measured in millimetres of the sheet, from its upper left corner."""
    scale = number(POINTS_PER_MM, 8)
    x, y = (number(at * POINTS_PER_MM, 8) for at in (margin - sheet.x, margin + sheet.bottom))
    return f"{scale} 0 0 -{scale} {x} {y} cm\n"


def _cover(
    pdf: pikepdf.Pdf, page: pikepdf.Page, composed: Composed, library: FaceLibrary, rule: FileRule
) -> str:
    """The operators of everything that is printed; its pictures become resources of the page."""
    printing, layers = profile(rule.profile), layers_of(composed, library)
    most = min(rule.ink_warn, printing.ink_most)
    names = _pictures(pdf, page, layers, rule)
    found = ["q\n", _picture(names[0], composed.wrap.sheet), "Q\n"]
    cut = iter(names[1:])
    for piece in layers.pieces:
        match piece:
            case Fill():
                found.append(fill_operators(piece.path, _inks(piece, printing, most)))
            case Cutout():
                inside = clip_operators(piece.path) + _picture(next(cut), piece.part)
                found.append(f"q\n{inside}Q\n")
            case _:
                assert_never(piece)
    return "".join(found) + "".join(_solid(solid) for solid in composed.solids)


def _pictures(
    pdf: pikepdf.Pdf, page: pikepdf.Page, layers: Layers, rule: FileRule
) -> list[str]:  # fmt: skip
    """Separates the ground and all cut-outs; their names on the page, in that order."""
    printing = profile(rule.profile)
    seen = [layers.ground, *(piece.picture for piece in layers.pieces if isinstance(piece, Cutout))]
    inks = [separated(picture, printing, rule.ink_warn) for picture in seen]
    room = int(rule.advised_mb * MEGABYTE * PICTURES_SHARE) - len(printing.icc)
    streams = picture_streams(pdf, inks, room)
    return [str(page.add_resource(stream, pikepdf.Name.XObject)) for stream in streams]


def _inks(fill: Fill, printing: Profile, most: float) -> Cmyk:
    if fill.em_mm <= SMALL_MM:
        return text_inks(fill.colour, printing, most)
    return inks_of(fill.colour, printing, most)


def _picture(name: str, part: RectMm) -> str:
    """A picture that fills `part`; on its own its first row is at y = 1."""
    place = " ".join(number(value) for value in (part.w, 0.0, 0.0, -part.h, part.x, part.bottom))
    return f"{place} cm\n{name} Do\n"


def _solid(solid: Solid) -> str:
    return fill_operators(solid.path, solid.inks)


def _saved(pdf: pikepdf.Pdf, version: str) -> bytes:
    """Neither object nor reference streams, which PDF 1.3 does not know; an ID from the content."""
    file = io.BytesIO()
    pdf.save(
        file, force_version=version, object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True, deterministic_id=True, fix_metadata_version=False,
    )  # fmt: skip
    return file.getvalue()
