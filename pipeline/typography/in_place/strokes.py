"""What strokes tell of a typeface whose words nobody can read, or that is of another writing.

Weight, the contrast of thick and thin, how close letters stand, and serifs: each is said as how far
it is from what is usual in its writing, so that a heavy Latin face has a heavy Korean one beside it.
"""

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.words import Writing
from pipeline.typography.casing import Style
from pipeline.typography.in_place.candidates import styles_for
from pipeline.typography.in_place.drawing import coverage
from pipeline.typography.in_place.matching import path_of
from pipeline.typography.in_place.matte import Field
from pipeline.typography.library import FaceLibrary

Traits = NDArray[np.float64]
"""(5,): the logarithms of stem, of stem by bar, of strokes by length, of foot by waist, and of how
uneven strokes are."""

TALL_PX = 64
CAPITALS, MIXED = "HAMBURGEFONTSIVD", "Hamburgefontsiv"
SYLLABLES = "가나다람고요한강물"
MATTERS = np.array([1.0, 1.0, 0.6, 0.8, 0.8])
ACROSS = np.array([1.0, 1.0, 0.0, 0.3, 0.8])
"""How much each trait counts, and between writings: their letters are not equally dense."""


def by_strokes(
    library: FaceLibrary, styles: list[Style], ink: Field, writings: tuple[Writing, Writing], *,
    capitals: bool = True, stacked: bool = False,
) -> list[tuple[Style, float]]:  # fmt: skip
    """`styles` with how far they are from `ink`, (height, width) of coverage, nearest first.

    `writings` are those of the ink and of the styles.
    """
    theirs, ours = writings
    known = {style: traits for style in styles
             if (traits := _known(library, style, ours, capitals)) is not None}  # fmt: skip
    seen = traits_of(ink, stacked=stacked)
    if seen is None or not known:
        return [(style, 1.0) for style in styles]
    able, table = list(known), np.stack(list(known.values()))
    usual = table if theirs is ours else usual_in(library, theirs, capitals)
    here = (seen - usual.mean(0)) / np.maximum(usual.std(0), 1e-3)
    there = (table - table.mean(0)) / np.maximum(table.std(0), 1e-3)
    weigh = MATTERS if theirs is ours and not stacked else ACROSS
    far = np.sqrt((((there - here) ** 2) * weigh).sum(1))
    order = np.argsort(far, kind="stable")
    return [(able[int(place)], float(far[place])) for place in order]


def usual_in(library: FaceLibrary, writing: Writing, capitals: bool) -> Traits:
    """The traits of all faces of a writing, (n, 4)."""
    found = (
        _known(library, style, writing, capitals) for style in styles_for(library, writing, "")
    )
    return np.stack([traits for traits in found if traits is not None])


def _known(library: FaceLibrary, style: Style, writing: Writing, capitals: bool) -> Traits | None:
    words = SYLLABLES if writing is Writing.KOREAN else CAPITALS if capitals else MIXED
    key = ("traits", style, words)
    return library.remembered(key, lambda: _drawn(library, style, words))


def _drawn(library: FaceLibrary, style: Style, words: str) -> Traits | None:
    path = path_of(library, words, style)
    ink = path.computeTightBounds()
    if ink.height() < 1e-3:
        return None
    scale = TALL_PX / ink.height()
    path.offset(-ink.left(), -ink.top())
    path.transform(skia.Matrix().setScale(scale, scale))
    return traits_of(coverage(path, round(ink.width() * scale), TALL_PX))


def traits_of(ink: Field, *, stacked: bool = False) -> Traits | None:
    """The traits of coverage that is cut to its ink; None where there is too little."""
    tall, wide = ink.shape
    scale = TALL_PX / (wide if stacked else tall)
    size = (max(1, round(wide * scale)), max(1, round(tall * scale)))
    image = Image.fromarray(np.round(255 * ink).astype(np.uint8))
    inked = np.asarray(image.resize(size, Image.Resampling.BILINEAR)) > 127
    across, down = _runs(inked), _runs(inked.T)
    if len(across) < 8 or len(down) < 8:
        return None
    stem = float(np.median(across)) / TALL_PX
    bar = float(np.percentile(down, 30)) / TALL_PX
    dense = len(across) / size[0] / size[1] * TALL_PX
    foot = _mean_run(inked[-9:-2])
    waist = _mean_run(inked[size[1] * 2 // 5 : size[1] * 3 // 5])
    uneven = float(np.percentile(across, 60) / max(1.0, float(np.percentile(across, 25))))
    return np.log(np.array([stem, stem / bar, dense, foot / waist, uneven]))


def _runs(inked: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The lengths of all runs of ink along rows."""
    edges = np.diff(np.pad(inked, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.nonzero(edges == 1), np.nonzero(edges == -1)
    return ends[1] - starts[1]


def _mean_run(inked: NDArray[np.bool_]) -> float:
    runs = _runs(inked)
    return float(runs.mean()) if len(runs) else 1.0
