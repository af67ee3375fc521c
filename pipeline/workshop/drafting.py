"""Finished options as drafts of versions."""

from collections.abc import Sequence

from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Draft
from pipeline.ports.bench import Bench
from pipeline.stages.export import Option
from pipeline.stages.produce import Order, produce
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.workshop import Workshop


def draw(workshop: Workshop, order: Order) -> Option:
    """One option, in a worker.

    Raises:
        LetteringError: when the words cannot be set.
    """
    return produce(order, workshop.catalogues.recipes, workshop.library)


def draft_of(option: Option, bench: Bench[Workshop]) -> Draft:
    """An option as a version that nobody has stored yet."""
    return Draft(id=bench.new_id(), document=option.document, report=option.report,
                 raster=option.raster, preview=option.preview, original=option.original)  # fmt: skip


async def drawn_side_by_side(orders: Sequence[Order], bench: Bench[Workshop]) -> Made:
    """Every order drawn, each shown as soon as it is ready; versions, and no files."""
    total = len(orders) + 1
    await bench.tell(Step(done=1, total=total, doing=Doing.DRAWING))

    async def ready(option: Option, done: int) -> None:
        doing = Doing.DRAWING if done < len(orders) else Doing.SAVING
        await bench.tell(Step(done=done + 1, total=total, doing=doing), option.glance)

    options = await side_by_side((bench.do(draw, order) for order in orders), ready)
    return Made(drafts=tuple(draft_of(option, bench) for option in options))
