"""A block of a layout as its final path: the same data give the same outlines everywhere."""

from dataclasses import dataclass

import skia

from pipeline.domain.layout import Align, TextBlock
from pipeline.typography.casing import Style, line_run
from pipeline.typography.library import FaceLibrary
from pipeline.typography.stacking import edges, offset
from pipeline.typography.vertical import column

SHORT_SIDE = 1000.0
"""Everything is drawn in units of which the short side of a cover has this many."""


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block as outlines in units.

    `path` is all its ink, `ink` the tight bounds of it, `em` its size, and `lines` the bounds of
    each line (of each column when it is vertical) from first to last.
    """

    path: skia.Path
    ink: skia.Rect
    em: float
    lines: tuple[skia.Rect, ...]


def page(aspect: float) -> tuple[float, float]:
    """Width and height of a cover in units."""
    return SHORT_SIDE * max(1.0, aspect), SHORT_SIDE * max(1.0, 1 / aspect)


def set_block(library: FaceLibrary, block: TextBlock, aspect: float) -> SetBlock:
    """The outlines of `block` on a cover of `aspect` (width / height).

    The block's ink hangs from the top of its box, and touches its left or right side or is
    centred between them as `align` says; `lines` and `size` are taken as they are.
    """
    width, height = page(aspect)
    rows = _columns(library, block) if block.vertical else _rows(library, block)
    ink = _union([bounds for _, bounds in rows])
    em = block.size * SHORT_SIDE
    left, right = block.box.x * width, block.box.right * width
    x = {
        Align.LEFT: left - ink.left() * em,
        Align.RIGHT: right - ink.right() * em,
        Align.CENTRE: (left + right) / 2 - ink.centerX() * em,
    }[block.align]
    place = skia.Matrix().setScale(em, em).postTranslate(x, block.box.y * height - ink.top() * em)
    path = skia.Path()
    for row, _ in rows:
        path.addPath(row, place)
    return SetBlock(path, place.mapRect(ink), em,
                    tuple(place.mapRect(bounds) for _, bounds in rows))  # fmt: skip


Row = tuple[skia.Path, skia.Rect]


def _rows(library: FaceLibrary, block: TextBlock) -> list[Row]:
    """Lines under one another, in ems, the first on the baseline 0, aligned at x = 0."""
    style = Style.of(block)
    rows: list[Row] = []
    for index, line in enumerate(block.lines):
        run = line_run(library, line, style, block.words)
        x = offset(block.align, *edges(library, line, run, style, block.words))
        rows.append(_placed(run.path, run.ink, x, index * block.leading))
    return rows


def _columns(library: FaceLibrary, block: TextBlock) -> list[Row]:
    """Columns from right to left, in ems, all from the same height."""
    style = Style.of(block)
    rows: list[Row] = []
    for index, line in enumerate(block.lines):
        path = column(library, line, style, block.words)
        rows.append(_placed(path, path.computeTightBounds(), -index * block.leading, 0.0))
    return rows


def _placed(path: skia.Path, ink: skia.Rect, x: float, y: float) -> Row:
    copy = skia.Path()
    copy.addPath(path, x, y)
    return copy, ink.makeOffset(x, y)


def _union(bounds: list[skia.Rect]) -> skia.Rect:
    """The smallest rectangle round all that are not empty."""
    whole = skia.Rect.MakeEmpty()
    for rect in bounds:
        whole.join(rect)
    return whole
