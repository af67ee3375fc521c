"""Texts that stand under one another after one of them grew or shrank: the gaps stay."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.domain.arrangement import Anchor, margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import TextBlock


def restacked(
    blocks: Sequence[TextBlock], before: Sequence[TextBlock], anchor: Anchor, aspect: float
) -> tuple[TextBlock, ...]:
    """`blocks` with the gaps that they had `before`, packed towards the same `anchor`.

    Both are the same blocks in the same order. What stands beside another (columns do) stays
    where it is; a stack that reaches over a margin moves back as far as it was inside.
    """
    order = sorted(range(len(before)), key=lambda index: before[index].box.y)
    stacked = [before[index].box for index in order]
    if any(upper.bottom > lower.y for upper, lower in pairwise(stacked)):
        return tuple(blocks)
    gaps = [0.0, *(lower.y - upper.bottom for upper, lower in pairwise(stacked))]
    height = sum(gaps) + sum(block.box.h for block in blocks)
    y = _top(Box.around(stacked), height, anchor, aspect)
    found = list(blocks)
    for index, gap in zip(order, gaps, strict=True):
        y += gap
        found[index] = replace(blocks[index], box=replace(blocks[index].box, y=y))
        y += blocks[index].box.h
    return tuple(found)


def _top(before: Box, height: float, anchor: Anchor, aspect: float) -> float:
    top = {Anchor.TOP: before.y, Anchor.MIDDLE: before.centre[1] - height / 2,
           Anchor.BOTTOM: before.bottom - height}[anchor]  # fmt: skip
    _, my = margin(aspect)
    highest, lowest = min(my, before.y), max(1 - my, before.bottom)
    return max(highest, min(top, lowest - height))
