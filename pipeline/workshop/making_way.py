"""What nobody placed steps aside for what a person put there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.arrangement import WIDE, margin
from pipeline.domain.errors import LetteringError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Role, TextBlock
from pipeline.domain.version import Document
from pipeline.typography.anchoring import COLUMNS, anchored, gap
from pipeline.typography.calm_places import AIR, calm_place
from pipeline.typography.recomposing import Extent, recomposed, words_of
from pipeline.typography.resizing import GROUP
from pipeline.typography.sheet import Page
from pipeline.workshop.relettering import Pixels, terrain_of

Blocks = tuple[TextBlock, ...]

EDGE = 1e-6
"""Sums of fractions are not exact."""
HEAD, FOOT = 0, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The blocks that moved, as they stand now, and the box around them where they came from.

    `room` is the box that they claim.
    """

    blocks: Blocks
    origin: Box
    room: Box

    def covers(self, block: TextBlock) -> bool:
        """Whether `block` is another text in the way of what moved."""
        return not self.carries(block) and (
            block.box.overlap(self.room) > 0
            or any(block.box.overlap(one.box) > 0 for one in self.blocks)
        )

    def carries(self, block: TextBlock) -> bool:
        """Whether `block` is one of the moved."""
        return any(block is one for one in self.blocks)


def made_way(
    after: Layout, move: Move, document: Document, sheet: Page, art: Pixels
) -> Layout:  # fmt: skip
    """`after` a move, with the unplaced texts under what moved elsewhere.

    A title, with its subtitle and series, is composed anew in what remains of their zone. A text
    without room there goes back to its title; else to the head or the foot, the one that the
    mover left before the other, aligned as the title is; else to calm ground. Where there is no
    room at all, it stays.
    """
    if any(block.role is Role.TITLE for block in _covered(after, move)):
        after = _recomposed(after, move, sheet)
    for party in _parties(after, move):
        homes = _homes(after, party, move, sheet)
        home = next((one for one in homes if _free(after, party, one)), None)
        if home is None:
            after = _calmed(after, party, move, document, sheet, art)
            continue
        for old, new in zip(party, home, strict=True):
            after = after.with_block(old, new)
    return after


def claimed(blocks: Blocks, aspect: float, *, anchored: bool) -> Box:
    """The room of `blocks`: their ink, and at an anchor what a composition keeps free about it.

    On a cover that is not wide that is the whole width: lines are read one under another.
    """
    ink = Box.around(block.box for block in blocks)
    if not anchored:
        return ink
    air = AIR * min(aspect, 1.0)
    felt = ink.inset(-air / aspect, -air)
    return felt if aspect >= WIDE else Box.edges(0, felt.y, 1, felt.bottom)


def _covered(layout: Layout, move: Move) -> Blocks:
    return tuple(block for block in layout.blocks if not block.locked and move.covers(block))


def _recomposed(layout: Layout, move: Move, sheet: Page) -> Layout:
    try:
        made, _ = recomposed(layout, words_of(layout), sheet, Extent.UNPLACED)
    except LetteringError:
        return layout
    return layout if any(block.role in GROUP for block in _covered(made, move)) else made


def _parties(layout: Layout, move: Move) -> list[Blocks]:
    """What goes to a new place together: a title takes its group along. The author goes first."""
    covered = _covered(layout, move)
    titled = any(block.role is Role.TITLE for block in covered)
    group = company(layout) if titled else ()
    alone = [(block,) for block in covered if not any(block is one for one in group)]
    alone.sort(key=lambda party: party[0].role is not Role.AUTHOR)
    return [group, *alone] if group else alone


def company(layout: Layout) -> Blocks:
    """Title, subtitle and series, as far as nobody placed them."""
    return tuple(block for block in layout.blocks if block.role in GROUP and not block.locked)


def _homes(layout: Layout, party: Blocks, move: Move, sheet: Page) -> Iterator[Blocks]:
    title = layout.block(Role.TITLE)
    if title and len(party) == 1 and party[0].role in GROUP - {Role.TITLE} and not title.vertical:
        yield (_beside_title(sheet, title, party[0]),)
    align = title.align if title and not title.vertical else sheet.arrangement.align
    left = HEAD if move.origin.centre[1] < 0.5 else FOOT
    for edge in (left, HEAD + FOOT - left):
        yield anchored(sheet, party, COLUMNS[align][edge])


def _beside_title(sheet: Page, title: TextBlock, block: TextBlock) -> TextBlock:
    """A series over its title, a subtitle under it, at the usual distance and the same side."""
    place = COLUMNS[title.align][HEAD]
    set_anew = anchored(sheet, (block,), place)[0]
    x = {0: title.box.x, 1: title.box.centre[0] - set_anew.box.w / 2,
         2: title.box.right - set_anew.box.w}[list(COLUMNS).index(title.align)]  # fmt: skip
    if block.role is Role.SERIES:
        y = title.box.y - gap(sheet, block, title) - set_anew.box.h
    else:
        y = title.box.bottom + gap(sheet, title, block)
    return replace(set_anew, box=replace(set_anew.box, x=x, y=y))


def _free(layout: Layout, party: Blocks, home: Blocks) -> bool:
    """Whether nothing else stands there, and the margins are kept."""
    others = [block.box for block in layout.blocks if not any(block is one for one in party)]
    aspect, air = layout.aspect, AIR * min(layout.aspect, 1.0)
    mx, my = margin(aspect)
    page = Box.edges(mx, my, 1 - mx, 1 - my).inset(-EDGE, -EDGE)
    return all(
        abs(block.box.overlap(page) - block.box.area) < EDGE * EDGE
        and all(_felt(block, layout, air).overlap(other) == 0 for other in others)
        for block in home
    )


def _felt(block: TextBlock, layout: Layout, air: float) -> Box:
    # texts of one group stand nearer to one another than others do
    near = 0.5 * air if block.role in GROUP else air
    return block.box.inset(-near / layout.aspect, -near)


def _calmed(
    layout: Layout, party: Blocks, move: Move, document: Document, sheet: Page, art: Pixels
) -> Layout:  # fmt: skip
    terrain = terrain_of(document, art)
    for block in party:
        if not move.covers(block):
            continue
        taken: Sequence[Box] = [other.box for other in layout.blocks if other is not block]
        try:
            layout = layout.with_block(block, calm_place(sheet, block, taken, terrain, art))
        except LetteringError:
            continue
    return layout
