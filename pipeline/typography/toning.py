"""Where a tone under lettering goes, and how tones join."""

from dataclasses import replace

from pipeline.domain.arrangement import WIDE
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, TextBlock, Tone

ROOM = 0.02
"""Full tone around a block, in fractions of the cover's height."""


def band(block: TextBlock, layout: Layout) -> Box:
    """The ground of a block that is toned: to the edge that it stands at, else round the block.

    At the head and foot it runs over the whole width, in the half of a wide cover over the whole
    height, as a photographer's graduated filter does.
    """
    box = block.box.inset(-ROOM / layout.aspect, -ROOM)
    if layout.aspect >= WIDE and box.w < 0.56:
        return Box.edges(0, 0, box.right, 1) if box.centre[0] < 0.5 else Box.edges(box.x, 0, 1, 1)
    if box.y < 0.3 and box.bottom < 0.6:
        return Box.edges(0, 0, 1, box.bottom)
    if box.bottom > 0.72 and box.y > 0.4:
        return Box.edges(0, box.y, 1, 1)
    return box


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
