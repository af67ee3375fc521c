"""A finished cover as files: previews, print files, the cover as data, and the preflight."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.file import File
from pipeline.domain.format import PRINT_DPI, Format
from pipeline.domain.layout import Layout, Role
from pipeline.domain.layout_json import to_json
from pipeline.domain.report import Report
from pipeline.domain.version import Document
from pipeline.stages.imprint import Imprint
from pipeline.stages.jpeg import encode_jpeg
from pipeline.stages.pdf import encode_pdf
from pipeline.stages.png import COMPRESSION, encode_png
from pipeline.stages.preflight import Evidence, preflight
from pipeline.stages.thumbnail import thumbnail_contrast
from pipeline.typography.legibility import measure
from pipeline.typography.library import FaceLibrary
from pipeline.typography.rendering import render_over

Pixels = NDArray[np.uint8]
PROOF_PX = 1100
"""The height of the small picture that a contact sheet shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One finished idea: the cover as data, what the preflight found, and its pictures.

    `raster` is the text-free art at preview size as a PNG file, `files` begin with the preview,
    `proof` is a small picture of the cover. `original` is the picture that the art is cut from,
    where it is new.
    """

    document: Document
    report: Report
    raster: bytes = field(repr=False)
    files: tuple[File, ...]
    proof: Pixels = field(repr=False, compare=False)
    original: bytes | None = field(default=None, repr=False)

    @property
    def preview(self) -> bytes:
        """The cover at preview size, as a PNG file."""
        return self.files[0].content

    @property
    def glance(self) -> bytes:
        """The same as a JPEG file, which is a tenth of it."""
        return self.files[1].content


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What every file of one cover shares: how its name begins, its format, its metadata."""

    stem: str
    format: Format
    imprint: Imprint


def raster_png(art: Pixels) -> bytes:
    """Art as a PNG file with nothing but its pixels, so that the same art is the same file."""
    file = io.BytesIO()
    Image.fromarray(art).save(file, "PNG", compress_level=COMPRESSION)
    return file.getvalue()


def preview_files(edition: Edition, picture: Pixels) -> list[File]:
    """What is shown and shared on screens; its DPI is that of the format at this size."""
    width, height = edition.format.preview_px
    dpi = width / edition.format.points[0] * 72
    stem = f"{edition.stem}-preview"
    png = encode_png(picture, edition.imprint, dpi)
    jpeg = encode_jpeg(picture, edition.imprint, dpi)
    return [
        File(name=f"{stem}.png", width_px=width, height_px=height, content=png),
        File(name=f"{stem}.jpg", width_px=width, height_px=height, content=jpeg),
    ]


def print_files(
    edition: Edition, art: Pixels, layout: Layout, library: FaceLibrary
) -> list[File]:  # fmt: skip
    """The cover at 300 DPI over `art` of that size, with its lettering as vectors in the PDF."""
    width, height = edition.format.print_px()
    pdf = encode_pdf(art, layout, library, edition.imprint, edition.format.points)
    picture = render_over(art, layout, library)
    del art
    stem = f"{edition.stem}-print"
    size = {"width_px": width, "height_px": height}
    png = encode_png(picture, edition.imprint, PRINT_DPI)
    jpeg = encode_jpeg(picture, edition.imprint, PRINT_DPI)
    return [
        File(name=f"{stem}.png", content=png, **size),
        File(name=f"{stem}.jpg", content=jpeg, **size),
        File(name=f"{stem}.pdf", content=pdf, **size),
    ]


def examined(
    edition: Edition, layout: Layout, art: Pixels, picture: Pixels, files: list[File],
    library: FaceLibrary, art_px: tuple[int, int] | None = None,
) -> Report:  # fmt: skip
    """The preflight of the best of `files`, by `picture`, which is `art` with its lettering.

    `art_px` is how large the art was before anything enlarged it; None: it was drawn that large.
    """
    largest = max(files, key=lambda file: file.width_px)
    size = (largest.width_px, largest.height_px)
    title = layout.block(Role.TITLE)
    kinds = {".jpg": "jpeg", ".pdf": "pdf"}
    return preflight(
        Evidence(
            format=edition.format, layout=layout, measures=measure(layout, art, library),
            pixels=size, art_px=art_px or size,
            thumbnail_contrast=thumbnail_contrast(picture, art, title.box) if title else None,
            file_bytes={kinds[f.name[-4:]]: len(f.content) for f in files if f.name[-4:] in kinds},
        )
    )  # fmt: skip


def document(edition: Edition, layout: Layout, came_from: Mapping[str, object]) -> File:
    """The cover as data: its layout, and where its art `came_from`."""
    width, height = edition.format.preview_px
    body = {**came_from, "layout": json.loads(to_json(layout))}
    text = json.dumps(body, ensure_ascii=False, indent=2)
    return File(name=f"{edition.stem}.json", width_px=width, height_px=height,
                content=text.encode())  # fmt: skip


def proof_of(picture: Pixels) -> Pixels:
    """`picture` as a contact sheet shows it."""
    height, width = picture.shape[:2]
    small = Image.fromarray(picture).resize(
        (round(PROOF_PX * width / height), PROOF_PX), Image.Resampling.LANCZOS, reducing_gap=3.0
    )
    return np.asarray(small)
