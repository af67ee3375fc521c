"""Promises that every recipe keeps."""

import functools

import numpy as np
import pytest
from PIL import Image

from config.concepts import load_concepts
from config.genres import load_genres
from config.styles import load_styles
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint
from pipeline.stages.plan import plan
from tests.real import library, orders

EVERY = tuple(recipes())


@functools.cache
def scene_of(name: str, form: str = "6x9"):
    order = next(order for order in orders(form) if order.choice.recipe == name)
    return plan(order.choice, order.words, order.format.aspect, wishes=order.wishes,
                recipes=recipes(), library=library())  # fmt: skip


@pytest.mark.parametrize("name", EVERY)
def test_a_recipe_has_four_palettes_and_three_compositions(name: str):
    recipe = recipes()[name]
    assert len({palette.name for palette in recipe.palettes}) >= 4
    assert len({composition.name for composition in recipe.compositions}) >= 3


@pytest.mark.parametrize("name", EVERY)
def test_the_genres_of_a_recipe_are_in_the_catalogue(name: str):
    assert set(recipes()[name].genres) <= {genre.name for genre in load_genres()}


@pytest.mark.parametrize("name", EVERY)
def test_what_a_composition_is_about_can_be_found_in_a_brief(name: str):
    found = {genre.name for genre in load_genres()}
    for concept in load_concepts():
        found |= {concept.name, concept.setting}
    for composition in recipes()[name].compositions:
        assert set(composition.about) <= found, composition.name


def test_every_recipe_is_a_style_that_can_be_asked_for():
    assert {style.name for style in load_styles()} == set(recipes())


@pytest.mark.parametrize("name", EVERY)
def test_the_same_seed_paints_the_same_bytes(name: str):
    made = scene_of(name)
    assert np.array_equal(*(paint(made.recipe, made.scene, 256, 384) for _ in range(2)))


@pytest.mark.parametrize("name", EVERY)
def test_preview_and_print_are_the_same_picture(name: str):
    """Mean difference at most 2 of 255 once the print is scaled down to the preview."""
    made = scene_of(name)
    preview = paint(made.recipe, made.scene, 1024, 1536)
    large = Image.fromarray(paint(made.recipe, made.scene, 1800, 2700))
    small = np.asarray(large.resize((1024, 1536), Image.Resampling.BOX), np.int16)
    assert np.abs(small - preview).mean() <= 2.0


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("form", ["1:2.5", "2.5:1"])
def test_the_most_extreme_ratios_can_be_painted(name: str, form: str):
    made = scene_of(name, form)
    width, height = (160, 400) if form == "1:2.5" else (400, 160)
    art = paint(made.recipe, made.scene, width, height)
    assert art.std() > 3


@pytest.mark.parametrize("name", EVERY)
def test_what_a_recipe_says_it_draws_is_in_the_catalogue_of_concepts(name: str):
    assert recipes()[name].shows <= {concept.name for concept in load_concepts()}


def test_a_landscape_does_not_claim_a_motif_that_it_cannot_draw():
    bee = next(concept for concept in load_concepts() if concept.name == "bee")
    assert recipes()["landscape"].shown((bee,)) == ()
    assert recipes()["lino"].shown((bee,)) == (bee,)
