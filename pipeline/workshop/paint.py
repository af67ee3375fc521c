"""Paint: a brief becomes options by the model, each lettered where its picture has room."""

from dataclasses import dataclass, replace

from pipeline.domain.brief import Brief
from pipeline.domain.fonts import Pairing
from pipeline.domain.operation import Paint
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.stages.export import Option
from pipeline.stages.letter import LetterOrder, produce_lettered
from pipeline.stages.open_picture import open_kept
from pipeline.stages.own_art import Canvas, in_turn, letterings
from pipeline.workshop.illustrate import with_sheet
from pipeline.workshop.imprinting import imprint_of_painting, words_of
from pipeline.workshop.paint_pace import Pace
from pipeline.workshop.paint_plan import PaintPlan, paint_plans
from pipeline.workshop.painting import PaintedArt, painted_side_by_side, steps_of
from pipeline.workshop.workshop import PAINTER, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintOrder:
    """An option of a brief: what is painted, and in which type it is lettered."""

    plan: PaintPlan
    pairing: Pairing
    stem: str


async def paint(operation: Paint, brief: Brief, bench: Bench[Workshop]) -> Made:
    """The options of a brief with their files; `for_print` also at 300 DPI.

    Raises:
        PaintError: when there is no model, or it cannot paint this.
        PictureError: when the picture to begin from cannot be used.
        GenreError: for a genre that does not exist.
        LetteringError: when the words cannot be set.
    """
    await bench.tell(Step(done=0, total=brief.options + 2, doing=Doing.READING))
    picture = await bench.blob(operation.picture) if operation.picture else None
    orders = await bench.do(paint_orders, brief, operation, picture)
    pace = Pace(bench, [steps_of(order.plan) for order in orders])

    async def finish(number: int, _plan: PaintPlan, art: PaintedArt) -> tuple[Option, bytes]:
        option = await bench.do(lettered_painting, brief, operation, orders[number], art)
        return replace(option, original=art.content), option.glance

    plans = [order.plan for order in orders]
    options, treatments = await painted_side_by_side(plans, bench, pace, finish)
    made = await with_sheet(options, brief, operation.seed, bench)
    return replace(made, treatments=treatments)


def paint_orders(
    workshop: Workshop, brief: Brief, operation: Paint, picture: bytes | None
) -> list[PaintOrder]:  # fmt: skip
    """What to paint and in what type to letter it, in a worker: one order an option."""
    plans = paint_plans(workshop, brief, operation, picture)
    fitting = workshop.pairings(brief.title, workshop.genre(brief))
    pairings = in_turn(fitting, brief.options, operation.seed)
    return [
        PaintOrder(plan=plan, pairing=pairing, stem=f"cover-{number}")
        for number, (plan, pairing) in enumerate(zip(plans, pairings, strict=True), 1)
    ]


def lettered_painting(
    workshop: Workshop, brief: Brief, operation: Paint, order: PaintOrder, art: PaintedArt
) -> Option:
    """One option, in a worker: the title stands where its picture was asked to leave room, if it did."""
    plan, picture = order.plan, open_kept(art.content)
    canvas = Canvas(rgb=picture.rgb, aspect=brief.format.aspect, finder=workshop.finder,
                    crop=plan.extent.crop)  # fmt: skip
    words, inks = words_of(brief), workshop.wished_inks(brief)
    place = plan.zone.value if plan.zone else ""
    found = letterings(words, canvas, [order.pairing], workshop.library, inks, place)[0]
    asked = LetterOrder(
        stem=order.stem, art=art.art(picture, plan), lettering=found, inks=inks,
        format=brief.format, maker=workshop.maker(PAINTER), for_print=operation.for_print,
        imprint=imprint_of_painting(workshop, brief, words, plan.prompt.motifs),
    )  # fmt: skip
    return produce_lettered(asked, picture, workshop.library)
