"""How much of a picture is enlarged, and how long that is likely to take, told before it begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.art import Brought, Painted, own_px
from pipeline.domain.geometry import Box
from pipeline.domain.upscaling import Enlarger, Weights

ENOUGH = 0.95
"""This share of the pixels that print wants is enough: nobody sees a twentieth."""
SECONDS_A_MEGAPIXEL: Mapping[str, Mapping[Weights, float]] = {
    Enlarger.NCNN: {Weights.PHOTO: 145.0, Weights.ANIME: 65.0, Weights.DRAFT: 8.0},
    Enlarger.TORCH: {Weights.PHOTO: 40.0, Weights.ANIME: 15.0, Weights.DRAFT: 5.0},
}
"""Of the picture before, on two cores: docs/how-to/enlarge-pictures.md; torch on those that multiply bfloat16, and
GPUs are quicker. The first order corrects it."""
LATE = 5
"""The last so many orders of a kind that enlarged something tell how long the next one takes."""
ENLARGE = ("upscale", "export", "print")
"""The kinds of orders that may."""

BEYOND = 1 / 32
"""So much of the cover's width and height is enlarged beyond its edges, as far as the picture goes: a
bleed of 0.125 in is less of any trim."""
LEFT = 1.5
"""So many widths of the cover are enlarged to its left, as far as the picture goes: spine and back show them."""


def around(crop: Box) -> Box:
    """What is enlarged of a picture, for a cover that shows `crop` of it; both in fractions."""
    high = BEYOND * crop.h
    return Box.edges(
        max(0.0, crop.x - LEFT * crop.w), max(0.0, crop.y - high),
        min(1.0, crop.right + BEYOND * crop.w), min(1.0, crop.bottom + high),
    )  # fmt: skip


def is_enough(art: Brought | Painted, wanted_px: tuple[int, int]) -> bool:
    """Whether what a cover shows of its picture has the pixels for a print of that size."""
    have = own_px(art)
    return min(own / wanted for own, wanted in zip(have, wanted_px, strict=True)) >= ENOUGH


def enlarged_px(art: Brought | Painted) -> tuple[float, float]:
    """Width and height of what would be enlarged of a picture, in its pixels."""
    part = around(art.origin.crop)
    return part.w * art.origin.width_px, part.h * art.origin.height_px


@dataclass(frozen=True, slots=True, kw_only=True)
class Enlarging:
    """An order of a `kind` that is done: so many seconds for so many megapixels that it enlarged, by what."""

    kind: str
    engine: str
    weights: Weights
    megapixels: float
    seconds: float


def enlarging_s(
    size_px: tuple[float, float], weights: Weights | None, enlarger: str, kind: str = "",
    shown: Sequence[Enlarging] = (),
) -> float | None:  # fmt: skip
    """Seconds that an order of a `kind` takes which enlarges so much (width, height); None: nobody knows yet.

    They are as of those that were `shown` here. `weights` of None are not chosen yet, and those for
    photographs take longest.
    """
    pace = _pace(kind, weights or Weights.PHOTO, enlarger, shown)
    return None if pace is None else size_px[0] * size_px[1] / 1e6 * pace


def _pace(
    kind: str, weights: Weights, enlarger: str, shown: Sequence[Enlarging]
) -> float | None:  # fmt: skip
    """Seconds a megapixel: what such orders took, else the least of others, which do more or less besides."""
    alike = [one for one in shown if (one.engine, one.weights) == (enlarger, weights)]
    if own := [one for one in alike if one.kind == kind]:
        return sum(one.seconds for one in own) / sum(one.megapixels for one in own)
    if alike:
        return min(one.seconds / one.megapixels for one in alike)
    return SECONDS_A_MEGAPIXEL.get(enlarger, {}).get(weights)
