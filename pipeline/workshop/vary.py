"""Vary: versions near another one: the same idea, palette and words, drawn with other seeds."""

from dataclasses import replace

from pipeline.domain.art import Drawn, Painted
from pipeline.domain.brief import Brief
from pipeline.domain.choice import Choice
from pipeline.domain.operation import Vary
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.illustrator.recipe import Composition, Recipe
from pipeline.ports.bench import Bench
from pipeline.stages.produce import Order
from pipeline.workshop.drafting import drawn_side_by_side
from pipeline.workshop.orders import child_rng, orders_like
from pipeline.workshop.repaint import vary_painting
from pipeline.workshop.task import Task, demand_base, demand_drawn
from pipeline.workshop.workshop import Workshop


async def vary(operation: Vary, task: Task, bench: Bench[Workshop]) -> Made:
    """`count` versions near the task's, in other compositions as far as there are any.

    What a person did to the lettering is kept; pictures that are drawn make room for it.

    Raises:
        VersionError: `art-not-drawn`.
        PaintError: when a picture that was painted cannot be painted again.
        LetteringError: when the words cannot be set.
    """
    base = demand_base(task)
    if isinstance(base.document.art, Painted):
        return await vary_painting(operation, task, base.document.art, bench)
    demand_drawn(base)
    await bench.tell(Step(done=0, total=operation.count + 1, doing=Doing.READING))
    planned = await bench.do(variations, task.brief, base, operation)
    return await drawn_side_by_side(planned, bench)


def variations(
    workshop: Workshop, brief: Brief, base: Version, operation: Vary
) -> list[Order]:  # fmt: skip
    """The orders of an operation, in a worker."""
    art, document = demand_drawn(base), base.document
    recipe = workshop.catalogues.recipes[art.choice.recipe]
    seed = operation.seed or 0
    order = _compositions(recipe, art, brief.genre, seed)
    choices = [
        _varied(replace(art.choice, pairing=document.pairing), order, seed, number)
        for number in range(operation.count)
    ]
    return orders_like(workshop, brief, document.layout, choices, art.wishes)


def _varied(choice: Choice, order: list[str], seed: int, number: int) -> Choice:
    turn = number % len(order)
    rng = child_rng(seed, f"vary-{number}")
    return replace(choice, compositions=(*order[turn:], *order[:turn]),
                   seed=int(rng.integers(2**31)))  # fmt: skip


def _compositions(recipe: Recipe, art: Drawn, genre: str, seed: int) -> list[str]:
    """All of them, mixed: those that suit the motifs, then the picture's own, then the rest."""
    concepts = art.choice.concepts
    subjects = {genre, *(c.name for c in concepts), *(c.setting for c in concepts if c.setting)}
    mixed = child_rng(seed, "vary-compositions").permutation(len(recipe.compositions))

    def rank(composition: Composition) -> int:
        if composition.name == art.composition:
            return 1
        suits = not composition.about or not subjects.isdisjoint(composition.about)
        return 0 if suits else 2

    return [c.name for c in sorted((recipe.compositions[i] for i in mixed), key=rank)]
