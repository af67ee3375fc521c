"""A cover as a PDF file for printing: PDF/X-1a:2001 or PDF/X-3:2002 (ISO 15930-1 and -3).

Both are PDF 1.3 without transparency, and what is in them is DeviceCMYK, whose printing condition the
output intent names and carries. Lettering is outlines, so there are no fonts. Neither standard knows
layers, so guides are only in a copy for people, which claims no standard.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

import pikepdf

from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.printer import FileRule
from pipeline.domain.wrap import RectMm, Wrap
from pipeline.prepress.composed import BLACK, Composed
from pipeline.prepress.guides import guide_solids
from pipeline.prepress.marks import MARGIN_MM, marks_path
from pipeline.prepress.pdf_cover import put_cover, separated_cover
from pipeline.prepress.pdf_names import (
    add_boxes,
    add_layer,
    add_names,
    add_output_intent,
    drop_standard,
)
from pipeline.prepress.pdf_paths import fill_operators, number
from pipeline.typography.library import FaceLibrary

POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH


def encode_pdfx(
    composed: Composed, library: FaceLibrary, *, rule: FileRule, made_at: datetime,
    marks: bool = False,
) -> bytes:  # fmt: skip
    """One page with the whole sheet, and with `marks` also `MARGIN_MM` of paper round it.

    Pictures are packed so that the file stays under what `rule` advises, and no ink exceeds its
    `ink_warn`. The same cover with the same `made_at`, which knows its time zone, is the same bytes.

    Raises:
        KeyError: when there is no profile of the rule's name.
    """
    return next(editions(composed, library, rule=rule, made_at=made_at, marks=marks))


def editions(
    composed: Composed, library: FaceLibrary, *, rule: FileRule, made_at: datetime,
    marks: bool = False, smaller_mb: Sequence[float] = (),
) -> Iterator[bytes]:  # fmt: skip
    """The same file, and then the same with pictures that are packed under each of `smaller_mb`.

    Colours are separated once for all of them.

    Raises:
        KeyError: as `encode_pdfx`.
    """
    cover = separated_cover(composed, library, rule)
    margin = MARGIN_MM if marks else 0.0
    around = fill_operators(marks_path(composed.wrap), BLACK) if marks else ""
    content = (_millimetres(composed.wrap.sheet, margin) + cover.operators + around).encode("ascii")
    for advised_mb in (rule.advised_mb, *smaller_mb):
        pdf = pikepdf.Pdf.new()
        page = pdf.add_blank_page()
        put_cover(pdf, page, cover, advised_mb)
        page.Contents = pikepdf.Stream(pdf, content)
        add_boxes(page, composed.wrap, margin, POINTS_PER_MM)
        add_names(pdf, composed.imprint, rule.standard, made_at)
        add_output_intent(pdf, cover.printing)
        yield _saved(pdf, "1.3")


def with_guides(content: bytes, wrap: Wrap) -> bytes:
    """A copy of a file of `encode_pdfx` with a layer of guides, which screens show and nobody prints.

    It is PDF 1.6 and claims no standard, so that no printer takes it for the file to print.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = pdf.pages[0]
        drop_standard(pdf)
        lines = "".join(fill_operators(one.path, one.inks) for one in guide_solids(wrap))
        # the page is still measured in millimetres of the sheet where its own content ends
        layer = f"/OC /{add_layer(pdf, page)} BDC\n{lines}EMC\n"
        page.contents_add(pikepdf.Stream(pdf, layer.encode("ascii")))
        return _saved(pdf, "1.6")


def _millimetres(sheet: RectMm, margin: float) -> str:
    """From here on the page is measured in millimetres of the sheet, from its upper left corner."""
    scale = number(POINTS_PER_MM, 8)
    x, y = (number(at * POINTS_PER_MM, 8) for at in (margin - sheet.x, margin + sheet.bottom))
    return f"{scale} 0 0 -{scale} {x} {y} cm\n"


def _saved(pdf: pikepdf.Pdf, version: str) -> bytes:
    """Neither object nor reference streams, which PDF 1.3 does not know; an ID from the content."""
    file = io.BytesIO()
    pdf.save(
        file, force_version=version, object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True, deterministic_id=True, fix_metadata_version=False,
    )  # fmt: skip
    return file.getvalue()
