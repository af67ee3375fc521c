"""From a choice to a plan: the lettering is set first, and the subject gets what remains."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import skia

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.layout import Layout, Role
from pipeline.domain.words import CoverWords
from pipeline.drawing.page import page
from pipeline.illustrator.painter import free_rectangle
from pipeline.illustrator.recipe import Composition, Recipe, Scene, to_units
from pipeline.stages.keeping import composed_like, keeps_lettering, taken
from pipeline.typography.composing import compose
from pipeline.typography.library import FaceLibrary

AIR = 18.0
"""Units kept free around lettering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One option before it is drawn: everything that the picture depends on."""

    recipe: Recipe
    composition: Composition
    arrangement: Arrangement
    layout: Layout
    scene: Scene


@dataclass(frozen=True, slots=True)
class _Try:
    """The words set in one composition."""

    composition: Composition
    arrangement: Arrangement
    layout: Layout


def plan(
    choice: Choice, words: CoverWords, aspect: float, *, wishes: Wishes,
    recipes: Mapping[str, Recipe], library: FaceLibrary, base: Layout | None = None,
) -> Plan:  # fmt: skip
    """The first of the choice's compositions in which the title stands large enough.

    With a `base` its words are set instead, and what a person did to its lettering is kept.

    Raises:
        LetteringError: when the words fit into no composition.
        KeyError: for a recipe, composition or pairing that does not exist.
    """
    recipe = recipes[choice.recipe]
    pairing = library.catalogue.pairing(choice.pairing)

    def lettered(arrangement: Arrangement) -> Layout:
        if base is None:
            return compose(words, arrangement, pairing, library, aspect)
        return composed_like(base, arrangement, pairing, library)

    title = words.title if base is None or not keeps_lettering(base) else None
    enough = 0.0 if title is None else min(0.75 * pairing.largest, large_enough(title))
    found = _roomiest(choice, recipe, aspect, lettered, enough)
    width, height = page(aspect)
    text = tuple(_with_air(to_units(box, width, height)) for box in taken(found.layout))
    scene = Scene(
        width=width, height=height, text=text, focus=free_rectangle(width, height, text),
        palette=choice.palette, composition=found.composition.name, concepts=choice.concepts,
        wishes=wishes, seed=choice.seed,
    )  # fmt: skip
    return Plan(recipe=recipe, composition=found.composition, arrangement=found.arrangement,
                layout=found.layout, scene=scene)  # fmt: skip


def _roomiest(
    choice: Choice, recipe: Recipe, aspect: float, lettered: Callable[[Arrangement], Layout],
    enough: float,
) -> _Try:  # fmt: skip
    """The first composition with a title of at least `enough`, else the one with the largest."""
    by_name = {composition.name: composition for composition in recipe.compositions}
    tries: list[_Try] = []
    for name in choice.compositions:
        arrangement = by_name[name].arrange(aspect, choice.palette)
        tries.append(_Try(by_name[name], arrangement, lettered(arrangement)))
        if title_size(tries[-1].layout) >= enough:
            return tries[-1]
    return max(tries, key=lambda one: title_size(one.layout))


def large_enough(title: str) -> float:
    """The em, in shares of the short side, from which no larger place is looked for.

    A short title that is not large looks lost, a long one cannot be large.
    """
    return max(0.06, 0.15 - 0.002 * len(title))


def title_size(layout: Layout) -> float:
    """The title's em as a fraction of the short side; 0 without a title."""
    title = layout.block(Role.TITLE)
    return title.size if title else 0.0


def _with_air(rect: skia.Rect) -> skia.Rect:
    return rect.makeOutset(AIR, AIR)
