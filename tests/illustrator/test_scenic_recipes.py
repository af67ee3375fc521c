from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.concept import Concept, Wishes
from pipeline.drawing.colour import contrast
from pipeline.illustrator import cast
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint
from pipeline.illustrator.scenery.prop import Place
from tests.look import scene_for

NAMES = ("landscape", "seascape", "noir", "double", "papercut")
every = pytest.mark.parametrize("name", NAMES)


def shown(prop, setting, icon=None):
    return Concept(name=prop or setting, gloss="", english=(), korean=(), scene=prop, icon=icon,
                   setting=setting)  # fmt: skip


def scene(name, *, composition=0, palette=0, aspect=2 / 3, concepts=(), seed=3, wishes=None):
    recipe = recipes()[name]
    return scene_for(recipe, recipe.compositions[composition], recipe.palettes[palette], aspect,
                     concepts, seed, wishes)  # fmt: skip


def art(name, height=150, **options):
    view = scene(name, **options)
    return paint(recipes()[name], view, round(height * view.aspect), height)


@every
def test_a_recipe_offers_four_moods_and_three_ideas(name):
    recipe = recipes()[name]
    assert len(recipe.palettes) >= 4
    assert {p.dark for p in recipe.palettes} == {True, False}
    assert len({c.name for c in recipe.compositions}) >= 3


@every
@pytest.mark.parametrize("aspect", [0.4, 1.0, 2.5])
def test_every_composition_paints_every_ratio(name, aspect):
    for index in range(len(recipes()[name].compositions)):
        picture = art(
            name, composition=index, aspect=aspect, concepts=(shown("castle", "mountains"),)
        )
        assert picture.std() > 8


@every
def test_the_same_seed_paints_the_same_bytes(name):
    options = {"concepts": (shown("tree", "field"),), "seed": 9}
    assert np.array_equal(art(name, **options), art(name, **options))


@every
def test_a_preview_is_the_print_made_smaller(name):
    concepts = (shown("house", "village"),)
    small, large = (art(name, height=h, concepts=concepts) for h in (600, 1200))
    both = [np.asarray(Image.fromarray(a).resize((100, 150), Image.Resampling.BOX), float)
            for a in (small, large)]  # fmt: skip
    assert np.abs(both[0] - both[1]).mean() < 2


@every
def test_without_any_concept_the_picture_still_shows_something(name):
    assert art(name).std() > 8


@every
def test_a_wish_for_no_people_changes_a_picture_that_has_one(name):
    concepts = (shown("woman", "sea" if name == "seascape" else "field"),)
    peopled = art(name, concepts=concepts)
    empty = art(name, concepts=concepts, wishes=Wishes(people=False))
    assert not np.array_equal(peopled, empty)


@every
def test_every_palette_has_an_ink_for_its_lettering_zone(name):
    recipe = recipes()[name]
    for index, palette in enumerate(recipe.palettes):
        view = scene(name, palette=index)
        pixels = paint(recipe, view, 200, 300)
        title = view.text[0]
        zone = pixels[round(title.top() * 0.2) : round(title.bottom() * 0.2),
                      round(title.left() * 0.2) : round(title.right() * 0.2)]  # fmt: skip
        ground = "#" + "".join(f"{round(v):02x}" for v in zone.reshape(-1, 3).mean(0))
        inks = recipe.compositions[0].arrange(2 / 3, palette).inks
        assert max(contrast(ink, ground) for ink in inks) >= 4.5, palette.name


def test_the_lead_is_the_best_concept_that_belongs_in_the_place():
    concepts = (shown("ship", "sea"), shown("castle", "mountains"))
    view = scene("landscape", concepts=concepts)
    assert cast.lead(view, {Place.LAND}).metres == 60
    assert cast.lead(view, {Place.WATER}).place is Place.WATER
    assert cast.lead(view, {Place.AIR}) is None


def test_nobody_is_cast_against_a_wish():
    view = scene("noir", concepts=(shown("woman", "city"),))
    assert cast.actor(view).person
    assert cast.actor(replace(view, wishes=Wishes(people=False)), "man") is None


def test_the_setting_is_the_first_that_a_recipe_knows():
    view = scene("landscape", concepts=(shown("ship", "sea"), shown(None, "desert")))
    assert cast.place_of(view, ("desert", "field"), "mountains") == "desert"
    assert cast.place_of(view, ("snow",), "mountains") == "mountains"
