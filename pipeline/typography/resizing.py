"""Blocks made larger or smaller, with what stands around them giving way as far as there is room."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from pipeline.domain.arrangement import margin
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.typography.fitting import STEP
from pipeline.typography.refitting import at_size
from pipeline.typography.restacking import restacked
from pipeline.typography.sheet import Page

GROUP = frozenset({Role.SERIES, Role.TITLE, Role.SUBTITLE})
"""Roles that stand together."""
TOUCH = 1e-9
MOST_STEPS = 120
"""So many steps of 4 % lead from any size that may be asked for to one that fits."""


def resized(layout: Layout, sheet: Page, sizes: Sequence[float | None]) -> Layout:
    """`layout` with the ems `sizes`, one for each block (None: as it is), or as near as fits.

    A block grows until it would touch a text that it did not touch before, or leave the margins.
    Title, subtitle and series keep their gaps, unless a person placed them.
    """
    shrinking_first = sorted(range(len(sizes)), key=lambda i: _growth(layout.blocks[i], sizes[i]))
    for index in shrinking_first:
        size = sizes[index]
        if size is not None:
            layout = _resized(layout, sheet, index, size)
    return layout


def _growth(block: TextBlock, size: float | None) -> float:
    return 1.0 if size is None else size / block.size


def _resized(layout: Layout, sheet: Page, index: int, size: float) -> Layout:
    """The layout with one block as near to `size` as fits."""
    block = layout.blocks[index]
    if abs(size - block.size) < TOUCH:
        return layout
    for step in range(MOST_STEPS):
        eased = max(size * STEP**step, min(size, block.size))
        tried = _tried(layout, sheet, index, eased)
        if tried and _harmless(layout, tried):
            return tried
        if eased <= block.size:
            break
    return layout


def _tried(layout: Layout, sheet: Page, index: int, size: float) -> Layout | None:
    old = layout.blocks[index]
    made = at_size(sheet, old, size)
    if made is None:
        return None
    blocks = list(layout.blocks)
    blocks[index] = _signed(old, made) if old.role is Role.AUTHOR else made
    return replace(layout, blocks=_stacked(layout.blocks, blocks, sheet))


def _signed(old: TextBlock, new: TextBlock) -> TextBlock:
    """An author's name grows away from the edge that it is near."""
    if old.locked:
        return new
    y = old.box.bottom - new.box.h if old.box.centre[1] > 0.5 else old.box.y
    return replace(new, box=replace(new.box, y=y))


def _stacked(
    old: Sequence[TextBlock], new: list[TextBlock], sheet: Page
) -> tuple[TextBlock, ...]:  # fmt: skip
    indices = [i for i, block in enumerate(old) if block.role in GROUP and not block.locked]
    if any(new[i] is not old[i] for i in indices):
        group = restacked([new[i] for i in indices], [old[i] for i in indices],
                          sheet.arrangement.anchor, sheet.aspect)  # fmt: skip
        for index, block in zip(indices, group, strict=True):
            new[index] = block
    return tuple(new)


def _harmless(old: Layout, new: Layout) -> bool:
    """Whether nothing meets that was apart, and nothing is over a margin that was inside."""
    pairs = combinations(range(len(old.blocks)), 2)
    apart = all(
        new.blocks[a].box.overlap(new.blocks[b].box) <= TOUCH
        or old.blocks[a].box.overlap(old.blocks[b].box) > TOUCH
        for a, b in pairs
    )
    _, my = margin(old.aspect)
    return apart and all(
        now.box.y >= min(my, was.box.y) - 1e-6 and now.box.bottom <= max(1 - my, was.box.bottom) + 1e-6
        for now, was in zip(new.blocks, old.blocks, strict=True)
    )  # fmt: skip
