"""A cover's picture continued to the left by the model, for spine and back.

It is painted strip by strip, each with the one before it in view, loses its lettering as every painting
does, and is enlarged like the front. The front itself is not touched. Whatever fails, the cover is printed:
its picture then goes out of focus on the back, and its owner is told.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pipeline.domain.art import Aside
from pipeline.domain.errors import ModelError, PaintError, UpscaleError, WorkError
from pipeline.domain.outcome import Treatment
from pipeline.domain.painting import (
    Extension,
    Painting,
    PaintRecord,
    PaintRequest,
    PaintStep,
)
from pipeline.domain.step import Doing, Step
from pipeline.domain.upscaling import Upscaled
from pipeline.ports.bench import Bench
from pipeline.stages.crop import cut
from pipeline.stages.extending import Strip, joined, window_of
from pipeline.stages.open_picture import open_kept
from pipeline.stages.widening import apart
from pipeline.workshop.enlarging import WHOLE, Wanted, enlarged
from pipeline.workshop.outpaint_plan import OutpaintPlan
from pipeline.workshop.paint_plan import png
from pipeline.workshop.unlettering import unlettered
from pipeline.workshop.workshop import Workshop

TOLD = 40
"""Besides previews, progress is told at most so many times."""
MOST_APART = 32.0
"""A strip whose tones are farther than so many levels of 255 from what it goes on from is another picture."""
APART = "apart"
"""The fault of a picture from which nothing that was painted went on."""
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outpainted:
    """What was painted left of a picture, just now or before, and its file; None: nothing was.

    `treatments` tell whoever runs the place what was taken out of it just now. `fault` is the code of
    the error for which there is none, or `APART`.
    """

    aside: Aside | None = None
    content: bytes | None = field(default=None, repr=False)
    treatments: tuple[Treatment, ...] = ()
    fault: str = ""


NOTHING = Outpainted()


async def outpainted(
    plan: OutpaintPlan, art_upscaled: Upscaled | None, bench: Bench[Workshop],
    clock: Clock = time.monotonic,
) -> Outpainted:  # fmt: skip
    """A picture continued as planned; it fails for nothing that the model, the upscaler or a worker cannot do.

    It is enlarged with the weights of the picture itself, where that was (`art_upscaled`).

    Raises:
        Stopped: between two steps, when nobody wants it any more.
    """
    try:
        content, extensions = await _painted(plan, _Progress(plan, bench, clock), bench)
        clean = await unlettered(content, WHOLE, _painting(plan, extensions), bench)
        weights = art_upscaled.weights if art_upscaled else None
        large = await enlarged(clean.content or content, Wanted(weights=weights), bench)
    except (PaintError, ModelError, UpscaleError, WorkError) as error:
        return Outpainted(fault=error.code)
    except _NothingFits:
        return Outpainted(fault=APART)
    aside = Aside(sha256=hashlib.sha256(large.content).hexdigest(), width_px=large.width_px, height_px=large.height_px,
                  extensions=extensions, erasures=clean.erasures, upscaled=large.upscaled)  # fmt: skip
    return Outpainted(aside=aside, content=large.content, treatments=clean.treatments)


async def _painted(
    plan: OutpaintPlan, progress: "_Progress", bench: Bench[Workshop]
) -> tuple[bytes, tuple[Extension, ...]]:
    """Strip after strip, from the picture to the left.

    Raises:
        PaintError: when one cannot be painted.
        _NothingFits: when none goes on from what is there.
    """
    await progress.begun()
    content, extensions = plan.begun, list[Extension]()
    for number, strip in enumerate(plan.extent.strips):
        asked = await bench.do(strip_asked, plan, number, content)
        request, record, content = await _strip(plan, number, asked, content, progress, bench)
        extensions.append(_extension(request, strip, record))
    return await bench.do(only_new, plan, content), tuple(extensions)


async def _strip(
    plan: OutpaintPlan, number: int, asked: PaintRequest, content: bytes, progress: "_Progress",
    bench: Bench[Workshop],
) -> tuple[PaintRequest, PaintRecord, bytes]:  # fmt: skip
    """The whole with a strip; another seed is tried where one goes on from nothing, or is held back."""

    async def watch(step: PaintStep) -> None:
        await progress.stepped(number, step)

    held_back: PaintError | None = None
    for seed in plan.seeds[number]:
        request = replace(asked, seed=seed)
        try:
            picture = await bench.paint(request, watch)
        except PaintError as error:
            if error.code != "paint-unsafe":
                raise
            held_back = error
            continue
        made = await bench.do(strip_joined, plan.extent.strips[number], content, picture.content)
        if made is not None:
            return request, picture.record, made
    raise held_back or _NothingFits


def strip_asked(
    workshop: Workshop, plan: OutpaintPlan, number: int, content: bytes
) -> PaintRequest:
    """What is asked for to paint a strip, in a worker."""
    strip = plan.extent.strips[number]
    source, mask = window_of(open_kept(content).rgb, strip)
    return replace(plan.request, width=strip.window.width, height=strip.window.height, source=source,
                   mask=mask)  # fmt: skip


def strip_joined(
    workshop: Workshop, strip: Strip, content: bytes, painted: bytes
) -> bytes | None:  # fmt: skip
    """The whole with a strip that was painted, in a worker; None where that does not go on from it."""
    whole, window = open_kept(content).rgb, open_kept(painted).rgb
    return None if apart(whole, strip, window) > MOST_APART else png(joined(whole, strip, window))


def only_new(workshop: Workshop, plan: OutpaintPlan, content: bytes) -> bytes:
    """The whole without the picture that was there before, in a worker."""
    extent = plan.extent
    return png(cut(open_kept(content).rgb, extent.crop, (extent.core.x, extent.height)))


def _extension(request: PaintRequest, strip: Strip, record: PaintRecord) -> Extension:
    window = strip.window
    return Extension(prompt=request.prompt, seed=request.seed, x=window.x, y=window.y,
                     width=window.width, height=window.height, record=record)  # fmt: skip


def _painting(plan: OutpaintPlan, extensions: tuple[Extension, ...]) -> Painting:
    """How the new part was painted, for whatever paints over it."""
    asked = plan.request
    return Painting(
        prompt=asked.prompt, negative=asked.negative, seed=plan.seed, manner=asked.manner,
        width=plan.extent.core.x, height=plan.extent.height, adapters=asked.adapters,
        record=extensions[0].record, extensions=extensions,
    )  # fmt: skip


class _NothingFits(Exception):  # noqa: N818 - never leaves this module
    """All tries were other pictures."""


class _Progress:
    """How far all strips are together, with the seconds that are left by the pace so far."""

    def __init__(self, plan: OutpaintPlan, bench: Bench[Workshop], clock: Clock) -> None:
        self._bench = bench
        self._clock = clock
        self._each = plan.steps
        self._total = plan.steps * len(plan.extent.strips)
        self._told = 0
        self._since = 0.0

    async def begun(self) -> None:
        """Everything is planned, and painting begins."""
        self._since = self._clock()
        await self._bench.tell(Step(done=0, total=self._total, doing=Doing.PAINTING))

    async def stepped(self, number: int, step: PaintStep) -> None:
        """Strip `number` is at `step`; nothing is told backwards when one is tried again."""
        done = int(self._each * (number + step.done / max(1, step.total)))
        due = done - self._told >= max(1, self._total / TOLD)
        if not due and (step.preview is None or done < self._told):
            return
        self._told = done
        left_s = (self._clock() - self._since) / done * (self._total - done) if done else None
        told = Step(done=done, total=self._total, doing=Doing.PAINTING, left_s=left_s)
        await self._bench.tell(told, step.preview)
