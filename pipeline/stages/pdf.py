"""A front as a PDF page for screens, and for whoever prints RGB: art as a picture, words as outlines.

Skia writes the art's JPEG into the file as it is, and every outline, gradient and blend of the
lettering as vectors; only soft shadows and halos become pictures, at `RASTER_DPI`. No fonts are
embedded because there is no text, only its outlines. The page is tagged as one figure with the
alternative text, which screens read aloud, and the same input gives the same bytes. What a press is
sent, in inks and with bleed, is written by `prepress.pdfx`, and is no page for a screen.
"""

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.layout import Layout
from pipeline.drawing.page import page as units_of_page
from pipeline.stages.imprint import SOFTWARE, Imprint
from pipeline.stages.jpeg import encode_jpeg
from pipeline.stages.smaller import smaller
from pipeline.typography.library import FaceLibrary
from pipeline.typography.rendering import render

RASTER_DPI = 300
_FIGURE = 1


def encode_pdf(
    art: NDArray[np.uint8],
    layout: Layout,
    library: FaceLibrary,
    imprint: Imprint,
    size_points: tuple[float, float],
    most_bytes: int | None = None,
) -> bytes:
    """One page of `size_points` (width, height), without bleed and marks.

    `art`, (height, width, 3) RGB in sRGB, covers the page whatever its pixels; at 300 DPI it is
    `Format.print_px()` large. Where the file would have more than `most_bytes`, the art is packed more
    tightly.

    Raises:
        PictureError: `picture-too-large` when it cannot be packed so tightly.
    """
    jpeg = encode_jpeg(art, imprint, 72 * art.shape[1] / size_points[0])
    page = _page(jpeg, layout, library, imprint, size_points)
    excess = 0 if most_bytes is None else len(page) - most_bytes
    if excess <= 0:
        return page
    return _page(smaller(jpeg, len(jpeg) - excess), layout, library, imprint, size_points)


def _page(
    jpeg: bytes, layout: Layout, library: FaceLibrary, imprint: Imprint,
    size_points: tuple[float, float],
) -> bytes:  # fmt: skip
    width, height = size_points
    stream = skia.DynamicMemoryWStream()
    # Skia keeps a bare pointer to the figure, so it must live until the document is closed.
    figure = _figure(imprint)
    metadata = _metadata(imprint)
    metadata.fStructureElementTreeRoot = figure
    document = skia.PDF.MakeDocument(stream, metadata)
    canvas = document.beginPage(width, height)
    skia.PDF.SetNodeId(canvas, _FIGURE)
    picture = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(jpeg))
    canvas.drawImageRect(
        picture, skia.Rect.MakeWH(width, height), skia.SamplingOptions(skia.FilterMode.kLinear)
    )
    across, down = units_of_page(layout.aspect)
    canvas.scale(width / across, height / down)
    render(layout, canvas, library)
    document.endPage()
    document.close()
    return bytes(stream.detachAsData())


def _metadata(imprint: Imprint) -> skia.PDF.Metadata:
    metadata = skia.PDF.Metadata()
    metadata.fTitle = imprint.title
    metadata.fAuthor = imprint.author
    metadata.fSubject = imprint.subject
    metadata.fKeywords = ", ".join(imprint.keywords)
    metadata.fCreator = SOFTWARE
    metadata.fRasterDPI = RASTER_DPI
    return metadata


def _figure(imprint: Imprint) -> skia.PDF.StructureElementNode:
    figure = skia.PDF.StructureElementNode()
    figure.fNodeId = _FIGURE
    figure.fTypeString = "Figure"
    figure.fAlt = imprint.description
    figure.fLang = imprint.language
    return figure
