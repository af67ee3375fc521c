"""What strokes tell of a typeface whose words nobody can read, or that is of another writing.

How thick strokes are along and across, how much that varies, and which ways their edges run: sans
serifs have even strokes and upright edges, serifs thin and thick ones, brushes edges of all ways.
What is measured depends on the letters too; how much, is measured as well, on short words in all
faces, and differences count less the more they come by letters alone (Mahalanobis 1936).
"""

from collections.abc import Sequence

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.domain.words import Writing
from pipeline.typography.casing import Style
from pipeline.typography.in_place.candidates import styles_for
from pipeline.typography.in_place.drawing import coverage
from pipeline.typography.in_place.matching import path_of
from pipeline.typography.in_place.matte import Field, Mask
from pipeline.typography.library import FaceLibrary

Traits = NDArray[np.floating]
"""(27,): how edges run, and the logarithms of runs of ink along rows, columns, and the shorter of both."""

TALL_PX = 64
RIM_PX = 4
WAYS = 12
"""Edges are counted by so many directions."""
SHARES = (0.15, 0.35, 0.5, 0.65, 0.85)
"""Of the ink, so much lies in runs that are no longer."""
CAPITALS, MIXED = "HAMBURGEFONTSIV THE QUICK BROWN", "Hamburgefontsiv The Quick Brown Fox"
SYLLABLES = "다람쥐 헌 쳇바퀴에 타고파 강물 나의 빛"
SHORT = {Writing.KOREAN: ("푸른 밤", "하얀 그림자", "소년과 바다", "겨울 정원", "마지막 손님"),
         Writing.LATIN: ("Blue Moon", "White Shadow", "The Boy", "Winter Garden", "A Light")}  # fmt: skip
USUAL = 700.0
"""The weight in which the faces of titles show how letters vary."""
SHRUNK = 0.3
"""Traits that vary together by chance do not on other words: their covariance is shrunk by this."""
_LEAST_PX = 50


def by_strokes(
    library: FaceLibrary, styles: Sequence[Style], ink: Field, writings: tuple[Writing, Writing], *,
    tall: float, capitals: bool = True, stacked: bool = False,
) -> list[tuple[Style, float]]:  # fmt: skip
    """`styles` with how far they are from `ink`, (height, width) of coverage, nearest first.

    `tall` is the height of a capital or a syllable in it, in pixels; `writings` are those of the ink
    and of the styles. 1 is as far as short words of one face are apart.
    """
    theirs, ours = writings
    known = {style: traits for style in styles
             if (traits := _known(library, style, ours, capitals)) is not None}  # fmt: skip
    seen = traits_of(ink, ink.shape[1] if stacked else tall)
    if seen is None or not known:
        return [(style, 1.0) for style in styles]
    able, table = list(known), np.stack(list(known.values()))
    if theirs is ours:
        off = table - seen
        far = np.sqrt(((off @ _by_letters(library, ours, capitals)) * off).sum(1) / len(seen))
    else:
        far = _across(seen, _usual(library, theirs, capitals), table)
    order = np.argsort(far, kind="stable")
    return [(able[int(place)], float(far[place])) for place in order]


def _across(seen: Traits, usual: Traits, table: Traits) -> Traits:
    """How far traits are between writings, each by what is usual in its own.

    A heavy Latin face so has a heavy Korean one beside it, though Hangul is denser.
    """
    here = (_coarse(seen[None]) - _coarse(usual).mean(0)) / (_coarse(usual).std(0) + 1e-3)
    there = (_coarse(table) - _coarse(table).mean(0)) / (_coarse(table).std(0) + 1e-3)
    return np.sqrt(((there - here) ** 2).sum(1))


def _coarse(table: Traits) -> Traits:
    """Weight, contrast of stems and bars, and how uneven strokes are; (n, 3)."""
    n = len(SHARES)
    along, thick = table[:, WAYS : WAYS + n], table[:, WAYS + 2 * n : WAYS + 3 * n]
    down = table[:, WAYS + n : WAYS + 2 * n]
    middle = n // 2
    return np.stack([thick[:, middle], along[:, middle] - down[:, middle],
                     thick[:, -1] - thick[:, 0]], 1)  # fmt: skip


def _usual(library: FaceLibrary, writing: Writing, capitals: bool) -> Traits:
    """The traits of all faces of a writing, (n, 27)."""
    found = (
        _known(library, style, writing, capitals) for style in styles_for(library, writing, "")
    )
    return np.stack([traits for traits in found if traits is not None])


def _known(library: FaceLibrary, style: Style, writing: Writing, capitals: bool) -> Traits | None:
    words = SYLLABLES if writing is Writing.KOREAN else CAPITALS if capitals else MIXED
    return library.remembered(("traits", style, words), lambda: _drawn(library, style, words))


def _by_letters(library: FaceLibrary, writing: Writing, capitals: bool) -> Traits:
    """What turns differences of traits into distances: the inverse of how letters make them vary."""

    def measured() -> Traits:
        offs = [short - long for style in styles_for(library, writing, "") if _usually(style)
                if (long := _known(library, style, writing, capitals)) is not None
                for short in _shorts(library, style, writing, capitals)]  # fmt: skip
        varied = np.stack(offs).T @ np.stack(offs) / len(offs)
        return np.linalg.inv(
            varied + SHRUNK * np.diag(np.diag(varied)) + 1e-4 * np.eye(len(varied))
        )

    return library.remembered(("traits by letters", writing, capitals), measured)


def _usually(style: Style) -> bool:
    axes = dict(style.axes)
    return axes.get("wght", USUAL) == USUAL and axes.get("wdth", 100.0) == 100.0


def _shorts(library: FaceLibrary, style: Style, writing: Writing, capitals: bool) -> list[Traits]:
    texts = SHORT[Writing.KOREAN if writing is Writing.KOREAN else Writing.LATIN]
    drawn = (_drawn(library, style, text.upper() if capitals else text) for text in texts)
    return [traits for traits in drawn if traits is not None]


def _drawn(library: FaceLibrary, style: Style, words: str) -> Traits | None:
    path = path_of(library, words, style)
    letter = path_of(library, "한" if words >= "가" else "H", style).computeTightBounds()
    ink = path.computeTightBounds()
    if min(ink.height(), letter.height()) < 1e-3:
        return None
    scale = TALL_PX / letter.height()
    path.offset(-ink.left(), -ink.top())
    path.transform(skia.Matrix().setScale(scale, scale))
    drawn = coverage(path, round(ink.width() * scale) + 1, round(ink.height() * scale) + 1)
    return traits_of(drawn, TALL_PX)


def traits_of(ink: Field, tall: float) -> Traits | None:
    """The traits of coverage that is cut to its ink, its capitals `tall` pixels high.

    None where there is too little.
    """
    scale = TALL_PX / max(1.0, tall)
    size = [max(1, round(side * scale)) for side in ink.shape[::-1]]
    image = Image.fromarray(np.round(255 * ink).astype(np.uint8))
    small = Image.fromarray(
        np.pad(np.asarray(image.resize(size, Image.Resampling.BICUBIC)), RIM_PX)
    )
    soft = np.asarray(small.filter(ImageFilter.GaussianBlur(1.0)), np.float32) / 255
    inked = soft > 0.5
    if inked.sum() < _LEAST_PX:
        return None
    down, along = np.gradient(soft)
    edge = np.hypot(down, along)
    ways = np.round(np.mod(np.arctan2(down, along), np.pi) / np.pi * WAYS).astype(int) % WAYS
    # square roots of shares: so distances of distributions are those of Hellinger
    shares = np.sqrt(np.bincount(ways.ravel(), edge.ravel(), WAYS) / edge.sum())
    rows, columns = _runs(inked), _runs(inked.T).T
    lengths = (rows[inked], columns[inked], np.minimum(rows, columns)[inked])
    spread = [np.log(np.quantile(one, SHARES)) for one in lengths]
    return np.concatenate([2 * shares, *spread])


def _runs(inked: Mask) -> NDArray[np.intp]:
    """How long the run of ink in its row is, for each pixel of ink; 0 elsewhere."""
    edges = np.diff(np.pad(inked, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.nonzero(edges == 1), np.nonzero(edges == -1)
    lengths = np.zeros(inked.shape, np.intp)
    lengths[inked] = np.repeat(ends[1] - starts[1], ends[1] - starts[1])
    return lengths
