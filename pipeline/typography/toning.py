"""Where a tone under lettering goes, and how tones join."""

from dataclasses import replace

from pipeline.domain.arrangement import WIDE
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Layout, Role, TextBlock, Tone
from pipeline.typography.paper import Paper
from pipeline.typography.resizing import GROUP

ROOM = 0.02
"""Full tone around a block, in fractions of the cover's height."""

FADE = 0.2
"""Over how much a tone fades out, in fractions of the cover's height."""

NEAR, NEARER = 0.056, 0.42
"""What is nearer to a title than this, and than this share of its em, belongs to it: twice the
usual gap, in fractions of the short side."""
WASH = 0.07
"""Over how much a strip of painted paper fades out, in fractions of the cover's height."""
AT_EDGE = 0.1
"""A strip that ends nearer to the head or the foot reaches it."""

CORNER = 0.5
"""Narrower blocks than this, in fractions of the width, stand in a corner."""


def band(block: TextBlock, layout: Layout) -> Box:
    """The ground of a block that is toned: to the edge that it stands at, else round the block.

    At the head and foot it runs over the whole width, and beside a title in one half of a wide
    cover over the whole height, as a photographer's graduated filter does.
    """
    box = block.box.inset(-ROOM / layout.aspect, -ROOM)
    beside = box.right < 0.62 or box.x > 0.38
    if layout.aspect >= WIDE and beside and block.role is Role.TITLE:
        return Box.edges(0, 0, box.right, 1) if box.centre[0] < 0.5 else Box.edges(box.x, 0, 1, 1)
    left, right = _sides(block, box)
    if box.y < 0.3 and box.bottom < 0.6:
        return Box.edges(left, 0, right, box.bottom)
    if box.bottom > 0.72 and box.y > 0.4:
        return Box.edges(left, box.y, right, 1)
    return box


def plate(block: TextBlock, layout: Layout, paper: Paper) -> Tone:
    """A strip of bare paper under a block and what stands together with it, with clean edges.

    What is painted ends softly, as a wash does: its paper is not all of one colour.
    """
    box = whole(block, layout).box.inset(-ROOM / layout.aspect, -ROOM)
    beside = layout.aspect >= WIDE and box.w < CORNER
    left = box.x if beside and box.x > 1 - box.right else 0.0
    right = box.right if beside and box.x <= 1 - box.right else 1.0
    top = 0.0 if box.y < AT_EDGE else box.y
    bottom = 1.0 if box.bottom > 1 - AT_EDGE else box.bottom
    return Tone(box=Box.edges(left, top, right, bottom), colour=paper.colour, strength=1.0,
                fade=0.0 if paper.flat else WASH)  # fmt: skip


def together(block: TextBlock, layout: Layout) -> tuple[TextBlock, ...]:
    """`block`, and with a title or what belongs to it those of their group that are near."""
    title = layout.block(Role.TITLE)
    if title is None or block.role not in GROUP:
        return (block,)
    near = (NEAR + NEARER * title.size) * min(1.0, layout.aspect)
    reach = title.box.inset(-near / layout.aspect, -near)
    group = [one for one in layout.blocks if one.role in GROUP and one.box.overlap(reach) > 0]
    return tuple(group) if any(one is block for one in group) else (block,)


def whole(block: TextBlock, layout: Layout) -> TextBlock:
    """`block` as if it were as large as all that stands together with it."""
    return replace(block, box=Box.around(one.box for one in together(block, layout)))


def _sides(block: TextBlock, box: Box) -> tuple[float, float]:
    """From edge to edge; but a short line in a corner darkens its corner only."""
    if box.w < CORNER and block.align is Align.LEFT and box.x < 0.25:
        return 0.0, box.right
    if box.w < CORNER and block.align is Align.RIGHT and box.right > 0.75:
        return box.x, 1.0
    return 0.0, 1.0


def with_tone(tones: tuple[Tone, ...], new: Tone) -> tuple[Tone, ...]:
    """`tones` and `new`; tones at the same edge become one, since two would show as steps."""
    apart: list[Tone] = []
    for old in tones:
        if _at_same_edge(old.box, new.box):
            new = replace(
                new,
                box=Box.around((old.box, new.box)),
                colour=old.colour,
                strength=max(old.strength, new.strength),
            )
        else:
            apart.append(old)
    return (*apart, new)


def _at_same_edge(first: Box, second: Box) -> bool:
    return first.overlap(second) > 0.5 * min(first.area, second.area)
