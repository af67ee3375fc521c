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
from pipeline.stages.jpeg import FULL_COLOUR
from pipeline.typography.library import FaceLibrary

QUALITY = 88
FINE = 93
"""The quality of what is drawn, and compressed, again."""


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
    with _threads(pictures) as threads:
        covers = list(threads.map(_shown, pictures))
    tiles = [
        Tile(cover=cover, label=label, here=index == here)
        for index, (cover, label) in enumerate(zip(covers, labels, strict=True))
    ]
    file = io.BytesIO()
    Image.fromarray(board(tiles, library, columns)).save(
        file, "JPEG", quality=QUALITY, icc_profile=srgb()
    )
    return file.getvalue()


def thumbnails(pictures: Sequence[bytes]) -> list[bytes]:
    """The `pictures` (files) as JPEG files that are large enough for a strip, and read much faster.

    Raises:
        PictureError: `picture-unreadable` for a file that is no picture.
    """
    with _threads(pictures) as threads:
        return list(threads.map(_thumbnail, pictures))


def _thumbnail(content: bytes) -> bytes:
    file = io.BytesIO()
    Image.fromarray(_small(content)).save(file, "JPEG", quality=FINE, subsampling=FULL_COLOUR)
    return file.getvalue()


def _threads(pictures: Sequence[bytes | None]) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(min(len(pictures) or 1, os.cpu_count() or 1))


def _shown(content: bytes | None) -> Pixels | None:
    return None if content is None else _small(content)


def _small(content: bytes) -> Pixels:
    """A picture no larger than a board shows it; Pillow reads it without holding up other threads."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.draft("RGB", (LARGEST, LARGEST))
            picture.thumbnail((LARGEST, LARGEST), Image.Resampling.BOX, reducing_gap=None)
            return np.asarray(picture.convert("RGB"))
    except (OSError, SyntaxError, ValueError) as error:  # Pillow says broken files in many ways
        raise PictureError("picture-unreadable") from error
