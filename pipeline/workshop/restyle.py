"""Another look for lettering: its faces, colour, effects, size and material."""

from dataclasses import replace
from functools import partial

from pipeline.domain.blocks import find
from pipeline.domain.errors import VersionError
from pipeline.domain.layout import Layout, Material, Role, TextBlock, Trait
from pipeline.domain.operation import Restyle
from pipeline.domain.outcome import Made
from pipeline.domain.version import Document, Version
from pipeline.drawing.page import SHORT_SIDE
from pipeline.ports.bench import Bench
from pipeline.typography.effect_values import effects_for
from pipeline.typography.inking import Ground
from pipeline.typography.placement import under
from pipeline.typography.recomposing import Extent, held, words_of
from pipeline.typography.sheet import SMALLEST, Page
from pipeline.workshop.kept_room import recomposed_in_room, resized_in_room
from pipeline.workshop.relettering import Pixels, relettered, sheet_of
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop


async def restyle(task: Task, bench: Bench[Workshop]) -> Made:
    """The cover with other looks for some blocks, or for all.

    A colour that was asked for stays as it is: where it cannot be read by itself it is helped by
    a tone, a halo, a label or an outline. A pairing for all blocks composes anew what nobody
    placed, off what the picture shows; for named blocks it is set into the room that they have.
    Large sizes end where a block would meet another, leave the margins, or leave its label.

    Raises:
        VersionError: `block-missing`, `pairing-unknown`, `text-unchanged`.
        LetteringError: for words that find no room in the pairing.
    """
    if not isinstance(task.operation, Restyle):
        raise TypeError(task.operation)
    return await relettered(task, bench, partial(restyled, task.operation))


def restyled(operation: Restyle, workshop: Workshop, base: Version, art: Pixels) -> Document:
    """The document of `base` in other looks, not yet made legible."""
    document = base.document
    chosen = _chosen(operation, document.layout)
    if operation.pairing is not None:
        document = _paired(document, operation, workshop, art)
    layout = document.layout
    if operation.size is not None:
        sizes = [
            _readable(block, operation.size) if index in chosen else None
            for index, block in enumerate(layout.blocks)
        ]  # fmt: skip
        sheet = sheet_of(workshop, document)
        layout = resized_in_room(workshop, document, sheet, art, sizes)
    layout = replace(layout, blocks=tuple(
        _looking(block, operation, art) if index in chosen else block
        for index, block in enumerate(layout.blocks)
    ))  # fmt: skip
    after = replace(document, layout=layout)
    if _looks(after) == _looks(base.document):
        raise VersionError("text-unchanged")
    return after


def _readable(block: TextBlock, factor: float) -> float:
    """The em times a factor, but not smaller than anything is set that is to be read."""
    return max(block.size * factor, min(block.size, SMALLEST / SHORT_SIDE))


def _looks(document: Document) -> Document:
    """The document as it is seen, whoever chose its looks."""
    layout = document.layout
    plain = tuple(replace(block, chosen=()) for block in layout.blocks)
    return replace(document, layout=replace(layout, blocks=plain))


def _chosen(operation: Restyle, layout: Layout) -> frozenset[int]:
    """The numbers of the blocks that the operation names; none named: of all."""
    if not operation.blocks:
        return frozenset(range(len(layout.blocks)))
    named = [find(layout, name) for name in operation.blocks]
    return frozenset(
        index for index, block in enumerate(layout.blocks) if any(block is one for one in named)
    )


def _paired(
    document: Document, operation: Restyle, workshop: Workshop, art: Pixels
) -> Document:  # fmt: skip
    """The document with other faces; it belongs to their pairing when every block has them."""
    other = replace(document, pairing=operation.pairing or document.pairing)
    sheet, layout = sheet_of(workshop, other), document.layout
    if operation.blocks:
        return replace(document, layout=_reset(layout, sheet, _chosen(operation, layout)))
    layout, _ = recomposed_in_room(workshop, document, sheet, art, words_of(layout), Extent.ALL)
    free = frozenset(i for i, block in enumerate(layout.blocks) if block.role is Role.FREE)
    return replace(other, layout=_reset(layout, sheet, free))


def _reset(layout: Layout, sheet: Page, chosen: frozenset[int]) -> Layout:
    """The layout with the chosen blocks in the sheet's faces, inside the room that they have."""
    return replace(layout, blocks=tuple(
        held(sheet, block, block.words, anew=True) if index in chosen else block
        for index, block in enumerate(layout.blocks)
    ))  # fmt: skip


def _looking(block: TextBlock, operation: Restyle, art: Pixels) -> TextBlock:
    """The block in the colour and the material, and with the effects, that were asked for."""
    if operation.colour is not None:
        block = replace(block, colour=operation.colour)
    if operation.material is not None:
        block = replace(block, material=_material(block, operation))
    if operation.effects is not None:
        ground = Ground.of(under(art, block.box))
        block = replace(block, effects=effects_for(block, operation.effects, ground))
    named = operation.pairing if operation.blocks else None
    asked = {
        Trait.FACE: named, Trait.COLOUR: operation.colour, Trait.SIZE: operation.size,
        Trait.MATERIAL: operation.material, Trait.EFFECTS: operation.effects,
    }  # fmt: skip
    every = operation.pairing is not None and not operation.blocks
    kept = set(block.chosen) - ({Trait.FACE} if every else set())
    chosen = {*kept, *(trait for trait, value in asked.items() if value is not None)}
    return replace(block, chosen=tuple(trait for trait in Trait if trait in chosen))


def _material(block: TextBlock, operation: Restyle) -> Material:
    """Small text gets sides, which fill its counters, only where it is named for them."""
    asked = operation.material or block.material
    small = block.role is not Role.TITLE and not operation.blocks
    return Material.FLAT if small and asked is Material.EXTRUDE else asked
