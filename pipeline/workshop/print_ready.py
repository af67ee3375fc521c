"""A version that is large enough for print: as it is, drawn anew at any size, or enlarged first."""

from dataclasses import dataclass, field, replace

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.foreseeing import is_enough
from pipeline.domain.step import Doing, Step
from pipeline.domain.upscaling import Weights
from pipeline.domain.version import Draft, Version
from pipeline.ports.bench import Bench
from pipeline.stages.enlarged_before import enlarged_before
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.upscale import enlarged_draft
from pipeline.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The `version` that is printed, and the `picture` that its art is cut from; None: it is drawn.

    `drafts` has that version where it was made just now, so that nobody waits for it twice.
    """

    version: Version
    picture: bytes | None = field(repr=False)
    drafts: tuple[Draft, ...] = ()


async def ready(
    task: Task, wanted_px: tuple[int, int], weights: Weights | None, bench: Bench[Workshop]
) -> Ready:  # fmt: skip
    """The task's version for a print of `wanted_px` (width, height).

    Raises:
        UpscaleError: when it has to be enlarged and cannot be.
        Stopped: between two tiles, when nobody wants it any more.
    """
    base = demand_base(task)
    match base.document.art:
        case Drawn():
            return Ready(version=base, picture=None)
        case (Brought() | Painted()) as art:
            if art.upscaled is not None or is_enough(art, wanted_px):
                return Ready(version=base, picture=await bench.blob(art.origin.sha256))
            if kept := enlarged_before(base, task.others, wanted_px, weights):
                return Ready(version=kept[0], picture=await bench.blob(kept[1].origin.sha256))
            made = await enlarged_draft(task, wanted_px, weights, bench)
            await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), made=made)
            larger = replace(base, id=made.id, parent=base.id, document=made.document,
                             report=made.report)  # fmt: skip
            return Ready(version=larger, picture=made.original, drafts=(made,))
