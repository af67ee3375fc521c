"""Inks for words that nobody laid a ground for, and the least veil under which they are read.

A veil is a patch of the ground's own shade or tint. It is tried on a small picture of the sheet;
what is measured is the contrast of the letters, and how restless the ground is under running text.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from PIL import Image, ImageFilter

from pipeline.domain.layout import TextBlock
from pipeline.drawing.colour import luminance, to_oklab
from pipeline.prepress.composed import Lettering, Pixels, Turn
from pipeline.prepress.cover_look import Look
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.prepress.tones import Patch, Veil, lay
from pipeline.typography.inking import Ground, inks_for
from pipeline.typography.legibility import measure
from pipeline.typography.library import FaceLibrary
from pipeline.typography.placement import under

VEILS = (0.0, 0.12, 0.25, 0.45, 0.62, 0.76, 0.87, 0.95)
"""Opacities of a veil that are tried."""
OTHERWISE = 0.06
"""Words that are dark where those before them are light, or their ground is dark, and the other way
round, have to be worth a veil that is seen so much."""
RESTLESS = 0.045
"""A ground whose lightness (0 to 1) varies more than this under running text is calmed."""
BUSY = 0.075
"""The same for single lines, which are large or short."""
PARTS = 4
"""Into so many parts a block is cut, since one leaf under one word is enough."""
WANTED, LEAST = 5.6, 5.0
"""The contrast that inks are chosen for, and the least: the 4.5 that is demanded (WCAG 2.2, 1.4.3), and
what its grain may take from a ground, since an ink that just misses it would ask for a veil."""
SURE = 1.01
"""So much more contrast is demanded of the small picture that is tried on than of the sheet."""
MIDDLE = 0.18
"""The luminance from which on an ink is light: with it, white and black can be read as well."""
LIGHT = 0.66
"""From this lightness (OKLab) on a ground is light."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Blocks that share their ink and their ground: `patch` is where that would be veiled."""

    part: Lettering
    patch: Patch


@dataclass(frozen=True, slots=True, kw_only=True)
class Calm:
    """Blocks in their inks, `dark` or light, under a veil.

    It is `seen` by how much lightness (OKLab) it moves the ground. `lacking` is 0 where all is read.
    """

    blocks: tuple[TextBlock, ...]
    veil: Veil
    dark: bool
    seen: float
    lacking: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Something to try: words dark or light, under a veil that is `seen` so much."""

    dark: bool
    veil: Veil
    seen: float


def calmed(
    small: Pixels, group: Group, seen: SheetPlan, look: Look, library: FaceLibrary,
    before: Calm | None = None, ways: Callable[[Pixels, Group, SheetPlan], list[Way]] | None = None,
) -> Calm:  # fmt: skip
    """The least veil over `small`, a picture of the sheet, under which a group can be read.

    Its words are dark or light as those `before` it, unless that takes a veil that is seen more. What
    is tried in turn is that, or other `ways`.
    """
    ground = ground_of(small, group, seen)
    tried: list[Calm] = []
    for way in ways(small, group, seen) if ways else _even(ground, before):
        art = small.copy()
        lay(art, group.patch, way.veil, seen)
        page = _page(art, group.part, seen)
        inked = _inked(group.part, page, look, dark=way.dark)
        tried.append(Calm(blocks=inked.layout.blocks, veil=way.veil, dark=way.dark, seen=way.seen,
                          lacking=_lacking(inked, page, library)))  # fmt: skip
        if tried[-1].lacking <= 0:
            break
    return min(tried, key=lambda one: one.lacking)


def _even(ground: Ground, before: Calm | None) -> list[Way]:
    """Veils that are as strong everywhere, first what is seen least."""
    first = before.dark if before else ground.lightness > LIGHT
    ways: list[Way] = []
    for strength, dark in product(VEILS, (first, not first)):
        colour = ground.tint if dark else ground.shade
        moved = strength * abs(float(to_oklab(colour)[0]) - ground.lightness)
        dislike = OTHERWISE if dark is not first else 0.0
        ways.append(
            Way(dark=dark, seen=moved + dislike, veil=Veil(colour=colour, strength=strength))
        )
    return sorted(ways, key=lambda way: way.seen)


def ground_of(small: Pixels, group: Group, seen: SheetPlan) -> Ground:
    """What lies under a group on a picture of the sheet."""
    return _ground(_page(small, group.part, seen), group.part)


def _page(art: Pixels, part: Lettering, plan: SheetPlan) -> Pixels:
    """What lies under a part, as its layout's page sees it."""
    turns = {Turn.NONE: 0, Turn.CLOCKWISE: 1, Turn.COUNTER: -1}
    return np.ascontiguousarray(np.rot90(plan.piece(art, part.area), turns[part.turn]))


def _inked(part: Lettering, page: Pixels, look: Look, *, dark: bool) -> Lettering:
    """A part in the cover's inks as far as they can be read there, all of them `dark` or all light."""
    ground = _ground(page, part)
    blocks = tuple(
        replace(block, colour=_ink(first, ground, look, dark=dark))
        for block in part.layout.blocks
        for first in (look.title_ink if block.font == look.display.face else look.inks[0],)
    )
    return replace(part, layout=replace(part.layout, blocks=blocks))


def _ink(first: str, ground: Ground, look: Look, *, dark: bool) -> str:
    """`first`, else what is nearest to it and can be read."""
    named = tuple(dict.fromkeys((first, *look.inks)))
    strong, enough = (inks_for(first, named, ground, ratio) for ratio in (WANTED, LEAST))
    fitting = (ink for ink in (first, *strong, *enough) if _is_dark(ink) is dark)
    found = next((ink for ink in fitting if ground.ratio(ink) >= LEAST), None)
    return found or (ground.shade if dark else ground.tint)


def _ground(page: Pixels, part: Lettering) -> Ground:
    """What lies under all blocks of a part."""
    return Ground.of(np.concatenate([under(page, block.box) for block in part.layout.blocks]))


def _is_dark(ink: str) -> bool:
    return luminance(ink) < MIDDLE


def _lacking(part: Lettering, page: Pixels, library: FaceLibrary) -> float:
    """How far a part is from being read with ease: what contrast and calm lack, 0 for nothing."""
    measured = measure(part.layout, page, library)
    contrast = sum(max(0.0, SURE * one.wanted - one.ratio) for one in measured)
    restless = (
        _restless(page, block) - (RESTLESS if len(block.lines) > 1 else BUSY)
        for block in part.layout.blocks
    )
    return contrast + 20 * max(0.0, *restless)


def _restless(page: Pixels, block: TextBlock) -> float:
    """How much lightness varies where a block is disturbed most, in distances that disturb reading."""
    height, width = page.shape[:2]
    box = block.box
    area = (slice(int(box.y * height), max(1, int(box.bottom * height))),
            slice(int(box.x * width), max(1, int(box.right * width))))  # fmt: skip
    light = Image.fromarray(np.ascontiguousarray(page[area])).convert("L")
    line = max(1.0, block.size * min(height, width))
    fine = np.asarray(light.filter(ImageFilter.GaussianBlur(0.12 * line)), np.float32)
    broad = np.asarray(light.filter(ImageFilter.GaussianBlur(4 * line)), np.float32)
    parts = np.array_split(fine - broad, PARTS, axis=int(width * box.w > height * box.h))
    return max(float(part.std()) for part in parts if part.size) / 255
