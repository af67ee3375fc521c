"""Print: all files of a version for a printer and the shops."""

import asyncio

from pipeline.domain.art import Drawn
from pipeline.domain.format import PRINT_DPI
from pipeline.domain.operation import Print
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.prepress.placing import size_px
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.workshop.outpaint_plan import outpaint_plan
from pipeline.workshop.outpainting import NOTHING, Outpainted, outpainted
from pipeline.workshop.print_files import data_file, pdf_files, picture_files, shop_files
from pipeline.workshop.print_ready import Ready, ready
from pipeline.workshop.printing import Bound, Printing, bound
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop

PARTS = 3


async def print_cover(operation: Print, task: Task, bench: Bench[Workshop]) -> Made:
    """The full cover as PDF with a proof, its pictures for shops, and all that as data.

    Their names begin with the id of the version that they show: the one that was enlarged for
    them, where it was too small.

    Raises:
        PrintError: for what a printer does not make (any more); `print-room` for too many words.
        PictureError, UpscaleError: when its picture cannot be read or enlarged.
    """
    to = await bench.do(bound, operation)
    have = await ready(task, size_px(to.wrap.front, PRINT_DPI), operation.weights, bench)
    aside = await _aside(operation, task, have, to, bench)
    about = Printing(version=have.version, brief=task.brief, order=operation, picture=have.picture,
                     aside=aside)  # fmt: skip
    await bench.tell(Step(done=0, total=PARTS, doing=Doing.PRINTING))
    pdfs, pictures = await asyncio.gather(
        bench.do(pdf_files, about), bench.do(picture_files, about)
    )
    await bench.tell(Step(done=1, total=PARTS, doing=Doing.PRINTING))
    told, shop = await asyncio.gather(
        bench.do(data_file, about, pdfs[0]), bench.do(shop_files, about)
    )
    await bench.tell(Step(done=2, total=PARTS, doing=Doing.SAVING))
    return Made(drafts=have.drafts, files=(*pdfs, *pictures, told, *shop),
                treatments=aside.treatments)  # fmt: skip


async def _aside(
    operation: Print, task: Task, have: Ready, to: Bound, bench: Bench[Workshop]
) -> Outpainted:  # fmt: skip
    """The picture continued for spine and back, where it is one and a model paints."""
    art = have.version.document.art
    if not operation.outpaint or have.picture is None or isinstance(art, Drawn):
        return NOTHING
    sheet = SheetPlan(wrap=to.wrap, dpi=PRINT_DPI)
    plan = await bench.do(outpaint_plan, task.brief, have.version.document, have.picture, sheet)
    return NOTHING if plan is None else await outpainted(plan, art.upscaled, bench)
