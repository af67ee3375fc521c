"""The typefaces that the generated covers are lettered with: all of ArtiCover's own."""

from functools import cache

import skia

from pipeline.domain.fonts import Axes
from pipeline.typography.casing import Style
from pipeline.typography.library import FaceLibrary
from pipeline.typography.shaping import shape
from pipeline.typography.vertical import column
from tests.bench_lettering.truth import Split
from tests.real import library

TITLES = {
    Split.ENGLISH: (
        "cormorant-garamond", "eb-garamond", "libre-baskerville", "newsreader", "instrument-serif", "cinzel",
        "marcellus", "bodoni-moda", "playfair-italic", "dm-serif-display", "frank-ruhl-libre", "fraunces",
        "zilla-slab", "alfa-slab-one", "jost", "josefin-sans", "league-spartan", "space-grotesk", "unbounded",
        "dm-sans", "archivo", "archivo-black", "anton", "oswald", "barlow-condensed", "lilita-one", "baloo-2",
        "bungee", "luckiest-guy", "caveat",
    ),
    Split.KOREAN: (
        "nanum-myeongjo-extrabold", "nanum-myeongjo-bold", "noto-serif-kr-black", "noto-serif-kr",
        "nanum-square", "nanum-square-round", "nanum-brush", "nanum-pen", "bm-dohyeon", "bm-jua",
        "bm-hanna-pro", "bm-euljiro", "bm-yeonsung", "noto-sans-kr",
    ),
}  # fmt: skip
SMALL = {
    Split.ENGLISH: ("eb-garamond", "jost", "marcellus", "dm-sans", "cinzel", "oswald"),
    Split.KOREAN: ("nanum-myeongjo-bold", "nanum-square", "noto-sans-kr", "noto-serif-kr"),
}
"""Calm faces: what is small on a cover is seldom set in a display face."""
TITLE_WEIGHT, SMALL_WEIGHT = 700.0, 500.0


@cache
def faces() -> FaceLibrary:
    """The library, opened once."""
    return library()


def axes_of(face: str, weight: float) -> Axes:
    """The weight, for faces that have that axis."""
    return (("wght", weight),) if "wght" in faces().catalogue.faces[face].file else ()


def row(text: str, face: str, *, small: bool, tracking: float = 0.0) -> skia.Path:
    """One line in ems, from (0, 0) on its baseline."""
    axes = axes_of(face, SMALL_WEIGHT if small else TITLE_WEIGHT)
    return skia.Path(shape(faces(), text, face, axes, tracking=tracking).path)


def stack(text: str, face: str) -> skia.Path:
    """Syllables one under the other in ems, their axis at x = 0, from y = 0 down."""
    style = Style(face, axes_of(face, TITLE_WEIGHT))
    return skia.Path(column(faces(), text, style, text))
