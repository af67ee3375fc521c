"""Upscale: the picture of a version enlarged for print; words and places stay as they are."""

from dataclasses import replace

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.errors import UpscaleError
from pipeline.domain.foreseeing import around
from pipeline.domain.geometry import Box
from pipeline.domain.operation import Upscale
from pipeline.domain.outcome import Made
from pipeline.domain.picture import Origin
from pipeline.domain.possible import demand_enlargeable
from pipeline.domain.step import Doing, Step
from pipeline.domain.upscaling import Weights
from pipeline.domain.version import Draft, Version
from pipeline.ports.bench import Bench
from pipeline.stages.art import shown
from pipeline.stages.enlarged_before import enlarged_before
from pipeline.stages.export import raster_png
from pipeline.stages.open_picture import open_kept
from pipeline.workshop.enlarging import Enlarged, Wanted, enlarged
from pipeline.workshop.finishing import draft, finish
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import Workshop

KEPT = 1.5
"""How many times the pixels that 300 DPI want a side may have: so a cover made for A5 is printed as A4, and
a picture that was enlarged is not kept larger than anybody will print it."""
AFTER = 2
"""Parts of the work after the tiles: lettering, and saving."""


async def upscale(operation: Upscale, task: Task, bench: Bench[Workshop]) -> Made:
    """The version with a picture that is four times as wide and high, or large enough for print.

    Raises:
        UpscaleError: `upscale-drawn`, `upscale-done`, `upscale-enough`, `upscale-before`; what enlarging
            raises.
        PictureError: when its picture cannot be read any more.
    """
    own, base = task.brief.format, demand_base(task)
    demand_enlargeable(base.document, own)
    # only now: another order, before this one in the queue, may have done it meanwhile
    if kept := enlarged_before(base, task.others, own.print_px(), operation.weights):
        raise UpscaleError("upscale-before", number=kept[0].number)
    return Made(drafts=(await enlarged_draft(task, own.print_px(), operation.weights, bench),))


async def enlarged_draft(
    task: Task, wanted_px: tuple[int, int], weights: Weights | None, bench: Bench[Workshop]
) -> Draft:
    """The task's version with its picture enlarged for a print of `wanted_px` (width, height).

    Raises:
        UpscaleError: `upscale-drawn`, `upscale-done`; what enlarging raises.
        PictureError: when its picture cannot be read any more.
        Stopped: between two calls of a worker, when nobody wants it any more.
    """
    art, base = _demand_small(task), demand_base(task)
    original = await bench.blob(art.origin.sha256)
    part = around(art.origin.crop)
    size = _size(task.brief, art.origin.crop, part, wanted_px)
    wanted = Wanted(part=part, size=size, weights=weights)
    done = await enlarged(original, wanted, bench, after=AFTER, foreseen_s=task.foreseen_s)
    step = Step(done=done.tiles + 1, total=done.tiles + 1 + AFTER, doing=Doing.LETTERING)
    await bench.tell(step)
    return await bench.do(_drafted, task.brief, base, done, part, bench.new_id())


def _demand_small(task: Task) -> Brought | Painted:
    art = demand_base(task).document.art
    if isinstance(art, Drawn):
        raise UpscaleError("upscale-drawn")
    if art.upscaled is not None:
        raise UpscaleError("upscale-done")
    return art


def _size(
    brief: Brief, crop: Box, part: Box, wanted_px: tuple[int, int]
) -> tuple[int, int]:  # fmt: skip
    """How large the enlarged part is kept at most."""
    own = brief.format.print_px()
    width, height = (max(one) for one in zip(own, wanted_px, strict=True))
    return round(KEPT * width * part.w / crop.w), round(KEPT * height * part.h / crop.h)


def _drafted(
    workshop: Workshop, brief: Brief, base: Version, done: Enlarged, part: Box, version: str
) -> Draft:
    """`base` over the enlarged part of its picture, in a worker; its lettering fits as it did."""
    art, picture = base.document.art, open_kept(done.content)
    if isinstance(art, Drawn):
        raise UpscaleError("upscale-drawn")
    crop = art.origin.crop
    inside = Box(x=(crop.x - part.x) / part.w, y=(crop.y - part.y) / part.h,
                 w=crop.w / part.w, h=crop.h / part.h)  # fmt: skip
    origin = Origin(sha256=picture.sha256, kind=picture.kind, width_px=done.width_px,
                    height_px=done.height_px, crop=inside)  # fmt: skip
    # what was painted beside it goes on from its left edge, which may be cut off now
    aside = None if part.x else art.aside
    larger = replace(art, origin=origin, upscaled=done.upscaled, aside=aside)
    pixels = shown(larger, picture, brief.format.preview_px)
    document = replace(base.document, art=larger)
    lettered = finish(workshop, document, pixels, was=document.layout)
    made = draft(workshop, brief, replace(document, layout=lettered.layout), pixels, lettered.picture,
                 version=version, raster=raster_png(pixels))  # fmt: skip
    return replace(made, original=done.content)
