"""The art of a whole sheet: the front as its cover shows it, continued over spine, back and bleed.

Nothing may step at a fold, and no face or emblem may be seen a second time, mirrored. A drawing
goes on as its own world (see `drawn_on`); a picture as its own surroundings where the cover showed
only a part of it, and then as a model painted it on, or out of focus.
"""

from collections.abc import Mapping

import numpy as np
from PIL import Image, ImageFilter

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.geometry import Box
from pipeline.domain.version import Document
from pipeline.illustrator.recipe import Recipe
from pipeline.prepress.composed import Pixels
from pipeline.prepress.drawn_on import Drawing, drawn_on, mirrored
from pipeline.prepress.painted_on import on_from
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.crop import cut
from pipeline.stages.reformat import part_of

LARGEST_BLEED_MM, TURNED_MM = 5.5, 14.0
"""A wider edge is a turn-in, which goes out of focus over so much."""
SOFTEST = 0.09
"""How far out of focus a picture goes, as a share of its height."""
SOFTENED_MM = 70.0
"""Over so much it goes out of focus."""
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
    left, top, right, bottom = plan.edges(plan.face)
    width, height = plan.sheet_px
    match document.art:
        case Drawn() as drawn:
            own = document.layout.aspect
            part = part_of(own, art.shape[1] / art.shape[0])
            drawing = Drawing(art=drawn, aspect=own, part=part, recipe=recipes[drawn.choice.recipe])
            beside = drawn_on(art, left, plan, drawing)
        case Brought(origin=origin) | Painted(origin=origin):
            beside = _pictured(art, left, plan, picture, origin.crop, aside)
    whole = np.concatenate([beside, art], axis=1)
    rooms = (width - right, height - bottom, top)
    if max(rooms) <= plan.px(LARGEST_BLEED_MM):
        return np.pad(whole, ((top, height - bottom), (0, width - right), (0, 0)), "symmetric")
    for quarter, room in zip((2, 1, 3), rooms, strict=True):
        whole = _folded(whole, room, plan, quarter=quarter)
    return whole


def _folded(art: Pixels, room: int, plan: SheetPlan, *, quarter: int) -> Pixels:
    """`art` with `room` more pixels on the side that so many quarter turns bring to the left.

    What a case folds round its boards is the mirrored edge going out of focus, or a frame or a face
    near the edge would begin once more there.
    """
    turned = np.rot90(art, -quarter)
    near = _unfocused(mirrored(turned, room), turned[:, : 2 * room], plan.px(TURNED_MM))
    return np.ascontiguousarray(np.rot90(np.concatenate([near, turned], axis=1), quarter))


def _pictured(
    art: Pixels, wide: int, plan: SheetPlan, picture: Pixels | None, crop: Box,
    aside: Pixels | None,
) -> Pixels:  # fmt: skip
    """`wide` pixels left of a picture: what the cover did not show of it, then what was painted there.

    Where nothing was, all of it goes out of focus.
    """
    beside = _beside(art, wide, picture, crop)
    near = np.concatenate([beside, art], axis=1)
    if aside is not None and not plan.flat:
        return np.concatenate([on_from(near, aside, wide - beside.shape[1], plan), beside], axis=1)
    rest = mirrored(near, wide - beside.shape[1])
    whole = np.concatenate([rest, beside], axis=1)
    return whole if plan.flat else _unfocused(whole, art, plan.px(SOFTENED_MM))


def _beside(art: Pixels, wide: int, picture: Pixels | None, crop: Box) -> Pixels:
    """What the picture has left of its crop, at the scale of `art`; may be no pixels wide."""
    height, width = art.shape[:2]
    there = 0 if picture is None else min(wide, int(crop.x / max(crop.w, 1e-6) * width))
    if picture is None or there < 2:
        return art[:, :0]
    share = there / width * crop.w
    return cut(picture, Box(x=crop.x - share, y=crop.y, w=share, h=crop.h), (there, height))


def _unfocused(whole: Pixels, art: Pixels, reach_px: float) -> Pixels:
    """`whole`, sharp at its right edge, where `art` begins, and softer and softer to the left."""
    height, width = whole.shape[:2]
    if not width:
        return whole
    away = (width - np.arange(width, dtype=np.float32)) / reach_px
    wanted = SOFTEST * np.clip(away, 0, 1) ** 1.5
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
