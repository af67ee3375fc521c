"""How a drawing goes on beyond its page: over level ground, with whatever leaves the page.

Flowers, planets and orbits that run over the edge are drawn whole. Hills, waves and towers, which
their recipes draw no further than the page, go on as their mirror image and fade: a city or a wood
goes on so, and out of focus it would be a smear.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.art import Drawn
from pipeline.domain.geometry import Box
from pipeline.illustrator.painter import paint_around
from pipeline.illustrator.recipe import Recipe
from pipeline.prepress.composed import Pixels
from pipeline.prepress.growing import Grown, Side, Window
from pipeline.prepress.level import Stuff, covered, levelled, levels_of, lively
from pipeline.prepress.reflection import reflected
from pipeline.prepress.sheet_plan import SheetPlan
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
        name = self.art.composition
        return any(one.over for one in self.recipe.compositions if one.name == name)

    def around(self, window: Window) -> Pixels:
        """What is drawn in a `window`, (height, width, 4) RGBA premultiplied; it may lie beyond the page."""
        width, height = self.size
        whole = (round(width / self.part.w), round(height / self.part.h))
        left, top = round(self.part.x * whole[0]), round(self.part.y * whole[1])
        place = (left + window[0], top + window[1], *window[2:])
        return paint_around(self.recipe, scene_of(self.art, self.aspect), whole, place)

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
    over = _beyond(grown, side, room, plan, drawing) if drawing.over else None
    things = None if over is None else covered(over)
    levels = levels_of(art, things)
    stuff = Stuff(surface=drawing.recipe.surface, seed=drawing.art.choice.seed)
    ground = levelled(levels, (room, art.shape[0]), min(art.shape[:2]), stuff, over)
    return _met(ground, art, levels, plan) if things is None else _toned(ground, art, things, plan)


def _met(ground: Pixels, art: Pixels, levels: Floats, plan: SheetPlan) -> Pixels:
    """`ground` into which the edge of `art` goes over, further where something runs over it."""
    meeting, short = min(ground.shape[1], plan.px(MEETING_MM)), plan.px(SHORT_MM)
    reach = short + lively(art, levels) * (meeting - short)
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
    away = np.arange(seen, 0, -1, dtype=np.float32) - 0.5
    share = eased(1 - (away - whole) / np.float32(fading))[None, :, None]
    faded = made[:, : max(0, seen - whole)]
    faded[...] = faded * share[:, : faded.shape[1]] + 0.5
    return np.pad(made, ((0, 0), (room - seen, 0), (0, 0)))
