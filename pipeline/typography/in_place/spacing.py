"""Where the words of a line end: readers see letters well, and the gaps between words badly."""

import math
from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np

from pipeline.typography.casing import Style
from pipeline.typography.in_place.matching import path_of
from pipeline.typography.in_place.matte import Field
from pipeline.typography.library import FaceLibrary

PLAIN = ("noto-serif", "noto-sans-kr")
"""Faces with usual widths, with serifs and without."""
WIDEST, WIDER = 0.15, 1.6
"""A gap ends a word when it is so wide by the line's height, and so many times the usual gap."""
MOST_WAYS = 4000
"""More ways to part letters than this are not tried: what was read stands."""


def spaced(library: FaceLibrary, words: str, ink: Field) -> str:
    """`words` with their spaces where the ink has wide gaps; `ink` is coverage, cut to its bounds.

    Of all ways to part the letters the one is taken whose words have the widths that are seen.
    """
    letters, gaps = words.replace(" ", ""), _gaps(ink)
    usual = float(np.median([wide for _, wide in gaps])) if len(gaps) > 2 else 0.0
    wide = [gap for gap in gaps if gap[1] > max(WIDEST * ink.shape[0], WIDER * usual)]
    if not wide or len(wide) >= len(letters) or math.comb(len(letters) - 1, len(wide)) > MOST_WAYS:
        return letters if not wide else words
    ends = [0.0, *(edge for at, width in wide for edge in (at, at + width)), float(ink.shape[1])]
    seen = [b - a for a, b in zip(ends[::2], ends[1::2], strict=True)]
    ways = list(combinations(range(1, len(letters)), len(wide)))
    _, cuts = min((_off(widths, seen, way), way) for widths in _widths(library, letters)
                  for way in ways)  # fmt: skip
    parts = pairwise((0, *cuts, len(letters)))
    return " ".join(letters[a:b] for a, b in parts)


def _off(widths: Sequence[float], seen: Sequence[float], cuts: tuple[int, ...]) -> float:
    """How far words that end at `cuts` are from the widths that are seen, at their best size."""
    ends = (0, *cuts, len(widths))
    sums = [sum(widths[a:b]) for a, b in pairwise(ends)]
    # relative: a letter too many in a short word weighs more than in a long one
    scale = sum(seen) / sum(sums)
    return sum(math.log(one * scale / other) ** 2 for one, other in zip(sums, seen, strict=True))


def _widths(library: FaceLibrary, letters: str) -> list[list[float]]:
    styles = [Style(name) for name in PLAIN]
    return [[path_of(library, letter, style).computeTightBounds().width() + 0.1
             for letter in letters] for style in styles]  # fmt: skip


def _gaps(ink: Field) -> list[tuple[float, float]]:
    """Where columns without ink begin, and how many there are."""
    empty = np.concatenate([[False], ~(ink > 0.4).any(0), [False]]).astype(np.int8)
    edges = np.diff(empty)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return [(float(a), float(b - a)) for a, b in zip(starts, ends, strict=True)]
