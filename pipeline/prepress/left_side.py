"""Back and spine of a sheet lettered: set, inked, and their ground calmed as far as reading needs."""

from dataclasses import replace

import numpy as np
from PIL import Image, ImageFilter

from pipeline.domain.layout import TextBlock
from pipeline.domain.printer import SpineReading
from pipeline.drawing.colour import luminance
from pipeline.prepress.back_text import back_layout, room_of
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.composed import Lettering, Pixels, Turn
from pipeline.prepress.cover_look import Look
from pipeline.prepress.sheet_plan import SheetPlan, looked_at
from pipeline.prepress.spine_text import spine_layout
from pipeline.prepress.tones import blend, eased
from pipeline.typography.inking import Ground, inks_for
from pipeline.typography.legibility import measure
from pipeline.typography.library import FaceLibrary
from pipeline.typography.placement import under

VEILS = (0.0, 0.2, 0.35, 0.5, 0.65, 0.78, 0.88, 0.95)
"""Opacities of the veil over back and spine, tried in turn."""
RESTLESS = 0.045
"""A ground whose lightness (OKLab) varies more than this under running text is calmed."""
WANTED, LEAST = 5.6, 4.5
"""The contrast that the inks of a back are chosen for, and what is demanded (WCAG 2.2, 1.4.3)."""
MIDDLE = 0.18
"""The luminance from which on an ink is light: with it, white and black can be read as well."""
LIGHT = 0.66
"""From this lightness (OKLab) on a ground is veiled lighter, below it darker."""
VEIL_MM = 16.0
"""Over at least so much a veil begins, from the front's edge to the left."""


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
    """The least veil under which every part can be read, and the parts in the inks for it."""
    small = looked_at(sheet)
    seen = SheetPlan(wrap=plan.wrap, dpi=plan.dpi * small.shape[1] / sheet.shape[1])
    ground = _ground([seen.piece(small, part.area) for part in parts])
    light = ground.lightness > LIGHT
    veil = ground.tint if light else ground.shade
    best: tuple[float, float, list[Lettering]] | None = None
    for strength in VEILS:
        art = veiled(small, seen, veil, strength)
        inked = [_inked(part, _page(art, part, seen), look, dark=light) for part in parts]
        lacking = sum(_lacking(part, _page(art, part, seen), library) for part in inked)
        if best is None or lacking < best[0]:
            best = lacking, strength, inked
        if lacking <= 0:
            break
    chosen = best or (0.0, 0.0, parts)
    return veiled(sheet, plan, veil, chosen[1]), tuple(chosen[2])


def veiled(sheet: Pixels, plan: SheetPlan, colour: str, strength: float) -> Pixels:
    """`sheet` with `colour` over its back and spine, easing in from the front's edge."""
    if strength <= 0:
        return sheet
    face = plan.edges(plan.face)[0]
    begin = max(plan.px(VEIL_MM), face - plan.edges(plan.wrap.spine)[0])
    away = (face - np.arange(face, dtype=np.float32)) / begin
    share = np.broadcast_to(
        strength * eased(away.astype(np.float32))[None, :], (sheet.shape[0], face)
    )
    made = sheet.copy()
    blend(made, (slice(None), slice(0, face)), colour, share)
    return made


def _page(art: Pixels, part: Lettering, plan: SheetPlan) -> Pixels:
    """What lies under a part, as its layout's page sees it."""
    turns = {Turn.NONE: 0, Turn.CLOCKWISE: 1, Turn.COUNTER: -1}
    return np.ascontiguousarray(np.rot90(plan.piece(art, part.area), turns[part.turn]))


def _ground(pieces: list[Pixels]) -> Ground:
    pixels = np.concatenate([piece.reshape(-1, 3) for piece in pieces])
    return Ground.of(pixels[:: 1 + len(pixels) // 20_000])


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
