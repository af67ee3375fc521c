"""New lettering in the room that a drawn picture has for it, set smaller rather than leaving it.

The picture was drawn around other words, or other faces. Title, subtitle and series may grow where
its ground just goes on, and not onto what it shows; on a label, neither may anything else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.arrangement import Anchor
from pipeline.domain.art import Drawn
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Layout, Role, TextBlock, Trait
from pipeline.domain.version import Document
from pipeline.drawing.page import SHORT_SIDE, page
from pipeline.stages.plan import AIR
from pipeline.typography.clearing import cleared
from pipeline.typography.fitting import STEP
from pipeline.typography.recomposing import Extent, recomposed
from pipeline.typography.resizing import GROUP, MOST_STEPS, resized
from pipeline.typography.sheet import SMALLEST, Page
from pipeline.workshop.relettering import Pixels
from pipeline.workshop.workshop import Workshop

DISTANCE = 30.0
"""Units that grown lettering keeps to what is drawn, which kept a distance of its own before."""
SLACK = 2.0 / SHORT_SIDE
"""What ink may be over the room's edge: sums of fractions are not exact, and commas hang."""
BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
ABOVE = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}


def recomposed_in_room(
    workshop: Workshop, document: Document, sheet: Page, art: Pixels, words: Mapping[Role, str],
    extent: Extent = Extent.CHANGED,
) -> tuple[Layout, tuple[Role, ...]]:  # fmt: skip
    """What `recomposed` makes of the document's layout, kept off what its picture shows.

    A size that a person chose may leave the room, except that of a label.

    Raises:
        LetteringError: when the words fit nowhere.
    """
    old = document.layout
    made, homeless = recomposed(old, words, sheet, extent)
    kept = KeptRoom.of(workshop, document)
    if kept is None or kept.suits(made, art) or kept.party(made) == kept.party(old):
        return made, homeless
    room = kept.room(made, art)
    inside = replace(sheet, arrangement=replace(sheet.arrangement, title=room))
    again, still = recomposed(old, words, inside, extent)
    if kept.suits(again, art):
        return again, still
    sized = any(Trait.SIZE in block.chosen for block in kept.party(made))
    if sized and not kept.label:
        return made, homeless
    return _fitted(made, kept.party(made), room, sheet), homeless


def resized_in_room(
    workshop: Workshop, document: Document, sheet: Page, art: Pixels,
    sizes: Sequence[float | None],
) -> Layout:  # fmt: skip
    """What `resized` makes of the document's layout; growing ends at the border of a label."""
    layout = document.layout
    kept = KeptRoom.of(workshop, document)
    made = resized(layout, sheet, sizes)
    if kept is None or not kept.label or not _grew(layout, made):
        return made
    for _ in range(MOST_STEPS):
        if kept.suits(made, art) or not _grew(layout, made):
            return made
        sizes = [
            size and (max(size * STEP, block.size) if size > block.size else size)
            for size, block in zip(sizes, layout.blocks, strict=True)
        ]
        made = resized(layout, sheet, sizes)
    return made


def _grew(before: Layout, after: Layout) -> bool:
    return any(
        new.size > old.size for old, new in zip(before.blocks, after.blocks, strict=True)
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRoom:
    """The room that a picture was drawn around, in fractions, and whether it is a label's."""

    box: Box
    label: bool

    @staticmethod
    def of(workshop: Workshop, document: Document) -> "KeptRoom | None":
        """Where the document's title and what belongs to it stand; None where it is not known."""
        art, layout = document.art, document.layout
        party = _loose(layout, label=False)
        if not isinstance(art, Drawn) or not art.text or not party:
            return None
        label = _has_label(workshop, art)
        texts = [Box.around(art.text)] if label else art.text
        ink = Box.around(block.box for block in party)
        box = max((_bare(text, layout.aspect) for text in texts), key=ink.overlap)
        known = 2 * ink.overlap(box) >= min(ink.area, box.area)
        return KeptRoom(box=box, label=label) if known else None

    def party(self, layout: Layout) -> list[TextBlock]:
        """The blocks of a layout that are to stay in the room: none that a person placed."""
        return _loose(layout, label=self.label)

    def room(self, layout: Layout, art: Pixels) -> Box:
        """The room, grown towards the party of `layout` where nothing is drawn."""
        return cleared(self.box, _ink(self.party(layout)), art, DISTANCE)

    def suits(self, layout: Layout, art: Pixels) -> bool:
        """Whether the party of a layout is in the room."""
        party = self.party(layout)
        if not party or _within(_ink(party), self.box):
            return True
        return _within(_ink(party), self.room(layout, art))


def _loose(layout: Layout, *, label: bool) -> list[TextBlock]:
    roles = GROUP | {Role.AUTHOR} if label else GROUP
    return [block for block in layout.blocks if block.role in roles and not block.locked]


def _has_label(workshop: Workshop, art: Drawn) -> bool:
    recipe = workshop.catalogues.recipes.get(art.choice.recipe)
    return recipe is not None and any(
        one.label and one.name == art.composition for one in recipe.compositions
    )


def _bare(text: Box, aspect: float) -> Box:
    """A rectangle in units without the air around its lettering, in fractions."""
    width, height = page(aspect)
    ink = text.inset(AIR, AIR)
    return Box(x=ink.x / width, y=ink.y / height, w=ink.w / width, h=ink.h / height)


def _ink(blocks: list[TextBlock]) -> Box:
    return Box.around(block.box for block in blocks)


def _within(ink: Box, room: Box) -> bool:
    return (
        ink.x >= room.x - SLACK and ink.right <= room.right + SLACK
        and ink.y >= room.y - SLACK and ink.bottom <= room.bottom + SLACK
    )  # fmt: skip


def _fitted(layout: Layout, party: list[TextBlock], room: Box, sheet: Page) -> Layout:
    """The layout with its party made smaller together, as far as all of it can be read."""
    group = _ink(party)
    least = max(min(1.0, SMALLEST / SHORT_SIDE / block.size) for block in party)
    scale = min(1.0, max(least, min(room.w / group.w, room.h / group.h)))
    zones = sheet.arrangement
    x = _start(group.x, group.w, scale, BEFORE[zones.align], (room.x, room.right))
    y = _start(group.y, group.h, scale, ABOVE[zones.anchor], (room.y, room.bottom))
    placed = iter([
        replace(block, size=block.size * scale, box=Box(
            x=x + (block.box.x - group.x) * scale, y=y + (block.box.y - group.y) * scale,
            w=block.box.w * scale, h=block.box.h * scale,
        ))
        for block in party
    ])  # fmt: skip
    blocks = tuple(
        next(placed) if any(block is one for one in party) else block for block in layout.blocks
    )
    return replace(layout, blocks=blocks)


def _start(
    at: float, extent: float, scale: float, share: float, room: tuple[float, float]
) -> float:
    """Where a group begins that shrinks towards a `share` of its extent and stays in the room."""
    smaller = scale * extent
    if smaller >= room[1] - room[0]:
        return (room[0] + room[1] - smaller) / 2
    return max(room[0], min(at + share * (extent - smaller), room[1] - smaller))
