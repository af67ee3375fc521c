"""Back and spine of a sheet lettered: set, inked, and their ground calmed as far as reading needs."""

from dataclasses import replace

from pipeline.domain.geometry import Box
from pipeline.domain.layout import TextBlock
from pipeline.domain.printer import SpineReading
from pipeline.drawing.page import page
from pipeline.illustrator.recipe import to_units
from pipeline.prepress.back_room import room_of
from pipeline.prepress.back_text import back_layout
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.calming import Calm, Group, calmed
from pipeline.prepress.composed import Lettering, Pixels
from pipeline.prepress.cover_look import Look
from pipeline.prepress.placing import units_to_mm
from pipeline.prepress.sheet_plan import SheetPlan, looked_at
from pipeline.prepress.spine_text import spine_layout
from pipeline.prepress.tones import Patch, lay
from pipeline.typography.library import FaceLibrary

VEIL_MM, VEIL_DOWN_MM, AIR_MM = 12.0, 45.0, 6.0
"""Over so much a veil fades out across and down a back, and how far it is full round the words."""
LEAST_FADE_MM = 5.0
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
    small, made = looked_at(sheet).copy(), sheet.copy()
    seen = SheetPlan(wrap=plan.wrap, dpi=plan.dpi * small.shape[1] / sheet.shape[1])
    inked: list[Lettering] = []
    before: Calm | None = None
    for part in parts:
        done: list[TextBlock] = []
        for group in _groups(part, plan):
            found = calmed(small, group, seen, look, library, before)
            before = before or found
            done.extend(found.blocks)
            for to, its in ((small, seen), (made, plan)):
                lay(to, group.patch, found.colour, found.strength, its)
        inked.append(replace(part, layout=replace(part.layout, blocks=tuple(done))))
    return made, tuple(inked)


def _groups(part: Lettering, plan: SheetPlan) -> list[Group]:
    """The blurb is one group, and so is what stands beside the barcode; words of a spine are apart."""
    blocks = part.layout.blocks
    if part.area == plan.wrap.spine:
        return [_group(part, (block,), _spine_patch(part, block, plan)) for block in blocks]
    zone = (plan.wrap.barcode.y - plan.verso.y) / plan.verso.h
    high = tuple(block for block in blocks if block.box.bottom <= zone)
    low = tuple(block for block in blocks if block.box.bottom > zone)
    return [_group(part, some, _back_patch(part, some, plan)) for some in (high, low) if some]


def _group(part: Lettering, blocks: tuple[TextBlock, ...], patch: Patch) -> Group:
    return Group(part=replace(part, layout=replace(part.layout, blocks=blocks)), patch=patch)


def _back_patch(part: Lettering, blocks: tuple[TextBlock, ...], plan: SheetPlan) -> Patch:
    """From edge to edge of the back, and to its head or foot; it fades out before the front."""
    box, area = Box.around(block.box for block in blocks), part.area
    end = area.x + box.right * area.w + 2
    low = box.y > HALF
    return Patch(
        left=None, right=max(end, plan.face.x - VEIL_MM),
        top=area.y + box.y * area.h - AIR_MM if low else None,
        bottom=None if low else area.y + box.bottom * area.h + AIR_MM,
        fade_across=min(VEIL_MM, plan.face.x - end), fade_down=VEIL_DOWN_MM,
    )  # fmt: skip


def _spine_patch(part: Lettering, block: TextBlock, plan: SheetPlan) -> Patch:
    """Round a block of the spine; it fades out before the front, or hardly on it."""
    corners = units_to_mm(part).mapRect(to_units(block.box, *page(part.layout.aspect)))
    fade = min(VEIL_MM, plan.face.x - corners.right())
    return Patch(left=corners.left(), right=corners.right(), top=corners.top() - 1,
                 bottom=corners.bottom() + 1, fade_across=max(LEAST_FADE_MM, fade), fade_down=VEIL_MM)  # fmt: skip
