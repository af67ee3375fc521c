"""Other words for the roles of a cover that is laid out already.

What a person placed stays where it is; what nobody touched stays as it was; the rest is composed
anew by the same zones and pairing, in the looks that it had.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from pipeline.domain.errors import LetteringError
from pipeline.domain.fonts import FaceUse
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock, Trait
from pipeline.domain.words import CoverWords
from pipeline.typography.composing import AUTHOR_GAP, compose, signed
from pipeline.typography.refitting import at_size, dressed, refitted, use_for
from pipeline.typography.resizing import GROUP, resized
from pipeline.typography.sheet import Page

ORDER = (Role.SERIES, Role.TITLE, Role.SUBTITLE, Role.AUTHOR)
LOUD = 0.8
"""An author's name that is larger than this share of the title is set anew with it."""


class Extent(Enum):
    """How much is composed anew: what says something else, all that nobody placed, or everything.

    Everything means that also what a person placed gets the face of the pairing, in its room.
    """

    CHANGED = 1
    UNPLACED = 2
    ALL = 3


Words = Mapping[Role, str]
Blocks = dict[Role, TextBlock]


def words_of(layout: Layout) -> dict[Role, str]:
    """The words of every role that the layout has."""
    return {block.role: block.words for block in layout.blocks if block.role is not Role.FREE}


def recomposed(
    old: Layout, words: Words, sheet: Page, extent: Extent = Extent.CHANGED
) -> tuple[Layout, tuple[Role, ...]]:
    """`old` with `words` in its roles, and the new roles that found no place in the zones.

    Roles without words go; free blocks stay as they are.

    Raises:
        LetteringError: when the words fit nowhere.
    """
    found: Blocks = {}
    for role, text in words.items():
        block = old.block(role)
        if block and block.locked:
            everything = extent is Extent.ALL
            same = text == block.words and not everything
            found[role] = block if same else held(sheet, block, text, anew=everything)
    loose = {role: text for role, text in words.items() if role not in found}
    change = _Change(old, loose, sheet, found, extent)
    homeless = _set_group(change)
    _set_author(change)
    return _assembled(old, found), homeless


@dataclass(frozen=True, slots=True)
class _Change:
    """The words that nobody placed, and what of the cover is settled so far."""

    old: Layout
    loose: Words
    sheet: Page
    found: Blocks
    extent: Extent

    @property
    def anew(self) -> bool:
        """Whether the faces are the pairing's, whatever they were."""
        return self.extent is Extent.ALL

    def changed(self, role: Role) -> bool:
        """Whether an unplaced role says something else now, or must be set again anyway."""
        block = self.old.block(role)
        before = block.words if block and not block.locked else ""
        return self.loose.get(role, "") != before or (
            self.extent is not Extent.CHANGED and role in self.loose
        )

    @property
    def taken(self) -> list[Box]:
        """Where a person placed something."""
        return [block.box for block in self.old.blocks if block.locked and self._stays(block)]

    def _stays(self, block: TextBlock) -> bool:
        return block.role is Role.FREE or block.role in self.found


def held(sheet: Page, block: TextBlock, words: str, *, anew: bool = False) -> TextBlock:
    """A block with other words, no larger than it is and inside the room that it has.

    With `anew` its face is the one of the sheet's pairing, else its own.

    Raises:
        LetteringError: `lettering-no-room`.
    """
    use = use_for(sheet, block.role, words) if anew else None
    made = refitted(sheet, dressed(sheet, block, words, use), block.box, block.size)
    if made is None:
        raise LetteringError("lettering-no-room", words=words)
    return made


def _set_group(change: _Change) -> tuple[Role, ...]:
    """Series, title and subtitle; returns the new ones for which there is no zone."""
    group = [role for role in change.loose if role in GROUP]
    if not any(map(change.changed, GROUP)):
        change.found.update({role: _old(change, role) for role in group})
        return ()
    if Role.TITLE in group:
        change.found.update(_composed(change, group))
        return ()
    homeless: list[Role] = []
    for role in group:
        block = change.old.block(role)
        if block is None:
            homeless.append(role)
        else:
            change.found[role] = _where_it_was(change, block)
    return tuple(homeless)


def _old(change: _Change, role: Role) -> TextBlock:
    block = change.old.block(role)
    if block is None:
        raise LookupError(role)
    return block


def _where_it_was(change: _Change, block: TextBlock) -> TextBlock:
    """A block that has lost its title, at its size where the new words can be, else in its room."""
    words = change.loose[block.role]
    if words == block.words and not change.anew:
        return block
    use = use_for(change.sheet, block.role, words) if change.anew else None
    new = dressed(change.sheet, block, words, use)
    others = [other.box for other in change.old.blocks if other is not block]
    made = at_size(change.sheet, new, block.size)
    if made and all(made.box.overlap(box) <= block.box.overlap(box) for box in others):
        return made
    return held(change.sheet, block, words, anew=change.anew)


def _composed(change: _Change, group: list[Role]) -> Blocks:
    """The group in its zones, each block with the face and the size that a person gave it."""
    sheet = change.sheet
    made = compose(_cover_words(change.loose, sheet), sheet.arrangement, sheet.pairing,
                   sheet.library, sheet.aspect, change.taken)  # fmt: skip
    bare = replace(made, blocks=tuple(block for block in made.blocks if block.role in group))
    own = [change.old.block(block.role) for block in bare.blocks]
    sizes = [was.size if was and Trait.SIZE in was.chosen else None for was in own]
    faced = [_faced(change, block, was) for block, was in zip(bare.blocks, own, strict=True)]
    if all(new is block for new, block in zip(faced, bare.blocks, strict=True)) and not any(sizes):
        return {block.role: block for block in faced}
    styled = resized(replace(bare, blocks=tuple(faced)), sheet, sizes)
    return {block.role: block for block in styled.blocks}


def _faced(change: _Change, block: TextBlock, was: TextBlock | None) -> TextBlock:
    """A composed block in the face that a person chose for it, within its room."""
    if was is None or Trait.FACE not in was.chosen or change.extent is Extent.ALL:
        return block
    return refitted(change.sheet, _in_face_of(change.sheet, was, block), block.box) or block


def _in_face_of(sheet: Page, was: TextBlock, block: TextBlock) -> TextBlock:
    use = FaceUse(face=was.font, axes=was.axes, case=was.case, tracking=was.tracking)
    return dressed(sheet, block, block.words, use)


def _cover_words(words: Words, sheet: Page) -> CoverWords:
    return CoverWords(
        title=words.get(Role.TITLE, ""), subtitle=words.get(Role.SUBTITLE, ""),
        author=words.get(Role.AUTHOR, ""), series=words.get(Role.SERIES, ""),
        language=sheet.words.language,
    )  # fmt: skip


def _set_author(change: _Change) -> None:
    """The author, as it was if nothing speaks against it."""
    if Role.AUTHOR not in change.loose:
        return
    old, title = change.old.block(Role.AUTHOR), change.found.get(Role.TITLE)
    if old and not change.changed(Role.AUTHOR) and not _in_the_way(change, old):
        change.found[Role.AUTHOR] = old
        return
    sheet = change.sheet
    words = _cover_words(change.loose, sheet)
    page = Page(sheet.library, words, sheet.arrangement, sheet.pairing, sheet.aspect)
    new = signed(page, title.size * 1000 if title else 0.0)
    if old and not change.anew:
        new = _where_the_old_stood(page, old, new)
    change.found[Role.AUTHOR] = _kept_off(change, page, new)


def _in_the_way(change: _Change, author: TextBlock) -> bool:
    """Whether an unchanged name meets the other texts, or has become too loud beside them."""
    title = change.found.get(Role.TITLE)
    met = any(author.box.overlap(b.box) > 0 for b in change.found.values() if not b.locked)
    composed = change.changed(Role.TITLE)
    return met or bool(composed and title and author.size > LOUD * title.size)


def _where_the_old_stood(sheet: Page, old: TextBlock, new: TextBlock) -> TextBlock:
    """The new name in the old one's face, at its edges: it may stand outside the usual zone."""
    turned = replace(new, align=old.align, box=old.box, vertical=False)
    if Trait.FACE in old.chosen:
        turned = _in_face_of(sheet, old, turned)
    made = at_size(sheet, turned, old.size if Trait.SIZE in old.chosen else new.size)
    if made is None:
        return new
    y = old.box.bottom - made.box.h if old.box.centre[1] > 0.5 else old.box.y
    return replace(made, box=replace(made.box, y=y))


def _kept_off(change: _Change, sheet: Page, author: TextBlock) -> TextBlock:
    """The name made smaller until it is clear of the texts that are settled."""
    others = [block.box for block in change.found.values() if not block.locked]
    gap = AUTHOR_GAP / 2 / sheet.size[1]
    box = author.box
    top = max([box.y, *(o.bottom + gap for o in others if o.overlap(box) and o.y < box.y)])
    bottom = min([box.bottom, *(o.y - gap for o in others if o.overlap(box) and o.y >= box.y)])
    if (top, bottom) == (box.y, box.bottom) or bottom <= top:
        return author
    room = Box.edges(box.x, top, box.right, bottom)
    return refitted(sheet, author, room, author.size) or author


def _assembled(old: Layout, found: Blocks) -> Layout:
    """All blocks in their old order and looks, then the new roles."""
    kept = tuple(
        block if block.role is Role.FREE else _looking_like(old, found[block.role])
        for block in old.blocks
        if block.role is Role.FREE or block.role in found
    )
    new = (role for role in ORDER if role in found and old.block(role) is None)
    return replace(old, blocks=(*kept, *(_looking_like(old, found[role]) for role in new)))


def _looking_like(old: Layout, new: TextBlock) -> TextBlock:
    """`new` in the colour and the material, and with the effects, of what it replaces."""
    was = old.block(new.role) or _companion(old, new.role)
    if was is None:
        return new
    if was.role is not new.role:
        return replace(new, colour=was.colour)
    return replace(new, colour=was.colour, effects=was.effects, material=was.material,
                   chosen=was.chosen)  # fmt: skip


def _companion(old: Layout, role: Role) -> TextBlock | None:
    """Whose colour a new role takes: another small text's, if there is one."""
    small = (block for block in old.blocks if block.role not in {Role.TITLE, role})
    return next(small, None)
