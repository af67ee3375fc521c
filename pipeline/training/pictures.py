"""Opening pictures of the data, and cutting them to their sizes."""

import io
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps

from pipeline.training.buckets import Size

MOST_PIXELS = 100_000_000
"""A larger picture is taken for a decompression bomb and counts as unreadable."""


class UnreadableError(Exception):
    """A file that holds no whole picture."""


def open_whole(path: Path) -> Image.Image:
    """A picture in sRGB, upright, on white where it is transparent; every pixel was decoded.

    Of a moving picture the first is taken.

    Raises:
        UnreadableError: when it is no picture, is cut short, or is too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of metadata that are odd: the pixels are what counts
            with Image.open(path) as file:
                if file.width * file.height <= MOST_PIXELS:
                    file.load()
                    return _on_white(_in_srgb(ImageOps.exif_transpose(file)))
    except Exception as error:
        raise UnreadableError(path.name) from error
    raise UnreadableError(path.name)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture in 8 bits, its colours converted where it says how they are meant."""
    if picture.mode.startswith("I") or picture.mode == "F":
        return _in_8_bits(picture)
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK", "L", "LAB"}:
        return picture
    open_profile: Callable[[io.BytesIO], ImageCms.ImageCmsProfile] = ImageCms.ImageCmsProfile
    try:
        own, meant = open_profile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, own, meant, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):  # a profile of no use
        return picture


def _in_8_bits(picture: Image.Image) -> Image.Image:
    """Greys of more bits; Pillow cuts them off at 255 and leaves a white sheet.

    Whole numbers are of 16 bits (as PNG has them) unless they all fit into 8; others are from 0 to 1.
    """
    values = np.asarray(picture, np.float64)
    if picture.mode == "F":
        values = values * 255
    elif picture.mode.startswith("I;16") or values.max(initial=0) > 255:
        values = values / 257
    return Image.fromarray(values.clip(0, 255).round().astype(np.uint8))


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(ground, clear).convert("RGB")
    return picture.convert("RGB")


def cut(picture: Image.Image, size: Size) -> NDArray[np.float32]:
    """The middle of a picture at `size`, as (3, height, width) from -1 to 1."""
    fitted = ImageOps.fit(picture, size, Image.Resampling.LANCZOS)
    values = np.asarray(fitted, np.float32) / 127.5 - 1.0
    return np.ascontiguousarray(values.transpose(2, 0, 1))
