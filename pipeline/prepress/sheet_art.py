"""The art of a whole sheet: the front as its cover shows it, continued over spine, back and bleed.

Nothing may step at a fold, and no face or emblem may be seen a second time, mirrored. First comes
what the cover did not show of its picture or drawing. Then a drawing goes on as its own world (see
`drawn_on`), a picture as a model painted it on, or out of focus into the level tones of its edge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.geometry import Box
from pipeline.domain.version import Document
from pipeline.illustrator.recipe import Recipe
from pipeline.prepress.composed import Pixels
from pipeline.prepress.drawn_on import LARGEST_BLEED_MM, Drawing, drawn_on
from pipeline.prepress.growing import Grown, Side, Window
from pipeline.prepress.level import Stuff, levelled, lively, tall, tones_of
from pipeline.prepress.painted_on import on_from
from pipeline.prepress.reflection import reflected
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.prepress.tones import eased
from pipeline.stages.crop import cut
from pipeline.stages.reformat import within

Floats = NDArray[np.float32]
SOFTENED_MM, TURNED_MM, SHORT_MM = 36.0, 12.0, 2.5
"""Over so much a picture goes out of focus on a spine and a back, on what a case turns in, and where
nothing runs over its edge: there its mirror image would only bring back what lies further in."""
EVEN = 0.08
"""How far that goes is evened out so far up and down, as a share of the height."""
SOFTEST = 0.07
"""How far out of focus it goes, as a share of its height."""
LEVEL = 0.05
"""From this share of the way on it goes over into the level tones of its edge."""
STEPS = (0.0, 0.004, 0.012, 0.03, SOFTEST)
"""How blurred the pictures are between which the focus is drawn, as shares of the height."""


def continued(
    document: Document, art: Pixels, plan: SheetPlan, recipes: Mapping[str, Recipe],
    picture: Pixels | None, aside: Pixels | None = None,
) -> Pixels:  # fmt: skip
    """The sheet, (height, width, 3) RGB, with `art` where its face is.

    `art` has the pixels of the face; `picture` is what it was cut from, where it is no drawing, and
    `aside` what was painted left of that, as high as its crop.
    """
    part, size = plan.shown_of(document.layout.aspect), (art.shape[1], art.shape[0])
    match document.art:
        case Drawn() as drawn:
            source = _drawn(Drawing(art=drawn, aspect=document.layout.aspect, part=part, size=size,
                                    recipe=recipes[drawn.choice.recipe]), plan)  # fmt: skip
        case Brought(origin=origin) | Painted(origin=origin):
            source = _brought(picture, within(origin.crop, part), size, plan, aside)
    left, top, _, _ = plan.edges(plan.face)
    grown = Grown.of(art, (left, top), plan.sheet_px)
    for side, spare in source.spare.items():
        if room := min(grown.missing(side), spare):
            grown.join(side, np.rot90(source.shown(grown.beyond(side, room)), -side))
    for side in source.order:
        if room := grown.missing(side):
            grown.join(side, source.beyond(grown, side, room))
    return grown.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What art goes on with.

    It is `shown` as far as it has pixels to `spare` on a side; what lies `beyond` is then made for
    one side after the other, in an `order`.
    """

    spare: dict[Side, int]
    shown: Callable[[Window], Pixels]
    beyond: Callable[[Grown, Side, int], Pixels]
    order: tuple[Side, ...]


def _drawn(drawing: Drawing, plan: SheetPlan) -> _Source:
    """A spine is drawn beside all of a page's height, with its bleed, so that nothing ends there."""
    return _Source(
        spare=_spare(drawing.part, drawing.size), shown=drawing.shown,
        beyond=partial(drawn_on, plan=plan, drawing=drawing), order=tuple(reversed(Side)),
    )  # fmt: skip


def _brought(
    picture: Pixels | None, crop: Box, size: tuple[int, int], plan: SheetPlan, aside: Pixels | None
) -> _Source:  # fmt: skip
    """What was painted is as high as the crop: it comes before anything over or under that."""
    spare = {} if picture is None else _spare(crop, size)
    if aside is not None:
        spare.pop(Side.TOP, None)
        spare.pop(Side.BOTTOM, None)

    def shown(window: Window) -> Pixels:
        return (
            np.zeros((0, 0, 3), np.uint8) if picture is None else _cut(picture, crop, size, window)
        )

    beyond = partial(_pictured, plan=plan, aside=aside)
    return _Source(spare=spare, shown=shown, beyond=beyond, order=tuple(Side))


def _spare(part: Box, size: tuple[int, int]) -> dict[Side, int]:
    """What there is beyond each side of a `part`, in pixels of which it has `size` (width, height)."""
    across, down = size[0] / max(part.w, 1e-6), size[1] / max(part.h, 1e-6)
    shares = {Side.LEFT: part.x * across, Side.RIGHT: (1 - part.right) * across,
              Side.TOP: part.y * down, Side.BOTTOM: (1 - part.bottom) * down}  # fmt: skip
    return {side: max(0, int(share + 1e-6)) for side, share in shares.items()}


def _cut(picture: Pixels, crop: Box, size: tuple[int, int], window: Window) -> Pixels:
    """What a picture has in a `window` from the corner of its `crop`, which is shown in `size` pixels."""
    left, top, width, height = window
    across, down = crop.w / size[0], crop.h / size[1]
    place = Box(x=max(0.0, crop.x + left * across), y=max(0.0, crop.y + top * down),
                w=width * across, h=height * down)  # fmt: skip
    return cut(picture, place, (width, height))


def _pictured(
    grown: Grown, side: Side, room: int, plan: SheetPlan, aside: Pixels | None
) -> Pixels:  # fmt: skip
    """`room` pixels next to a side of a picture, turned to the left: painted there, or out of focus."""
    art = grown.at_left(side)
    if side is Side.LEFT and aside is not None:
        return on_from(art, aside, room, plan)
    if room <= plan.px(LARGEST_BLEED_MM):
        return reflected(art, room)
    reach = plan.px(SOFTENED_MM if side is Side.LEFT else TURNED_MM)
    tones = tones_of(art)
    ground = levelled(tones, (room, art.shape[0]), min(art.shape[:2]), Stuff())
    near, short = min(room, reach), plan.px(SHORT_MM)
    soft = _unfocused(reflected(art, near), art, reach).astype(np.float32)
    far = np.maximum(
        short + _evenly(lively(art, tall(tones, art.shape[0]))) * (reach - short), 1.0
    )[:, None]
    away = (near - np.float32(0.5) - np.arange(near, dtype=np.float32))[None, :] / far
    share = eased(((away - LEVEL) / (1 - LEVEL)).astype(np.float32))[..., None]
    ground[:, room - near :] = soft + (ground[:, room - near :] - soft) * share + 0.5
    return ground


def _evenly(rows: Floats) -> Floats:
    """`rows` without a height at which they jump."""
    around = round(EVEN * len(rows))
    bell = np.hanning(2 * around + 3)[1:-1]
    even = np.convolve(np.pad(rows, around, "edge"), bell / bell.sum(), "valid")
    return np.asarray(even, np.float32)


def _unfocused(whole: Pixels, art: Pixels, reach_px: float) -> Pixels:
    """`whole`, sharp at its right edge, where `art` begins, and softer and softer to the left."""
    height, width = whole.shape[:2]
    if not width:
        return whole
    away = (width - np.arange(width, dtype=np.float32)) / reach_px
    wanted = SOFTEST * np.clip(away, 0, 1) ** 1.2
    levels = np.interp(wanted, STEPS, np.arange(len(STEPS))).astype(np.float32)
    seen = np.concatenate([whole, art[:, : width // 2]], axis=1)
    made = whole.copy()
    sharper = seen
    for step, high in enumerate(STEPS[1:]):
        softer = blurred(seen, high * height)
        columns = np.flatnonzero((levels >= step) & (levels <= step + 1))
        if columns.size:
            place = slice(int(columns[0]), int(columns[-1]) + 1)
            share = (levels[place] - step)[None, :, None]
            first = sharper[:, place].astype(np.float32)
            made[:, place] = first + (softer[:, place] - first) * share + 0.5
        sharper = softer
    return made


def blurred(art: Pixels, sigma_px: float) -> Pixels:
    """`art` out of focus, as if it went on at its edges; large blurs are made small and enlarged."""
    shrink = max(1, int(sigma_px / 4))
    height, width = art.shape[:2]
    room = int(3 * sigma_px) // shrink * shrink + shrink
    padded = Image.fromarray(np.pad(art, ((room, room), (room, room), (0, 0)), "symmetric"))
    small = padded.reduce(shrink).filter(ImageFilter.GaussianBlur(sigma_px / shrink))
    large = small.resize(padded.size, Image.Resampling.BICUBIC) if shrink > 1 else small
    return np.asarray(large)[room : room + height, room : room + width]
