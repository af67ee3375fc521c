"""A picture that the author brings as the art of a cover: its limits, and where it came from."""

from dataclasses import dataclass

from pipeline.domain.geometry import Box

MEGABYTE = 1_000_000
HANDY_MB = 9.5
"""What every chat takes as a file."""
LARGEST_MB = 50
LARGEST_MP = 60
"""Megapixels; as RGB they take 180 MB, and a camera makes no more."""
LEAST_PX = 300
"""The short side of the smallest picture that can be anything but a blur."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which picture became the art: the `sha256` of its file (hexadecimal), and what of it is used.

    `width_px` and `height_px` are those of the picture as it is meant to be seen; `crop` is what
    the cover shows of it, in fractions of the picture.
    """

    sha256: str
    kind: str
    width_px: int
    height_px: int
    crop: Box
