"""Pictures as JPEG, with resolution, colour profile and imprint."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.ExifTags import Base

from pipeline.stages.colour_profile import srgb
from pipeline.stages.imprint import SOFTWARE, Imprint, xmp

QUALITY = 92
FULL_COLOUR = 0
"""Pillow's name for 4:4:4; halved colour frays red lettering."""
_XP_KEYWORDS = 0x9C9E


def encode_jpeg(
    picture: NDArray[np.uint8], imprint: Imprint, dpi: float, quality: int = QUALITY
) -> bytes:
    """`picture`, (height, width, 3) RGB in sRGB, as a JPEG file of `dpi`, colour at full size."""
    file = io.BytesIO()
    Image.fromarray(picture).save(
        file, "JPEG", quality=quality, subsampling=FULL_COLOUR, dpi=(dpi, dpi),
        icc_profile=srgb(), exif=_exif(imprint, dpi), xmp=xmp(imprint),
    )  # fmt: skip
    return file.getvalue()


def _exif(imprint: Imprint, dpi: float) -> Image.Exif:
    """Exif fields; words other than ASCII stand where programs look for them.

    Exif 2.3 knows only ASCII for these, but every reader takes UTF-8; the XP fields are
    Windows' own, in UTF-16.
    """
    exif = Image.Exif()
    exif[Base.ImageDescription] = (imprint.description or imprint.title).encode("utf-8")
    exif[Base.Artist] = imprint.author.encode("utf-8")
    exif[Base.Software] = SOFTWARE
    exif[Base.XResolution] = exif[Base.YResolution] = float(dpi)
    exif[Base.ResolutionUnit] = 2
    for tag, text in (
        (Base.XPTitle, imprint.title), (Base.XPAuthor, imprint.author),
        (Base.XPComment, imprint.description), (_XP_KEYWORDS, ";".join(imprint.keywords)),
    ):  # fmt: skip
        if text:
            exif[tag] = (text + "\0").encode("utf-16-le")
    return exif
