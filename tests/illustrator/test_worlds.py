"""A book's own world: its towns, its weather, its people, its places."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from pipeline.domain.concept import Concept, Wishes
from pipeline.illustrator import cast
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint
from pipeline.illustrator.recipes.double import roomy
from pipeline.illustrator.recipes.papercut_sheets import hem
from pipeline.illustrator.scenery import terrain, towns
from pipeline.illustrator.scenery.props import VARIANTS, specimen
from tests.look import scene_for

LINE = np.column_stack([np.linspace(-4, 1004, 513), np.full(513, 600.0)])


def about(*names, setting=None, prop=None):
    return tuple(Concept(name=name, gloss="", english=(), korean=(), setting=setting, scene=prop)
                 for name in names)  # fmt: skip


def scene(*names, recipe="landscape", composition=0, palette=1, seed=3, wishes=None, **options):
    made = recipes()[recipe]
    return scene_for(made, made.compositions[composition], made.palettes[palette], 2 / 3,
                     about(*names, **options), seed, wishes)  # fmt: skip


@pytest.mark.parametrize(
    ("names", "kind"),
    [(("palace", "crown"), "hanok"), (("castle", "dragon"), "gables"), (("desert",), "domes"),
     (("city",), None), (("robot", "castle"), None)],
)  # fmt: skip
def test_a_town_is_built_as_its_world_builds(names, kind):
    assert cast.town(scene(*names)) == kind


def test_a_king_of_joseon_has_no_gothic_castle():
    names = (*about("palace"), *about("crown", prop="castle", setting="mountains"))
    lead = cast.lead(replace(scene(), concepts=names))
    assert lead is not None
    assert lead.metres == specimen("palace", 0).metres


def test_a_castle_in_the_desert_is_a_stronghold_and_no_house_of_prayer():
    names = (*about("desert"), *about("castle", prop="castle", setting="mountains"))
    lead = cast.lead(replace(scene(), concepts=names))
    assert lead is not None
    assert lead.name == "kasbah"


@pytest.mark.parametrize("kind", towns.TOWNS)
def test_every_town_stands_along_its_line_with_roofs_on_its_walls(kind):
    row = towns.town(np.random.default_rng(1), kind, LINE, 60, lit=1.0)
    body = row.body.computeTightBounds()
    assert body.left() < 40
    assert body.right() > 960
    assert body.top() < 600 < body.bottom()
    assert body.contains(row.roofs.computeTightBounds())
    assert not row.lights.isEmpty()


@pytest.mark.parametrize(
    ("name", "kind"), [("umbrella", "rain"), ("polar", "snow"), ("galaxy", "stars"), ("key", None)]
)
def test_weather_follows_the_subject(name, kind):
    assert cast.weather(scene(name)) == kind


def test_lovers_walk_in_pairs_and_nobody_walks_against_a_wish():
    lovers = cast.company(scene("love"), "garden")
    assert any(lovers is specimen("couple", variant) for variant in range(VARIANTS))
    assert cast.company(scene("love", wishes=Wishes(people=False)), "garden") is None


def test_most_places_are_empty_unless_the_book_speaks_of_somebody():
    met = [cast.company(scene("key", seed=seed), "mountains") for seed in range(60)]
    assert 4 <= sum(prop is not None for prop in met) <= 24


def test_the_ground_covers_the_feet_of_what_stands_on_it():
    line = terrain.seated(np.random.default_rng(2), LINE, 500, 150, 480)
    near = np.abs(line[:, 0] - 500) < 60
    assert (line[near, 1] < 480).mean() > 0.9
    assert line[near, 1].std() > 0.5
    assert line[0, 1] == pytest.approx(600)


@pytest.mark.parametrize("setting", ["space", "underwater", "garden", "interior", "shelf"])
def test_every_place_has_an_edge_of_its_own(setting):
    edge, wood = (
        hem(np.random.default_rng(4), 1000, 500, 90, place) for place in (setting, "forest")
    )
    assert bytes(edge.serialize()) != bytes(wood.serialize())
    assert edge.contains(500, 900)


def test_a_house_is_only_drawn_in_a_silhouette_with_room_for_it():
    disc = skia.Path()
    disc.addCircle(500, 500, 400)
    assert roomy(disc, skia.Rect.MakeLTRB(400, 450, 600, 600))
    assert not roomy(disc, skia.Rect.MakeLTRB(480, 560, 520, 600))
    assert not roomy(disc, skia.Rect.MakeLTRB(650, 450, 900, 600))


@pytest.mark.parametrize(
    ("composition", "name"), [(1, "harbour"), (1, "palace"), (2, "stairs"), (3, "forest")]
)
def test_noir_is_set_where_the_book_is(composition, name):
    views = [scene(who, recipe="noir", composition=composition) for who in (name, "grief")]
    one, other = (paint(recipes()["noir"], replace(view, seed=1), 100, 150) for view in views)
    assert np.abs(one.astype(int) - other).mean() > 3
