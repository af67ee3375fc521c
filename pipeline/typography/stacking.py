"""Lines under one another: optical edges, and leading by what would touch."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.layout import Align, Case
from pipeline.typography.casing import Style, cased, line_run
from pipeline.typography.library import FaceLibrary
from pipeline.typography.shaping import Run

HANGING = {
    **dict.fromkeys("\"'“”‘’«»‹›„‚", 0.85),
    **dict.fromkeys(".,", 0.85),
    **dict.fromkeys("-‐–—·", 0.6),
    **dict.fromkeys(":;!?", 0.3),
}
"""The share of a mark's width that stands outside the edge of its block."""
BEARING = {**dict.fromkeys("ATVWY", 0.035), **dict.fromkeys("OCGQ", 0.015)}
"""How far slanted and round letters reach over the edge to look flush, in ems."""
BINS_PER_EM = 24
CLEARANCE = 0.07
"""Air between the ink of two lines, in ems, where they come closest."""


def edges(
    library: FaceLibrary, line: str, run: Run, style: Style, context: str
) -> tuple[float, float]:
    """The left and right edge that an eye sees, in ems; some ink may stand outside them."""
    text = cased(line, style.case)
    if not text or run.ink.isEmpty():
        return 0.0, run.advance
    left = run.ink.left() + _overhang(library, text[0], style, context)
    right = run.ink.right() - _overhang(library, text[-1], style, context)
    return (left, right) if left < right else (run.ink.left(), run.ink.right())


def _overhang(library: FaceLibrary, char: str, style: Style, context: str) -> float:
    if char in HANGING:
        return HANGING[char] * line_run(library, char, style, context).ink.width()
    return BEARING.get(char, 0.0)


def offset(align: Align, left: float, right: float) -> float:
    """How far to move a line so that its edge, or its middle, lies at 0."""
    shifts = {Align.LEFT: -left, Align.RIGHT: -right, Align.CENTRE: -(left + right) / 2}
    return shifts[align]


def tightest(library: FaceLibrary, runs: Sequence[Run], shifts: Sequence[float]) -> float:
    """The smallest baseline distance, in ems, at which no two neighbours come too close.

    Lines are compared by their ink in narrow columns, so a descender may dip beside an ascender.
    """
    profiles = [library.remembered(("profile", run), partial(_profile, run)) for run in runs]
    starts = [
        round((run.ink.left() + x) * BINS_PER_EM) for run, x in zip(runs, shifts, strict=True)
    ]
    distances = [
        _distance(upper, lower, there - here)
        for (upper, here), (lower, there) in pairwise(zip(profiles, starts, strict=True))
    ]
    return max(distances, default=0.0) + CLEARANCE


Profile = tuple[NDArray[np.float32], NDArray[np.float32]]
"""The highest and the lowest ink in every column, in ems; far out of reach where there is none."""
NOWHERE = 9.0


def _distance(upper: Profile, lower: Profile, right: int) -> float:
    """How far the lower line must stand under the upper one; it starts `right` columns later."""
    feet, tops = upper[1][max(0, right) :], lower[0][max(0, -right) :]
    shared = min(len(feet), len(tops))
    if not shared:
        return 0.0
    return float(np.max(_spread(feet[:shared], np.maximum) - _spread(tops[:shared], np.minimum)))


def _profile(run: Run) -> Profile:
    ink = run.ink
    rows = max(1, int(ink.height() * BINS_PER_EM) + 2)
    mask = np.zeros((rows, int(ink.width() * BINS_PER_EM) + 2), np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(mask.shape[1], rows), mask)
    canvas = surface.getCanvas()
    canvas.scale(BINS_PER_EM, BINS_PER_EM)
    canvas.translate(-ink.left(), -ink.top())
    canvas.drawPath(run.path, skia.Paint(AntiAlias=True))
    inked = mask > 8
    some = inked.any(axis=0)
    high = np.where(some, ink.top() + inked.argmax(axis=0) / BINS_PER_EM, NOWHERE)
    low = np.where(some, ink.top() + (rows - inked[::-1].argmax(axis=0)) / BINS_PER_EM, -NOWHERE)
    return high.astype(np.float32), low.astype(np.float32)


def _spread(profile: NDArray[np.float32], pick: np.ufunc) -> NDArray[np.float32]:
    """The profile with every column taking the extreme of its neighbours."""
    wide = profile.copy()
    wide[1:] = pick(wide[1:], profile[:-1])
    wide[:-1] = pick(wide[:-1], profile[1:])
    return wide


Row = tuple[skia.Path, skia.Rect]
"""A line or column in its place, and the bounds of its ink."""


def rows(library: FaceLibrary, lines: Sequence[str], style: Style, align: Align, leading: float,
         context: str) -> list[Row]:  # fmt: skip
    """Lines under one another, in ems: the first on the baseline 0, all aligned at x = 0."""
    found: list[Row] = []
    for index, line in enumerate(lines):
        run = line_run(library, line, style, context)
        x = offset(align, *edges(library, line, run, style, context))
        found.append(placed(run.path, run.ink, x, index * leading))
    return found


def placed(path: skia.Path, ink: skia.Rect, x: float, y: float) -> Row:
    """A copy of `path` moved by (x, y)."""
    copy = skia.Path()
    copy.addPath(path, x, y)
    return copy, ink.makeOffset(x, y)


def union(bounds: Iterable[skia.Rect]) -> skia.Rect:
    """The smallest rectangle round all that are not empty."""
    whole = skia.Rect.MakeEmpty()
    for rect in bounds:
        whole.join(rect)
    return whole


def leading_for(library: FaceLibrary, lines: Sequence[str], style: Style, align: Align,
                context: str, extra: float = 0.0) -> float:  # fmt: skip
    """The baseline distance for `lines`, in ems: tight by design, never touching."""
    runs = [line_run(library, line, style, context) for line in lines]
    shifts = [offset(align, *edges(library, line, run, style, context))
              for line, run in zip(lines, runs, strict=True)]  # fmt: skip
    return round(
        max(wanted_leading(library, style, context) + extra, tightest(library, runs, shifts)), 3
    )


def wanted_leading(library: FaceLibrary, style: Style, context: str) -> float:
    """The baseline distance that looks right before collisions, in ems.

    Capitals need only their height and a gap; small letters a little more; Hangul fills its
    square and needs white between lines that is more than the white between words.
    """
    gap = 0.22 + 1.1 * max(0.0, style.tracking)
    if any("가" <= char <= "힣" or char > "⺀" for char in context):
        return 1.16 + 0.5 * max(0.0, style.tracking)
    if style.case is Case.AS_TYPED:
        return 0.88 + gap * 0.6
    return -line_run(library, "H", Style(style.face, style.axes), "H").ink.top() + gap
