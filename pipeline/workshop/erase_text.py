"""EraseText: lettering taken out of a version's picture."""

from pipeline.domain.errors import RetouchError
from pipeline.domain.lettering import Polygon
from pipeline.domain.operation import EraseText
from pipeline.domain.outcome import Made, Treatment
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.ports.bench import Bench
from pipeline.stages.find_lettering import find_lettering
from pipeline.workshop.clearing import cleared
from pipeline.workshop.retouching import retouched
from pipeline.workshop.task import Task, demand_base, demand_pixels
from pipeline.workshop.workshop import Workshop


async def erase_text(operation: EraseText, task: Task, bench: Bench[Workshop]) -> Made:
    """The version without the lettering in the operation's areas, or without all that is found.

    Raises:
        RetouchError: `retouch-drawn`; `retouch-nothing`; what the detectors raise.
    """
    base = demand_base(task)
    art = demand_pixels(base)
    await bench.tell(Step(done=0, total=3, doing=Doing.FINDING))
    areas = operation.areas or await bench.do(areas_of, base)
    if not areas:
        raise RetouchError("retouch-nothing")
    original = await bench.blob(art.origin.sha256)
    await bench.tell(Step(done=1, total=3, doing=Doing.ERASING))
    done = await bench.do(cleared, original, art.origin.crop, areas, operation.seed or 0)
    await bench.tell(Step(done=2, total=3, doing=Doing.LETTERING))
    made = await bench.do(retouched, task.brief, base, done.content, done.erasure, bench.new_id())
    erasure = done.erasure
    treatment = Treatment(eraser=erasure.eraser, erased=erasure.erased, left=erasure.left)
    return Made(drafts=(made,), treatments=(treatment,))


def areas_of(workshop: Workshop, base: Version) -> tuple[Polygon, ...]:
    """Where lettering is found in a version's art, just as `FindText` finds it, in a worker."""
    art = workshop.arts.pixels(base.raster)
    found = find_lettering(art, workshop.retoucher.detector, None)
    return tuple(line.polygon for line in found.lines)
