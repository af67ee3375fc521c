"""How a drawing goes on beyond its page: over level ground, with whatever leaves the page.

Flowers, planets and orbits that run over the edge are drawn whole. Where a recipe can leave its
subject out, the hills, woods and towers of its world go on as their own mirror image, as far as there
is room. What others draw no further than the page goes on as its mirror image and fades: out of focus
it would be a smear.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.domain.art import Drawn
from pipeline.domain.geometry import Box
from pipeline.illustrator.painter import paint_around
from pipeline.illustrator.recipe import Composition, Recipe
from pipeline.prepress.composed import Pixels
from pipeline.prepress.growing import Grown, Side, Window
from pipeline.prepress.level import SEEN_PX, Stuff, covered, levelled, levels_of, lively, tall
from pipeline.prepress.reflection import reflected
from pipeline.prepress.sheet_plan import WORDLESS, SheetPlan
from pipeline.prepress.tones import eased
from pipeline.stages.art import scene_of

Floats = NDArray[np.float32]
LARGEST_BLEED_MM = 5.5
"""A wider edge is a spine and a back, or what a case turns in."""
MEETING_MM, SHORT_MM = 24.0, 2.5
"""Over so much a drawing's mirrored edge gives way to its level ground: where something runs over
the edge, and where nothing does."""
WHOLE_MM, FADING_MM = 4.0, 22.0
"""What is drawn beyond its page is whole on the spine and so far left of it; over so much it fades."""


STRIP_MM, TONED_MM, SMOOTH = 1.0, 25.0, 0.06
"""Tones are compared in strips so wide, moved over so much, as smoothly as this share of the height."""
MISSED, DIMMED = 14.0, 70.0
"""They are moved by at most so much of 255 where the ground is bare, since what differs more is a
thing, and by so much where a thing goes on over the edge."""


PLAIN = 40.0
"""An edge of which the levels differ by no more, of 255, has no land: nothing is mirrored there."""
CROWDED = 7.0
"""From so many changes from nothing to something on, down a spine, its words would be disturbed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing of an `aspect` of which a cover shows a `part` at a `size`, and the recipe that draws it."""

    art: Drawn
    aspect: float
    part: Box
    size: tuple[int, int]
    recipe: Recipe = field(repr=False)

    @property
    def over(self) -> bool:
        """Whether what leaves its page is drawn there too."""
        return any(one.over for one in self._compositions)

    @property
    def far(self) -> bool:
        """Whether its world goes on without its subject."""
        return any(one.far for one in self._compositions)

    @property
    def page(self) -> Window:
        """All of its page, as a window."""
        width, height = self.size
        whole = (round(width / self.part.w), round(height / self.part.h))
        return -round(self.part.x * whole[0]), -round(self.part.y * whole[1]), *whole

    def around(self, window: Window, *, bare: bool = False) -> Pixels:
        """What is drawn in a `window`, (height, width, 4) RGBA premultiplied; it may lie beyond the page.

        A `bare` drawing has no subject.
        """
        left, top, *whole = self.page
        place = (window[0] - left, window[1] - top, *window[2:])
        scene = replace(scene_of(self.art, self.aspect), bare=bare)
        return paint_around(self.recipe, scene, (whole[0], whole[1]), place)

    @property
    def _compositions(self) -> tuple[Composition, ...]:
        name = self.art.composition
        return tuple(one for one in self.recipe.compositions if one.name == name)

    def shown(self, window: Window) -> Pixels:
        """The same for a `window` of the page: (height, width, 3) RGB."""
        return self.around(window)[..., :3]


def drawn_on(
    grown: Grown, side: Side, room: int, plan: SheetPlan, drawing: Drawing
) -> Pixels:  # fmt: skip
    """`room` pixels next to a side of a `drawing`, turned to the left: (height, room, 3) RGB."""
    art = grown.at_left(side)
    if not drawing.over and room <= plan.px(LARGEST_BLEED_MM):
        return reflected(art, room)
    if drawing.far and np.ptp(levels_of(art), axis=0).max() > PLAIN:
        return _mirrored_far(grown, side, room, plan, drawing)
    over = _beyond(grown, side, room, plan, drawing) if drawing.over else None
    things = None if over is None else covered(over)
    levels = levels_of(art, things)
    stuff = Stuff(surface=drawing.recipe.surface, seed=drawing.art.choice.seed)
    ground = levelled(levels, (room, art.shape[0]), min(art.shape[:2]), stuff, over)
    if things is None:
        return _met(ground, art, tall(levels, art.shape[0]), plan)
    return _toned(ground, art, things, plan)


def _mirrored_far(
    grown: Grown, side: Side, room: int, plan: SheetPlan, drawing: Drawing
) -> Pixels:  # fmt: skip
    """The world of a drawing without its subject, mirrored: a subject that is cut fades into it."""
    art, left, top = grown.at_left(side), grown.known[0], grown.known[1]
    known = (left - grown.corner[0], top - grown.corner[1], *grown.pixels.shape[1::-1])
    world = np.rot90(_world(drawing, known), -side)
    ground = _toned(reflected(world, room), art, np.zeros(art.shape[0], np.float32), plan)
    usual = ground[:, -max(1, art.shape[1] // 200) :].mean(axis=1)
    words = plan.before_words if side is Side.LEFT else MEETING_MM
    return _met(ground, art, usual, plan, max(SHORT_MM, min(MEETING_MM, words)))


def _world(drawing: Drawing, window: Window) -> Pixels:
    """A drawing without its subject in a window, mirrored where that lies beyond its page."""
    starts, ends = zip(*(
        (max(at, start), min(at + length, start + whole))
        for at, length, start, whole in zip(window[:2], window[2:], drawing.page[:2], drawing.page[2:], strict=True)
    ), strict=True)  # fmt: skip
    piece = (*starts, ends[0] - starts[0], ends[1] - starts[1])
    drawn = drawing.around(piece, bare=True)[..., :3]
    around = [
        (start - at, at + length - end)
        for at, length, start, end in zip(window[:2], window[2:], starts, ends, strict=True)
    ]
    return np.pad(drawn, (around[1], around[0], (0, 0)), "symmetric")


def _met(
    ground: Pixels, art: Pixels, usual: Floats, plan: SheetPlan, meeting_mm: float = MEETING_MM
) -> Pixels:  # fmt: skip
    """`ground` into which the edge of `art` goes over, further where that is not as `usual`, (height, 3)."""
    meeting, short = min(ground.shape[1], plan.px(meeting_mm)), plan.px(SHORT_MM)
    reach = short + lively(art, usual) * (meeting - short)
    away = np.arange(meeting, 0, -1, dtype=np.float32) - 0.5
    nearness = 1 - away[None, :] / np.maximum(reach, 1.0)[:, None]
    share = eased(nearness.astype(np.float32))[..., None]
    piece = ground[:, -meeting:].astype(np.float32)
    ground[:, -meeting:] = piece + (reflected(art, meeting) - piece) * share + 0.5
    return ground


def _toned(ground: Pixels, art: Pixels, things: Floats, plan: SheetPlan) -> Pixels:
    """`ground` with the tones that `art` has at the fold, row by row, and less and less further on.

    What lies over a page alone, such as a vignette or a haze, would else end at the fold.
    """
    strip, reach = max(2, plan.px(STRIP_MM)), min(ground.shape[1], plan.px(TONED_MM))
    first, last = art[:, :strip], ground[:, -strip:]
    apart = np.median(first, axis=1) - np.median(last, axis=1)
    solid = np.clip(5 * _softened(things[:, None], art.shape[0]) - 4, 0, 1)
    most = MISSED + (DIMMED - MISSED) * solid
    soft = _softened(np.clip(apart, -most, most), art.shape[0])
    share = eased(np.arange(1, reach + 1, dtype=np.float32) / reach)
    moved = ground[:, -reach:] + soft[:, None] * share[None, :, None]
    ground[:, -reach:] = np.clip(np.round(moved), 0, 255)
    return ground


def _softened(rows: Floats, height: int) -> Floats:
    """The columns of `rows` without their details."""
    window = max(3, round(SMOOTH * height) | 1)
    padded = np.pad(rows, ((window // 2, window // 2), (0, 0)), "edge")
    bell = np.hanning(window + 2)[1:-1]
    soft = [np.convolve(column, bell / bell.sum(), "valid") for column in padded.T]
    return np.stack(soft, axis=1).astype(np.float32)


def _beyond(
    grown: Grown, side: Side, room: int, plan: SheetPlan, drawing: Drawing
) -> Pixels:  # fmt: skip
    """What is drawn next to a side, (height, room, 4) premultiplied, fading out away from it."""
    spine = plan.face.x - plan.wrap.back.right if side is Side.LEFT else 0.0
    whole, fading = plan.px(spine + WHOLE_MM), plan.px(FADING_MM)
    seen = min(room, whole + fading)
    made = np.ascontiguousarray(np.rot90(drawing.around(grown.beyond(side, seen)), -side))
    if side is Side.LEFT and _crowded(made, plan):
        whole, fading = 0, max(1, min(seen, plan.px(plan.before_words)))
        made[:, : seen - fading] = 0
    away = np.arange(seen, 0, -1, dtype=np.float32) - 0.5
    share = eased(1 - (away - whole) / np.float32(fading))[None, :, None]
    faded = made[:, : max(0, seen - whole)]
    faded[...] = faded * share[:, : faded.shape[1]] + 0.5
    return np.pad(made, ((0, 0), (room - seen, 0), (0, 0)))


def _crowded(beyond: Pixels, plan: SheetPlan) -> bool:
    """Whether so much stands where a spine has its words, or would have, that they would be disturbed."""
    if plan.wrap.spine_text is None:
        return False
    end = beyond.shape[1] - plan.px(plan.before_words)
    start = max(0, end - plan.px((1 - 2 * WORDLESS) * plan.wrap.spine_text.w))
    strip = Image.fromarray(np.ascontiguousarray(beyond[:, start:end]))
    seen = np.asarray(strip.resize((8, SEEN_PX), Image.Resampling.BOX), np.float32)
    changes = np.abs(np.diff(seen, axis=0)).max(axis=2).sum(axis=0) / 255
    return float(changes.mean()) > CROWDED
