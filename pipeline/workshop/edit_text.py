"""Other words on a cover: changed, added and removed, over the art that it has."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from pipeline.domain.blocks import ROLES, find, names
from pipeline.domain.brief import LIMITS, demand_drawable, demand_short
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.cleaning import clean, has_ink
from pipeline.domain.errors import VersionError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.domain.operation import EditText
from pipeline.domain.outcome import Made
from pipeline.domain.version import Document, Version
from pipeline.ports.bench import Bench
from pipeline.typography.calm_places import calm_place
from pipeline.typography.library import FaceLibrary, unsupported
from pipeline.typography.recomposing import held, words_of
from pipeline.typography.refitting import at_size, dressed, use_for
from pipeline.typography.sheet import Page
from pipeline.typography.terrain import Terrain
from pipeline.workshop.kept_room import recomposed_in_room
from pipeline.workshop.relettering import Pixels, relettered, sheet_of, terrain_of
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop

FREE_LIMIT = 300
"""The most characters of a free block, after cleaning: a quotation of four lines."""
ADDED = "free"
"""The name under which a free block is added."""


async def edit_text(task: Task, bench: Bench[Workshop]) -> Made:
    """The cover with other words; its art is not touched.

    Raises:
        VersionError: `block-missing`, `block-last`, `text-unchanged`.
        BriefError: for words that are too long or that no face can draw.
        LetteringError: for words that find no room.
    """
    if not isinstance(task.operation, EditText):
        raise TypeError(task.operation)
    return await relettered(task, bench, partial(edited, task.operation))


def edited(operation: EditText, workshop: Workshop, base: Version, art: Pixels) -> Document:
    """The document of `base` with the operation's words, not yet made legible."""
    document = base.document
    asked = _asked(operation, document.layout, workshop.library)
    if _says_the_same(asked, document.layout):
        raise VersionError("text-unchanged")
    sheet = sheet_of(workshop, document)
    layout, homeless = recomposed_in_room(workshop, document, sheet, art, asked.roles)
    layout = _with_free(layout, asked)
    if not layout.blocks and not homeless and not asked.added:
        raise VersionError("block-last")
    done = _Placing(document, sheet, art).settled(layout, asked, homeless)
    return replace(document, layout=done)


@dataclass(frozen=True, slots=True)
class _Asked:
    """All words of the cover to be: by role, of each free block there is (empty: to go), and new."""

    roles: dict[Role, str]
    free: list[str]
    added: list[str] = field(default_factory=list[str])


def _asked(operation: EditText, layout: Layout, library: FaceLibrary) -> _Asked:
    """What the cover shall say; the words clean, short enough and drawable."""
    free = [block.words for block in layout.blocks if block.role is Role.FREE]
    asked = _Asked(dict(words_of(layout)), free)
    for name, given in operation.changes:
        words = _checked(name, given, library)
        if name == ADDED and words:
            asked.added.append(words)
        elif name in ROLES and words:
            asked.roles[Role(name)] = words
        else:
            _replaced(asked, layout, name, words)
    return asked


def _replaced(asked: _Asked, layout: Layout, name: str, words: str) -> None:
    """Other words, or none, for a block that must be there."""
    block = find(layout, name)
    if block.role is Role.FREE:
        wanted = f"{ADDED}-1" if name == ADDED else name
        frees = [known for known in names(layout) if known.startswith(f"{ADDED}-")]
        asked.free[frees.index(wanted)] = words
    else:
        asked.roles.pop(block.role, None)


def _checked(name: str, given: str, library: FaceLibrary) -> str:
    """Words as a brief would take them; empty when nothing of them can be seen."""
    role = name if name in ROLES else Role.FREE
    words = clean(given)
    limit = FREE_LIMIT if role is Role.FREE else LIMITS[BriefKey(role)]
    demand_short(role, words, limit)
    demand_drawable(role, words, lambda char: not unsupported(library, char))
    return words if has_ink(words) else ""


def _says_the_same(asked: _Asked, layout: Layout) -> bool:
    free = [block.words for block in layout.blocks if block.role is Role.FREE]
    return asked.roles == words_of(layout) and asked.free == free and not asked.added


def _with_free(layout: Layout, asked: _Asked) -> Layout:
    """The layout without the free blocks that are to go; the others keep their words for now."""
    kept = iter(asked.free)
    return replace(layout, blocks=tuple(
        block for block in layout.blocks if block.role is not Role.FREE or next(kept)
    ))  # fmt: skip


class _Placing:
    """Finds places for what the zones have none for."""

    def __init__(self, document: Document, sheet: Page, art: Pixels) -> None:
        self._document = document
        self._sheet = sheet
        self._art = art
        self._known: Terrain | None = None

    def settled(self, layout: Layout, asked: _Asked, homeless: Sequence[Role]) -> Layout:
        """The layout with its free blocks reworded, clear of the others, and the new ones."""
        layout = self._reworded(layout, [words for words in asked.free if words])
        for role in homeless:
            layout = self._with(layout, role, asked.roles[role])
        for words in asked.added:
            layout = self._with(layout, Role.FREE, words)
        return layout

    def _reworded(self, layout: Layout, wanted: Sequence[str]) -> Layout:
        words = iter(wanted)
        for block in layout.blocks:
            if block.role is Role.FREE:
                layout = layout.with_block(block, self._said(layout, block, next(words)))
        return layout

    def _said(self, layout: Layout, block: TextBlock, words: str) -> TextBlock:
        """A free block with its words where it is, or elsewhere when others need its place."""
        others = [other.box for other in layout.blocks if other is not block]
        before = _touched(block.box, self._others_before(block))
        if words == block.words and (block.locked or _touched(block.box, others) <= before):
            return block
        if block.locked:
            return held(self._sheet, block, words)
        new = dressed(self._sheet, block, words)
        made = at_size(self._sheet, new, block.size)
        if made and not _touched(made.box, others):
            return made
        return calm_place(self._sheet, new, others, self._terrain, self._art)

    def _others_before(self, block: TextBlock) -> list[Box]:
        return [other.box for other in self._document.layout.blocks if other is not block]

    def _with(self, layout: Layout, role: Role, words: str) -> Layout:
        """The layout with one more small block on calm ground."""
        block = _plain(self._sheet, layout, role, words)
        taken = [other.box for other in layout.blocks]
        placed = calm_place(self._sheet, block, taken, self._terrain, self._art)
        return replace(layout, blocks=(*layout.blocks, placed))

    @property
    def _terrain(self) -> Terrain:
        if self._known is None:
            self._known = terrain_of(self._document, self._art)
        return self._known


def _touched(box: Box, others: Sequence[Box]) -> int:
    return sum(box.overlap(other) > 0 for other in others)


def _plain(sheet: Page, layout: Layout, role: Role, words: str) -> TextBlock:
    """A small block that looks like the cover's other small texts; it has no place yet."""
    small = [block for block in layout.blocks if block.role is not Role.TITLE]
    like = next(iter(small), layout.blocks[0] if layout.blocks else None)
    use = use_for(sheet, role, words)
    colour = like.colour if like else sheet.arrangement.small_inks[0]
    return TextBlock(
        role=role, words=words, lines=(words,), font=use.face, axes=use.axes, case=use.case,
        tracking=use.tracking, size=0.04, align=sheet.arrangement.align, colour=colour,
        box=Box(x=0.1, y=0.1, w=0.8, h=0.1),
    )  # fmt: skip
