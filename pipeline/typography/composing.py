"""From the words of a cover and the zones of a composition to a layout."""

from collections.abc import Sequence
from dataclasses import replace

import skia

from pipeline.domain.arrangement import Anchor, Arrangement, margin
from pipeline.domain.errors import LetteringError
from pipeline.domain.fonts import FaceUse, Pairing
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Case, Layout, Material, Role, TextBlock
from pipeline.domain.words import CoverWords, Writing, tidy, writing_of
from pipeline.drawing.page import SHORT_SIDE
from pipeline.typography.columns import vertical_title
from pipeline.typography.fitting import Sized, small_text
from pipeline.typography.library import FaceLibrary, unsupported
from pipeline.typography.shaping import right_to_left
from pipeline.typography.sheet import READABLE, SMALLEST, Page, Stack, name_use
from pipeline.typography.titles import stack_title

AUTHOR_SHARE = 0.4
"""The author's size as a share of the title's."""
LARGEST_AUTHOR = 52.0
AUTHOR_GAP = 46.0
"""Units between the title's zone and the author."""
LONG_TITLE = 72
"""From this many characters on capitals are no longer read but spelt."""
HANG = 44.0
"""How far quotes and the like may hang out of a zone, in units; margins are 70."""
LONG_LEADING = 0.1
COMFORTABLE = 52.0
"""A smaller title, in units, is a reason to grow its zone."""
GROWTH = (0.0, 0.4, 1.0)
"""How far the title's zone may grow towards the margins, tried in turn."""


def compose(words: CoverWords, arrangement: Arrangement, pairing: Pairing, library: FaceLibrary,
            aspect: float, taken: Sequence[Box] = ()) -> Layout:  # fmt: skip
    """Sets all of `words` on a cover of `aspect` (width / height, 0.4 to 2.5).

    Series, title and subtitle share the title's zone, the author has the other; a zone grows
    towards the margins only when its words cannot be set decently inside, and is kept off what
    is `taken`. The boxes of the blocks are the bounds of their ink.

    Raises:
        LetteringError: `lettering-no-face` for characters that no face has; `lettering-no-room`
            for words that fit at no permitted size.
    """
    words = _tidied(words)
    lacking = unsupported(library, "".join(_all(words)))
    if lacking:
        raise LetteringError("lettering-no-face", characters=" ".join(lacking))
    arrangement = _turned(arrangement, words.title)
    for one in suited(pairing, words.title):
        sheet = Page(library, words, arrangement, one, aspect)
        reserve = _author(sheet, LARGEST_AUTHOR)[1] if words.author else None
        if found := _roomiest(sheet, reserve, [sheet.rect(box) for box in taken]):
            return _layout(sheet, *found)
    raise LetteringError("lettering-no-room", words=words.title)


def _roomiest(
    sheet: Page, author: skia.Rect | None, taken: Sequence[skia.Rect]
) -> tuple[Stack, skia.Rect] | None:
    """The stack in the least grown zone in which the title is comfortable, else the largest."""
    found: list[tuple[Stack, skia.Rect]] = []
    for growth in GROWTH:
        zone = _zone(sheet, growth, author)
        for other in taken:
            zone = _beside(zone, other)
        stack = (vertical_title(sheet, zone) if _stands(sheet) else None) or stack_title(
            sheet, zone
        )
        if stack:
            found.append((stack, zone))
            if stack.title_em >= COMFORTABLE:
                break
    return max(found, key=lambda pair: pair[0].title_em, default=None)


def _tidied(words: CoverWords) -> CoverWords:
    return replace(words, title=tidy(words.title), subtitle=tidy(words.subtitle),
                   author=tidy(words.author), series=tidy(words.series),
                   free=tidy(words.free))  # fmt: skip


def _all(words: CoverWords) -> tuple[str, ...]:
    return words.title, words.subtitle, words.author, words.series, words.free


def suited(pairing: Pairing, title: str) -> tuple[Pairing, ...]:
    """The pairing as this title needs it, and what to try when it does not fit.

    Long titles are neither shouted nor squeezed; as a last resort the plainer face sets them.
    """
    use = pairing.title
    if len(title) <= LONG_TITLE:
        return (pairing,)
    case = Case.AS_TYPED if use.case is Case.UPPER else use.case
    calmer = replace(use, case=case, tracking=max(0.0, use.tracking * 0.4))
    calm = replace(pairing, title=calmer, leading=pairing.leading + LONG_LEADING)
    return calm, replace(calm, title=replace(pairing.small, case=Case.AS_TYPED, tracking=0.0))


def _turned(arrangement: Arrangement, title: str) -> Arrangement:
    """The arrangement for the title's direction: what starts at the right stands at the right."""
    if arrangement.align is Align.LEFT and right_to_left(title):
        return replace(arrangement, align=Align.RIGHT)
    return arrangement


def _stands(sheet: Page) -> bool:
    return sheet.arrangement.vertical and writing_of(sheet.words.title) is Writing.KOREAN


def _zone(sheet: Page, growth: float, author: skia.Rect | None) -> skia.Rect:
    """The title's zone, grown by a share of the way to the margins, and kept off the author."""
    width, height = sheet.size
    mx, my = margin(sheet.aspect)
    wanted = sheet.rect(sheet.arrangement.title)
    limits = skia.Rect.MakeLTRB(mx * width, my * height, width * (1 - mx), height * (1 - my))
    zone = skia.Rect.MakeLTRB(
        *(have + growth * (limit - have) for have, limit in zip(wanted, limits, strict=True))
    )
    if author and skia.Rect.Intersects(zone, author.makeOutset(0.0, AUTHOR_GAP)):
        if author.centerY() > zone.centerY():
            zone.fBottom = author.top() - AUTHOR_GAP
        else:
            zone.fTop = author.bottom() + AUTHOR_GAP
    return zone


def _beside(zone: skia.Rect, other: skia.Rect) -> skia.Rect:
    """The largest part of `zone` over, under or beside `other`."""
    off = other.makeOutset(AUTHOR_GAP, AUTHOR_GAP)
    if not skia.Rect.Intersects(zone, off):
        return zone
    left, top, right, bottom = zone.left(), zone.top(), zone.right(), zone.bottom()
    parts = (
        skia.Rect.MakeLTRB(left, top, right, max(top, off.top())),
        skia.Rect.MakeLTRB(left, min(bottom, off.bottom()), right, bottom),
        skia.Rect.MakeLTRB(left, top, max(left, off.left()), bottom),
        skia.Rect.MakeLTRB(min(right, off.right()), top, right, bottom),
    )
    return max(parts, key=lambda part: part.width() * part.height())


def signed(sheet: Page, title_em: float) -> TextBlock:
    """The author's block beside a title of `title_em` units, or that of no title (0).

    Raises:
        LetteringError: `lettering-no-room`.
    """
    largest = max(READABLE, min(LARGEST_AUTHOR, AUTHOR_SHARE * title_em))
    text, rect = _author(sheet, largest if title_em else LARGEST_AUTHOR)
    use = name_use(sheet.pairing, sheet.words.author)
    return _block(sheet, Role.AUTHOR, sheet.words.author, use, text, rect)


def _author(sheet: Page, largest: float) -> tuple[Sized, skia.Rect]:
    """The author's text and where its ink goes: it grows away from the nearest edge."""
    zone = sheet.rect(sheet.arrangement.author)
    setting = sheet.setting(sheet.words.author, name_use(sheet.pairing, sheet.words.author))
    text = small_text(setting, zone.width(), largest, SMALLEST)
    if text is None:
        raise LetteringError("lettering-no-room", words=sheet.words.author)
    low = zone.centerY() > sheet.size[1] / 2
    top = zone.bottom() - text.height if low else zone.top()
    return text, skia.Rect.MakeXYWH(zone.left(), top, zone.width(), text.height)


def _layout(sheet: Page, stack: Stack, zone: skia.Rect) -> Layout:
    height = stack.height
    top = {Anchor.TOP: zone.top(), Anchor.MIDDLE: zone.centerY() - height / 2,
           Anchor.BOTTOM: zone.bottom() - height}[sheet.arrangement.anchor]  # fmt: skip
    blocks: list[TextBlock] = []
    for item in stack.items:
        room = skia.Rect.MakeXYWH(zone.left() + item.x, top + item.y, item.width, item.text.height)
        blocks.append(_block(sheet, item.role, item.words, item.use, item.text, room,
                             vertical=item.vertical))  # fmt: skip
    if sheet.words.author:
        blocks.append(signed(sheet, stack.title_em))
    return Layout(aspect=sheet.aspect, blocks=tuple(blocks), language=sheet.words.language)


def _block(sheet: Page, role: Role, words: str, use: FaceUse, text: Sized, rect: skia.Rect, *,
           vertical: bool = False) -> TextBlock:  # fmt: skip
    """A block whose box is its ink inside `rect`, at the side that it is aligned to."""
    width, height = sheet.size
    align = Align.LEFT if vertical else sheet.arrangement.align
    ink, em = text.proposal.ink, text.em
    anchor = {Align.LEFT: rect.left(), Align.CENTRE: rect.centerX(), Align.RIGHT: rect.right()}
    x = rect.left() if vertical else anchor[align] + ink.left() * em
    x = min(max(x, rect.left() - HANG), rect.right() + HANG - text.width)
    inks = sheet.arrangement.inks if role is Role.TITLE else sheet.arrangement.small_inks
    return TextBlock(
        role=role, words=words, lines=text.proposal.lines, font=use.face, axes=use.axes,
        size=text.em / SHORT_SIDE, tracking=use.tracking, leading=text.proposal.leading,
        align=align, colour=inks[0], case=use.case, vertical=vertical,
        material=_material(sheet, role),
        box=Box(x=x / width, y=rect.top() / height, w=text.width / width, h=text.height / height),
    )  # fmt: skip


def _material(sheet: Page, role: Role) -> Material:
    """Small text is of the title's stuff, but never has sides: they would fill its counters."""
    material = sheet.arrangement.material
    return Material.FLAT if role is not Role.TITLE and material is Material.EXTRUDE else material
