"""Print: all files of a version for a printer and the shops."""

import asyncio

from pipeline.domain.file import File
from pipeline.domain.operation import Print
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.workshop.print_aside import with_aside
from pipeline.workshop.print_files import data_file, pdf_files, picture_files, shop_files
from pipeline.workshop.print_ready import ready
from pipeline.workshop.print_sheet import LaidSheet, laid_sheet
from pipeline.workshop.printing import Printing, bound_for
from pipeline.workshop.scratch import scratch_beside
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import Workshop

PARTS = 3


async def print_cover(operation: Print, task: Task, bench: Bench[Workshop]) -> Made:
    """The full cover as PDF with a proof, its pictures for shops, and all that as data.

    Their names begin with the id of the version that they show: the one that was made for them, where
    its picture was too small, or was painted on.

    Raises:
        PrintError: for what a printer does not make (any more); `print-room` for too many words.
        PictureError, UpscaleError: when its picture cannot be read or enlarged.
    """
    to = await bench.do(bound_for, operation, task.brief, demand_base(task))
    have = await ready(operation, task, bench)
    have, aside = await with_aside(operation, task, have, to.wrap, bench)
    about = Printing(version=have.version, brief=task.brief, order=operation, picture=have.picture,
                     aside=aside)  # fmt: skip
    await bench.tell(Step(done=0, total=PARTS, doing=Doing.PRINTING))
    async with scratch_beside() as folder:
        sheet, shop = await asyncio.gather(
            bench.do(laid_sheet, about, folder), bench.do(shop_files, about)
        )
        await bench.tell(Step(done=1, total=PARTS, doing=Doing.PRINTING))
        (pdfs, told), pictures = await asyncio.gather(
            _judged(about, sheet, bench), bench.do(picture_files, about, sheet)
        )
    await bench.tell(Step(done=2, total=PARTS, doing=Doing.SAVING))
    return Made(drafts=have.drafts, files=(*pdfs, *pictures, told, *shop),
                treatments=aside.treatments)  # fmt: skip


async def _judged(
    about: Printing, sheet: LaidSheet, bench: Bench[Workshop]
) -> tuple[tuple[File, ...], File]:
    """The PDF files, and the cover as data with the preflight of the first."""
    pdfs = await bench.do(pdf_files, about, sheet)
    return pdfs, await bench.do(data_file, about, pdfs[0])
