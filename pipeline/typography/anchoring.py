"""Texts at one of nine anchors inside the margins, alone or as the group that a title leads."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.domain.arrangement import margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Role, TextBlock
from pipeline.domain.operation import Anchor9
from pipeline.drawing.page import SHORT_SIDE
from pipeline.typography.refitting import reset
from pipeline.typography.sheet import Page, Sizes

COLUMNS = {
    Align.LEFT: (Anchor9.TOP_LEFT, Anchor9.LEFT, Anchor9.BOTTOM_LEFT),
    Align.CENTRE: (Anchor9.TOP, Anchor9.MIDDLE, Anchor9.BOTTOM),
    Align.RIGHT: (Anchor9.TOP_RIGHT, Anchor9.RIGHT, Anchor9.BOTTOM_RIGHT),
}
"""The anchors at each side, from the head to the foot."""
ORDER = (Role.SERIES, Role.TITLE, Role.SUBTITLE)
"""How a group is read, from its first line to its last."""
STRAYED = 2.0
"""A gap wider than this many usual ones shows that the texts did not stand together."""

Blocks = tuple[TextBlock, ...]


def anchored(sheet: Page, group: Sequence[TextBlock], anchor: Anchor9) -> Blocks:
    """`group` at an anchor inside the margins, every line flush with the side it stands at.

    Series, title and subtitle come under one another in this order with the gaps that they had;
    one that stood elsewhere is set at the usual distance. A group with columns moves as it is.
    The blocks are given back in their order.
    """
    align, rank = _place(anchor)
    if len(group) > 1 and any(block.vertical for block in group):
        return _carried(sheet, group, align, rank)
    turned = {block.role: reset(sheet, block, align) for block in group}
    stack = sorted(group, key=lambda block: _reading(block.role))
    gaps = [gap(sheet, upper, lower) for upper, lower in pairwise(stack)]
    height = sum(block.box.h for block in turned.values()) + sum(gaps)
    y = _down(sheet.aspect, height, rank)
    for block, after in zip(stack, (*gaps, 0.0), strict=True):
        box = turned[block.role].box
        x = _across(sheet.aspect, box.w, align)
        turned[block.role] = replace(turned[block.role], box=replace(box, x=x, y=y))
        y += box.h + after
    return tuple(turned[block.role] for block in group)


def gap(sheet: Page, upper: TextBlock, lower: TextBlock) -> float:
    """What stays free between two texts of a group, as a fraction of the cover's height."""
    title = max(upper.size, lower.size) * SHORT_SIDE
    sizes, height = Sizes.of(title), sheet.size[1]
    usual = (sizes.above if upper.role is Role.SERIES else sizes.below) / height
    had = lower.box.y - upper.box.bottom
    return had if 0 <= had <= STRAYED * usual else usual


def _place(anchor: Anchor9) -> tuple[Align, int]:
    return next(
        (align, anchors.index(anchor)) for align, anchors in COLUMNS.items() if anchor in anchors
    )


def _reading(role: Role) -> int:
    return ORDER.index(role) if role in ORDER else len(ORDER)


def _across(aspect: float, width: float, align: Align) -> float:
    mx, _ = margin(aspect)
    return {Align.LEFT: mx, Align.CENTRE: 0.5 - width / 2, Align.RIGHT: 1 - mx - width}[align]


def _down(aspect: float, height: float, rank: int) -> float:
    _, my = margin(aspect)
    return (my, 0.5 - height / 2, 1 - my - height)[rank]


def _carried(sheet: Page, group: Sequence[TextBlock], align: Align, rank: int) -> Blocks:
    whole = Box.around(block.box for block in group)
    dx = _across(sheet.aspect, whole.w, align) - whole.x
    dy = _down(sheet.aspect, whole.h, rank) - whole.y
    return tuple(
        replace(block, box=replace(block.box, x=block.box.x + dx, y=block.box.y + dy))
        for block in group
    )
