"""Opening pictures of the data, and cutting them to their sizes."""

import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from pipeline.training.buckets import Size

MOST_PIXELS = 100_000_000
"""A larger picture is taken for a decompression bomb and counts as unreadable."""


class UnreadableError(Exception):
    """A file that holds no whole picture."""


def open_whole(path: Path) -> Image.Image:
    """A picture as RGB, upright, on white where it is transparent; every pixel was decoded.

    Raises:
        UnreadableError: when it is no picture, is cut short, or is too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of metadata that are odd: the pixels are what counts
            with Image.open(path) as file:
                if file.width * file.height <= MOST_PIXELS:
                    file.load()
                    return _on_white(ImageOps.exif_transpose(file))
    except Exception as error:
        raise UnreadableError(path.name) from error
    raise UnreadableError(path.name)


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
