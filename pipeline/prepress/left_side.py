"""Back and spine of a sheet lettered: set, inked, and their ground calmed as far as reading needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageFilter

from pipeline.domain.geometry import Box
from pipeline.domain.layout import TextBlock
from pipeline.domain.printer import SpineReading
from pipeline.drawing.colour import luminance
from pipeline.drawing.page import page
from pipeline.illustrator.recipe import to_units
from pipeline.prepress.back_text import back_layout, room_of
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.composed import Lettering, Pixels, Turn
from pipeline.prepress.cover_look import Look
from pipeline.prepress.placing import units_to_mm
from pipeline.prepress.sheet_plan import SheetPlan, looked_at
from pipeline.prepress.spine_text import spine_layout
from pipeline.prepress.tones import Patch, lay
from pipeline.typography.inking import Ground, inks_for
from pipeline.typography.legibility import measure
from pipeline.typography.library import FaceLibrary
from pipeline.typography.placement import under

VEILS = (0.0, 0.25, 0.45, 0.62, 0.76, 0.87, 0.95)
"""Opacities of a veil, tried in turn."""
RESTLESS = 0.045
"""A ground whose lightness (OKLab) varies more than this under running text is calmed."""
WANTED, LEAST = 5.6, 4.5
"""The contrast that the inks of a back are chosen for, and what is demanded (WCAG 2.2, 1.4.3)."""
MIDDLE = 0.18
"""The luminance from which on an ink is light: with it, white and black can be read as well."""
LIGHT = 0.66
"""From this lightness (OKLab) on a ground is veiled lighter, below it darker."""
VEIL_MM, VEIL_DOWN_MM, AIR_MM = 12.0, 45.0, 6.0
"""Over so much a veil fades out across and down a back, and how far it is full round the words."""
HALF = 0.5


def lettered(
    sheet: Pixels, plan: SheetPlan, look: Look, words: BackWords, library: FaceLibrary,
    reading: SpineReading | None = None,
) -> tuple[Pixels, tuple[Lettering, ...]]:  # fmt: skip
    """The sheet with its ground calmed where needed, and the lettering of its back and spine.

    Raises:
        PrintError: `print-room`.
        LetteringError: `lettering-no-face`.
    """
    if plan.flat:
        return sheet, ()
    parts: list[Lettering] = []
    back = back_layout(words, room_of(plan), look, library)
    if back.blocks:
        parts.append(Lettering(layout=back, area=plan.verso))
    clear = plan.wrap.spine_text
    spine = clear and spine_layout(plan.wrap.spine, clear, look, library, reading)
    if spine:
        parts.append(Lettering(layout=spine[0], area=plan.wrap.spine, turn=spine[1]))
    return _legible(sheet, parts, plan, look, library) if parts else (sheet, ())


def _legible(
    sheet: Pixels, parts: list[Lettering], plan: SheetPlan, look: Look, library: FaceLibrary
) -> tuple[Pixels, tuple[Lettering, ...]]:
    """Every part in inks that can be read, on a ground that was calmed no more than they need."""
    small = looked_at(sheet).copy()
    seen = SheetPlan(wrap=plan.wrap, dpi=plan.dpi * small.shape[1] / sheet.shape[1])
    made = sheet.copy()
    inked: list[Lettering] = []
    for part in parts:
        done: list[TextBlock] = []
        for group in _groups(part, plan):
            found = _calmed(small, group, seen, look, library)
            done.extend(found.blocks)
            for to, its in ((small, seen), (made, plan)):
                lay(to, group.patch, found.colour, found.strength, its)
        inked.append(replace(part, layout=replace(part.layout, blocks=tuple(done))))
    return made, tuple(inked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Blocks that share their ink and their ground: `patch` is where that would be veiled."""

    part: Lettering
    patch: Patch


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calm:
    """Blocks in their inks under a veil."""

    blocks: tuple[TextBlock, ...]
    colour: str
    strength: float
    lacking: float


def _groups(part: Lettering, plan: SheetPlan) -> list[_Group]:
    """The blurb is one group, and so is what stands beside the barcode; words of a spine are apart."""
    blocks = part.layout.blocks
    if part.area == plan.wrap.spine:
        return [_group(part, (block,), _spine_patch(part, block, plan)) for block in blocks]
    zone = plan.wrap.barcode.y - plan.verso.y
    low = [block for block in blocks if block.box.bottom * part.area.h > zone]
    high = [block for block in blocks if block not in low]
    return [
        _group(part, tuple(some), _back_patch(part, some, plan)) for some in (high, low) if some
    ]


def _group(part: Lettering, blocks: tuple[TextBlock, ...], patch: Patch) -> _Group:
    return _Group(part=replace(part, layout=replace(part.layout, blocks=blocks)), patch=patch)


def _back_patch(part: Lettering, blocks: Sequence[TextBlock], plan: SheetPlan) -> Patch:
    """From edge to edge of the back, and to its head or foot; it fades out before the front."""
    box, area = Box.around(block.box for block in blocks), part.area
    low = box.bottom > HALF and box.y > HALF
    return Patch(
        left=None, right=max(area.x + box.right * area.w + 2, plan.face.x - VEIL_MM),
        top=area.y + box.y * area.h - AIR_MM if low else None,
        bottom=None if low else area.y + box.bottom * area.h + AIR_MM,
        fade_across=min(VEIL_MM, plan.face.x - area.x - box.right * area.w - 2), fade_down=VEIL_DOWN_MM,
    )  # fmt: skip


def _spine_patch(part: Lettering, block: TextBlock, plan: SheetPlan) -> Patch:
    """Round a block of the spine; it fades out before the front."""
    corners = units_to_mm(part).mapRect(to_units(block.box, *page(part.layout.aspect)))
    fade = min(VEIL_MM, plan.face.x - corners.right())
    return Patch(left=corners.left(), right=corners.right(), top=corners.top() - 1,
                 bottom=corners.bottom() + 1, fade_across=max(1.0, fade), fade_down=VEIL_MM)  # fmt: skip


def _calmed(
    small: Pixels, group: _Group, seen: SheetPlan, look: Look, library: FaceLibrary
) -> _Calm:  # fmt: skip
    """The least veil, dark or light, under which a group can be read, and its inks on that."""
    ground = _ground(_page(small, group.part, seen), group.part)
    ways = ((False, ground.shade), (True, ground.tint))
    best: _Calm | None = None
    for strength in VEILS:
        for dark, veil in ways if ground.lightness <= LIGHT else ways[::-1]:
            art = small.copy()
            lay(art, group.patch, veil, strength, seen)
            under_it = _page(art, group.part, seen)
            inked = _inked(group.part, under_it, look, dark=dark)
            found = _Calm(blocks=inked.layout.blocks, colour=veil, strength=strength,
                          lacking=_lacking(inked, under_it, library))  # fmt: skip
            if best is None or found.lacking < best.lacking:
                best = found
            if best.lacking <= 0:
                return best
    return best or _Calm(
        blocks=group.part.layout.blocks, colour=ground.tint, strength=0.0, lacking=0.0
    )


def _page(art: Pixels, part: Lettering, plan: SheetPlan) -> Pixels:
    """What lies under a part, as its layout's page sees it."""
    turns = {Turn.NONE: 0, Turn.CLOCKWISE: 1, Turn.COUNTER: -1}
    return np.ascontiguousarray(np.rot90(plan.piece(art, part.area), turns[part.turn]))


def _ground(page: Pixels, part: Lettering) -> Ground:
    """What lies under all blocks of a part."""
    return Ground.of(np.concatenate([under(page, block.box) for block in part.layout.blocks]))


def _inked(part: Lettering, page: Pixels, look: Look, *, dark: bool) -> Lettering:
    """A part in the cover's inks as far as they can be read there, all of them `dark` or all light."""
    blocks: list[TextBlock] = []
    for block in part.layout.blocks:
        ground = Ground.of(under(page, block.box))
        first = look.title_ink if block.font == look.display.face else look.inks[0]
        named = tuple(dict.fromkeys((first, *look.inks)))
        wished = (
            first,
            *inks_for(first, named, ground, WANTED),
            *inks_for(first, named, ground, LEAST),
        )
        fitting = (ink for ink in wished if _is_dark(ink) is dark)
        ink = next((ink for ink in fitting if ground.ratio(ink) >= LEAST), None)
        blocks.append(replace(block, colour=ink or (ground.shade if dark else ground.tint)))
    return replace(part, layout=replace(part.layout, blocks=tuple(blocks)))


def _is_dark(ink: str) -> bool:
    return luminance(ink) < MIDDLE


def _lacking(part: Lettering, page: Pixels, library: FaceLibrary) -> float:
    """How far a part is from being read with ease: what contrast and calm lack, 0 for nothing."""
    contrast = sum(max(0.0, one.wanted - one.ratio) for one in measure(part.layout, page, library))
    running = [block for block in part.layout.blocks if len(block.lines) > 1]
    restless = max((_restless(page, block) for block in running), default=0.0)
    return contrast + 20 * max(0.0, restless - RESTLESS)


def _restless(page: Pixels, block: TextBlock) -> float:
    """How much lightness varies under a block, in distances that disturb reading."""
    height, width = page.shape[:2]
    box = block.box
    area = (slice(int(box.y * height), max(1, int(box.bottom * height))),
            slice(int(box.x * width), max(1, int(box.right * width))))  # fmt: skip
    light = Image.fromarray(np.ascontiguousarray(page[area])).convert("L")
    line = max(1.0, block.size * min(height, width))
    fine = np.asarray(light.filter(ImageFilter.GaussianBlur(0.12 * line)), np.float32)
    broad = np.asarray(light.filter(ImageFilter.GaussianBlur(4 * line)), np.float32)
    return float((fine - broad).std()) / 255
