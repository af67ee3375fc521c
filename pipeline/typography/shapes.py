"""The shapes in which words are tried on a picture, and the room that they leave for other words."""

from dataclasses import dataclass, replace

from pipeline.domain.arrangement import Anchor, Arrangement, margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Layout, Role, TextBlock

AUTHOR_HEIGHT = 0.055


@dataclass(frozen=True, slots=True)
class Shape:
    """A column of this width and height (fractions) at the margin that `align` names.

    With `both_sides`, lines that begin flush may also stand so that the longest ends at the right.
    """

    width: float
    height: float
    align: Align
    both_sides: bool = False


def zones_of(shape: Shape, aspect: float) -> Arrangement:
    """The shape at the head of a cover of `aspect`, and the author at its foot."""
    mx, my = margin(aspect)
    lefts = {Align.LEFT: mx, Align.RIGHT: 1 - mx - shape.width}
    left = lefts.get(shape.align, (1 - shape.width) / 2)
    return Arrangement(
        title=Box(x=left, y=my, w=shape.width, h=shape.height),
        author=Box(x=mx, y=1 - my - AUTHOR_HEIGHT, w=1 - 2 * mx, h=AUTHOR_HEIGHT),
        align=shape.align,
        anchor=Anchor.TOP,
        inks=("#ffffff",),
        small_inks=("#ffffff",),
    )


def zones_under(shape: Shape, dx: float, group: Box, aspect: float) -> Arrangement:
    """The zones with the title's where its `group` stands, `dx` aside, down to the margin."""
    zones = zones_of(shape, aspect)
    _, my = margin(aspect)
    bottom = max(group.bottom, min(group.y + shape.height, 1 - my))
    left = zones.title.x + dx
    return replace(zones, title=Box.edges(left, group.y, left + shape.width, bottom))


def settled(zones: Arrangement, layout: Layout, inks: tuple[str, ...]) -> Arrangement:
    """The zones of a layout that is placed and inked; `inks` are further colours to try."""
    title = next(block for block in layout.blocks if block.role is Role.TITLE)
    author = layout.block(Role.AUTHOR)
    small = author.colour if author else title.colour
    return replace(
        zones, inks=tuple(dict.fromkeys((title.colour, *inks))),
        small_inks=tuple(dict.fromkeys((small, *inks))),
        author=zones.author if author is None else _round(author, zones.author, layout.aspect),
    )  # fmt: skip


def _round(author: TextBlock, zone: Box, aspect: float) -> Box:
    """The author's zone at the height of the name, from the side that it is aligned to."""
    mx, _ = margin(aspect)
    y = author.box.bottom - zone.h if author.box.centre[1] > 0.5 else author.box.y
    left = author.box.x if author.align is Align.LEFT else mx
    right = author.box.right if author.align is Align.RIGHT else 1 - mx
    return Box.edges(left, y, right, y + zone.h)
