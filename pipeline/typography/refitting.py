"""A block set anew where it stands: other words, another face, another size or another room."""

import math
from collections.abc import Iterator
from dataclasses import replace

import skia

from pipeline.domain.arrangement import Anchor, margin
from pipeline.domain.fonts import FaceUse
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Role, TextBlock
from pipeline.domain.words import tidy
from pipeline.drawing.page import SHORT_SIDE
from pipeline.typography.breaking import pieces
from pipeline.typography.casing import Style
from pipeline.typography.columns import column_proposals
from pipeline.typography.composing import suited
from pipeline.typography.fitting import LINE_BREAK, Proposal, Setting, exact, ink_of, sketches
from pipeline.typography.hyphenation import split_long
from pipeline.typography.setting import set_block
from pipeline.typography.sheet import (
    READABLE,
    SMALL_LEADING,
    SMALLEST,
    Page,
    name_use,
    sentence_use,
)
from pipeline.typography.titles import MOST_LINES

TRIED = 6
"""So many of the most promising breaks are set exactly."""
LETTER_EM = 0.6
"""The usual width of a letter, to guess how many go into a line."""
SAME = 1e-6


def refitted(
    sheet: Page, block: TextBlock, room: Box, largest: float | None = None,
    at: Anchor = Anchor.MIDDLE,
) -> TextBlock | None:  # fmt: skip
    """`block` broken into the lines that stand largest and best in `room`; None for no room.

    Its ink lies inside `room`, at the side that the block is aligned to and, from top to bottom,
    `at`. `largest` is the most that the em may be, as a fraction of the short side; small text
    of a limited size is set in few lines rather than in even ones.
    """
    space, cap = sheet.rect(room), (largest or math.inf) * SHORT_SIDE
    line = 0.0 if largest is None or block.role is Role.TITLE else LINE_BREAK
    best: tuple[float, TextBlock] | None = None
    for proposal in _promising(sheet, block, space, cap):
        em = _em(proposal, space, cap)
        worth = math.log(max(em, SAME)) - proposal.cost - line * len(proposal.lines)
        if em >= SMALLEST and (best is None or worth > best[0]):
            best = worth, _in_room(sheet, block, proposal, em, space, at)
    return best[1] if best else None


def at_size(sheet: Page, block: TextBlock, size: float) -> TextBlock | None:
    """`block` with an em of `size` (a fraction of the short side) about where it stands.

    Its lines stay where they fit between the margins, else they are broken anew; None where no
    lines are short enough, or too many to stand on the page.
    """
    bounds, em = _bounds(sheet, block), size * SHORT_SIDE
    kept = _kept(sheet, block)
    if _fits(kept, em, bounds):
        return _about(sheet, block, kept, em, bounds)
    fitting = [
        proposal
        for proposal in _promising(sheet, block, bounds, em)
        if _fits(proposal, em, bounds)
    ]  # fmt: skip
    best = min(fitting, key=lambda proposal: proposal.cost, default=None)
    return best and _about(sheet, block, best, em, bounds)


def dressed(sheet: Page, block: TextBlock, words: str, use: FaceUse | None = None) -> TextBlock:
    """`block` with other words, in `use`, or in its own face as that suits these words."""
    own = use or _use(sheet, block, words)
    return replace(block, words=words, font=own.face, axes=own.axes, case=own.case,
                   tracking=own.tracking)  # fmt: skip


def use_for(sheet: Page, role: Role, words: str) -> FaceUse:
    """How the sheet's pairing sets `words` in `role`."""
    match role:
        case Role.TITLE:
            return suited(sheet.pairing, words)[0].title
        case Role.AUTHOR | Role.SERIES:
            return name_use(sheet.pairing, words)
        case Role.SUBTITLE | Role.FREE:
            return sentence_use(sheet.pairing)


def reset(sheet: Page, block: TextBlock, align: Align) -> TextBlock:
    """`block` with the same lines set to another side, its ink about where it was."""
    turned = replace(block, align=Align.LEFT if block.vertical else align)
    return _about(sheet, turned, _kept(sheet, turned), block.size * SHORT_SIDE,
                  _bounds(sheet, block))  # fmt: skip


def _use(sheet: Page, block: TextBlock, words: str) -> FaceUse:
    faces = sheet.pairing.title if block.role is Role.TITLE else sheet.pairing.small
    if block.font == faces.face:
        return use_for(sheet, block.role, words)
    return FaceUse(face=block.font, axes=block.axes, case=block.case, tracking=block.tracking)


def setting_of(sheet: Page, block: TextBlock) -> Setting:
    """What a block's words are measured with."""
    leading = SMALL_LEADING
    if block.role is Role.TITLE:
        leading = suited(sheet.pairing, block.words)[0].leading
    return Setting(sheet.library, tidy(block.words), Style.of(block), block.align,
                   sheet.words.language, leading)  # fmt: skip


def _promising(
    sheet: Page, block: TextBlock, space: skia.Rect, cap: float
) -> Iterator[Proposal]:  # fmt: skip
    setting = setting_of(sheet, block)
    if block.vertical:
        yield from column_proposals(setting, MOST_LINES // 2)
        return
    found = [*_sketched(setting, space)]
    found.sort(key=lambda p: p.cost - math.log(max(SAME, _em(p, space, cap))))
    for sketch in found[:TRIED]:
        yield exact(setting, sketch)


def _sketched(setting: Setting, space: skia.Rect) -> Iterator[Proposal]:
    """Breaks between words, and inside those that would make the block small."""
    parts = pieces(setting.words, setting.language)
    yield from sketches(setting, parts, MOST_LINES)
    longest = int(space.width() / READABLE / LETTER_EM)
    if any(len(part.text) > longest for part in parts):
        yield from sketches(setting, split_long(parts, longest, setting.language), MOST_LINES)


def _em(proposal: Proposal, space: skia.Rect, cap: float) -> float:
    return min(cap, space.width() / max(proposal.width, SAME),
               space.height() / max(proposal.height, SAME))  # fmt: skip


def _fits(proposal: Proposal, em: float, space: skia.Rect) -> bool:
    return proposal.width * em <= space.width() and proposal.height * em <= space.height()


def _kept(sheet: Page, block: TextBlock) -> Proposal:
    """The lines as they are."""
    setting = setting_of(sheet, block)
    if block.vertical:
        return _measured(sheet, block)
    loose = Proposal(block.lines, block.leading, skia.Rect.MakeEmpty(), 0.0)
    settled = exact(setting, loose)
    leading = settled.leading
    return Proposal(block.lines, leading, ink_of(setting, block.lines, leading), 0.0)


def _measured(sheet: Page, block: TextBlock) -> Proposal:
    made = set_block(sheet.library, block, sheet.aspect)
    ink = skia.Rect.MakeWH(made.ink.width() / made.em, made.ink.height() / made.em)
    return Proposal(block.lines, block.leading, ink, 0.0)


def _bounds(sheet: Page, block: TextBlock) -> skia.Rect:
    """Where the block's ink may go: the page inside its margins, and where it is already."""
    mx, my = margin(sheet.aspect)
    inside = Box.edges(mx, my, 1 - mx, 1 - my)
    whole = Box.around((inside, block.box))
    left, top = max(0.0, whole.x), max(0.0, whole.y)
    return sheet.rect(Box.edges(left, top, min(1.0, whole.right), min(1.0, whole.bottom)))


def _in_room(
    sheet: Page, block: TextBlock, proposal: Proposal, em: float, space: skia.Rect, at: Anchor
) -> TextBlock:  # fmt: skip
    width, height = proposal.width * em, proposal.height * em
    middle = space.centerX() + (0.0 if block.vertical else proposal.ink.centerX() * em)
    x = {Align.LEFT: space.left(), Align.RIGHT: space.right() - width,
         Align.CENTRE: middle - width / 2}[block.align]  # fmt: skip
    if block.vertical:
        x = middle - width / 2
    y = {Anchor.TOP: space.top(), Anchor.MIDDLE: space.centerY() - height / 2,
         Anchor.BOTTOM: space.bottom() - height}[at]  # fmt: skip
    return _at(sheet, block, proposal, em, _inside(x, y, width, height, space))


def _about(
    sheet: Page, block: TextBlock, proposal: Proposal, em: float, bounds: skia.Rect
) -> TextBlock:  # fmt: skip
    """With its aligned side and its middle height where they were, as far as `bounds` allow."""
    old, width, height = sheet.rect(block.box), proposal.width * em, proposal.height * em
    x = {Align.LEFT: old.left(), Align.RIGHT: old.right() - width,
         Align.CENTRE: old.centerX() - width / 2}[block.align]  # fmt: skip
    if block.vertical:
        x = old.centerX() - width / 2
    y = old.centerY() - height / 2
    return _at(sheet, block, proposal, em, _inside(x, y, width, height, bounds))


def _inside(x: float, y: float, width: float, height: float, bounds: skia.Rect) -> skia.Rect:
    x = max(bounds.left(), min(x, bounds.right() - width))
    y = max(bounds.top(), min(y, bounds.bottom() - height))
    return skia.Rect.MakeXYWH(x, y, width, height)


def _at(
    sheet: Page, block: TextBlock, proposal: Proposal, em: float, ink: skia.Rect
) -> TextBlock:  # fmt: skip
    width, height = sheet.size
    box = Box(x=ink.left() / width, y=ink.top() / height, w=ink.width() / width,
              h=ink.height() / height)  # fmt: skip
    return replace(block, lines=proposal.lines, leading=proposal.leading, size=em / SHORT_SIDE,
                   box=box)  # fmt: skip
