"""The square that a scene-text model works on, what it is told, and whether it can be read."""

import tracemalloc

import numpy as np
import pytest

from pipeline.stages.read_back import misread
from pipeline.stages.scene_crop import put_in_scene, scene_crop

RNG = np.random.default_rng(4)
PICTURE = RNG.integers(0, 256, (300, 400, 3), dtype=np.uint8)
LEVEL = np.array([[100, 100], [300, 100], [300, 140], [100, 140]], np.float32)
SPINE = np.array([[240, 40], [240, 240], [200, 240], [200, 40]], np.float32)


@pytest.mark.parametrize("corners", [LEVEL, SPINE])
def test_a_line_runs_level_through_the_middle_of_its_square(corners):
    crop = scene_crop(PICTURE, corners)

    rows, columns = np.nonzero(crop.mask)
    assert crop.rgb.shape == (256, 256, 3)
    assert abs(rows.mean() - 127.5) < 2
    assert abs(columns.mean() - 127.5) < 2
    assert np.ptp(columns) > 3 * np.ptp(rows)


@pytest.mark.parametrize("corners", [LEVEL, SPINE, LEVEL - 110])
def test_nothing_outside_the_place_changes_by_a_bit(corners):
    crop = scene_crop(PICTURE, corners)

    made = put_in_scene(PICTURE, crop, np.zeros((256, 256, 3), np.uint8))

    rows, columns = np.nonzero((made != PICTURE).any(-1))
    low, high = crop.corners.min(0) - 1, crop.corners.max(0) + 1
    assert len(rows) > 100
    assert low[0] <= columns.min() <= columns.max() <= high[0]
    assert low[1] <= rows.min() <= rows.max() <= high[1]


def test_the_square_of_a_line_along_a_whole_picture_takes_no_more_room_than_the_picture():
    picture = np.full((9000, 300, 3), 90, np.uint8)
    spine = np.array([[200, 0], [200, 9000], [100, 9000], [100, 0]], np.float32)

    tracemalloc.start()
    crop = scene_crop(picture, spine)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (crop.rgb == 90).all()
    assert most < 5 * picture.nbytes


@pytest.mark.parametrize("times", [1, 6])
def test_beyond_its_edges_a_picture_goes_on(times):
    y, x = np.mgrid[: 300 * times, : 400 * times]
    picture = np.dstack([x // (2 * times), y // (2 * times), 0 * x]).astype(np.uint8)
    crop = scene_crop(picture, times * (LEVEL - (80, 90)))

    for row, column in ((10, 128), (10, 8), (128, 8), (240, 200)):
        x, y = crop.to_picture @ (column + 0.5, row + 0.5, 1) / (2 * times)
        there = (max(0, x), max(0, y), 0)
        assert np.abs(crop.rgb[row, column] - there).max() < 2


def test_what_was_painted_comes_back_where_it_was_seen():
    smooth = np.repeat(np.linspace(0, 250, 400).astype(np.uint8)[None, :, None], 300, 0)
    picture = np.repeat(smooth, 3, 2)
    crop = scene_crop(picture, LEVEL)

    made = put_in_scene(picture, crop, crop.rgb)

    assert np.abs(made.astype(int) - picture).max() <= 3


@pytest.mark.parametrize(("read", "off"), [
    ("SEAKING", 0.0), ("sea king!", 0.0), ("SEA K1NG", 0.0), ("SEA RING", 1 / 7), ("", 1.0),
])  # fmt: skip
def test_words_are_right_whatever_their_case_and_spaces(read, off):
    assert misread("Sea King", read) == pytest.approx(off)
