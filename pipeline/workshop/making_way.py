"""What nobody placed steps aside for what a person put there."""

from pipeline.domain.errors import LetteringError
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.domain.version import Document
from pipeline.typography.calm_places import calm_place
from pipeline.typography.recomposing import Extent, recomposed, words_of
from pipeline.typography.resizing import GROUP
from pipeline.typography.sheet import Page
from pipeline.workshop.relettering import Pixels, terrain_of


def made_way(
    before: Layout, after: Layout, placed: TextBlock, document: Document, sheet: Page, art: Pixels
) -> Layout:  # fmt: skip
    """`after`, in which `placed` has been moved, with the unplaced texts under it elsewhere.

    Title, subtitle and series are composed anew in what remains of their zone; anything else
    goes to calm ground. Where there is no room, it stays.
    """
    if _met(after, placed, GROUP):
        after = _recomposed(after, placed, sheet)
    terrain = None
    for block in after.blocks:
        if block.locked or block is placed or not _meets(block, placed):
            continue
        terrain = terrain or terrain_of(document, art)
        taken = [other.box for other in after.blocks if other is not block]
        try:
            after = after.with_block(block, calm_place(sheet, block, taken, terrain, art))
        except LetteringError:
            continue
    return after


def _recomposed(layout: Layout, placed: TextBlock, sheet: Page) -> Layout:
    try:
        made, _ = recomposed(layout, words_of(layout), sheet, Extent.UNPLACED)
    except LetteringError:
        return layout
    return made if not _met(made, placed, GROUP) else layout


def _met(layout: Layout, placed: TextBlock, roles: frozenset[Role]) -> bool:
    return any(
        _meets(block, placed) for block in layout.blocks if block.role in roles and not block.locked
    )


def _meets(block: TextBlock, placed: TextBlock) -> bool:
    return block is not placed and block.box.overlap(placed.box) > 0
