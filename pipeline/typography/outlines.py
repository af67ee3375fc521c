"""Work on the outlines of letters: merged, fattened, cut."""

import skia

SEED = 11
SLACK = 0.5
"""Units by which merging may move an outline's bounds before it is taken for a failure."""


def merged(path: skia.Path) -> skia.Path:
    """`path` without the overlaps that variable fonts draw their letters with, filled as it was.

    Whatever follows an edge would show them. Path operations fail on rare outlines; then `path`
    itself is returned.
    """
    try:
        simple: skia.Path | None = skia.AsWinding(skia.Simplify(path))
    except (RuntimeError, TypeError):
        return path
    if simple is None or simple.isEmpty():
        return path
    before, after = path.computeTightBounds(), simple.computeTightBounds()
    moved = max(abs(a - b) for a, b in zip(before, after, strict=True))
    return simple if moved < SLACK else path


def grown(path: skia.Path, by: float) -> skia.Path:
    """`path` made fatter by `by` units on every side, with round corners.

    What comes out overlaps itself: merging it would take longer than drawing it ten times.
    """
    paint = skia.Paint(
        Style=skia.Paint.kStrokeAndFill_Style, StrokeWidth=2 * by,
        StrokeJoin=skia.Paint.kRound_Join,
    )  # fmt: skip
    fat = skia.Path()
    paint.getFillPath(path, fat)
    return fat


def roughened(path: skia.Path, em: float) -> skia.Path:
    """`path` cut with a gouge: facets a 14th of an em long, moved by less than a 100th.

    The effect runs in units, not in pixels, so that every size gets the same nicks.
    """
    facets = skia.DiscretePathEffect.Make(0.07 * em, 0.0085 * em, SEED)
    cut = skia.Path()
    skia.Paint(PathEffect=facets).getFillPath(path, cut)
    cut.setFillType(path.getFillType())
    return cut
