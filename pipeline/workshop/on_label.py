"""Lettering on a label that was drawn for it: it may become smaller, and never leaves the label."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.art import Drawn
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.domain.version import Document
from pipeline.drawing.page import SHORT_SIDE, page
from pipeline.workshop.workshop import Workshop

SLACK = 8.0
"""Units that lettering may come nearer to the label's border than it was drawn for."""


def on_label(workshop: Workshop, document: Document) -> Layout:
    """The document's layout with what nobody placed back on its label, if it has one."""
    room = _room(workshop, document)
    layout = document.layout
    loose = [b for b in layout.blocks if not b.locked and b.role is not Role.FREE]
    if room is None or not loose:
        return layout
    group = Box.around(block.box for block in loose)
    if _inside(group, room):
        return layout
    placed = iter(_fitted(loose, group, room))
    return replace(layout, blocks=tuple(
        next(placed) if any(block is one for one in loose) else block for block in layout.blocks
    ))  # fmt: skip


def _room(workshop: Workshop, document: Document) -> Box | None:
    """What the lettering took when the label was drawn round it, with its slack."""
    art = document.art
    if not isinstance(art, Drawn) or not art.text:
        return None
    recipe = workshop.catalogues.recipes.get(art.choice.recipe)
    compositions = recipe.compositions if recipe else ()
    if not any(c.label and c.name == art.composition for c in compositions):
        return None
    width, height = page(document.layout.aspect)
    around = Box.around(art.text).inset(-SLACK, -SLACK)
    return Box(x=around.x / width, y=around.y / height, w=around.w / width, h=around.h / height)


def _inside(group: Box, room: Box) -> bool:
    slack = 1 / SHORT_SIDE
    return (
        group.x >= room.x - slack and group.right <= room.right + slack
        and group.y >= room.y - slack and group.bottom <= room.bottom + slack
    )  # fmt: skip


def _fitted(blocks: Sequence[TextBlock], group: Box, room: Box) -> list[TextBlock]:
    """The blocks together, made so small that they fit, in the middle of the room."""
    scale = min(1.0, room.w / group.w, room.h / group.h)
    (old_x, old_y), (x, y) = group.centre, room.centre
    return [
        replace(block, size=block.size * scale, box=Box(
            x=x + (block.box.x - old_x) * scale, y=y + (block.box.y - old_y) * scale,
            w=block.box.w * scale, h=block.box.h * scale,
        ))
        for block in blocks
    ]  # fmt: skip
