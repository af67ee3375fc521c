"""A picture made to fit where it is sent: first by quality, then by size, never by proportion."""

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from pipeline.domain.errors import PictureError
from pipeline.domain.picture import LARGEST_MP, MEGABYTE
from pipeline.stages.colour_profile import srgb
from pipeline.stages.jpeg import FULL_COLOUR

QUALITIES = (92, 86, 80, 74)
"""Below the last, lettering gets a fringe: a smaller picture looks better."""
LEAST_PX = 64
"""A shorter side is no picture any more."""
HALVED = 2
"""Pillow's name for 4:2:0."""
FULL_FROM = 80
"""Colour is kept at full size down to this quality."""
AIM = 0.92
"""What is aimed at when a size is guessed: bytes do not quite follow the pixels."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A picture as sRGB without transparency, and what its file says about it."""

    picture: Image.Image
    dpi: tuple[float, float]
    exif: Image.Exif
    xmp: bytes


def smaller(content: bytes, most_bytes: int, most_side_sum: int | None = None) -> bytes:
    """The picture in the file `content` as a JPEG file of at most `most_bytes`.

    Its width and height add up to at most `most_side_sum` pixels. A JPEG file that fits is given
    back as it is. The print measure stays: fewer pixels have fewer DPI. Pillow works without
    holding up other threads.

    Raises:
        PictureError: `picture-unreadable`; `picture-too-large` when nothing recognisable fits.
    """
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.format == "JPEG" and _fits(content, opened.size, most_bytes, most_side_sum):
                return content
            _demand_pixels(opened)
            source = _read(opened)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PictureError("picture-unreadable") from error
    for made in _tries(source, most_bytes, most_side_sum):
        if len(made) <= most_bytes:
            return made
    raise PictureError("picture-too-large", limit_mb=most_bytes / MEGABYTE)


def _fits(content: bytes, size: tuple[int, int], most: int, sides: int | None) -> bool:
    return len(content) <= most and (sides is None or sum(size) <= sides)


def _demand_pixels(opened: Image.Image) -> None:
    if opened.width * opened.height > LARGEST_MP * 1_000_000:
        raise PictureError("picture-too-many-pixels", limit_mp=LARGEST_MP)


def _read(opened: Image.Image) -> _Source:
    upright = ImageOps.exif_transpose(opened)
    profile: bytes = opened.info.get("icc_profile", b"")
    dpi: tuple[float, float] = opened.info.get("dpi", (72.0, 72.0))
    xmp: bytes | str = opened.info.get("xmp", b"")
    return _Source(_srgb(_opaque(upright), profile), dpi, upright.getexif(),
                   xmp.encode() if isinstance(xmp, str) else xmp)  # fmt: skip


def _opaque(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def _srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Colours as sRGB; a profile that is broken, or not one of RGB, is passed over."""
    if not profile or profile == srgb():
        return picture
    try:
        was = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        now = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
        changed = ImageCms.profileToProfile(picture, was, now)
    except (ImageCms.PyCMSError, OSError):
        return picture
    return changed or picture


def _tries(source: _Source, most_bytes: int, sides: int | None) -> Iterator[bytes]:
    """Ever smaller files: worse ones of the largest allowed size, then smaller ones."""
    scale = min(1.0, sides / sum(source.picture.size)) if sides else 1.0
    made = b""
    for quality in QUALITIES:
        made = _encoded(source, scale, quality)
        yield made
    while True:
        scale *= min(0.9, math.sqrt(AIM * most_bytes / len(made)))
        if min(source.picture.size) * scale < LEAST_PX:
            return
        made = _encoded(source, scale, QUALITIES[1])
        yield made


def _encoded(source: _Source, scale: float, quality: int) -> bytes:
    picture = source.picture
    if scale < 1:
        size = (max(1, int(picture.width * scale)), max(1, int(picture.height * scale)))
        picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    dpi = tuple(side * scale for side in source.dpi)
    file = io.BytesIO()
    picture.save(
        file, "JPEG", quality=quality, subsampling=FULL_COLOUR if quality >= FULL_FROM else HALVED,
        dpi=dpi, icc_profile=srgb(), exif=source.exif, xmp=source.xmp,
    )  # fmt: skip
    return file.getvalue()
