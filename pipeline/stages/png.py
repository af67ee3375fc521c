"""Pictures as PNG, with resolution, colour profile and imprint."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pipeline.stages.colour_profile import srgb
from pipeline.stages.imprint import SOFTWARE, Imprint, xmp

COMPRESSION = 1
"""zlib level: 6 takes four times as long for 11 % less (a printed page, 2480 x 3508)."""


def encode_png(picture: NDArray[np.uint8], imprint: Imprint, dpi: float) -> bytes:
    """`picture`, (height, width, 3) RGB in sRGB, as a PNG file of `dpi`."""
    file = io.BytesIO()
    Image.fromarray(picture).save(
        file, "PNG", compress_level=COMPRESSION, dpi=(dpi, dpi), icc_profile=srgb(),
        pnginfo=_texts(imprint),
    )  # fmt: skip
    return file.getvalue()


def plain_png(pixels: NDArray[np.uint8], dpi: float) -> bytes:
    """Pixels, (height, width, 3) RGB or 4 with their opacity, in sRGB, as a PNG file that tells nothing else."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(
        file, "PNG", compress_level=COMPRESSION, dpi=(dpi, dpi), icc_profile=srgb()
    )
    return file.getvalue()


def _texts(imprint: Imprint) -> PngInfo:
    """The keywords that the PNG specification registers (11.3.4.2), and XMP, in iTXt chunks."""
    texts = PngInfo()
    for keyword, text in (
        ("Title", imprint.title), ("Author", imprint.author),
        ("Description", imprint.description), ("Software", SOFTWARE),
    ):  # fmt: skip
        if text:
            texts.add_itxt(keyword, text, lang=imprint.language, tkey=keyword)
    texts.add_itxt("XML:com.adobe.xmp", xmp(imprint).decode("utf-8"))
    return texts
