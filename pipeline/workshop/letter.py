"""Letter: a brief's words on a picture of the author's, each option with other type or place."""

from pipeline.domain.brief import Brief
from pipeline.domain.operation import Letter
from pipeline.domain.outcome import Made
from pipeline.domain.picture import LEAST_PX
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.stages.export import Option
from pipeline.stages.letter import LetterOrder, letter_orders, produce_lettered
from pipeline.stages.open_picture import open_kept
from pipeline.stages.own_art import Canvas, in_turn, letterings
from pipeline.workshop.illustrate import shower, with_sheet
from pipeline.workshop.imprinting import imprint_of_picture, words_of
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.workshop import AUTHOR, Workshop


async def letter(operation: Letter, brief: Brief, bench: Bench[Workshop]) -> Made:
    """The options of a brief over a picture with their files; `for_print` also at 300 DPI.

    Raises:
        PictureError: when the picture cannot be used.
        GenreError: for a genre that does not exist.
        LetteringError: when the words cannot be set.
    """
    total = brief.options + 2
    await bench.tell(Step(done=0, total=total, doing=Doing.READING))
    picture = await bench.blob(operation.picture)
    planned = await bench.do(lettering_orders, brief, picture, operation)
    await bench.tell(Step(done=1, total=total, doing=Doing.DRAWING))
    parts = (bench.do(lettered, order, picture) for order in planned)
    options = await side_by_side(parts, shower(len(planned), bench))
    return await with_sheet(options, brief, operation.seed, bench)


def lettering_orders(
    workshop: Workshop, brief: Brief, picture: bytes, operation: Letter
) -> list[LetterOrder]:  # fmt: skip
    """Where and in what type the words go, in a worker: one order an option."""
    genre = workshop.genre(brief)
    art = open_kept(picture, LEAST_PX)
    canvas = Canvas(rgb=art.rgb, aspect=brief.format.aspect, finder=workshop.finder)
    pairings = in_turn(workshop.pairings(brief.title, genre), brief.options, operation.seed)
    inks = workshop.wished_inks(brief)
    words = words_of(brief)
    found = letterings(words, canvas, pairings, workshop.library, inks)
    imprint = imprint_of_picture(workshop, brief, words)
    return letter_orders(brief, art, found, imprint, workshop.maker(AUTHOR), inks,
                         for_print=operation.for_print)  # fmt: skip


def lettered(workshop: Workshop, order: LetterOrder, picture: bytes) -> Option:
    """One option, in a worker, which opens the picture itself: as a file it travels light."""
    return produce_lettered(order, open_kept(picture, LEAST_PX), workshop.library)
