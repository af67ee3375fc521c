"""Reroll: another idea for the same brief."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.art import Painted
from pipeline.domain.brief import Brief
from pipeline.domain.operation import Reroll
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.ports.bench import Bench
from pipeline.stages.choose import choose
from pipeline.stages.keeping import words_on
from pipeline.stages.produce import Order
from pipeline.workshop.drafting import drawn_side_by_side
from pipeline.workshop.orders import orders_like, seen_of, theme_of
from pipeline.workshop.repaint import reroll_painting
from pipeline.workshop.task import Task, demand_base, demand_drawn
from pipeline.workshop.workshop import Workshop


async def reroll(operation: Reroll, task: Task, bench: Bench[Workshop]) -> Made:
    """`count` versions in styles, or painted ideas, that the cover does not show yet, as far as there are any.

    They have the words that the task's version has now.

    Raises:
        VersionError: `art-not-drawn`.
        PaintError: when another picture cannot be painted.
        GenreError, StyleError: for a genre or style of the brief that does not exist.
        LetteringError: when the words cannot be set.
    """
    base = demand_base(task)
    if isinstance(base.document.art, Painted):
        return await reroll_painting(operation, task, bench)
    demand_drawn(base)
    await bench.tell(Step(done=0, total=operation.count + 1, doing=Doing.READING))
    known = {version.id: version for version in (base, *task.others)}
    planned = await bench.do(ideas, task.brief, base, tuple(known.values()), operation)
    return await drawn_side_by_side(planned, bench)


def ideas(
    workshop: Workshop, brief: Brief, base: Version, known: Sequence[Version], operation: Reroll
) -> list[Order]:  # fmt: skip
    """The orders of an operation, in a worker."""
    document = base.document
    theme = theme_of(workshop, brief, words_on(document.layout).title or brief.title)
    seen = seen_of([version.document.art for version in known])
    choices = choose(theme, workshop.recipes(brief), operation.count, operation.seed or 0, seen)
    if document.pairing != demand_drawn(base).choice.pairing:
        # a person picked these typefaces
        choices = [replace(choice, pairing=document.pairing) for choice in choices]
    return orders_like(workshop, brief, document.layout, choices, theme.wishes)
