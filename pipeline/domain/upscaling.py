"""Enlarging the picture of a cover for print: with which weights, and what was enlarged."""

from dataclasses import dataclass
from enum import StrEnum


class Weights(StrEnum):
    """What a model was trained on: photographs and paintings, line drawings, or for speed."""

    PHOTO = "photo"
    ANIME = "anime"
    DRAFT = "draft"


class Enlarger(StrEnum):
    """What runs a model: ncnn on any processor, torch for GPUs, or the package of that name."""

    NCNN = "ncnn"
    TORCH = "torch"
    REALESRGAN = "realesrgan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upscaled:
    """How the picture of an art was enlarged: it had `width_px` x `height_px` before that.

    `engine` and `weights` did it; its resolution in print is still told by what it had.
    """

    engine: str
    weights: Weights
    width_px: int
    height_px: int
