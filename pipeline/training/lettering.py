"""A hint whether a picture carries lettering.

A model learns the titles that its pictures carry, and paints letters ever after. Where RapidOCR is
installed it is asked; else areas that look like a line of letters are looked for: of one height,
side by side on one line, of one tone. Of 24 covers
that the illustrator drew it found 21 by their titles, and took 2 of the same without titles for
lettered; handwriting and letters that touch it does not find. So it is a hint and stops nothing.
"""

import functools
import importlib
import importlib.util
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.training.components import Area, areas

Reader = Callable[[Image.Image], bool]
"""Whether a picture (RGB) seems to carry lettering."""

_SIDE = 512
_CONTRAST = 40
"""By how many of 255 levels letters differ from what is around them."""
_LETTERS = 5
"""So many in a line are a line of letters; fewer are met in pictures without any."""
_SURE = 0.6
"""From this confidence (0 to 1) on a reading of RapidOCR counts."""


def reader() -> tuple[str, Reader]:
    """What looks for lettering on this machine: "rapidocr" where it is installed, else "shapes"."""
    if importlib.util.find_spec("rapidocr") and importlib.util.find_spec("onnxruntime"):
        return "rapidocr", _read
    return "shapes", looks_lettered


def looks_lettered(picture: Image.Image) -> bool:
    """Whether any line of areas of a picture looks like letters."""
    small = picture.convert("L")
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    around = small.filter(ImageFilter.BoxBlur(_SIDE // 24))
    above = np.asarray(small, np.int16) - np.asarray(around, np.int16)
    return any(_has_line(above * sign > _CONTRAST) for sign in (1, -1))


def _has_line(mask: NDArray[np.bool_]) -> bool:
    height = mask.shape[0]
    letters = [area for area in areas(mask) if _is_letter(area, height)]
    return any(len(_line(first, letters)) >= _LETTERS for first in letters)


def _is_letter(area: Area, height: int) -> bool:
    wide, tall = area.right - area.left, area.bottom - area.top
    share = area.pixels / (wide * tall)
    return 6 <= tall <= 0.16 * height and 0.12 * tall <= wide <= 1.8 * tall and 0.2 <= share <= 0.9


def _line(first: Area, letters: Sequence[Area]) -> list[Area]:
    """`first` and the letters that follow it to the right on one line, each near the one before."""
    line = [first]
    tall = first.bottom - first.top
    for area in sorted(letters):
        last = line[-1]
        gap = area.left - last.right
        level = abs(area.bottom - first.bottom) <= 0.12 * tall
        like = 0.8 * tall <= area.bottom - area.top <= 1.25 * tall
        if level and like and -0.1 * tall <= gap <= 0.9 * tall and area.left > last.left:
            line.append(area)
    return line


def _read(picture: Image.Image) -> bool:
    found: Any = _rapidocr()(np.asarray(picture.convert("RGB"))[..., ::-1])
    readings: list[tuple[str, float]] = list(zip(found.txts or (), found.scores or (), strict=True))
    return any(
        score >= _SURE and sum(char.isalnum() for char in text) > 1 for text, score in readings
    )


@functools.cache
def _rapidocr() -> Any:
    module = importlib.import_module("rapidocr")
    return module.RapidOCR(params={"Global.log_level": "critical"})
