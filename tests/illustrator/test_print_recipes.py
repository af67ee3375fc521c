"""Foil, pattern, riso, lino and botanical covers keep the promises that make them fit to print."""

from dataclasses import replace

import numpy as np
import pytest
import skia
from PIL import Image

from config.concepts import load_concepts
from pipeline.domain.concept import Concept, Wishes
from pipeline.domain.layout import Material
from pipeline.drawing.colour import contrast
from pipeline.drawing.foil import RAMPS, foil_colour, nearest_tint
from pipeline.drawing.recolour import towards
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.flora.blossoms import sunflower
from pipeline.illustrator.flora.seasons import SEASONS
from pipeline.illustrator.flora.subjects import SEASON_OF, SUBJECTS, planted
from pipeline.illustrator.painter import paint
from pipeline.illustrator.recipes.foil import LEAST, STAMPS, tint_for
from pipeline.illustrator.recipes.pattern_grid import calm_fields, cells
from tests.look import scene_for
from tests.samples import concept

PRINTS = ("foil", "pattern", "riso", "lino", "botanical")
ASPECTS = (0.4, 0.667, 1.0, 1.6, 2.5)
KEY = (concept("key"), concept("raven"))


def scene(name, composition, aspect=2 / 3, seed=1, palette=0, concepts=KEY, **wishes):
    recipe = recipes()[name]
    which = recipe.compositions[composition]
    return scene_for(recipe, which, recipe.palettes[palette], aspect, concepts, seed,
                     Wishes(**wishes))  # fmt: skip


def every_scene(name, **options):
    for index, _ in enumerate(recipes()[name].compositions):
        for aspect in ASPECTS:
            yield scene(name, index, aspect, **options)


def art(name, which, height=384):
    return paint(recipes()[name], which, round(height * which.aspect), height).astype(float)


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_recipe_has_four_moods_and_three_ideas(name):
    recipe = recipes()[name]
    assert len({palette.colours for palette in recipe.palettes}) >= 4
    assert len({composition.name for composition in recipe.compositions}) >= 3
    zones = {composition.arrange(2 / 3, recipe.palettes[0]).title.centre
             for composition in recipe.compositions}  # fmt: skip
    assert len(zones) >= 3


@pytest.mark.parametrize("name", PRINTS)
def test_all_ratios_are_painted_without_leaving_lettering_zones_outside_the_cover(name):
    recipe = recipes()[name]
    for composition in recipe.compositions:
        for aspect in ASPECTS:
            zones = composition.arrange(aspect, recipe.palettes[0])
            for box in (zones.title, zones.author):
                assert box.x >= 0
                assert box.y >= 0
                assert box.right <= 1
                assert box.bottom <= 1
                assert min(box.w, box.h) > 0
    for which in every_scene(name):
        assert art(name, which, 160).std() > 3


@pytest.mark.parametrize("name", PRINTS)
def test_every_ink_can_be_read_on_the_ground(name):
    recipe = recipes()[name]
    for composition in recipe.compositions:
        for palette in recipe.palettes:
            zones = composition.arrange(2 / 3, palette)
            grounds = palette.colours[:2] if name in {"pattern", "riso"} else palette.colours[:1]
            best = max(contrast(zones.inks[0], ground) for ground in grounds)
            assert best >= 4.5, (composition.name, palette.name)


@pytest.mark.parametrize("name", PRINTS)
def test_the_same_seed_paints_the_same_bytes_and_another_seed_another_picture(name):
    first, again, other = (art(name, scene(name, 0, seed=s), 256) for s in (3, 3, 4))
    assert np.array_equal(first, again)
    assert np.abs(first - other).mean() > 0.3


@pytest.mark.parametrize("name", PRINTS)
def test_preview_and_print_are_the_same_picture(name):
    for index, _ in enumerate(recipes()[name].compositions):
        which = scene(name, index)
        small, large = art(name, which, 1152), art(name, which, 2304)
        shrunk = Image.fromarray(large.astype(np.uint8)).resize(
            (small.shape[1], small.shape[0]), Image.Resampling.BOX
        )
        assert np.abs(np.asarray(shrunk, float) - small).mean() < 2.0, which.composition


@pytest.mark.parametrize("name", [name for name in PRINTS if name != "botanical"])
def test_a_book_without_a_motif_gets_an_abstract_figure(name):
    with_icon, without = scene(name, 0), scene(name, 0, concepts=())
    iconless = (Concept(name="grief", gloss="", english=("grief",), korean=()),)
    assert np.abs(art(name, with_icon) - art(name, without)).mean() > 0.2
    assert np.array_equal(art(name, without), art(name, replace(without, concepts=iconless)))


@pytest.mark.parametrize("name", PRINTS)
def test_a_wish_for_few_elements_is_obeyed_with_less_detail(name):
    def detail(picture):
        return np.abs(np.diff(picture, axis=0)).mean() + np.abs(np.diff(picture, axis=1)).mean()

    busy = [detail(art(name, which)) for which in _upright(name)]
    calm = [detail(art(name, which)) for which in _upright(name, minimal=True)]
    assert sum(calm) < sum(busy)


def _upright(name, **wishes):
    return [scene(name, i, **wishes) for i, _ in enumerate(recipes()[name].compositions)]


def test_foil_contrasts_with_its_cloth_in_every_palette_and_in_every_wanted_colour():
    wanted = ("#f4e9d0", "#c9a227", "#1c3faa", "#7a1020", "#ffffff", "#111111")
    for palette in recipes()["foil"].palettes:
        for colours in (
            (),
            *((w,) for w in wanted),
            ("#1c3faa", "#c9a227"),
            ("#fff0d0", "#ffd700"),
        ):
            turned = towards(palette, colours)
            cloth, foil = turned.colours[0], foil_colour(tint_for(turned))
            assert contrast(cloth, foil) >= LEAST, (palette.name, colours)


def test_foil_lettering_is_of_the_metal_that_is_stamped():
    recipe = recipes()["foil"]
    for composition in recipe.compositions:
        for palette in recipe.palettes:
            zones = composition.arrange(2 / 3, palette)
            assert zones.material is Material.FOIL
            assert nearest_tint(zones.inks[0]) == tint_for(palette)


def test_every_foil_goes_from_dark_to_light():
    for tint, ramp in RAMPS.items():
        steps = [contrast(colour, "#000000") for colour in ramp]
        assert steps == sorted(steps), tint


@pytest.mark.parametrize("composition", ["medallion", "ornate", "scattered", "fan", "arch"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_is_stamped_where_lettering_goes(composition, aspect):
    names = [c.name for c in recipes()["foil"].compositions]
    which = scene("foil", names.index(composition), aspect)
    inked = stamped(STAMPS[composition](which), which)
    for text in which.text:
        left, top, right, bottom = (round(v / 5) for v in (
            text.left() + 6, text.top() + 6, text.right() - 6, text.bottom() - 6))  # fmt: skip
        assert not inked[top:bottom, left:right].any()


def stamped(area, which):
    surface = skia.Surface(round(which.width / 5), round(which.height / 5))
    canvas = surface.getCanvas()
    canvas.scale(0.2, 0.2)
    canvas.drawPath(area, skia.Paint(AntiAlias=True))
    return surface.makeImageSnapshot().toarray()[..., 3] > 100


@pytest.mark.parametrize("seed", range(12))
def test_exactly_one_motif_of_a_pattern_is_odd_and_it_is_whole_and_beside_the_lettering(seed):
    for which in every_scene("pattern", seed=seed):
        odd = [cell for cell in cells(which) if cell.odd]
        assert len(odd) == 1
        box = skia.Rect.MakeXYWH(odd[0].x - odd[0].reach, odd[0].y - odd[0].reach,
                                 2 * odd[0].reach, 2 * odd[0].reach)  # fmt: skip
        assert skia.Rect.MakeWH(which.width, which.height).contains(box)
        assert not any(skia.Rect.Intersects(box, text) for text in which.text)


def test_motifs_of_a_pattern_keep_off_the_lettering():
    for which in every_scene("pattern", seed=5):
        fields = calm_fields(which, 0)
        assert not any(field.contains(cell.x, cell.y) for cell in cells(which) for field in fields)


def test_plants_keep_off_the_lettering():
    for index, _ in enumerate(recipes()["botanical"].compositions):
        which = scene("botanical", index, palette=1)
        picture = art("botanical", which, 600)
        scale = 600 / which.height
        for text in which.text:
            left, top, right, bottom = (round(v * scale) for v in (
                text.left(), text.top(), text.right(), text.bottom()))  # fmt: skip
            field = picture[top:bottom, left:right].mean(axis=2)
            assert field.std() < 9, which.composition


def test_every_palette_of_the_botanical_recipe_has_its_season():
    seasons = {palette.name.split("-")[0] for palette in recipes()["botanical"].palettes}
    assert seasons == set(SEASONS)
    asked = towards(recipes()["botanical"].palettes[0], ("#2255aa",))
    assert asked.name.split("-")[0] in SEASONS


def test_a_plant_that_the_book_is_about_grows_in_every_season():
    for season in SEASONS:
        grown = planted(season, (concept("sunflower"),))
        assert grown.blooms[0] is sunflower
        assert planted(season, (concept("apple"),)).branch == "apple"
        assert planted(season, (concept("key"),)) is SEASONS[season]


def test_snow_brings_winter_into_every_palette():
    winter = SEASONS["winter"]
    assert all(planted(season, (concept("snow"),)).blooms == winter.blooms for season in SEASONS)


def test_every_plant_of_a_subject_belongs_to_a_concept_and_can_be_drawn():
    known = {one.name for one in load_concepts()}
    assert set(SUBJECTS) | set(SEASON_OF) <= known
    for name in SUBJECTS:
        which = scene("botanical", 1, concepts=(concept(name),))
        assert art("botanical", which, 120).std() > 3


def test_boughs_grow_beside_lettering_in_a_wide_cover():
    plain = scene("botanical", 2, 2.5)
    assert art("botanical", plain, 200)[:, :200].std() > 12


def overprinted(*inks):
    """The colour of transparent inks over each other, on the paper that comes first."""
    red, green, blue = (
        round(255 * np.prod([int(ink[at : at + 2], 16) / 255 for ink in inks])) for at in (1, 3, 5)
    )
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_the_key_ink_of_a_riso_palette_shows_on_both_other_inks():
    for palette in recipes()["riso"].palettes:
        paper, key, second, third = palette.colours
        disc = overprinted(paper, second, third)
        assert contrast(disc, overprinted(paper, key, second, third)) >= 3, palette.name
        assert contrast(disc, overprinted(paper, key)) >= 2, palette.name
