"""The picture of a printed version continued by the model for its spine and back, once and for all orders."""

from dataclasses import replace

from pipeline.domain.art import Aside, Brought, Drawn, Painted
from pipeline.domain.format import PRINT_DPI
from pipeline.domain.operation import Print
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Draft
from pipeline.domain.wrap import Wrap
from pipeline.ports.bench import Bench
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.workshop.outpaint_plan import missing_of, outpaint_plan
from pipeline.workshop.outpainting import NOTHING, Outpainted, outpainted
from pipeline.workshop.print_ready import Ready
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop

MIRRORED = 1 / 32
"""Of the height: for so little more than what was painted before, its end is mirrored."""


async def with_aside(
    operation: Print, task: Task, have: Ready, wrap: Wrap, bench: Bench[Workshop]
) -> tuple[Ready, Outpainted]:
    """What is printed, and what was painted left of its picture: by an earlier order, or now.

    What is painted now is kept with a version, as an enlarged picture is.
    """
    art = have.version.document.art
    if not operation.outpaint or have.picture is None or isinstance(art, Drawn):
        return have, NOTHING
    sheet = SheetPlan(wrap=wrap, dpi=PRINT_DPI)
    if kept := _painted_before(task, art, missing_of(art, sheet)):
        return have, Outpainted(aside=kept, content=await bench.blob(kept.sha256))
    plan = await bench.do(outpaint_plan, task.brief, have.version.document, have.picture, sheet)
    if plan is None:
        return have, NOTHING
    made = await outpainted(plan, art.upscaled, bench)
    return (await _kept(have, art, made, bench) if made.aside else have), made


def _painted_before(task: Task, art: Brought | Painted, missing: float) -> Aside | None:
    """What was painted left of this very picture for any version of the cover, where it is wide enough."""
    arts = (art, *(one.document.art for one in reversed(task.others)))
    asides = (one.aside for one in arts if not isinstance(one, Drawn) and one.origin == art.origin)
    return next((one for one in asides
                 if one and one.width_px / one.height_px >= missing - MIRRORED), None)  # fmt: skip


async def _kept(
    have: Ready, art: Brought | Painted, made: Outpainted, bench: Bench[Workshop]
) -> Ready:
    """Another version that looks the same, and has what was painted."""
    document = replace(have.version.document, art=replace(art, aside=made.aside))
    same = have.drafts[-1] if have.drafts else await _copy(have, bench)
    draft = replace(same, id=bench.new_id(), document=document, original=None, aside=made.content)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), made=draft)
    version = replace(have.version, id=draft.id, document=document)
    return replace(have, version=version, drafts=(*have.drafts, draft))


async def _copy(have: Ready, bench: Bench[Workshop]) -> Draft:
    version = have.version
    return Draft(id=version.id, document=version.document, report=version.report,
                 raster=await bench.blob(version.raster),
                 preview=await bench.blob(version.preview))  # fmt: skip
