"""Pictures for shops: the cover of an eBook, and the thumbnail by which a list shows it.

KDP help G6GTK3T3NUHKLEFX: 1600 x 2560 px is best, at least 625 x 1000 and at most 10,000 px a side,
RGB, JPEG. Its page of 2026 takes 5 MB, so that is what files are kept under.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.wrap import RectMm, Wrap
from pipeline.stages.imprint import Imprint
from pipeline.stages.jpeg import QUALITY, encode_jpeg

Pixels = NDArray[np.uint8]

EBOOK_PX = (1600, 2560)
EBOOK_BYTES = 5_000_000
EBOOK_DPI = 300.0
THUMBNAIL_PX = 320
"""The height of a thumbnail: twice what lists show, for fine screens."""
CUT = 1.14
"""A cover whose proportions differ by less is cut to 1 : 1.6; A5 is, a square keeps its shape."""
QUALITIES = (95, QUALITY, 88, 84, 80, 74, 66, 56, 44)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Panels:
    """The parts of a rendered sheet as they are seen on the book: (height, width, 3) RGB each."""

    back: Pixels
    spine: Pixels
    front: Pixels


def ebook_px(aspect: float) -> tuple[int, int]:
    """Width and height of the eBook's cover of a cover of `aspect`: `EBOOK_PX` wherever that fits.

    Where it would cut too much away, the cover keeps its proportions with 2560 px on its long side.
    """
    wanted = EBOOK_PX[0] / EBOOK_PX[1]
    if max(aspect / wanted, wanted / aspect) <= CUT:
        return EBOOK_PX
    long = EBOOK_PX[1]
    return (long, round(long / aspect)) if aspect > 1 else (round(long * aspect), long)


def ebook_jpeg(front: Pixels, imprint: Imprint) -> bytes:
    """`front`, the lettered cover of `ebook_px` as (height, width, 3) RGB, within 5 MB."""
    return jpeg_within(front, imprint, EBOOK_DPI, EBOOK_BYTES)


def thumbnail_jpeg(front: Pixels, imprint: Imprint) -> bytes:
    """`front` as small as lists show it."""
    height, width = front.shape[:2]
    size = (max(1, round(width * THUMBNAIL_PX / height)), THUMBNAIL_PX)
    small = Image.fromarray(front).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return encode_jpeg(np.asarray(small), imprint, 72.0)


def jpeg_within(picture: Pixels, imprint: Imprint, dpi: float, most_bytes: int) -> bytes:
    """`picture`, (height, width, 3) RGB, as the best JPEG file of at most `most_bytes`.

    Raises:
        ValueError: when not even the least quality is small enough.
    """
    for quality in QUALITIES:
        content = encode_jpeg(picture, imprint, dpi, quality)
        if len(content) <= most_bytes:
            return content
    raise ValueError(
        f"no JPEG of {picture.shape[1]} x {picture.shape[0]} px has {most_bytes} bytes"
    )


def panels(sheet: Pixels, wrap: Wrap) -> Panels:
    """The back, spine and front out of a rendering of the whole `sheet` of `wrap`."""
    return Panels(
        back=_part(sheet, wrap, wrap.back), spine=_part(sheet, wrap, wrap.spine),
        front=_part(sheet, wrap, wrap.front),
    )  # fmt: skip


def _part(sheet: Pixels, wrap: Wrap, part: RectMm) -> Pixels:
    """The pixels whose middles lie in `part`; at least one column and row."""
    height, width = sheet.shape[:2]
    across, down = width / wrap.sheet.w, height / wrap.sheet.h
    left, top = round(part.x * across), round(part.y * down)
    right, bottom = round(part.right * across), round(part.bottom * down)
    return np.ascontiguousarray(sheet[top : max(top + 1, bottom), left : max(left + 1, right)])
