"""What the model shall paint left of a cover's picture: found out in a worker before anything is painted."""

import zlib
from dataclasses import dataclass, field, replace

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.geometry import Box
from pipeline.domain.painting import AdapterUse, PaintRequest
from pipeline.domain.version import Document
from pipeline.ports.lettering import Pixels
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.aside_prompt import aside_negative, aside_prompt, surroundings_told
from pipeline.stages.crop import cut
from pipeline.stages.extending import STRENGTH, Extent, laid_out
from pipeline.stages.open_picture import open_kept
from pipeline.stages.paint_size import paint_size
from pipeline.stages.widening import widening
from pipeline.workshop.easel import Easel
from pipeline.workshop.orders import child_rng
from pipeline.workshop.paint_plan import SPARE, grown, png
from pipeline.workshop.workshop import Workshop

HAIR = 0.01
"""What is narrower than this share of the height is bleed, and no room for a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutpaintPlan:
    """A picture's left edge laid out in the whole that it is continued to, and how.

    `begun` is that whole as a PNG file: only what is new in its `extent` is used. `seeds` are for each strip
    the one to begin with, and others for when the safety check holds it back.
    """

    request: PaintRequest
    extent: Extent
    seed: int
    seeds: tuple[tuple[int, ...], ...]
    begun: bytes = field(repr=False)

    @property
    def steps(self) -> int:
        """About how many denoising steps a strip takes."""
        return max(1, round(self.request.manner.steps * STRENGTH))


def outpaint_plan(
    workshop: Workshop, brief: Brief, document: Document, picture: bytes, sheet: SheetPlan
) -> OutpaintPlan | None:  # fmt: skip
    """How a version's picture is continued over the left of a sheet; None where nothing has to be, or can.

    The same picture is always continued in the same way.

    Raises:
        PictureError: when it cannot be read (any more).
    """
    easel, art = workshop.easel, document.art
    if easel is None or isinstance(art, Drawn):
        return None
    missing = missing_of(art, sheet)
    if missing < HAIR:
        return None
    crop, face, rgb = art.origin.crop, sheet.face, open_kept(picture).rgb
    high = crop.h * rgb.shape[0]
    size = paint_size(face.w / face.h, easel.area_px, grown(easel))
    extent = widening(size, crop.w * rgb.shape[1] / high, missing)
    wide = extent.core.width / extent.core.height * high / rgb.shape[1]
    view = cut(rgb, Box(x=0.0, y=crop.y, w=min(1.0, wide), h=crop.h),
               (extent.core.width, extent.core.height))  # fmt: skip
    seed = _seed_of(art)
    drawn = child_rng(seed, "outpaint").integers(2**32, size=(len(extent.strips), 1 + SPARE))
    return OutpaintPlan(
        request=_request(workshop, easel, brief, art, view), extent=extent, seed=seed,
        seeds=tuple(tuple(int(one) for one in row) for row in drawn), begun=png(laid_out(view, extent)),
    )  # fmt: skip


def missing_of(art: Brought | Painted, sheet: SheetPlan) -> float:
    """How wide the room is that a picture leaves at the left of a sheet, in heights of the front."""
    crop, face = art.origin.crop, sheet.face
    return (face.x - crop.x / crop.w * face.w) / face.h


def _seed_of(art: Brought | Painted) -> int:
    match art:
        case Painted(painting=painting):
            return painting.seed
        case Brought(origin=origin):
            return zlib.crc32(origin.sha256.encode())


def _request(
    workshop: Workshop, easel: Easel, brief: Brief, art: Brought | Painted, view: Pixels
) -> PaintRequest:  # fmt: skip
    """What every strip asks for; its size, seed and window are still to come."""
    words, uses, triggers, genre = "", (), (), workshop.genre(brief)
    if isinstance(art, Painted):
        words = art.painting.prompt
        uses, triggers = _adapters(easel, art.painting.adapters)
    words = words or surroundings_told(workshop.paintable(brief, genre), genre)
    prompt = aside_prompt(words, view[:, : view.shape[1] // 4], genre,
                          workshop.catalogues.sights, triggers, workshop.prompt_room)  # fmt: skip
    return PaintRequest(prompt=prompt, negative=aside_negative(workshop.prompt_room), width=0, height=0, seed=0,
                        manner=easel.manner, adapters=uses, strength=STRENGTH)  # fmt: skip


def _adapters(
    easel: Easel, used: tuple[AdapterUse, ...]
) -> tuple[tuple[AdapterUse, ...], tuple[str, ...]]:
    """Which of a painting's adapters there are still, and the words that they listen to."""
    known = {one.sha256: one for one in easel.fitting()}
    there = tuple(replace(one, name=known[one.sha256].name) for one in used if one.sha256 in known)
    triggers = dict.fromkeys(known[one.sha256].trigger for one in there)
    return there, tuple(word for word in triggers if word)
