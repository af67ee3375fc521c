"""Fork: a cover of one's own that begins with somebody's version."""

from pipeline.domain.forking import document_as_seen
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Draft
from pipeline.ports.bench import Bench
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import Workshop


async def fork(task: Task, bench: Bench[Workshop]) -> Made:
    """The same document, as far as it can be seen, with the same pictures, to the byte."""
    source = demand_base(task)
    await bench.tell(Step(done=0, total=1, doing=Doing.SAVING))
    raster = await bench.blob(source.raster)
    preview = await bench.blob(source.preview)
    copy = Draft(id=bench.new_id(), document=document_as_seen(source.document), report=source.report,
                 raster=raster, preview=preview)  # fmt: skip
    return Made(drafts=(copy,))
