"""Covers in a row or two, small and numbered: a page of a history, versions, what is voted on."""

import io
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL import Image

from pipeline.domain.errors import PictureError
from pipeline.stages.board import LARGEST, Pixels, Tile, board
from pipeline.stages.colour_profile import srgb
from pipeline.typography.library import FaceLibrary

QUALITY = 88


def strip(
    pictures: Sequence[bytes | None], labels: Sequence[str], library: FaceLibrary, *,
    columns: int = 5, here: int | None = None,
) -> bytes:  # fmt: skip
    """The `pictures` (files; None leaves an empty place) with numbers from 1 and `labels`: a JPEG.

    `here` is the index of the one that is the present state of things.

    Raises:
        PictureError: `picture-unreadable` for a file that is no picture.
        ValueError: when there is no picture, or not as many labels.
    """
    with ThreadPoolExecutor(min(len(pictures) or 1, os.cpu_count() or 1)) as threads:
        covers = list(threads.map(_small, pictures))
    tiles = [
        Tile(cover=cover, label=label, here=index == here)
        for index, (cover, label) in enumerate(zip(covers, labels, strict=True))
    ]
    file = io.BytesIO()
    Image.fromarray(board(tiles, library, columns)).save(
        file, "JPEG", quality=QUALITY, icc_profile=srgb()
    )
    return file.getvalue()


def _small(content: bytes | None) -> Pixels | None:
    """A picture no larger than a board shows it; Pillow reads it without holding up other threads."""
    if content is None:
        return None
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.draft("RGB", (LARGEST, LARGEST))
            picture.thumbnail((LARGEST, LARGEST), Image.Resampling.BOX, reducing_gap=None)
            return np.asarray(picture.convert("RGB"))
    except (OSError, SyntaxError, ValueError) as error:  # Pillow says broken files in many ways
        raise PictureError("picture-unreadable") from error
