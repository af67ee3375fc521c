"""A block of a layout as its final path: the same data give the same outlines everywhere."""

from dataclasses import dataclass

import skia

from pipeline.domain.layout import Align, TextBlock
from pipeline.drawing.page import SHORT_SIDE, page
from pipeline.typography.casing import Style
from pipeline.typography.library import FaceLibrary
from pipeline.typography.stacking import Row, rows, union
from pipeline.typography.vertical import columns


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


def set_block(library: FaceLibrary, block: TextBlock, aspect: float) -> SetBlock:
    """The outlines of `block` on a cover of `aspect` (width / height).

    The block's ink hangs from the top of its box, and touches its left or right side or is
    centred between them as `align` says; `lines` and `size` are taken as they are.
    """
    width, height = page(aspect)
    lines = _lines(library, block)
    ink = union(bounds for _, bounds in lines)
    em = block.size * SHORT_SIDE
    left, right = block.box.x * width, block.box.right * width
    x = {
        Align.LEFT: left - ink.left() * em,
        Align.RIGHT: right - ink.right() * em,
        Align.CENTRE: (left + right) / 2 - ink.centerX() * em,
    }[block.align]
    place = skia.Matrix().setScale(em, em).postTranslate(x, block.box.y * height - ink.top() * em)
    path = skia.Path()
    for line, _ in lines:
        path.addPath(line, place)
    return SetBlock(path, place.mapRect(ink), em,
                    tuple(place.mapRect(bounds) for _, bounds in lines))  # fmt: skip


def _lines(library: FaceLibrary, block: TextBlock) -> list[Row]:
    style = Style.of(block)
    if block.vertical:
        return columns(library, block.lines, style, block.leading, block.words)
    return rows(library, block.lines, style, block.align, block.leading, block.words)
