"""What a person did to the lettering of a version, kept when its picture is drawn anew."""

from dataclasses import replace

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.fonts import FaceUse, Pairing
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock, Trait
from pipeline.domain.words import CoverWords
from pipeline.typography.composing import compose
from pipeline.typography.library import FaceLibrary
from pipeline.typography.refitting import dressed
from pipeline.typography.resizing import resized
from pipeline.typography.sheet import Page

ORDER = (Role.SERIES, Role.TITLE, Role.SUBTITLE, Role.AUTHOR)
SEPARATE = 6
"""So many texts stand each for itself; a picture that goes round more has no room left."""


def words_on(layout: Layout) -> CoverWords:
    """What a cover says now, free blocks apart."""
    said = {str(b.role): b.words for b in layout.blocks if b.role is not Role.FREE}
    return CoverWords(**{"title": "", **said}, language=layout.language)


def keeps_lettering(layout: Layout) -> bool:
    """Whether a person placed the title, and with it everything that is set around it."""
    title = layout.block(Role.TITLE)
    return title is None or title.locked


def composed_like(
    base: Layout, arrangement: Arrangement, pairing: Pairing, library: FaceLibrary
) -> Layout:
    """The words of `base` in the zones of another composition.

    Locked and free blocks stay where they are and the rest keeps off them; where the title is
    locked, everything stays. Traits that a person chose are kept; nothing has effects or tones
    that were only there so that it could be read on the old picture.

    Raises:
        LetteringError: when the words cannot be set.
    """
    if keeps_lettering(base):
        return bare(base, arrangement)
    held = [block for block in base.blocks if block.locked or block.role is Role.FREE]
    words = words_on(replace(base, blocks=tuple(b for b in base.blocks if b not in held)))
    fresh = compose(words, arrangement, pairing, library, base.aspect, [b.box for b in held])
    page = Page(library, words, arrangement, pairing, base.aspect)
    loose = _styled(fresh, base, page)
    found = {block.role: block for block in (*loose.blocks, *held) if block.role is not Role.FREE}
    blocks = tuple(_like(base.block(role), found[role]) for role in ORDER if role in found)
    free = tuple(block for block in held if block.role is Role.FREE)
    return bare(replace(fresh, blocks=(*blocks, *free)), arrangement)


def bare(layout: Layout, arrangement: Arrangement) -> Layout:
    """The layout in the inks of an arrangement, without tones and without unchosen effects."""
    return replace(layout, tones=(), blocks=tuple(_bare(b, arrangement) for b in layout.blocks))


def _bare(block: TextBlock, arrangement: Arrangement) -> TextBlock:
    inks = arrangement.inks if block.role is Role.TITLE else arrangement.small_inks
    return replace(
        block,
        colour=block.colour if Trait.COLOUR in block.chosen else inks[0],
        effects=block.effects if Trait.EFFECTS in block.chosen else (),
    )


def _like(old: TextBlock | None, new: TextBlock) -> TextBlock:
    """The new block with the traits that a person gave the old one."""
    if old is None or old is new:
        return new
    chosen = set(old.chosen)
    return replace(
        new,
        chosen=old.chosen,
        colour=old.colour if Trait.COLOUR in chosen else new.colour,
        material=old.material if Trait.MATERIAL in chosen else new.material,
        effects=old.effects if Trait.EFFECTS in chosen else new.effects,
    )


def _styled(fresh: Layout, base: Layout, sheet: Page) -> Layout:
    """The fresh blocks in the faces and sizes that a person chose, as far as there is room."""
    blocks: list[TextBlock] = []
    sizes: list[float | None] = []
    for block in fresh.blocks:
        old = base.block(block.role)
        traits = set(old.chosen) if old else set[Trait]()
        dressing = old and Trait.FACE in traits
        blocks.append(dressed(sheet, block, block.words, _use(old)) if old and dressing else block)
        sized = old.size if old and Trait.SIZE in traits else None
        sizes.append(sized or (block.size if dressing else None))
    return resized(replace(fresh, blocks=tuple(blocks)), sheet, sizes) if any(sizes) else fresh


def _use(block: TextBlock) -> FaceUse:
    return FaceUse(face=block.font, axes=block.axes, case=block.case, tracking=block.tracking)


def taken(layout: Layout) -> tuple[Box, ...]:
    """Where lettering stands: a box round title, subtitle and series, and one for the author.

    What a person placed, and every free block, has a box of its own.
    """
    alone = [b for b in layout.blocks if b.locked or b.role is Role.FREE]
    composed = [b for b in layout.blocks if b not in alone]
    author = [b.box for b in composed if b.role is Role.AUTHOR]
    others = [b.box for b in composed if b.role is not Role.AUTHOR]
    largest = sorted((b.box for b in alone), key=lambda box: -box.area)
    groups = (others, author, *([box] for box in largest[:SEPARATE]), largest[SEPARATE:])
    return tuple(Box.around(group) for group in groups if group)
