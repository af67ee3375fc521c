"""What a recipe says that it can show, every composition with room for it does show."""

from dataclasses import replace

import pytest

from config.concepts import load_concepts
from pipeline.illustrator.catalogue import recipes
from tests.look import scene_for

SCENIC = [recipe.name for recipe in recipes().values() if recipe.sights]
ELSEWHERE = {"birds", "skyline", "castle"}
"""What the sky and the city bring themselves, and what each world builds in its own way."""


def unseen(recipe, composition):
    """The concepts that a composition claims and whose prop does not stand in it."""
    empty = scene_for(recipe, composition, recipe.palettes[0], 2 / 3, (), 3)
    for concept in {(one.scene, one.setting): one for one in load_concepts()}.values():
        claimed = recipe.can_show(concept) and composition.has_room_for(concept)
        itself = concept.place or concept.name in (*recipe.shows, *composition.about)
        if claimed and not itself and concept.scene not in ELSEWHERE:
            scene = replace(empty, concepts=(concept,))
            if concept.scene not in {prop.name for prop in recipe.sights(scene)}:
                yield concept.name


@pytest.mark.parametrize("name", SCENIC)
def test_a_thing_that_a_recipe_claims_stands_in_all_its_pictures(name):
    recipe = recipes()[name]
    missing = {one.name: list(unseen(recipe, one)) for one in recipe.compositions}
    assert not any(missing.values()), missing
