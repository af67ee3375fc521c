"""Pictures painted side by side after their plans, and each continued where its plan says so."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pipeline.domain.art import Painted
from pipeline.domain.errors import PaintError
from pipeline.domain.lettering import Erasure
from pipeline.domain.outcome import Treatment
from pipeline.domain.painting import Extension, PaintedPicture, Painting, PaintRequest, PaintStep
from pipeline.domain.picture import Origin
from pipeline.ports.bench import Bench
from pipeline.ports.painter import Watch
from pipeline.stages.extending import STRENGTH, Strip, joined, laid_out, window_of
from pipeline.stages.open_picture import Picture, open_kept
from pipeline.workshop.paint_pace import Pace
from pipeline.workshop.paint_plan import PaintPlan, png
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.unlettering import unlettered
from pipeline.workshop.workshop import Workshop

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedArt:
    """A finished picture as a PNG file, and how it came to be.

    `erasures` tell what was taken out of it after it was painted, `treatments` the same for whoever
    runs the place.
    """

    content: bytes = field(repr=False)
    painting: Painting
    erasures: tuple[Erasure, ...] = ()
    treatments: tuple[Treatment, ...] = ()

    def art(self, picture: Picture, plan: PaintPlan) -> Painted:
        """It as the art of a version; `picture` is the file, opened."""
        height, width = picture.rgb.shape[:2]
        return Painted(
            origin=Origin(sha256=picture.sha256, kind=picture.kind, width_px=width,
                          height_px=height, crop=plan.extent.crop),
            painting=self.painting, retouches=self.erasures,
        )  # fmt: skip


def steps_of(plan: PaintPlan) -> int:
    """About how many denoising steps a plan takes, all its parts together."""
    steps, strength = plan.request.manner.steps, plan.request.strength
    first = round(steps * strength) if plan.request.source else steps
    return max(1, first) + len(plan.extent.strips) * max(1, round(steps * STRENGTH))


async def painted_side_by_side(
    plans: Sequence[PaintPlan], bench: Bench[Workshop], pace: Pace,
    finish: Callable[[int, PaintPlan, PaintedArt], Awaitable[tuple[T, bytes]]],
) -> tuple[list[T], tuple[Treatment, ...]]:  # fmt: skip
    """What `finish` makes of every picture, in the plans' order; with each it gives a small picture.

    Before that lettering in a picture is erased; the other value tells of it.

    Raises:
        PaintError: when one cannot be painted; the others are ended.
    """
    await pace.begun()

    async def one(number: int, plan: PaintPlan) -> tuple[T, tuple[Treatment, ...]]:
        art = await _unlettered(plan, await _painted(number, plan, bench, pace), bench)
        made, glance = await finish(number, plan, art)
        await pace.lettered(number, glance)
        return made, art.treatments

    async def ready(_made: object, _done: int) -> None:
        """Told already, as soon as it was."""

    done = await side_by_side((one(i, plan) for i, plan in enumerate(plans)), ready)
    return [made for made, _ in done], tuple(told for _, many in done for told in many)


async def _unlettered(plan: PaintPlan, art: PaintedArt, bench: Bench[Workshop]) -> PaintedArt:
    done = await unlettered(art.content, plan.extent.crop, art.painting, bench)
    return replace(art, content=done.content or art.content, erasures=done.erasures,
                   treatments=done.treatments)  # fmt: skip


async def _painted(number: int, plan: PaintPlan, bench: Bench[Workshop], pace: Pace) -> PaintedArt:
    strips = len(plan.extent.strips)
    part = max(1, round(plan.request.manner.steps * STRENGTH)) if strips else 0
    first = steps_of(plan) - strips * part

    def watch(before: int, of: int) -> Watch:
        async def told(step: PaintStep) -> None:
            await pace.stepped(number, before, of, step)

        return told

    request, picture = await _safely(plan, bench, watch(0, first))
    painting = _painting(plan, request, picture)
    if not strips:
        return PaintedArt(content=picture.content, painting=painting)
    content = await bench.do(spread, plan, picture.content)
    for index, strip in enumerate(plan.extent.strips):
        asked = await bench.do(continuing, plan, index, content)
        more = await bench.paint(asked, watch(first + index * part, part))
        content = await bench.do(continued, strip, content, more.content)
        painting = replace(painting, extensions=(*painting.extensions, _extension(asked, strip, more)))  # fmt: skip
    return PaintedArt(content=content, painting=painting)


async def _safely(
    plan: PaintPlan, bench: Bench[Workshop], watch: Watch
) -> tuple[PaintRequest, PaintedPicture]:
    """The picture, with another seed where the safety check holds one back; often it was mistaken."""
    request = plan.request
    for seed in plan.spare:
        try:
            return request, await bench.paint(request, watch)
        except PaintError as error:
            if error.code != "paint-unsafe":
                raise
        request = replace(plan.request, seed=seed)
    return request, await bench.paint(request, watch)


def spread(workshop: Workshop, plan: PaintPlan, content: bytes) -> bytes:
    """A picture laid out in the whole that it is continued to, in a worker."""
    return png(laid_out(open_kept(content).rgb, plan.extent))


def continuing(workshop: Workshop, plan: PaintPlan, index: int, content: bytes) -> PaintRequest:
    """What is asked for to continue a picture by a strip of its plan, in a worker."""
    strip = plan.extent.strips[index]
    source, mask = window_of(open_kept(content).rgb, strip)
    return replace(plan.request, prompt=plan.prompt.around, width=strip.window.width,
                   height=strip.window.height, seed=plan.strip_seeds[index], source=source,
                   mask=mask, strength=STRENGTH)  # fmt: skip


def continued(workshop: Workshop, strip: Strip, content: bytes, painted: bytes) -> bytes:
    """A picture with a strip that was painted, in a worker."""
    return png(joined(open_kept(content).rgb, strip, open_kept(painted).rgb))


def _painting(plan: PaintPlan, request: PaintRequest, picture: PaintedPicture) -> Painting:
    begun = bool(request.source)
    return Painting(
        prompt=request.prompt, negative=request.negative, seed=request.seed,
        manner=request.manner, width=request.width, height=request.height,
        adapters=request.adapters, source=plan.source,
        strength=request.strength if begun else 1.0, record=picture.record,
        understood=plan.prompt.understood, left_out=plan.prompt.left_out,
    )  # fmt: skip


def _extension(request: PaintRequest, strip: Strip, picture: PaintedPicture) -> Extension:
    window = strip.window
    return Extension(prompt=request.prompt, seed=request.seed, x=window.x, y=window.y,
                     width=window.width, height=window.height, record=picture.record)  # fmt: skip
