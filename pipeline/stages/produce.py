"""One option from its choice to its files, in one call that a worker process can run."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.format import Format
from pipeline.domain.layout import Layout
from pipeline.domain.words import CoverWords
from pipeline.illustrator.painter import paint
from pipeline.illustrator.recipe import Recipe
from pipeline.stages.export import (
    Edition,
    Option,
    document,
    examined,
    preview_files,
    print_files,
    proof_of,
)
from pipeline.stages.imprint import Imprint
from pipeline.stages.plan import Plan, plan
from pipeline.typography.library import FaceLibrary
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to make: one choice for one book in one format.

    `imprint` is the metadata of every file; `for_print` asks for the files at 300 DPI as well.
    """

    number: int
    choice: Choice
    words: CoverWords
    wishes: Wishes
    format: Format
    imprint: Imprint
    for_print: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """Art, lettering that can be read on it, and both together."""

    plan: Plan
    art: Pixels
    layout: Layout
    picture: Pixels


def draw(order: Order, recipes: Mapping[str, Recipe], library: FaceLibrary) -> Cover:
    """The cover at preview size.

    Raises:
        LetteringError: when the words cannot be set.
    """
    made = plan(order.choice, order.words, order.format.aspect, wishes=order.wishes,
                recipes=recipes, library=library)  # fmt: skip
    art = paint(made.recipe, made.scene, *order.format.preview_px)
    zones = made.arrangement
    layout = repair(made.layout, art, library, zones.inks, zones.small_inks)
    return Cover(made, art, layout, render_over(art, layout, library))


def reletter(
    order: Order, cover: Cover, recipes: Mapping[str, Recipe], library: FaceLibrary
) -> Cover:
    """The same art and composition with the words of `order`; colours stay where they can be read.

    Raises:
        LetteringError: when the words cannot be set.
    """
    choice = replace(order.choice, compositions=(cover.plan.composition.name,))
    made = plan(choice, order.words, order.format.aspect, wishes=order.wishes, recipes=recipes,
                library=library)  # fmt: skip
    inks = made.arrangement.inks
    layout = repair(_looking_like(made.layout, cover.layout), cover.art, library, inks, inks)
    return Cover(made, cover.art, layout, render_over(cover.art, layout, library))


def _looking_like(layout: Layout, old: Layout) -> Layout:
    """`layout` in the colours and with the effects and tones that `old` has for each role."""
    looks = {block.role: block for block in old.blocks}
    blocks = tuple(
        replace(block, colour=looks[block.role].colour, effects=looks[block.role].effects)
        if block.role in looks
        else block
        for block in layout.blocks
    )
    return replace(layout, blocks=blocks, tones=old.tones)


def produce(order: Order, recipes: Mapping[str, Recipe], library: FaceLibrary) -> Option:
    """Draws, checks and encodes one option.

    Raises:
        LetteringError: when the words cannot be set.
    """
    cover = draw(order, recipes, library)
    edition = Edition(number=order.number, format=order.format, imprint=order.imprint)
    files = preview_files(edition, cover.picture)
    if order.for_print:
        # passed on at once: a name for it here would keep a whole page in memory
        files += print_files(edition, _printed(order, cover), cover.layout, library)
    report = examined(edition, cover.layout, cover.art, cover.picture, files, library)
    files.append(document(edition, cover.layout, _came_from(order, cover)))
    return Option(
        number=order.number, choice=order.choice, composition=cover.plan.composition.name,
        layout=cover.layout, report=report, alt_text=order.imprint.description,
        motifs=order.imprint.keywords, files=tuple(files), proof=proof_of(cover.picture),
    )  # fmt: skip


def _printed(order: Order, cover: Cover) -> Pixels:
    """The same art drawn again at 300 DPI."""
    return paint(cover.plan.recipe, cover.plan.scene, *order.format.print_px())


def _came_from(order: Order, cover: Cover) -> dict[str, object]:
    choice = asdict(order.choice) | {"concepts": [c.name for c in order.choice.concepts]}
    return {"choice": choice | {"composition": cover.plan.composition.name}}
