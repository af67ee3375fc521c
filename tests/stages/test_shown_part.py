"""What a cover shows of a picture, and changes of it put back where they belong."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.geometry import Box
from pipeline.stages.quadrilateral import Window
from pipeline.stages.shown_part import put_back, reduced, shown_part

WHOLE = Box(x=0.0, y=0.0, w=1.0, h=1.0)


def noise(width, height, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def test_a_crop_is_shown_to_the_pixel_where_it_is_small_enough():
    rgb = noise(60, 90)
    part = shown_part(rgb, Box(x=0.25, y=0.2, w=0.5, h=0.5))

    assert (part.rgb == rgb[18:63, 15:45]).all()
    assert not part.reduced


def test_pixels_that_the_crop_cuts_through_belong_to_it():
    part = shown_part(noise(10, 10), Box(x=0.15, y=0.0, w=0.5, h=1.0))

    assert (part.window.left, part.window.right) == (1, 7)


def test_a_large_picture_is_shown_smaller():
    part = shown_part(noise(300, 450), WHOLE, 90)

    assert part.rgb.shape == (90, 60, 3)
    assert part.reduced


@pytest.mark.parametrize("size", [(1, 1), (2000, 1), (1, 2000)])
def test_no_picture_is_too_narrow_to_be_shown(size):
    part = shown_part(noise(*size), WHOLE, 100)

    assert min(part.rgb.shape[:2]) == 1
    assert max(part.rgb.shape[:2]) <= 100


SIDES = st.floats(0.1, 1.0)


@given(x=SIDES, y=SIDES, w=SIDES, h=SIDES, most=st.sampled_from([37, 80, 500]))
def test_a_place_on_the_cover_comes_back_from_the_pixels(x, y, w, h, most):
    crop = Box(x=x * (1 - w), y=y * (1 - h), w=w, h=h)
    part = shown_part(noise(120, 180), crop, most)
    line = ((0.2, 0.1), (0.8, 0.15), (0.8, 0.2), (0.2, 0.15))

    assert np.allclose(part.polygon(part.corners(line)), line, atol=1e-4)


def test_a_place_is_the_same_in_the_small_part_and_in_the_picture():
    rgb = np.zeros((400, 200, 3), np.uint8)
    rgb[100:140, 60:180] = 255
    crop = Box(x=0.1, y=0.1, w=0.9, h=0.8)
    line = tuple(((x / 200 - 0.1) / 0.9, (y / 400 - 0.1) / 0.8)
                 for x, y in ((60, 100), (180, 100), (180, 140), (60, 140)))  # fmt: skip
    part = shown_part(rgb, crop, 160)
    (left, top), _, (right, bottom), _ = np.round(part.corners(line)).astype(int)

    assert part.rgb[top + 1 : bottom - 1, left + 1 : right - 1].min() > 230


def test_a_polygon_of_another_number_of_corners_has_its_box():
    corners = shown_part(noise(100, 100), WHOLE).corners(((0.1, 0.3), (0.5, 0.1), (0.9, 0.3)))

    assert np.allclose(corners, [[10, 10], [90, 10], [90, 30], [10, 30]])


@given(seed=st.integers(0, 99), scale=st.sampled_from([1, 2, 3]))
def test_nothing_outside_the_mask_changes_by_a_bit(seed, scale):
    picture, window = noise(90, 120), Window(12, 18, 72, 90)
    mask = np.random.default_rng(seed).random((72 // scale, 60 // scale)) > 0.8
    after = picture.copy()
    put_back(after, window, 255 - noise(60 // scale, 72 // scale, seed), mask)

    changed = (after != picture).any(axis=2)
    changed[window.slices] = False
    assert not changed.any()
    if scale == 1:
        inside = (after != picture).any(axis=2)[window.slices]
        assert not (inside & ~mask).any()


def test_new_pixels_fade_in_inside_the_masks_edge():
    picture = np.zeros((40, 40, 3), np.uint8)
    mask = np.zeros((40, 40), bool)
    mask[10:30, 10:30] = True
    put_back(picture, Window(0, 0, 40, 40), np.full((40, 40, 3), 200, np.uint8), mask, fade_px=4)

    assert picture[20, 8:16, 0].tolist() == [0, 0, 49, 100, 150, 200, 200, 200]


def test_thin_strokes_are_covered_in_their_middle():
    picture = np.zeros((9, 40, 3), np.uint8)
    mask = np.zeros((9, 40), bool)
    mask[3:6] = True
    put_back(picture, Window(0, 0, 40, 9), np.full((9, 40, 3), 200, np.uint8), mask)

    assert picture[4, 20, 0] == 200


def test_an_empty_mask_changes_nothing():
    picture = noise(20, 20)
    after = picture.copy()
    put_back(after, Window(0, 0, 20, 20), 255 - picture, np.zeros((20, 20), bool))

    assert (after == picture).all()


def test_what_is_small_enough_is_not_reduced():
    rgb = noise(30, 20)

    assert (reduced(rgb, 30) == rgb).all()
