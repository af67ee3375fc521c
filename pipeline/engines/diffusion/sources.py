"""Pictures to paint from: opened with suspicion, and fitted to the size that is painted."""

import io
import struct
import warnings
import zlib
from collections.abc import Generator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps

from pipeline.domain.errors import PaintError
from pipeline.domain.picture import LARGEST_MB, LARGEST_MP, MEGABYTE

KINDS = ("PNG", "JPEG", "WEBP", "TIFF")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError,
           OverflowError, RuntimeError, struct.error, zlib.error,
           Image.DecompressionBombError, Image.DecompressionBombWarning)  # fmt: skip
"""What Pillow's readers raise when a file does not hold what its header promised."""


def source(content: bytes, width: int, height: int) -> Image.Image:
    """The RGB picture in a file, upright, on white, covering `width` x `height` from its middle.

    Raises:
        PaintError: `paint-source` when it is damaged, of another kind, or too large.
    """
    return ImageOps.fit(_on_white(_opened(content)), (width, height), Image.Resampling.LANCZOS)


def mask(content: bytes, width: int, height: int) -> Image.Image:
    """The black and white picture in a file, fitted like `source`: 255 is painted, 0 is kept.

    Only what is whiter than grey is painted, so that there is no half of keeping.

    Raises:
        PaintError: `paint-source`.
    """
    grey = _on_white(_opened(content)).convert("L")
    fitted = np.asarray(ImageOps.fit(grey, (width, height), Image.Resampling.LANCZOS))
    return Image.fromarray(np.where(fitted >= 128, 255, 0).astype(np.uint8))


def _opened(content: bytes) -> Image.Image:
    if len(content) > LARGEST_MB * MEGABYTE:
        raise PaintError("paint-source")
    with _strict(), Image.open(io.BytesIO(content), formats=KINDS) as file:
        if file.width * file.height > LARGEST_MP * 1_000_000:
            raise PaintError("paint-source")
        file.load()
        return ImageOps.exif_transpose(file)


@contextmanager
def _strict() -> Generator[None]:
    """Whatever a hostile or truncated file makes of Pillow is one error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except _BROKEN as error:
            raise PaintError("paint-source") from error


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "I;16":
        picture = Image.fromarray((np.asarray(picture) // 257).astype(np.uint8))
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(ground, layer).convert("RGB")
