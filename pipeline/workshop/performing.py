"""Performing a task: which operation is done where."""

from pipeline.domain.operation import (
    Compare,
    EditText,
    EraseText,
    Export,
    FindText,
    Fork,
    Illustrate,
    Letter,
    MoveText,
    Paint,
    Print,
    Recolour,
    ReplaceText,
    Reroll,
    Restyle,
    Sample,
    Upscale,
    Vary,
)
from pipeline.domain.outcome import Made
from pipeline.ports.bench import Bench
from pipeline.workshop.compare import compare
from pipeline.workshop.edit_text import edit_text
from pipeline.workshop.erase_text import erase_text
from pipeline.workshop.export import export
from pipeline.workshop.find_text import find_text
from pipeline.workshop.fork import fork
from pipeline.workshop.illustrate import illustrate
from pipeline.workshop.letter import letter
from pipeline.workshop.move_text import move_text
from pipeline.workshop.paint import paint
from pipeline.workshop.print_cover import print_cover
from pipeline.workshop.recolour import recolour
from pipeline.workshop.replace_text import replace_text
from pipeline.workshop.reroll import reroll
from pipeline.workshop.restyle import restyle
from pipeline.workshop.sample import sample
from pipeline.workshop.task import Task
from pipeline.workshop.upscale import upscale
from pipeline.workshop.vary import vary
from pipeline.workshop.workshop import Workshop


async def perform(task: Task, bench: Bench[Workshop]) -> Made:  # noqa: C901, PLR0911, PLR0912 - one case for each operation
    """Do what a task asks for; the same task makes the same bytes.

    Raises:
        ArtiCoverError: when it cannot be done.
        Stopped: when nobody wants it any more.
    """
    match task.operation:
        case Illustrate() as operation:
            return await illustrate(operation, task.brief, bench)
        case Letter() as operation:
            return await letter(operation, task.brief, bench)
        case Paint() as operation:
            return await paint(operation, task.brief, bench)
        case Vary() as operation:
            return await vary(operation, task, bench)
        case Reroll() as operation:
            return await reroll(operation, task, bench)
        case Recolour() as operation:
            return await recolour(operation, task, bench)
        case EditText():
            return await edit_text(task, bench)
        case MoveText():
            return await move_text(task, bench)
        case Restyle():
            return await restyle(task, bench)
        case Fork():
            return await fork(task, bench)
        case Compare() as operation:
            return await compare(operation, task, bench)
        case Sample() as operation:
            return await sample(operation, task, bench)
        case FindText():
            return await find_text(task, bench)
        case EraseText() as operation:
            return await erase_text(operation, task, bench)
        case ReplaceText() as operation:
            return await replace_text(operation, task, bench)
        case (Upscale() | Export() | Print()) as operation:
            return await _perform_for_print(operation, task, bench)


async def _perform_for_print(
    operation: Upscale | Export | Print, task: Task, bench: Bench[Workshop]
) -> Made:
    match operation:
        case Upscale():
            return await upscale(operation, task, bench)
        case Export():
            return await export(operation, task, bench)
        case Print():
            return await print_cover(operation, task, bench)
