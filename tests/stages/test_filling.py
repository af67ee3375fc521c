"""What a model is asked for in the place of lettering, what shows of it, and the grain it lacks."""

from dataclasses import replace

import numpy as np

from pipeline.stages.fill_prompts import fill_prompts
from pipeline.stages.grain import grained
from pipeline.stages.prompt import Room
from pipeline.stages.seam import seam
from tests.paintings import painted
from tests.storage.orders import document

ROOM = Room(tokens=60, count=lambda words: len(words.split()))
PAINTING = painted(document(), "a" * 64).art.painting
MASK = np.zeros((60, 60), bool)
MASK[20:40, 15:45] = True


def ground(colour=(24, 42, 78)):
    return np.full((60, 60, 3), colour, np.uint8)


def rough(sigma, seed=1):
    noise = np.random.default_rng(seed).normal(120, sigma, (60, 60, 1))
    return np.clip(noise, 0, 255).astype(np.uint8).repeat(3, axis=2)


def filled(colour, base=None):
    made = ground() if base is None else base.copy()
    made[MASK] = colour
    return made


def test_a_model_is_asked_for_a_plain_background_in_the_colour_that_is_there():
    plain, coloured = fill_prompts(ground(), MASK, None, ROOM)

    assert plain == "plain background"
    assert "navy" in coloured


def test_what_a_picture_was_painted_of_is_asked_for_again():
    assert fill_prompts(ground(), MASK, PAINTING, ROOM)[-1].endswith(PAINTING.prompt)


def test_words_that_have_no_room_are_left_out():
    long = replace(PAINTING, prompt="a lighthouse " * 40)
    tight = Room(tokens=1, count=ROOM.count)

    assert len(fill_prompts(ground(), MASK, long, ROOM)) == 2
    assert fill_prompts(ground(), MASK, PAINTING, tight) == ["plain background"]


def test_a_fill_in_the_colour_of_the_ground_does_not_show():
    assert seam(filled((24, 42, 78)), MASK) == 0


def test_the_farther_a_fills_colour_is_off_the_more_it_shows():
    near, far = filled((34, 52, 88)), filled((124, 142, 178))

    assert 0 < seam(near, MASK) < seam(far, MASK)


def test_things_in_a_fill_show():
    things = filled((24, 42, 78))
    things[25:35:2, 20:40:2] = 255

    assert seam(things, MASK) > seam(filled((34, 52, 88)), MASK)


def test_texture_on_texture_does_not_show():
    assert seam(rough(30), MASK) < 8


def test_no_mask_has_no_seam():
    assert seam(ground(), np.zeros((60, 60), bool)) == 0


def test_a_smooth_fill_gets_the_grain_of_its_surroundings():
    around = rough(8)
    smooth = filled((120, 120, 120), around)
    made = grained(smooth, MASK, around, 3)

    assert 6 < made[MASK].std() < 10
    assert (made[~MASK] == smooth[~MASK]).all()


def test_the_same_seed_gives_the_same_grain():
    around = rough(8)
    smooth = filled((120, 120, 120), around)

    assert (grained(smooth, MASK, around, 3) == grained(smooth, MASK, around, 3)).all()
    assert (grained(smooth, MASK, around, 3) != grained(smooth, MASK, around, 4)).any()


def test_a_smooth_picture_gets_no_grain():
    smooth = filled((30, 50, 90))

    assert (grained(smooth, MASK, ground(), 3) == smooth).all()


def test_what_is_rough_enough_gets_no_more_grain():
    assert (grained(rough(9), MASK, rough(8, 2), 3) == rough(9)).all()
