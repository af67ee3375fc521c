"""Reads a PNG, JPEG or TIFF for its preflight, as it is: with its inks, its alpha and its frames."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from pipeline.domain.errors import PictureError, PrintError
from pipeline.domain.format import MM_PER_INCH, PRINT_DPI
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import FileKind, Found, InkFound, PictureFound
from pipeline.prepress.preflight.ink_map import InkMap
from pipeline.prepress.preflight.page_view import seen_barcode, smaller
from pipeline.prepress.preflight.spaces import CMYK, Family
from pipeline.stages.open_picture import open_kept

_FAMILIES = {"1": Family.GRAY, "L": Family.GRAY, "LA": Family.GRAY, "CMYK": Family.CMYK,
             "LAB": Family.LAB, "I": Family.GRAY, "F": Family.GRAY}  # fmt: skip
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


def read_picture_file(path: Path) -> Found:
    """What is in a picture.

    Raises:
        PrintError: `unchecked-kind` for what is neither a picture nor a PDF.
        PictureError: when it is damaged or has more than 60 megapixels.
    """
    content = path.read_bytes()
    told = _told(path)
    try:
        rgb = open_kept(content).rgb
    except PictureError as error:
        if error.code != "picture-several":
            raise
        rgb = _first(path)
    dpi = told.dpi or float(PRINT_DPI)
    height, width = rgb.shape[:2]
    view, view_dpi = smaller(rgb, dpi)
    sheet = RectMm(x=0.0, y=0.0, w=width / dpi * MM_PER_INCH, h=height / dpi * MM_PER_INCH)
    return Found(
        kind=FileKind(_kind(path)), size_bytes=len(content), sheet=sheet, view=view,
        view_dpi=view_dpi, lines=None, barcode=seen_barcode(rgb, dpi), picture=told,
    )  # fmt: skip


def _kind(path: Path) -> str:
    with Image.open(path) as file:
        return "JPEG" if file.format == "MPO" else file.format or ""


def _told(path: Path) -> PictureFound:
    """What the header says, and the inks where there are any."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=("PNG", "JPEG", "TIFF")) as file:
                return PictureFound(
                    width_px=file.width, height_px=file.height,
                    family=_FAMILIES.get(file.mode.partition(";")[0], Family.RGB),
                    managed=bool(file.info.get("icc_profile")),
                    alpha=_sees_through(file), dpi=_dpi(file.info),
                    frames=1 if file.format == "MPO" else getattr(file, "n_frames", 1),
                    inks=_inks(file) if file.mode == "CMYK" else None,
                )  # fmt: skip
    except UnidentifiedImageError as error:
        raise PrintError("unchecked-kind") from error
    except (*_BROKEN, Image.DecompressionBombError) as error:
        raise PictureError("picture-unreadable") from error


def _sees_through(file: Image.Image) -> bool:
    """Whether anything of it is not opaque."""
    if "transparency" in file.info:
        return True
    if "A" not in file.getbands():
        return False
    least: Any = file.getchannel("A").getextrema()
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
    array: NDArray[np.uint8] = np.asarray(file)
    # Pillow has turned round what Photoshop writes the other way round: 255 is full ink
    totals = array.astype(np.float32) / np.float32(255)
    height, width = totals.shape[:2]
    sheet = InkMap(width / PRINT_DPI * MM_PER_INCH, height / PRINT_DPI * MM_PER_INCH)
    wide, tall = width / PRINT_DPI * MM_PER_INCH, height / PRINT_DPI * MM_PER_INCH
    sheet.image((wide, 0, 0, -tall, 0, tall), CMYK.inks(totals), 1.0)
    return sheet.found()


def _first(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as file:
        return np.asarray(file.convert("RGB"))
