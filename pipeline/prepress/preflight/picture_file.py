"""Reads a PNG, JPEG or TIFF for its preflight, as it is: with its inks, its alpha and its frames."""

import contextlib
import io
import warnings
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.domain.errors import PictureError, PrintError
from pipeline.domain.format import MM_PER_INCH, PRINT_DPI
from pipeline.domain.picture import LARGEST_MP
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import FileKind, Found, InkFound, PictureFound
from pipeline.prepress.preflight.ink_map import InkMap
from pipeline.prepress.preflight.page_view import seen_barcode, smaller
from pipeline.prepress.preflight.spaces import CMYK, Family
from pipeline.stages.open_picture import open_kept

_FAMILIES = {"1": Family.GRAY, "L": Family.GRAY, "LA": Family.GRAY, "CMYK": Family.CMYK,
             "LAB": Family.LAB, "I": Family.GRAY, "F": Family.GRAY}  # fmt: skip
_WITH_ALPHA = {"LA", "PA", "RGBA"}
"""Of another mode with a band A, it is one of Lab."""
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    OverflowError,
)


def read_picture_file(file: Path | bytes) -> Found:
    """What is in a picture; `file` is where it lies, or its content.

    Raises:
        PrintError: `unchecked-kind` for what is neither a picture nor a PDF.
        PictureError: when it is damaged or has more than 60 megapixels.
    """
    content = file if isinstance(file, bytes) else file.read_bytes()
    with _opened(content) as picture:
        _demand_px(picture.size)  # before anything is decoded
        kind = "JPEG" if picture.format == "MPO" else picture.format or ""
    rgb = _rgb(content)
    with _opened(content) as picture:
        told = _told(picture)
    dpi = told.dpi or float(PRINT_DPI)
    height, width = rgb.shape[:2]
    view, view_dpi = smaller(rgb, dpi)
    sheet = RectMm(x=0.0, y=0.0, w=width / dpi * MM_PER_INCH, h=height / dpi * MM_PER_INCH)
    return Found(
        kind=FileKind(kind), size_bytes=len(content), sheet=sheet, view=view,
        view_dpi=view_dpi, lines=None, barcode=seen_barcode(rgb, dpi), picture=told,
    )  # fmt: skip


@contextlib.contextmanager
def _opened(content: bytes) -> Generator[Image.Image]:
    """The file with its header read; what Pillow says of it and of what is done with it in our words."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as file:
                yield file
    except UnidentifiedImageError as error:
        raise PrintError("unchecked-kind") from error
    except Image.DecompressionBombError as error:
        raise PictureError("picture-too-many-pixels", limit_mp=LARGEST_MP) from error
    except _BROKEN as error:
        raise PictureError("picture-unreadable") from error


def _demand_px(size: tuple[int, int]) -> None:
    if size[0] * size[1] > LARGEST_MP * 1_000_000:
        raise PictureError("picture-too-many-pixels", limit_mp=LARGEST_MP)


def _rgb(content: bytes) -> NDArray[np.uint8]:
    """The picture as it is seen; of several the first."""
    try:
        return open_kept(content).rgb
    except PictureError as error:
        if error.code != "picture-several":
            raise
    with _opened(content) as file:
        return np.asarray(file.convert("RGB"))


def _told(file: Image.Image) -> PictureFound:
    """What the header says, and the inks where there are any; of the picture as it is seen."""
    ImageOps.exif_transpose(file, in_place=True)
    return PictureFound(
        width_px=file.width, height_px=file.height,
        family=_FAMILIES.get(file.mode.partition(";")[0], Family.RGB),
        managed=bool(file.info.get("icc_profile")), alpha=_sees_through(file), dpi=_dpi(file.info),
        frames=1 if file.format == "MPO" else getattr(file, "n_frames", 1),
        inks=_inks(file) if file.mode == "CMYK" else None,
    )  # fmt: skip


def _sees_through(file: Image.Image) -> bool:
    """Whether anything of it is not opaque."""
    told = "transparency" in file.info
    if not told and file.mode not in _WITH_ALPHA:
        return False
    least: Any = (file.convert("RGBA") if told else file).getchannel("A").getextrema()
    return least[0] < 255


def _dpi(info: Any) -> float | None:
    """The resolution that a file tells; 72 and less are what programs write without asking."""
    told = info.get("dpi")
    try:
        dpi = float(min(told)) if told else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return dpi if dpi > 96.5 else None


def _inks(file: Image.Image) -> InkFound | None:
    """Total ink of a CMYK picture, whose sheet is as if it had 300 DPI."""
    wide, tall = (side / PRINT_DPI * MM_PER_INCH for side in file.size)
    sheet = InkMap(wide, tall)
    # no finer than the map: of a large picture, numbers of every pixel would be gigabytes
    small = file.reduce(max(1, int(PRINT_DPI / MM_PER_INCH / sheet.scale)))
    # Pillow has turned round what Photoshop writes the other way round: 255 is full ink
    shares = np.asarray(small, np.float32) / np.float32(255)
    sheet.image((wide, 0, 0, -tall, 0, tall), CMYK.inks(shares), 1.0)
    return sheet.found()
