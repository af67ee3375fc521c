"""Vary and Reroll of a painted version: near it, or another idea, with the lettering that it has."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.domain.art import Painted
from pipeline.domain.brief import Brief
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Role
from pipeline.domain.operation import Reroll, Vary
from pipeline.domain.outcome import Made
from pipeline.domain.painting import Painting, PaintRequest
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Document, Draft, Version
from pipeline.ports.bench import Bench
from pipeline.stages.art import shown
from pipeline.stages.crop import cut
from pipeline.stages.export import raster_png
from pipeline.stages.keeping import bare, composed_like, keeps_lettering, words_on
from pipeline.stages.open_picture import Picture, open_kept
from pipeline.stages.own_art import Canvas, letterings
from pipeline.stages.paint_size import paint_size
from pipeline.stages.prompt import Prompt
from pipeline.workshop.finishing import draft, finish
from pipeline.workshop.paint_pace import Pace
from pipeline.workshop.paint_plan import (
    ANY_RATIO,
    PaintPlan,
    adapters_for,
    demand_easel,
    grown,
    ideas_planned,
    png,
    seeded,
    whole,
)
from pipeline.workshop.painting import PaintedArt, painted_side_by_side, steps_of
from pipeline.workshop.relettering import Pixels, pairing_of
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import PAINTER, Workshop

NEAR = 0.5
"""How little of a picture stays in one near it: its composition and colours do, its details do not."""

Relettered = Callable[[Workshop, Version, PaintPlan, Picture, Document, Pixels], Document]
"""The document of a version with its lettering over another picture."""


async def vary_painting(
    operation: Vary, task: Task, art: Painted, bench: Bench[Workshop]
) -> Made:  # fmt: skip
    """`count` pictures near a version's own, with its lettering where it stands.

    Raises:
        PaintError: when there is no model (any more), or it cannot paint this.
    """
    base = demand_base(task)
    await bench.tell(Step(done=0, total=operation.count + 1, doing=Doing.READING))
    original = await bench.blob(art.origin.sha256)
    plans = await bench.do(near_plans, task.brief, base, art, operation, original)
    return await _drafts(plans, task.brief, base, bench, relettered_in_place)


async def reroll_painting(operation: Reroll, task: Task, bench: Bench[Workshop]) -> Made:
    """`count` other ideas than the cover's painted versions show, with the words that it has now.

    Raises:
        PaintError: when there is no model (any more), or it cannot paint this.
        LetteringError: when the words cannot be set.
    """
    base = demand_base(task)
    await bench.tell(Step(done=0, total=operation.count + 1, doing=Doing.READING))
    known = {version.id: version for version in (base, *task.others)}
    seen = [one.document.art.painting.prompt for one in known.values()
            if isinstance(one.document.art, Painted)]  # fmt: skip
    plans = await bench.do(other_plans, task.brief, operation, seen)
    return await _drafts(plans, task.brief, base, bench, relettered_anew)


def near_plans(
    workshop: Workshop, brief: Brief, base: Version, art: Painted, operation: Vary, original: bytes
) -> list[PaintPlan]:  # fmt: skip
    """What a version shows from its own picture, with other seeds, in a worker."""
    easel, painting = demand_easel(workshop), art.painting
    size = paint_size(base.document.layout.aspect, easel.area_px, grown(easel), ANY_RATIO)
    picture = open_kept(original)
    part = _part(picture, art.origin.crop, size.width / size.height)
    # a fork has the picture without the requirements that asked for its manner
    manners = workshop.manners(brief).beside(use.name for use in painting.adapters)
    uses, _ = adapters_for(easel, workshop.genre(brief), manners)
    words = _asked_for(workshop, brief, base, painting)
    request = PaintRequest(
        prompt=words.positive, negative=words.negative, width=size.width, height=size.height, seed=0,
        manner=easel.manner, adapters=uses, strength=NEAR,
        source=png(cut(picture.rgb, part, (size.width, size.height))),
    )  # fmt: skip
    plan = PaintPlan(request=request, prompt=words, extent=whole(size), zone=None, spare=(),
                     source=picture.sha256)  # fmt: skip
    return [seeded(plan, operation.seed or 0, f"vary-{n}") for n in range(operation.count)]


def _asked_for(workshop: Workshop, brief: Brief, base: Version, painting: Painting) -> Prompt:
    """What a version was painted of; of a fork, whose prompt stayed behind, what can be seen in it."""
    if painting.prompt:
        return Prompt(positive=painting.prompt, negative=painting.negative, around="",
                      motifs=base.document.motifs, understood=painting.understood,
                      left_out=painting.left_out)  # fmt: skip
    seen = ", ".join(filter(None, (*base.document.motifs, brief.requirements)))
    (plan,) = ideas_planned(workshop, replace(brief, requirements=seen), 0, ["as-seen"])
    return replace(plan.prompt, motifs=base.document.motifs, understood=painting.understood,
                   left_out=())  # fmt: skip


def _part(picture: Picture, crop: Box, aspect: float) -> Box:
    """The largest part of a picture with a ratio that lies about the middle of `crop`."""
    height, width = picture.rgb.shape[:2]
    have = width / height
    w, h = min(1.0, aspect / have), min(1.0, have / aspect)
    x, y = crop.centre
    return Box(x=min(max(0.0, x - w / 2), 1 - w), y=min(max(0.0, y - h / 2), 1 - h), w=w, h=h)


def other_plans(
    workshop: Workshop, brief: Brief, operation: Reroll, seen: Sequence[str]
) -> list[PaintPlan]:  # fmt: skip
    """Ideas that were not `seen`, in a worker."""
    streams = [f"reroll-{number}" for number in range(operation.count)]
    return ideas_planned(workshop, brief, operation.seed or 0, streams, seen=seen)


async def _drafts(
    plans: Sequence[PaintPlan], brief: Brief, base: Version, bench: Bench[Workshop],
    relettered: Relettered,
) -> Made:  # fmt: skip
    pace = Pace(bench, [steps_of(plan) for plan in plans])
    # ids are given in order, whichever picture is ready first
    ids = [bench.new_id() for _ in plans]

    async def finished(number: int, plan: PaintPlan, art: PaintedArt) -> tuple[Draft, bytes]:
        made = await bench.do(repainted, brief, base, plan, art, relettered, ids[number])
        return replace(made, original=art.content), made.preview

    drafts, treatments = await painted_side_by_side(plans, bench, pace, finished)
    return Made(drafts=tuple(drafts), treatments=treatments)


def repainted(
    workshop: Workshop, brief: Brief, base: Version, plan: PaintPlan, art: PaintedArt,
    relettered: Relettered, version: str,
) -> Draft:  # fmt: skip
    """The version with another picture, in a worker."""
    picture = open_kept(art.content)
    painted = art.art(picture, plan)
    pixels = shown(painted, picture, brief.format.preview_px)
    begun = replace(base.document, art=painted, maker=workshop.maker(PAINTER),
                    motifs=plan.prompt.motifs)  # fmt: skip
    document = relettered(workshop, base, plan, picture, begun, pixels)
    done = finish(workshop, document, pixels)
    return draft(workshop, brief, replace(document, layout=done.layout), pixels, done.picture,
                 version=version, raster=raster_png(pixels))  # fmt: skip


def relettered_in_place(
    workshop: Workshop, base: Version, plan: PaintPlan, picture: Picture, document: Document,
    pixels: Pixels,
) -> Document:  # fmt: skip
    """The lettering where it stands, without what only made it legible over the old picture."""
    return replace(document, layout=bare(document.layout, document.zones))


def relettered_anew(
    workshop: Workshop, base: Version, plan: PaintPlan, picture: Picture, document: Document,
    pixels: Pixels,
) -> Document:  # fmt: skip
    """The words where the new picture has room for them; what a person placed or chose stays.

    Raises:
        LetteringError: when the words cannot be set.
    """
    layout = document.layout
    if keeps_lettering(layout):
        return relettered_in_place(workshop, base, plan, picture, document, pixels)
    canvas = Canvas(rgb=picture.rgb, aspect=layout.aspect, finder=workshop.finder,
                    crop=plan.extent.crop)  # fmt: skip
    pairing = pairing_of(workshop, document.pairing)
    place = plan.zone.value if plan.zone else ""
    found = letterings(words_on(layout), canvas, [pairing], workshop.library, (), place)[0]
    touched = any(one.locked or one.chosen or one.role is Role.FREE for one in layout.blocks)
    made = (
        composed_like(layout, found.zones, pairing, workshop.library) if touched else found.layout
    )
    return replace(document, layout=made, zones=found.zones)
