"""A block in another place: a box that it fills, one of nine anchors, or a nudge."""

import math
from dataclasses import replace
from functools import partial

from pipeline.domain.blocks import find
from pipeline.domain.errors import LetteringError, VersionError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock, Trait
from pipeline.domain.operation import Anchor9, MoveText, Nudge
from pipeline.domain.outcome import Made
from pipeline.domain.version import Document, Version
from pipeline.ports.bench import Bench
from pipeline.typography.anchoring import anchored
from pipeline.typography.refitting import refitted
from pipeline.typography.sheet import Page
from pipeline.workshop.making_way import Move, claimed, company, made_way
from pipeline.workshop.relettering import Pixels, relettered, sheet_of
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop

EDGE = 1e-6
"""A box that is this little over the cover's edge is on it: sums of fractions are not exact."""


async def move_text(task: Task, bench: Bench[Workshop]) -> Made:
    """The cover with one block in another place, where it stays from now on.

    It may stand over the picture's subject. A title takes its subtitle and series along to an
    anchor, unless a person placed them; what else nobody placed makes way where it is covered.

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
    movers = _movers(layout, block, operation)
    placed = _placed(sheet, tuple(map(_free_of_help, movers)), operation)
    if not all(_on_page(one.box) for one in placed):
        raise VersionError("place-outside", block=operation.block)
    for old, new in zip(movers, placed, strict=True):
        layout = layout.with_block(old, new)
    room = claimed(placed, sheet.aspect, anchored=isinstance(operation.to, Anchor9))
    move = Move(blocks=placed, origin=Box.around(one.box for one in movers), room=room)
    return replace(document, layout=made_way(layout, move, document, sheet, art))


def _movers(layout: Layout, block: TextBlock, operation: MoveText) -> tuple[TextBlock, ...]:
    """The block, and at an anchor what belongs to a title as long as nobody placed it."""
    if block.role is not Role.TITLE or not isinstance(operation.to, Anchor9):
        return (block,)
    return block, *(one for one in company(layout) if one is not block)


def _free_of_help(block: TextBlock) -> TextBlock:
    """The block without the effects that were there only to make it legible where it stood."""
    return block if Trait.EFFECTS in block.chosen else replace(block, effects=())


def _placed(
    sheet: Page, movers: tuple[TextBlock, ...], operation: MoveText
) -> tuple[TextBlock, ...]:  # fmt: skip
    """The movers in their new places; the first, which was asked for, is to stay there."""
    block = replace(movers[0], locked=True)
    match operation.to:
        case Nudge(dx=dx, dy=dy):
            box = replace(block.box, x=block.box.x + dx, y=block.box.y + dy)
            return (replace(block, box=box),)
        case Anchor9() as anchor:
            return anchored(sheet, (block, *movers[1:]), anchor)
        case Box() as box:
            if not _on_page(box):
                raise VersionError("place-outside", block=operation.block)
            return (_filling(sheet, block, box),)


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
