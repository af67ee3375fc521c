"""The tones of a layout laid into the art of a sheet, so that they go on over folds and bleed.

On the page of a cover a tone ends at its edge. On a sheet that edge is a fold or a cut: a tone
that runs off the page at head or foot runs into the bleed, and one as wide as the page round the
whole book.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.layout import Layout, Tone
from pipeline.domain.wrap import RectMm
from pipeline.drawing.colour import rgb
from pipeline.prepress.composed import Pixels
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.typography.effects import EDGE

Ramp = NDArray[np.float32]


def laid(sheet: Pixels, layout: Layout, area: RectMm, plan: SheetPlan) -> Pixels:
    """`sheet` under the tones of a `layout` whose page fills `area`; a new array where there are any."""
    if not layout.tones:
        return sheet
    made = sheet.copy()
    for tone in layout.tones:
        lay(made, _patch(tone, area), Veil(colour=tone.colour, strength=tone.strength), plan)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """Where colour is laid into a sheet, in millimetres: full inside, and fading out beyond.

    None: it runs off the sheet on that side.
    """

    left: float | None
    right: float | None
    top: float | None
    bottom: float | None
    fade_across: float
    fade_down: float
    fade_left: float | None = None
    """Across the left edge, where that fades out otherwise than the right one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Veil:
    """A colour that is laid into art by `strength`, 0 to 1.

    `rows`, from head to foot of the sheet, say how much of that each height gets; None: all of it.
    """

    colour: str
    strength: float
    rows: Ramp | None = field(default=None, repr=False)


def _patch(tone: Tone, area: RectMm) -> Patch:
    """A tone of a front. Its left edge is a fold: what ends there fades out over the spine."""
    fade, box = tone.fade * area.h, tone.box
    over = box.x <= EDGE and box.right >= 1 - EDGE
    return Patch(
        left=None if over else area.x + box.x * area.w,
        right=None if box.right >= 1 - EDGE else area.x + box.right * area.w,
        top=None if box.y <= EDGE else area.y + box.y * area.h,
        bottom=None if box.bottom >= 1 - EDGE else area.y + box.bottom * area.h,
        fade_across=max(fade, 8.0), fade_down=max(fade, 0.5),
    )  # fmt: skip


def lay(sheet: Pixels, patch: Patch, veil: Veil, plan: SheetPlan) -> None:
    """Lay a veil into `sheet` in a patch."""
    if veil.strength <= 0:
        return
    height, width = sheet.shape[:2]
    fade_left = patch.fade_across if patch.fade_left is None else patch.fade_left
    across = _share(width, plan, patch.left, patch.right, (fade_left, patch.fade_across))
    down = _share(height, plan, patch.top, patch.bottom, (patch.fade_down, patch.fade_down))
    if veil.rows is not None:
        at = np.linspace(0, len(veil.rows) - 1, height)
        down = (down * np.interp(at, np.arange(len(veil.rows)), veil.rows)).astype(np.float32)
    rows, columns = np.flatnonzero(down > 1e-3), np.flatnonzero(across > 1e-3)
    if not rows.size or not columns.size:
        return
    place = (slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1))
    share = veil.strength * down[place[0], None] * across[None, place[1]]
    _blend(sheet, place, veil.colour, share.astype(np.float32))


def _blend(sheet: Pixels, place: tuple[slice, slice], colour: str, share: Ramp) -> None:
    """Mix `colour` into a place of `sheet` by `share` (rows, columns) from 0 to 1."""
    for channel, value in enumerate(rgb(colour)):
        piece = sheet[(*place, channel)]
        mixed = piece + (255 * value - piece) * share
        sheet[(*place, channel)] = (mixed + 0.5).astype(np.uint8)


def eased(share: Ramp) -> Ramp:
    """Smootherstep of what is clipped to 0 to 1: no visible beginning and no visible end."""
    share = np.clip(share, 0, 1)
    return np.asarray(share**3 * (share * (6 * share - 15) + 10), np.float32)


def _share(
    length: int, plan: SheetPlan, start: float | None, end: float | None, fades: tuple[float, float]
) -> Ramp:
    """How full a tone is at each pixel of a side; None: it runs off the sheet there."""
    before, after = fades
    at = (np.arange(length, dtype=np.float32) + 0.5) / np.float32(plan.dpi / 25.4)
    rise = np.ones_like(at) if start is None else (at - (start - before)) / before
    fall = np.ones_like(at) if end is None else (end + after - at) / after
    return eased(np.minimum(rise, fall).astype(np.float32))
