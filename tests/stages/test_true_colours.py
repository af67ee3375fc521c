"""Enlarged pictures have the colours of what they were made of."""

import numpy as np
import pytest

from pipeline.stages.true_colours import KERNEL, in_true_colours


def noise(height, width):
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), np.uint8)


def repeated(source):
    return np.repeat(np.repeat(source, 4, axis=0), 4, axis=1)


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (8, 5), (33, 20)])
def test_what_has_the_colours_already_stays_to_the_level(size):
    source = noise(*size)

    assert np.array_equal(in_true_colours(repeated(source), source), repeated(source))


def test_a_cast_is_taken_back_everywhere():
    source = np.full((12, 9, 3), (240, 226, 190), np.uint8)
    cast = repeated(source) + np.array((7, 0, 12), np.uint8) - np.array((0, 9, 0), np.uint8)

    assert np.array_equal(in_true_colours(cast, source), repeated(source))


def test_detail_within_a_pixel_of_the_source_stays():
    source = np.full((10, 10, 3), 120, np.uint8)
    lines = repeated(source)
    lines[:, ::2] += 40
    lines[:, 1::2] -= 40

    assert np.array_equal(in_true_colours(lines, source), lines)


def test_no_pixel_sees_further_than_what_tiles_throw_away():
    source, other = noise(40, 40), noise(40, 40)
    other[20:] = 255 - other[20:]
    large = np.full((160, 160, 3), 128, np.uint8)

    one, two = (in_true_colours(large, small) for small in (source, other))

    assert np.array_equal(one[: 4 * (20 - 4)], two[: 4 * (20 - 4)])
    assert not np.array_equal(one[:80], two[:80])


def test_the_blur_takes_nothing_away():
    assert KERNEL.sum() == pytest.approx(1.0, abs=1e-6)
