"""A cover in another format of nearly its proportions: the same picture and lettering, refitted."""

from dataclasses import replace

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Layout, TextBlock
from pipeline.drawing.page import page

UNSEEN = 1.015
"""A picture that is stretched by so little still has round circles; what is more is cut off."""


def part_of(own: float, other: float) -> Box:
    """What a cover of the ratio `other` shows of a picture of the ratio `own`, out of its middle."""
    wide, high = min(1.0, UNSEEN * other / own), min(1.0, UNSEEN * own / other)
    return Box(x=(1 - wide) / 2, y=(1 - high) / 2, w=wide, h=high)


def within(outer: Box, inner: Box) -> Box:
    """`inner`, in fractions of `outer`, in fractions of what `outer` is in."""
    return Box(x=outer.x + inner.x * outer.w, y=outer.y + inner.y * outer.h,
               w=inner.w * outer.w, h=inner.h * outer.h)  # fmt: skip


def reformatted(layout: Layout, aspect: float) -> Layout:
    """`layout` on a cover of another `aspect`: nothing larger, and no nearer to any edge.

    Letters are never stretched: all are made smaller by the same factor where a side is shorter.
    """
    (width, height), (new_width, new_height) = page(layout.aspect), page(aspect)
    scale = min(1.0, new_width / width, new_height / height)
    across, down = scale * width / new_width, scale * height / new_height
    blocks = tuple(_refitted(block, scale, across, down) for block in layout.blocks)
    return replace(layout, aspect=aspect, blocks=blocks)


def _refitted(block: TextBlock, scale: float, across: float, down: float) -> TextBlock:
    """A block `scale` as large, whose box is `across` and `down` times as wide and high."""
    box = block.box
    wide, high = box.w * across, box.h * down
    x = {
        Align.LEFT: box.x,
        Align.CENTRE: box.x + (box.w - wide) / 2,
        Align.RIGHT: box.right - wide,
    }[block.align]
    box = Box(x=x, y=box.y + (box.h - high) / 2, w=wide, h=high)
    return replace(block, size=block.size * scale, box=box)
