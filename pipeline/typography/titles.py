"""The title's stack: series, title, subtitle and a free line, as large as is good."""

import math
from collections.abc import Iterator

import skia

from pipeline.domain.fonts import FaceUse
from pipeline.domain.layout import Role
from pipeline.typography.breaking import Piece, pieces
from pipeline.typography.fitting import (
    STEP,
    Proposal,
    Setting,
    Sized,
    exact,
    measured,
    sketches,
    small_text,
)
from pipeline.typography.hyphenation import split_long
from pipeline.typography.sheet import (
    SMALLEST,
    SMALLEST_TITLE,
    Item,
    Page,
    Sizes,
    Stack,
    name_use,
    sentence_use,
)

DECENT_TITLE = 62.0
"""Words are broken inside only when whole ones would make the title smaller than this."""
MOST_LINES = 24
TRIED = 4
"""So many of the most promising breaks are stacked exactly."""
LEAST_RATIO = 1.6
"""A title is at least this much larger than its subtitle."""
FILL = 0.66
SHORT_GROWTH = 1.7
"""Titles of few letters grow to this share of the width, but not beyond this factor."""
SINGLE = 0.2
LONG_SINGLE = 6.0
"""What a title of three words or more pays for running across in one line of so many ems."""
NARROW = 0.62
"""A subtitle may be as wide as the title, or as this share of the zone if that is more."""


def stack_title(sheet: Page, zone: skia.Rect) -> Stack | None:
    """The best stack in `zone`, or None when the words fit at no permitted size."""
    use = sheet.pairing.title
    setting = sheet.setting(sheet.words.title, use, sheet.pairing.leading)
    largest = sheet.pairing.largest * 1000.0
    promising = sorted(
        sketches(setting, _parts(setting, zone.width()), MOST_LINES),
        key=lambda sketch: -_worth(sketch, _size(sketch, zone, largest)),
    )
    best: tuple[float, Stack] | None = None
    for sketch in promising[:TRIED]:
        title = exact(setting, sketch)
        stack = _stack(sheet, zone, title, _size(title, zone, largest))
        if stack and (best is None or _worth(title, stack.title_em) > best[0]):
            best = _worth(title, stack.title_em), stack
    return best[1] if best else None


def _parts(setting: Setting, width: float) -> tuple[Piece, ...]:
    parts = pieces(setting.words, setting.language)
    limit = width / DECENT_TITLE
    widths = measured(setting, parts).pieces
    per_letter = max((w / len(p.text) for w, p in zip(widths, parts, strict=True) if w > limit),
                     default=0.0)  # fmt: skip
    if not per_letter:
        return parts
    return split_long(parts, int(limit * 0.94 / per_letter), setting.language)


def _size(proposal: Proposal, zone: skia.Rect, largest: float) -> float:
    """The em that the zone allows; a short title may pass `largest` until it fills its measure."""
    filling = min(FILL * zone.width() / proposal.width, SHORT_GROWTH * largest)
    return min(max(largest, filling), zone.width() / proposal.width,
               zone.height() / proposal.height)  # fmt: skip


def _worth(proposal: Proposal, em: float) -> float:
    """How good a title is, in natural logarithms of its size."""
    alone = len(proposal.lines) == 1 and proposal.lines[0].count(" ") > 1
    single = SINGLE if alone and proposal.width > LONG_SINGLE else 0.0
    return math.log(max(em, 1e-6)) - proposal.cost - single


def _stack(sheet: Page, zone: skia.Rect, title: Proposal, em: float) -> Stack | None:
    """The largest stack round `title` that is no higher than `zone`, from `em` downwards."""
    while em >= SMALLEST_TITLE:
        items = _items(sheet, zone, Sized(title, em))
        if items is None:
            return None
        height = items[-1].y + items[-1].text.height
        if height <= zone.height():
            return Stack(items, height, em)
        em *= STEP
    return None


def _items(sheet: Page, zone: skia.Rect, title: Sized) -> tuple[Item, ...] | None:
    """Every text of the stack from top to bottom; None when one cannot be set."""
    sizes, words, pairing = Sizes.of(title.em), sheet.words, sheet.pairing
    items: list[Item] = []
    y = 0.0
    for role, text, use, em, before in (
        (Role.SERIES, words.series, name_use(pairing, words.series), sizes.series, 0.0),
        (Role.TITLE, words.title, pairing.title, title.em, sizes.above),
        (Role.SUBTITLE, words.subtitle, sentence_use(pairing), sizes.subtitle, sizes.below),
        (Role.FREE, words.free, sentence_use(pairing), sizes.series, sizes.below),
    ):
        if not text:
            continue
        sized = title if role is Role.TITLE else _small(sheet, zone, text, use, em, title)
        if sized is None:
            return None
        y += before if items else 0.0
        items.append(Item(role, text, use, sized, 0.0, y, zone.width()))
        y += sized.height
    return tuple(items)


def _small(sheet: Page, zone: skia.Rect, words: str, use: FaceUse, em: float, title: Sized
           ) -> Sized | None:  # fmt: skip
    em = min(em, max(SMALLEST, title.em / LEAST_RATIO))
    setting = sheet.setting(words, use)
    for width in _widths(zone, title):
        if found := small_text(setting, width, em, SMALLEST):
            return found
    return None


def _widths(zone: skia.Rect, title: Sized) -> Iterator[float]:
    yield min(zone.width(), max(title.width, NARROW * zone.width()))
    yield zone.width()
