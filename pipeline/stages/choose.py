"""Which recipes, motifs, palettes and pairings the options of one brief get.

Options of one brief differ in idea, not only in colour: a recipe is not used twice while others
remain, the lead motif moves on, and the palettes alternate between moods.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from pipeline.domain.art import Drawn
from pipeline.domain.choice import Choice
from pipeline.domain.concept import Concept, Wishes
from pipeline.domain.fonts import Pairing
from pipeline.domain.palette import Palette
from pipeline.drawing.colour import to_oklab
from pipeline.drawing.recolour import AS_ASKED, distance, towards
from pipeline.illustrator.recipe import Recipe

ABSENT = 0.2
"""The affinity of a recipe for a genre that it does not name."""
AKIN = 0.85
"""What a recipe's affinity for a genre akin to the book's is worth."""
EMBLEM = 0.75
"""What an emblem is worth beside a picture that is drawn."""
SPREAD = 0.32
"""How far chance may move a recipe: small enough that a poor match never beats a good one."""
CHANCES = (-2.0, 3.5)
"""Chance goes no further, or it would now and then beat what the book is about."""
MOOD = 0.5
"""What a picture of none of the motifs is worth beside those that show one."""
ANOTHER, NOTHING = 0.2, 0.08
"""What it is worth to the first option to show another motif than the first, and none of them."""
AGAIN = 0.75
"""What a motif is worth that led an option before: the first leads two before a weaker one does."""
OWN_COLOURS = 0.9
"""What it is worth to a palette to be about the lead motif; a wish for dark or light is worth more."""
FAR = 0.14
"""From this distance on, no palette has the wanted colours and one is turned towards them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a brief is about: its genre, its motifs with scores (best first, 0 to 1), wishes.

    `akin` are genres whose manners suit as well, if less; `pairings` best first, and `serifs`
    says of their title faces which have serifs.
    """

    genre: str
    akin: tuple[str, ...] = ()
    motifs: tuple[tuple[Concept, float], ...]
    wishes: Wishes
    pairings: tuple[Pairing, ...]
    serifs: Mapping[str, bool]
    dark: bool | None = None


@dataclass(slots=True)
class _Used:
    """What earlier options took, so that later ones differ."""

    recipes: list[str] = field(default_factory=list)
    emblems: int = 0
    moods: int = 0
    leads: list[str] = field(default_factory=list)
    dark: list[bool] = field(default_factory=list)
    pairings: list[str] = field(default_factory=list)
    openings: list[tuple[str, str]] = field(default_factory=list)

    def take(self, choice: Choice, recipe: Recipe) -> None:
        """Note all that a choice of `recipe` takes."""
        self.recipes.append(recipe.name)
        self.emblems += recipe.needs_icon
        self.moods += not recipe.shown(choice.concepts)
        self.leads.extend(concept.name for concept in choice.concepts[:1])
        self.dark.append(choice.palette.dark)
        self.pairings.append(choice.pairing)
        self.openings.extend((recipe.name, name) for name in choice.compositions[:1])


def choose(
    theme: Theme, recipes: Sequence[Recipe], options: int, seed: int, seen: Sequence[Drawn] = ()
) -> list[Choice]:  # fmt: skip
    """`options` (1 to 8) different ideas, best first; the same seed gives the same ideas.

    What was `seen` before counts as taken: ideas differ from it as far as the recipes allow.
    """
    used = _used(seen, {recipe.name: recipe for recipe in recipes})
    return [_option(theme, recipes, used, seed, index) for index in range(options)]


def _used(seen: Sequence[Drawn], recipes: Mapping[str, Recipe]) -> _Used:
    used = _Used()
    for art in seen:
        if art.choice.recipe in recipes:
            opened = replace(art.choice, compositions=(art.composition,))
            used.take(opened, recipes[art.choice.recipe])
    return used


def _option(theme: Theme, recipes: Sequence[Recipe], used: _Used, seed: int, index: int) -> Choice:
    rng = np.random.default_rng((seed, index))
    chances = np.clip(rng.gumbel(size=len(recipes)), *CHANCES) * SPREAD
    scores = [
        math.log(_suits(theme, recipe) * _fresh(theme, recipe, used) + 1e-9) + chance
        for recipe, chance in zip(recipes, chances, strict=True)
    ]
    recipe = recipes[int(np.argmax(scores))]
    concepts = _concepts(theme, recipe, used)
    palette = _palette(theme, recipe, concepts, used, rng)
    pairing = _pairing(theme, recipe, used, rng)
    order = _order(theme, recipe, concepts, used, rng)
    choice = Choice(
        recipe=recipe.name, compositions=order, palette=palette, pairing=pairing,
        concepts=concepts, seed=int(rng.integers(2**31)),
    )  # fmt: skip
    used.take(choice, recipe)
    return choice


def _order(
    theme: Theme, recipe: Recipe, concepts: tuple[Concept, ...], used: _Used,
    rng: np.random.Generator,
) -> tuple[str, ...]:  # fmt: skip
    """All compositions by name: those that can show the lead, then unused ones, then those that suit.

    Those about nothing in particular come before those about something else.
    """
    subjects = {theme.genre, *(concept.name for concept, _ in theme.motifs)}
    subjects.update(concept.setting for concept, _ in theme.motifs if concept.setting)
    shuffled = [recipe.compositions[i] for i in rng.permutation(len(recipe.compositions))]
    shuffled.sort(key=lambda composition: (
        not all(composition.has_room_for(concept) for concept in concepts[:1]),
        used.openings.count((recipe.name, composition.name)),
        subjects.isdisjoint(composition.about), bool(composition.about),
    ))  # fmt: skip
    return tuple(composition.name for composition in shuffled)


def _fresh(theme: Theme, recipe: Recipe, used: _Used) -> float:
    """1 for a new idea; less for one more of a kind, almost nothing for the same again.

    The first option is about the book: a picture that shows none of its motifs has to wait, and so
    has one that shows others than the first.
    """
    again = float(0.02 ** used.recipes.count(recipe.name))
    again *= 0.5**used.emblems if recipe.needs_icon else 1.0
    able = [recipe.can_show(concept) for concept, _ in theme.motifs]
    if not used.recipes:
        return again * (1.0 if all(able[:1]) else ANOTHER if any(able) else NOTHING)
    mood = bool(able) and not any(able) and not recipe.needs_icon
    return again * (MOOD * 0.5**used.moods if mood else 1.0)


def _suits(theme: Theme, recipe: Recipe) -> float:
    """How well a recipe serves genre, motifs and wishes, 0 to about 1."""
    score = _affinity(theme, recipe) * _shows(theme, recipe)
    if theme.wishes.minimal:
        score *= recipe.minimal
    dark = _wanted_darkness(theme)
    if dark is not None and all(palette.dark is not dark for palette in recipe.palettes):
        score *= 0.1
    return score


def _affinity(theme: Theme, recipe: Recipe) -> float:
    """How well a recipe suits the genre, 0 to 1: as it says, or by a genre akin to it."""
    by_kin = (AKIN * recipe.genres.get(genre, 0.0) for genre in theme.akin)
    return recipe.genres.get(theme.genre, max(ABSENT, *by_kin, ABSENT))


def _shows(theme: Theme, recipe: Recipe) -> float:
    """How much of the book a recipe can show: its best drawable motif, or what it says alone."""
    drawable = [score for concept, score in theme.motifs if recipe.can_show(concept)]
    if recipe.needs_icon:
        return EMBLEM * max(drawable, default=0.05)
    alone = recipe.alone
    if not theme.motifs:
        # nothing fitting makes an abstract cover, not one that shows a wrong place
        alone = 0.1 * alone if recipe.settings else 0.5 + alone / 2
    return max([alone, *drawable])


def _concepts(theme: Theme, recipe: Recipe, used: _Used) -> tuple[Concept, ...]:
    """The motifs this recipe can show, an unused lead in front unless it is much weaker.

    A recipe that can show none of them still gets them all: a mood may follow from them.
    """
    able = [(c, s) for c, s in theme.motifs if recipe.can_show(c)]
    if not able and not recipe.needs_icon:
        able = list(theme.motifs)
    if not theme.wishes.people:
        able = [(c, s) for c, s in able if not c.person]
    if not able:
        return ()
    lead = max(able, key=lambda pair: pair[1] * AGAIN ** used.leads.count(pair[0].name))[0]
    return (lead, *(concept for concept, _ in able if concept is not lead))


def _palette(
    theme: Theme, recipe: Recipe, concepts: tuple[Concept, ...], used: _Used,
    rng: np.random.Generator,
) -> Palette:  # fmt: skip
    """The palette nearest to the wanted colours, or one of a mood not yet used."""
    wanted = theme.wishes.colours
    if wanted:
        dark = _wanted_darkness(theme)
        # a little chance, so that four options in blue are not four times the same blue
        chances = {palette.name: 0.08 * rng.random() for palette in recipe.palettes}

        def cost(own: Palette) -> float:
            clash = 0.3 if dark not in {None, own.dark} else 0.0
            return distance(own, wanted) + clash + chances[own.name.removesuffix(AS_ASKED)]

        return nearest(recipe.palettes, wanted, cost)
    dark = theme.wishes.dark if theme.wishes.dark is not None else theme.dark
    moods = [
        (1.2 if dark is not None and palette.dark == dark else 0.0)
        - 0.5 * used.dark.count(palette.dark)
        + _fitness(palette, recipe, concepts)
        + rng.gumbel() * 0.5
        for palette in recipe.palettes
    ]
    if theme.wishes.dark is not None and any(p.dark == dark for p in recipe.palettes):
        moods = [m if p.dark == dark else -math.inf
                 for m, p in zip(moods, recipe.palettes, strict=True)]  # fmt: skip
    return recipe.palettes[int(np.argmax(moods))]


def nearest(
    palettes: Sequence[Palette], wanted: tuple[str, ...], cost: Callable[[Palette], float]
) -> Palette:  # fmt: skip
    """The palette that costs least if it has the wanted colours, else one turned towards them."""
    best = min(palettes, key=cost)
    if distance(best, wanted) < FAR:
        return best
    return min((towards(palette, wanted) for palette in palettes), key=cost)


def _fitness(palette: Palette, recipe: Recipe, concepts: tuple[Concept, ...]) -> float:
    """How far a palette's own subject speaks for it: blossom is pink, and pink is no desert."""
    if _own_colours(palette, concepts[:1]):
        return OWN_COLOURS
    claimed = any(_own_colours(other, concepts[:1]) for other in recipe.palettes)
    other_subject = -OWN_COLOURS / 2 if claimed and palette.about else 0.0
    return other_subject + (OWN_COLOURS / 2 if _own_colours(palette, concepts[1:3]) else 0.0)


def _own_colours(palette: Palette, concepts: tuple[Concept, ...]) -> bool:
    """Whether a palette is about one of `concepts`, by name or by the place it belongs to."""
    return any(c.name in palette.about or c.setting in palette.about for c in concepts)


def _wanted_darkness(theme: Theme) -> bool | None:
    """Whether the author wants a dark cover or a light one, in words or by the wanted colours."""
    wanted = theme.wishes.colours
    if theme.wishes.dark is not None or not wanted:
        return theme.wishes.dark
    lightness = sum(to_oklab(colour)[0] for colour in wanted) / len(wanted)
    return True if lightness < 0.4 else False if lightness > 0.8 else None


def _pairing(theme: Theme, recipe: Recipe, used: _Used, rng: np.random.Generator) -> str:
    """One of the genre's pairings; the earlier in the list the likelier, repeats last."""
    ranks = [
        -0.45 * place
        - 2.0 * used.pairings.count(pairing.name)
        - (1.5 if recipe.serif and not theme.serifs[pairing.title.face] else 0.0)
        + rng.gumbel() * 0.5
        for place, pairing in enumerate(theme.pairings)
    ]
    return theme.pairings[int(np.argmax(ranks))].name
