"""A Korean title in columns at one side of its zone, the subtitle in a small column beside it."""

import math

import skia

from pipeline.domain.fonts import FaceUse
from pipeline.domain.layout import Align, Role
from pipeline.typography.breaking import as_lines, balanced, pieces
from pipeline.typography.fitting import STEP, Proposal, Setting, Sized, measured, small_text
from pipeline.typography.sheet import (
    SMALLEST,
    Item,
    Page,
    Sizes,
    Stack,
    name_use,
    sentence_use,
)
from pipeline.typography.stacking import union
from pipeline.typography.vertical import columns

DISTANCE = 1.3
"""From axis to axis, in ems."""
MOST_COLUMNS = 4
WIDEST = 0.5
"""The share of the zone's width that the title's columns may take."""
SMALLEST_COLUMN = 85.0
"""Below this em, in units, a title is better set across."""
GAP = 24.0
"""Between the title's columns and anything beside them, in units."""


def vertical_title(sheet: Page, zone: skia.Rect) -> Stack | None:
    """Title and subtitle in columns, the series in the corner opposite; None when they do not fit."""
    setting = sheet.setting(sheet.words.title, sheet.pairing.title)
    best: tuple[float, Stack] | None = None
    for proposal in column_proposals(setting, MOST_COLUMNS):
        stack = _stack(sheet, zone, proposal)
        if stack:
            worth = math.log(stack.title_em) - proposal.cost
            best = max(best or (worth, stack), (worth, stack), key=lambda pair: pair[0])
    return best[1] if best else None


def column_proposals(setting: Setting, most: int) -> list[Proposal]:
    """The words in one column, in two, and so on up to `most`."""
    parts = pieces(setting.words, setting.language)
    found: list[Proposal] = []
    for cost, ends in balanced(parts, measured(setting, parts), most).values():
        lines = as_lines(parts, ends)
        made = columns(setting.library, lines, setting.style, DISTANCE, setting.words)
        ink = union(bounds for _, bounds in made)
        found.append(Proposal(lines, DISTANCE, ink, cost))
    return found


def _stack(sheet: Page, zone: skia.Rect, title: Proposal) -> Stack | None:
    em = min(sheet.pairing.largest * 1000.0, zone.height() / title.height,
             WIDEST * zone.width() / title.width)  # fmt: skip
    while em >= SMALLEST_COLUMN:
        items = _items(sheet, zone, Sized(title, em))
        if items:
            return Stack(items, max(item.y + item.text.height for item in items), em)
        em *= STEP
    return None


def _items(sheet: Page, zone: skia.Rect, title: Sized) -> tuple[Item, ...] | None:
    """The blocks from the side of the title inwards; None when they would meet."""
    words, sizes = sheet.words, Sizes.of(title.em)
    right = sheet.arrangement.align is not Align.LEFT
    items = [_column(Role.TITLE, words.title, sheet.pairing.title, title, 0.0)]
    used = title.width + GAP
    if words.subtitle:
        sub = _subtitle(sheet, title.height, sizes.subtitle) or _subtitle(
            sheet, zone.height(), sizes.subtitle
        )
        if sub is None:
            return None
        items.append(_column(Role.SUBTITLE, words.subtitle, sentence_use(sheet.pairing), sub, used))
        used += sub.width + GAP
    y = 0.0
    for role, text, em in ((Role.SERIES, words.series, sizes.series),
                           (Role.FREE, words.free, sizes.series)):  # fmt: skip
        if not text:
            continue
        use = name_use(sheet.pairing, text)
        sized = small_text(sheet.setting(text, use), zone.width() - used, em, SMALLEST)
        if sized is None or y + sized.height > zone.height():
            return None
        items.append(Item(role, text, use, sized, used, y, sized.width))
        y += sized.height + GAP
    return tuple(_mirrored(item, zone.width()) for item in items) if right else tuple(items)


def _column(role: Role, words: str, use: FaceUse, text: Sized, x: float) -> Item:
    return Item(role, words, use, text, x, 0.0, text.width, vertical=True)


def _mirrored(item: Item, width: float) -> Item:
    """The item counted from the zone's right side; what is horizontal goes to the left edge."""
    x = width - item.x - item.text.width if item.vertical else 0.0
    return Item(item.role, item.words, item.use, item.text, x, item.y, item.width,
                item.vertical)  # fmt: skip


def _subtitle(sheet: Page, height: float, em: float) -> Sized | None:
    setting = sheet.setting(sheet.words.subtitle, sentence_use(sheet.pairing))
    for proposal in column_proposals(setting, 3):
        size = min(em, height / proposal.height)
        if size >= max(SMALLEST, 0.8 * em):
            return Sized(proposal, size)
    return None
