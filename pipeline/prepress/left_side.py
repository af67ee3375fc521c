"""Back and spine of a sheet lettered: set, inked, and their ground calmed as far as reading needs."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

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
from pipeline.prepress.spine_shade import shades
from pipeline.prepress.spine_text import spine_layout
from pipeline.prepress.tones import Patch, lay
from pipeline.typography.library import FaceLibrary

VEIL_MM, VEIL_DOWN_MM, AIR_MM = 12.0, 45.0, 6.0
"""Over so much a veil fades out across and down a back, and how far it is full round the words."""
LEAST_FADE_MM = 3.0
"""A veil of a spine fades over at least so much, and so reaches little further than a fold may be off."""
SLIGHT = 0.06
"""A veil that nobody sees as one: under it all words of a spine are in one ink."""
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
        on_spine = part.area == plan.wrap.spine
        try_out = partial(calmed, seen=seen, look=look, library=library,
                          ways=shades if on_spine else None)  # fmt: skip
        for group in _on_spine(small, part, plan, try_out) if on_spine else _on_back(part, plan):
            found = try_out(small, group, before=before)
            before = before or found
            done.extend(found.blocks)
            for to, its in ((small, seen), (made, plan)):
                lay(to, group.patch, found.veil, its)
        inked.append(replace(part, layout=replace(part.layout, blocks=tuple(done))))
    return made, tuple(inked)


def _on_back(part: Lettering, plan: SheetPlan) -> list[Group]:
    """The blurb is one group, and so is what stands beside the barcode."""
    blocks = part.layout.blocks
    zone = (plan.wrap.barcode.y - plan.verso.y) / plan.verso.h
    high = tuple(block for block in blocks if block.box.bottom <= zone)
    low = tuple(block for block in blocks if block.box.bottom > zone)
    return [_group(part, some, _back_patch(part, some, plan)) for some in (high, low) if some]


def _on_spine(
    small: Pixels, part: Lettering, plan: SheetPlan, try_out: Callable[[Pixels, Group], Calm]
) -> list[Group]:
    """All words of a spine in one ink; each in its own where that takes less of a veil.

    A light sky over dark land takes a dark title and a light name, but never a light box in the land.
    """
    blocks = part.layout.blocks
    band = _group(part, blocks, _spine_patch(part, blocks, plan))
    together = try_out(small, band)
    if len(blocks) == 1 or (together.seen <= SLIGHT and together.lacking <= 0):
        return [band]
    groups = [_group(part, (block,), _spine_patch(part, (block,), plan)) for block in blocks]
    apart = [try_out(small, group) for group in groups]
    seen, lacking = max(one.seen for one in apart), max(one.lacking for one in apart)
    return groups if (lacking, seen) < (together.lacking, together.seen) else [band]


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


def _spine_patch(part: Lettering, blocks: tuple[TextBlock, ...], plan: SheetPlan) -> Patch:
    """From head to foot of a spine, or to the end where a block stands; it hardly reaches the front.

    So it is a shade of the spine: a veil that ends above and below a name would be a box.
    """
    box = Box.around(block.box for block in blocks)
    corners = units_to_mm(part).mapRect(to_units(box, *page(part.layout.aspect)))
    fade, middle = min(VEIL_MM, plan.face.x - corners.right()), part.area.y + HALF * part.area.h
    everything = len(blocks) == len(part.layout.blocks)
    at_head = corners.centerY() < middle
    return Patch(left=corners.left(), right=corners.right(),
                 top=None if everything or at_head else corners.top() - 1,
                 bottom=corners.bottom() + 1 if at_head and not everything else None,
                 fade_across=max(LEAST_FADE_MM, fade), fade_left=VEIL_MM, fade_down=VEIL_DOWN_MM)  # fmt: skip
