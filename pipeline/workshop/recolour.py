"""Recolour: the same drawing in other colours, with its lettering where it is."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.brief import Brief
from pipeline.domain.errors import VersionError
from pipeline.domain.layout import Layout, Role, TextBlock, Trait
from pipeline.domain.operation import Recolour
from pipeline.domain.outcome import Made
from pipeline.domain.palette import Palette
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.drawing.recolour import AS_ASKED, distance, towards
from pipeline.ports.bench import Bench
from pipeline.stages.art import scene_of
from pipeline.stages.choose import nearest
from pipeline.stages.export import Option
from pipeline.stages.keeping import words_on
from pipeline.stages.plan import Plan
from pipeline.stages.produce import produced
from pipeline.workshop.drafting import draft_of
from pipeline.workshop.orders import order_of
from pipeline.workshop.task import Task, demand_base, demand_drawn
from pipeline.workshop.workshop import Workshop


async def recolour(operation: Recolour, task: Task, bench: Bench[Workshop]) -> Made:
    """The task's version in another palette; colours that a person gave to words are kept.

    Raises:
        VersionError: `art-not-drawn`; `palette-unknown` with those that the style has.
    """
    base = demand_base(task)
    demand_drawn(base)
    await bench.tell(Step(done=0, total=2, doing=Doing.DRAWING))
    option = await bench.do(recoloured, task.brief, base, operation)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), option.glance)
    return Made(drafts=(draft_of(option, bench),))


def recoloured(
    workshop: Workshop, brief: Brief, base: Version, operation: Recolour
) -> Option:  # fmt: skip
    """The version drawn again, in a worker."""
    art, document = demand_drawn(base), base.document
    recipe = workshop.catalogues.recipes[art.choice.recipe]
    palette = palette_of(operation, recipe.palettes, art.choice.palette)
    choice = replace(art.choice, palette=palette, pairing=document.pairing)
    composition = next(c for c in recipe.compositions if c.name == art.composition)
    aspect = document.layout.aspect
    zones = composition.arrange(aspect, palette)
    scene = scene_of(replace(art, choice=choice), aspect)
    layout = in_inks_of(zones, document.layout, document.zones)
    made = Plan(recipe=recipe, composition=composition, arrangement=zones, layout=layout,
                scene=scene)  # fmt: skip
    words = words_on(document.layout)
    order = order_of(workshop, brief, words, choice, art.wishes, stem="cover")
    return produced(order, made, workshop.library)


def palette_of(
    operation: Recolour, palettes: Sequence[Palette], now: Palette
) -> Palette:  # fmt: skip
    """The palette that is asked for: by name, towards colours, both, or the one after `now`.

    Raises:
        VersionError: `palette-unknown`.
    """
    names = [palette.name for palette in palettes]
    if operation.palette:
        if operation.palette not in names:
            raise VersionError("palette-unknown", value=operation.palette,
                               palettes=", ".join(names))  # fmt: skip
        named = palettes[names.index(operation.palette)]
        return towards(named, operation.colours) if operation.colours else named
    if operation.colours:
        return _in_colours(operation.colours, palettes, now)
    own = now.name.removesuffix(AS_ASKED)
    return palettes[(names.index(own) + 1) % len(palettes)] if own in names else palettes[0]


def _in_colours(
    wanted: tuple[str, ...], palettes: Sequence[Palette], now: Palette
) -> Palette:  # fmt: skip
    """The nearest palette, or where that is the one there is, it turned towards the colours."""
    best = nearest(palettes, wanted, lambda palette: distance(palette, wanted))
    if best.colours != now.colours:
        return best
    return towards(best, wanted)


def in_inks_of(zones: Arrangement, layout: Layout, before: Arrangement) -> Layout:
    """The layout in the inks of other zones: the best stays the best, the second the second.

    Tones and effects that were there for the old colours go.
    """
    blocks = tuple(_inked(block, zones, before) for block in layout.blocks)
    return replace(layout, blocks=blocks, tones=())


def _inked(block: TextBlock, zones: Arrangement, before: Arrangement) -> TextBlock:
    title = block.role is Role.TITLE
    olds, news = (
        (before.inks, zones.inks) if title else (before.small_inks, zones.small_inks)
    )  # fmt: skip
    place = olds.index(block.colour) if block.colour in olds else 0
    return replace(
        block,
        colour=block.colour if Trait.COLOUR in block.chosen else news[min(place, len(news) - 1)],
        effects=block.effects if Trait.EFFECTS in block.chosen else (),
    )
