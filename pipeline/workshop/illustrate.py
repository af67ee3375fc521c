"""Illustrate: a brief becomes options, drawn side by side, and a sheet with all of them."""

from collections.abc import Awaitable, Callable

from pipeline.domain.brief import Brief
from pipeline.domain.brief_file import NAME, brief_text
from pipeline.domain.file import File
from pipeline.domain.operation import Illustrate
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.stages.export import Option
from pipeline.workshop.drafting import draft_of, draw
from pipeline.workshop.orders import orders
from pipeline.workshop.sheet import Exhibited, options_sheet
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.workshop import Workshop


async def illustrate(operation: Illustrate, brief: Brief, bench: Bench[Workshop]) -> Made:
    """The options of a brief with their files; `for_print` also at 300 DPI.

    Raises:
        GenreError, StyleError: for a genre or style that does not exist.
        LetteringError: when the words cannot be set.
    """
    total = brief.options + 2
    await bench.tell(Step(done=0, total=total, doing=Doing.READING))
    planned = await bench.do(orders, brief, operation.seed, for_print=operation.for_print)
    await bench.tell(Step(done=1, total=total, doing=Doing.DRAWING))
    parts = (bench.do(draw, order) for order in planned)
    options = await side_by_side(parts, shower(len(planned), bench))
    return await with_sheet(options, brief, operation.seed, bench)


def shower(
    count: int, bench: Bench[Workshop]
) -> Callable[[Option, int], Awaitable[None]]:  # fmt: skip
    """Tells of each of `count` options as it becomes ready."""

    async def show(option: Option, done: int) -> None:
        doing = Doing.DRAWING if done < count else Doing.SHEET
        await bench.tell(Step(done=done + 1, total=count + 2, doing=doing), option.glance)

    return show


async def with_sheet(
    options: list[Option], brief: Brief, seed: int, bench: Bench[Workshop]
) -> Made:  # fmt: skip
    """The options as drafts, their files, and the sheet with all of them."""
    shown = [Exhibited(document=one.document, proof=one.proof) for one in options]
    sheet = await bench.do(options_sheet, brief, shown, seed)
    return Made(
        drafts=tuple(draft_of(option, bench) for option in options),
        files=(sheet, _brief_file(brief, seed), *(file for one in options for file in one.files)),
    )


def _brief_file(brief: Brief, seed: int) -> File:
    """The brief with its seed; it has no picture, and so no size."""
    return File(name=NAME, width_px=0, height_px=0, content=brief_text(brief, seed).encode())
