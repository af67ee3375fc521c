"""EraseText: lettering taken out of a version's picture."""

from dataclasses import dataclass

from pipeline.domain.art import Brought, Painted
from pipeline.domain.errors import RetouchError
from pipeline.domain.lettering import Eraser, Polygon
from pipeline.domain.operation import EraseText
from pipeline.domain.outcome import Made, Treatment
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.ports.bench import Bench
from pipeline.stages.find_lettering import find_lettering
from pipeline.workshop.clearing import Cleared, cleared
from pipeline.workshop.erase_plan import Ground
from pipeline.workshop.painting_over import painted_over
from pipeline.workshop.retouching import retouched
from pipeline.workshop.task import Task, demand_base, demand_pixels
from pipeline.workshop.workshop import Workshop

TICKS = 20
"""So many parts of the work painting counts as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Where lettering is to be erased, and what fills its place here."""

    areas: tuple[Polygon, ...]
    eraser: Eraser


async def erase_text(operation: EraseText, task: Task, bench: Bench[Workshop]) -> Made:
    """The version without the lettering in the operation's areas, or without all that is found.

    Raises:
        RetouchError: `retouch-drawn`; `retouch-nothing`; what the detectors raise.
    """
    base = demand_base(task)
    art = demand_pixels(base)
    await bench.tell(Step(done=0, total=3, doing=Doing.FINDING))
    asked = await bench.do(asked_for, base, operation)
    done, parts = await _erased(art, asked, operation.seed or 0, bench)
    await bench.tell(Step(done=parts + 2, total=parts + 3, doing=Doing.LETTERING))
    made = await bench.do(retouched, task.brief, base, done.content, done.erasure, bench.new_id())
    erasure = done.erasure
    treatment = Treatment(eraser=erasure.eraser, erased=erasure.erased, left=erasure.left)
    return Made(drafts=(made,), treatments=(treatment,))


def asked_for(workshop: Workshop, base: Version, operation: EraseText) -> Asked:
    """What is to be erased: what was picked, or all that `FindText` would find, in a worker.

    Raises:
        RetouchError: `retouch-nothing`; what the detector raises.
    """
    tools, areas = workshop.retoucher, operation.areas
    if not areas:
        found = find_lettering(workshop.arts.pixels(base.raster), tools.detector, None)
        areas = tuple(line.polygon for line in found.lines)
    if not areas:
        raise RetouchError("retouch-nothing")
    return Asked(areas=areas, eraser=tools.eraser)


async def _erased(
    art: Brought | Painted, asked: Asked, seed: int, bench: Bench[Workshop]
) -> tuple[Cleared, int]:
    """The picture without the lettering, and how many parts of the work that was besides one."""
    parts = TICKS if asked.eraser is Eraser.PAINTER else 0
    original, crop = await bench.blob(art.origin.sha256), art.origin.crop
    await bench.tell(Step(done=1, total=parts + 3, doing=Doing.ERASING))
    first = await bench.do(cleared, original, crop, asked.areas, seed)
    if not parts:
        return first, parts
    told = 0

    async def reached(share: float) -> None:
        nonlocal told
        if int(share * parts) > told:
            told = int(share * parts)
            await bench.tell(Step(done=1 + told, total=parts + 3, doing=Doing.ERASING))

    painting = art.painting if isinstance(art, Painted) else None
    ground = Ground(content=original, crop=crop, first=first, painting=painting, seed=seed)
    return await painted_over(ground, bench, reached), parts
