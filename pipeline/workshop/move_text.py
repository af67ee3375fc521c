"""A block in another place: a box that it fills, one of nine anchors, or a nudge."""

import math
from dataclasses import replace
from functools import partial

from pipeline.domain.arrangement import margin
from pipeline.domain.blocks import find
from pipeline.domain.errors import LetteringError, VersionError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, TextBlock, Trait
from pipeline.domain.operation import Anchor9, MoveText, Nudge
from pipeline.domain.outcome import Made
from pipeline.domain.version import Document, Version
from pipeline.ports.bench import Bench
from pipeline.typography.refitting import refitted, reset
from pipeline.typography.sheet import Page
from pipeline.workshop.making_way import made_way
from pipeline.workshop.relettering import Pixels, relettered, sheet_of
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop

COLUMNS = {
    Align.LEFT: (Anchor9.TOP_LEFT, Anchor9.LEFT, Anchor9.BOTTOM_LEFT),
    Align.CENTRE: (Anchor9.TOP, Anchor9.MIDDLE, Anchor9.BOTTOM),
    Align.RIGHT: (Anchor9.TOP_RIGHT, Anchor9.RIGHT, Anchor9.BOTTOM_RIGHT),
}
"""The anchors at each side, from the head to the foot."""
EDGE = 1e-6
"""A box that is this little over the cover's edge is on it: sums of fractions are not exact."""


async def move_text(task: Task, bench: Bench[Workshop]) -> Made:
    """The cover with one block in another place, where it stays from now on.

    It may stand over the picture's subject. What nobody placed makes way for it, except for a
    nudge, which moves nothing else.

    Raises:
        VersionError: `block-missing`, `place-outside`.
        LetteringError: `lettering-no-room` when the words cannot be read in so small a box.
    """
    if not isinstance(task.operation, MoveText):
        raise TypeError(task.operation)
    return await relettered(task, bench, partial(moved, task.operation))


def moved(operation: MoveText, workshop: Workshop, base: Version, art: Pixels) -> Document:
    """The document of `base` with the block moved, not yet made legible."""
    document = base.document
    layout, sheet = document.layout, sheet_of(workshop, document)
    block = find(layout, operation.block)
    placed = replace(_placed(sheet, _free_of_help(block), operation), locked=True)
    if not _on_page(placed.box):
        raise VersionError("place-outside", block=operation.block)
    after = layout.with_block(block, placed)
    if not isinstance(operation.to, Nudge):
        after = made_way(layout, after, placed, document, sheet, art)
    return replace(document, layout=after)


def _free_of_help(block: TextBlock) -> TextBlock:
    """The block without the effects that were there only to make it legible where it stood."""
    return block if Trait.EFFECTS in block.chosen else replace(block, effects=())


def _placed(sheet: Page, block: TextBlock, operation: MoveText) -> TextBlock:
    match operation.to:
        case Nudge(dx=dx, dy=dy):
            return replace(block, box=replace(block.box, x=block.box.x + dx, y=block.box.y + dy))
        case Anchor9() as anchor:
            return anchored(sheet, block, anchor)
        case Box() as box:
            if not _on_page(box):
                raise VersionError("place-outside", block=operation.block)
            return _filling(sheet, block, box)


def anchored(sheet: Page, block: TextBlock, anchor: Anchor9) -> TextBlock:
    """`block` at an anchor inside the margins, its lines flush with the side it stands at."""
    align, rank = next(
        (align, anchors.index(anchor)) for align, anchors in COLUMNS.items() if anchor in anchors
    )
    turned = reset(sheet, block, align)
    mx, my = margin(sheet.aspect)
    box = turned.box
    x = {Align.LEFT: mx, Align.CENTRE: 0.5 - box.w / 2, Align.RIGHT: 1 - mx - box.w}[align]
    y = (my, 0.5 - box.h / 2, 1 - my - box.h)[rank]
    return replace(turned, box=replace(box, x=x, y=y))


def _filling(sheet: Page, block: TextBlock, box: Box) -> TextBlock:
    """`block` as large as `box` allows; columns lie down in a box that is wider than high."""
    room = sheet.rect(box)
    lying = replace(block, vertical=block.vertical and room.height() > room.width())
    made = refitted(sheet, lying, box)
    if made is None:
        raise LetteringError("lettering-no-room", words=block.words)
    return made


def _on_page(box: Box) -> bool:
    edges = (box.x, box.y, 1 - box.right, 1 - box.bottom)
    inside = all(math.isfinite(edge) and edge >= -EDGE for edge in edges)
    return inside and box.w > 0 and box.h > 0
