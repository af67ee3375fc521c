"""Lettering on a picture that nobody laid out for it: a photograph, a painting, an upload.

The words are set in several shapes; each is tried all over the picture, on its true ink boxes,
and the best ground wins: calm, even, off every face and subject, near where titles usually stand,
and large.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.arrangement import WIDE, Arrangement, margin
from pipeline.domain.errors import LetteringError
from pipeline.domain.fonts import Pairing
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Layout, Role, TextBlock
from pipeline.domain.subject import Subject
from pipeline.domain.words import CoverWords
from pipeline.typography.composing import compose
from pipeline.typography.inking import Ground, readable
from pipeline.typography.library import FaceLibrary
from pipeline.typography.shapes import Shape, settled, zones_of, zones_under
from pipeline.typography.terrain import Terrain

ROWS = 20
"""Heights that are tried for every shape."""
GAP = 0.045
"""Least distance between title and author, as a fraction of the height."""
FOOT, HEAD, UNDER = 0.0, 0.4, 1.5
"""What it costs the author to stand at the foot, at the head, or right under the title."""
CALM = 0.4
"""How much a calm ground matters to the author's line, which needs little of it to be toned."""
ASIDE = 0.5
"""What it costs the author not to keep to the title's edge."""
REACH = 0.012
"""Lettering is judged with this much of its surroundings, as a fraction of the height."""
SIZE_WORTH = 7.0
LEAST, TIMID = 0.1, 8.0
"""Below this em a title looks timid on a cover; what an em of missing size costs."""
LARGEST = 0.22
"""A title em counts for its place up to this fraction of the short side."""


ALIKE = 0.6
"""Two placements whose titles share this much of the smaller one are one idea."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One way to letter a picture; the lower its `cost`, the better.

    `zones` are the room that its words were set in, where it stands now.
    """

    cost: float
    layout: Layout
    zones: Arrangement


def place(
    words: CoverWords,
    art: NDArray[np.uint8],
    pairing: Pairing,
    library: FaceLibrary,
    subjects: Iterable[Subject] = (),
    inks: tuple[str, ...] = (),
) -> Layout:
    """The best of `placements`.

    Raises:
        LetteringError: when the words fit in no shape.
    """
    return placements(words, art, pairing, library, subjects, inks, most=1)[0].layout


def placements(
    words: CoverWords, art: NDArray[np.uint8], pairing: Pairing, library: FaceLibrary,
    subjects: Iterable[Subject] = (), inks: tuple[str, ...] = (), most: int = 4,
) -> list[Placement]:  # fmt: skip
    """Sets `words` on `art`, (height, width, 3) RGB of any picture with a ratio from 0.4 to 2.5.

    `subjects` are what to keep off; `inks` are tried before those derived from the picture. Up
    to `most` different ways, best first; they are placed and inked, not yet repaired.

    Raises:
        LetteringError: when the words fit in no shape.
    """
    aspect = art.shape[1] / art.shape[0]
    terrain = Terrain(art, subjects)
    spots = [
        spot
        for shape in _shapes(aspect)
        if (layout := _composed(words, shape, pairing, library, aspect))
        for spot in _spots(layout, shape, terrain)
    ]
    if not spots:
        raise LetteringError("lettering-no-room", words=words.title)
    return [
        _finished(spot, _inked(_signed(spot.layout, terrain), art, inks), inks)
        for spot in _different(spots, most)
    ]


def _finished(spot: Placement, layout: Layout, inks: tuple[str, ...]) -> Placement:
    return Placement(spot.cost, layout, settled(spot.zones, layout, inks))


def title_group(layout: Layout) -> Box:
    """The bounds of title, subtitle and series, which stand together."""
    return Box.around(block.box for block in layout.blocks if block.role is not Role.AUTHOR)


def _different(spots: list[Placement], most: int) -> list[Placement]:
    """The best spots of which none is nearly another."""
    found: list[Placement] = []
    for spot in sorted(spots, key=lambda spot: spot.cost):
        box = title_group(spot.layout)
        if all(box.overlap(taken) < ALIKE * min(box.area, taken.area)
               for taken in map(title_group, (other.layout for other in found))):  # fmt: skip
            found.append(spot)
            if len(found) == most:
                break
    return found


def _shapes(aspect: float) -> Iterator[Shape]:
    mx, _ = margin(aspect)
    full = 1 - 2 * mx
    if aspect >= WIDE:
        for width in (0.24, 0.32, 0.42):
            for height in (0.4, 0.7):
                yield Shape(width, height, Align.LEFT, both_sides=True)
        yield Shape(full, 0.26, Align.CENTRE)
        return
    for height in (0.13, 0.2, 0.28, 0.38, 0.48):
        yield Shape(full, height, Align.CENTRE)
    for width, height in ((0.6, 0.26), (0.46, 0.36), (0.38, 0.5)):
        yield Shape(width, height, Align.LEFT)
        yield Shape(width, height, Align.RIGHT)


def _composed(
    words: CoverWords, shape: Shape, pairing: Pairing, library: FaceLibrary, aspect: float
) -> Layout | None:
    """The words set at the head of the cover in `shape`; None where they do not fit."""
    try:
        return compose(words, zones_of(shape, aspect), pairing, library, aspect)
    except LetteringError as error:
        if error.code == "lettering-no-room":
            return None
        raise


def _spots(layout: Layout, shape: Shape, terrain: Terrain) -> Iterator[Placement]:
    """The title's group everywhere that it may stand, with what it costs there."""
    group = [block for block in layout.blocks if block.role is not Role.AUTHOR]
    bounds = Box.around(block.box for block in group)
    author = layout.block(Role.AUTHOR)
    mx, my = margin(layout.aspect)
    lowest = 1 - my - bounds.h - (author.box.h + 1.1 * GAP if author else 0.0)
    shifts = (0.0, 1 - mx - bounds.right) if shape.both_sides else (0.0,)
    for dx in shifts:
        for y in np.linspace(my, max(my, lowest), ROWS):
            moved = _moved(layout, group, dx, float(y) - bounds.y)
            yield Placement(
                _cost(moved, terrain),
                moved,
                zones_under(shape, dx, title_group(moved), moved.aspect),
            )


def _cost(layout: Layout, terrain: Terrain) -> float:
    group = [block for block in layout.blocks if block.role is not Role.AUTHOR]
    bounds = Box.around(block.box for block in group)
    title = next(block for block in group if block.role is Role.TITLE)
    ground = max(terrain.cost(_felt(block, layout)) for block in group)
    size = SIZE_WORTH * min(title.size, LARGEST) - TIMID * max(0.0, LEAST - title.size)
    return ground + _strangeness(bounds, layout.aspect) - size


def _felt(block: TextBlock, layout: Layout) -> Box:
    return block.box.inset(-REACH / layout.aspect, -REACH)


def _strangeness(bounds: Box, aspect: float) -> float:
    """How far a title stands from the usual places: the upper third, the lower, not the middle."""
    y = bounds.centre[1]
    if aspect >= WIDE:
        return 0.1 * abs(y - 0.5)
    middle = 0.12 if 0.4 < y < 0.6 else 0.0
    return 0.3 * min(abs(y - 0.2), 1.25 * abs(y - 0.74)) + middle


def _moved(layout: Layout, blocks: Iterable[TextBlock], dx: float, dy: float) -> Layout:
    moving = {id(block) for block in blocks}
    return replace(
        layout,
        blocks=tuple(
            replace(block, box=replace(block.box, x=block.box.x + dx, y=block.box.y + dy))
            if id(block) in moving
            else block
            for block in layout.blocks
        ),
    )


def _signed(layout: Layout, terrain: Terrain) -> Layout:
    """The author at the foot, the head, or under the title, whichever ground is best."""
    author = layout.block(Role.AUTHOR)
    if author is None:
        return layout
    bounds = Box.around(block.box for block in layout.blocks if block is not author)
    mx, my = margin(layout.aspect)
    box = author.box
    own = {Align.LEFT: bounds.x, Align.RIGHT: bounds.right - box.w}.get(author.align, box.x)
    own = max(mx, min(own, 1 - mx - box.w))  # a name may be wider than the title that it follows
    xs = {own, mx, 1 - mx - box.w} if author.align is not Align.CENTRE else {own}
    heights = ((FOOT, 1 - my - box.h), (HEAD, my), (UNDER, bounds.bottom + 1.3 * GAP))
    best = min(
        (
            (terrain.cost(_felt(moved, layout), CALM) + strange + ASIDE * (x != own), x, y)
            for strange, y in heights
            for x in xs
            if (moved := replace(author, box=replace(box, x=x, y=y)))
            and _free(moved.box, bounds)
            and y + box.h <= 1 - my + 1e-6
        ),
        default=(0.0, box.x, box.y),
    )
    return layout.with_block(author, replace(author, box=replace(box, x=best[1], y=best[2])))


def _free(box: Box, bounds: Box) -> bool:
    return box.overlap(bounds.inset(-0.02, -GAP)) <= 0


def _inked(layout: Layout, art: NDArray[np.uint8], inks: tuple[str, ...]) -> Layout:
    """Every block in an ink that suits its ground; light ones before dark ones where both do."""
    blocks: list[TextBlock] = []
    for block in layout.blocks:
        ground = Ground.of(under(art, block.box))
        ink = readable(ground, inks)
        # few colours: an ink that another block has serves as well, if both are light or dark
        for other in blocks:
            if ground.ratio(other.colour) >= min(4.5, 0.9 * ground.ratio(ink)):
                ink = other.colour
        blocks.append(replace(block, colour=ink))
    return replace(layout, blocks=tuple(blocks))


def under(art: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """A sample of the pixels of `art`, (height, width, 3) RGB, in a box, as (n, 3)."""
    height, width = art.shape[:2]
    rows = slice(max(0, int(box.y * height)), max(1, int(box.bottom * height)), 3)
    columns = slice(max(0, int(box.x * width)), max(1, int(box.right * width)), 3)
    return np.ascontiguousarray(art[rows, columns]).reshape(-1, 3)
