"""Print: all files of a version for a printer and the shops."""

import asyncio

from pipeline.domain.format import PRINT_DPI
from pipeline.domain.operation import Print
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.prepress.placing import size_px
from pipeline.workshop.print_files import data_file, pdf_files, picture_files, shop_files
from pipeline.workshop.print_ready import ready
from pipeline.workshop.printing import Printing, bound
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
    about = Printing(version=have.version, brief=task.brief, order=operation, picture=have.picture)
    await bench.tell(Step(done=0, total=PARTS, doing=Doing.PRINTING))
    pdfs, pictures = await asyncio.gather(
        bench.do(pdf_files, about), bench.do(picture_files, about)
    )
    await bench.tell(Step(done=1, total=PARTS, doing=Doing.PRINTING))
    told, shop = await asyncio.gather(
        bench.do(data_file, about, pdfs[0]), bench.do(shop_files, about)
    )
    await bench.tell(Step(done=2, total=PARTS, doing=Doing.SAVING))
    return Made(drafts=have.drafts, files=(*pdfs, *pictures, told, *shop))
