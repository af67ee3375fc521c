"""Where a tone under lettering goes, and how tones join."""

from dataclasses import replace

from pipeline.domain.arrangement import WIDE
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Layout, Role, TextBlock, Tone

ROOM = 0.02
"""Full tone around a block, in fractions of the cover's height."""

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
