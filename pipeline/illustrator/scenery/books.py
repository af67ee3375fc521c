"""Books in their place: a tall arched bookcase with a ladder."""

import numpy as np
import skia

from pipeline.drawing.canvas import moved
from pipeline.illustrator.scenery.prop import Prop, finished
from pipeline.illustrator.scenery.shapes import (
    arch,
    box,
    disc,
    gathered,
    joined,
    limb,
    within,
    without,
)

_BOARDS = (-6.0, -24.0, -42.0, -60.0, -78.0, -96.0)
"""Where the books stand, from below."""


def bookcase(rng: np.random.Generator) -> Prop:
    """Shelves under a round arch, light between the books, a ladder and books that found no room."""
    case = [arch(0, -118, 88, 2), box(-49, -3, 49, 2), disc(0, -119, 4)]
    room = arch(0, -111, 74, -6)
    books = [book for board in _BOARDS for book in _row(rng, board)]
    boards = [box(-40, board, 40, board + 2.4) for board in _BOARDS[1:]]
    ladder = _ladder()
    light = without(room, gathered(books), joined(*boards, box(-1.6, -120, 1.6, 0)), ladder)
    pile = [box(-66, -4.4, -48, 2), box(-64, -9.4, -50, -5), box(-67, -13.6, -51, -10)]
    bright = [within(book, room) for book in books if rng.random() < 0.34]
    shade = without(arch(0, -118, 88, 2), arch(-5, -114, 84, 4))
    return finished([*case, ladder, *pile], accent=[without(joined(*bright), ladder), pile[0], pile[2]],
                    lights=[light], shade=[shade], metres=14)  # fmt: skip


def _row(rng: np.random.Generator, board: float) -> list[skia.Path]:
    """Books on one board: most upright, now and then one that leans or a few that lie."""
    books: list[skia.Path] = []
    x = -36.4
    while x < 35:
        chance = rng.random()
        if chance < 0.07:
            books += [box(x, board - 2.9 * (k + 1), x + 9.5 - k, board - 2.9 * k - 0.4) for k in range(3)]  # fmt: skip
            x += 11.5
            continue
        wide, tall = float(rng.uniform(2.6, 4.6)), float(rng.uniform(10.0, 14.4))
        if chance < 0.13:
            books.append(moved(box(-wide, -tall, 0, 0), x + wide + 3.4, board, 1.0, -14.0))
            x += wide + 4.4
            continue
        books.append(box(x, board - tall, x + wide, board))
        x += wide + (0.8 if chance < 0.9 else 4.2)
    return books


def _ladder() -> skia.Path:
    """It leans on the upper boards from the right."""
    rails = [limb("56,2,2.6 26,-92,2.2"), limb("44,2,2.6 14,-92,2.2")]
    rungs = [limb(f"{44 - 3.19 * k},{-8 - 10 * k + 5},1.9 {56 - 3.19 * k},{-8 - 10 * k + 5},1.9")
             for k in range(9)]  # fmt: skip
    return joined(*rails, *rungs)
