"""How long a picture is likely to be enlarged, told before anything of it is measured."""

from collections.abc import Mapping

from pipeline.domain.art import Brought, Painted, own_px
from pipeline.domain.upscaling import Enlarger, Weights

ENOUGH = 0.95
"""This share of the pixels that print wants is enough: nobody sees a twentieth."""
SECONDS_A_MEGAPIXEL: Mapping[Weights, float] = {
    Weights.PHOTO: 300.0, Weights.ANIME: 140.0, Weights.DRAFT: 13.0,
}  # fmt: skip
"""Of the picture before, with ncnn on two cores: docs/how-to/enlarge-pictures.md. The first tiles correct it."""


def is_enough(art: Brought | Painted, wanted_px: tuple[int, int]) -> bool:
    """Whether what a cover shows of its picture has the pixels for a print of that size."""
    have = own_px(art)
    return min(own / wanted for own, wanted in zip(have, wanted_px, strict=True)) >= ENOUGH


def enlarging_s(
    size_px: tuple[float, float], weights: Weights | None, enlarger: str
) -> float | None:
    """Seconds that a picture of `size_px` (width, height) takes; None: they are the first tiles to tell.

    `weights` of None are not chosen yet, and those for photographs take longest.
    """
    if enlarger != Enlarger.NCNN:
        return None
    return size_px[0] * size_px[1] / 1e6 * SECONDS_A_MEGAPIXEL[weights or Weights.PHOTO]
