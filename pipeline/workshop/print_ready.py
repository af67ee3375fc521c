"""A version that is large enough for print: as it is, drawn anew at any size, or enlarged first."""

from dataclasses import dataclass, field, replace

from pipeline.domain.art import Drawn
from pipeline.domain.brief import Brief
from pipeline.domain.operation import Export, Print
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Draft, Version
from pipeline.ports.bench import Bench
from pipeline.stages.enlarged_before import large_enough
from pipeline.stages.print_size import wanted_px, weights_of
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


async def ready(operation: Export | Print, task: Task, bench: Bench[Workshop]) -> Ready:
    """The task's version, large enough for what is ordered of it.

    Raises:
        FormatError, PrintError: for a format or a printer that does not exist any more.
        UpscaleError: when it has to be enlarged and cannot be.
        Stopped: between two tiles, when nobody wants it any more.
    """
    base = demand_base(task)
    if isinstance(base.document.art, Drawn):
        return Ready(version=base, picture=None)
    size_px = await bench.do(_size_px, operation, task.brief)
    weights = weights_of(operation)
    if large := large_enough(base, task.others, size_px, weights):
        return Ready(version=large[0], picture=await bench.blob(large[1].origin.sha256))
    made = await enlarged_draft(task, size_px, weights, bench)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), made=made)
    larger = replace(base, id=made.id, parent=base.id, document=made.document, report=made.report)
    return Ready(version=larger, picture=made.original, drafts=(made,))


def _size_px(workshop: Workshop, operation: Export | Print, brief: Brief) -> tuple[int, int]:
    catalogues = workshop.catalogues
    return wanted_px(operation, brief.format, catalogues.printers, catalogues.formats)
