"""How a drawing goes on left of its front: over level ground, with whatever leaves its page.

Flowers, planets and orbits that run over the fold are drawn whole. Hills, waves and towers, which
their recipes draw no further than the page, go on as their mirror image and fade: a city or a wood
goes on so, and out of focus it would be a smear.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.art import Drawn
from pipeline.domain.geometry import Box
from pipeline.illustrator.painter import paint_around
from pipeline.illustrator.recipe import Recipe
from pipeline.prepress.composed import Pixels
from pipeline.prepress.level import levelled, levels_of, tall
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.prepress.tones import eased
from pipeline.stages.art import scene_of

Floats = NDArray[np.float32]
MEETING_MM, SHORT_MM = 24.0, 2.5
"""Over so much a drawing's mirrored edge gives way to its level ground: where something runs over
the edge, and where nothing does."""
STILL = 9.0
"""Up to this difference of its edge from its levels, of 255, nothing runs over it."""
AROUND = 0.03
"""Something at the edge is minded so far above and below itself, as a share of the height."""
WHOLE_MM, FADING_MM = 4.0, 22.0
"""What is drawn beyond its page is whole on the spine and so far left of it; over so much it fades."""


STRIP_MM, TONED_MM, SMOOTH, MISSED = 1.0, 25.0, 0.06, 14.0
"""Tones are compared in strips so wide, moved over so much, as smoothly as this share of the height,
and by at most so much of 255: what differs more is a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing of an `aspect` of which a cover shows a `part`, and the recipe that draws it."""

    art: Drawn
    aspect: float
    part: Box
    recipe: Recipe = field(repr=False)

    @property
    def over(self) -> bool:
        """Whether what leaves its page is drawn there too."""
        name = self.art.composition
        return any(one.over for one in self.recipe.compositions if one.name == name)


def drawn_on(art: Pixels, wide: int, plan: SheetPlan, drawing: Drawing) -> Pixels:
    """`wide` pixels left of `art`, which shows a `drawing`: (height, wide, 3) RGB."""
    if plan.flat:
        return mirrored(art, wide)
    unseen = min(wide, int(drawing.part.x / drawing.part.w * art.shape[1]))
    if unseen:
        return _further(art, wide, unseen, plan, drawing)
    over = _beyond(art, wide, plan, drawing) if drawing.over else None
    ground = levelled(art, wide, drawing.recipe, drawing.art.choice.seed, over)
    if over is not None:
        return _toned(ground, art, plan)
    meeting = min(wide, plan.px(MEETING_MM))
    short = plan.px(SHORT_MM)
    reach = short + _lively(art) * (meeting - short)
    away = np.arange(meeting, 0, -1, dtype=np.float32) - 0.5
    nearness = 1 - away[None, :] / np.maximum(reach, 1.0)[:, None]
    share = eased(nearness.astype(np.float32))[..., None]
    piece = ground[:, wide - meeting :].astype(np.float32)
    near = mirrored(art, meeting)
    ground[:, wide - meeting :] = piece + (near - piece) * share + 0.5
    return ground


def _toned(ground: Pixels, art: Pixels, plan: SheetPlan) -> Pixels:
    """`ground` with the tones that `art` has at the fold, row by row, and less and less further on.

    What lies over a page alone, such as a vignette or a haze, would else end at the fold.
    """
    strip, reach = max(2, plan.px(STRIP_MM)), min(ground.shape[1], plan.px(TONED_MM))
    first, last = art[:, :strip], ground[:, -strip:]
    apart = np.median(first, axis=1) - np.median(last, axis=1)
    window = max(3, round(SMOOTH * art.shape[0]) | 1)
    padded = np.pad(np.clip(apart, -MISSED, MISSED), ((window // 2, window // 2), (0, 0)), "edge")
    bell = np.hanning(window + 2)[1:-1]
    soft = [np.convolve(padded[:, one], bell / bell.sum(), "valid") for one in range(3)]
    share = eased(np.arange(1, reach + 1, dtype=np.float32) / reach)
    moved = ground[:, -reach:] + np.stack(soft, axis=1)[:, None] * share[None, :, None]
    ground[:, -reach:] = np.clip(np.round(moved), 0, 255)
    return ground


def _further(art: Pixels, wide: int, unseen: int, plan: SheetPlan, drawing: Drawing) -> Pixels:
    """The same where the cover leaves out so many pixels at the left of its drawing: those come first.

    A frame that a narrower trim cuts to its very edge would else begin once more on the spine.
    """
    height, width = art.shape[:2]
    strip = _around(art, drawing, (-unseen, 0, unseen, height))[..., :3]
    whole, part = np.concatenate([strip, art], axis=1), drawing.part
    share = unseen / width * part.w
    seen = replace(drawing, part=replace(part, x=0.0, w=part.w + share))
    return np.concatenate([drawn_on(whole, wide - unseen, plan, seen), strip], axis=1)


def _around(art: Pixels, drawing: Drawing, window: tuple[int, int, int, int]) -> Pixels:
    """What is drawn in a window (left, top, width, height) from the corner of `art`; premultiplied."""
    height, width = art.shape[:2]
    part = drawing.part
    whole = (round(width / part.w), round(height / part.h))
    left, top = round(part.x * whole[0]) + window[0], round(part.y * whole[1]) + window[1]
    scene = scene_of(drawing.art, drawing.aspect)
    return paint_around(drawing.recipe, scene, whole, (left, top, *window[2:]))


def _beyond(art: Pixels, wide: int, plan: SheetPlan, drawing: Drawing) -> Pixels:
    """What is drawn left of `art`, (height, wide, 4) premultiplied, fading out towards the left."""
    whole, fading = plan.px(plan.face.x - plan.wrap.back.right + WHOLE_MM), plan.px(FADING_MM)
    seen = min(wide, whole + fading)
    made = _around(art, drawing, (-seen, 0, seen, art.shape[0]))
    away = np.arange(seen, 0, -1, dtype=np.float32) - 0.5
    share = eased(1 - (away - whole) / np.float32(fading))[None, :, None]
    faded = made[:, : max(0, seen - whole)]
    faded[...] = faded * share[:, : faded.shape[1]] + 0.5
    return np.pad(made, ((0, 0), (wide - seen, 0), (0, 0)))


def _lively(art: Pixels) -> Floats:
    """How far something runs over the left edge of a drawing at each row, (height,) from 0 to 1.

    A thin line counts as much as a wide shape: it is the first thing that is seen to stop at a fold.
    """
    height = art.shape[0]
    seen = art[:, : max(2, art.shape[1] // 200)].mean(axis=1, dtype=np.float32)
    apart = np.abs(seen - tall(levels_of(art), height)).max(axis=1)
    something = np.clip((apart - STILL) / STILL, 0, 1).astype(np.float32)
    rows = max(1, round(AROUND * height))
    around = np.convolve(np.pad(something, rows, "edge"), np.hanning(2 * rows + 1), "valid")
    return eased((around / (0.1 * rows)).astype(np.float32))


def mirrored(art: Pixels, wide: int) -> Pixels:
    """`wide` pixels of what lies left of `art`, as a mirror at its left edge shows it."""
    if wide <= art.shape[1]:
        return art[:, :wide][:, ::-1]
    return np.pad(art, ((0, 0), (wide, 0), (0, 0)), "symmetric")[:, :wide]
